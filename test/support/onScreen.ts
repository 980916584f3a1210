/** Finds and shows elements of a page whose layout happy-dom does not compute. */
import { vi } from 'vitest'

/** Gives each element a place on the screen until mocks are restored, unless it is hidden. */
export function placeOnScreen(): void {
  vi.spyOn(Element.prototype, 'getClientRects').mockImplementation(function (this: Element) {
    return (this.closest('[hidden]') ? [] : [{}]) as unknown as DOMRectList
  })
}

/** Finds an element, or throws. */
export function elementIn<Found extends Element = HTMLElement>(root: ParentNode, selector: string): Found {
  const found = root.querySelector<Found>(selector)
  if (!found) throw new Error(`There is no ${selector}.`)
  return found
}

/** Shows a page. @returns the element of it that is marked with `x` */
export function show(html: string, root: Document | ShadowRoot = document): Element {
  if (root instanceof ShadowRoot) root.innerHTML = html
  else root.body.innerHTML = html
  return elementIn<Element>(root, '[x]')
}
