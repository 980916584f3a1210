/** Copies a page's values: the copy is plain, limited in size, and independent of the page's objects. */
import { isFunction, isObject } from '../../lib/values'

const LONGEST = 2000
const DEEPEST = 6
const MOST_MEMBERS = 100

/**
 * Copies a value so that JSON and `postMessage` accept it. Long texts (pictures) are cut. Functions and errors are
 * replaced by their names.
 */
export function portable<T>(value: T, depth?: number): T
export function portable(value: unknown, depth = 0): unknown {
  if (typeof value === 'string')
    return value.length > LONGEST ? `${value.slice(0, LONGEST)}… (${value.length})` : value
  if (isFunction(value)) return '[function]'
  if (typeof value === 'bigint' || typeof value === 'symbol') return String(value)
  if (!isObject(value)) return value
  if (depth > DEEPEST) return '[…]'
  try {
    if (value instanceof Error || (value.name && value.message && value.stack))
      return { name: String(value.name), message: String(value.message) }
    if (Array.isArray(value))
      return value.slice(0, MOST_MEMBERS).map((one) => portable(one as unknown, depth + 1))
    const copy: Record<string, unknown> = {}
    for (const key of Object.keys(value).slice(0, MOST_MEMBERS)) copy[key] = portable(value[key], depth + 1)
    return copy
  } catch {
    // A getter or proxy of the page threw.
    return '[unreadable]'
  }
}
