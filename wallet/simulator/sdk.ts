import { isFunction, isObject, noop, withoutFunctions } from '../../src/internalsWithoutDom'
import type { RawUpsdk } from '../../src/types/window'
import { type Generation, methodsOf } from '../methods/generations'
import { CHANGES_PARAMETERS, KEPT, WITHOUT_PLACEHOLDER } from '../methods/methodTable'
import { createDocumentEvents } from './documentEvents'
import { type Native, STATUSES } from './native'
import { nfcAdapterOn } from './nfc'
import { callbackOf, type ParamsObject, paramsObject } from './paramsObject'
import { errorOfKind, type ReplayedCall } from './recordedWallet'
import { createSdkTexts } from './sdkTexts'
import { createSignedMode } from './signedMode'
import { type Changes, specialMethods } from './special'
import { factsOfParams, type RawCall, type RawId, type Steps, type WalletState } from './steps'
import type { SimulatedEnvironment } from './userAgent'

/**
 * A stand-in for the SDK file, written from its observed behaviour (upsdk-behaviour §2), not from its code. It keeps
 * the file's hazards, so that a page meets them here and not on a phone.
 */
export interface SimulatedSdk {
  /** Brings the bridge up, perhaps again. */
  bridgeUp(): void
  removeListeners(): void
}

export interface SdkOptions {
  /** Gets the current `window.upsdk` (H26). */
  target(): RawUpsdk
  window: { document: Document }
  /** The prototype that parameters must have to be forwarded (H21). */
  prototype: object
  native: Native
  steps: Steps
  environment: SimulatedEnvironment
  /** Gets the page's address, as its server signs it. */
  address(): string
  generation: Generation
  /** Gets the encoding in which the page decodes the file. */
  encoding(): string
  /** The methods of a recorded wallet; undefined for all of the generation. */
  only?: readonly string[] | undefined
}

/** Has an object anything besides functions, its own or its class's? Callbacks run, whichever object they are in. */
function hasValues(object: object): boolean {
  const isValue = ([name, { value }]: [string, PropertyDescriptor]) =>
    name !== 'constructor' && !isFunction(value)
  const inner = Object.getPrototypeOf(object) as object | null
  if (Object.entries(Object.getOwnPropertyDescriptors(object)).some(isValue)) return true
  // The last of them is the `Object.prototype` of some window.
  return !!inner && !!Object.getPrototypeOf(inner) && hasValues(inner)
}

export function createSdk(options: SdkOptions): SimulatedSdk {
  const { target, window, prototype, native, steps, environment, address, generation, encoding, only } =
    options
  let up = false
  let open = false
  /** The parameters of the running call, without functions, as they were before the file wrote into them (H10). */
  let runningParams: unknown
  /** The last call of each method that waits until the bridge is up. */
  const kept = new Map<string, { params: unknown; call: RawId | undefined }>()
  const onPluginReady: (() => void)[] = []
  const { listen, listenFor, removeListeners } = createDocumentEvents(window)
  const texts = createSdkTexts(generation, encoding)
  const names = methodsOf(generation).filter((name) => !only || only.includes(name))
  const isCordova = environment.bridge === 'cordova'
  /** The page's objects that upsdk has changed (H10), with the link that each had then. */
  const changed = new WeakMap<object, unknown>()
  const linkOf = ({ shareUrl }: ParamsObject) => shareUrl || ''
  const markChanged = (name: string, params: unknown): void =>
    void (isObject(params) && CHANGES_PARAMETERS.test(name) && changed.set(params, linkOf(params)))

  function stateNow(): WalletState {
    if (!environment.insideWallet) return 'outside'
    if (!up) return 'waiting for the bridge'
    return open ? 'open' : 'not opened'
  }

  /** Collects the facts about a call for its step `called`. */
  function factsOf(through: RawCall['through'], name: string, params: unknown): RawCall {
    // A page that writes a new link each time has no wrong one.
    const isChanged = isObject(params) && changed.has(params) && changed.get(params) === linkOf(params)
    const isReplacing = through === 'slot' && (name === 'config' ? signed.hasKept() : kept.has(name))
    return {
      through,
      state: stateNow(),
      ...factsOfParams(params),
      ...(isChanged && { reusesParams: true }),
      ...(isReplacing && { replaces: true }),
    }
  }

  const isOrdinary = (params: unknown): params is ParamsObject =>
    isObject(params) && Object.getPrototypeOf(params) === prototype
  /** Are the parameters forwarded? An object with a numeric `length` counts as a list, and is not. */
  const isForwarded = (params: unknown) => isOrdinary(params) && typeof params.length !== 'number'

  /** Passes a failure to a callback. cordova's status replaces it, and is cleared only afterwards (H24). */
  function failTo(callback: unknown, raw: unknown): void {
    const { status } = native
    const failure = typeof raw === 'string' && raw ? { msg: raw } : raw
    callbackOf(callback)?.(status && STATUSES.includes(status) ? texts.errorOf(status) : failure)
    native.status = undefined
  }

  /**
   * Calls native. Over cordova, native runs the callbacks itself. The other bridge's wrapper ignores `async` functions
   * and loses falsy values.
   */
  function callNative(method: string, params: unknown, success: unknown, fail: unknown): void {
    const deliver = (callback: unknown) => (value: unknown) => {
      if (!isCordova) callbackOf(callback)?.(value || undefined)
      else if (isFunction(callback)) callback(value)
    }
    native.exec(method, params, deliver(success), deliver(fail))
  }

  /** Calls native, if upsdk is open: with the parameters of the running call, if no others are given. */
  function callIfOpen(
    method: string,
    success?: unknown,
    fail?: unknown,
    params: unknown = runningParams,
  ): void {
    if (!open) return failTo(fail, texts.errorOf('c05'))
    callNative(method, params, success, (raw: unknown) => failTo(fail, raw))
  }

  /**
   * Calls native with the page's callbacks. Parameters of another kind of object are dropped silently (H21). A `fail`
   * that is no function is called anyway.
   */
  function callWithCallbacks(method: string, params: unknown, { success, fail }: Changes = {}): void {
    const bag = paramsObject(params)
    const call = steps.current
    if (call && isObject(params) && !isForwarded(params) && hasValues(params))
      steps.emit(call, { type: 'lost' })
    callIfOpen(
      method,
      (value: unknown) => {
        const callback = callbackOf(steps.watched(call, 'success', bag.success))
        if (callback) callback.call(undefined, success ? success(value) : value)
      },
      (raw: unknown) => {
        const callback = failOf(bag, call) as ((value: unknown) => void) | undefined
        if (callback) callback(fail ? fail(raw) : raw)
      },
      isForwarded(params) ? runningParams : {},
    )
  }

  /** Calls native without the file's checks, and without its handling of failures. */
  const callUnchecked = (method: string, success: unknown, fail: unknown): void => {
    const { current } = steps
    callNative(
      method,
      runningParams,
      steps.watched(current, 'success', success),
      steps.watched(current, 'fail', fail),
    )
  }

  function failOf(bag: ParamsObject, call = steps.current): unknown {
    const name = bag.fail ? 'fail' : 'cancel'
    return steps.watched(call, name, bag[name])
  }

  const jQuery = () => (window as { $?: unknown }).$
  const special = specialMethods({
    callIfOpen,
    callWithCallbacks,
    callUnchecked,
    failTo,
    failOf,
    listen,
    texts,
    jQuery,
  })

  /** Makes a method. It copies the parameters before the file writes into them (H10). */
  function methodFor(name: string): (params: unknown) => void {
    const method = special[name] || ((params: unknown) => callWithCallbacks(name, params))
    const run = (params: unknown) => {
      runningParams = withoutFunctions(params)
      const recorded = open ? native.nextReplayed(name) : undefined
      markChanged(name, params)
      if (recorded) replayCall(name, recorded, params)
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

  /**
   * Makes a function that does nothing (H1), and takes no parameter. With an observer, each name has its own, so that a
   * late call of it is recognised (H8).
   */
  const placeholderFor = (name: string) =>
    steps.areObserved
      ? Object.assign(
          (...[params]: unknown[]) => steps.run(name, () => factsOf('placeholder', name, params), noop),
          // It reads as the file's own: the kit tells by the text that the function is empty.
          { toString: () => 'function () {}' },
        )
      : noop

  /** Answers a call as the recorded wallet did. */
  function replayCall(name: string, { thrown, answers }: ReplayedCall, params: unknown): void {
    const { success, fail, cancel } = paramsObject(params)
    native.calls.push({ method: name, params: runningParams })
    for (const { how, after, during, value } of answers) {
      const callback = how === 'success' ? callbackOf(success) : fail || cancel
      const answer = () => isFunction(callback) && callback(value)
      if (during) answer()
      else native.later(answer, after)
    }
    if (thrown) throw errorOfKind(thrown)
  }

  /**
   * Makes a method with one slot until the bridge is up (H9). It removes the callbacks from the page's object (H10).
   */
  const keptMethod = (method: string) => (params: unknown) =>
    steps.run(
      method,
      () => factsOf(hasNoNative() ? 'placeholder' : up ? 'method' : 'slot', method, params),
      () => {
        if (!hasNoNative()) runKept(method, params)
      },
    )
  /** Outside the wallet, the files since 2021 count as ready, but there is no native side (H4). */
  const hasNoNative = () => up && !environment.insideWallet

  function runKept(method: string, params: unknown): void {
    if (!up) {
      kept.set(method, { params, call: steps.current })
      return
    }
    const bag = params as ParamsObject
    markChanged(method, params)
    const recorded = native.nextReplayed(method)
    if (recorded) {
      runningParams = withoutFunctions(params)
      return replayCall(method, recorded, params)
    }
    const { current } = steps
    const [success, fail] = ['success', 'fail'].map((name) => {
      const callback = callbackOf(bag[name])
      if (callback) Reflect.deleteProperty(bag, name)
      return steps.watched(current, name, callback)
    })
    const onOpened = (value: unknown) => {
      open = true
      ;(success as (value: unknown) => void)(value)
    }
    callNative(method, bag, method === 'appletConfig' ? onOpened : success, (raw: unknown) =>
      failTo(fail, raw),
    )
  }

  const signed = createSignedMode({
    target,
    address,
    isInsideWallet: environment.insideWallet,
    isUp: () => up,
    isOpen: () => open,
    setOpen: (isOpen) => {
      open = isOpen
    },
    isOrdinary,
    flash: (text) => steps.runOwn(() => callNative('showFlashInfo', text, undefined, undefined)),
    alert: (text) => (window as { alert?: (text: string) => void }).alert?.(text),
    current: () => steps.current,
    send: (bag, success, fail) => callNative('config', bag, success, fail),
    texts,
  })

  function bridgeUp(): void {
    up = true
    const raw = target()
    // The file calls its methods through the object, where a page may have replaced them.
    const again = (name: string, { params, call }: { params?: unknown; call?: RawId | undefined } = {}) => {
      const method = raw[name]
      if (params !== undefined && isFunction(method)) steps.resume(call, () => method(params))
    }
    again('config', signed.takeKept())
    for (const name of ['appletConfig', 'appletAuth']) again(name, kept.get(name))
    kept.clear()
    for (const name of names) if (!KEPT.includes(name)) raw[name] = methodFor(name)
    if (!onPluginReady.length) return
    open = true
    // The file has no `try` in this loop, so a callback that throws keeps the rest from running (H3).
    onPluginReady.forEach((run) => {
      run()
    })
  }

  const raw = target()
  raw.isInsideWallet = environment.insideWallet
  raw.checkSdkSupport = environment.insideWallet && generation === 'latest'
  raw.jsApiList = []
  for (const name of names) if (!WITHOUT_PLACEHOLDER.includes(name)) raw[name] = placeholderFor(name)
  /** Puts a method that opens or configures upsdk on the object. It is there before the bridge is up. */
  const putOpening = (name: 'config' | 'ready' | 'error' | 'pluginReady', run: (given: unknown) => void) => {
    raw[name] = (params: unknown) =>
      steps.run(
        name,
        () => factsOf(name === 'config' && !up ? 'slot' : 'method', name, params),
        () => run(steps.watched(steps.current, name, params)),
      )
  }
  putOpening('config', signed.config)
  putOpening('ready', signed.ready)
  putOpening('error', signed.error)
  for (const name of KEPT) raw[name] = keptMethod(name)
  if (generation === 'latest') raw.getNFCAdapter = () => nfcAdapterOn(native)
  putOpening('pluginReady', (callback) => {
    const run = callbackOf(callback)
    if (run && up) {
      open = true
      run()
    } else if (run) onPluginReady.push(run)
  })
  // Outside the wallet, the files since 2021 count as ready, and calls vanish (H4).
  if (!environment.insideWallet && generation !== '2020') up = true

  return { bridgeUp, removeListeners }
}
