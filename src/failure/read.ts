import { parseObject, read } from '../lib/values'
import { codeOfSdkText } from './codes'
import type { Reason } from './reasons'

/** What was read out of a failure, whatever its shape was. */
export interface Failure {
  code?: string
  reason?: Reason
  /** Its text, which is only searched for what tells one meaning of a code from another, and never kept. */
  text?: string
  /** True where neither code nor text came with it. */
  empty?: boolean
  /** The SDK file itself turned the call down, so that it never left the page. */
  refused?: boolean
  /** The code only stands in a text: too little to say what became of a payment. */
  codeInText?: boolean
  /** The text says that the user cancelled, and nothing else. */
  onlyCancelled?: boolean
}

const CODE = /^[A-Za-z_]{0,12}\d{1,8}$/
const CODE_AT_END = /\[([A-Za-z_]{0,12}\d{1,8})\]\s*$/
/** “调用方法缺少参数” with the names around it, and as the 2020 file has it, garbled by a wrong encoding (H17). */
const MISSING_PARAMETER = /^\w*(调用方法缺少参数|璋冪敤鏂规硶缂哄皯鍙傛暟)[\w,、 ]*$/
/** A cancellation by the user; “订单已取消” is none. */
const CANCELLED = /^(用户取消|用戶取消|您取消|已取消|取消)|user cancel|cancelled by user/i
/** Nothing but that, as only it counts for a payment: “取消失败：订单已支付” is none. */
const ONLY_CANCELLED =
  /^((用户|用戶|您)?(已经|已經|已|主动|主動)?取消了?(本次)?(支付|付款|交易|操作)?[。.！!]?|(payment )?(user )?cancel(l?ed)?( by (the )?user)?[.!]?)$/i
/** No text that names a failure is longer; what is longer is only looked at from both ends. */
const LONGEST_TEXT = 4096

/** Where a failure may have its code. */
export const CODE_KEYS = ['errcode', 'code', 'resp', 'respCd']
const TEXT_KEYS = ['msg', 'errmsg', 'desc']

/** A code out of a string or number, or undefined where it is none. */
export function toCode(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const text = String(value).trim()
  return CODE.test(text) ? text : undefined
}

/** What a text alone tells. */
export function readText(given: string): Failure {
  const whole =
    given.length > LONGEST_TEXT ? given.slice(0, LONGEST_TEXT / 2) + given.slice(-LONGEST_TEXT / 2) : given
  const text = whole.trim()
  if (MISSING_PARAMETER.test(text)) return { reason: 'invalid-params', refused: true }
  const sdkCode = codeOfSdkText(text)
  return {
    code: sdkCode || toCode(text) || CODE_AT_END.exec(text)?.[1],
    codeInText: !sdkCode,
    reason: CANCELLED.test(text) ? 'cancelled' : undefined,
    onlyCancelled: ONLY_CANCELLED.test(text),
    text,
    empty: !text,
  }
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
    const found = readFailure(text, codeKeys, nested)
    if (found.code || found.reason) return found
    first = first || found
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
  const inTexts = readTexts(raw, codeKeys, nested)
  if (!code) return inTexts
  return { ...inTexts, code, codeInText: false, empty: false }
}
