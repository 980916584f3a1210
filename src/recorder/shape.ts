import { commonCodes } from '../failure/codes'
import { readFailure, toCode, WALLET_KEYS } from '../failure/read'
import { isFunction, isObject, parseObject } from '../lib/values'
import type { Shape } from './trace'

/** Short enough to be a code of UnionPay's, too short to be a number of a person, a card or an order. */
const CODE = /^[A-Za-z_]{0,12}\d{1,6}$/
/** Literals that the documents name, in results and parameters (upsdk-behaviour §4). */
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
/** A cancellation, where it stands at the start of a longer text. */
const STARTS_CANCELLED = /^(用户取消|用戶取消|您取消|您已取消|已取消|取消)/
const DEEPEST = 6
const LONGEST_LIST = 1000

/** The shape of parameters or of a result. */
export const shapeOf = (value: unknown): Shape => shape(value, false, 0)

/** The shape of what `fail` got: codes, and what tells a reason, stay. */
export const shapeOfFailure = (value: unknown): Shape => shape(value, true, 0)

function shape(value: unknown, isFailure: boolean, depth: number, key?: string): Shape {
  if (value === undefined || value === null) return { is: 'nothing' }
  if (typeof value === 'string') return shapeOfText(value, isFailure, depth, key)
  if (typeof value === 'number') {
    const isCode =
      isFailure && (key === undefined || WALLET_KEYS.codes.includes(key)) && CODE.test(String(value))
    return isCode ? { is: 'literal', value } : { is: 'number' }
  }
  if (typeof value === 'boolean') return { is: 'boolean' }
  if (isFunction(value)) return { is: 'function' }
  if (Array.isArray(value))
    return {
      is: 'list',
      length: Math.min(value.length, LONGEST_LIST),
      of: depth < DEEPEST ? shape(value[0], isFailure, depth + 1) : { is: 'nothing' },
    }
  if (!isObject(value) || depth >= DEEPEST) return { is: 'object', fields: {} }
  const fields: Record<string, Shape> = {}
  for (const name of Object.keys(value)) fields[nameOf(name)] = shape(value[name], isFailure, depth + 1, name)
  return { is: 'object', fields }
}

/** Names are upsdk's own; what is none may be a value that somebody uses as a name. */
const nameOf = (name: string): string => (/^[A-Za-z_]{1,40}\d{0,4}$/.test(name) ? name : `x${name.length}`)

function shapeOfText(text: string, isFailure: boolean, depth: number, key: string | undefined): Shape {
  const inner = parseObject(text)
  if (inner && depth < DEEPEST) return { is: 'json', of: shape(inner, isFailure, depth + 1) }
  if (LITERALS.includes(text)) return { is: 'literal', value: text }
  const kept = isFailure ? toldBy(text, key) : undefined
  return kept === undefined ? { is: 'text', length: text.length } : { is: 'literal', value: kept }
}

/** Keeps the part of a failure's text that tells the kit its reason, and no more. */
function toldBy(text: string, key: string | undefined): string | undefined {
  const isCodeKey = key === undefined || WALLET_KEYS.codes.includes(key)
  if (toCode(text)) return isCodeKey && CODE.test(text.trim()) ? text.trim() : undefined
  const { code, reason, onlyCancelled, refused } = readFailure(text)
  if (refused) return '调用方法缺少参数'
  const known = Object.keys(commonCodes).filter((name) => name === code)[0]
  // The SDK file's own text of that code.
  const official = known && commonCodes[known]?.description
  if (official && (text === official || text.startsWith(official.split(':')[0] || '\n'))) return official
  if (code && CODE.test(code) && text.trim().endsWith(`[${code}]`)) return `[${code}]`
  if (reason !== 'cancelled') return undefined
  if (onlyCancelled) return text
  return STARTS_CANCELLED.exec(text)?.[0] || 'cancelled by user'
}

/** A value of that shape, to be given in its place. */
export function fromShape(given: Shape): unknown {
  if (given.is === 'literal') return given.value
  if (given.is === 'text') return 'x'.repeat(Math.min(given.length, 2000))
  if (given.is === 'json') return JSON.stringify(fromShape(given.of))
  if (given.is === 'number') return 0
  if (given.is === 'boolean') return false
  if (given.is === 'list') return Array.from({ length: given.length }, () => fromShape(given.of))
  if (given.is !== 'object') return undefined
  const value: Record<string, unknown> = {}
  for (const name of Object.keys(given.fields)) value[name] = fromShape(given.fields[name] as Shape)
  return value
}
