/**
 * What a kit knows of its payments: which one holds back the others of its window, which was replaced, which is too late,
 * and which may have been made although nobody knows (H20).
 */
import type { UpsdkError } from '../failure/error'
import { watchStatus } from '../gate/cordovaStatus'
import type { Timers } from '../lib/heartbeat'
import { noop, runSafely } from '../lib/run'
import { type PaymentRecord, paymentOf, putPayment, sharedOf } from '../lib/shared'
import type { FailedCall, ShowUnanswered } from '../types/failedCall'
import type { Trouble } from '../types/trouble'
import type { UpsdkWindow } from '../types/window'
import { createHold, type Hold, WAITING } from './hold'
import { REFUSES_IN, UNANSWERED_AFTER } from './methods'

/** Everything of the kit that its payments use. */
interface PaymentRooms {
  readonly window: UpsdkWindow
  readonly heartbeat: Timers
  explain(trouble: Trouble, call: FailedCall): UpsdkError
  readonly show: {
    /** Prepares the dialog of a payment without an answer. Undefined if the page wants none. */
    notice(error: UpsdkError, call: FailedCall): ((givenUp: Promise<void>) => void) | undefined
  }
}

/** Why a payment fails in a callback whose user was told that it is too late. */
const TOO_LATE: Trouble = { reason: 'ready-timeout' }
const BUSY: Trouble = { reason: 'busy' }

/** The records of payments whose calls ended without an answer from native. They may have been made. */
const endedUnanswered = /* @__PURE__ */ new WeakSet<PaymentRecord>()

/** One payment, as far as it concerns the other payments of its window. */
export class Payment {
  readonly hold: Hold
  /** Whether an earlier payment may have been made that was given up, or has no answer. */
  unconfirmedBefore = false
  /** Shows the dialog of an earlier payment without an answer, for which this one fails. */
  showEarlier?: ShowUnanswered | undefined
  /** Whether the bridge's last status can only be this payment's (H24). Known once native has answered. */
  hasOwnStatus?: boolean
  private isOwnStatus: () => boolean = () => false
  private stopWatching = noop
  /** Forgets that the next payment may show that this one has no answer. */
  private withdrawNotice = noop
  /** Lets other payments of the window begin. */
  readonly endHold = (): void => this.hold.setLeft(0)
  /** Whether the user was shown that it has no answer. */
  wasShownUnanswered = false
  /** Closes the dialog that says so. */
  closeNotice = noop

  constructor(private readonly rooms: PaymentRooms) {
    this.hold = createHold(rooms.heartbeat.clock)
  }

  /** Makes it the newest payment of its window, unless another one holds it back. @returns why it is held back */
  begin(): Trouble | undefined {
    const { window } = this.rooms
    const newest = paymentOf(window)
    if (newest && newest.left() > 0) {
      this.unconfirmedBefore = endedUnanswered.has(newest)
      return BUSY
    }
    putPayment(window, this.hold.record)
    return undefined
  }

  /** Lets an earlier payment without an answer be shown in its place. @returns why it fails for that */
  yieldToUnanswered(): Trouble | undefined {
    this.showEarlier = sharedOf(this.rooms.window).unanswered?.()
    this.unconfirmedBefore = !!this.showEarlier
    return this.showEarlier && BUSY
  }

  /** Has a newer payment replaced it, because it waited too long? */
  isReplaced(): boolean {
    return paymentOf(this.rooms.window) !== this.hold.record
  }

  /** Watches the bridge's status from here on: upsdk gets the payment now. */
  watchStatus(): void {
    const { window, heartbeat } = this.rooms
    this.isOwnStatus = watchStatus(window, heartbeat.clock, REFUSES_IN)
  }

  /**
   * Waits for native. From the end of its hold, the next payment of the window, of any kit, may show that this one has no
   * answer: otherwise a user who comes back from a cashier that never answers would pay again without a word.
   *
   * @param report runs if there is no answer yet after some time
   */
  awaitAnswer(call: FailedCall, report: () => void): void {
    const { window, heartbeat, explain, show } = this.rooms
    this.stopWatching = heartbeat.after(UNANSWERED_AFTER, report)
    const shared = sharedOf(window)
    const find = (): ShowUnanswered | undefined => {
      if (this.hold.record.left()) return undefined
      const showNotice = show.notice(explain({ reason: 'timeout' }, call), call)
      return (
        showNotice &&
        ((isPrevented) => {
          // It has been shown for another payment, or the call has settled.
          if (shared.unanswered !== find) return
          this.withdrawNotice()
          if (isPrevented) return
          this.wasShownUnanswered = true
          showNotice(
            new Promise((close) => {
              this.closeNotice = close
            }),
          )
        })
      )
    }
    shared.unanswered = find
    this.withdrawNotice = () => {
      if (shared.unanswered === find) shared.unanswered = undefined
    }
  }

  onAnswer(): void {
    this.stopWatching()
    this.hasOwnStatus = this.isOwnStatus()
  }

  /**
   * Its call ends. Only native's answer or time ends the hold of a payment that was sent.
   *
   * @param isUnanswered whether it was sent, and native has not answered
   * @param isFailure whether native has answered with a failure. Until its message is on screen it holds back the others:
   *   a second tap would open a cashier over the message
   */
  end(isUnanswered: boolean, isFailure: boolean): void {
    this.withdrawNotice()
    if (isUnanswered) endedUnanswered.add(this.hold.record)
    else this.hold.setLeft(isFailure ? WAITING : 0)
  }
}

/** The payments of a kit. */
export interface Payments {
  create(): Payment
  /** Why no payment may begin in the code that is running now. */
  refusal(): Trouble | undefined
  /** Runs a callback of the page whose user was told that it is too late, so that a payment would come as a surprise. */
  runTooLate(callback: () => unknown): void
}

export function createPayments(rooms: PaymentRooms): Payments {
  let refusal: Trouble | undefined
  return {
    create: () => new Payment(rooms),
    refusal: () => refusal,
    runTooLate(callback) {
      refusal = TOO_LATE
      runSafely(callback)
      refusal = undefined
    },
  }
}
