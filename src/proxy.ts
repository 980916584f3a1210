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

/** What the object of methods asks of the kit. */
export interface MethodsParts {
  call(method: string, params?: unknown, options?: object): unknown
  /** Puts something on the raw upsdk. */
  write(key: string, value: unknown): void
  /** Has the raw upsdk this method? */
  has(method: string): boolean
  /** Is it the page that writes now, and not the SDK file? */
  isPages(): boolean
}

/**
 * An object that has a function for every method of upsdk, also those of future wallets. The function for a
 * name is always the same one, and works detached.
 *
 * What the SDK file writes goes to the raw upsdk, and leaves these functions as they are (H26). What the page writes
 * takes their place, as on any object: `const { pay } = upsdk; upsdk.pay = (params) => pay(params)`.
 */
export function withMethods<T extends object>(target: T, { call, write, has, isPages }: MethodsParts): T {
  const methods = new Map<string, (params?: unknown, options?: object) => unknown>()
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
      const isPagesOwn = isPages()
      if (key in own) {
        // The values that are live belong to the SDK file, whoever writes.
        if (isPagesOwn && isFunction(value)) return Reflect.set(own, key, value)
        write(key, value)
        return true
      }
      // Put back, or `upsdk.pay = upsdk.pay || function () {}`.
      if (isFunction(value) && value === methods.get(key)) written.delete(key)
      // What is no method of upsdk can be read again, whoever wrote it.
      else if (isPagesOwn || !isFunction(value) || !isMethodName(key)) written.set(key, value)
      else written.delete(key)
      if (!isPagesOwn && value !== methods.get(key)) write(key, value)
      return true
    },
    deleteProperty(own, key) {
      written.delete(key)
      return Reflect.deleteProperty(own, key)
    },
  })
}
