import type { UpsdkError } from '../failure/error'
import type { Clock } from '../lib/clock'
import { runSafely } from '../lib/run'
import { version } from '../lib/version'
import type { CallRecord } from '../types/callOptions'
import type { EmitStep } from '../types/inspector'

/** What a page's telemetry hears of calls: inspectors, `onError`, `onCall`. */
export interface Telemetry {
  /** A call has settled; the page's own handlers do not know yet. */
  settled(call: Followed, error?: UpsdkError): void
  /** A payment has no answer yet, or one that comes late. */
  payment(call: Followed, state: 'unanswered' | 'late'): void
}

/** What is told of a call. */
interface Followed {
  readonly id: number
  readonly method: string
  readonly startedAt: number
  readonly sentAt?: number
}

interface TelemetryParts {
  clock: Clock
  emit: EmitStep
  options: { onError?(error: UpsdkError): void; onCall?(record: CallRecord): void }
}

export function createTelemetry({ clock, emit, options: { onError, onCall } }: TelemetryParts): Telemetry {
  function record(call: Followed, outcome: CallRecord['outcome'], error?: UpsdkError): void {
    if (!onCall) return
    const { method, startedAt, sentAt } = call
    const now = clock()
    const waited = (sentAt ?? now) - startedAt
    const took = sentAt === undefined ? 0 : now - sentAt
    const sent = error ? error.sent : sentAt !== undefined
    runSafely(() => onCall({ method, waited, took, outcome, code: error?.code, sent, version }))
  }

  function emitSettled(call: Followed, error?: UpsdkError): void {
    if (!emit) return
    if (!error) return emit(call, { type: 'settled', outcome: 'success' })
    const { reason, code, hint, explanation } = error
    emit(call, { type: 'settled', outcome: reason, code, hint, description: explanation.description })
  }

  return {
    settled(call, error) {
      emitSettled(call, error)
      if (error && onError) runSafely(() => onError(error))
      record(call, error ? error.reason : 'success', error)
    },
    payment(call, type) {
      emit?.(call, { type })
      record(call, type)
    },
  }
}
