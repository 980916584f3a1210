/** Rewrites headers on the way to the target and back, as if the page were at the target's own address. */
import type { IncomingHttpHeaders } from 'node:http'
import { isWalletAgent } from '../../gate/upsdk'
import type { ServerNote } from '../settings'
import { turnCookies, withoutKey } from './cookies'
import { isNetworkHost, originOf } from './guard'

const VALIDATORS = [
  'if-none-match',
  'if-modified-since',
  'if-range',
  'if-match',
  'if-unmodified-since',
  'range',
]

/** Does the request come from a real wallet? Then nothing is simulated. */
export const isRealWallet = (headers: IncomingHttpHeaders): boolean =>
  isWalletAgent(String(headers['user-agent']))

/**
 * Rewrites a request's headers in place: the target sees its own address and the wallet's user agent. An `Origin` that
 * is not ours stays.
 */
export function turnRequest(
  headers: IncomingHttpHeaders,
  target: URL,
  agent: string,
  isDocument: boolean,
): void {
  const own = originOf(headers.host)
  const { origin, referer, cookie } = headers
  if (origin?.toLowerCase() === own) headers.origin = target.origin
  if (referer?.toLowerCase().startsWith(`${own}/`)) {
    const rest = referer.slice(own.length)
    // The target must not see the phone around the page.
    headers.referer = target.origin + (rest.startsWith('/@upsdk-kit/') ? '/' : rest)
  }
  if (cookie !== undefined) {
    headers.cookie = withoutKey(cookie)
    if (!headers.cookie) delete headers.cookie
  }
  if (!isRealWallet(headers)) {
    headers['user-agent'] = agent
    // Client hints name this browser.
    for (const name of Object.keys(headers)) if (name.startsWith('sec-ch-')) delete headers[name]
  }
  headers.host = target.host
  if (!isDocument) return
  headers['accept-encoding'] = 'gzip, br'
  for (const name of VALIDATORS) delete headers[name]
}

/**
 * Rewrites an answer's headers in place. @param host the `Host` of the request as it came @returns notes for the log
 */
export function turnAnswer(headers: IncomingHttpHeaders, target: URL, host: string): ServerNote[] {
  const { location, 'set-cookie': cookies } = headers
  if (location !== undefined) headers.location = turnAddress(location, target, originOf(host))
  for (const name of Object.keys(headers)) if (/^access-control-allow-/.test(name)) delete headers[name]
  // These headers are about the target's address, and would apply to this one.
  delete headers['strict-transport-security']
  delete headers['alt-svc']
  if (!cookies) return []
  const turned = turnCookies(cookies, {
    host: target.hostname,
    isNetwork: isNetworkHost(host) && !/^127\.0\.0\.1(:|$)/.test(host),
  })
  headers['set-cookie'] = [...turned.cookies]
  return turned.lost ? ['cookie'] : []
}

/** Turns an address of the target into one of this server. Other addresses stay. */
function turnAddress(address: string, target: URL, own: string): string {
  // A relative address stays relative.
  if (!/^([a-z][a-z\d+.-]*:|[\\/]{2})/i.test(address)) return address
  try {
    const { origin, pathname, search, hash } = new URL(address, target)
    return origin === target.origin ? own + pathname + search + hash : address
  } catch {
    return address
  }
}

/** Rewrites the headers of a changed document in place. */
export function turnDocument(headers: IncomingHttpHeaders): ServerNote[] {
  const notes: ServerNote[] = []
  if (headers['content-security-policy'] !== undefined) notes.push('policy')
  if (headers['x-frame-options'] !== undefined) notes.push('frame')
  const removed =
    'content-security-policy content-security-policy-report-only x-frame-options etag last-modified'
  for (const name of removed.split(' ')) delete headers[name]
  for (const name of [
    'content-length',
    'content-encoding',
    'content-md5',
    'digest',
    'accept-ranges',
    'expires',
  ])
    delete headers[name]
  headers['cache-control'] = 'no-store'
  // The page's own rule about frames is removed, since the phone frames it. Only this origin may frame it now.
  headers['content-security-policy'] = "frame-ancestors 'self'"
  return notes
}
