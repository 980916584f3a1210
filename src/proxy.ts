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
 */
export function withMethods<T extends object>(
  target: T,
  call: (method: string, params?: unknown, options?: object) => unknown,
  write: (key: string, value: unknown) => void,
): T {
  const methods = new Map<string | symbol, (params?: unknown, options?: object) => unknown>()
  return new Proxy(target, {
    get(own, key) {
      if (key in own) return Reflect.get(own, key)
      let method = methods.get(key)
      if (!method && isMethodName(key)) {
        method = (params, options) => call(key, params, options)
        methods.set(key, method)
      }
      return method
    },
    set(own, key, value) {
      if (typeof key === 'string') write(key, value)
      else return Reflect.set(own, key, value)
      return true
    },
  })
}
