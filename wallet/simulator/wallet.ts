/** The simulated wallet around a page. upsdk's own file may come later, as in a real one. */
import { globalWindow, KIT, PAYMENT } from '../../src/internals'
import { isFunction, isObject } from '../../src/internalsWithoutDom'
import type { RawUpsdk, UpsdkWindow } from '../../src/types/window'
import type { Generation } from '../methods/generations'
import type { Trace } from '../trace/trace'
import type { AnswerOf, Answers, Otherwise } from './answers'
import { bridgeOf } from './bridge'
import { createNative, type RecordedCall } from './native'
import { type RecordedWallet, readTrace } from './recordedWallet'
import { createSdk, type SimulatedSdk } from './sdk'
import { createSteps, type Observe } from './steps'
import { userAgentOf } from './userAgent'

/** Options of `installSimulator`. */
export interface SimulatorOptions {
  /** Default: the global window. */
  window?: UpsdkWindow | undefined
  /** Default true. */
  insideWallet?: boolean | undefined
  /** The SDK file to simulate. Default 'latest'. */
  generation?: Generation | undefined
  /**
   * Default 'android'. HarmonyOS answers as Android does, since nothing about its wallet is public except that it
   * exists.
   */
  platform?: 'android' | 'ios' | 'harmony' | undefined
  /** Default 'cordova'. */
  bridge?: 'cordova' | 'jsbridge' | undefined
  /**
   * The encoding of the page, whose upsdk.js tag names none: the file's own texts are garbled in it (H17), and
   * `document.characterSet` is it. A function gives the encoding in which the page has decoded the file, at each text.
   *
   * @default 'utf-8', in which the file is
   * @example 'gbk'
   */
  encoding?: string | (() => string) | undefined
  /** ms until the bridge is up. Default: at once. */
  readyAfter?: number | 'never' | undefined
  /** ms from a call to its answer; a function is called for each. Default 0; in a replay, the recorded time. */
  latency?: number | (() => number) | undefined
  /** The language of the wallet, as in its user agent. Default 'zh_CN'. */
  language?: string | undefined
  /** Native's answers, by method. Other methods succeed with undefined; see `examples`. */
  answers?: Answers | undefined
  /**
   * Gives native's answer to a call whose method is not in `answers`, at each call; undefined for the simulator's own.
   * What it throws is logged to the console, and counts as undefined. It is also asked for actions of the native bridge
   * that upsdk does not have.
   *
   * @default none
   * @example (method) => (method === 'bioDetect' ? fail('94') : undefined)
   */
  otherwise?: Otherwise | undefined
  /**
   * A method without an answer of `answers` or `otherwise` succeeds with an example of its documented type, or with an
   * invented object if no document names the fields of its result. Each `code` for your server is a new one.
   *
   * @default false
   */
  examples?: boolean | undefined
  /** Gets the page's address, if its server signs another one than the browser shows. Default: the window's. */
  address?: (() => string) | undefined
  /** Gets each step of each call of raw upsdk, at once, for tools that show what a page does. */
  observe?: Observe | undefined
  /** Answers as a recorded wallet did: the trace of `record()` of `upsdk-kit/recorder`. Other options override it. */
  replay?: Trace | undefined
}

/** A simulated wallet behind a window, and its controls for a test. */
export interface Simulator {
  /** The calls that reached native, in order. */
  readonly calls: readonly RecordedCall[]
  /** Sets native's answer from now on; undefined removes it. */
  answer<M extends string>(method: M, answer: AnswerOf<M> | undefined): void
  /** Raises a document event as native does: the fields are copied onto the event object. */
  fire(event: string, fields?: Readonly<Record<string, unknown>>): void
  /** Brings the bridge up now, even with `readyAfter: 'never'`. */
  bridgeUp(): void
  /** Restores everything, including the hold of an open payment. */
  uninstall(): void
}

/** A simulated wallet whose page has not loaded upsdk's file yet. */
export interface SimulatedWallet {
  readonly simulator: Simulator
  /**
   * Does what upsdk's file does when a page runs it, perhaps again: makes `window.upsdk`, and brings the bridge up
   * `readyAfter` later.
   */
  runFile(): void
}

/** Makes the wallet around a page: its user agent and its native side. upsdk is there once its file runs. */
export function installWallet(options: SimulatorOptions): SimulatedWallet {
  const recorded: Partial<RecordedWallet> = options.replay ? readTrace(options.replay) : {}
  const { insideWallet = recorded.insideWallet ?? true, platform = recorded.platform || 'android' } = options
  const { bridge = recorded.bridge || 'cordova', language = recorded.language || 'zh_CN' } = options
  const { generation = 'latest', readyAfter = recorded.readyAfter || 0, latency, examples } = options
  const { encoding = 'utf-8' } = options
  const answers = { ...recorded.answers, ...options.answers }
  const window = options.window || globalWindow()
  if (!window) throw new TypeError('upsdk-kit: the simulator needs a window')
  const { navigator } = window
  const environment = { insideWallet, platform, bridge, language }
  const { document } = window
  const putBack = [
    keep(window, 'upsdk'),
    keep(navigator, 'userAgent'),
    keep(document, 'characterSet'),
    // A payment without an answer would hold back those of the next test.
    keep(window, PAYMENT),
  ]
  Object.defineProperty(navigator, 'userAgent', { configurable: true, get: () => userAgentOf(environment) })
  if (options.encoding && !isFunction(encoding))
    Object.defineProperty(document, 'characterSet', { configurable: true, value: encoding })

  const existing = behind(window.upsdk)
  const members: PropertyDescriptorMap = existing ? Object.getOwnPropertyDescriptors(existing) : {}
  const putBackMembers = () => {
    // A kit may have made a raw object for what was written to it.
    const used = existing || behind(window.upsdk)
    if (used) for (const key of Object.keys(used)) restore(used, key, members[key])
  }
  const steps = createSteps(options.observe)
  const native = createNative({
    environment,
    steps,
    latency: isFunction(latency) ? latency : () => latency,
    answers,
    otherwise: options.otherwise,
    examples,
    replayedCalls: recorded.calls,
  })
  const target = (): RawUpsdk => {
    if (!isObject(window.upsdk) && !isFunction(window.upsdk)) window.upsdk = {}
    // A kit in place of upsdk tells the file's writes from the page's. The simulated ones go to the raw object.
    return (behind(window.upsdk) || window.upsdk) as RawUpsdk
  }
  const { Object: ObjectThere = Object } = window as { Object?: ObjectConstructor }
  const [bridgeName, bridgeValue] = bridgeOf(native, environment)
  putBack.push(keep(window, bridgeName))
  const files: SimulatedSdk[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let isInstalled = true
  const bridgeUp = () => {
    clearTimeout(timer)
    if (!isInstalled || !insideWallet) return
    Object.defineProperty(window, bridgeName, { configurable: true, writable: true, value: bridgeValue })
    for (const file of files) file.bridgeUp()
    // The bridge's own event, which cordova.js fires. The file hears it before the page.
    if (bridge === 'cordova') simulator.fire('deviceready')
  }
  function runFile(): void {
    if (!isInstalled) return
    files.push(
      createSdk({
        target,
        window: window as UpsdkWindow & { document: Document },
        prototype: ObjectThere.prototype,
        native,
        steps,
        environment,
        address: options.address || (() => (window as { location?: Location }).location?.href || ''),
        generation,
        encoding: isFunction(encoding) ? encoding : () => encoding,
        only: recorded.methods,
      }),
    )
    // The file loads the bridge.
    clearTimeout(timer)
    if (!insideWallet || readyAfter === 'never') return
    if (readyAfter > 0) timer = setTimeout(bridgeUp, readyAfter)
    else bridgeUp()
  }

  const simulator: Simulator = {
    calls: native.calls,
    answer: native.answer,
    bridgeUp,
    fire(name, fields = {}) {
      // When a popup leaves about:blank, it keeps its window but gets another document.
      const { document } = window
      const event = document.createEvent('Event')
      event.initEvent(name, false, false)
      // Read-only members of the event stay, as when native sets them.
      for (const key of Object.keys(fields)) Reflect.set(event, key, fields[key])
      document.dispatchEvent(event)
    },
    uninstall() {
      if (!isInstalled) return
      isInstalled = false
      clearTimeout(timer)
      native.stop()
      for (const file of files) file.removeListeners()
      putBackMembers()
      for (const one of putBack) one()
    },
  }
  return { simulator, runFile }
}

/** Finds the raw object: the one behind a kit if a kit is in its place. */
function behind(upsdk: unknown): object | undefined {
  if (!isObject(upsdk)) return undefined
  const ask = (upsdk as { [KIT]?: unknown })[KIT]
  const found = isFunction(ask) ? ask() : upsdk
  return isObject(found) ? found : undefined
}

/** Remembers a property as it is now. @returns puts it back */
function keep(owner: object, key: PropertyKey): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, key)
  return () => restore(owner, key, before)
}

function restore(owner: object, key: PropertyKey, before: PropertyDescriptor | undefined): void {
  if (before) Object.defineProperty(owner, key, before)
  else Reflect.deleteProperty(owner, key)
}
