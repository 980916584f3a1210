import type { Waiting } from '../gate/gate'
import type { Heartbeat, Open } from '../lib/heartbeat'
import { type PaymentRecord, paymentOf, putPayment } from '../lib/shared'
import type { Trouble } from '../lib/trouble'
import { toComparable } from '../lib/values'
import type { UpsdkWindow } from '../lib/window'

/** ms that a call which waits to be sent holds others back. */
const WAITING = 8000

/** Payments whose call has ended without an answer of native's, by their records: they may have been made. */
const givenUp = /* @__PURE__ */ new WeakSet<PaymentRecord>()

/** Keeps a second call from being sent beside an interactive one: a double tap sends two payment sheets (H20). */
export interface Hold {
  /** Method and parameters, to be compared with those of a second tap; a payment has none: it holds back all others. */
  key?: string
  /** ms that it still holds. */
  left(): number
  /** Holds for so many ms from now. */
  setLeft(ms: number): void
  /** The record of a payment that other kits see. It keeps nothing of its call. */
  readonly record: PaymentRecord
}

/** A call, as far as holds need it. */
interface Holder {
  readonly method: string
  readonly state: Waiting['state']
  readonly traits: { readonly payment: boolean }
  hold?: Hold
  /** It is held back by a payment that was given up, and may have been made. */
  unconfirmedBefore?: boolean
  readonly answered?: boolean
  readonly context: { readonly window: UpsdkWindow; readonly heartbeat: Heartbeat }
  fail(trouble: Trouble): void
}

/** Another call has taken its place before it was sent. */
export const REPLACED: Trouble = { reason: 'aborted', cause: 'replaced' }
const BUSY: Trouble = { reason: 'busy' }

/** Lets an interactive call hold back others, where its parameters can be compared. @returns why it is held back itself */
export function takeHold(holder: Holder, argument: unknown): Trouble | undefined {
  const { method, traits, context } = holder
  const { window, heartbeat } = context
  if (traits.payment) {
    // A window can show one payment sheet, whatever the transaction number, and whichever kit asks for it.
    const other = paymentOf(window)
    if (other && other.left() > 0) {
      holder.unconfirmedBefore = givenUp.has(other)
      return BUSY
    }
    takePlace(holdersOf(heartbeat, ({ traits }) => traits.payment))
    holder.hold = createHold(heartbeat)
    putPayment(window, holder.hold.record)
    return undefined
  }
  const comparable = toComparable(argument)
  if (comparable === undefined) return undefined
  const key = method + comparable
  const others = holdersOf(heartbeat, ({ hold }) => hold?.key === key)
  if (others.some(({ hold }) => hold?.left())) return BUSY
  takePlace(others)
  holder.hold = createHold(heartbeat, key)
  return undefined
}

function createHold({ clock }: Heartbeat, key?: string): Hold {
  let until = clock() + WAITING
  const left = () => Math.max(0, until - clock())
  return {
    key,
    left,
    setLeft(ms) {
      until = clock() + ms
    },
    record: { left },
  }
}

/** Has another payment of the window taken the place of this one, which waited for too long? */
export const isReplaced = ({ key, record }: Hold, window: UpsdkWindow): boolean =>
  key === undefined && paymentOf(window) !== record

/** A payment ends without an answer. */
export const giveUp = ({ record }: Hold): void => void givenUp.add(record)

/** Only calls have traits. */
function holdersOf({ open }: Heartbeat, isMeant: (holder: Holder) => boolean): Holder[] {
  const holders: Holder[] = []
  open.forEach((item: Open & Partial<Holder>) => {
    if (item.traits && isMeant(item as Open & Holder)) holders.push(item as Open & Holder)
  })
  return holders
}

/** Gives up calls that still wait after their hold has ended: one tap is one call. */
const takePlace = (others: readonly Holder[]): void =>
  others.forEach((other) => {
    if (other.state === 'waiting') other.fail(REPLACED)
  })

/** Is any call with native, so that it may leave a status behind? */
export const isAnyOpen = (heartbeat: Heartbeat): boolean =>
  holdersOf(heartbeat, ({ state, answered }) => state === 'sent' && !answered).length > 0
