import type { RawUpsdk, UpsdkWindow } from '../types/window'
import { defineHidden } from './values'

/**
 * The payment that holds back all others in its window. Its shape is frozen, since kits of every copy and version read
 * it.
 */
export interface PaymentRecord {
  /** Gets how many ms it still holds others back, by the clock of the kit that made it. */
  left(): number
}

/**
 * The record that all kits of a window share, including those of another copy of the script. Fields are only ever added
 * to it.
 */
export interface Shared {
  /** The queue of dialogs, as functions that show them. The first one is on screen. */
  dialogs: (() => void)[]
  /** The id of the newest call. It is unique in its window, so that one inspector can follow several kits. */
  id?: number
  /** How many answers native has given to calls of all kits. A share counts when it is sent (H30). */
  answers?: number
  /** Gets the ms since the newest share was sent, by the clock of its kit. */
  sinceShare?(): number
  /** The raw upsdk that was seen last, for kits in its place. */
  raw?: RawUpsdk
  /** Takes writes on kits in upsdk's place while there is no upsdk. The SDK file may make it the raw upsdk. */
  written?: RawUpsdk
  /**
   * Finds the newest payment that has no answer and no longer holds back others. The payment that finds it fails, and runs
   * the result after its page's handlers: it shows the earlier payment's dialog, once, unless the page has prevented
   * that.
   */
  unanswered?(): ((isPrevented: boolean) => void) | undefined
  /** The method of raw upsdk that a kit calls next for itself. A log takes it, to tell it from a call of the page. */
  own?: string
}

const SHARED = /* @__PURE__ */ Symbol.for('upsdk-kit.shared.1')
/** The property of the payment record. The simulator restores it. */
export const PAYMENT: unique symbol = /* @__PURE__ */ Symbol.for('upsdk-kit.payment')

interface Owner {
  [SHARED]?: Shared
  [PAYMENT]?: PaymentRecord
}

/** Gets the one record of a window. */
export function sharedOf(window: UpsdkWindow & Owner): Shared {
  if (!window[SHARED]) defineHidden(window, SHARED, { dialogs: [] } satisfies Shared)
  return window[SHARED] as Shared
}

/** Gets that record if a kit has made it. Only tools ask. */
export const findShared = (window: UpsdkWindow & Owner): Shared | undefined => window[SHARED]

/** Makes the id of a new call. */
export function nextId(window: UpsdkWindow): number {
  const shared = sharedOf(window)
  return (shared.id = (shared.id || 0) + 1)
}

/** Gets the newest payment of the window, of any kit. */
export const paymentOf = (window: UpsdkWindow & Owner): PaymentRecord | undefined => window[PAYMENT]

/** Replaces the newest payment of the window. */
export const putPayment = (window: UpsdkWindow, record: PaymentRecord): void =>
  void defineHidden(window, PAYMENT, record)
