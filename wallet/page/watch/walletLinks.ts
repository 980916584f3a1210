/** Opens links that only the wallet opens (upsdk-behaviour §5), and notes each. */
import type { WalletPage } from '../../shared/pageState'
import type { Log } from '../log'
import { navigateEvents } from './navigation'

/** Calls `opened` in place of each navigation to such a link. @param isInside is the page in the wallet? */
export function followWalletLinks(
  log: Log,
  isInside: () => boolean,
  opened: (page: WalletPage) => void,
): void {
  navigateEvents((url, event) => {
    if (!event.cancelable || !/^upwallet:/i.test(url) || !isInside()) return
    event.preventDefault()
    // The page stays, so other listeners must not note that it leaves.
    event.stopImmediatePropagation()
    // A value may be an address with a query of its own.
    const [, link = '', query] = /^([^?]*)\??(.*)$/.exec(url) || []
    log.addNote('wallet-link', link)
    const params: Record<string, string> = {}
    new URLSearchParams(query).forEach((value, name) => {
      params[name] = value
    })
    opened({ method: link, params })
  })
}
