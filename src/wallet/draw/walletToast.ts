import { make } from './element'
import { createLayer } from './layer'
import { showOnTop } from './modal'

/** How long native's own toast stays, in ms. */
const STAYS = 2000

/** Shows the wallet's own toast (`showFlashInfo`) above everything that the page has open now. */
export function showWalletToast(text: string): void {
  const layer = createLayer('wallet-toast')
  const toast = make('div', { class: 'toast', role: 'status' }, text)
  layer.root.appendChild(toast)
  layer.attach()
  showOnTop(toast)
  setTimeout(() => layer.remove(), STAYS)
}
