import { parseObject, read } from '../run'
import type { Reason } from './reasons'

/** What was read out of a failure, whatever its shape was. */
export interface Failure {
  code?: string
  reason?: Reason
  /** Its text, which is only searched for what tells one meaning of a code from another, and never kept. */
  text?: string
  /** True where neither code nor text came with it. */
  empty?: boolean
  /** True where upsdk itself turned the call down, so that it never left the page. */
  neverLeft?: boolean
}

const CODE = /^[A-Za-z_]{0,12}\d{1,8}$/
const CODE_AT_END = /\[([A-Za-z_]{0,12}\d{1,8})\]\s*$/
/** “调用方法缺少参数”, and as the 2020 file has it, garbled by a wrong encoding (H17). */
const MISSING_PARAMETER = /调用方法缺少参数|璋冪敤鏂规硶缂哄皯鍙傛暟/
/** A cancellation by the user; “订单已取消” is none. */
const CANCELLED = /^(用户取消|用戶取消|您取消|已取消|取消)|user cancel|cancelled by user/i
/** cordova's own words for the codes that the SDK makes of them. */
const PREFIXES: readonly (readonly [string, string])[] = [
  ['ILLEGAL_ACCESS_EXCEPTION', 'c02'],
  ['INVALID_ACTION_EXCEPTION', 'c03'],
  ['CLASS_NOT_FOUND_EXCEPTION', 'c04'],
]
/** No text that names a failure is longer; what is longer is only looked at from both ends. */
const LONGEST_TEXT = 4096

const CODE_KEYS = ['errcode', 'code', 'resp', 'respCd']
const TEXT_KEYS = ['msg', 'errmsg', 'desc']

/** A code out of a string or number, or undefined where it is none. */
export function toCode(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const text = String(value).trim()
  return CODE.test(text) ? text : undefined
}

/** What a text alone tells. */
export function readText(text: string): Failure {
  const whole =
    text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT / 2) + text.slice(-LONGEST_TEXT / 2) : text
  const trimmed = whole.trim()
  if (MISSING_PARAMETER.test(trimmed)) return { reason: 'invalid-params', neverLeft: true }
  const prefix = PREFIXES.filter(([name]) => trimmed.startsWith(name))[0]
  const code = toCode(trimmed) || (prefix ? prefix[1] : CODE_AT_END.exec(trimmed)?.[1])
  const reason = CANCELLED.test(trimmed) ? ('cancelled' as const) : undefined
  return { code, reason, text: trimmed, empty: !trimmed }
}

/** The first of `keys` whose value is a code. */
export function readCode(value: unknown, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const code = toCode(read(value, key))
    if (code) return code
  }
  return undefined
}

/** What the texts of a failure tell: the first that tells something, or else the first there is. */
function readTexts(value: unknown, codeKeys: readonly string[], nested: boolean): Failure {
  let first: Failure | undefined
  for (const key of TEXT_KEYS) {
    const text = read(value, key)
    if (typeof text !== 'string' || !text) continue
    const told = readFailure(text, codeKeys, nested)
    if (told.code || told.reason) return told
    first = first || told
  }
  return first || { empty: ![...CODE_KEYS, 'message'].some((key) => read(value, key)) }
}

/**
 * Reads what upsdk gave to `fail` (H13): an object with a code and a text under several names, JSON inside
 * a string or inside a text, a bare code, a text, or nothing. Never throws.
 *
 * @param codeKeys where a code may stand: all names for what the wallet says, fewer for a page's own backend
 */
export function readFailure(raw: unknown, codeKeys: readonly string[] = CODE_KEYS, nested = false): Failure {
  if (typeof raw === 'string') {
    const inner = nested ? undefined : parseObject(raw)
    return inner ? readFailure(inner, codeKeys, true) : readText(raw)
  }
  if (typeof raw === 'number') return { code: toCode(raw) }
  const code = readCode(raw, codeKeys)
  const told = readTexts(raw, codeKeys, nested)
  return { ...told, code: code || told.code, empty: told.empty && !code }
}
