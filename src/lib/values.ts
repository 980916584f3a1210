/** Small functions that read values of any kind. None of them throws. */

export const isFunction = (value: unknown): value is (...args: unknown[]) => unknown =>
  typeof value === 'function'

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Has an object its own property? Codes and names from outside must never be found in a prototype. */
export const hasOwn = (object: object, key: PropertyKey): boolean =>
  Object.prototype.hasOwnProperty.call(object, key)

/**
 * Reads a property of any value. A property that throws is undefined. So is one inherited from `Object.prototype`,
 * which may be polluted and must not add a code to a failure.
 */
export function read(value: unknown, key: PropertyKey): unknown {
  try {
    const object = Object(value) as Record<PropertyKey, unknown>
    // Most keys are not there, so that they cannot be inherited from it.
    return key in Object.prototype && isInherited(object, key) ? undefined : object[key]
  } catch {
    // A getter or a proxy of the page threw.
    return undefined
  }
}

/** Is `Object.prototype` the only one that has an object's key? */
function isInherited(object: object, key: PropertyKey): boolean {
  let owner: object | null = object
  while (owner && owner !== Object.prototype) {
    if (hasOwn(owner, key)) return false
    owner = Object.getPrototypeOf(owner)
  }
  return true
}

/** Lists the own keys that differ from a key only in case. It throws what the object throws. */
export function keysInAnyCase(table: object, key: string): string[] {
  const wanted = key.toLowerCase()
  return Object.keys(table).filter((name) => name.toLowerCase() === wanted)
}

/** Copies an object without a prototype, so that a polluted `Object.prototype` adds nothing. */
export const withoutPrototype = <T extends object>(given: T): T =>
  Object.assign(Object.create(null), given) as T

/**
 * Defines an ordinary property, whatever `Object.prototype` has: an accessor there would take an assignment, and a
 * polluted `get` would make the descriptor malformed. Most names are nowhere yet, and an assignment to such a name costs
 * a tenth of a definition.
 */
export function defineValue<T extends object>(object: T, key: PropertyKey, value: unknown): T {
  if (key in object) return define(object, key, value, true)
  ;(object as Record<PropertyKey, unknown>)[key] = value
  return object
}

/** Defines a property that is not enumerable. */
export const defineHidden = <T extends object>(object: T, key: PropertyKey, value: unknown): T =>
  define(object, key, value, false)

const define = <T extends object>(object: T, key: PropertyKey, value: unknown, enumerable: boolean): T =>
  Object.defineProperty(
    object,
    key,
    withoutPrototype({ value, enumerable, configurable: true, writable: true }),
  )

/** Does a value have a mark of the kit, of any copy? */
export function hasBrand(value: unknown, brand: symbol): boolean {
  try {
    return isObject(value) && brand in value
  } catch {
    return false
  }
}

/** Reads a text property of any value. */
export function readString(value: unknown, key: string): string | undefined {
  const text = read(value, key)
  return typeof text === 'string' ? text : undefined
}

/** The most characters on screen of a text that is not the kit's. */
const LONGEST_TEXT = 200

/** Shortens a text to fit into a toast, without half a character at its end. */
export const shorten = (text: string): string => text.slice(0, LONGEST_TEXT).replace(/[\ud800-\udbff]$/, '')

/** Makes a test for objects with these methods, which may be inherited. */
export const hasMethods =
  (...names: string[]) =>
  (value: unknown): boolean =>
    isObject(value) && names.every((name) => isFunction(read(value, name)))

/** Is a value an AbortSignal or similar? */
export const isSignal = /* @__PURE__ */ hasMethods('addEventListener', 'removeEventListener')

/** Is an AbortSignal, or a similar object, aborted? */
export const isAborted = (signal: unknown): boolean => read(signal, 'aborted') === true

/** Would a promise call the value's `then`, or throw on reading it? */
export function isPromiseLike(value: unknown): boolean {
  try {
    return (isObject(value) || isFunction(value)) && isFunction((value as { then?: unknown }).then)
  } catch {
    return true
  }
}

/** Is a value an error? True also for one of another window, and for a library's object that looks like one. */
export function isError(value: unknown): boolean {
  try {
    return value instanceof Error || !!read(value, 'stack')
  } catch {
    return false
  }
}

/** Reads an object from JSON text; undefined if there is none. */
export function parseObject(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    // `trim` also removes a byte order mark.
    return JSON.parse(text.trim()) as object
  } catch {
    return undefined
  }
}

/** Makes the same text for equal values, in any order of their keys; undefined if JSON cannot represent them. */
export function toComparable(value: unknown): string | undefined {
  try {
    return JSON.stringify(value, sortKeys)
  } catch {
    return undefined
  }
}

function sortKeys(_key: string, value: unknown): unknown {
  if (!isObject(value) || Array.isArray(value)) return value
  const sorted = Object.create(null) as Record<string, unknown>
  for (const key of Object.keys(value).sort()) sorted[key] = value[key]
  return sorted
}

/** Copies an object without its functions, which cannot cross a bridge. Any other value is returned unchanged. */
export function withoutFunctions(params: unknown): unknown {
  if (!isObject(params)) return params
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(params)) {
    if (!isFunction(params[key])) copy[key] = params[key]
  }
  return copy
}

/** Makes a list of one value, a list or undefined. */
export const listOf = <T>(given: T | readonly T[] | undefined): readonly T[] =>
  given === undefined ? [] : Array.isArray(given) ? given : [given as T]
