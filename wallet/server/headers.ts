/** Rewrites headers on the way to the target and back, as if the page were at the target's own address. */

import { withoutKey } from './cookies'
import type { RequestFacts } from './exchange'
import { originOf } from './hosts'
import { PHONE_PATH } from './paths'
import type { ResponseStep } from './targetResponse'

const VALIDATORS = [
  'if-none-match',
  'if-modified-since',
  'if-range',
  'if-match',
  'if-unmodified-since',
  'range',
]

/**
 * Rewrites a request's headers in place: the target sees its own address and the wallet's user agent. An `Origin` that
 * is not ours stays.
 */
export function rewriteRequest(
  { request, isDocument, isReal }: RequestFacts,
  target: URL,
  agent: string,
): void {
  const { headers } = request
  const own = originOf(headers.host)
  const { origin, referer, cookie } = headers
  if (origin?.toLowerCase() === own) headers.origin = target.origin
  if (referer?.toLowerCase().startsWith(`${own}/`)) {
    const rest = referer.slice(own.length)
    // The target must not see the phone around the page.
    headers.referer = target.origin + (rest.startsWith(PHONE_PATH) ? '/' : rest)
  }
  if (cookie !== undefined) {
    headers.cookie = withoutKey(cookie)
    if (!headers.cookie) delete headers.cookie
  }
  if (!isReal) {
    headers['user-agent'] = agent
    // Client hints name this browser.
    for (const name of Object.keys(headers)) if (name.startsWith('sec-ch-')) delete headers[name]
  }
  headers.host = target.host
  if (!isDocument) return
  headers['accept-encoding'] = 'gzip, br'
  for (const name of VALIDATORS) delete headers[name]
}

/** Rewrites a response's headers that are about the target's address. */
export const rewriteResponse =
  (target: URL): ResponseStep =>
  (response, { host }) => {
    const { headers } = response
    const { location, refresh } = headers
    const rewritten = (address: string) => rewriteAddress(address, target, originOf(host))
    if (location !== undefined) headers.location = rewritten(location)
    if (typeof refresh === 'string') headers.refresh = rewriteRefresh(refresh, rewritten)
    for (const name of Object.keys(headers)) if (/^access-control-allow-/.test(name)) delete headers[name]
    // They would apply to this address.
    delete headers['strict-transport-security']
    delete headers['alt-svc']
    return response
  }

/** Turns an address of the target into one of this server. Other addresses stay. */
function rewriteAddress(address: string, target: URL, own: string): string {
  // A relative address stays relative.
  if (!/^([a-z][a-z\d+.-]*:|[\\/]{2})/i.test(address)) return address
  try {
    const { origin, pathname, search, hash } = new URL(address, target)
    return origin === target.origin ? own + pathname + search + hash : address
  } catch {
    return address
  }
}

/** Rewrites the address of a `Refresh` header: `5; url=http://…`, also in quotation marks, or without `url=`. */
const rewriteRefresh = (refresh: string, rewritten: (address: string) => string): string =>
  refresh.replace(
    /^(\s*[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?)(["']?)([^"']*)/i,
    (_all, before: string, quote: string, address: string) =>
      before + quote + (address ? rewritten(address) : ''),
  )
