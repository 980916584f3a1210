import type { RawUpsdk } from '../window'
import { type Call, NO_SLOTS, type Trouble } from './call'
import { nearestMethod } from './nearest'

/** A call that hears of upsdk's answers. */
interface Answered extends Call {
  upsdkSucceeds(value: unknown): void
  upsdkFails(trouble: Trouble): void
}

/** The kit's own callbacks: ordinary functions, since upsdk ignores `async` ones (H21). */
export function addAnswers(call: Answered, argument: Record<string, unknown>): void {
  const { slots } = call
  if (slots !== NO_SLOTS) Object.assign(argument, slots)
  if (call.traits.settles === 'never') return
  const isEvent = slots.success
  argument.success = (value: unknown) => {
    if (!isEvent?.(value)) call.upsdkSucceeds(value)
  }
  argument.fail = (raw: unknown) => call.upsdkFails({ raw, answered: true })
}

/** Why a call cannot be sent to an upsdk without this method. */
export function lacking(raw: RawUpsdk, method: string): Trouble {
  const nearest = nearestMethod(raw, method)
  return { reason: 'unsupported', hint: nearest && `upsdk has no ${method}; did you mean ${nearest}?` }
}
