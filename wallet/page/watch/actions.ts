/** Records what a person did on the page as lines of Playwright, for a test that repeats it. */

import type { Action } from '../../shared/actions'
import { quoted } from '../../shared/javaScript'
import { isForDeveloper } from '../../view/ownElements'

/** The most characters of a name by which an element is found. */
const LONGEST = 40

/** Is it inside an element of this tool? A choice there is no action on the page. */
function isOurs(element: Element): boolean {
  const host = element.closest('[data-upsdk-kit]')
  return !!host && isForDeveloper(host)
}

const BUTTONS = 'button, [role=button], input[type=button], input[type=submit], input[type=reset]'
const LINKS = 'a[href], [role=link]'

/** Follows a person's taps and inputs. @returns the list of all so far */
export function followActions(): { readonly list: Action[]; add(code: string): void } {
  const list: Action[] = []
  const add = (code: string) => void list.push({ at: performance.now(), code })
  function follow(type: 'click' | 'change', codeFor: (element: Element) => string | undefined): void {
    // The window gets an event first, before the page can stop it.
    window.addEventListener(
      type,
      (event) => {
        const [target] = event.composedPath()
        const isElsewhere = !(event.target instanceof Element && isOurs(event.target))
        const code = event.isTrusted && isElsewhere && target instanceof Element ? codeFor(target) : undefined
        if (code) add(code)
      },
      true,
    )
  }
  follow('click', (element) => {
    const meant = tapped(element)
    // A tap on a field or its label is recorded as the change of the field.
    const isOfField = isField(meant) || (meant instanceof HTMLLabelElement && meant.control)
    return isOfField && !isButton(meant) ? undefined : `${locatorOf(meant)}.click()`
  })
  follow('change', (element) => changeOf(element))
  return { list, add }
}

const isButton = (element: Element): boolean => element.matches(BUTTONS)
const isField = (element: Element): element is HTMLInputElement =>
  element.matches('input, textarea, select, option')

/** Finds the element that a tap on one of its descendants was meant for. */
const tapped = (element: Element): Element =>
  element.closest(`${BUTTONS}, ${LINKS}, label, summary`) || element

function changeOf(element: Element): string | undefined {
  if (!isField(element) || isButton(element)) return undefined
  const { type, checked, value } = element
  const locator = locatorOf(element)
  if (type === 'checkbox' || type === 'radio') return `${locator}.setChecked(${String(checked)})`
  // A chosen file exists on the developer's computer only.
  if (type === 'file') return undefined
  return element.tagName === 'SELECT'
    ? `${locator}.selectOption(${quoted(value)})`
    : `${locator}.fill(${quoted(value)})`
}

const isShown = (element: Element): boolean => element.getClientRects().length > 0
const wordsOf = (text: string | null): string => (text || '').replace(/\s+/g, ' ').trim()

function nameOf(element: Element): string {
  const value = element instanceof HTMLInputElement ? element.value : ''
  return wordsOf(element.getAttribute('aria-label') || value || element.textContent)
}

/** Makes the locator that finds an element as a person would: by its text, else by its place. */
function locatorOf(element: Element): string {
  const name = nameOf(element)
  const isNamed = name && name.length <= LONGEST
  for (const [role, selector] of [
    ['button', BUTTONS],
    ['link', LINKS],
  ] as const) {
    if (!element.matches(selector) || !isNamed) continue
    const same = allLike(element, selector).filter((one) => nameOf(one) === name)
    return `page.getByRole('${role}', { name: ${quoted(name)}, exact: true })${nth(same, element)}`
  }
  const placeholder = element.getAttribute('placeholder')
  if (placeholder) {
    const same = allLike(element, '[placeholder]').filter(
      (one) => one.getAttribute('placeholder') === placeholder,
    )
    return `page.getByPlaceholder(${quoted(placeholder)}, { exact: true })${nth(same, element)}`
  }
  if (!isField(element) && isNamed && !element.children.length) {
    // Playwright finds the innermost element with the text.
    const same = allLike(element, '*').filter((one) => !one.children.length && nameOf(one) === name)
    if (same.length === 1) return `page.getByText(${quoted(name)}, { exact: true })`
  }
  return `page.locator(${quoted(pathOf(element))})`
}

/** Finds all visible elements like this one, in the same document or shadow root. */
const allLike = (element: Element, selector: string): Element[] => {
  const found: Element[] = []
  ;(element.getRootNode() as ParentNode).querySelectorAll(selector).forEach((one) => {
    if (isShown(one) && !isOurs(one)) found.push(one)
  })
  return found
}

const nth = (same: readonly Element[], element: Element): string =>
  same.length > 1 ? `.nth(${same.indexOf(element)})` : ''

function pathOf(element: Element): string {
  const parts: string[] = []
  for (let one: Element | null = element; one && one !== document.body; one = one.parentElement) {
    if (/^[A-Za-z][\w-]*$/.test(one.id)) return [`#${one.id}`, ...parts].join(' > ')
    const { parentElement, tagName } = one
    const place = parentElement ? Array.prototype.indexOf.call(parentElement.children, one) + 1 : 1
    parts.unshift(`${tagName.toLowerCase()}:nth-child(${place})`)
  }
  return ['body', ...parts].join(' > ')
}
