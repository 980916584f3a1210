import { DEV } from '../lib/dev'
import { hasOwn, isError, isObject, parseObject, read, readString, shorten } from '../lib/values'
import type { Reason } from '../types/failure'
import type { Backend } from './explain'
import { otherHints } from './hints'
import {
  type FailureKeys,
  isBlank,
  type ParsedFailure,
  readCode,
  readFailure,
  readText,
  toCode,
  WALLET_KEYS,
} from './read'

/** The names of code and text in UnionPay's own answers. A bare number in `code` is the merchant's, and so is `message`. */
const SERVER_KEYS: FailureKeys = { codes: ['errcode', 'resp', 'respCd'], texts: ['msg', 'errmsg', 'desc'] }
/** Names under which a body says how it went, and what says success there: UnionPay's own, and merchants'. */
const OWN_SIGNS = ['resp', 'respCd', 'respCode']
const SIGNS = ['code', 'errcode', 'errCode', 'ret', 'status']
const SUCCESS: readonly unknown[] = [0, 200, '0', '00', '0000', '200', 'SUCCESS', 'success', 'ok']
/** Responses and requests have these names; their own `status` and `ok` say nothing about the server's answer. */
const CARRIERS = ['statusText', 'headers', 'readyState', 'statusCode']

/** How axios, fetch, jQuery and uni-app name what went wrong before there was an answer, and where. */
const TRANSPORT: Readonly<Record<string, Reason>> = {
  'code ERR_CANCELED': 'aborted',
  'name AbortError': 'aborted',
  'statusText abort': 'aborted',
  'statusText canceled': 'aborted',
  'errMsg request:fail abort': 'aborted',
  'code ECONNABORTED': 'timeout',
  'code ETIMEDOUT': 'timeout',
  'name TimeoutError': 'timeout',
  'statusText timeout': 'timeout',
  'errMsg request:fail timeout': 'timeout',
  'code ERR_NETWORK': 'network',
  'name NetworkError': 'network',
  'errMsg request:fail': 'network',
}
/** Messages of browsers where a fetch finds no server. */
const FETCH_FAILED =
  /failed to fetch|(fetch|load) failed|network ?(error|request failed|connection)|internet connection|connect to the server|hostname could not be found|互联网|网络连接|未能连接/i
/** A merchant's text about an order that was cancelled, rather than about a user who cancelled: 取消订单失败. */
const ABOUT_AN_ORDER = /^已?取消(?!$)/
/** Names that stand in a backend's body, and never in a failure of upsdk's. */
const MERCHANTS_OWN = ['code', 'resp', 'respCd', 'success', 'status']

const isText = (value: unknown): value is string => typeof value === 'string'

/**
 * Does a backend's answer say that it went well? All signs in its body have to; a field that is null or '' is no sign.
 * What was thrown is no success: a browser's errors have the code 0. Neither is a request whose body cannot be read.
 */
function isSuccess(raw: unknown, said?: (body: unknown) => unknown, payment?: boolean): boolean {
  const body = bodyOf(raw)
  if (isError(raw) || (body === raw && isCarrier(raw))) return false
  try {
    const word = said?.(body)
    if (typeof word === 'boolean') return word
  } catch {
    // The usual signs count.
  }
  const own = signsOf(body, OWN_SIGNS, ['00'])
  const all = own.concat(signsOf(body, SIGNS, SUCCESS), signsOf(body, ['success', 'ok'], [true]))
  if (all.includes(false)) return false
  return (payment ? own : all).includes(true) || (!payment && !all.length && saysNothing(raw, body))
}

/** Reads the signs that are there: true is a success, undefined is blank. */
const signsOf = (body: unknown, names: readonly string[], successes: readonly unknown[]) =>
  names
    .map((name) => read(body, name))
    .filter((value) => value !== undefined)
    .map((value) => (isBlank(value) ? undefined : successes.includes(value)))

/** Is it a plain object, as a server's JSON is, that names no failure either? A failed request may have one too. */
const saysNothing = (raw: unknown, body: unknown): boolean =>
  isObject(body) &&
  (body === raw || isText(raw)) &&
  !WALLET_KEYS.texts.concat('error', 'constructor').some((name) => read(body, name)) &&
  !readTransport(raw).reason

const isCarrier = (raw: unknown): boolean => CARRIERS.some((name) => read(raw, name) !== undefined)

/** The backend's answer in what a page got: in axios' error, in a request, or as it is; undefined for any other error. */
function bodyOf(raw: unknown): unknown {
  const data =
    read(read(raw, 'response'), 'data') ||
    // A text that is no JSON is the server's own error page.
    parseObject(readString(raw, 'responseText') || '') ||
    (isCarrier(raw) && read(raw, 'data'))
  const body = data || (read(raw, 'stack') ? undefined : raw)
  return (isText(body) && parseObject(body)) || body
}

/** Reads what a page got from its own backend, or what kept it from getting it. Never throws. */
function readBackend(raw: unknown): ParsedFailure {
  const body = bodyOf(raw) || raw
  const found = isText(body) ? readText(body) : readBody(body)
  if (found.code || found.reason) return found
  const lost = readTransport(raw)
  return DEV && !lost.reason && isCarrier(raw) ? { hint: otherHints.carried } : lost
}

function readBody(body: unknown): ParsedFailure {
  const isMerchants = MERCHANTS_OWN.some((key) => read(body, key) !== undefined)
  const said = readFailure(body, SERVER_KEYS)
  const found = isMerchants ? asMerchants(said, readCode(body, SERVER_KEYS.codes)) : said
  if (found.code) return found
  const code = toCode(read(body, 'code'))
  if (code && /^[a-z_]/i.test(code)) return { ...found, code }
  const message = read(body, 'message')
  if (!isText(message)) return found
  const inMessage = asMerchants(readText(message))
  return { ...inMessage, reason: found.reason || inMessage.reason }
}

/**
 * In a merchant's words a number alone is no code, and a cancelled order no user who cancelled.
 *
 * @param keyed the code that stands under a name of UnionPay's
 */
function asMerchants(found: ParsedFailure, keyed?: string): ParsedFailure {
  const { code, reason, text = '' } = found
  return {
    ...found,
    code: keyed || (/^\d+$/.test(text) ? undefined : code),
    reason: ABOUT_AN_ORDER.test(text) ? undefined : reason,
  }
}

function readTransport(error: unknown): ParsedFailure {
  for (const key of ['code', 'name', 'statusText', 'errMsg']) {
    const name = `${key} ${readString(error, key)}`
    if (hasOwn(TRANSPORT, name)) return { reason: TRANSPORT[name] }
  }
  // axios before 0.27 has no codes for these.
  if (read(error, '__CANCEL__')) return { reason: 'aborted' }
  // A request of the browser's own, and jQuery's.
  const isOver = read(error, 'readyState') === 4 || read(error, 'statusText') === 'error'
  if (read(error, 'status') === 0 && isOver) return { reason: 'network' }
  const message = read(error, 'message')
  const failed =
    isText(message) &&
    (message === 'Network Error' || read(error, 'name') === 'TypeError') &&
    FETCH_FAILED.test(message.slice(0, 200))
  return failed ? { reason: 'network' } : {}
}

function textOf(raw: unknown, serverMessage?: (body: unknown) => string | undefined): string {
  const body = serverMessage && bodyOf(raw)
  try {
    const text: unknown = body && serverMessage(body)
    return isText(text) ? toPlain(text) : ''
  } catch {
    return ''
  }
}

/** A text of somebody else's as one short line: without control characters, and those that turn its direction. */
const toPlain = (text: string): string =>
  shorten(text.replace(/\s+/g, ' ').replace(/[^ -~\xa0-\u200a\u2010-\u2029\u202f-\u2065\u206a-\uffff]/g, ''))

export const backendFailures: { readonly backend: Backend } = {
  backend: { read: readBackend, isSuccess, textOf },
}
