import { make } from '../../view/element'
import { createLayer } from '../../view/layer'
import { showOnTop } from '../../view/modal'

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
