import { hasOwn } from '../run'
import { type Failure, parseObject, read, readFailure, readText, toCode } from './failure'
import type { Reason } from './reasons'

/** Where UnionPay's own answers have their code; a bare number in `code` is the merchant's. */
const SERVER_KEYS = ['errcode', 'resp', 'respCd']
const SUCCESS = /^0{1,4}$|^200$/

/** How axios and fetch name what went wrong before there was an answer. */
const TRANSPORT: Readonly<Record<string, Reason>> = {
  ERR_CANCELED: 'aborted',
  AbortError: 'aborted',
  ECONNABORTED: 'timeout',
  ETIMEDOUT: 'timeout',
  TimeoutError: 'timeout',
  ERR_NETWORK: 'network',
  NetworkError: 'network',
}
/** What browsers say when a fetch finds no server. */
const FETCH_FAILED = /failed to fetch|load failed|networkerror|network error/i

/** Does a backend's answer say that it went well? */
export function isSuccess(body: unknown): boolean {
  if (read(body, 'success') === true) return true
  if (['resp', 'respCd'].some((key) => read(body, key) === '00')) return true
  const code = read(body, 'code')
  return (typeof code === 'number' || typeof code === 'string') && SUCCESS.test(String(code))
}

/** Reads what a page got from its own backend, or what kept it from getting it. Never throws. */
export function readBackend(raw: unknown): Failure {
  if (typeof raw === 'string') {
    const body = parseObject(raw)
    return body ? readBody(body) : readText(raw)
  }
  if (typeof raw === 'number') return { code: toCode(raw) }
  const response = read(raw, 'response')
  const told = readBody(bodyOf(read(response, 'data')) || raw)
  return told.code || told.reason ? told : readTransport(raw)
}

function bodyOf(data: unknown): unknown {
  return typeof data === 'string' ? parseObject(data) : data
}

function readBody(body: unknown): Failure {
  const told = readFailure(body, SERVER_KEYS)
  if (told.code) return told
  const code = toCode(read(body, 'code'))
  if (code && /^[a-z_]/i.test(code)) return { ...told, code }
  const message = read(body, 'message')
  return typeof message === 'string' ? { ...told, code: readText(message).code } : told
}

function readTransport(error: unknown): Failure {
  for (const key of ['code', 'name']) {
    const name = read(error, key)
    if (typeof name === 'string' && hasOwn(TRANSPORT, name)) return { reason: TRANSPORT[name] }
  }
  const message = read(error, 'message')
  const failed =
    read(error, 'name') === 'TypeError' &&
    typeof message === 'string' &&
    FETCH_FAILED.test(message.slice(0, 200))
  return failed ? { reason: 'network' } : {}
}
