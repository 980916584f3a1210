import type { UpsdkError } from '../failure/error'
import type { Gate } from '../gate/gate'
import type { ConfigRefusal } from '../gate/signed'
import type { Heartbeat } from '../lib/heartbeat'
import type { UpsdkWindow } from '../lib/window'
import type { EmitStep } from '../ports/steps'
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

/** What all calls of one kit share. */
export interface CallContext {
  readonly window: UpsdkWindow | undefined
  readonly heartbeat: Heartbeat
  readonly gate: Gate
  readonly options: {
    /** ms; none: what the traits of the method say. */
    readonly callTimeout?: number | null
  }
  readonly emit: EmitStep
  /** Set once, by `destroy`. */
  destroyed?: CallTrouble
  /** The page's fallback for a call that fails in this way. */
  findFallback(call: Call, trouble: CallTrouble): RunFallback | undefined
  succeeded(call: Call, value: unknown): void
  failed(call: Call, trouble: CallTrouble): void
}
