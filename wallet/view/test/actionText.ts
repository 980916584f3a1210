/** Writes actions as lines of a test. */
import type { ElementLocator, UserAction } from '../../shared/actions'
import { quoted } from './javaScript'

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
export function lineOfTest(action: UserAction): string | undefined {
  switch (action.kind) {
    case 'click':
    case 'leave':
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
