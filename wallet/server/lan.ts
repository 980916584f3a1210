/** The option `--lan`: requests from the network get in with a key. */
import { Buffer } from 'node:buffer'
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { networkInterfaces } from 'node:os'
import { KEY_COOKIE, keyIn } from './cookies'
import type { RequestStep } from './exchange'
import { isLocalHost, isNetworkHost, isToLoopback } from './hosts'
import { noKeyPage } from './ownPages'
import { ENTER_PATH } from './paths'
import { redirect, sendPage, sendText } from './send'
import { type ServerTexts, textsOf } from './serverTexts'

export const createKey = (): string => randomBytes(16).toString('hex')

function isSame(given: string, key: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(key)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** May this request enter? @param key undefined without `--lan` */
export function mayEnter(request: IncomingMessage, key: string | undefined): boolean {
  const { host, cookie } = request.headers
  if (isLocalHost(host) && isToLoopback(request)) return true
  return key !== undefined && isSame(keyIn(cookie), key)
}

export const enterPath = (key: string): string => ENTER_PATH + key

/** Turns the key in an address into a cookie, and redirects to the page. */
export const enterWithKey =
  (key: string | undefined, startPath: string): RequestStep =>
  ({ request: { url = '' }, response, host }) => {
    if (key === undefined || !url.startsWith(ENTER_PATH) || !isNetworkHost(host)) return false
    if (!isSame(url.slice(ENTER_PATH.length), key)) return false
    response.setHeader('Set-Cookie', `${KEY_COOKIE}=${key}; Path=/; HttpOnly; SameSite=Lax`)
    redirect(response, startPath)
    return true
  }

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
