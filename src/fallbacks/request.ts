import { isObject } from '../lib/values'
import type { Fallback, WebWindow } from '../types/fallbacks'
import { Refusal, signalOf } from './fallback'

/**
 * Sends a request by `fetch`, under the browser's rules for other origins. Only `dataType` is documented
 * (upsdk-behaviour §4). The fallback also takes `url`, `method`, `headers` or `header`, and `data` or `body`. A record
 * is sent as JSON, or in the query with GET and HEAD; forms, blobs and bytes are sent as they are. Resolves to `{
 * message, status }`, with `message` decoded by `dataType`: 'json', 'arraybuffer', else text. Rejects with `network`
 * and `invalid-params`.
 */
export const sendRequest: Fallback<'sendRequest'> = async (params, context) => {
  const { window } = context
  const { url, dataType, ...more } = (params || {}) as Record<string, unknown>
  if (!url || typeof url !== 'string') throw new Refusal('invalid-params')
  const [address, init] = toRequest(window, url, more)
  try {
    const response = await window.fetch(address, { ...init, signal: signalOf(context) })
    return { message: await decode(response, dataType), status: response.status }
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
  const hasContent = content !== undefined && content !== null
  const name = String(method).toUpperCase()
  const isInQuery = name === 'GET' || name === 'HEAD'
  try {
    const allHeaders = new window.Headers((headers || header || {}) as HeadersInit)
    const init: RequestInit = { method: name, headers: allHeaders }
    if (hasContent && !isInQuery) addBody(init, allHeaders, content)
    const address = hasContent && isInQuery ? withQuery(url, content) : url
    // The constructor refuses what `fetch` would refuse. The error of `fetch` looks like a failed network.
    new window.Request(address, init)
    return [address, init]
  } catch {
    throw new Refusal('invalid-params')
  }
}

const kindOf = (value: unknown): string => Object.prototype.toString.call(value).slice('[object '.length, -1)

/** Is a value a plain record? The browser sends forms, blobs and bytes as they are. */
const isPlain = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && (Array.isArray(value) || kindOf(value) === 'Object')

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** Adds the body, with the content type of JSON unless the page gives one. */
function addBody(init: RequestInit, headers: Headers, content: unknown): void {
  if (isPlain(content) && !headers.has('content-type')) headers.set('content-type', 'application/json')
  init.body = isObject(content) && !isPlain(content) ? (content as BodyInit) : asText(content)
}

/** Adds a record, or a finished query, to the query of an address. */
function withQuery(url: string, content: unknown): string {
  const query = toQuery(content)
  const [address = '', ...hash] = url.split('#')
  return [query ? address + (address.includes('?') ? '&' : '?') + query : address, ...hash].join('#')
}

function toQuery(content: unknown): string {
  if (isPlain(content))
    return Object.keys(content)
      .filter((name) => content[name] !== undefined)
      .map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(asText(content[name]))}`)
      .join('&')
  if (isObject(content) && kindOf(content) !== 'URLSearchParams') throw new TypeError()
  return String(content)
}

async function decode(response: Response, dataType: unknown): Promise<unknown> {
  if (dataType === 'arraybuffer') return response.arrayBuffer()
  const text = await response.text()
  if (dataType !== 'json') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
