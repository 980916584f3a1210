import type { Clock } from '../lib/clock'
import type { Open } from '../lib/heartbeat'
import { type PaymentRecord, paymentOf, putPayment } from '../lib/shared'
import { toComparable } from '../lib/values'
import type { UpsdkWindow } from '../lib/window'

/** ms that a call which waits to be sent holds others back. */
const WAITING = 8000

/** Payments whose call has ended without an answer of native's, by their records: they may have been made. */
const givenUp = /* @__PURE__ */ new WeakSet<PaymentRecord>()

/** Keeps a second one from being sent beside an interactive call: a double tap sends two payment sheets (H20). */
export class Hold {
  private until: number
  /** What other kits see of a payment. It keeps nothing of its call. */
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

  /** Its payment ends without an answer. */
  giveUp(): void {
    givenUp.add(this.record)
  }
}

/** What takes and compares holds: a call. */
interface Holder {
  readonly method: string
  readonly traits: { readonly payment: boolean }
  readonly context: {
    readonly clock: Clock
    readonly window: UpsdkWindow | undefined
    readonly heartbeat: { readonly open: ReadonlySet<Open> }
  }
}

/** The hold by which a call holds back others; or else what holds it back. */
export type Taken = { hold?: Hold } | { heldBackBy: { unconfirmed: boolean } }

/** @returns nothing where the parameters cannot be compared */
export function takeHold({ method, traits, context }: Holder, argument: unknown): Taken {
  const { clock, window, heartbeat } = context
  if (traits.payment) return takePaymentHold(window, clock)
  const comparable = toComparable(argument)
  if (comparable === undefined) return {}
  const key = method + comparable
  let isHeld = false
  heartbeat.open.forEach((other) => {
    const { hold } = other as { hold?: Hold }
    if (hold?.key === key && hold.left()) isHeld = true
  })
  return isHeld ? { heldBackBy: { unconfirmed: false } } : { hold: new Hold(clock, key) }
}

/** A window can show one payment sheet, whatever the transaction number, and whichever kit asks for it. */
function takePaymentHold(window: UpsdkWindow | undefined, clock: Clock): Taken {
  const other = paymentOf(window)
  if (other && other.left() > 0) return { heldBackBy: { unconfirmed: givenUp.has(other) } }
  const hold = new Hold(clock)
  putPayment(window, hold.record)
  return { hold }
}
