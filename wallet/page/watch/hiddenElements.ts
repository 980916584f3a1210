/**
 * Follows elements that are hidden in a page, such as a dialog that a script shows later. To show one, a script changes an
 * attribute of it or of an element around it, and adds nothing. A toast may be transparent until then, and a sheet lie
 * below the screen: both come by a transition, so they are looked at again at its end.
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

/** Is it visible, neither transparent nor a part of a fixed element that lies outside the screen? */
const isOnScreen = (element: Element): boolean =>
  isVisible(element) && !isTransparent(element) && !isMovedOut(element)

function isTransparent(element: Element): boolean {
  // Chrome 105 to 124 have the other name.
  const options = { opacityProperty: true, checkOpacity: true }
  // newer-api: an older browser takes it for visible
  const hides = (one: Element) => one.checkVisibility?.(options) === false
  // A page may fade in as a whole: that is its content.
  return hides(element) && !hides(document.body)
}

function isMovedOut(element: Element): boolean {
  let fixed: Element | null = element
  while (fixed && getComputedStyle(fixed).position !== 'fixed') fixed = fixed.parentElement
  if (!fixed) return false
  const { top, right, bottom, left } = element.getBoundingClientRect()
  return bottom <= 0 || right <= 0 || top >= innerHeight || left >= innerWidth
}

/**
 * @param isLeftOut whether an element has nothing to say, and nothing in it has
 * @param onShown gets each followed element that has come on screen, and since when it was hidden
 * @param whenSeen runs a function once a person has seen what is on the screen now
 */
export function followHidden(
  isLeftOut: (element: Element) => boolean,
  onShown: (element: Element, hiddenSince: number) => void,
  whenSeen: (run: () => void) => void,
): HiddenElements {
  /** The followed elements, and since when each is hidden; undefined for one that was on screen at the last look. */
  const followed = new Map<Element, number | undefined>()
  const changed = new Set<Element>()
  /** The page's content: a form that comes back after a text is no text. */
  const content = new WeakSet<Element>()

  /** Follows the outermost element that is hidden: what hides an element is perhaps one around it. */
  function follow(element: Element): void {
    let outermost = element
    let around = element.parentElement
    while (around && around !== document.body && !isOnScreen(around)) {
      outermost = around
      around = around.parentElement
    }
    if (followed.size < MOST) followed.set(outermost, performance.now())
  }

  /** Looks at an element. What is rejected is not entered. */
  function lookAt(element: Element, isContent: boolean): number {
    if (isLeftOut(element)) return NodeFilter.FILTER_REJECT
    if (isOnScreen(element)) {
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
    followed.forEach((hiddenSince, element) => {
      if (!element.isConnected) {
        followed.delete(element)
        return
      }
      const isNow = isOnScreen(element)
      if (isNow === (hiddenSince === undefined)) return
      followed.set(element, isNow ? undefined : performance.now())
      if (hiddenSince !== undefined) onShown(element, hiddenSince)
    })
    changed.forEach((element) => {
      if (element.isConnected && !content.has(element) && !isOnScreen(element)) add(element)
    })
    changed.clear()
  }

  const noteChange = ({ target }: { readonly target: EventTarget | null }): void => {
    if (!changed.size) whenSeen(look)
    if (target instanceof Element && changed.size < MOST) changed.add(target)
  }
  new MutationObserver((records) => records.forEach(noteChange)).observe(document, {
    attributes: true,
    attributeFilter: SHOWS,
    subtree: true,
  })
  for (const type of ['transitionend', 'animationend']) document.addEventListener(type, noteChange, true)
  return { add }
}
