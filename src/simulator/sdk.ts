import { noop } from '../lib/run'
import { isFunction, isObject, withoutFunctions } from '../lib/values'
import type { RawUpsdk } from '../lib/window'
import { type Bag, bagOf, callbackOf } from './bag'
import { createSignedWay } from './config'
import { errorOf } from './errors'
import { EVENTS, type Generation, KEPT, methodsOf, STOPS, WITHOUT_PLACEHOLDER } from './methods'
import { type Native, STATUSES } from './native'
import { nfcAdapterOn } from './nfc'
import { errorOfKind, type RecordedBehaviour } from './replay'
import { type Changes, specialMethods } from './special'
import type { Place } from './userAgent'

/**
 * A stand-in for the SDK file: written from its observed behaviour (upsdk-behaviour §2), not from its code.
 * Hazards are kept, since a page should meet them here and not on a phone.
 */
export interface SimulatedSdk {
  /** The bridge comes up (again). */
  bridgeUp(): void
  removeListeners(): void
}

export interface SdkParts {
  /** `window.upsdk` as it is at that time (H26). */
  target(): RawUpsdk
  window: { document: Document; location?: Location }
  /** The prototype that parameters must have to be forwarded (H21). */
  prototype: object
  native: Native
  place: Place
  generation: Generation
  /** The methods that a recorded wallet has; undefined: all of its generation. */
  only?: readonly string[] | undefined
}

/** Stands for parameters that are not forwarded. */
const DROPPED = {}

export function createSdk(parts: SdkParts): SimulatedSdk {
  const { target, window, prototype, native, place, generation, only } = parts
  const { document } = window
  let up = false
  let open = false
  let given: unknown
  /** Of the two that are kept until the bridge is up: the last call of each. */
  const kept = new Map<string, unknown>()
  const onPluginReady: (() => void)[] = []
  const slots = new Map<string, EventListener>()
  const missingParameter = generation === '2020' ? '璋冪敤鏂规硶缂哄皯鍙傛暟' : '调用方法缺少参数'
  const names = methodsOf(generation).filter((name) => !only || only.includes(name))
  const isCordova = place.bridge === 'cordova'

  const isOrdinary = (params: unknown): params is Bag =>
    isObject(params) && Object.getPrototypeOf(params) === prototype
  /** An object with a number for its length is taken for a list, and nothing of it is forwarded. */
  const isForwarded = (params: unknown) => isOrdinary(params) && typeof params.length !== 'number'

  /** Every failure goes through here: cordova's status takes its place, and is cleared only afterwards (H24). */
  function failTo(callback: unknown, raw: unknown): void {
    const { status } = native
    const failure = typeof raw === 'string' && raw ? { msg: raw } : raw
    callbackOf(callback)?.(status && STATUSES.includes(status) ? errorOf(status) : failure)
    native.status = undefined
  }

  /** Over cordova native calls back itself; the other bridge's wrapper takes no `async` function, and loses what is falsy. */
  function overBridge(method: string, params: unknown, success: unknown, fail: unknown): void {
    const told = (callback: unknown) => (value: unknown) => {
      if (!isCordova) callbackOf(callback)?.(value || undefined)
      else if (isFunction(callback)) callback(value)
    }
    native.exec(method, params, told(success), told(fail))
  }

  function exec(method: string, params: unknown, success?: unknown, fail?: unknown): void {
    if (!open) return failTo(fail, errorOf('c05'))
    overBridge(method, params === DROPPED ? {} : given, success, (raw: unknown) => failTo(fail, raw))
  }

  /** Parameters of another kind of object are dropped without a word (H21). What is no function is called all the same. */
  function forward(method: string, params: unknown, { success, fail }: Changes = {}): void {
    const bag = bagOf(params)
    exec(
      method,
      isForwarded(params) ? params : DROPPED,
      (value: unknown) => {
        const callback = callbackOf(bag.success)
        if (callback) callback.call(undefined, success ? success(value) : value)
      },
      (raw: unknown) => {
        const callback = (bag.fail || bag.cancel) as ((value: unknown) => void) | undefined
        if (callback) callback(fail ? fail(raw) : raw)
      },
    )
  }

  const direct = (method: string, success: unknown, fail: unknown): void =>
    overBridge(method, given, success, fail)

  function listen(event: string, handler: unknown): void {
    const listener = callbackOf(handler) as EventListener | undefined
    if (!listener) return
    const before = slots.get(event)
    if (before) document.removeEventListener(event, before)
    slots.set(event, listener)
    document.addEventListener(event, listener)
  }

  const jQuery = () => (window as { $?: unknown }).$
  const special = specialMethods({ exec, forward, direct, failTo, listen, missingParameter, jQuery })

  /** A method that keeps what it was given, before the SDK writes into it (H10). */
  function methodFor(name: string): (params: unknown) => void {
    const method = special[name] || ((params: unknown) => forward(name, params))
    return (params) => {
      given = withoutFunctions(params)
      const recorded = open ? native.nextRecorded(name) : undefined
      if (recorded) replayOf(name, recorded, params)
      else method(params)
      listenFor(name, params)
    }
  }

  /** Tells the page what it was told then. */
  function replayOf(name: string, { thrown, answers }: RecordedBehaviour, params: unknown): void {
    const { success, fail, cancel } = bagOf(params)
    native.calls.push({ method: name, params: given })
    for (const { how, after, value } of answers) {
      const callback = how === 'success' ? callbackOf(success) : fail || cancel
      native.later(() => isFunction(callback) && callback(value), after)
    }
    if (thrown) throw errorOfKind(thrown)
  }

  /** Registers or removes what hears a document event. */
  function listenFor(name: string, params: unknown): void {
    const event = EVENTS[name]
    const stopped = EVENTS[STOPS[name] || '']
    if (event) listen(event[1], bagOf(params)[event[0]])
    const listener = stopped && slots.get(stopped[1])
    if (stopped && listener) document.removeEventListener(stopped[1], listener)
  }

  /** One slot for each until the bridge is up (H9); the callbacks are taken out of the page's object (H10). */
  const keptMethod = (method: string) => (params: unknown) => {
    if (!up) {
      kept.set(method, params)
      return
    }
    const bag = params as Bag
    const recorded = native.nextRecorded(method)
    if (recorded) {
      given = withoutFunctions(params)
      return replayOf(method, recorded, params)
    }
    const [success, fail] = ['success', 'fail'].map((name) => {
      const callback = callbackOf(bag[name])
      if (callback) Reflect.deleteProperty(bag, name)
      return callback
    })
    const opens = (value: unknown) => {
      open = true
      ;(success as (value: unknown) => void)(value)
    }
    overBridge(method, bag, method === 'appletConfig' ? opens : success, (raw: unknown) => failTo(fail, raw))
  }

  const signed = createSignedWay({
    target,
    address: () => (window.location ? window.location.href : ''),
    isInsideWallet: place.insideWallet,
    isUp: () => up,
    isOpen: () => open,
    setOpen: (isOpen) => {
      open = isOpen
    },
    isOrdinary,
    send: (bag, success, fail) => overBridge('config', bag, success, fail),
    missingParameter,
  })

  function bridgeUp(): void {
    up = true
    const raw = target()
    // Through the object itself, as the file does.
    const again = (name: string, params: unknown) => {
      const method = raw[name]
      if (params !== undefined && isFunction(method)) method(params)
    }
    again('config', signed.takeStored())
    for (const name of ['appletConfig', 'appletAuth']) again(name, kept.get(name))
    kept.clear()
    for (const name of names) if (!KEPT.includes(name)) raw[name] = methodFor(name)
    if (!onPluginReady.length) return
    open = true
    // One bare loop: what throws in it keeps the rest from running (H3).
    onPluginReady.forEach((run) => {
      run()
    })
  }

  const raw = target()
  raw.isInsideWallet = place.insideWallet
  raw.checkSdkSupport = place.insideWallet && generation === 'latest'
  raw.jsApiList = []
  for (const name of names) if (!WITHOUT_PLACEHOLDER.includes(name)) raw[name] = noop
  raw.config = signed.config
  raw.ready = signed.ready
  raw.error = signed.error
  for (const name of KEPT) raw[name] = keptMethod(name)
  if (generation === 'latest') raw.getNFCAdapter = () => nfcAdapterOn(native)
  raw.pluginReady = (callback: unknown) => {
    const run = callbackOf(callback)
    if (run && up) {
      open = true
      run()
    } else if (run) onPluginReady.push(run)
  }
  // Outside the wallet the files since 2021 take themselves for ready, and the calls vanish (H4).
  if (!place.insideWallet && generation !== '2020') up = true

  return {
    bridgeUp,
    removeListeners: () =>
      slots.forEach((listener, event) => {
        document.removeEventListener(event, listener)
      }),
  }
}
