import type { Waiting } from '../gate/gate'
import type { Clock } from '../lib/clock'
import type { Open } from '../lib/heartbeat'
import { type PaymentRecord, paymentOf, putPayment } from '../lib/shared'
import type { Trouble } from '../lib/trouble'
import { toComparable } from '../lib/values'
import type { UpsdkWindow } from '../lib/window'

/** ms that a call which waits to be sent holds others back. */
const WAITING = 8000

/** Payments whose call has ended without an answer of native's, by their records: they may have been made. */
const givenUp = /* @__PURE__ */ new WeakSet<PaymentRecord>()

/** Keeps a second one from being sent beside an interactive call: a double tap sends two payment sheets (H20). */
export class Hold {
  private until: number
  /** The record of a payment that other kits see. It keeps nothing of its call. */
  readonly record: PaymentRecord = { left: () => this.left() }

  /** @param key method and parameters, to be compared with those of a second tap; a payment has none: it holds back all others */
  constructor(
    private readonly clock: Clock,
    public key?: string,
  ) {
    this.until = clock() + WAITING
  }

  /** ms that it still holds. */
  left(): number {
    return Math.max(0, this.until - this.clock())
  }

  /** Holds for so many ms from now. */
  setLeft(ms: number): void {
    this.until = this.clock() + ms
  }

  /** Has another payment of the window taken the place of this one, which waited for too long? */
  isReplaced(window: UpsdkWindow | undefined): boolean {
    return this.key === undefined && paymentOf(window) !== this.record
  }

  /** Its payment ends without an answer. */
  giveUp(): void {
    givenUp.add(this.record)
  }
}

/** A call, as far as holds need it. */
interface Holder {
  readonly method: string
  readonly state: Waiting['state']
  readonly traits: { readonly payment: boolean }
  readonly hold?: Hold
  readonly answered?: boolean
  readonly context: {
    readonly clock: Clock
    readonly window: UpsdkWindow | undefined
    readonly heartbeat: { readonly open: ReadonlySet<Open> }
  }
  fail(trouble: Trouble): void
}

/** Only calls have traits. */
const isHolder = (item: Open): item is Open & Holder => 'traits' in item

/** The hold by which a call holds back others, where its parameters can be compared; or that it is held back. */
interface Taken {
  hold?: Hold
  isHeldBack: boolean
  /** By a payment that was given up, and may have been made. */
  isUnconfirmed?: boolean
}

export function takeHold(holder: Holder, argument: unknown): Taken {
  const { method, traits, context } = holder
  if (traits.payment) return takePaymentHold(holder)
  const comparable = toComparable(argument)
  if (comparable === undefined) return { isHeldBack: false }
  const key = method + comparable
  const others = holdersOf(context.heartbeat.open, (other) => other.hold?.key === key)
  if (others.some(({ hold }) => hold?.left())) return { isHeldBack: true }
  takePlace(others)
  return { isHeldBack: false, hold: new Hold(context.clock, key) }
}

/** A window can show one payment sheet, whatever the transaction number, and whichever kit asks for it. */
function takePaymentHold({ context }: Holder): Taken {
  const { clock, window, heartbeat } = context
  const other = paymentOf(window)
  if (other && other.left() > 0) return { isHeldBack: true, isUnconfirmed: givenUp.has(other) }
  takePlace(holdersOf(heartbeat.open, ({ traits }) => traits.payment))
  const hold = new Hold(clock)
  putPayment(window, hold.record)
  return { isHeldBack: false, hold }
}

function holdersOf(open: ReadonlySet<Open>, isMeant: (holder: Holder) => boolean): Holder[] {
  const holders: Holder[] = []
  open.forEach((item) => {
    if (isHolder(item) && isMeant(item)) holders.push(item)
  })
  return holders
}

/** Gives up calls that still wait after their hold has ended: one tap is one call. */
const takePlace = (others: readonly Holder[]): void =>
  others.forEach((other) => {
    if (other.state === 'waiting') other.fail({ reason: 'aborted', cause: 'replaced' })
  })

/** Is any call with native, so that it may leave a status behind? */
export const isAnyOpen = (open: ReadonlySet<Open>): boolean =>
  holdersOf(open, ({ state, answered }) => state === 'sent' && !answered).length > 0
