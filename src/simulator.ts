/**
 * `upsdk-kit/simulator`: a stand-in wallet for development and tests.
 *
 * @module upsdk-kit/simulator
 */
import { KIT } from './gate/upsdk'
import { PAYMENT } from './lib/shared'
import { isFunction, isObject } from './lib/values'
import { globalWindow } from './lib/window'
import type { Trace } from './recorder/trace'
import type { AnswerOf, Answers } from './simulator/answers'
import { bridgeOf } from './simulator/bridge'
import type { Generation } from './simulator/methods'
import { createNative, type RecordedCall } from './simulator/native'
import { type Replay, toReplay } from './simulator/replay'
import { createSdk } from './simulator/sdk'
import { createSteps, type Observe } from './simulator/steps'
import { userAgentOf } from './simulator/userAgent'
import type { RawUpsdk, UpsdkWindow } from './types/window'

/** Options of `installSimulator`. */
export interface SimulatorOptions {
  /** Default: the global window. */
  window?: UpsdkWindow | undefined
  /** Default true. */
  insideWallet?: boolean | undefined
  /** Which SDK file is there. Default 'latest'. */
  generation?: Generation | undefined
  /** Default 'android'. HarmonyOS answers as Android does: nothing of its wallet is public but that there is one. */
  platform?: 'android' | 'ios' | 'harmony' | undefined
  /** Default 'cordova'. */
  bridge?: 'cordova' | 'jsbridge' | undefined
  /** ms until the bridge is up. Default: at once. */
  readyAfter?: number | 'never' | undefined
  /** ms from a call to its answer; a function is asked at each. Default 0; in a replay as long as it took in that wallet. */
  latency?: number | (() => number) | undefined
  /** The language of the wallet, as its user agent has it. Default 'zh_CN'. */
  language?: string | undefined
  /** Native's answers, by method. Other methods succeed with undefined; see `examples`. */
  answers?: Answers | undefined
  /**
   * A method that is not in `answers` gives an example of its documented type; where no document names the fields of
   * its result, an invented object. Each `code` for your server is a new one.
   *
   * @default false
   */
  examples?: boolean | undefined
  /** The page's address, where its server signs another one than the browser shows. Default: the window's. */
  address?: (() => string) | undefined
  /** Hears of each step of each call of raw upsdk, at once: for tools that show what a page does. */
  observe?: Observe | undefined
  /** Answers as a recorded wallet did: what `record()` of `upsdk-kit/recorder` gave. Other options come before it. */
  replay?: Trace | undefined
}

/** A wallet that was put behind a window, and what a test does with it. */
export interface Simulator {
  /** The calls that reached native, in order. */
  readonly calls: readonly RecordedCall[]
  /** Sets native's answer from now on; undefined: as if none had been set. */
  answer<M extends string>(method: M, answer: AnswerOf<M> | undefined): void
  /** Raises a document event as native does: its fields are copied onto the event object. */
  fire(event: string, fields?: Readonly<Record<string, unknown>>): void
  /** Brings the bridge up: with `readyAfter: 'never'`, or before its time. */
  bridgeUp(): void
  /** Puts everything back, also the hold of a payment that was left open. */
  uninstall(): void
}

/**
 * Puts a wallet behind `window.upsdk`: placeholders before ready, one slot for `appletAuth`, JSON text on
 * Android, no callbacks where there are none. For development in a browser, and as a double in tests.
 */
export function installSimulator(options: SimulatorOptions = {}): Simulator {
  const recorded: Partial<Replay> = options.replay ? toReplay(options.replay) : {}
  const { insideWallet = recorded.insideWallet ?? true, platform = recorded.platform || 'android' } = options
  const { bridge = recorded.bridge || 'cordova', language = recorded.language || 'zh_CN' } = options
  const { generation = 'latest', readyAfter = recorded.readyAfter || 0, latency, examples } = options
  const answers = { ...recorded.answers, ...options.answers }
  const window = options.window || globalWindow()
  if (!window) throw new TypeError('upsdk-kit: the simulator needs a window')
  const { navigator } = window
  const place = { insideWallet, platform, bridge, language }
  const before = Object.getOwnPropertyDescriptor(window, 'upsdk')
  const paymentBefore = Object.getOwnPropertyDescriptor(window, PAYMENT)
  const agentBefore = Object.getOwnPropertyDescriptor(navigator, 'userAgent')
  Object.defineProperty(navigator, 'userAgent', { configurable: true, get: () => userAgentOf(place) })

  const existing = behind(window.upsdk)
  const propertiesBefore: PropertyDescriptorMap = existing ? Object.getOwnPropertyDescriptors(existing) : {}
  const steps = createSteps(options.observe)
  const native = createNative({
    place,
    steps,
    latency: isFunction(latency) ? latency : () => latency,
    answers,
    examples,
    recorded: recorded.recorded,
  })
  const target = (): RawUpsdk => {
    if (!isObject(window.upsdk) && !isFunction(window.upsdk)) window.upsdk = {}
    // A kit that stands there is told of what the file writes by events, which are not fired here.
    return (behind(window.upsdk) || window.upsdk) as RawUpsdk
  }
  const { Object: ObjectThere = Object } = window as { Object?: ObjectConstructor }
  const [bridgeName, bridgeValue] = bridgeOf(native, place)
  const bridgeBefore = Object.getOwnPropertyDescriptor(window, bridgeName)
  const sdk = createSdk({
    target,
    window,
    prototype: ObjectThere.prototype,
    native,
    steps,
    place,
    address: options.address || (() => (window as { location?: Location }).location?.href || ''),
    generation,
    only: recorded.methods,
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  let isInstalled = true
  const bridgeUp = () => {
    clearTimeout(timer)
    if (!isInstalled || !insideWallet) return
    Object.defineProperty(window, bridgeName, { configurable: true, writable: true, value: bridgeValue })
    sdk.bridgeUp()
  }
  if (insideWallet && readyAfter !== 'never') {
    if (readyAfter > 0) timer = setTimeout(bridgeUp, readyAfter)
    else bridgeUp()
  }

  return {
    calls: native.calls,
    answer: native.answer,
    bridgeUp,
    fire(name, fields = {}) {
      // A popup keeps its window when it leaves about:blank, and gets another document.
      const { document } = window
      const event = document.createEvent('Event')
      event.initEvent(name, false, false)
      // Native cannot set an Event's own members either.
      for (const key of Object.keys(fields)) Reflect.set(event, key, fields[key])
      document.dispatchEvent(event)
    },
    uninstall() {
      if (!isInstalled) return
      isInstalled = false
      clearTimeout(timer)
      native.stop()
      sdk.removeListeners()
      // A kit may have made one for what was written to it.
      const used = existing || behind(window.upsdk)
      if (used) for (const key of Object.keys(used)) restore(used, key, propertiesBefore[key])
      restore(window, 'upsdk', before)
      restore(window, bridgeName, bridgeBefore)
      restore(navigator, 'userAgent', agentBefore)
      // A payment without an answer would hold back those of the next test.
      restore(window, PAYMENT, paymentBefore)
    },
  }
}

/** The object that is written to: the raw one behind a kit, where a kit stands in its place. */
function behind(upsdk: unknown): object | undefined {
  if (!isObject(upsdk)) return undefined
  const ask = (upsdk as { [KIT]?: unknown })[KIT]
  const found = isFunction(ask) ? ask() : upsdk
  return isObject(found) ? found : undefined
}

function restore(owner: object, key: PropertyKey, before: PropertyDescriptor | undefined): void {
  if (before) Object.defineProperty(owner, key, before)
  else Reflect.deleteProperty(owner, key)
}

export {
  type Answer,
  type AnswerOf,
  type Answers,
  type Fail,
  fail,
  type Silent,
  type Succeed,
  silent,
  succeed,
} from './simulator/answers'
export type { Generation } from './simulator/methods'
export type { RecordedCall } from './simulator/native'
export type { Observe, RawCall, RawStep, RawStepDetail, WalletState } from './simulator/steps'
