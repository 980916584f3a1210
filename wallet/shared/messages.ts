/** The messages between the phone and the client in its frame. */
import type { TimedAction, UserAction } from './actions'
import type { LogMessage } from './log'
import type { PageState } from './pageState'
import type { DeskSettings } from './settings'

/** Messages from the client in the frame. */
export type FromPage =
  /** The client has started, in a new document. */
  | {
      readonly type: 'started'
      readonly settings: DeskSettings
      /** Is it the same page again? */
      readonly isReload: boolean
    }
  | LogMessage
  | { readonly type: 'state'; readonly state: PageState }
  /** The page's path, query and hash, and its title. */
  | {
      readonly type: 'address'
      readonly path: string
      readonly title: string
      /** When it became so, in ms since 1970. */
      readonly since: number
    }
  /** A person's action on the page. */
  | { readonly type: 'action'; readonly action: TimedAction }
  /** In a replay: the element was found, and the action follows at once. */
  | { readonly type: 'acted' }
  /** In a replay: whether the page waits for a request, a timer or its document has changed. */
  | { readonly type: 'busy'; readonly isBusy: boolean; readonly hasMore: boolean }
  /** In a replay: the lines of the page's content, once it has been drawn. */
  | { readonly type: 'content'; readonly lines: readonly string[] }
  /** In a replay: the run cannot go on. */
  | { readonly type: 'ended'; readonly why: ReplayEnd; readonly detail: string }
  /** The developer fixed an answer on a sheet: all that are fixed now. */
  | {
      readonly type: 'fixed'
      readonly answers: NonNullable<DeskSettings['answers']>
      readonly results: NonNullable<DeskSettings['results']>
    }
  /** The page made a kit of its own. */
  | { readonly type: 'kit' }

/**
 * Why a replay cannot go on: it needs a hand, an element is missing, hidden or disabled, or the page asks for ever.
 * `untrusted`: nothing on the page changed after a tap, and a script of the page reads `isTrusted`.
 */
export type ReplayEnd = 'hand' | 'missing' | 'hidden' | 'disabled' | 'dialogs' | 'untrusted'

/** Messages from the phone. */
export type FromPhone =
  | { readonly type: 'change'; readonly settings: DeskSettings }
  | { readonly type: 'fire'; readonly event: string }
  /** In a replay: the page performs the action. */
  | { readonly type: 'act'; readonly action: UserAction }
  | { readonly type: 'bridge-up' | 'back' | 'close' }
