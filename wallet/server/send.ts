/** Sends responses: those of the target, and a server's own. */
import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { sendBody, sendDocument } from './stream'
import type { TargetResponse } from './targetResponse'

/** Headers that belong to one connection. Node makes its own for the other one. */
const OF_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding', 'trailer', 'upgrade']

/** Sends the response of a target or a folder. It throws if Node cannot send such a head. */
export function sendResponse(
  response: ServerResponse,
  { status, message, headers, body, rewriter }: TargetResponse,
): void {
  const { 'content-encoding': encoding, ...others } = headers
  setHeaders(response, rewriter ? others : headers)
  if (message) response.statusMessage = message
  response.writeHead(status)
  if (response.req.method === 'HEAD') {
    body.resume()
    response.end()
  } else if (rewriter) sendDocument(body, encoding, response, rewriter())
  else {
    // An event stream is open before its first event, so its headers cannot wait.
    if (headers['content-length'] === undefined) response.flushHeaders()
    sendBody(body, response)
  }
}

function setHeaders(response: ServerResponse, headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) {
    const value = headers[name]
    try {
      if (value !== undefined && !OF_CONNECTION.includes(name)) response.setHeader(name, value)
    } catch {
      // Node refuses some characters that a target may send.
    }
  }
}

export function sendScript(response: ServerResponse, text: string, cache = 'no-store'): void {
  response.setHeader('Cache-Control', cache)
  response.setHeader('Content-Type', 'text/javascript; charset=utf-8')
  response.end(text)
}

export function sendJson(response: ServerResponse, value: unknown): void {
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.end(JSON.stringify(value))
}

export function sendEmpty(response: ServerResponse, status: number): void {
  response.statusCode = status
  response.end()
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.end(`${text}\n`)
}

export function sendPage(
  response: ServerResponse,
  status: number,
  html: string | Uint8Array,
  charset = 'utf-8',
): void {
  response.statusCode = status
  response.setHeader('Content-Type', `text/html; charset=${charset}`)
  response.setHeader('Cache-Control', 'no-store')
  response.end(html)
}

export function redirect(response: ServerResponse, location: string): void {
  response.statusCode = 302
  response.setHeader('Location', location)
  response.end()
}

/** Sends one response in place of another one that has failed. If its headers are gone, the connection breaks off. */
export function sendInstead(response: ServerResponse, send: () => void): void {
  if (response.headersSent || response.writableEnded) return void response.destroy()
  for (const name of response.getHeaderNames()) response.removeHeader(name)
  response.statusMessage = ''
  send()
}

/**
 * Runs what answers a request. Nothing that arrives from outside ends the server: what it throws is answered with 500.
 */
export function answerSafely(response: ServerResponse, answer: () => unknown): void {
  const run = async () => answer()
  run().catch((error: unknown) =>
    sendInstead(response, () => sendText(response, 500, error instanceof Error ? error.message : '500')),
  )
}
