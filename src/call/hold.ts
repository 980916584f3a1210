import type { Clock } from '../lib/heartbeat'
import { noop } from '../lib/run'
import { type PaymentRecord, paymentOf, putPayment } from '../lib/shared'
import { toComparable } from '../lib/values'
import type { UpsdkWindow } from '../types/window'

/** Keeps the second tap of two from sending another call: it would open a second payment sheet (H20). */
export interface Hold {
  /** Sets for how many ms from now it holds. */
  setLeft(ms: number): void
  /** Gives the ms that are left. Other kits read a payment's record. It has no reference to its call. */
  readonly record: PaymentRecord
}

/** How long a call that is not sent yet holds back others, in ms. */
const WAITING = 8000

/** The records of payments whose calls ended without an answer from native. They may have been made. */
const endedUnanswered = /* @__PURE__ */ new WeakSet<PaymentRecord>()

/** Makes the key that a second tap has too. Undefined if the parameters cannot be compared: it holds back none then. */
export function keyOf(method: string, argument: unknown): string | undefined {
  const comparable = toComparable(argument)
  return comparable && method + comparable
}

/** The hold of a call that holds back no others. */
export const NO_HOLD: Hold = { setLeft: noop, record: { left: () => 0 } }

/** Makes a hold. A payment's hold becomes the newest of its window. */
export function createHold(window: UpsdkWindow, clock: Clock, isPayment: boolean): Hold {
  let until = clock() + WAITING
  const record: PaymentRecord = { left: () => Math.max(0, until - clock()) }
  if (isPayment) putPayment(window, record)
  return {
    setLeft(ms) {
      until = clock() + ms
    },
    record,
  }
}

/** Finds the newest payment while it holds back all others. A window can show one sheet, whichever kit opens it. */
export function payingNow(window: UpsdkWindow): PaymentRecord | undefined {
  const newest = paymentOf(window)
  return newest && newest.left() > 0 ? newest : undefined
}

/** Has a newer payment of the window replaced this one because it waited too long? */
export const isReplaced = ({ record }: Hold, window: UpsdkWindow): boolean => paymentOf(window) !== record

/** Records that its call has ended without an answer. */
export const markUnanswered = ({ record }: Hold): void => void endedUnanswered.add(record)

/** May the payment of this record have been made although its call has ended? */
export const mayBePaid = (record: PaymentRecord): boolean => endedUnanswered.has(record)
