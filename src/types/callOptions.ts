import type { Actions } from './actions'
import type { Reason } from './failure'

/** The members of an `AbortSignal` that the kit uses. Old WebViews have none, so a page may bring its own. */
export interface AbortSignalLike {
  readonly aborted: boolean
  /** The kit adds one listener for each open call. */
  addEventListener(type: 'abort', listener: () => void): void
  /** The kit removes its listener once the call has settled. */
  removeEventListener(type: 'abort', listener: () => void): void
}

/** Options of one call. */
export interface CallOptions {
  /** Replaces `callTimeout`, for any method: ms from sending to an answer. 0 or Infinity means none. */
  timeout?: number | null | undefined
  /** Aborts the call at any time: it rejects with `aborted`, and is not sent if it has not been. */
  signal?: AbortSignalLike | undefined
  /** Aborts the call only if it has not been sent. A call that was sent goes on. */
  beforeSending?: AbortSignalLike | undefined
  /**
   * Runs if an interactive call is still open when a second tap would be sent: 3 s after sending, or 5 s for payments.
   * Time while the page is hidden counts, but it runs only when the page is visible again. Enable a button then that
   * was disabled for the call. It does not run after the call has settled.
   */
  onHoldEnd?(): void
  /**
   * Replaces the kit's `notify`: show a failure? True shows it even for a quiet method, and even if the call has a
   * `fail`.
   */
  notify?: boolean | undefined
  /** Buttons of this call's dialogs. They override the kit's. */
  actions?: Actions | undefined
}

/** The argument of `onCall`. It never contains parameters, results or texts. */
export interface CallRecord {
  /** The version of the kit, for pages in the middle of a rollout. */
  version: string
  /**
   * The method. `pluginReady` means that a callback of the page has waited for `readyTimeout`, or one of `ready` during
   * a config.
   */
  method: string
  /** ms from the call to its sending, or to its end if it was not sent. */
  waited: number
  /** ms from sending to settlement, or to this record. */
  took: number
  /**
   * Payments have two more outcomes: `unanswered` after 10 s of visible time without an answer, and `late` if native
   * answers after a time limit or an abort has settled the call.
   */
  outcome: 'success' | 'unanswered' | 'late' | Reason
  code?: string
  sent: boolean
}

/** Options of `upsdk.notify`. */
export interface NotifyOptions {
  /** The method of upsdk that failed, if it was one. Its codes may have a meaning of their own. */
  method?: string | undefined
  /**
   * Whether it came from the page's own payment endpoint. Whatever failed, the order may be paid, and the message says
   * so.
   */
  payment?: boolean | undefined
  /** Buttons of the dialog. They override the kit's. */
  actions?: Actions | undefined
}
