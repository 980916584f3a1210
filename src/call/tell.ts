import { stateOf, type UpsdkError } from '../failure/error'
import { toCode } from '../failure/read'
import { isRefusal } from '../failure/refusal'
import type { Clock } from '../lib/clock'
import { noop, runSafely } from '../lib/run'
import { isError, isFunction, isObject, parseObject } from '../lib/values'
import { version } from '../lib/version'
import type { CallRecord } from '../types/callOptions'
import type { EmitStep } from '../types/inspector'
import type { CallContext, CallFacts } from './context'
import type { Traits } from './methods'
import type { Callback } from './params'

/** A call that has settled, and what settles its promise. */
interface SettledCall extends CallFacts {
  readonly context: CallContext
  readonly promise?: Promise<unknown>
  readonly resolve: Callback
  readonly reject: Callback
  /** Once the page knows. */
  release(): void
}

const callBack = (callback: Callback | undefined, value: unknown): void => {
  if (callback) runSafely(() => callback(value))
}

/** Tells the page that a call has succeeded: telemetry first, then callbacks, then the promise. */
export function tellSuccess(call: SettledCall, value: unknown): void {
  const { success, complete } = call.callbacks
  if (call.answered) call.context.walletAnswers = true
  call.context.telemetry(call)
  callBack(success, value)
  callBack(complete, value)
  call.resolve(toResult(call.traits.gives, value))
  call.release()
}

/** Tells the page that a call has failed, in the same order; then the failure is shown, unless the page took over. */
export function tellFailure(call: SettledCall, error: UpsdkError): void {
  const { context } = call
  const { fail, cancel, complete } = call.callbacks
  const argument = toFail(error, call)
  context.telemetry(call, error)
  if (error.reason !== 'busy' || call.unconfirmedBefore) callBack(fail || cancel, argument)
  callBack(complete, argument)
  if (fail || cancel || mayBeUnhandled(call, error)) call.promise?.catch(noop)
  call.reject(error)
  context.show.failure(error, call)
  call.release()
}

/** Is it nothing that a page's error reporting should hear of? */
const mayBeUnhandled = ({ traits, context }: SettledCall, { reason }: UpsdkError): boolean =>
  traits.quiet || reason === 'cancelled' || reason === 'busy' || reason === 'aborted' || context.isInPlace()

/** Makes the result for the page of upsdk's answer: the same on Android and iOS (H12). */
export function toResult(gives: Traits['gives'], value: unknown): unknown {
  if (gives === 'nothing') return undefined
  const result = gives === 'object' && typeof value === 'string' ? parseObject(value) || value : value
  if (gives === 'text' && typeof result === 'number') return String(result)
  return isPromiseLike(result) ? undefined : result
}

/** A promise would call it, or fail to look at it: no wallet gives such a thing, and the call must not hang on it. */
function isPromiseLike(value: unknown): boolean {
  try {
    return (isObject(value) || isFunction(value)) && isFunction((value as { then?: unknown }).then)
  } catch {
    return true
  }
}

/** Makes the argument of `fail`: upsdk's own, or the kit's where upsdk said nothing. */
function toFail(error: UpsdkError, { answered, context }: SettledCall): unknown {
  const { code, reason, message, raw } = error
  // After native's answer a fallback may have failed in its own way. The names are those that old code reads.
  if (!answered || isRefusal(raw) || isError(raw))
    return { errcode: code || reason, errmsg: message, code: code || reason, msg: message }
  try {
    return context.translateFail ? translate(error) : raw
  } catch {
    // A getter of the page's keeps it from being copied.
    return raw
  }
}

/**
 * Puts the user's text in place of upsdk's own. A bare code and a cancellation stay as they
 * are, since old code branches on them.
 */
function translate({ reason, message, raw }: UpsdkError): unknown {
  if (reason === 'cancelled' || toCode(raw)) return raw
  const failure = (typeof raw === 'string' && parseObject(raw)) || raw
  return isObject(failure) ? { ...failure, errmsg: message, msg: message, desc: message } : message
}

/** Tells a page's telemetry of calls: inspectors, `onError`, `onCall`. */
export interface Telemetry {
  /** A call has settled; the page's own handlers do not know yet. */
  settled(call: Followed, error?: UpsdkError): void
  /** A payment has no answer yet, or one that comes late. */
  payment(call: Followed, state: 'unanswered' | 'late'): void
}

/** The facts of a call that telemetry gets. */
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
    const { cause } = stateOf(error)
    emit(call, { type: 'settled', outcome: reason, code, cause, hint, description: explanation.description })
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
