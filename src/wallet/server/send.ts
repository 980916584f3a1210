/** Sends the command's own answers. */
import type { ServerResponse } from 'node:http'

export function sendScript(response: ServerResponse, text: string): void {
  response.setHeader('Cache-Control', 'no-cache')
  response.setHeader('Content-Type', 'text/javascript; charset=utf-8')
  response.end(text)
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
