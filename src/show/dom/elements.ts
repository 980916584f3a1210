import { noop, runSafely } from '../../lib/run'
import type { UpsdkWindow } from '../../types/window'

/** The elements of a toast or a dialog that cover the page. */
export interface Overlay {
  kind: 'toast' | 'dialog'
  /** The element in the page. The others are in its shadow root. */
  host: HTMLElement
  /** Fills the screen, and has the visible elements. */
  layer: HTMLElement
  /** Is the layer a modal `<dialog>` of the browser's own? */
  isModal: boolean
}

type Tag = 'div' | 'button' | 'dialog'

/** The highest z-index, above everything of the page: Vant counts up from 2000. */
const TOP = 2147483647

/** Padding on all sides, beside notches and rounded corners. It is not in em, since large text needs the width. */
const ROOM =
  'padding:24px 5vw;padding:calc(24px + env(safe-area-inset-top)) calc(5vw + env(safe-area-inset-right)) calc(24px + env(safe-area-inset-bottom)) calc(5vw + env(safe-area-inset-left))'

/** A keyword follows the user's text size, which px would not. iOS has its own keyword for that. */
const FONT = 'font:medium system-ui,-apple-system,sans-serif;font:-apple-system-body'

/** A border that is visible in high-contrast modes, which replace colours and remove backgrounds. */
export const BORDER = 'border:1px solid transparent'

/** Makes the elements of an overlay, which are not in the page yet. */
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
  // The width limits very large text. `fitLines` breaks lines.
  const layer = addElement(
    host.attachShadow ? host.attachShadow({ mode: 'open' }) : host,
    isModal ? 'dialog' : 'div',
    `position:fixed;top:0;right:0;bottom:0;left:0;width:auto;height:auto;max-width:none;max-height:none;margin:0;border:0;display:flex;${ROOM};font-size:${size};font-size:min(${size},9vw);line-height:1.5;text-align:center;word-break:keep-all;text-wrap:balance;${layerCss}`,
  )
  // The text has its own direction, whatever the page's is, and its own language, which `all: initial` takes off the host.
  layer.dir = 'auto'
  layer.lang = lang
  return { kind, host, layer, isModal }
}

/**
 * Shows an overlay. It is beside `body` rather than in it, since a page may hide, transform or filter its body, or make
 * it inert. If the browser has a top layer, the overlay is in it, above the page's own elements there.
 *
 * @param onRemoved runs if the page removes or hides it
 * @returns removes it
 */
export function putOnScreen(window: UpsdkWindow, overlay: Overlay, onRemoved: () => void = noop): () => void {
  const { document } = window
  const { host, layer } = overlay
  let pageModal = place(document, overlay)
  const parent = host.parentNode
  fadeIn(window, layer)
  const observer = new MutationObserver(() => {
    const isVisible =
      layer.isConnected &&
      host.style.display !== 'none' &&
      (!pageModal || pageModal.open) &&
      // The page may have moved it into a hidden element. Only then is the layout read.
      (host.parentNode === parent || layer.getClientRects().length)
    if (isVisible) return
    if (!pageModal) return onRemoved()
    // The page's dialog has closed, so the toast moves elsewhere. It moves once only: a page may remove it each time.
    place(document, overlay)
    pageModal = undefined
  })
  // Observes the whole document, since the page may move the overlay or replace the root element.
  for (const root of [document, layer.parentNode as Node])
    observer.observe(root, { attributes: true, childList: true, subtree: true })
  return () => {
    observer.disconnect()
    host.remove()
  }
}

/** Inserts an overlay. @returns the page's dialog that it is in, if any */
function place(document: Document, { kind, host, layer }: Overlay): Partial<HTMLDialogElement> | undefined {
  // Screen readers ignore a toast outside a modal dialog.
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

/** Finds the page's newest modal dialog; undefined if the browser does not know the selector. */
function modalOf(document: Document): Element | undefined {
  try {
    const all = document.querySelectorAll('dialog:modal')
    return all[all.length - 1]
  } catch {
    return undefined
  }
}

/**
 * Adds an element.
 *
 * @param css declarations, each of which overrides the page's. A policy that blocks style elements and attributes allows
 *   these. A value that old browsers do not know comes after one that they know.
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

/** Marks in a text where a line may end. */
const BREAK = '\v'
/** Words of Chinese that browsers take for several. */
const WORDS = /云闪付|雲閃付App|客服/g

type Segmenter = new (
  lang: string,
  options: object,
) => { segment(text: string): Iterable<{ segment: string }> }

/** Marks where lines of Chinese may end between words. Undefined if the browser does not know words. */
function markWords(text: string): string | undefined {
  const { Segmenter } = Intl as { Segmenter?: Segmenter }
  if (!Segmenter) return undefined
  const segmenter = new Segmenter('zh', { granularity: 'word' })
  // A single character belongs to the word before it, or to one that the browser does not know.
  const mark = (word: string) => (/^\W\W/.test(word) ? BREAK : '') + word
  return Array.from(segmenter.segment(text), ({ segment }) => mark(segment))
    .join('')
    .replace(WORDS, `${BREAK}$&`)
    .replace(/([“「不])\v/g, `${BREAK}$1`)
}

/** Marks where lines of Japanese may end between phrases: where kana end before another script, and before some verbs. */
const markPhrases = (text: string): string =>
  text
    .replace(/([ぁ-ん])(?=[丁-龯ァ-ヶA-Z])/g, `$1${BREAK}`)
    .replace(/([おご])\v/g, `${BREAK}$1`)
    .replace(/できません|して|する|され/g, `${BREAK}$&`)

/** Fills an element with a text that may have marks. Its `textContent` is the text. */
export function fill(element: HTMLElement, marked: string): void {
  const [first = '', ...more] = marked.split(BREAK)
  element.textContent = first
  for (const part of more) element.append(element.ownerDocument.createElement('wbr'), part)
}

/**
 * Breaks lines at punctuation, or between words if a clause is longer than a line. It reads the layout, so the element
 * must have no padding.
 *
 * @returns its text with marks
 */
export function fitLines(element: HTMLElement): string {
  const { textContent, style } = element
  let marked = textContent || ''
  // A clause that is too long by less than a px would lose its comma. Korean has spaces.
  if (textWidth(element) > element.getBoundingClientRect().width && !/[가-힣]/.test(marked)) {
    const words = /[ぁ-ん]/.test(marked) ? markPhrases(marked) : markWords(marked)
    if (words) fill(element, (marked = words))
    else style.setProperty('word-break', 'normal', 'important')
  }
  style.setProperty('overflow-wrap', 'break-word', 'important')
  return marked
}

/** Measures the longest line of an element, on the screen. 0 if the browser cannot. */
function textWidth(element: HTMLElement): number {
  const range: Partial<Range> & Pick<Range, 'selectNodeContents'> = element.ownerDocument.createRange()
  range.selectNodeContents(element)
  return range.getBoundingClientRect?.().width || 0
}

/** Makes an element as wide as its longest line. */
export function shrink(element: HTMLElement): void {
  const width = textWidth(element)
  // A page may zoom itself. One px more, since the width of an element is rounded.
  const zoom = element.getBoundingClientRect().width / element.offsetWidth
  if (width && zoom) element.style.setProperty('width', `${Math.ceil(width / zoom) + 1}px`, 'important')
}

export function setAttributes(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name] as string)
}

/** Fades an element in, unless the user wants less motion or the browser cannot animate. */
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
 * Gets how many times wider the page's layout is than the screen. A page without a viewport tag has a layout of about
 * 980 px, which the browser shrinks to the screen.
 */
function zoomOut(window: UpsdkWindow): number {
  const { innerWidth = 0, innerHeight = 0, screen } = window as Partial<Window>
  if (!screen?.width) return 1
  // iOS gives the width of the upright screen even if it is turned.
  const edge = innerWidth > innerHeight ? Math.max : Math.min
  return Math.min(4, Math.max(1, innerWidth / edge(screen.width, screen.height)))
}
