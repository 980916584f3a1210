/** Small readers of values of any kind. Nothing here throws. */

export const isFunction = (value: unknown): value is (...args: unknown[]) => unknown =>
  typeof value === 'function'

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Own properties only: codes and names from outside are never looked up in a prototype. */
export const hasOwn = (object: object, key: PropertyKey): boolean =>
  Object.prototype.hasOwnProperty.call(object, key)

/**
 * Reads a property of anything. What throws reads as undefined, and so does what is inherited from
 * `Object.prototype`: a polluted one must not add a code to a failure.
 */
export function read(value: unknown, key: PropertyKey): unknown {
  try {
    let owner: object | null = Object(value)
    while (owner && owner !== Object.prototype) {
      if (hasOwn(owner, key)) return (value as Record<PropertyKey, unknown>)[key]
      owner = Object.getPrototypeOf(owner)
    }
  } catch {
    // A getter of the page's, or a proxy.
  }
  return undefined
}

/** Finds an own key in any case; of several the last. Throws what the object throws. */
export function keyInAnyCase(table: object, key: string): string | undefined {
  const wanted = key.toLowerCase()
  return Object.keys(table)
    .filter((name) => name.toLowerCase() === wanted)
    .pop()
}

/** Copies an object, without a prototype: what a polluted `Object.prototype` has is not in it. */
export const withoutPrototype = <T extends object>(given: T): T =>
  Object.assign(Object.create(null), given) as T

/** Has it a mark of the kit's, of whichever copy? */
export function hasBrand(value: unknown, brand: symbol): boolean {
  try {
    return isObject(value) && brand in value
  } catch {
    return false
  }
}

/** Reads a text out of anything. */
export function readString(value: unknown, key: string): string | undefined {
  const text = read(value, key)
  return typeof text === 'string' ? text : undefined
}

/** The most characters of a text of somebody else's on screen. */
const LONGEST_TEXT = 200

/** Cuts a text to what a toast may say, without half a character at its end. */
export const shorten = (text: string): string => text.slice(0, LONGEST_TEXT).replace(/[\ud800-\udbff]$/, '')

/** Is it an AbortSignal, or what looks like one? It may have the methods of its class. */
export const isSignal = (value: unknown): boolean =>
  isObject(value) &&
  isFunction(read(value, 'addEventListener')) &&
  isFunction(read(value, 'removeEventListener'))

/** Has an AbortSignal, or what looks like one, said so? */
export const isAborted = (signal: unknown): boolean => read(signal, 'aborted') === true

/** Is it an error, also one of another window or of a library that only looks like one? */
export function isError(value: unknown): boolean {
  try {
    return value instanceof Error || !!read(value, 'stack')
  } catch {
    return false
  }
}

/** Reads an object out of JSON text; undefined where there is none. */
export function parseObject(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    // Trimmed, it has no byte order mark either.
    return JSON.parse(text.trim()) as object
  } catch {
    return undefined
  }
}

/** Makes the same text for equal values, whatever the order of their keys; undefined for what JSON cannot say. */
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

/** Copies an object without its functions: what can cross a bridge. Anything else stays as it is. */
export function withoutFunctions(params: unknown): unknown {
  if (!isObject(params)) return params
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(params)) {
    if (!isFunction(params[key])) copy[key] = params[key]
  }
  return copy
}

/** Lists one thing, a list of them, or none. */
export const listOf = <T>(given: T | readonly T[] | undefined): readonly T[] =>
  given === undefined ? [] : Array.isArray(given) ? given : [given as T]
