import { EXPLICIT_AUTH, type RawSource } from './gate/rawUpsdk'
import type { Writes } from './gate/writes'
import { memoize } from './lib/run'
import { defineValue, hasOwn, isFunction, read, withoutPrototype } from './lib/values'

/** The methods of upsdk whose names are one word. */
const ONE_WORD = ['pay', 'login', 'navi', 'vibrate']
/** Names of several words that serialisers, frameworks, test tools and inspectors look for on any object. */
const PROBED = ['toJSON', 'nodeType', 'displayName', 'asymmetricMatch']

/**
 * Can a key be the name of a method, of any version of upsdk? Names of one word are what promises, frameworks and test
 * tools look for on any object (`then`, `render`, `mock`), so that of these only upsdk's own are methods: the kit is not
 * taken for a promise, a component or a mock.
 */
const isMethodName = (key: unknown): key is string =>
  typeof key === 'string' &&
  (ONE_WORD.includes(key) || (/^[a-z]+[A-Z0-9][A-Za-z0-9]*$/.test(key) && !PROBED.includes(key)))

/** The upsdk behind the kit's object, for when that is `window.upsdk`. */
interface Behind {
  readonly source: RawSource
  /** Takes writes on the kit while it is `window.upsdk`. At other times the object itself keeps them. */
  readonly writes: Writes
  /** Is the raw upsdk ready? Then the kit has the same names if it is `window.upsdk`. */
  isUp(): boolean
}

/**
 * Makes an object with the members, `call`, and a function for every method of upsdk, including those of future wallets.
 * The function for a name is always the same one, and works detached.
 *
 * @param run starts a call
 */
export function withMethods<T extends object>(
  members: T,
  run: (method: string, params?: unknown, options?: object) => unknown,
  { source, writes, isUp }: Behind,
): T {
  const { raw, isInPlace } = source
  const { own } = writes
  const methodNamed = memoize(
    (name: string) => (params?: unknown, options?: object) => run(name, params, options),
  )

  /** Calls a method by its name. A JavaScript page may pass any value as the name. */
  function call(method: unknown, params?: unknown, options?: object): unknown {
    const name = typeof method === 'string' ? method : ''
    // A page or a test may have replaced a method by its own function.
    const replacement = own.get(name) || (names.includes(name) ? undefined : read(target, name))
    return isFunction(replacement)
      ? new Promise((resolve) => resolve(replacement.call(upsdk, params, options)))
      : run(name, params, options)
  }
  const target = Object.assign(members, { call })
  const names = Object.keys(target)

  /** Does the upsdk behind the kit lack the name? */
  const isLacking = (key: PropertyKey): boolean => isInPlace() && isUp() && !own.has(key) && !(key in raw())

  function get(object: object, key: PropertyKey): unknown {
    if (own.has(key)) return own.get(key)
    // The only member of the kit that is a method of upsdk.
    if (key === 'getNFCAdapter' && isLacking(key)) return undefined
    if (key in object) return Reflect.get(object, key)
    if (isInPlace()) {
      const value = read(raw(), key)
      // It is a flag that old code reads, or it cannot be a method.
      if (value === undefined ? isUp() && key !== EXPLICIT_AUTH : !isFunction(value)) return value
    }
    return isMethodName(key) ? methodNamed(key) : undefined
  }

  const upsdk = new Proxy<object>(target, {
    get,
    has: (object, key) =>
      !(typeof key === 'string' && isLacking(key)) && (key in object || get(object, key) !== undefined),
    set(object, key, value) {
      if (typeof key === 'symbol' || !isInPlace())
        return Reflect.set(object, key, value) || !!defineValue(object, key, value)
      // The page puts the kit's method back, as in `upsdk.pay = upsdk.pay || function () {}`.
      if (value === methodNamed(key)) own.delete(key)
      else writes.write(key, value)
      return true
    },
    /** Makes each property configurable, so that a test can delete it again. */
    defineProperty: (object, key, descriptor) =>
      Reflect.defineProperty(object, key, withoutPrototype({ configurable: true, ...descriptor })),
    deleteProperty: (object, key) =>
      own.delete(key) || Reflect.deleteProperty(isInPlace() && !hasOwn(object, key) ? raw() : object, key),
  }) as T
  return upsdk
}
