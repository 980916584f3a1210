import { noop } from '../lib/run'
import { isFunction, isObject, withoutFunctions } from '../lib/values'
import type { RawUpsdk } from '../lib/window'
import { errorOf } from './errors'
import { EVENTS, type Generation, KEPT, methodsOf, STOPS, toMethods, WITHOUT_PLACEHOLDER } from './methods'
import { type Native, STATUSES } from './native'
import { nfcAdapterOn } from './nfc'
import { type Bag, type Callback, callbackOf, specialMethods } from './special'
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
  document: Document
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

export function createSdk({
  target,
  document,
  prototype,
  native,
  place,
  generation,
  only,
}: SdkParts): SimulatedSdk {
  let up = false
  let open = false
  let refused = false
  let refusal: unknown
  let onRefused: Callback
  let given: unknown
  let storedConfig: Bag | undefined
  /** Of the two that are kept until the bridge is up: the last call of each. */
  const kept = new Map<string, Bag>()
  const onReady: (() => void)[] = []
  const onPluginReady: (() => void)[] = []
  const slots = new Map<string, EventListener>()
  const missingParameter = generation === '2020' ? '璋冪敤鏂规硶缂哄皯鍙傛暟' : '调用方法缺少参数'
  const names = methodsOf(generation).filter((name) => !only || only.includes(name))

  /** Every failure goes through here: cordova's status takes its place, and is cleared only afterwards (H24). */
  function failTo(callback: Callback, raw: unknown): void {
    const status = native.status
    callback?.(
      status && STATUSES.includes(status)
        ? errorOf(status)
        : typeof raw === 'string' && raw
          ? { msg: raw }
          : raw,
    )
    native.status = undefined
  }

  function exec(method: string, params: unknown, success: Callback, fail: Callback): void {
    if (!open) return failTo(fail, errorOf('c05'))
    native.exec(
      method,
      params === DROPPED ? {} : given,
      (value) => success?.(value),
      (raw) => failTo(fail, raw),
    )
  }

  /** Parameters of another kind of object are dropped without a word, and the callbacks with them (H21). */
  function forward(
    method: string,
    params: unknown,
    transform?: (value: unknown) => unknown,
    pay?: boolean,
  ): void {
    const bag = (params || {}) as Bag
    const fail = callbackOf(bag.fail) || callbackOf(bag.cancel)
    exec(
      method,
      isObject(params) && Object.getPrototypeOf(params) === prototype ? params : DROPPED,
      (value) => callbackOf(bag.success)?.(transform ? transform(value) : value),
      fail && ((raw) => fail(pay ? payFailure(raw) : raw)),
    )
  }

  function direct(method: string, params: unknown): void {
    const { success, fail } = (params || {}) as Bag
    native.exec(
      method,
      given,
      (value) => callbackOf(success)?.(value),
      (raw) => callbackOf(fail)?.(raw),
    )
  }

  function payFailure(raw: unknown): { msg: unknown } {
    const { desc, msg, errmsg } = (isObject(raw) ? raw : {}) as Bag
    return { msg: desc || msg || errmsg || '支付插件调用失败' }
  }

  function listen(event: string, handler: unknown): void {
    if (!isFunction(handler)) return
    const before = slots.get(event)
    if (before) document.removeEventListener(event, before)
    slots.set(event, handler as EventListener)
    document.addEventListener(event, handler as EventListener)
  }

  const special = specialMethods({ exec, forward, direct, failTo, listen, missingParameter })

  /** A method that keeps what it was given, before the SDK writes into it (H10). */
  function methodFor(name: string): (params: unknown) => void {
    const method = behaviourOf(name)
    return (params) => {
      given = withoutFunctions(params)
      method(params)
    }
  }

  function behaviourOf(name: string): (params: unknown) => void {
    const own = special[name]
    if (own) return own
    const event = EVENTS[name]
    const stopped = EVENTS[STOPS[name] || '']
    return (params) => {
      forward(name, params)
      if (event) listen(event[1], ((params || {}) as Bag)[event[0]])
      const listener = stopped && slots.get(stopped[1])
      if (stopped && listener) document.removeEventListener(stopped[1], listener)
    }
  }

  /** One slot for each until the bridge is up (H9); the callbacks are taken out of the page's object (H10). */
  const keptMethod = (method: string) => (params: unknown) => {
    const bag = params as Bag
    if (!up) {
      kept.set(method, bag)
      return
    }
    const success = callbackOf(bag.success)
    const fail = callbackOf(bag.fail)
    delete bag.success
    delete bag.fail
    native.exec(
      method,
      bag,
      (value) => success?.(value),
      (raw) => failTo(fail, raw),
    )
  }

  function config(params: unknown): void {
    if (!place.insideWallet) {
      open = true
      onReady.forEach((run) => {
        run()
      })
      return
    }
    const bag = params as Bag
    const missing = ['appId', 'nonceStr', 'timestamp', 'signature'].filter((name) => !bag[name])[0]
    if (missing) return onRefused?.({ msg: `config${missingParameter}${missing}` })
    if (!up) {
      storedConfig = bag
      return
    }
    native.exec('config', bag, accepted, (raw) => {
      refused = true
      open = false
      refusal = raw
      onRefused?.(raw)
    })
  }

  function accepted(value: unknown): void {
    open = true
    refused = false
    const body = (typeof value === 'string' ? JSON.parse(value) : value || {}) as { jsApiList?: unknown }
    target().jsApiList = toMethods(body.jsApiList)
    onReady.forEach((run) => {
      run()
    })
  }

  function bridgeUp(): void {
    up = true
    const raw = target()
    const config = storedConfig
    storedConfig = undefined
    // Through the object itself, as the file does.
    if (config && isFunction(raw.config)) raw.config(config)
    kept.forEach((bag, name) => {
      const method = raw[name]
      if (isFunction(method)) method(bag)
    })
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
  raw.config = config
  raw.ready = (callback: unknown) => {
    if (isFunction(callback)) open ? callback() : onReady.push(callback)
  }
  raw.error = (callback: unknown) => {
    if (refused) callbackOf(callback)?.(refusal)
    else onRefused = callbackOf(callback)
  }
  for (const name of KEPT) raw[name] = keptMethod(name)
  if (generation === 'latest') raw.getNFCAdapter = () => nfcAdapterOn(native)
  raw.pluginReady = (callback: unknown) => {
    if (!isFunction(callback)) return
    if (up) {
      open = true
      callback()
    } else onPluginReady.push(callback)
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
