import type { UpsdkWindow } from './window'

/** A payment that keeps others from being sent, of whichever kit. */
export interface PaymentHold {
  /** Until when, by `performance.now()`; Infinity while it waits to be sent, 0 once native has answered. */
  until: number
  /** Its call has ended without an answer of native's: it may have been paid. */
  givenUp?: boolean
}

/** What all kits of a window share, also those of another copy of the script. Another shape gets another number. */
export interface Shared {
  payment?: PaymentHold
  /** Dialogs in the queue, as what shows each of them. The first is on screen. */
  dialogs: (() => void)[]
}

const NAME = 'upsdk-kit.shared.1'

/** The one record of a window; one of its own where there is no window. */
export function sharedOf(window: UpsdkWindow | undefined): Shared {
  const key = Symbol.for(NAME)
  const owner = (window || {}) as { [key]?: Shared }
  if (!owner[key]) Object.defineProperty(owner, key, { value: { dialogs: [] }, configurable: true })
  return owner[key] as Shared
}
