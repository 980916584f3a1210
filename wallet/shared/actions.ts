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
  /** A dialog of the kit was left by one of its buttons. */
  | { readonly kind: 'leave'; readonly locator: ElementLocator }
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

/** An action that a run plays. Leaving a dialog of the kit is none of them: the run does that where a dialog comes. */
export type RunAction = Exclude<UserAction, { kind: 'leave' }>

/** An action of a run, and what the user did around it. */
export type PlayedAction = RunAction & {
  /** How long a person waited since the action before it, or since its document began, in ms. */
  readonly pause: number
  /** The buttons by which the user left the kit's dialogs after it, in order. */
  readonly leftBy: readonly ElementLocator[]
}

/** Names what an action is about, for a person. */
export function nameOfAction(action: UserAction): string {
  if (action.kind === 'fire') return action.value
  if (action.kind === 'bridgeUp') return 'bridgeUp'
  const { locator } = action
  return locator.by === 'css' ? locator.selector : locator.name
}
