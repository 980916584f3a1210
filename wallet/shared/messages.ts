/** The messages between the phone and the client in its frame. */
import type { TimedAction } from './actions'
import type { LogMessage } from './log'
import type { PageState } from './pageState'
import type { Picture } from './picture'
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
  /** In a replay: the lines of the page's content, once it has been drawn. @property since in ms since 1970 */
  | { readonly type: 'content'; readonly lines: readonly string[]; readonly since: number }
  /**
   * In a replay: a picture of the page.
   *
   * @property texts those that had come since the one before, and are in it or in front of it
   * @property since in ms since 1970
   */
  | {
      readonly type: 'picture'
      readonly picture: Picture
      readonly texts: readonly string[]
      readonly since: number
    }
  /** In a replay: what is visible of the page has changed. */
  | ({ readonly type: 'view' } & PageView)
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

/** Why an action cannot be done now: it needs a hand, or its element is missing, hidden or disabled. */
export type WhyNot = 'hand' | 'missing' | 'hidden' | 'disabled'

/**
 * Why a replay cannot go on: an action cannot be done, or the page asks for ever. `untrusted`: nothing on the page changed
 * after a tap, and a script of the page reads `isTrusted`.
 */
export type ReplayEnd = WhyNot | 'dialogs' | 'untrusted'

/** What the user can see of a page, without digits and without what turns for ever. */
export interface PageView {
  /** What it looks like. Two views are equal if their texts are. '' if a canvas is visible, whose content is not read. */
  readonly text: string
  /** Is the element disabled that was tapped last? */
  readonly isDead: boolean
  /** Has the newest text that the user saw been there, and is gone? */
  readonly isNewestGone: boolean
  /** In ms since 1970. */
  readonly since: number
}

/** Messages from the phone. */
export type FromPhone =
  | { readonly type: 'change'; readonly settings: DeskSettings }
  | { readonly type: 'fire'; readonly event: string }
  | { readonly type: 'bridge-up' | 'back' | 'close' }
