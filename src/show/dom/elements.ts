import { noop, runSafely } from '../../lib/run'
import type { UpsdkWindow } from '../../types/window'

/** The elements around a toast or a dialog, over the page. */
export interface Overlay {
  kind: 'toast' | 'dialog'
  /** The element that stands in the page; the rest is in its shadow root. */
  host: HTMLElement
  /** Fills the screen; what is shown goes in here. */
  layer: HTMLElement
  /** Is the layer a modal `<dialog>` of the browser's own? */
  isModal: boolean
}

type Tag = 'div' | 'button' | 'dialog'

/** Above anything that a page puts up: Vant counts on from 2000. */
const TOP = 2147483647

/** Room on all sides, and more where a notch or a rounded corner takes some. It is not in em: large text needs the width. */
const ROOM =
  'padding:24px 6vw;padding:calc(24px + env(safe-area-inset-top)) calc(6vw + env(safe-area-inset-right)) calc(24px + env(safe-area-inset-bottom)) calc(6vw + env(safe-area-inset-left))'

/** A keyword follows the user's own text size, px would not; iOS has one of its own for that. */
const FONT = 'font:medium system-ui,-apple-system,sans-serif;font:-apple-system-body'

/** Seen where the colours are the user's own, and backgrounds are not. */
export const BORDER = 'border:1px solid transparent'

/** Elements under a shadow root, which are in no page yet. */
export function newOverlay(
  window: UpsdkWindow,
  kind: Overlay['kind'],
  lang: string,
  layerCss: string,
): Overlay {
  const { document } = window
  const host = newElement(
    document,
    'div',
    `all:initial;position:fixed;top:0;left:0;z-index:${TOP};pointer-events:${kind === 'toast' ? 'none' : 'auto'};-webkit-text-size-adjust:100%;text-size-adjust:100%;${FONT}`,
  )
  host.setAttribute('data-upsdk-kit', kind)
  host.lang = lang
  const size = `${0.9375 * zoomOut(window)}em`
  const isModal = kind === 'dialog' && 'showModal' in document.createElement('dialog')
  // Very large text ends at what the width can hold. For the ends of lines see `fitLines`; Japanese has its own rules.
  const layer = addElement(
    host.attachShadow ? host.attachShadow({ mode: 'open' }) : host,
    isModal ? 'dialog' : 'div',
    `position:fixed;top:0;right:0;bottom:0;left:0;width:auto;height:auto;max-width:none;max-height:none;margin:0;border:0;display:flex;${ROOM};font-size:${size};font-size:min(${size},9vw);line-height:1.5;text-align:center;word-break:${/^ja/.test(lang) ? 'normal;word-break:auto-phrase' : 'keep-all'};text-wrap:balance;${layerCss}`,
  )
  // The direction of the text, not of the page.
  layer.dir = 'auto'
  return { kind, host, layer, isModal }
}

/**
 * Puts it next to `body` rather than in it: a page may hide, transform or filter its body, or make a part of it inert.
 * Where the browser has a top layer it is in it, above what the page has put there.
 *
 * @param onRemoved runs when the page has taken it away, or hidden it
 * @returns takes it away
 */
export function putOnScreen(window: UpsdkWindow, overlay: Overlay, onRemoved: () => void = noop): () => void {
  const { document } = window
  const { host, layer } = overlay
  let pageModal = place(document, overlay)
  const parent = host.parentNode
  fadeIn(window, layer)
  const observer = new MutationObserver(() => {
    const isThere =
      layer.isConnected &&
      host.style.display !== 'none' &&
      (!pageModal || pageModal.open) &&
      // The page may have moved it into something that it hides. Only then the layout is looked at.
      (host.parentNode === parent || layer.getClientRects().length)
    if (isThere) return
    if (!pageModal) return onRemoved()
    // Its time goes on elsewhere. Once: a page may take it away each time.
    place(document, overlay)
    pageModal = undefined
  })
  // All of the document: the page may move it first, or take the root element.
  for (const root of [document, layer.parentNode as Node])
    observer.observe(root, { attributes: true, childList: true, subtree: true })
  return () => {
    observer.disconnect()
    host.remove()
  }
}

/** @returns the page's dialog that it stands in now, if it does */
function place(document: Document, { kind, host, layer }: Overlay): Partial<HTMLDialogElement> | undefined {
  // Outside a modal dialog screen readers would not hear a toast.
  const pageModal = kind === 'toast' ? modalOf(document) : undefined
  ;(pageModal || document.documentElement).appendChild(host)
  const { showModal } = layer as Partial<HTMLDialogElement>
  const { showPopover } = host as Partial<HTMLElement>
  if (showModal) showModal.call(layer)
  else if (kind === 'toast' && showPopover) {
    host.setAttribute('popover', 'manual')
    showPopover.call(host)
  }
  return pageModal
}

/** The page's own modal dialog, the newest of them; none where the browser does not know the selector. */
function modalOf(document: Document): Element | undefined {
  try {
    const all = document.querySelectorAll('dialog:modal')
    return all[all.length - 1]
  } catch {
    return undefined
  }
}

/**
 * @param css declarations, each of which is set above the page's own: a policy that blocks style elements and
 *   attributes lets these through. A value that old browsers do not know comes after one that they do.
 */
export function addElement(parent: Node, tag: Tag, css: string, text?: string): HTMLElement {
  const element = newElement(parent.ownerDocument as Document, tag, `pointer-events:inherit;${css}`)
  if (text) element.textContent = text
  parent.appendChild(element)
  return element
}

function newElement(document: Document, tag: Tag, css: string): HTMLElement {
  const element = document.createElement(tag)
  element.style.cssText = `${css};`.replace(/;+/g, '!important;')
  return element
}

/**
 * Lines of Chinese end at punctuation, not inside a word, where the longest clause has room; where it has not,
 * anywhere but before punctuation. Looks at the layout, so the element has no padding, and nothing is faded in later.
 */
export function fitLines({ scrollWidth, clientWidth, textContent, style }: HTMLElement): void {
  // Korean has spaces.
  const mayBreakWords = !/[가-힣]/.test(textContent || '')
  if (scrollWidth > clientWidth && mayBreakWords) style.setProperty('word-break', 'normal', 'important')
  style.setProperty('overflow-wrap', 'break-word', 'important')
}

export function setAttributes(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name] as string)
}

/** Comes in softly, unless the user asked for less motion. Where a browser cannot, it is there at once. */
function fadeIn(window: UpsdkWindow, element: HTMLElement): void {
  const { animate } = element as Partial<HTMLElement>
  if (animate && !matches(window, '(prefers-reduced-motion: reduce)'))
    runSafely(() => animate.call(element, [{ opacity: 0 }, { opacity: 1 }], 150))
}

export function matches(window: UpsdkWindow, query: string): boolean {
  const { matchMedia } = window as { matchMedia?: Window['matchMedia'] }
  return !!matchMedia && matchMedia.call(window, query).matches
}

/**
 * How much smaller the page is drawn than it is laid out: a page without a viewport tag is laid out at about
 * 980 px, and shrunk to the screen.
 */
function zoomOut(window: UpsdkWindow): number {
  const { innerWidth = 0, innerHeight = 0, screen } = window as Partial<Window>
  if (!screen?.width) return 1
  // iOS gives the width of the upright screen, however it is held.
  const edge = innerWidth > innerHeight ? Math.max : Math.min
  return Math.min(4, Math.max(1, innerWidth / edge(screen.width, screen.height)))
}
