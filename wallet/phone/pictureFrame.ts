/** Draws a picture of the page in a frame that runs no script. */

import { KEPT, type Picture } from '../shared/picture'
import { make } from '../view/element'

/**
 * Draws a picture in a frame of the page's own size; whoever shows it smaller scales the frame. Nobody can tap or focus
 * what is in it.
 *
 * @param title says what the picture shows
 * @returns `done` ends once it looks as the page did; the frame has to be in the document
 */
export function drawPicture(
  { width, height, fragment, pieces }: Picture,
  title: string,
): { readonly element: HTMLIFrameElement; readonly done: Promise<void> } {
  const src = URL.createObjectURL(new Blob([...pieces], { type: 'text/html;charset=utf-8' }))
  const element = make('iframe', {
    sandbox: 'allow-same-origin',
    inert: true,
    tabindex: '-1',
    scrolling: 'no',
    title,
    src: src + fragment,
    style: `width:${width}px;height:${height}px;border:0`,
  })
  const done = new Promise<void>((resolve) => {
    element.addEventListener('load', () => {
      URL.revokeObjectURL(src)
      // A fragment scrolls to its target.
      element.contentWindow?.scrollTo(0, 0)
      if (element.contentDocument) restore(element.contentDocument)
      resolve()
    })
  })
  return { element, done }
}

/** Restores what HTML does not say, in a document and in the frames and shadow roots in it. */
function restore(root: Document | ShadowRoot): void {
  for (const element of Array.from(root.querySelectorAll<HTMLElement>('*'))) {
    const { shadowRoot, contentDocument } = element as HTMLElement & Partial<HTMLIFrameElement>
    if (shadowRoot) restore(shadowRoot)
    if (contentDocument) restore(contentDocument)
    const layer = element.getAttribute(KEPT.layer)
    if (layer === 'popover') element.showPopover()
    else if (layer) {
      ;(element as HTMLDialogElement).showModal()
      // A dialog focuses its first button, which the page may have left again.
      const focused = (element.getRootNode() as Document | ShadowRoot).activeElement
      ;(focused as HTMLElement | null)?.blur()
    }
    const [left = 0, top = 0] = numbersIn(element, KEPT.scroll)
    if (left || top) element.scrollTo({ left, top, behavior: 'instant' })
  }
  for (const element of Array.from(root.querySelectorAll(`[${KEPT.animations}]`))) {
    const times = numbersIn(element, KEPT.animations)
    element.getAnimations().forEach((animation, index) => {
      animation.currentTime = times[index] ?? 0
      animation.pause()
    })
  }
}

const numbersIn = (element: Element, name: string): number[] =>
  (element.getAttribute(name) || '').split(',').filter(Boolean).map(Number)
