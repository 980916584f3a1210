/** Where the wallet's drawings are: hosts of their own beside the page's body, each with an open shadow root. */
import { listenAgain, make, runHandlers } from './element'
import { applyStyles } from './style'

/** A place for drawings. */
export interface Layer {
  readonly host: HTMLElement
  readonly root: ShadowRoot | HTMLElement
  /** Puts the host into the document; it is put back where the page takes it out. */
  attach(): void
  remove(): void
}

/** A page that takes the host out again and again wins, and is told of. */
const MOST_RETURNS = 20

/**
 * Makes a layer.
 *
 * @param part the name in `data-upsdk-kit`
 * @param returned runs when the host had to be put back: what was modal is not any more
 */
export function createLayer(part: string, returned: () => void = () => undefined): Layer {
  const host = make('div', { 'data-upsdk-kit': part })
  Object.assign(host.style, { position: 'static', display: 'block', visibility: 'visible' })
  const root = host.attachShadow ? host.attachShadow({ mode: 'open' }) : host
  applyStyles(root)
  let isWanted = false
  let returns = 0

  const put = () => {
    const parent = document.documentElement
    if (parent && host.parentNode !== parent) parent.appendChild(host)
  }
  // It also sees `document.write`, which replaces the document's element.
  const observer = new MutationObserver(() => {
    if (!isWanted || host.isConnected) return
    if (++returns > MOST_RETURNS) {
      observer.disconnect()
      return console.warn(
        `[upsdk-kit] The page keeps removing the simulated wallet's "${part}"; it stays away.`,
      )
    }
    put()
    guardLayers()
    listenAgain(root)
    returned()
  })

  return {
    host,
    root,
    attach() {
      if (isWanted) return
      isWanted = true
      put()
      observer.observe(document, { childList: true, subtree: true })
    },
    remove() {
      isWanted = false
      observer.disconnect()
      host.remove()
    },
  }
}

/** Events that pages guard in the capture phase of their window: focus traps, click guards, shortcuts. */
const GUARDED = ['click', 'mousedown', 'pointerdown', 'touchstart', 'keydown', 'focusin', 'focusout']

/**
 * Keeps a page from hearing of what happens inside our elements, and from stopping it. It has to run before the page's
 * first script, since listeners of a window run in the order in which they were added.
 */
export function guardLayers(): void {
  for (const type of GUARDED) window.addEventListener(type, guard, true)
}

function guard(event: Event): void {
  const path = event.composedPath ? event.composedPath() : []
  const isOurs = path.some((target) => target instanceof HTMLElement && isWalletPart(target))
  if (!isOurs) return
  event.stopImmediatePropagation()
  runHandlers(event, path)
}

const PARTS = /^(sheet|wallet-toast|wallet-page|wallet|title-bar|log)$/
const isWalletPart = ({ dataset }: HTMLElement) => PARTS.test(dataset.upsdkKit || '')
