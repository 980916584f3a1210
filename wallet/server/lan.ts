/** The key: with `--lan`, requests from the network get in with it, and anywhere it allows to change settings. */
import { Buffer } from 'node:buffer'
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { networkInterfaces } from 'node:os'
import { KEY_COOKIE, keysIn } from './cookies'
import type { RequestStep } from './exchange'
import { isForwarded, isFromThisMachine, isLocalHost, isNetworkHost, isOwnName, isToLoopback } from './hosts'
import { noKeyPage } from './ownPages'
import { ENTER_PATH } from './paths'
import { redirect, sendPage, sendText } from './send'
import { type ServerTexts, textsOf } from './serverTexts'

export const createKey = (): string => randomBytes(16).toString('hex')

function isSame(given: string, key: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(key)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** Has a request the key in its cookies? @param key undefined if nobody has one */
const hasKey = ({ headers }: IncomingMessage, key: string | undefined): boolean =>
  key !== undefined && keysIn(headers.cookie).some((given) => isSame(given, key))

/** May this request enter? @param key undefined without `--lan` */
export const mayEnter = (request: IncomingMessage, key: string | undefined): boolean =>
  (isLocalHost(request.headers.host) && isToLoopback(request)) || hasKey(request, key)

/**
 * May this request change the settings? Whoever is on this machine may, at a name that only this machine answers, and
 * whoever has the key. A tunnel comes from this machine, too, but under a name of its own, or says for whom it asks.
 *
 * @param key undefined if nobody has one
 */
export const mayChoose = (request: IncomingMessage, key: string | undefined): boolean =>
  hasKey(request, key) ||
  (isFromThisMachine(request) && isOwnName(request.headers.host) && !isForwarded(request))

export const enterPath = (key: string): string => ENTER_PATH + key

/** Where the key turns into a cookie. */
export interface Entrance {
  readonly key: string
  /** The paths that get the cookie. */
  readonly paths: readonly string[]
  /** The address that it redirects to. */
  readonly to: string
}

/** Turns the key in an address into a cookie. @returns false if the key is not in the address */
export function takeKey(
  { url = '' }: IncomingMessage,
  response: ServerResponse,
  { key, paths, to }: Entrance,
): boolean {
  if (!isSame(url.slice(url.indexOf(ENTER_PATH) + ENTER_PATH.length), key)) return false
  const attributes = 'HttpOnly; SameSite=Lax'
  const cookies = Array.from(new Set(paths), (path) => `${KEY_COOKIE}=${key}; Path=${path}; ${attributes}`)
  response.setHeader('Set-Cookie', cookies)
  redirect(response, to)
  return true
}

/** Lets in who comes with the key. */
export const enterWithKey =
  (key: string | undefined, startPath: string): RequestStep =>
  ({ request, request: { url = '' }, response, host }) =>
    key !== undefined &&
    url.startsWith(ENTER_PATH) &&
    isNetworkHost(host) &&
    takeKey(request, response, { key, paths: ['/'], to: startPath })

/** Refuses whoever has no key. The answer reveals nothing about the target. */
export const refuseWithoutKey =
  (key: string | undefined, texts: ServerTexts): RequestStep =>
  ({ request, response, isDocument }) => {
    if (mayEnter(request, key)) return false
    if (isDocument) sendPage(response, 403, noKeyPage(textsOf(request, texts)))
    else sendText(response, 403, `${texts.noKeyTitle}: ${texts.noKey}`)
    return true
  }

/** Finds this machine's address in its network; undefined if it has none. */
export function networkAddress(): string | undefined {
  for (const addresses of Object.values(networkInterfaces()))
    for (const { family, internal, address } of addresses || [])
      if (family === 'IPv4' && !internal) return address
  return undefined
}
