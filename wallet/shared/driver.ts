/** Messages between a page and the test that drives its wallet. */
import type { LogMessage } from './log'

/** A message from a page to its driver: its log, or a question for the answer to a call, after its steps. */
export type DriverMessage = LogMessage | { readonly type: 'ask'; readonly method: string }
