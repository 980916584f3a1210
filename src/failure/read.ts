import { isObject, parseObject, read, readString, withoutPrototype } from '../lib/values'
import type { Reason } from '../types/failure'
import { commonCodes } from './codes'

/**
 * The facts that were read from a failure of any shape. Each is made without a prototype: a fact that is missing must
 * not be found in `Object.prototype`, where a page may have a `code`.
 */
export interface ParsedFailure {
  code?: string
  reason?: Reason
  /** Its text, which is only searched to find the meaning of a code, and never kept. */
  text?: string
  /** Whether it has no content. */
  empty?: boolean
  /** Whether the SDK file reports a missing parameter, so that the call never left the page. */
  refused?: boolean
  /** Whether it is one of the SDK file's own texts, without any other text. */
  isSdkText?: boolean
  /** Whether the code is only quoted in a text, which does not prove the outcome of a payment. */
  codeInText?: boolean
  /** Whether the text says that the user cancelled, and nothing else. */
  onlyCancelled?: boolean
  /** Replaces the reason's hint for the developer. Only in the development build. */
  hint?: string
}

/** The keys under which a failure may have its code and its text. */
export interface FailureKeys {
  readonly codes: readonly string[]
  readonly texts: readonly string[]
  /** The key of an inner object that may have the same keys. */
  readonly inner?: string
  /** Garbles a text of the SDK file as a page in another encoding does. */
  readonly misread?: (text: string) => string
}

export const WALLET_KEYS: FailureKeys = {
  codes: ['errcode', 'code', 'resp', 'respCd', 'errCode', 'errorCode'],
  texts: ['msg', 'errmsg', 'desc', 'errMsg', 'errorMsg', 'message'],
  inner: 'error',
}

const CODE = /^[A-Za-z_]{0,12}\d{1,8}$/
const CODE_AT_END = /\[([A-Za-z_]{0,12}\d{1,8})\]\s*$/
const MISSING_PARAMETER = '调用方法缺少参数'
/** Matches that text with names around it, and as the 2020 file has it, garbled by a wrong encoding (H17). */
const ONLY_MISSING_PARAMETER = /^\w*(调用方法缺少参数|璋冪敤鏂规硶缂哄皯鍙傛暟)[\w,、 ]*$/
/** Matches a cancellation by the user; “订单已取消” is none. */
const CANCELLED = /^(用[户戶]|您)?已?取消|user cancel|cancelled by user/i
/** Matches a text that says nothing else, as only that counts for a payment: “取消失败：订单已支付” is none. */
const ONLY_CANCELLED =
  /^((用[户戶]|您)?(已[经經]?|主[动動])?取消了?(本次)?(支付|付款|交易|操作)?[。.！!]?|(payment )?(user )?cancel(l?ed)?( by (the )?user)?[.!]?)$/i
/** The most characters that are read of a text. Of a longer one, the beginning and the end are read. */
const LONGEST_TEXT = 4096

/** Reads a code from a string or number; undefined if it is none. */
export function toCode(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const text = String(value).trim()
  return CODE.test(text) ? text : undefined
}

const asItIs = (text: string): string => text

/** Reads the facts of a text. @param misread see `FailureKeys` */
export function readText(given: string, misread = asItIs): ParsedFailure {
  const whole =
    given.length > LONGEST_TEXT ? given.slice(0, LONGEST_TEXT / 2) + given.slice(-LONGEST_TEXT / 2) : given
  const text = whole.trim()
  if (!text) return withoutPrototype({ empty: true })
  if (ONLY_MISSING_PARAMETER.test(text.replace(misread(MISSING_PARAMETER), MISSING_PARAMETER)))
    return withoutPrototype({ reason: 'invalid-params', refused: true })
  const bareCode = toCode(text)
  if (bareCode) return withoutPrototype({ code: bareCode, codeInText: true, text })
  const [sdkCode, isSdkText] = codeOfSdkText(text, misread)
  const [, codeAtEnd] = CODE_AT_END.exec(text) || []
  return withoutPrototype({
    code: sdkCode || codeAtEnd,
    codeInText: !sdkCode,
    isSdkText,
    reason: CANCELLED.test(text) ? 'cancelled' : undefined,
    onlyCancelled: ONLY_CANCELLED.test(text),
    text,
  })
}

/**
 * Finds the code that has this text in the SDK file. cordova's own words end at a colon, and may come alone or before
 * other words. `isWhole` is true for exactly the text of the file.
 */
function codeOfSdkText(text: string, misread: (text: string) => string): [code?: string, isWhole?: boolean] {
  for (const code of Object.keys(commonCodes())) {
    const sdkText = readString(commonCodes()[code], 'description')
    if (!sdkText) continue
    const isWhole = text === sdkText || text === misread(sdkText)
    if (isWhole || (/^[A-Z_]+:/.test(sdkText) && text.startsWith(sdkText.split(':')[0] as string)))
      return [code, isWhole]
  }
  return []
}

/** Reads the code under the first of `keys` that has one. */
export const readCode = (value: unknown, keys: readonly string[]): string | undefined =>
  keys.map((key) => toCode(read(value, key))).filter(Boolean)[0]

export const isBlank = (value: unknown): boolean => value === undefined || value === null || value === ''

/** Is it blank, or an object or list with only blank values? */
function isEmpty(value: unknown): boolean {
  try {
    return isObject(value) ? Object.keys(value).every((key) => isBlank(read(value, key))) : isBlank(value)
  } catch {
    return false
  }
}

/** Reads the texts of a failure. The first one with a code or a reason counts, or else the first one. */
function readTexts(value: unknown, keys: FailureKeys, nested: boolean): ParsedFailure {
  const texts = keys.texts
    .map((key) => read(value, key))
    .filter((text): text is string => typeof text === 'string' && !!text)
  const found = texts.map((text) => readFailure(text, keys, nested))
  const first = found.filter(({ code, reason }) => code || reason)[0] || found[0]
  if (!first) return withoutPrototype({ empty: isEmpty(value) })
  // These facts count only if they are true of every text.
  const isTrueOfAll = (key: 'refused' | 'isSdkText' | 'onlyCancelled') => found.every((one) => one[key])
  const isAlone = texts.every((text) => text === texts[0])
  return withoutPrototype({
    ...first,
    refused: isTrueOfAll('refused'),
    isSdkText: isAlone && isTrueOfAll('isSdkText'),
    onlyCancelled: isTrueOfAll('onlyCancelled'),
  })
}

/**
 * Reads what upsdk gave to `fail` (H13): an object with a code and a text under several names, JSON inside
 * a string or inside a text, a bare code, a text, or nothing. Never throws.
 *
 * @param keys the keys of code and text: all for the wallet's failures, fewer for those of a page's own backend
 */
export function readFailure(raw: unknown, keys: FailureKeys = WALLET_KEYS, nested = false): ParsedFailure {
  if (typeof raw === 'string') {
    const json = nested ? undefined : parseObject(raw)
    // A JSON list is read as a text, which may end in a code: [94].
    return json && !Array.isArray(json)
      ? withoutPrototype({ ...readFailure(json, keys, true), isSdkText: false })
      : readText(raw, keys.misread)
  }
  if (typeof raw === 'number') return withoutPrototype({ code: toCode(raw) })
  const code = readCode(raw, keys.codes)
  const inTexts = readTexts(raw, keys, nested)
  if (code)
    return withoutPrototype({
      ...inTexts,
      code,
      codeInText: false,
      empty: false,
      isSdkText: inTexts.isSdkText && inTexts.code?.toUpperCase() === code.toUpperCase(),
    })
  const inner = !inTexts.code && !inTexts.text && keys.inner ? read(raw, keys.inner) : undefined
  return inner && !nested ? readFailure(inner, keys, true) : inTexts
}
