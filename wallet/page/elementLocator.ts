/** Locators of elements: as a person finds them, by their text, else by their place. */

import type { ElementLocator } from '../shared/actions'
import { isForDeveloper } from '../view/ownElements'

/** The most characters of a name by which an element is found. */
const LONGEST_NAME = 40

/** Is it inside an element of this tool? Nobody means such an element on the page. */
export function isInsideTool(element: Element): boolean {
  const host = element.closest('[data-upsdk-kit]')
  return !!host && isForDeveloper(host)
}

/** Matches a dialog of the kit. It covers the page. */
export const KIT_DIALOG = '[data-upsdk-kit=dialog]'

export const BUTTONS = 'button, [role=button], input[type=button], input[type=submit], input[type=reset]'
export const LINKS = 'a[href], [role=link]'

export const isButton = (element: Element): boolean => element.matches(BUTTONS)
export const isField = (element: Element): element is HTMLInputElement =>
  element.matches('input, textarea, select, option')

const isShown = (element: Element): boolean =>
  element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden'
const wordsOf = (text: string | null): string => (text || '').replace(/\s+/g, ' ').trim()

function nameOf(element: Element): string {
  const value = element instanceof HTMLInputElement ? element.value : ''
  return wordsOf(element.getAttribute('aria-label') || value || element.textContent)
}

/** Makes the locator that finds an element as a person would: by its text, else by its place. */
export function locatorOf(element: Element): ElementLocator {
  const name = nameOf(element)
  const isNamed = name && name.length <= LONGEST_NAME
  for (const [role, selector] of [
    ['button', BUTTONS],
    ['link', LINKS],
  ] as const) {
    if (!element.matches(selector) || !isNamed) continue
    const same = allLike(element, selector).filter((one) => nameOf(one) === name)
    return { by: 'role', role, name, ...nth(same, element) }
  }
  const placeholder = element.getAttribute('placeholder')
  if (placeholder) {
    const same = allLike(element, '[placeholder]').filter(
      (one) => one.getAttribute('placeholder') === placeholder,
    )
    return { by: 'placeholder', name: placeholder, ...nth(same, element) }
  }
  if (!isField(element) && isNamed && !element.children.length) {
    // Playwright finds the innermost element with the text.
    const same = allLike(element, '*').filter((one) => !one.children.length && nameOf(one) === name)
    if (same.length === 1) return { by: 'text', name }
  }
  return { by: 'css', selector: pathOf(element) }
}

/** Finds all visible elements like this one, in the same document or shadow root. */
const allLike = (element: Element, selector: string): Element[] =>
  allIn(element.getRootNode() as ParentNode, selector)

function allIn(root: ParentNode, selector: string, isMeant = isShown): Element[] {
  const found: Element[] = []
  root.querySelectorAll(selector).forEach((one) => {
    if (isMeant(one) && !isInsideTool(one)) found.push(one)
  })
  return found
}

/**
 * Finds the element of a locator, in the document or in an open shadow root.
 *
 * @param isMeant default: a visible one
 */
export function findElement(
  locator: ElementLocator,
  isMeant?: (element: Element) => boolean,
): Element | undefined {
  for (const root of roots(document)) {
    const found = allIn(root, selectorOf(locator), isMeant).filter((one) => fits(one, locator))
    const element = found[locator.nth || 0]
    if (element) return element
  }
  return undefined
}

function selectorOf(locator: ElementLocator): string {
  if (locator.by === 'css') return locator.selector
  if (locator.by === 'role') return locator.role === 'button' ? BUTTONS : LINKS
  return locator.by === 'placeholder' ? '[placeholder]' : '*'
}

function fits(element: Element, locator: ElementLocator): boolean {
  if (locator.by === 'css') return true
  if (locator.by === 'placeholder') return element.getAttribute('placeholder') === locator.name
  return nameOf(element) === locator.name && (locator.by === 'role' || !element.children.length)
}

function roots(root: Document | ShadowRoot): (Document | ShadowRoot)[] {
  const found = [root]
  root.querySelectorAll('*').forEach(({ shadowRoot }) => {
    if (shadowRoot && !isInsideTool(shadowRoot.host)) found.push(...roots(shadowRoot))
  })
  return found
}

const nth = (same: readonly Element[], element: Element): { nth?: number } =>
  same.length > 1 ? { nth: same.indexOf(element) } : {}

/** Matches the id of an element. One with two digits is probably another at each load. */
const STABLE_ID = /^[A-Za-z](?!(.*\d){2})[\w-]*$/

function pathOf(element: Element): string {
  const steps: string[] = []
  const { body, documentElement } = document
  let one: Element | null = element
  for (; one && one !== body && one !== documentElement; one = one.parentElement) {
    if (STABLE_ID.test(one.id)) return [`#${one.id}`, ...steps].join(' > ')
    const { parentNode, tagName } = one
    const place = parentNode ? Array.prototype.indexOf.call(parentNode.children, one) + 1 : 1
    steps.unshift(`${tagName.toLowerCase()}:nth-child(${place})`)
  }
  // In a shadow root the way ends without either. No element of the document has such a place.
  return [one ? one.tagName.toLowerCase() : ':host', ...steps].join(' > ')
}
