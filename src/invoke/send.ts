import { hasMethod } from '../gate/raw'
import { isObject } from '../run'
import type { RawUpsdk } from '../window'
import type { Call, Fail, Succeed } from './call'
import { nearestMethod } from './nearest'

/** Sends one call, from inside `pluginReady`: the method is looked up at that moment (H8). */
export function sendCall(raw: RawUpsdk, call: Call, argument: unknown, succeed: Succeed, fail: Fail): void {
  const { method } = call
  try {
    ;(raw[method] as (argument: unknown) => void)(withAnswers(call, argument, succeed, fail))
  } catch (thrown) {
    fail({ raw: thrown, thrown: true })
  }
}

/** Why a call cannot be sent to this upsdk. */
export function lacks(raw: RawUpsdk, method: string): { reason: 'unsupported'; hint?: string } | undefined {
  if (hasMethod(raw, method)) return undefined
  const nearest = nearestMethod(raw, method)
  return { reason: 'unsupported', hint: nearest && `upsdk has no ${method}; did you mean ${nearest}?` }
}

/** The parameters with the kit's own callbacks: ordinary functions, since upsdk ignores `async` ones (H21). */
function withAnswers({ traits, slots }: Call, argument: unknown, succeed: Succeed, fail: Fail): unknown {
  if (!isObject(argument)) return argument
  Object.assign(argument, slots)
  if (traits.settles === 'never') return argument
  const isEvent = slots.success
  argument.success = (value: unknown) => {
    if (!isEvent?.(value)) succeed(value, true)
  }
  argument.fail = (raw: unknown) => fail({ raw, answered: true })
  return argument
}
