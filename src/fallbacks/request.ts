import { isObject } from '../run'
import { type Fallback, Refusal, type WebWindow } from './fallback'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/**
 * The browser's `fetch`, under the browser's rules for other origins. Only `dataType` is documented (upsdk-behaviour
 * §4); taken besides are `url`, `method`, `headers` or `header`, `data` or `body`. Resolves to `{ message, status }`,
 * `message` decoded by `dataType`: 'json', 'arraybuffer', else text. Rejects with `network`.
 */
export const sendRequest: Fallback<'sendRequest'> = async (params, { window, onEnd }) => {
  const {
    url,
    method = 'GET',
    headers,
    header,
    data,
    body,
    dataType,
  } = (params || {}) as Record<string, unknown>
  if (typeof url !== 'string') throw new Refusal('invalid-params')
  const content = data === undefined ? body : data
  const given = headers || header
  const init: RequestInit = {
    method: String(method).toUpperCase(),
    headers: toHeaders(given, isObject(content)),
  }
  if (content !== undefined && init.method !== 'GET') init.body = textOf(content)
  const { AbortController } = window as Partial<WebWindow>
  if (AbortController) {
    const controller = new AbortController()
    init.signal = controller.signal
    onEnd(() => controller.abort())
  }
  try {
    const response = await window.fetch(url, init)
    return { message: await decoded(response, dataType), status: response.status }
  } catch {
    throw new Refusal('network')
  }
}

/** The page's own; an object is sent as JSON, and says so. */
function toHeaders(given: unknown, json: boolean): Record<string, string> {
  const headers: Record<string, string> = {}
  if (isObject(given)) for (const name of Object.keys(given)) headers[name] = String(given[name])
  const isSaid = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type')
  if (json && !isSaid) headers['content-type'] = 'application/json'
  return headers
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
