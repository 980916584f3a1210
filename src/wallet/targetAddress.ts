/** The page's address at its own server, where the command shows it at another one. */
import { navigateEvents } from './navigation'

const hereNow = (): string => `${location.protocol}//${location.host}`

/** The page's address, as at its own server. @param origin its server's; undefined: it is here */
export function addressAt(origin: string | undefined): string {
  const { href } = location
  const here = hereNow()
  return origin && href.startsWith(`${here}/`) ? origin + href.slice(here.length) : href
}

/** An address at the page's own server, as it is here; others stay. */
export function addressHere(address: string, origin: string | undefined): string {
  const isOwn = origin && (address === origin || /^[/?#]/.test(address.slice(origin.length)))
  return origin && isOwn && address.startsWith(origin) ? hereNow() + address.slice(origin.length) : address
}

/** A text with this server's addresses as the page's own server has them: that server stays when this one has ended. */
export const textAtOwnServer = (text: string, origin: string | undefined): string =>
  origin ? text.split(hereNow()).join(origin) : text

/** Path of an address, without query and hash. */
export const pathOf = (address: string): string => new URL(address).pathname

/** Hears of each navigation to the page's own server, past this one, where the browser tells. */
export function followOwnAddress(origin: string, left: (path: string) => void): void {
  navigateEvents((url) => {
    if (url !== addressHere(url, origin)) left(pathOf(url))
  })
}

/** Names of this machine: a development server tells its own page one of them, whichever the developer typed. */
const LOOPBACK = /^(localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\])$/

/** A socket's address at the page's own server, as it is here; others stay. */
export function socketHere(address: string, origin: string): string {
  const [given, own] = [parsed(address), parsed(origin)]
  if (!given || !own || !/^wss?:$/.test(given.protocol)) return address
  const isSameHost =
    given.hostname === own.hostname || (LOOPBACK.test(given.hostname) && LOOPBACK.test(own.hostname))
  if (!isSameHost || portOf(given) !== portOf(own)) return address
  const protocol = location.protocol === 'https:' ? 'wss:' : 'ws:'
  return `${protocol}//${location.host}${given.pathname}${given.search}`
}

function parsed(address: string): URL | undefined {
  try {
    return new URL(address, location.href)
  } catch {
    return undefined
  }
}

const portOf = ({ port, protocol }: URL): string => port || (/^(https|wss):$/.test(protocol) ? '443' : '80')

/**
 * Leads the page's sockets to its own server through this one. Some development servers write their address into their
 * page (webpack-dev-server 5 with a `host`), and refuse a page of any other.
 */
export function leadSocketsHere(origin: string): void {
  const { WebSocket } = window
  window.WebSocket = new Proxy(WebSocket, {
    construct: (target, [address, ...rest], newTarget) =>
      Reflect.construct(target, [socketHere(String(address), origin), ...rest], newTarget) as object,
  })
}
