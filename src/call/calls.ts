import type { Waiting } from '../gate/queue'
import type { CallOptions } from '../ports/callOptions'
import { Call } from './call'
import type { CallContext, CallTrouble, Slots } from './context'
import { traitsOf } from './methods'

const NO_OPTIONS: CallOptions = {}
const NO_SLOTS: Slots = {}

/** Makes a call. @returns what the page gets */
export function makeCall(
  context: CallContext,
  method: string,
  params?: unknown,
  options?: CallOptions | null,
  slots?: Slots,
): Promise<unknown> {
  const id = ++context.newest
  // JavaScript may hand in null.
  const call = new Call(context, id, method, traitsOf(method), options || NO_OPTIONS, slots || NO_SLOTS)
  call.promise = new Promise<unknown>((resolve, reject) => {
    call.resolve = resolve
    call.reject = reject
    call.begin(params)
  })
  return call.promise
}

/** Gives up all that is open; what comes later is given up at once. */
export function giveUpAll(context: CallContext, reason: CallTrouble): void {
  context.destroyed = reason
  context.heartbeat.open.forEach((item) => {
    const { refuse } = item as Partial<Waiting>
    if (refuse) refuse.call(item, reason)
  })
}
