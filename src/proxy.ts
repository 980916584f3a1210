import { isFunction } from './run'

/**
 * Names that promises, serialisers, frameworks, test tools and inspectors look for on any object they are
 * handed: for these there is no method, so that the kit is not taken for a promise, a component or a mock.
 */
const PROBED = new Set(
  (
    'then catch finally toJSON inspect nodeType nodeName tagName ownerDocument length size name message stack ' +
    'prototype arguments caller type props key ref render setup template data install default displayName ' +
    'asymmetricMatch sample hasAttribute subscribe next value get set state context options cid functional ' +
    'jquery window document self equals tag mock calls isReactComponent defaultProps propTypes contextTypes'
  ).split(' '),
)

/** Could it be a method of some upsdk? */
const isMethodName = (key: unknown): key is string =>
  typeof key === 'string' && /^[a-z][A-Za-z0-9]*$/.test(key) && !PROBED.has(key)

/**
 * An object that has a function for every method of upsdk, also those of future wallets. The function for a
 * name is always the same one, and works detached.
 *
 * @param write what is written goes to the raw upsdk, so that the SDK file can put its methods there (H26)
 * @param has does the raw upsdk have this method?
 */
export function withMethods<T extends object>(
  target: T,
  call: (method: string, params?: unknown, options?: object) => unknown,
  write: (key: string, value: unknown) => void,
  has: (method: string) => boolean,
): T {
  const methods = new Map<string | symbol, unknown>()
  /** What is read under each name: a method, or what was written that can be none, as flags of old code. */
  const values = new Map<string | symbol, unknown>()
  return new Proxy(target, {
    get(own, key) {
      if (key in own) return Reflect.get(own, key)
      const known = values.get(key)
      if (known !== undefined || !isMethodName(key)) return known
      const method = methods.get(key) || ((params?: unknown, options?: object) => call(key, params, options))
      methods.set(key, method)
      values.set(key, method)
      return method
    },
    has(own, key) {
      const isWritten = values.has(key) && values.get(key) !== methods.get(key)
      return key in own || isWritten || (isMethodName(key) && has(key))
    },
    set(own, key, value) {
      if (typeof key === 'symbol') return Reflect.set(own, key, value)
      if (isFunction(value) && isMethodName(key)) values.delete(key)
      else values.set(key, value)
      // `upsdk.pay = upsdk.pay || function () {}`: on the raw upsdk it would call itself.
      if (!isFunction(value) || value !== methods.get(key)) write(key, value)
      return true
    },
    deleteProperty(own, key) {
      values.delete(key)
      return Reflect.deleteProperty(own, key)
    },
  })
}
