import type { UpsdkError } from '../failure/error'
import type { Facts } from '../failure/explain'
import type { Gate } from '../gate/gate'
import type { Heartbeat } from '../lib/heartbeat'
import type { CallRecord } from '../types/callOptions'
import type { RunFallback } from '../types/fallbacks'
import type { EmitStep } from '../types/inspector'
import type { Trouble } from '../types/trouble'
import type { UpsdkWindow } from '../types/window'
import type { Call } from './call'

/** The kit's own functions in the parameters of an event method; one in `success` says whether it was an event. */
export type Slots = Readonly<Record<string, (value: unknown) => boolean>>

/** The kit, as a call sees it. */
export interface CallContext {
  readonly window: UpsdkWindow
  readonly heartbeat: Heartbeat
  readonly gate: Gate
  readonly emit: EmitStep
  readonly options: {
    /** ms; none: what the traits of the method say. */
    readonly callTimeout?: number | null
    readonly translateFail?: boolean
    onError?(error: UpsdkError): void
    onCall?(record: CallRecord): void
  }
  /** Set once, by `destroy`. */
  destroyed?: Trouble
  /** The page's fallback for a method; none where the page has no fallbacks. */
  readonly fallbackOf?: (method: string) => RunFallback | undefined
  /** Understands a failure. Never throws. */
  explain(trouble: Trouble, facts: Facts): UpsdkError
  /** A call has been handed over to upsdk. */
  wasSent(method: string): void
  /** The page has opened upsdk: by `appletConfig` too. */
  isOpen?: boolean
  /** Where a failure goes, once the page knows of it. */
  readonly show: { failure(error: UpsdkError, call: Call): void }
  /** The wallet has answered a call with a success, so that its own toast can be trusted. */
  walletAnswers?: true
  /** Is the kit `window.upsdk`? A page that never had promises does not hear of their rejections. */
  isInPlace(): boolean
}
