import { noop } from '../lib/run'
import { isFunction, isObject, withoutFunctions } from '../lib/values'
import type { RawUpsdk } from '../types/window'
import { type Bag, bagOf, callbackOf } from './bag'
import { createSignedWay } from './config'
import { errorOf } from './errors'
import { type Generation, methodsOf } from './methods'
import { CHANGED, EVENTS, KEPT, STOPS, WITHOUT_PLACEHOLDER } from './methodTable'
import { type Native, STATUSES } from './native'
import { nfcAdapterOn } from './nfc'
import { errorOfKind, type RecordedBehaviour } from './replay'
import { type Changes, specialMethods } from './special'
import { factsOfParams, type RawCall, type RawId, type Steps, type WalletState } from './steps'
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
  window: { document: Document }
  /** The prototype that parameters must have to be forwarded (H21). */
  prototype: object
  native: Native
  steps: Steps
  place: Place
  /** The page's, as its server signs it. */
  address(): string
  generation: Generation
  /** The methods that a recorded wallet has; undefined: all of its generation. */
  only?: readonly string[] | undefined
}

/** Stands for parameters that are not forwarded. */
const DROPPED = {}

export function createSdk(parts: SdkParts): SimulatedSdk {
  const { target, window, prototype, native, steps, place, address, generation, only } = parts
  let up = false
  let open = false
  let given: unknown
  /** Of the two that are kept until the bridge is up: the last call of each. */
  const kept = new Map<string, { params: unknown; call: RawId | undefined }>()
  const onPluginReady: (() => void)[] = []
  const slots = new Map<string, EventListener>()
  const missingParameter = generation === '2020' ? '璋冪敤鏂规硶缂哄皯鍙傛暟' : '调用方法缺少参数'
  const names = methodsOf(generation).filter((name) => !only || only.includes(name))
  const isCordova = place.bridge === 'cordova'
  /** Objects of the page's that upsdk has changed (H10). */
  const changed = new WeakSet<object>()
  const markChanged = (name: string, params: unknown): void =>
    void (isObject(params) && CHANGED.test(name) && changed.add(params))

  const stateNow = (): WalletState =>
    !place.insideWallet ? 'outside' : !up ? 'waiting for the bridge' : open ? 'open' : 'not opened'

  /** The facts that steps tell of a call. */
  function factsOf(through: RawCall['through'], name: string, params: unknown): RawCall {
    const isChanged = isObject(params) && changed.has(params)
    const isReplacing = through === 'slot' && (name === 'config' ? signed.hasStored() : kept.has(name))
    return {
      through,
      state: stateNow(),
      ...factsOfParams(params),
      ...(isChanged && { reusesParams: true }),
      ...(isReplacing && { replaces: true }),
    }
  }

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
    const call = steps.current
    if (call && isObject(params) && !isForwarded(params)) steps.emit(call, { type: 'lost' })
    exec(
      method,
      isForwarded(params) ? params : DROPPED,
      (value: unknown) => {
        const callback = callbackOf(steps.watched(call, 'success', bag.success))
        if (callback) callback.call(undefined, success ? success(value) : value)
      },
      (raw: unknown) => {
        const callback = failOf(bag, call) as ((value: unknown) => void) | undefined
        if (callback) callback(fail ? fail(raw) : raw)
      },
    )
  }

  const direct = (method: string, success: unknown, fail: unknown): void => {
    const { current } = steps
    overBridge(
      method,
      given,
      steps.watched(current, 'success', success),
      steps.watched(current, 'fail', fail),
    )
  }

  function listen(event: string, handler: unknown): void {
    const listener = callbackOf(handler) as EventListener | undefined
    if (!listener) return
    const { document } = window
    const before = slots.get(event)
    if (before) document.removeEventListener(event, before)
    slots.set(event, listener)
    document.addEventListener(event, listener)
  }

  function failOf(bag: Bag, call = steps.current): unknown {
    const name = bag.fail ? 'fail' : 'cancel'
    return steps.watched(call, name, bag[name])
  }

  const jQuery = () => (window as { $?: unknown }).$
  const special = specialMethods({ exec, forward, direct, failTo, failOf, listen, missingParameter, jQuery })

  /** A method that keeps what it was given, before the SDK writes into it (H10). */
  function methodFor(name: string): (params: unknown) => void {
    const method = special[name] || ((params: unknown) => forward(name, params))
    const run = (params: unknown) => {
      given = withoutFunctions(params)
      const recorded = open ? native.nextRecorded(name) : undefined
      markChanged(name, params)
      if (recorded) replayOf(name, recorded, params)
      else method(params)
      listenFor(name, params)
    }
    return (params) =>
      steps.run(
        name,
        () => factsOf('method', name, params),
        () => run(params),
      )
  }

  /** Does nothing (H1). Observed, each name has its own, so that a call of it later on can be told (H8). */
  const placeholderFor = (name: string) =>
    steps.areObserved
      ? (params: unknown) => steps.run(name, () => factsOf('placeholder', name, params), noop)
      : noop

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
    if (stopped && listener) window.document.removeEventListener(stopped[1], listener)
  }

  /** One slot for each until the bridge is up (H9); the callbacks are taken out of the page's object (H10). */
  const keptMethod = (method: string) => (params: unknown) =>
    steps.run(
      method,
      () => factsOf(up ? 'method' : 'slot', method, params),
      () => runKept(method, params),
    )

  function runKept(method: string, params: unknown): void {
    if (!up) {
      kept.set(method, { params, call: steps.current })
      return
    }
    const bag = params as Bag
    markChanged(method, params)
    const recorded = native.nextRecorded(method)
    if (recorded) {
      given = withoutFunctions(params)
      return replayOf(method, recorded, params)
    }
    const { current } = steps
    const [success, fail] = ['success', 'fail'].map((name) => {
      const callback = callbackOf(bag[name])
      if (callback) Reflect.deleteProperty(bag, name)
      return steps.watched(current, name, callback)
    })
    const opens = (value: unknown) => {
      open = true
      ;(success as (value: unknown) => void)(value)
    }
    overBridge(method, bag, method === 'appletConfig' ? opens : success, (raw: unknown) => failTo(fail, raw))
  }

  const signed = createSignedWay({
    target,
    address,
    isInsideWallet: place.insideWallet,
    isUp: () => up,
    isOpen: () => open,
    setOpen: (isOpen) => {
      open = isOpen
    },
    isOrdinary,
    current: () => steps.current,
    send: (bag, success, fail) => overBridge('config', bag, success, fail),
    missingParameter,
  })

  function bridgeUp(): void {
    up = true
    const raw = target()
    // Through the object itself, as the file does.
    const again = (name: string, { params, call }: { params?: unknown; call?: RawId | undefined } = {}) => {
      const method = raw[name]
      if (params !== undefined && isFunction(method)) steps.resume(call, () => method(params))
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
  for (const name of names) if (!WITHOUT_PLACEHOLDER.includes(name)) raw[name] = placeholderFor(name)
  const lifecycle = (name: 'config' | 'ready' | 'error' | 'pluginReady', run: (given: unknown) => void) => {
    raw[name] = (params: unknown) =>
      steps.run(
        name,
        () => factsOf(name === 'config' && !up ? 'slot' : 'method', name, params),
        () => run(steps.watched(steps.current, name, params)),
      )
  }
  lifecycle('config', signed.config)
  lifecycle('ready', signed.ready)
  lifecycle('error', signed.error)
  for (const name of KEPT) raw[name] = keptMethod(name)
  if (generation === 'latest') raw.getNFCAdapter = () => nfcAdapterOn(native)
  lifecycle('pluginReady', (callback) => {
    const run = callbackOf(callback)
    if (run && up) {
      open = true
      run()
    } else if (run) onPluginReady.push(run)
  })
  // Outside the wallet the files since 2021 take themselves for ready, and the calls vanish (H4).
  if (!place.insideWallet && generation !== '2020') up = true

  return {
    bridgeUp,
    removeListeners: () =>
      slots.forEach((listener, event) => {
        window.document.removeEventListener(event, listener)
      }),
  }
}
