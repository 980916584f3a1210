import type { UpsdkWindow } from './window'

/**
 * The payment that holds back every other of its window. The shape is frozen: kits of every copy and version read it.
 */
export interface PaymentRecord {
  /** ms that it still holds others back, by the clock of the kit that made it. */
  left(): number
}

/** The record that all kits of a window share, also those of another copy of the script. It is only ever added to. */
export interface Shared {
  /** Dialogs in the queue, as what shows each of them. The first is on screen. */
  dialogs: (() => void)[]
  /** The id of the newest call, unique in its window, so that one inspector can follow several kits. */
  id?: number
}

const SHARED = /* @__PURE__ */ Symbol.for('upsdk-kit.shared.1')
const PAYMENT = /* @__PURE__ */ Symbol.for('upsdk-kit.payment')

interface Owner {
  [SHARED]?: Shared
  [PAYMENT]?: PaymentRecord
}

/** Where there is no window nothing is shared. */
const ownerOf = (window: UpsdkWindow | undefined) => (window || {}) as Owner

/** Not enumerable. */
const put = (owner: Owner, key: symbol, value: object) =>
  Object.defineProperty(owner, key, { value, configurable: true })

/** The one record of a window; one of its own where there is no window. */
export function sharedOf(window: UpsdkWindow | undefined): Shared {
  const owner = ownerOf(window)
  if (!owner[SHARED]) put(owner, SHARED, { dialogs: [] })
  return owner[SHARED] as Shared
}

/** The newest payment of the window, of whichever kit. */
export const paymentOf = (window: UpsdkWindow | undefined): PaymentRecord | undefined =>
  ownerOf(window)[PAYMENT]

/** Puts a payment in the place of the one before. */
export function putPayment(window: UpsdkWindow | undefined, record: PaymentRecord): void {
  put(ownerOf(window), PAYMENT, record)
}
