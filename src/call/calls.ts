import type { Waiting } from '../gate/gate'
import { sharedOf } from '../lib/shared'
import type { Trouble } from '../lib/trouble'
import type { CallOptions } from '../types/callOptions'
import { Call } from './call'
import type { CallContext, Slots } from './context'
import { traitsOf } from './methods'

const NO_OPTIONS: CallOptions = {}
const NO_SLOTS: Slots = /* @__PURE__ */ Object.create(null)

/** Makes a call. @returns what the page gets */
export function startCall(
  context: CallContext,
  method: string,
  params?: unknown,
  options?: CallOptions | null,
  slots?: Slots,
): Promise<unknown> {
  const shared = sharedOf(context.window)
  const id = (shared.id = (shared.id || 0) + 1)
  // JavaScript may hand in null.
  const call = new Call(context, id, method, traitsOf(method), options || NO_OPTIONS, slots || NO_SLOTS)
  call.promise = new Promise<unknown>((resolve, reject) => {
    call.resolve = resolve
    call.reject = reject
    try {
      call.begin(params)
    } catch (raw) {
      // Nothing that a page has broken leaves a call open, or a hold behind.
      call.fail({ raw, reason: 'system' })
    }
  })
  return call.promise
}

/** Gives up all that is open; what comes later is given up at once. */
export function giveUpAll(context: CallContext, trouble: Trouble): void {
  context.destroyed = trouble
  context.heartbeat.open.forEach((item) => {
    if ('fail' in item) (item as Waiting).fail(trouble)
  })
}
