import type { UpsdkError } from '../failure/error'
import type { Gate } from '../gate/gate'
import type { ConfigRefusal } from '../gate/signed'
import type { Clock } from '../lib/clock'
import type { Heartbeat } from '../lib/heartbeat'
import type { UpsdkWindow } from '../lib/window'
import type { EmitStep } from '../types/inspector'
import type { Call } from './call'
import type { RunFallback } from './fallback'

/** The kit's own functions in the parameters of an event method; one in `success` says whether it was an event. */
export type Slots = Readonly<Record<string, (value: unknown) => boolean>>

/** Why a call fails: a reason of the kit's own, what upsdk gave to `fail`, or what it threw. */
export interface CallTrouble extends ConfigRefusal {
  thrown?: boolean
  hint?: string
  text?: string
  /** Where it has been understood already. */
  error?: UpsdkError
}

/** What a call knows of its kit. */
export interface CallContext {
  readonly window: UpsdkWindow | undefined
  readonly heartbeat: Heartbeat
  readonly gate: Gate
  readonly options: {
    /** ms; none: what the traits of the method say. */
    readonly callTimeout?: number | null
  }
  readonly emit: EmitStep
  readonly clock: Clock
  /** How many calls have been handed over to upsdk. */
  handedOver: number
  /** Set once, by `destroy`. */
  destroyed?: CallTrouble
  /** Is there a fallback for this method, which would need its parameters? */
  hasFallback(method: string): boolean
  /** The page's fallback for a call that fails in this way. */
  findFallback(call: Call, trouble: CallTrouble): RunFallback | undefined
  /** Understands a failure. Never throws. */
  explain(call: Call, trouble: CallTrouble): UpsdkError
  /** A call has been handed over to upsdk. */
  wasSent(method: string): void
  /** A call has settled, and the page does not know yet; or a payment has no answer, or one that is late. */
  report(call: Call, error?: UpsdkError, state?: 'unanswered' | 'late'): void
  /** Where a failure goes, once the page knows of it. */
  readonly show: { failure(error: UpsdkError, call: Call): void }
  /** What `fail` gets. */
  toFail(error: UpsdkError, raw: unknown, answered?: boolean): unknown
  /** Is the kit `window.upsdk`? A page that never had promises does not hear of their rejections. */
  isInPlace(): boolean
}
