/** The actions of a person on a page as data, for a replay in the page and for a test that repeats them. */

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
export type UserAction =
  | { readonly kind: 'click' | 'file'; readonly locator: ElementLocator }
  | { readonly kind: 'check'; readonly locator: ElementLocator; readonly value: boolean }
  | { readonly kind: 'select' | 'fill'; readonly locator: ElementLocator; readonly value: string }
  /** The phone's own buttons: an event of the wallet, or the bridge. */
  | { readonly kind: 'fire'; readonly value: string }
  | { readonly kind: 'bridgeUp' }

/** An action with its time. */
export type TimedAction = UserAction & {
  /** The time of `performance.now()`, in ms. */
  readonly at: number
}

/** Names what an action is about, for a person. */
export function nameOfAction(action: UserAction): string {
  if (action.kind === 'fire') return action.value
  if (action.kind === 'bridgeUp') return 'bridgeUp'
  const { locator } = action
  return locator.by === 'css' ? locator.selector : locator.name
}
