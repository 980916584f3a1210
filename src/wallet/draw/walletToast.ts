import { make } from './element'
import { createLayer } from './layer'

/** ms that native's own toast stays. */
const STAYS = 2000

/** Shows the wallet's own toast, of `showFlashInfo`: above all that the page has open now. */
export function showWalletToast(text: string): void {
  const layer = createLayer('wallet-toast')
  const toast = make('div', { class: 'toast', role: 'status' }, text)
  layer.root.appendChild(toast)
  layer.attach()
  // newer-api: it is asked for here
  if (typeof toast.showPopover === 'function') {
    toast.setAttribute('popover', 'manual')
    // newer-api: asked for above
    toast.showPopover()
  }
  setTimeout(() => layer.remove(), STAYS)
}
