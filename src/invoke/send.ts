import { hasMethod } from '../gate/raw'
import { isObject } from '../run'
import type { RawUpsdk } from '../window'
import { type Call, NO_SLOTS, type Trouble } from './call'
import { nearestMethod } from './nearest'

/** A call that hears of upsdk's answers. */
interface Answered extends Call {
  upsdkSucceeds(value: unknown): void
  upsdkFails(trouble: Trouble): void
}

/** Sends one call, from inside `pluginReady`: the method is looked up at that moment (H8). */
export function sendCall(raw: RawUpsdk, call: Answered, argument: unknown): void {
  try {
    if (isObject(argument)) addAnswers(call, argument)
    ;(raw[call.method] as (argument: unknown) => void)(argument)
  } catch (thrown) {
    call.upsdkFails({ raw: thrown, thrown: true })
  }
}

/** The kit's own callbacks: ordinary functions, since upsdk ignores `async` ones (H21). */
function addAnswers(call: Answered, argument: Record<string, unknown>): void {
  const { slots } = call
  if (slots !== NO_SLOTS) Object.assign(argument, slots)
  if (call.traits.settles === 'never') return
  const isEvent = slots.success
  argument.success = (value: unknown) => {
    if (!isEvent?.(value)) call.upsdkSucceeds(value)
  }
  argument.fail = (raw: unknown) => call.upsdkFails({ raw, answered: true })
}

/** Why a call cannot be sent to this upsdk. */
export function lacks(raw: RawUpsdk, method: string): { reason: 'unsupported'; hint?: string } | undefined {
  if (hasMethod(raw, method)) return undefined
  const nearest = nearestMethod(raw, method)
  return { reason: 'unsupported', hint: nearest && `upsdk has no ${method}; did you mean ${nearest}?` }
}
