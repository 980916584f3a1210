import { hasOwn, isFunction, isObject, parseObject, read, WALLET_KEYS } from '../../src/internalsWithoutDom'
import { isKeptCode, keptText } from './keptTexts'
import type { Shape } from './trace'

/** Literals in results and parameters that the documents name (upsdk-behaviour §4). */
const LITERALS = [
  '',
  '0',
  '1',
  '2',
  '3',
  '4',
  '00',
  '01',
  '02',
  'yes',
  'no',
  'qrCode',
  'barCode',
  'black',
  'white',
]
const DEEPEST = 6
const LONGEST_LIST = 1000
/** The keys of a failure that the kit reads, at any depth. */
const READ_KEYS = [...WALLET_KEYS.codes, ...WALLET_KEYS.texts, WALLET_KEYS.inner as string]

/**
 * The parts of a value that the kit reads, and that stay: `nothing` of parameters and results, `all` codes and texts of a
 * failure, only `codes` in a field for codes.
 */
type Reads = 'nothing' | 'codes' | 'all'

/** Makes the shape of parameters or of a result. */
export const shapeOf = (value: unknown): Shape => shape(value, 'nothing', 0)

/** Makes the shape of a failure. Codes, and texts that show a reason, stay. */
export const shapeOfFailure = (value: unknown): Shape => shape(value, 'all', 0)

function shape(value: unknown, reads: Reads, depth: number): Shape {
  if (value === undefined) return { is: 'nothing' }
  if (value === null) return { is: 'null' }
  if (typeof value === 'string') return shapeOfText(value, reads, depth)
  if (typeof value === 'number')
    return reads !== 'nothing' && isKeptCode(value) ? { is: 'literal', value } : { is: 'number' }
  if (typeof value === 'boolean') return { is: 'boolean' }
  if (isFunction(value)) return { is: 'function' }
  if (Array.isArray(value))
    return {
      is: 'list',
      length: Math.min(value.length, LONGEST_LIST),
      of: depth < DEEPEST ? shape(value[0], inner(reads), depth + 1) : { is: 'nothing' },
    }
  if (!isObject(value) || depth >= DEEPEST) return { is: 'object', fields: {} }
  return { is: 'object', fields: fieldsOf(value, reads, depth + 1) }
}

/** A code inside a list is not the failure's code. */
const inner = (reads: Reads): Reads => (reads === 'all' ? 'nothing' : reads)

function fieldsOf(value: Record<string, unknown>, reads: Reads, depth: number): Record<string, Shape> {
  const fields: Record<string, Shape> = {}
  for (const name of Object.keys(value))
    fields[nameOf(name)] = shape(read(value, name), readsOf(name, reads), depth)
  // The message of an `Error` is not enumerable.
  if (reads === 'all')
    for (const name of READ_KEYS)
      if (!hasOwn(fields, name) && read(value, name) !== undefined)
        fields[name] = shape(read(value, name), readsOf(name, reads), depth)
  return fields
}

function readsOf(name: string, reads: Reads): Reads {
  if (reads !== 'all' || !READ_KEYS.includes(name)) return 'nothing'
  return WALLET_KEYS.codes.includes(name) ? 'codes' : 'all'
}

/** Keeps a key that looks like a name. Any other key may be a value that is used as a key. */
const nameOf = (name: string): string =>
  /^[A-Za-z_]{1,40}\d{0,4}$/.test(name) && name !== '__proto__' ? name : `x${name.length}`

function shapeOfText(text: string, reads: Reads, depth: number): Shape {
  const parsed = parseObject(text)
  // The kit reads a list in a failure as text.
  if (parsed && depth < DEEPEST && !(reads !== 'nothing' && Array.isArray(parsed)))
    return { is: 'json', of: shape(parsed, reads, depth + 1) }
  if (LITERALS.includes(text)) return { is: 'literal', value: text }
  const kept =
    reads === 'all' ? keptText(text) : reads === 'codes' && isKeptCode(text) ? text.trim() : undefined
  return kept === undefined ? { is: 'text', length: text.length } : { is: 'literal', value: kept }
}

/** Makes a value of a shape, for a replay. */
export function fromShape(given: Shape): unknown {
  if (given.is === 'literal') return given.value
  if (given.is === 'null') return null
  if (given.is === 'text') return 'x'.repeat(Math.min(given.length, 2000))
  if (given.is === 'json') return JSON.stringify(fromShape(given.of))
  // A whole number would be a code in a failure.
  if (given.is === 'number') return 0.5
  if (given.is === 'boolean') return false
  if (given.is === 'list') return Array.from({ length: given.length }, () => fromShape(given.of))
  if (given.is !== 'object') return undefined
  const value: Record<string, unknown> = {}
  for (const name of Object.keys(given.fields)) value[name] = fromShape(given.fields[name] as Shape)
  return value
}
