/**
 * Follows the page's callbacks while a kit is in upsdk's place: upsdk runs the kit's own callbacks then, so its steps say
 * nothing of the page's. Old callbacks still get JSON text from Android, and may throw (H12).
 */
import { isFunction, isObject } from '../../../src/internalsWithoutDom'
import type { LogCall } from '../../shared/log'
import type { Log } from '../log'
import type { UsedTexts } from './usedTexts'

type Run = (...args: unknown[]) => unknown

const CALLBACKS = ['success', 'fail', 'cancel', 'complete'] as const

/**
 * Makes the object that the page calls in the place of a kit. It behaves as the kit does.
 *
 * @param texts follows what the page does with texts; undefined if none is from Android
 */
export function followKitCallbacks(kit: object, log: Log, texts: UsedTexts | undefined): object {
  const wrapped = new Map<PropertyKey, { readonly of: unknown; readonly by: Run }>()
  /** Properties that the page wrote on it. A kit keeps these, and ignores those that the SDK file writes. */
  const written = new Map<PropertyKey, unknown>()

  function withCallbacks(params: unknown, callNow: () => LogCall | undefined): unknown {
    if (!isObject(params) || Array.isArray(params)) return params
    const copy = Object.assign(Object.create(Object.getPrototypeOf(params) as object), params) as Record<
      string,
      unknown
    >
    for (const name of CALLBACKS) {
      const callback = copy[name]
      if (isFunction(callback)) copy[name] = followed(callback as Run, name, callNow)
    }
    return copy
  }

  const followed = (callback: Run, name: string, callNow: () => LogCall | undefined): Run =>
    function (this: unknown, ...args) {
      const call = callNow()
      const run = () => callback.apply(this, args)
      try {
        if (!call || !texts || name !== 'success' || !callback.length) return run()
        return texts.told(call.method, args[0], run, () => log.markUnusedTextOf(call))
      } catch (error) {
        if (call) log.markThrew(call, error)
        throw error
      }
    }

  const methodFor =
    (method: Run): Run =>
    (params, ...rest) => {
      const before = log.lastKitCall()
      let call: LogCall | undefined
      const result = method.call(
        kit,
        withCallbacks(params, () => call),
        ...rest,
      )
      // The kit reports the call while its method runs, and settles it later.
      const last = log.lastKitCall()
      if (last !== before) call = last
      return result
    }

  return new Proxy(kit, {
    get(_, key) {
      const value: unknown = Reflect.get(kit, key)
      if (typeof key !== 'string' || !isFunction(value) || written.get(key) === value) return value
      const known = wrapped.get(key)
      if (known?.of === value) return known.by
      const by = methodFor(value as Run)
      wrapped.set(key, { of: value, by })
      return by
    },
    set(_, key, value) {
      written.set(key, value)
      return Reflect.set(kit, key, value)
    },
  })
}
