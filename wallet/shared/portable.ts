/** Copies a page's values: the copy is plain, limited in size, and independent of the page's objects. */
import { isFunction, isObject } from '../../src/internalsWithoutDom'

/** The size of a copy: longer texts are cut, and what is deeper or has more members is left out. */
export interface Limits {
  readonly longest: number
  readonly deepest: number
  readonly mostMembers: number
}

/** Stands for a function of the page. */
export const A_FUNCTION = '[function]'

/** For a log that people read. */
const TO_READ: Limits = { longest: 2000, deepest: 6, mostMembers: 100 }
/** For a test, which compares whole values. The depth ends what contains itself. */
export const WHOLE: Limits = { longest: Infinity, deepest: 50, mostMembers: Infinity }

/**
 * Copies a value so that JSON and `postMessage` accept it. Long texts (pictures) are cut. Functions and errors are
 * replaced by their names.
 */
export function portable<T>(value: T, limits?: Limits, depth?: number): T
export function portable(value: unknown, limits = TO_READ, depth = 0): unknown {
  const { longest, deepest, mostMembers } = limits
  if (typeof value === 'string')
    return value.length > longest ? `${value.slice(0, longest)}… (${value.length})` : value
  if (isFunction(value)) return A_FUNCTION
  if (typeof value === 'bigint' || typeof value === 'symbol') return String(value)
  if (!isObject(value)) return value
  if (depth > deepest) return '[…]'
  try {
    if (value instanceof Error || (value.name && value.message && value.stack))
      return { name: String(value.name), message: String(value.message) }
    if (Array.isArray(value))
      return value.slice(0, mostMembers).map((one) => portable(one as unknown, limits, depth + 1))
    const copy: Record<string, unknown> = {}
    for (const key of Object.keys(value).slice(0, mostMembers))
      copy[key] = portable(value[key], limits, depth + 1)
    return copy
  } catch {
    // A getter or proxy of the page threw.
    return '[unreadable]'
  }
}
