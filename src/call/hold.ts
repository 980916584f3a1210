import type { Open } from '../lib/heartbeat'
import { type PaymentHold, sharedOf } from '../lib/shared'
import { toComparable } from '../lib/values'
import type { UpsdkWindow } from '../lib/window'

/** Keeps a second one from being sent beside an interactive call: a double tap sends two payment sheets (H20). */
export interface Hold extends PaymentHold {
  /** Method and parameters, to be compared with those of a second tap. A payment has none: it holds back all others. */
  key?: string
}

interface Held {
  readonly method: string
  readonly traits: { readonly payment: boolean }
}

const isHolding = (hold: PaymentHold | undefined): hold is PaymentHold =>
  !!hold && performance.now() < hold.until

/** What holds a call back; or else the hold by which it holds back others, where its parameters can be compared. */
export function takeHold(
  { method, traits }: Held,
  argument: unknown,
  open: ReadonlySet<Open>,
  window: UpsdkWindow | undefined,
): { hold?: Hold; heldBackBy?: PaymentHold } {
  if (traits.payment) return takePaymentHold(window)
  const comparable = toComparable(argument)
  if (comparable === undefined) return {}
  const key = method + comparable
  let heldBackBy: Hold | undefined
  open.forEach((other) => {
    const { hold } = other as { hold?: Hold }
    if (hold?.key === key && isHolding(hold)) heldBackBy = hold
  })
  return heldBackBy ? { heldBackBy } : { hold: { key, until: Infinity } }
}

/** A window can show one payment sheet, whatever the transaction number, and whichever kit asks for it. */
function takePaymentHold(window: UpsdkWindow | undefined): { hold?: Hold; heldBackBy?: PaymentHold } {
  const shared = sharedOf(window)
  if (isHolding(shared.payment)) return { heldBackBy: shared.payment }
  shared.payment = { until: Infinity }
  return { hold: shared.payment }
}
