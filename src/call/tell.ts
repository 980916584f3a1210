import { stateOf, type UpsdkError } from '../failure/error'
import { toCode } from '../failure/read'
import { noop, runSafely } from '../lib/run'
import { isRefusal } from '../lib/trouble'
import { isError, isFunction, isObject, parseObject } from '../lib/values'
import { version } from '../lib/version'
import type { CallOptions, CallRecord } from '../types/callOptions'
import type { Call } from './call'
import type { Traits } from './methods'
import type { Callback } from './params'

/** Options of a call that the page has not made, so that its telemetry does not hear of it. */
export const UNREPORTED: CallOptions = {}

const callBack = (callback: Callback | undefined, value: unknown): void => {
  if (callback) runSafely(() => callback(value))
}

/** Tells the page that a call has succeeded: telemetry first, then callbacks, then the promise. */
export function tellSuccess(call: Call, value: unknown): void {
  const { answered, callbacks, context } = call
  if (answered) context.walletAnswers = true
  if (call.method === 'appletConfig') context.isOpen = true
  context.emit(call, { type: 'settled', outcome: 'success' })
  report(call, 'success')
  callBack(callbacks.success, value)
  callBack(callbacks.complete, value)
  call.resolve(toResult(call.traits.gives, value))
  call.release()
}

/** Tells the page that a call has failed, in the same order; then the failure is shown, unless the page took over. */
export function tellFailure(call: Call, error: UpsdkError): void {
  const { context } = call
  const { code, reason, hint, explanation } = error
  const { description } = explanation
  const { fail, cancel, complete } = call.callbacks
  const argument = toFail(error, call)
  context.emit(call, {
    type: 'settled',
    outcome: reason,
    code,
    cause: stateOf(error).cause,
    hint,
    description,
  })
  report(call, reason, error)
  if (reason !== 'busy' || call.unconfirmedBefore) callBack(fail || cancel, argument)
  callBack(complete, argument)
  if (fail || cancel || mayBeUnhandled(call, error)) call.promise?.catch(noop)
  call.reject(error)
  context.show.failure(error, call)
  call.release()
}

/** Tells telemetry that a payment has no answer, or one that is late. */
export function tellOfPayment(call: Call, type: 'unanswered' | 'late'): void {
  call.context.emit(call, { type })
  report(call, type)
}

/** Tells telemetry. */
function report(call: Call, outcome: CallRecord['outcome'], error?: UpsdkError): void {
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

/** Is it nothing that a page's error reporting should hear of? */
const mayBeUnhandled = ({ traits, context }: Call, { reason }: UpsdkError): boolean =>
  traits.quiet || /^(cancelled|busy|aborted)$/.test(reason) || context.isInPlace()

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
function toFail(error: UpsdkError, { answered, context }: Call): unknown {
  const { code, reason, message, raw } = error
  // After native's answer a fallback may have failed in its own way. The names are those that old code reads.
  if (!answered || isRefusal(raw) || isError(raw))
    return { errcode: code || reason, errmsg: message, code: code || reason, msg: message }
  try {
    return context.options.translateFail ? translate(error) : raw
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
