/** Translates between the page's address at its own server and the one at which the command shows it. */
import { navigateEvents } from './watch/navigation'

const hereNow = (): string => `${location.protocol}//${location.host}`

/** Gets the page's address at its own server. @param origin the origin of that server; undefined if it is this one */
export function addressAt(origin: string | undefined): string {
  const { href } = location
  const here = hereNow()
  return origin && href.startsWith(`${here}/`) ? origin + href.slice(here.length) : href
}

/** Turns an address at the page's own server into the one here. Other addresses stay. */
export function addressHere(address: string, origin: string | undefined): string {
  const isOwn = origin && (address === origin || /^[/?#]/.test(address.slice(origin.length)))
  return origin && isOwn && address.startsWith(origin) ? hereNow() + address.slice(origin.length) : address
}

/** Replaces this server's addresses in a text by those of the page's own server, which still runs when this one has ended. */
export const textAtOwnServer = (text: string, origin: string | undefined): string =>
  origin ? text.split(hereNow()).join(origin) : text

/** Gets the path of an address, without query and hash. */
export const pathOf = (address: string): string => new URL(address).pathname

/** Calls `left` at each navigation to the page's own server, past this one, in browsers with the Navigation API. */
export function followOwnAddress(origin: string, left: (path: string) => void): void {
  navigateEvents((url) => {
    if (url !== addressHere(url, origin)) left(pathOf(url))
  })
}

/** Names of this machine. A development server writes one of them into its page, whichever the developer typed. */
const LOOPBACK = /^(localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\])$/

/** Turns a socket's address at the page's own server into the one here. Other addresses stay. */
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
 * Redirects the page's sockets to its own server through this one. Some development servers (webpack-dev-server 5 with
 * a `host`) write their address into the page, and refuse pages from any other.
 */
export function leadSocketsHere(origin: string): void {
  const { WebSocket } = window
  window.WebSocket = new Proxy(WebSocket, {
    construct: (target, [address, ...rest], newTarget) =>
      Reflect.construct(target, [socketHere(String(address), origin), ...rest], newTarget) as object,
  })
}
