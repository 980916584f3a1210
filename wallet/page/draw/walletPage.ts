/**
 * Pages of the wallet that cover the mini-program: the one it would open, and the wallet's home once the page has
 * closed itself.
 */
import type { PageState, WalletPage } from '../../shared/pageState'
import { icon, make } from '../../view/element'
import { createLayer, type Layer } from '../../view/layer'
import { showModally } from '../../view/modal'
import type { Words } from '../../view/texts/words'

export interface WalletPages {
  show(state: PageState): void
}

export interface WalletPagesOptions {
  readonly words: Words
  onBack(): void
  onOpenAgain(): void
}

const HOME = 'M4 11l8-7 8 7v9H4zM10 20v-5h4v5'

export function createWalletPages({ words, onBack, onOpenAgain }: WalletPagesOptions): WalletPages {
  let layer: Layer | undefined
  let current: unknown

  function cover(kind: string, onEscape: () => void, ...children: readonly HTMLElement[]): void {
    const dialog = make(
      'dialog',
      { class: 'page', lang: words.language, 'aria-label': words.wallet },
      make('div', { class: 'body' }, make('span', { class: 'badge' }, words.simulated), ...children),
    )
    const made = createLayer('wallet-page', () => show())
    made.host.dataset.kind = kind
    made.root.appendChild(dialog)
    made.attach()
    const show = showModally(dialog, onEscape)
    show()
    layer = made
  }

  const opened = ({ method, params }: WalletPage) => {
    const text = JSON.stringify(params, null, 2) || ''
    cover(
      'page',
      onBack,
      make(
        'div',
        { class: 'hero' },
        make('strong', {}, words.pageOf),
        make('span', { class: 'mono' }, method),
      ),
      make('pre', { class: 'mono' }, text),
      make('button', { type: 'button', class: 'main', 'data-part': 'back', onclick: onBack }, words.back),
    )
  }

  const home = () =>
    cover(
      'home',
      onOpenAgain,
      make('div', { class: 'hero' }, icon(HOME), make('strong', {}, words.closed)),
      make(
        'button',
        { type: 'button', class: 'main', 'data-part': 'open-again', onclick: onOpenAgain },
        words.openAgain,
      ),
    )

  return {
    show({ isClosed, walletPage }) {
      const wanted = isClosed ? 'home' : walletPage
      if (wanted === current) return
      current = wanted
      layer?.remove()
      layer = undefined
      if (isClosed) home()
      else if (walletPage) opened(walletPage)
    },
  }
}
