/**
 * The state of a kit's payments: which one holds back the others of its window, which was replaced, which comes too late,
 * and which may have been made without an answer (H20).
 */
import type { UpsdkError } from '../failure/error'
import { watchStatus } from '../gate/cordovaStatus'
import type { Timers } from '../lib/heartbeat'
import { type PaymentRecord, paymentOf, putPayment, sharedOf } from '../lib/shared'
import type { FailedCall, ShowUnanswered } from '../types/failedCall'
import type { Trouble } from '../types/trouble'
import type { UpsdkWindow } from '../types/window'
import { type Hold, WAITING } from './hold'
import { REFUSES_IN, UNANSWERED_AFTER } from './methods'

/** Everything of the kit that its payments use. */
export interface PaymentRooms {
  readonly window: UpsdkWindow
  readonly heartbeat: Timers
  explain(trouble: Trouble, call: FailedCall): UpsdkError
  readonly show: {
    /** Prepares the dialog of a payment without an answer. Undefined if the page wants none. */
    notice(error: UpsdkError, call: FailedCall): ((givenUp: Promise<void>) => void) | undefined
  }
}

/** Why a payment fails in `runTooLate`: the user has seen a failure, so a cashier would come as a surprise. */
export const TOO_LATE: Trouble = { reason: 'ready-timeout' }
/** Why a call fails if another one holds it back. */
export const BUSY: Trouble = { reason: 'busy' }

/** The records of payments whose calls ended without an answer from native. They may have been made. */
const endedUnanswered = /* @__PURE__ */ new WeakSet<PaymentRecord>()

/** One payment, as far as it concerns the other payments of its window. The functions below change it. */
export interface Payment {
  readonly hold: Hold
  /** Whether an earlier payment may have been made: it was given up, or has no answer. */
  unconfirmedBefore?: boolean
  /** Shows the dialog of an earlier payment without an answer, for which this one fails. */
  showEarlier?: ShowUnanswered | undefined
  /** Checks at native's answer that the bridge's last status can only be this payment's (H24). */
  isOwnStatus?(): boolean
  hasOwnStatus?: boolean | undefined
  /** Stops the timer that reports it as unanswered. */
  stopWatching?(): void
  /** Finds it for the next payment of the window, which may show that this one has no answer. */
  findUnanswered?(): ShowUnanswered | undefined
  /** Closes the dialog that says so. Undefined if there was none. */
  closeNotice?(): void
}

/**
 * Makes a payment the newest of its window, unless another one holds it back, or has no answer and is shown in its place.
 *
 * @param isShown whether the page wants messages, so that another one may be shown
 * @returns why it fails, if it does
 */
export function beginPayment(payment: Payment, window: UpsdkWindow, isShown: boolean): Trouble | undefined {
  const newest = paymentOf(window)
  if (newest && newest.left() > 0) {
    payment.unconfirmedBefore = endedUnanswered.has(newest)
    return BUSY
  }
  // Before the page's `notify` is asked about the earlier one, since it may pay.
  putPayment(window, payment.hold.record)
  payment.showEarlier = isShown ? sharedOf(window).unanswered?.() : undefined
  if (!payment.showEarlier) return undefined
  payment.unconfirmedBefore = true
  // The earlier one, if it fails now, holds back others until its message is on screen.
  if (newest) putPayment(window, newest)
  return BUSY
}

/** Has a newer payment replaced it, because it waited too long? */
export const isReplaced = ({ hold }: Payment, window: UpsdkWindow): boolean =>
  paymentOf(window) !== hold.record

/** Watches the bridge's status from here on: upsdk gets the payment now. */
export function watchPaymentStatus(payment: Payment, { window, heartbeat }: PaymentRooms): void {
  payment.isOwnStatus = watchStatus(window, heartbeat.clock, REFUSES_IN)
}

/**
 * Waits for native. From the end of its hold, the next payment of the window, of any kit, may show that this one has no
 * answer: otherwise a user who comes back from a cashier that never answers would pay again without a word.
 *
 * @param report runs if there is no answer yet after some time
 */
export function awaitPayment(
  payment: Payment,
  call: FailedCall,
  { window, heartbeat, explain, show }: PaymentRooms,
  report: () => void,
): void {
  payment.stopWatching = heartbeat.after(UNANSWERED_AFTER, report)
  const shared = sharedOf(window)
  const find = (): ShowUnanswered | undefined => {
    if (payment.hold.record.left()) return undefined
    const showNotice = show.notice(explain({ reason: 'timeout' }, call), call)
    if (!showNotice) return undefined
    return (isPrevented) => {
      // It has been shown for another payment, or the call has settled.
      if (shared.unanswered !== find) return
      shared.unanswered = undefined
      if (isPrevented) return
      const givenUp = new Promise<void>((close) => {
        payment.closeNotice = close
      })
      showNotice(givenUp)
    }
  }
  shared.unanswered = payment.findUnanswered = find
}

export function answerPayment(payment: Payment): void {
  payment.stopWatching?.()
  payment.hasOwnStatus = payment.isOwnStatus?.()
}

/**
 * Ends a payment with its call. Only native's answer or time ends the hold of one that was sent.
 *
 * @param isUnanswered whether it was sent, and native has not answered
 * @param isFailure whether native has answered with a failure. Until its message is on screen it holds back the others: a
 *   second tap would open a cashier over the message
 */
export function endPayment(
  { hold, findUnanswered }: Payment,
  window: UpsdkWindow,
  isUnanswered: boolean,
  isFailure: boolean,
): void {
  const shared = sharedOf(window)
  if (shared.unanswered === findUnanswered) shared.unanswered = undefined
  if (isUnanswered) endedUnanswered.add(hold.record)
  else hold.setLeft(isFailure ? WAITING : 0)
}
