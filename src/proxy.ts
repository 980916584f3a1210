import { EXPLICIT_AUTH, hasRun, type RawSource } from './gate/upsdk'
import { memoize } from './lib/run'
import { hasOwn, isFunction, read } from './lib/values'

/**
 * Names that promises, serialisers, frameworks, test tools and inspectors look for on any object they are
 * handed: for these there is no method, so that the kit is not taken for a promise, a component or a mock.
 */
const PROBED = /* @__PURE__ */ new Set(
  (
    'then catch finally toJSON inspect nodeType nodeName tagName ownerDocument length size name message stack ' +
    'prototype arguments caller type props key ref render setup template data install default displayName ' +
    'asymmetricMatch sample hasAttribute subscribe next value get set state context options cid functional ' +
    'jquery window document self equals tag mock calls isReactComponent defaultProps propTypes contextTypes'
  ).split(' '),
)

/** Names that the file writes while it loads, and not again when the bridge comes up. A page's own function there stays. */
const WRITTEN_ONCE = /^(applet(Auth|Config)|ready|config|error)$/

/** Could it be a method of some upsdk? */
const isMethodName = (key: unknown): key is string =>
  typeof key === 'string' && /^[a-z][A-Za-z0-9]*$/.test(key) && !PROBED.has(key)

/**
 * Makes an object that has `call`, and a function for every method of upsdk, also those of future wallets. The function
 * for a name is always the same one, and works detached.
 *
 * @param run makes a call
 * @param source where the SDK file's writes on the kit go
 * @param isUp is the raw upsdk up? Then the kit in its place looks like it
 */
export function withMethods<T extends object>(
  members: T,
  run: (method: string, params?: unknown, options?: object) => unknown,
  source: RawSource,
  isUp: () => boolean,
): T {
  const { own: raw, isInPlace } = source
  /** While the kit is `window.upsdk`: what the page wrote on it. Elsewhere a page's own stands on the object itself. */
  const written = new Map<PropertyKey, unknown>()
  const methodNamed = memoize(
    (name: string) => (params?: unknown, options?: object) => run(name, params, options),
  )

  /** JavaScript may hand in anything as a method. */
  function call(method: unknown, params?: unknown, options?: object): unknown {
    const name = typeof method === 'string' ? method : ''
    // A page, or a test, may have put a function of its own in the place of a method.
    const replacement = written.get(name) || (names.includes(name) ? undefined : read(target, name))
    return isFunction(replacement)
      ? new Promise((resolve) => resolve(replacement(params, options)))
      : run(name, params, options)
  }
  const target = Object.assign(members, { call })
  const names = Object.keys(target)

  /** Configurable, so that a test can take it back. */
  const define = (own: object, key: PropertyKey, descriptor: PropertyDescriptor): boolean =>
    Reflect.defineProperty(own, key, { configurable: true, ...descriptor })

  /** Does this upsdk, for which the kit stands, lack the name? */
  const isLacking = (key: PropertyKey): boolean =>
    isInPlace() && isUp() && !written.has(key) && !(key in raw())

  function get(own: object, key: PropertyKey): unknown {
    if (written.has(key)) return written.get(key)
    // The one member of the kit's that is a method of upsdk.
    if (key === 'getNFCAdapter' && isLacking(key)) return undefined
    if (key in own) return Reflect.get(own, key)
    if (isInPlace()) {
      const there = read(raw(), key)
      // Flags of old code, and what else can be no method.
      if (there === undefined ? isUp() && key !== EXPLICIT_AUTH : !isFunction(there)) return there
    }
    return isMethodName(key) ? methodNamed(key) : undefined
  }

  /** A function that the page writes is called from then on, and may call the kit's own method. The file's writes go to upsdk. */
  function write(key: string, value: unknown): void {
    if (key === 'isInsideWallet') source.fileBegins()
    const isKept = isUp() || (hasRun(raw()) && WRITTEN_ONCE.test(key))
    if (isFunction(value) && isKept && !source.isFileWriting()) written.set(key, value)
    else raw()[key] = value
    if (key === 'pluginReady') source.fileEnds()
  }

  return new Proxy<object>(target, {
    get,
    has: (own, key) =>
      !(typeof key === 'string' && isLacking(key)) && (key in own || get(own, key) !== undefined),
    set(own, key, value) {
      if (typeof key === 'symbol' || !isInPlace())
        return Reflect.set(own, key, value) || define(own, key, { value, writable: true, enumerable: true })
      // A method that is put back; and `upsdk.pay = upsdk.pay || function () {}`.
      if (value === methodNamed(key)) written.delete(key)
      else write(key, value)
      return true
    },
    defineProperty: define,
    deleteProperty: (own, key) =>
      written.delete(key) || Reflect.deleteProperty(isInPlace() && !hasOwn(own, key) ? raw() : own, key),
  }) as T
}
