import type { Clock } from '../lib/heartbeat'
import { type PaymentRecord, paymentOf, putPayment } from '../lib/shared'
import { toComparable } from '../lib/values'
import type { UpsdkWindow } from '../types/window'

/** Keeps a second call from being sent beside an interactive one: a double tap sends two payment sheets (H20). */
export interface Hold {
  readonly isPayment: boolean
  /** What a second tap has too; '' for payments, since one holds back all others. */
  key: string
  /** Holds for so many ms from now. */
  setLeft(ms: number): void
  /** Says for how long it still holds; other kits read that of a payment. It keeps nothing of its call. */
  readonly record: PaymentRecord
}

/** ms for which a call that waits to be sent holds back others. */
const WAITING = 8000

/** Payments whose call has ended without an answer of native's, by their records: they may have been made. */
const givenUp = /* @__PURE__ */ new WeakSet<PaymentRecord>()

/** What a second tap of a call has too; undefined if its parameters cannot be compared: then it holds back none. */
export function keyOf(method: string, argument: unknown): string | undefined {
  const comparable = toComparable(argument)
  return comparable && method + comparable
}

/** Makes a hold. That of a payment takes the place of the window's newest. */
export function createHold(window: UpsdkWindow, clock: Clock, isPayment: boolean, key: string): Hold {
  let until = clock() + WAITING
  const record: PaymentRecord = { left: () => Math.max(0, until - clock()) }
  if (isPayment) putPayment(window, record)
  return {
    isPayment,
    key,
    setLeft(ms) {
      until = clock() + ms
    },
    record,
  }
}

/** The window's newest payment, while it holds back every other: it can show one sheet, whichever kit asks for it. */
export function payingNow(window: UpsdkWindow): PaymentRecord | undefined {
  const newest = paymentOf(window)
  return newest && newest.left() > 0 ? newest : undefined
}

/** Has another payment of the window taken the place of this one, which waited for too long? */
export const isReplaced = ({ isPayment, record }: Hold, window: UpsdkWindow): boolean =>
  isPayment && paymentOf(window) !== record

/** Its call has ended without an answer. */
export const giveUp = ({ record }: Hold): void => void givenUp.add(record)

/** May the payment of this record have been made, though its call has ended? */
export const mayBePaid = (record: PaymentRecord): boolean => givenUp.has(record)
