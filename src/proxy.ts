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
  const methods = new Map<string, (params?: unknown, options?: object) => unknown>()
  /** What can be no method of upsdk: flags of old code, names of its own. */
  const written = new Map<string | symbol, unknown>()
  return new Proxy(target, {
    get(own, key) {
      if (key in own) return Reflect.get(own, key)
      if (written.has(key)) return written.get(key)
      if (!isMethodName(key)) return undefined
      let method = methods.get(key)
      if (!method) methods.set(key, (method = (params, options) => call(key, params, options)))
      return method
    },
    has: (own, key) => key in own || written.has(key) || (isMethodName(key) && has(key)),
    set(own, key, value) {
      if (typeof key === 'symbol') return Reflect.set(own, key, value)
      if (isFunction(value) && isMethodName(key)) written.delete(key)
      else written.set(key, value)
      // `upsdk.pay = upsdk.pay || function () {}`: on the raw upsdk it would call itself.
      if (!isFunction(value) || value !== methods.get(key)) write(key, value)
      return true
    },
    deleteProperty(own, key) {
      written.delete(key)
      return Reflect.deleteProperty(own, key)
    },
  })
}
