/** Our own addresses, below `/@upsdk-kit/`. A row here is all that a new one needs. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Desk } from './desk'
import { CLIENT_PATH, SDK_PATH } from './inject'
import { answerForSdk } from './sdkRoute'

export const OWN_PATH = '/@upsdk-kit/'

/** Answers a request. The guard has let it in: it comes from our own pages, from the address bar, or by a link. */
export type Route = (request: IncomingMessage, response: ServerResponse) => void

export interface RouteParts {
  readonly desk: Desk
  /** The text of the client. */
  readonly client: string
  /** Path of the page that was asked for at the start. */
  readonly startPath: string
}

/** By path. */
export const createRoutes = ({ client, startPath }: RouteParts): Readonly<Record<string, Route>> => ({
  [CLIENT_PATH]: (_request, response) => sendScript(response, client),
  [SDK_PATH]: (request, response) => answerForSdk(request.url || '', request.headers, response),
  // The phone's place. Without it the page itself is shown, drawn over.
  [OWN_PATH]: (_request, response) => redirect(response, startPath),
})

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
