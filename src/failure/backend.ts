import { DEV } from '../lib/development'
import {
  hasOwn,
  isError,
  isObject,
  parseObject,
  read,
  readString,
  shorten,
  withoutPrototype,
} from '../lib/values'
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

/** The keys of code and text in UnionPay's own responses. A bare number in `code` is the merchant's, like `message`. */
const SERVER_KEYS: FailureKeys = { codes: ['errcode', 'resp', 'respCd'], texts: ['msg', 'errmsg', 'desc'] }
/** The keys of the outcome in a response's body: UnionPay's own, then those of merchants with the values of a success. */
const UNIONPAY_SIGNS = ['resp', 'respCd', 'respCode']
const SIGNS = ['code', 'errcode', 'errCode', 'ret', 'status']
const SUCCESS: readonly unknown[] = [0, 200, '0', '00', '0000', '200', 'SUCCESS', 'success', 'ok']
/** Keys of responses and requests. Their own `status` and `ok` are not the outcome that the server reports. */
const CARRIERS = ['statusText', 'headers', 'readyState', 'statusCode']

/** The reasons of failures without a response, by the key and value that axios, fetch, jQuery and uni-app have. */
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
/** Matches browsers' messages for a fetch that reached no server. */
const FETCH_FAILED =
  /failed to fetch|(fetch|load) failed|network ?(error|request failed|connection)|internet connection|connect to the server|hostname could not be found|互联网|网络连接|未能连接/i
/** Matches a merchant's text about a cancelled order, not about a user who cancelled: 取消订单失败. */
const ABOUT_AN_ORDER = /^已?取消(?!$)/
/** Keys by which an object is taken for a backend's body, rather than for a failure of upsdk that a page passes on. */
const MERCHANTS_OWN = ['code', 'resp', 'respCd', 'success', 'status']

const isText = (value: unknown): value is string => typeof value === 'string'

/**
 * Is a backend's response a success? All signs in its body must say so; a field that is null or '' is no sign. A thrown
 * error is none, since browsers' errors have the code 0. Neither is a request whose body cannot be read.
 */
function isSuccess(raw: unknown, decide?: (body: unknown) => unknown, payment?: boolean): boolean {
  const body = bodyOf(raw)
  if (isError(raw) || (body === raw && isCarrier(raw))) return false
  try {
    const decision = decide?.(body)
    if (typeof decision === 'boolean') return decision
  } catch {
    // The page's option threw, so the usual signs count.
  }
  const unionPaySigns = signsOf(body, UNIONPAY_SIGNS, ['00'])
  const all = unionPaySigns.concat(signsOf(body, SIGNS, SUCCESS), signsOf(body, ['success', 'ok'], [true]))
  if (all.includes(false)) return false
  return (
    (payment ? unionPaySigns : all).includes(true) || (!payment && !all.length && namesNoFailure(raw, body))
  )
}

/** Reads the signs that are there, each as whether it says success. */
const signsOf = (body: unknown, names: readonly string[], successes: readonly unknown[]) =>
  names
    .map((name) => read(body, name))
    .filter((value) => !isBlank(value))
    .map((value) => successes.includes(value))

/** Is it a plain object, like a server's JSON, that names no failure either? A failed request may have one too. */
const namesNoFailure = (raw: unknown, body: unknown): boolean =>
  isObject(body) &&
  (body === raw || isText(raw)) &&
  !WALLET_KEYS.texts.concat('error', 'constructor').some((name) => read(body, name)) &&
  !readTransport(raw).reason

const isCarrier = (raw: unknown): boolean => CARRIERS.some((name) => read(raw, name) !== undefined)

/** Finds the response's body in an error of axios, in a request, or in the value itself; undefined for other errors. */
function bodyOf(raw: unknown): unknown {
  const data =
    read(read(raw, 'response'), 'data') ||
    // A text that is not JSON is the server's error page.
    parseObject(readString(raw, 'responseText') || '') ||
    (isCarrier(raw) && read(raw, 'data'))
  const body = data || (read(raw, 'stack') ? undefined : raw)
  return (isText(body) && parseObject(body)) || body
}

/** Reads a failure of the page's own backend, or of the request to it. Never throws. */
function readBackend(raw: unknown): ParsedFailure {
  const body = bodyOf(raw) || raw
  const found = isText(body) ? readText(body) : readBody(body)
  if (found.code || found.reason) return found
  const transport = readTransport(raw)
  return DEV && !transport.reason && isCarrier(raw)
    ? withoutPrototype({ hint: otherHints.carried })
    : transport
}

function readBody(body: unknown): ParsedFailure {
  const isMerchants = MERCHANTS_OWN.some((key) => read(body, key) !== undefined)
  const parsed = readFailure(body, SERVER_KEYS)
  const found = isMerchants ? asMerchants(parsed, readCode(body, SERVER_KEYS.codes)) : parsed
  if (found.code) return found
  const code = toCode(read(body, 'code'))
  if (code && /^[a-z_]/i.test(code)) return { ...found, code }
  const message = read(body, 'message')
  if (!isText(message)) return found
  const inMessage = asMerchants(readText(message))
  return { ...inMessage, reason: found.reason || inMessage.reason }
}

/**
 * Corrects what was read from a merchant's text: a number alone is no code, and a cancelled order does not mean that the
 * user cancelled.
 *
 * @param keyed the code under a key of UnionPay's responses
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
  // axios before 0.27 has no code for an aborted request.
  if (read(error, '__CANCEL__')) return { reason: 'aborted' }
  // A request of the browser or of jQuery has ended without a status.
  const isOver = read(error, 'readyState') === 4 || read(error, 'statusText') === 'error'
  if (read(error, 'status') === 0 && isOver) return { reason: 'network' }
  const message = read(error, 'message')
  const failed =
    isText(message) &&
    (message === 'Network Error' || read(error, 'name') === 'TypeError') &&
    FETCH_FAILED.test(message.slice(0, 200))
  return withoutPrototype(failed ? { reason: 'network' } : {})
}

function pageText(raw: unknown, serverMessage?: (body: unknown) => string | undefined): string {
  const body = serverMessage && bodyOf(raw)
  try {
    const text: unknown = body && serverMessage(body)
    return isText(text) ? toPlain(text) : ''
  } catch {
    return ''
  }
}

/** Makes one short line of a foreign text, without control characters and characters that change its direction. */
const toPlain = (text: string): string =>
  shorten(text.replace(/\s+/g, ' ').replace(/[^ -~\xa0-\u200a\u2010-\u2029\u202f-\u2065\u206a-\uffff]/g, ''))

export const backendFailures: { readonly backend: Backend } = {
  backend: { read: readBackend, isSuccess, pageText },
}
