/** One run of a page in a situation, as the phone keeps it: what came of it can be read at any time. */
import type { ReadableLog } from '../shared/logReceiver'
import type { PageView } from '../shared/messages'
import type { Picture } from '../shared/picture'
import type { Situation } from '../shared/situations'

/** How long after its last action the page's time stops, in ms. */
export const HORIZON = 60_000

/** Why a run ended. `done`: nothing was left to wait for. `time`: something did not answer, and was waited for no longer. */
export type RunEnd =
  | 'done'
  | 'time'
  | 'hand'
  | 'missing'
  | 'hidden'
  | 'disabled'
  | 'untrusted'
  | 'changed'
  | 'dialogs'
  | 'left'
  | 'reloads'
  | 'stopped'

/** Something of a page from a time on, in ms of the log. */
type Since<Fact> = Fact & { readonly at: number }

/** One run, as it was collected over all of its documents. */
export interface SituationRun {
  readonly situation: Situation
  readonly inPlace: boolean
  readonly log: ReadableLog
  readonly end: RunEnd
  /** The element, the address or the number that belongs to the end. */
  readonly detail: string
  /** When each action was done, in ms of the log. */
  readonly actedAt: readonly number[]
  /** The routes that the page showed, oldest first. */
  readonly routes: readonly Since<{ readonly path: string }>[]
  /** The lines of each document, as they were drawn first. */
  readonly content: readonly Since<{ readonly lines: readonly string[] }>[]
  /** What was visible, whenever it changed. Two views with the same text look alike. */
  readonly views: readonly Since<Omit<PageView, 'since'>>[]
  /**
   * The page as it stood when a text had come in full, oldest first. The last is of the newest text, or else of the end.
   * Empty if no document came.
   */
  readonly pictures: readonly Since<{ readonly picture: Picture; readonly texts: readonly string[] }>[]
  /** What of the page has kept real time, such as `WebSocket`. */
  readonly realTime: readonly string[]
  /** The addresses that the page asked so often that its later requests were held back. */
  readonly heldBack: readonly string[]
  /** The page has made a kit. One of a production build tells nothing of its calls. */
  readonly hasKit: boolean
  /** A test that repeats the run; '' if there is none. */
  readonly test: string
}
