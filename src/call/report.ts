import type { UpsdkError } from '../failure/error'
import { runSafely } from '../lib/run'
import { version } from '../lib/version'
import type { CallOptions, CallRecord } from '../types/callOptions'
import type { EmitStep } from '../types/inspector'
import type { Callback } from './params'

/** Who is told of calls. */
export interface ReportContext {
  readonly heartbeat: { clock(): number }
  readonly emit: EmitStep
  readonly options: { onError?(error: UpsdkError): void; onCall?(record: CallRecord): void }
}

/** What telemetry is told of a call. */
interface ReportedCall {
  readonly id: number
  readonly method: string
  readonly startedAt: number
  readonly sentAt?: number
  readonly options: CallOptions
  readonly context: ReportContext
}

/** Options of a call that the page has not made: its telemetry does not hear of it. */
export const UNREPORTED: CallOptions = {}

/** Runs a callback of the page's, if it has given one. */
export const callBack = (callback: Callback | undefined, value: unknown): void => {
  if (callback) runSafely(() => callback(value))
}

/** Tells telemetry that a payment has no answer, or one that is late. */
export function tellOfPayment(call: ReportedCall, type: 'unanswered' | 'late'): void {
  call.context.emit(call, { type })
  report(call, type)
}

/** Tells `onError` and `onCall`. */
export function report(call: ReportedCall, outcome: CallRecord['outcome'], error?: UpsdkError): void {
  const { method, options, startedAt, context } = call
  if (options === UNREPORTED) return
  const { onCall, onError } = context.options
  if (error) callBack(onError as Callback | undefined, error)
  const now = context.heartbeat.clock()
  const { sentAt = now } = call
  callBack(onCall as Callback | undefined, {
    method,
    waited: sentAt - startedAt,
    took: now - sentAt,
    outcome,
    code: error?.code,
    sent: error ? error.sent : call.sentAt !== undefined,
    version,
  } satisfies CallRecord)
}
