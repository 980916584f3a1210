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

/** Path of an address, without query and hash. */
export const pathOf = (address: string): string => new URL(address).pathname

/** Hears of each navigation to the page's own server, past this one, where the browser tells. */
export function followOwnAddress(origin: string, left: (path: string) => void): void {
  navigateEvents((url) => {
    if (url !== addressHere(url, origin)) left(pathOf(url))
  })
}
