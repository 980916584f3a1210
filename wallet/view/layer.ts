/** The places for the wallet's drawings: host elements beside the page's body, each with an open shadow root. */
import { listenAgain, make, runHandlers } from './element'
import { isGuarded, type OwnElementName } from './ownElements'
import { applyStyles } from './style'

/** A place for drawings. */
export interface Layer {
  readonly host: HTMLElement
  readonly root: ShadowRoot | HTMLElement
  /** Puts the host into the document, and puts it back if the page removes it. */
  attach(): void
  remove(): void
}

/** If the page removes the host more often than this, the host stays away and the console gets a warning. */
const MOST_RETURNS = 20

/**
 * Makes a layer.
 *
 * @param part the name in `data-upsdk-kit`
 * @param returned runs after the host was put back, since a dialog in it is no longer modal then
 */
export function createLayer(part: OwnElementName, returned: () => void = () => undefined): Layer {
  const host = make('div', { 'data-upsdk-kit': part })
  const root = host.attachShadow ? host.attachShadow({ mode: 'open' }) : host
  applyStyles(root)
  let isWanted = false
  let returns = 0

  const put = () => {
    const parent = document.documentElement
    if (parent && host.parentNode !== parent) parent.appendChild(host)
  }
  // The observer also sees `document.write`, which replaces the root element.
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

/** Events that pages intercept in the capture phase of their window, for focus traps, click guards and shortcuts. */
const GUARDED = ['click', 'mousedown', 'pointerdown', 'touchstart', 'keydown', 'focusin', 'focusout']

/**
 * Hides events inside our elements from the page, so that the page cannot stop them. It has to run before the page's
 * first script, since listeners of a window run in the order in which they were added.
 */
export function guardLayers(): void {
  for (const type of GUARDED) window.addEventListener(type, guard, true)
}

function guard(event: Event): void {
  const path = event.composedPath ? event.composedPath() : []
  const isGuardedEvent = path.some((target) => target instanceof HTMLElement && isGuarded(target))
  if (!isGuardedEvent) return
  event.stopImmediatePropagation()
  runHandlers(event, path)
}
