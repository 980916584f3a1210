/** Messages between a page and the test that drives its wallet. */
import type { LogCall, LogNote, LogStep } from './logStore'
import type { Outcome } from './outcomes'

/** A message from a page to its driver. */
export type DriverMessage = {
  /** Tells the documents of a test apart. */
  readonly document: string
} /** Asks for the answer to a call. The steps before it have been sent. */ & (
  | { readonly type: 'ask'; readonly method: string }
  | { readonly type: 'step'; readonly call: LogCall; readonly step: LogStep }
  | { readonly type: 'note'; readonly note: LogNote }
)

/** The driver's answer to a call. */
export interface DriverAnswer {
  readonly outcome: Outcome
  /** The value of a success. @default the method's example */
  readonly value?: unknown
}
