import type { UpsdkError } from '../failure/error'
import type { Clock } from '../lib/clock'
import { runSafely } from '../lib/run'
import { version } from '../lib/version'
import type { CallRecord } from '../ports/callOptions'
import type { EmitStep, Inspector, Step } from '../ports/steps'
import type { Call } from './call'

/** Hands each step to the inspectors; undefined where there is none. */
export function createEmit(given: Inspector | readonly Inspector[] | undefined, clock: Clock): EmitStep {
  const inspectors = listOf(given)
  if (!inspectors.length) return undefined
  return ({ id, method }, detail) => {
    const step = { id, method, at: clock(), ...detail } as Step
    inspectors.forEach((inspector) => {
      runSafely(() => inspector.step(step))
    })
  }
}

export const listOf = <T>(given: T | readonly T[] | undefined): readonly T[] =>
  given === undefined ? [] : Array.isArray(given) ? given : [given as T]

export function emitSettled(emit: EmitStep, call: Call, error: UpsdkError | undefined): void {
  if (!emit) return
  if (!error) return emit(call, { type: 'settled', outcome: 'success' })
  const { reason, code, hint, explanation } = error
  emit(call, { type: 'settled', outcome: reason, code, hint, description: explanation.description })
}

/** What `onCall` gets. */
export function toRecord(
  call: Call,
  error: UpsdkError | undefined,
  state?: 'unanswered' | 'late',
): CallRecord {
  const { method, startedAt, sentAt } = call
  const settledAt = call.context.clock()
  return {
    version,
    method,
    waited: (sentAt ?? settledAt) - startedAt,
    took: sentAt === undefined ? 0 : settledAt - sentAt,
    outcome: error?.reason || state || 'success',
    code: error?.code,
    sent: error ? error.sent : sentAt !== undefined,
  }
}
