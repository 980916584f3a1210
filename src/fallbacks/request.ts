import { isObject } from '../lib/values'
import type { Fallback, WebWindow } from '../types/fallbacks'
import { Refusal, signalOf } from './fallback'

/**
 * The browser's `fetch`, under the browser's rules for other origins. Only `dataType` is documented (upsdk-behaviour
 * §4); taken besides are `url`, `method`, `headers` or `header`, `data` or `body`: a record is sent as JSON, with GET
 * and HEAD in the query; forms, blobs and bytes as they are. Resolves to `{ message, status }`, `message` decoded by
 * `dataType`: 'json', 'arraybuffer', else text. Rejects with `network`, `invalid-params`.
 */
export const sendRequest: Fallback<'sendRequest'> = async (params, context) => {
  const { window } = context
  const { url, dataType, ...more } = (params || {}) as Record<string, unknown>
  if (!url || typeof url !== 'string') throw new Refusal('invalid-params')
  const [address, init] = toRequest(window, url, more)
  try {
    const response = await window.fetch(address, { ...init, signal: signalOf(context) })
    return { message: await decoded(response, dataType), status: response.status }
  } catch {
    throw new Refusal('network')
  }
}

function toRequest(
  window: WebWindow,
  url: string,
  { method = 'GET', headers, header, data, body }: Record<string, unknown>,
): [address: string, init: RequestInit] {
  const content = data === undefined ? body : data
  const isGiven = content !== undefined && content !== null
  const name = String(method).toUpperCase()
  const isInQuery = name === 'GET' || name === 'HEAD'
  try {
    const given = new window.Headers((headers || header || {}) as HeadersInit)
    const init: RequestInit = { method: name, headers: given }
    if (isGiven && !isInQuery) addBody(init, given, content)
    const address = isGiven && isInQuery ? withQuery(url, content) : url
    // Refuses what `fetch` refuses, which gives the same error as for a failed network.
    new window.Request(address, init)
    return [address, init]
  } catch {
    throw new Refusal('invalid-params')
  }
}

const kindOf = (value: unknown): string => Object.prototype.toString.call(value).slice('[object '.length, -1)

/** Not a form, a blob or bytes, which the browser sends as they are. */
const isPlain = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && (Array.isArray(value) || kindOf(value) === 'Object')

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** Adds the content type of JSON, unless the page gives one. */
function addBody(init: RequestInit, headers: Headers, content: unknown): void {
  if (isPlain(content) && !headers.has('content-type')) headers.set('content-type', 'application/json')
  init.body = isObject(content) && !isPlain(content) ? (content as BodyInit) : textOf(content)
}

/** The address with more in its query: a record, or what is a query already. */
function withQuery(url: string, content: unknown): string {
  const query = toQuery(content)
  const [address = '', ...hash] = url.split('#')
  return [query ? address + (address.includes('?') ? '&' : '?') + query : address, ...hash].join('#')
}

function toQuery(content: unknown): string {
  if (isPlain(content))
    return Object.keys(content)
      .filter((name) => content[name] !== undefined)
      .map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(textOf(content[name]))}`)
      .join('&')
  if (isObject(content) && kindOf(content) !== 'URLSearchParams') throw new TypeError()
  return String(content)
}

async function decoded(response: Response, dataType: unknown): Promise<unknown> {
  if (dataType === 'arraybuffer') return response.arrayBuffer()
  const text = await response.text()
  if (dataType !== 'json') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
