/** Rewrites the target's cookies for this address, and back. */

import { isNetworkHost } from './hosts'
import type { ResponseStep } from './targetResponse'

/** The name of the cookie with the key of `--lan`. It is never sent to the target. */
export const KEY_COOKIE = 'upsdk-kit-key'

/** Rewrites `Set-Cookie` of the target for this address. */
export const rewriteCookies =
  (target: URL): ResponseStep =>
  (response, { host }) => {
    const { headers, notes = [] } = response
    const { 'set-cookie': cookies } = headers
    if (!cookies) return response
    // Over http, browsers accept `Secure` cookies from this machine's own names only.
    const isNetwork = isNetworkHost(host) && !/^127\.0\.0\.1(:|$)/.test(host)
    headers['set-cookie'] = cookies
      .map((cookie) => rewriteCookie(cookie, target.hostname, isNetwork))
      .filter((cookie) => cookie !== '')
    // The name of such a cookie requires `Secure`.
    const isLost = isNetwork && cookies.some((cookie) => /^\s*__(host|secure)-/i.test(cookie))
    return isLost ? { ...response, notes: [...notes, 'cookie'] } : response
  }

function rewriteCookie(cookie: string, host: string, isNetwork: boolean): string {
  const [pair = '', ...attributes] = cookie.split(';')
  if (nameOf(pair) === KEY_COOKIE) return ''
  const domain = attributes.map((one) => /^\s*domain\s*=\s*\.?(.*?)\s*$/i.exec(one)?.[1]).find(Boolean)
  // A browser would refuse this cookie at the target's own address, too.
  if (domain && !isWithin(host, domain)) return ''
  const kept = attributes.filter((one) => !/^\s*domain\s*(=|$)/i.test(one))
  // Browsers accept neither `SameSite=None` nor `Partitioned` without `Secure`.
  const open = isNetwork
    ? kept.filter((one) => !/^\s*(secure|partitioned|samesite\s*=\s*none)\s*$/i.test(one))
    : kept
  return [pair, ...open].join(';')
}

const isWithin = (host: string, domain: string): boolean =>
  `.${host.toLowerCase()}`.endsWith(`.${domain.toLowerCase()}`)

const nameOf = (pair: string): string => pair.split('=')[0]?.trim() || ''

/** Removes our own cookie from `Cookie` of a request; '' if nothing is left. */
export const withoutKey = (cookie: string): string =>
  cookie
    .split(';')
    .filter((pair) => nameOf(pair) !== KEY_COOKIE)
    .join(';')
    .trim()

/** Reads the values of our own cookie. Servers on other ports of this host set it too, for other paths. */
export const keysIn = (cookie = ''): string[] =>
  cookie
    .split(';')
    .filter((pair) => nameOf(pair) === KEY_COOKIE)
    .map((pair) => pair.slice(pair.indexOf('=') + 1).trim())
