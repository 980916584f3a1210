/** The option `--lan`: requests from the network get in with a key. */
import { Buffer } from 'node:buffer'
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { networkInterfaces } from 'node:os'
import { KEY_COOKIE, keyIn } from './cookies'
import { isLocalHost, isNetworkHost } from './guard'

export const createKey = (): string => randomBytes(16).toString('hex')

function isSame(given: string, key: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(key)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** Did the request come to the loopback address, which only this machine can reach? */
const isLoopback = ({ socket }: IncomingMessage): boolean =>
  /^(::ffff:)?127\.0\.0\.1$|^::1$/.test(socket.localAddress || '')

/** May this request enter? @param key undefined without `--lan` */
export function mayEnter(request: IncomingMessage, key: string | undefined): boolean {
  const { host, cookie } = request.headers
  if (isLocalHost(host) && isLoopback(request)) return true
  return key !== undefined && (isNetworkHost(host) || isLocalHost(host)) && isSame(keyIn(cookie), key)
}

/** The path that turns the key into a cookie and redirects to the page. */
const ENTER = '/@upsdk-kit/enter?'

export const enterPath = (key: string): string => ENTER + key

/** Makes the cookie if the request has the key in its address. */
export function keyCookie(
  { url = '', headers }: IncomingMessage,
  key: string | undefined,
): string | undefined {
  if (key === undefined || !url.startsWith(ENTER) || !isNetworkHost(headers.host)) return undefined
  if (!isSame(url.slice(ENTER.length), key)) return undefined
  return `${KEY_COOKIE}=${key}; Path=/; HttpOnly; SameSite=Lax`
}

/** Finds this machine's address in its network; undefined if it has none. */
export function networkAddress(): string | undefined {
  for (const addresses of Object.values(networkInterfaces()))
    for (const { family, internal, address } of addresses || [])
      if (family === 'IPv4' && !internal) return address
  return undefined
}
