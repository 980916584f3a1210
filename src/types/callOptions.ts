import type { Actions } from './actions'
import type { Reason } from './failure'

/** The members of an `AbortSignal` that the kit uses. Old WebViews have none, so a page may bring its own. */
export interface AbortSignalLike {
  readonly aborted: boolean
  /** The kit adds one for each open call. */
  addEventListener(type: 'abort', listener: () => void): void
  /** Once the call has settled. */
  removeEventListener(type: 'abort', listener: () => void): void
}

/** Options of one call. */
export interface CallOptions {
  /** ms from sending to an answer, in place of `callTimeout`, for any method; 0 or Infinity: none. */
  timeout?: number | null | undefined
  /** Gives the call up at any time: it rejects with `aborted`, and is never sent where it has not been. */
  signal?: AbortSignalLike | undefined
  /** Gives the call up only where it has not been sent: what was sent goes on. */
  beforeSending?: AbortSignalLike | undefined
  /**
   * Runs if an interactive call is still open and a second tap would be sent: 3 s after sending, payments 5 s, time
   * while the page is hidden included (then when it is seen again). A button that was disabled for the call may be
   * enabled. It does not run once the call has ended.
   */
  onHoldEnd?(): void
  /** Show a failure? In place of the kit's `notify`; true also for a quiet method, and beside a `fail`. */
  notify?: boolean | undefined
  /** Buttons of this call's dialogs, before the kit's. */
  actions?: Actions | undefined
}

/** The argument of `onCall`. It never has parameters, results or texts. */
export interface CallRecord {
  /** Of the kit: what a page has while a rollout is on. */
  version: string
  /** `pluginReady`: a callback of the page's has waited for `readyTimeout` (or one of `ready`, with a config under way). */
  method: string
  /** ms from the call to its sending, or to its end where it was not sent. */
  waited: number
  /** ms from sending to settlement, or to this record. */
  took: number
  /**
   * Of payments there may be two more: `unanswered` after 10 s of visible time without an answer, and `late` where
   * native answers after the call has settled, by a time limit or an abort.
   */
  outcome: 'success' | 'unanswered' | 'late' | Reason
  code?: string
  sent: boolean
}

/** Options of `upsdk.notify`. */
export interface NotifyOptions {
  /** The method that failed, where it was one of upsdk's: its codes may have a meaning of their own. */
  method?: string | undefined
  /** It came from the page's own payment endpoint: whatever it was, it may have been paid, and the message says so. */
  payment?: boolean | undefined
  /** Buttons of the dialog, before the kit's. */
  actions?: Actions | undefined
}
