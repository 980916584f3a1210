/** Messages between a page and the test that drives its wallet. */
import type { LogCall, LogNote, LogStep } from './logStore'
import type { Outcome } from './outcomes'

/** A page asks for the answer to a call, after its steps, or reports a step or a note. */
type Content =
  | { readonly type: 'ask'; readonly method: string }
  | { readonly type: 'step'; readonly call: LogCall; readonly step: LogStep }
  | { readonly type: 'note'; readonly note: LogNote }

/** A message from a page to its driver. @property document tells the documents of a test apart */
export type DriverMessage = Content & { readonly document: string }

/** The driver's answer to a call. */
export interface DriverAnswer {
  readonly outcome: Outcome
  /** The value of a success. @default the method's example */
  readonly value?: unknown
}
