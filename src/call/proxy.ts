import { EXPLICIT_AUTH } from '../gate/nativeBridge'
import { hasOwn, isFunction, read } from '../lib/values'
import type { RawUpsdk } from '../lib/window'

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

/** Could it be a method of some upsdk? */
const isMethodName = (key: unknown): key is string =>
  typeof key === 'string' && /^[a-z][A-Za-z0-9]*$/.test(key) && !PROBED.has(key)

export interface MethodsParts {
  /** Makes a call. */
  run(method: string, params?: unknown, options?: object): unknown
  /** Does the kit stand in the place of the raw upsdk? */
  isInPlace(): boolean
  /** What is written on the kit in that place is written on the raw upsdk. */
  readonly source: { own(): RawUpsdk }
  /** Is the raw upsdk up? Then the kit in its place looks like it. */
  readonly gate: { isUp(): boolean }
}

/**
 * An object that has a function for every method of upsdk, also those of future wallets. The function for a
 * name is always the same one, and works detached.
 */
export function withMethods<T extends object>(target: T, kit: MethodsParts): T {
  const raw = kit.source.own
  const { isUp } = kit.gate
  const isInPlace = () => kit.isInPlace()
  const methods = new Map<string, unknown>()
  const methodNamed = (name: string): unknown => {
    const known = methods.get(name)
    if (known) return known
    const method = (params?: unknown, options?: object) => kit.run(name, params, options)
    methods.set(name, method)
    return method
  }

  const rawToLookLike = (): RawUpsdk | undefined => (isInPlace() && isUp() ? raw() : undefined)

  /** Configurable, since what is listed in place is not what is on the target. */
  const define = (own: object, key: string | symbol, descriptor: PropertyDescriptor): boolean =>
    Reflect.defineProperty(own, key, { configurable: true, ...descriptor })

  function get(own: object, key: string | symbol): unknown {
    // The one member of the kit's that is a method of upsdk.
    if (key === 'getNFCAdapter' && rawToLookLike() && !(key in raw())) return undefined
    if (key in own) return Reflect.get(own, key)
    if (isInPlace()) {
      const written = read(raw(), key as string)
      // Flags of old code, and what else can be no method.
      if (written === undefined ? isUp() && key !== EXPLICIT_AUTH : !isFunction(written)) return written
    }
    return isMethodName(key) ? methodNamed(key) : undefined
  }

  const proxy = new Proxy<object>(target, {
    get,
    has(own, key) {
      const like = rawToLookLike()
      if (like && typeof key === 'string') return key in like
      return key in own || get(own, key) !== undefined
    },
    set(own, key, value) {
      if (typeof key === 'symbol' || !isInPlace())
        return Reflect.set(own, key, value) || define(own, key, { value, writable: true, enumerable: true })
      // `upsdk.pay = upsdk.pay || function () {}`: on the raw upsdk it would call itself.
      if (value !== methods.get(key)) raw()[key] = value
      return true
    },
    defineProperty: define,
    deleteProperty: (own, key) =>
      Reflect.deleteProperty(isInPlace() && !hasOwn(own, key as string) ? raw() : own, key),
    ownKeys(own) {
      return Reflect.ownKeys(rawToLookLike() || own)
    },
    getOwnPropertyDescriptor(own, key) {
      const like = rawToLookLike()
      if (!like || typeof key !== 'string') return Reflect.getOwnPropertyDescriptor(own, key)
      const descriptor = Reflect.getOwnPropertyDescriptor(like, key)
      if (!descriptor) return undefined
      return { value: get(own, key), enumerable: !!descriptor.enumerable, configurable: true, writable: true }
    },
  })
  return proxy as T
}
