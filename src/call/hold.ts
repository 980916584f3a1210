import type { Heartbeat } from '../lib/heartbeat'
import { type PaymentRecord, paymentOf, putPayment } from '../lib/shared'
import { listOfSet, toComparable } from '../lib/values'
import type { Trouble } from '../types/trouble'
import type { UpsdkWindow } from '../types/window'
import type { Call } from './call'

/** ms that a call which waits to be sent holds others back. */
const WAITING = 8000

/** Payments whose call has ended without an answer of native's, by their records: they may have been made. */
const givenUp = /* @__PURE__ */ new WeakSet<PaymentRecord>()

/** Keeps a second call from being sent beside an interactive one: a double tap sends two payment sheets (H20). */
export interface Hold {
  /** Method and parameters, to be compared with those of a second tap; a payment has none: it holds back all others. */
  key?: string
  /** Holds for so many ms from now. */
  setLeft(ms: number): void
  /** Says for how long it still holds; of a payment other kits see it. It keeps nothing of its call. */
  readonly record: PaymentRecord
}

/** Another call has taken its place before it was sent. */
export const REPLACED: Trouble = { reason: 'aborted', cause: 'replaced' }
const BUSY: Trouble = { reason: 'busy' }

/** Lets an interactive call hold back others, where its parameters can be compared. @returns why it is held back itself */
export function takeHold(call: Call, argument: unknown): Trouble | undefined {
  const { method, traits, context } = call
  const { window, heartbeat } = context
  if (traits.payment) {
    // A window can show one payment sheet, whatever the transaction number, and whichever kit asks for it.
    const other = paymentOf(window)
    if (other && other.left() > 0) {
      call.unconfirmedBefore = givenUp.has(other)
      return BUSY
    }
    takePlace(callsOf(heartbeat, ({ traits }) => traits.payment))
    call.hold = createHold(heartbeat)
    putPayment(window, call.hold.record)
    return undefined
  }
  const comparable = toComparable(argument)
  if (comparable === undefined) return undefined
  const key = method + comparable
  const others = callsOf(heartbeat, ({ hold }) => hold?.key === key)
  if (others.some(({ hold }) => hold?.record.left())) return BUSY
  takePlace(others)
  call.hold = createHold(heartbeat, key)
  return undefined
}

function createHold({ clock }: Heartbeat, key?: string): Hold {
  let until = clock() + WAITING
  return {
    key,
    setLeft(ms) {
      until = clock() + ms
    },
    record: { left: () => Math.max(0, until - clock()) },
  }
}

/** Has another payment of the window taken the place of this one, which waited for too long? */
export const isReplaced = ({ key, record }: Hold, window: UpsdkWindow): boolean =>
  key === undefined && paymentOf(window) !== record

/** A payment ends without an answer. */
export const giveUp = ({ record }: Hold): void => void givenUp.add(record)

/** The calls among all that is open: only they have traits. */
const callsOf = ({ open }: Heartbeat, isMeant: (call: Call) => boolean): Call[] =>
  (listOfSet(open) as Call[]).filter((item) => item.traits && isMeant(item))

/** Gives up calls that still wait after their hold has ended: one tap is one call. */
const takePlace = (others: readonly Call[]): void =>
  others.forEach((other) => {
    if (other.state === 'waiting') other.fail(REPLACED)
  })
