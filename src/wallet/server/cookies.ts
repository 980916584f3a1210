/** Turns the target's cookies into cookies of this address, and back. */

export interface CookiePlace {
  /** The target's host name. */
  readonly host: string
  /** On a network address: browsers take `Secure` cookies from `*.localhost`, but from no other address by http. */
  readonly isNetwork: boolean
}

/** The key of `--lan` is kept under this name, and never handed on. */
export const KEY_COOKIE = 'upsdk-kit-key'

export interface TurnedCookies {
  readonly cookies: readonly string[]
  /** One of them cannot work here: its name demands `Secure`. */
  readonly lost: boolean
}

/** Gives `Set-Cookie` of the target as this address has to send it. */
export function turnCookies(cookies: readonly string[], place: CookiePlace): TurnedCookies {
  const turned = cookies.map((cookie) => turnCookie(cookie, place))
  return {
    cookies: turned.filter((cookie) => cookie !== ''),
    lost: place.isNetwork && cookies.some((cookie) => /^\s*__(host|secure)-/i.test(cookie)),
  }
}

function turnCookie(cookie: string, { host, isNetwork }: CookiePlace): string {
  const [pair = '', ...attributes] = cookie.split(';')
  if (nameOf(pair) === KEY_COOKIE) return ''
  const domain = attributes.map((one) => /^\s*domain\s*=\s*\.?(.*?)\s*$/i.exec(one)?.[1]).find(Boolean)
  // At the target's own address a browser refuses it.
  if (domain && !isWithin(host, domain)) return ''
  const kept = attributes.filter((one) => !/^\s*domain\s*(=|$)/i.test(one))
  // Without `Secure` neither of the others is taken.
  const open = isNetwork
    ? kept.filter((one) => !/^\s*(secure|partitioned|samesite\s*=\s*none)\s*$/i.test(one))
    : kept
  return [pair, ...open].join(';')
}

const isWithin = (host: string, domain: string): boolean =>
  `.${host.toLowerCase()}`.endsWith(`.${domain.toLowerCase()}`)

const nameOf = (pair: string): string => pair.split('=')[0]?.trim() || ''

/** `Cookie` of a request, without our own; '' where nothing is left. */
export const withoutKey = (cookie: string): string =>
  cookie
    .split(';')
    .filter((pair) => nameOf(pair) !== KEY_COOKIE)
    .join(';')
    .trim()

/** The value of our own cookie. */
export const keyIn = (cookie = ''): string =>
  cookie
    .split(';')
    .filter((pair) => nameOf(pair) === KEY_COOKIE)
    .map((pair) => pair.slice(pair.indexOf('=') + 1).trim())[0] || ''
