import type { Actions } from './actions'
import type { Reason } from './failure'
import type { Trouble } from './trouble'

/**
 * A call that has failed, as whoever explains or shows its failure sees it: one of the kit's own, or what a page says of
 * a failure that it hands over.
 */
export interface FailedCall {
  /** Unique in its window; 0 of what was no call of the kit's. */
  readonly id: number
  /** '' of what was no method of upsdk's: a page's backend may have failed. */
  readonly method: string
  readonly traits: {
    /** A person is acting. */
    readonly interactive?: boolean
    readonly payment?: boolean
    /** A failure of this method is shown only if the call asks for it. */
    readonly quiet?: boolean
  }
  /** When it was made, by the kit's clock. */
  readonly startedAt: number
  /** When it was handed to upsdk; undefined if it was not. */
  readonly sentAt?: number
  /** Native has answered, so that its page may still be sliding away. */
  readonly answered?: boolean
  /** No other call can have left the bridge's last status behind, which the SDK file reads as this one's (H24). */
  readonly hasOwnStatus?: boolean
  /** A payment that was given up before this one may have been made. */
  readonly unconfirmedBefore?: boolean
  /** It came from the page's own payment endpoint: whatever it was, it may have been paid. */
  readonly paymentEndpoint?: boolean
  /** The reason whose button is offered if there is none for its own. */
  readonly buttonReason?: Reason
  /** The page itself asked for it to be shown. */
  readonly requested?: boolean
  /** Options of the call. */
  readonly options: { readonly notify?: boolean; readonly actions?: Actions }
  /** The page's own handlers. */
  readonly callbacks: { readonly fail?: unknown; readonly cancel?: unknown }
}

/** A call that a fallback takes over from the wallet. */
export interface ReplacedCall extends FailedCall {
  buttonReason?: Reason
  readonly state: 'waiting' | 'sent' | 'replaced' | 'settled'
  /** Runs when the call is over. */
  atEnd(run: () => void): void
  succeed(value: unknown): void
  fail(trouble: Trouble): void
}
