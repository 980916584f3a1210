/** What a person did on a page: as data, for a replay in the page and for a test that repeats it. */
import { quoted } from './javaScript'

/** How an element is found: as a person would, by its text, else by its place. */
export type ElementLocator = (
  | { readonly by: 'role'; readonly role: 'button' | 'link'; readonly name: string }
  | { readonly by: 'placeholder'; readonly name: string }
  | { readonly by: 'text'; readonly name: string }
  | { readonly by: 'css'; readonly selector: string }
) & {
  /** Its place among the visible elements of the same name. @default there is one only */
  readonly nth?: number
}

/** An action without its time. `file`: a file was chosen, which no script can repeat. */
export type Deed =
  | { readonly kind: 'click' | 'file'; readonly locator: ElementLocator }
  | { readonly kind: 'check'; readonly locator: ElementLocator; readonly value: boolean }
  | { readonly kind: 'select' | 'fill'; readonly locator: ElementLocator; readonly value: string }
  /** The phone's own buttons: an event of the wallet, or the bridge. */
  | { readonly kind: 'fire'; readonly value: string }
  | { readonly kind: 'bridgeUp' }

/** A recorded action. */
export type Action = Deed & {
  /** The time of `performance.now()`, in ms. */
  readonly at: number
}

/** Writes the locator of a test. */
function locatorText(locator: ElementLocator): string {
  const nth = locator.nth === undefined ? '' : `.nth(${locator.nth})`
  switch (locator.by) {
    case 'role':
      return `page.getByRole('${locator.role}', { name: ${quoted(locator.name)}, exact: true })${nth}`
    case 'placeholder':
      return `page.getByPlaceholder(${quoted(locator.name)}, { exact: true })${nth}`
    case 'text':
      return `page.getByText(${quoted(locator.name)}, { exact: true })${nth}`
    default:
      return `page.locator(${quoted(locator.selector)})${nth}`
  }
}

/** Writes the line of a test that repeats an action, without `await`; undefined if none can. */
export function lineOfTest(action: Deed): string | undefined {
  switch (action.kind) {
    case 'click':
      return `${locatorText(action.locator)}.click()`
    case 'check':
      return `${locatorText(action.locator)}.setChecked(${action.value})`
    case 'select':
      return `${locatorText(action.locator)}.selectOption(${quoted(action.value)})`
    case 'fill':
      return `${locatorText(action.locator)}.fill(${quoted(action.value)})`
    case 'fire':
      return `wallet.fire(${quoted(action.value)})`
    case 'bridgeUp':
      return 'wallet.bridgeUp()'
    default:
      return undefined
  }
}

/** Names what an action is about, for a person. */
export function nameOfAction(action: Deed): string {
  if (action.kind === 'fire') return action.value
  if (action.kind === 'bridgeUp') return 'bridgeUp'
  const { locator } = action
  return locator.by === 'css' ? locator.selector : locator.name
}
