import { EXPLICIT_AUTH, type FileWrites, hasRun } from './gate/upsdk'
import { memoize } from './lib/run'
import { hasOwn, isFunction, read } from './lib/values'
import type { RawUpsdk } from './types/window'

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

export interface MethodsParts {
  /** Makes a call. */
  run(method: string, params?: unknown, options?: object): unknown
  /** Does the kit stand in the place of the raw upsdk? */
  isInPlace(): boolean
  /** The SDK file's writes on the kit go to the raw upsdk. */
  readonly source: { own(): RawUpsdk }
  readonly fileWrites: FileWrites
  /** Is the raw upsdk up? Then the kit in its place looks like it. */
  readonly gate: { isUp(): boolean }
}

/** An object with methods, and the functions that the page has put in their place. */
export interface WithMethods<T> {
  readonly upsdk: T
  /** While the kit is `window.upsdk`: what the page wrote on it. Elsewhere a page's own stands on the object itself. */
  readonly written: ReadonlyMap<PropertyKey, unknown>
}

/**
 * An object that has a function for every method of upsdk, also those of future wallets. The function for a
 * name is always the same one, and works detached.
 */
export function withMethods<T extends object>(
  target: T,
  { run, isInPlace, source, fileWrites, gate }: MethodsParts,
): WithMethods<T> {
  const raw = source.own
  const { isUp } = gate
  const written = new Map<PropertyKey, unknown>()
  const methodNamed = memoize(
    (name: string) => (params?: unknown, options?: object) => run(name, params, options),
  )

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
    if (key === 'isInsideWallet') fileWrites.begin()
    const isKept = isUp() || (hasRun(raw()) && WRITTEN_ONCE.test(key))
    if (isFunction(value) && isKept && !fileWrites.isWriting()) written.set(key, value)
    else raw()[key] = value
    if (key === 'pluginReady') fileWrites.end()
  }

  const upsdk = new Proxy<object>(target, {
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
  })
  return { upsdk: upsdk as T, written }
}
