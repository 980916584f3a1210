import type { Actions } from './actions'
import type { Reason } from './failure'
import type { Trouble } from './trouble'

/**
 * A failed call, for the functions that explain or show its failure. It is a call of the kit, or the page's description
 * of a failure that it passes in.
 */
export interface FailedCall {
  /** Its id, unique in its window; 0 if it was no call of the kit. */
  readonly id: number
  /** Its method; '' if it was none of upsdk, such as a failure of the page's backend. */
  readonly method: string
  readonly traits: {
    /** The user acts during the call. */
    readonly interactive?: boolean
    readonly payment?: boolean
    /** A failure of this method is shown only if the call asks for it. */
    readonly quiet?: boolean
  }
  /** When the call was made, in ms of the heartbeat's clock. */
  readonly startedAt: number
  /** When the call was passed to upsdk; undefined if it was not. */
  readonly sentAt?: number
  /** Whether native has answered, so that its page may still be sliding away. */
  readonly answered?: boolean
  /**
   * Whether it was answered while upsdk's method was running, as the SDK file's own refusals are. A failure that a page
   * passes in counts as one.
   */
  readonly wasAnsweredAtOnce?: boolean
  /** Its state as a payment. */
  readonly payment?:
    | {
        /** Whether the bridge's last status, which the SDK file reads as this call's, cannot be another call's (H24). */
        readonly hasOwnStatus?: boolean
        /** Whether an earlier payment may have been made that was aborted or has no answer. */
        readonly unconfirmedBefore?: boolean
      }
    | undefined
  /** Resolves when its dialog is no longer needed. */
  readonly givenUp?: Promise<void>
  /** Whether the failure came from the page's own payment endpoint: whatever failed, the order may be paid. */
  readonly paymentEndpoint?: boolean
  /** The reason whose button is shown if its own reason has none. */
  readonly buttonReason?: Reason
  /** Whether a tap of the user began it, as far as the browser knows. */
  readonly isTapped?: boolean
  /** Whether the page itself asked to show the failure. */
  readonly requested?: boolean
  /** Options of the call. */
  readonly options: { readonly notify?: boolean; readonly actions?: Actions }
  /** The page's own handlers. */
  readonly callbacks: { readonly fail?: unknown; readonly cancel?: unknown }
}

/** Shows the dialog of an earlier payment that has no answer, in place of this call's own, unless the page prevents it. */
export type ShowUnanswered = (isPrevented: boolean) => void

/** A call that a fallback takes over from the wallet. */
export interface CallOfFallback extends FailedCall {
  buttonReason?: Reason
  readonly state: 'waiting' | 'sent' | 'fallback' | 'settled'
  /** Runs when the call is over. */
  atEnd(run: () => void): void
  succeed(value: unknown): void
  fail(trouble: Trouble): void
}
