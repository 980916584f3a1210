import type { Clock } from '../lib/heartbeat'
import { noop } from '../lib/run'
import type { PaymentRecord } from '../lib/shared'
import { toComparable } from '../lib/values'

/** Keeps the second tap of two from sending another call: it would open a second payment sheet (H20). */
export interface Hold {
  /** Sets for how many ms from now it holds. */
  setLeft(ms: number): void
  /** Gets how many ms are left. Other kits read and keep a payment's record, so it must not reference its call. */
  readonly record: PaymentRecord
}

/** How long a call that is not sent yet holds back others, and a failed payment until its message is on screen, in ms. */
export const WAITING = 8000

/** Makes a key that equal calls share. Undefined if the parameters cannot be compared: then nothing is held back. */
export function keyOf(method: string, argument: unknown): string | undefined {
  const comparable = toComparable(argument)
  return comparable && method + comparable
}

/** The hold of a call that holds back no others. */
export const NO_HOLD: Hold = { setLeft: noop, record: { left: () => 0 } }

/** Makes a hold. Those of payments are published in their window, for kits of every copy. */
export function createHold(clock: Clock): Hold {
  let until = clock() + WAITING
  return {
    setLeft(ms) {
      until = clock() + ms
    },
    record: { left: () => Math.max(0, until - clock()) },
  }
}
