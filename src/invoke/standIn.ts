import { readBackend } from '../codes/backend'
import { type Reason, reasons } from '../codes/reasons'
import type { FallbackContext, Fallbacks } from '../fallbacks/fallback'
import { hasOwn, isError, isFunction, isObject, read, readString } from '../run'
import type { Call, Trouble } from './call'

/** What a fallback may know of the call it has taken over. */
export type Life = Pick<FallbackContext, 'onEnd' | 'isOver'>

/** Does what a method of the wallet does, where the wallet cannot. */
export type StandIn = (params: unknown, life: Life) => unknown

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
  lend: () => Omit<FallbackContext, keyof Life> | undefined,
): (call: Call, reason: Reason) => StandIn | undefined {
  return ({ method }, reason) => {
    if (!fallbacks || (reason !== 'outside-wallet' && reason !== 'unsupported')) return undefined
    if (NEVER.test(method) || !hasOwn(fallbacks, method)) return undefined
    const fallback = (fallbacks as Readonly<Record<string, unknown>>)[method]
    const lent = lend()
    return lent && isFunction(fallback) ? (params, life) => fallback(params, { ...lent, ...life }) : undefined
  }
}

/** Runs one at once, so that it still counts as what the user's tap did. */
export function runStandIn(standIn: StandIn, argument: unknown, life: Life): Promise<unknown> {
  if (isObject(argument)) {
    // Of a call that was sent before.
    delete argument.success
    delete argument.fail
  }
  return new Promise((resolve) => resolve(standIn(argument, life)))
}

/**
 * What a fallback failed with: a `Refusal` says its reason. An error is read as a page's own errors are (a failed
 * fetch is `network`), and anything else as a failure of native.
 */
export function toTrouble(raw: unknown): Trouble {
  const hint = readString(raw, 'hint') || 'Told by its fallback, not by the wallet.'
  const named = String(read(raw, 'reason'))
  if (hasOwn(reasons, named)) return { raw, reason: named as Reason, text: readString(raw, 'text'), hint }
  return { raw, reason: isError(raw) ? readBackend(raw).reason || 'system' : undefined, hint }
}
