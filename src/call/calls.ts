import type { UpsdkError } from '../failure/error'
import type { Waiting } from '../gate/queue'
import { noop, runLater, runSafely } from '../lib/run'
import { hasOwn } from '../lib/values'
import type { CallOptions } from '../ports/callOptions'
import { Call } from './call'
import type { CallContext, CallTrouble, Slots } from './context'
import { traitsOf } from './methods'
import type { Callback } from './params'
import { toResult } from './results'

export interface CallsParts extends Omit<CallContext, 'succeeded' | 'failed'> {
  /** Understands a failure. Never throws. */
  explain(call: Call, trouble: CallTrouble): UpsdkError
  /** A call has settled; the page does not know yet. */
  report(call: Call, error?: UpsdkError): void
  /** Where a failure goes, once the page knows of it. */
  readonly show: { failure(error: UpsdkError, call: Call): void }
  /** What `fail` gets. */
  toFail(error: UpsdkError, raw: unknown, answered?: boolean): unknown
  /** Is the kit `window.upsdk`? A page that never had promises does not hear of their rejections. */
  isInPlace(): boolean
}

export interface Calls {
  call(method: string, params?: unknown, options?: CallOptions, slots?: Slots): Promise<unknown>
  /** Gives up all that is open; what comes later is given up at once. */
  destroy(reason: CallTrouble): void
}

const NO_OPTIONS: CallOptions = {}
const NO_SLOTS: Slots = {}

const callBack = (callback: Callback | undefined, value: unknown): void => {
  if (callback) runSafely(() => callback(value))
}

/** Makes calls, and tells the page what became of each: callbacks first, then the promise. */
export function createCalls(kit: CallsParts): Calls {
  let newest = 0

  function succeed(call: Call, value: unknown): void {
    const { success, complete } = call.callbacks
    kit.report(call)
    callBack(success, value)
    callBack(complete, value)
    call.resolve(toResult(call.traits.gives, value))
    call.release()
  }

  function fail(call: Call, trouble: CallTrouble): void {
    const { fail, cancel, complete } = call.callbacks
    const error = (hasOwn(trouble, 'error') && trouble.error) || kit.explain(call, trouble)
    const given = kit.toFail(error, trouble.raw, call.answered)
    kit.report(call, error)
    if (error.reason !== 'busy' || call.unconfirmedBefore) callBack(fail || cancel, given)
    callBack(complete, given)
    if (fail || cancel || mayBeUnhandled(call, error)) call.promise?.catch(noop)
    call.reject(error)
    kit.show.failure(error, call)
    call.release()
  }

  /** Is it nothing that a page's error reporting should hear of? */
  const mayBeUnhandled = (call: Call, { reason }: UpsdkError): boolean =>
    call.traits.quiet ||
    call.sentAfresh ||
    reason === 'cancelled' ||
    reason === 'busy' ||
    reason === 'aborted' ||
    kit.isInPlace()

  const context: CallContext = {
    window: kit.window,
    heartbeat: kit.heartbeat,
    gate: kit.gate,
    emit: kit.emit,
    options: kit.options,
    findFallback: (call, trouble) => kit.findFallback(call, trouble),
    // After upsdk's own code, before the reactions of the promise that is settled in it.
    succeeded: (call, value) => runLater(() => succeed(call, value)),
    failed: (call, trouble) => runLater(() => fail(call, trouble)),
  }

  return {
    call(method, params, options, slots) {
      const call = new Call(
        context,
        ++newest,
        method,
        traitsOf(method),
        options || NO_OPTIONS,
        slots || NO_SLOTS,
      )
      call.promise = new Promise<unknown>((resolve, reject) => {
        call.resolve = resolve
        call.reject = reject
        call.begin(params)
      })
      return call.promise
    },
    destroy(reason) {
      context.destroyed = reason
      kit.heartbeat.open.forEach((item) => {
        const { refuse } = item as Partial<Waiting>
        if (refuse) refuse.call(item, reason)
      })
    },
  }
}
