import type { UpsdkError } from '../failure/error'
import { noop, runSafely } from '../lib/run'
import { hasOwn } from '../lib/values'
import type { Call } from './call'
import type { CallTrouble } from './context'
import type { Callback } from './params'
import { toResult } from './results'

const callBack = (callback: Callback | undefined, value: unknown): void => {
  if (callback) runSafely(() => callback(value))
}

/** Tells the page that a call has succeeded: telemetry first, then callbacks, then the promise. */
export function tellSuccess(call: Call, value: unknown): void {
  const { success, complete } = call.callbacks
  call.context.report(call)
  callBack(success, value)
  callBack(complete, value)
  call.resolve(toResult(call.traits.gives, value))
  call.release()
}

/** Tells the page that a call has failed, in the same order; then the failure is shown, unless the page took over. */
export function tellFailure(call: Call, trouble: CallTrouble): void {
  const { context } = call
  const { fail, cancel, complete } = call.callbacks
  const error = (hasOwn(trouble, 'error') && trouble.error) || context.explain(call, trouble)
  const given = toFail(error, trouble.raw, call)
  context.report(call, error)
  if (error.reason !== 'busy' || call.unconfirmedBefore) callBack(fail || cancel, given)
  callBack(complete, given)
  if (fail || cancel || mayBeUnhandled(call, error)) call.promise?.catch(noop)
  call.reject(error)
  context.show.failure(error, call)
  call.release()
}

/** What `fail` gets; upsdk's own where a page's getter keeps it from being copied. */
function toFail(error: UpsdkError, raw: unknown, { context, answered }: Call): unknown {
  try {
    return context.toFail(error, raw, answered)
  } catch {
    return raw
  }
}

/** Is it nothing that a page's error reporting should hear of? */
const mayBeUnhandled = ({ traits, context }: Call, { reason }: UpsdkError): boolean =>
  traits.quiet || reason === 'cancelled' || reason === 'busy' || reason === 'aborted' || context.isInPlace()
