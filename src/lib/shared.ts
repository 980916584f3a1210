import type { UpsdkWindow } from '../types/window'

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
  /** How many answers native has given, to calls of whichever kit; a share counts as one when it is handed over (H30). */
  answers?: number
  /** ms since the newest share was handed over, by the clock of its kit. */
  sinceShare?(): number
}

const SHARED = /* @__PURE__ */ Symbol.for('upsdk-kit.shared.1')
/** Where the payment record stands. The simulator takes it back. */
export const PAYMENT: unique symbol = /* @__PURE__ */ Symbol.for('upsdk-kit.payment')

interface Owner {
  [SHARED]?: Shared
  [PAYMENT]?: PaymentRecord
}

/** Not enumerable. */
function put<T>(window: UpsdkWindow, key: symbol, value: T): T {
  Object.defineProperty(window, key, { value, configurable: true })
  return value
}

/** The one record of a window. */
export function sharedOf(window: UpsdkWindow & Owner): Shared {
  return window[SHARED] || put(window, SHARED, { dialogs: [] })
}

/** The id of a new call. */
export function nextId(window: UpsdkWindow): number {
  const shared = sharedOf(window)
  return (shared.id = (shared.id || 0) + 1)
}

/** The newest payment of the window, of whichever kit. */
export const paymentOf = (window: UpsdkWindow & Owner): PaymentRecord | undefined => window[PAYMENT]

/** Puts a payment in the place of the one before. */
export const putPayment = (window: UpsdkWindow, record: PaymentRecord): void =>
  void put(window, PAYMENT, record)
