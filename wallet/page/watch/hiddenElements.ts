/**
 * Follows elements that are hidden in a page, such as a dialog that a script shows later. To show one, a script changes an
 * attribute of it or of an element around it, and adds nothing.
 */

/** So many elements are followed. */
const MOST = 500

/** The attributes that show and hide elements, as pages and UI libraries use them. */
const SHOWS = ['class', 'style', 'hidden', 'open']

export interface HiddenElements {
  /**
   * Follows the hidden parts of an element, the outermost of each. Needs layout.
   *
   * @param isContent whether the rest is the page's content, which is not followed when the page hides it
   */
  add(element: Element, isContent?: boolean): void
}

export const isVisible = (element: Element): boolean =>
  element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden'

/**
 * @param isLeftOut whether an element has nothing to say, and nothing in it has
 * @param onShown gets each followed element that has come on screen
 * @param whenSeen runs a function once a person has seen what is on the screen now
 */
export function followHidden(
  isLeftOut: (element: Element) => boolean,
  onShown: (element: Element) => void,
  whenSeen: (run: () => void) => void,
): HiddenElements {
  /** The followed elements, and whether each was on screen at the last look. */
  const followed = new Map<Element, boolean>()
  const changed = new Set<Element>()
  /** The page's content: a form that comes back after a text is no text. */
  const content = new WeakSet<Element>()

  /** Follows the outermost element that is hidden: what hides an element is perhaps one around it. */
  function follow(element: Element): void {
    let outermost = element
    let around = element.parentElement
    while (around && around !== document.body && !isVisible(around)) {
      outermost = around
      around = around.parentElement
    }
    if (followed.size < MOST) followed.set(outermost, false)
  }

  /** Looks at an element. What is rejected is not entered. */
  function lookAt(element: Element, isContent: boolean): number {
    if (isLeftOut(element)) return NodeFilter.FILTER_REJECT
    if (isVisible(element)) {
      if (isContent) content.add(element)
      return NodeFilter.FILTER_SKIP
    }
    if (element.textContent?.trim()) follow(element)
    return NodeFilter.FILTER_REJECT
  }
  function add(element: Element, isContent = false): void {
    if (lookAt(element, isContent) === NodeFilter.FILTER_REJECT) return
    const look = (node: Node) => lookAt(node as Element, isContent)
    document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT, look).nextNode()
  }

  function look(): void {
    followed.forEach((wasVisible, element) => {
      const isNow = isVisible(element)
      if (!element.isConnected) followed.delete(element)
      else if (isNow !== wasVisible) {
        followed.set(element, isNow)
        if (isNow) onShown(element)
      }
    })
    changed.forEach((element) => {
      if (element.isConnected && !content.has(element) && !isVisible(element)) add(element)
    })
    changed.clear()
  }

  new MutationObserver((records) => {
    if (!changed.size) whenSeen(look)
    for (const { target } of records) if (changed.size < MOST) changed.add(target as Element)
  }).observe(document, { attributes: true, attributeFilter: SHOWS, subtree: true })
  return { add }
}
