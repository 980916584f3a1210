import { read } from '../codes/failure'
import { type Reason, reasons } from '../codes/reasons'
import type { FallbackContext, Fallbacks } from '../fallbacks/fallback'
import { hasOwn, isFunction, isObject } from '../run'
import type { Call, Trouble } from './call'

/** Does what a method of the wallet does, where the wallet cannot. */
export type StandIn = (params: unknown, onEnd: (run: () => void) => void) => unknown

/** Money, authorization, identity, passwords and cards: nothing may take the wallet's place there. */
const NEVER = /pay|bank|card|auth|verif|biodetect|face|zheliban|login|userstatus|appletconfig/i

/**
 * The page's fallbacks, for calls that the wallet cannot take.
 *
 * @param lend what they are lent at each call
 * @returns finds one, or undefined
 */
export function createStandIns(
  fallbacks: Fallbacks | undefined,
  lend: () => Omit<FallbackContext, 'onEnd'> | undefined,
): (call: Call, reason: Reason) => StandIn | undefined {
  return ({ method }, reason) => {
    if (!fallbacks || (reason !== 'outside-wallet' && reason !== 'unsupported')) return undefined
    if (NEVER.test(method) || !hasOwn(fallbacks, method)) return undefined
    const fallback = (fallbacks as Readonly<Record<string, unknown>>)[method]
    const lent = lend()
    return lent && isFunction(fallback) ? (params, onEnd) => fallback(params, { ...lent, onEnd }) : undefined
  }
}

/** Runs one at once, so that it still counts as what the user's tap did. */
export function runStandIn(
  standIn: StandIn,
  argument: unknown,
  onEnd: (run: () => void) => void,
  call: { succeed(value: unknown): void; fail(trouble: Trouble): void },
): void {
  if (isObject(argument)) {
    // Of a call that was sent before.
    delete argument.success
    delete argument.fail
  }
  new Promise((resolve) => resolve(standIn(argument, onEnd))).then(
    (value) => call.succeed(value),
    (raw) => call.fail(toTrouble(raw)),
  )
}

/** A `Refusal` says its reason; what else is thrown is read as a failure of native would be. */
function toTrouble(raw: unknown): Trouble {
  const reason = String(read(raw, 'reason'))
  const hint = 'Told by its fallback, not by the wallet.'
  if (!hasOwn(reasons, reason)) return { raw, thrown: raw instanceof Error, hint }
  const text = read(raw, 'text')
  return { raw, reason: reason as Reason, text: typeof text === 'string' ? text : undefined, hint }
}
