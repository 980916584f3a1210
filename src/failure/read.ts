import { isObject, parseObject, read } from '../lib/values'
import type { CodeEntry } from '../types/codes'
import type { Reason } from '../types/failure'
import { commonCodes } from './codes'

/** The facts that were read out of a failure, whatever its shape was. */
export interface ParsedFailure {
  code?: string
  reason?: Reason
  /** Its text, which is only searched for what tells one meaning of a code from another, and never kept. */
  text?: string
  /** True where nothing came with it. */
  empty?: boolean
  /** The SDK file misses a parameter, so that the call never left the page. */
  refused?: boolean
  /** It is one of the SDK file's own texts, and nothing beside it. */
  isSdkText?: boolean
  /** The code only stands in a text: too little to say what became of a payment. */
  codeInText?: boolean
  /** The text says that the user cancelled, and nothing else. */
  onlyCancelled?: boolean
  /** For the developer, in place of the reason's hint. Only in the development build. */
  hint?: string
}

/** Where a failure may have its code and its text. */
export interface FailureKeys {
  readonly codes: readonly string[]
  readonly texts: readonly string[]
  /** Where the same may stand one level down. */
  readonly inner?: string
}

export const WALLET_KEYS: FailureKeys = {
  codes: ['errcode', 'code', 'resp', 'respCd', 'errCode', 'errorCode'],
  texts: ['msg', 'errmsg', 'desc', 'errMsg', 'errorMsg', 'message'],
  inner: 'error',
}

const CODE = /^[A-Za-z_]{0,12}\d{1,8}$/
const CODE_AT_END = /\[([A-Za-z_]{0,12}\d{1,8})\]\s*$/
/** “调用方法缺少参数” with the names around it, and as the 2020 file has it, garbled by a wrong encoding (H17). */
const MISSING_PARAMETER = /^\w*(调用方法缺少参数|璋冪敤鏂规硶缂哄皯鍙傛暟)[\w,、 ]*$/
/** A cancellation by the user; “订单已取消” is none. */
const CANCELLED = /^(用户取消|用戶取消|您取消|您已取消|已取消|取消)|user cancel|cancelled by user/i
/** Nothing but that, as only it counts for a payment: “取消失败：订单已支付” is none. */
const ONLY_CANCELLED =
  /^((用户|用戶|您)?(已经|已經|已|主动|主動)?取消了?(本次)?(支付|付款|交易|操作)?[。.！!]?|(payment )?(user )?cancel(l?ed)?( by (the )?user)?[.!]?)$/i
/** No text that names a failure is longer; what is longer is only looked at from both ends. */
const LONGEST_TEXT = 4096

/** A code out of a string or number, or undefined where it is none. */
export function toCode(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const text = String(value).trim()
  return CODE.test(text) ? text : undefined
}

/** Reads a text alone. */
export function readText(given: string): ParsedFailure {
  const whole =
    given.length > LONGEST_TEXT ? given.slice(0, LONGEST_TEXT / 2) + given.slice(-LONGEST_TEXT / 2) : given
  const text = whole.trim()
  if (!text) return { empty: true }
  if (MISSING_PARAMETER.test(text)) return { reason: 'invalid-params', refused: true }
  const bareCode = toCode(text)
  if (bareCode) return { code: bareCode, codeInText: true, text }
  const sdk = codeOfSdkText(text)
  return {
    code: sdk?.code || CODE_AT_END.exec(text)?.[1],
    codeInText: !sdk,
    isSdkText: sdk?.isWhole,
    reason: CANCELLED.test(text) ? 'cancelled' : undefined,
    onlyCancelled: ONLY_CANCELLED.test(text),
    text,
  }
}

/**
 * The code whose text in the SDK file this is. cordova's own words stand before a colon, and may come alone or
 * before other words; `isWhole` is true for exactly the text of the file.
 */
function codeOfSdkText(text: string): { code: string; isWhole: boolean } | undefined {
  for (const code of Object.keys(commonCodes())) {
    const { description: known } = commonCodes()[code] as CodeEntry
    if (!known) continue
    const isWhole = text === known
    if (isWhole || (/^[A-Z_]+:/.test(known) && text.startsWith(known.split(':')[0] as string)))
      return { code, isWhole }
  }
  return undefined
}

/** The first of `keys` whose value is a code. */
export function readCode(value: unknown, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const code = toCode(read(value, key))
    if (code) return code
  }
  return undefined
}

export const isBlank = (value: unknown): boolean => value === undefined || value === null || value === ''

/** Is it nothing, or an object or list in which nothing stands? */
function isEmpty(value: unknown): boolean {
  try {
    return isObject(value) ? Object.keys(value).every((key) => isBlank(read(value, key))) : isBlank(value)
  } catch {
    return false
  }
}

/** Reads the texts of a failure: the first that tells something counts, or else the first there is. */
function readTexts(value: unknown, keys: FailureKeys, nested: boolean): ParsedFailure {
  const texts = keys.texts
    .map((key) => read(value, key))
    .filter((text): text is string => typeof text === 'string' && !!text)
  const found = texts.map((text) => readFailure(text, keys, nested))
  const first = found.filter(({ code, reason }) => code || reason)[0] || found[0]
  if (!first) return { empty: isEmpty(value) }
  // A text's word counts only where no other says something else.
  const sayAll = (key: 'refused' | 'isSdkText' | 'onlyCancelled') => found.every((one) => one[key])
  const isAlone = texts.every((text) => text === texts[0])
  return {
    ...first,
    refused: sayAll('refused'),
    isSdkText: isAlone && sayAll('isSdkText'),
    onlyCancelled: sayAll('onlyCancelled'),
  }
}

/**
 * Reads what upsdk gave to `fail` (H13): an object with a code and a text under several names, JSON inside
 * a string or inside a text, a bare code, a text, or nothing. Never throws.
 *
 * @param keys where code and text may stand: all names for what the wallet says, fewer for a page's own backend
 */
export function readFailure(raw: unknown, keys: FailureKeys = WALLET_KEYS, nested = false): ParsedFailure {
  if (typeof raw === 'string') {
    const json = nested ? undefined : parseObject(raw)
    // A list is a text that may end in a code: [94].
    return json && !Array.isArray(json)
      ? { ...readFailure(json, keys, true), isSdkText: false }
      : readText(raw)
  }
  if (typeof raw === 'number') return { code: toCode(raw) }
  const code = readCode(raw, keys.codes)
  const inTexts = readTexts(raw, keys, nested)
  if (code)
    return {
      ...inTexts,
      code,
      codeInText: false,
      empty: false,
      isSdkText: inTexts.isSdkText && inTexts.code?.toUpperCase() === code.toUpperCase(),
    }
  const inner = !inTexts.code && !inTexts.text && keys.inner ? read(raw, keys.inner) : undefined
  return inner && !nested ? readFailure(inner, keys, true) : inTexts
}
