import { reasons } from '../failure/reasons'
import type { FallbackContext, Fallbacks } from '../fallbacks/fallback'
import { hasOwn, isError, isFunction, isObject, readString } from '../lib/values'
import type { Reason } from '../types/failure'
import type { CallTrouble } from './context'

/** What a fallback may know of the call it has taken over. */
export type CallLifetime = Pick<FallbackContext, 'onEnd' | 'isOver'>

/** Does what a method of the wallet does, where the wallet cannot. */
export type RunFallback = (params: unknown, lifetime: CallLifetime) => Promise<unknown>

/** Money, authorization, identity, passwords and cards: nothing may take the wallet's place there. */
const NEVER = /pay|bank|card|auth|verif|biodetect|face|zheliban|login|userstatus|appletconfig/i

/**
 * The page's fallback for a method that the wallet cannot do, or undefined. It runs at once, so that it still counts
 * as what the user's tap did.
 *
 * @param method one that `fallbacks` has
 * @param context what it gets at each call, besides its parameters
 */
export function findFallback(
  fallbacks: Fallbacks,
  method: string,
  reason: Reason,
  context: () => Omit<FallbackContext, keyof CallLifetime> | undefined,
): RunFallback | undefined {
  if (reason !== 'outside-wallet' && reason !== 'unsupported') return undefined
  if (NEVER.test(method)) return undefined
  const fallback = (fallbacks as Readonly<Record<string, unknown>>)[method]
  const given = context()
  if (!given || !isFunction(fallback)) return undefined
  return (params, lifetime) => {
    if (isObject(params)) {
      // Of a call that was sent before.
      delete params.success
      delete params.fail
    }
    return new Promise((resolve) => resolve(fallback(params, { ...given, ...lifetime })))
  }
}

/**
 * What a fallback failed with: a `Refusal` says its reason. An error is read as a page's own errors are (a failed
 * fetch is `network`), and anything else as a failure of native.
 */
export function toTrouble(raw: unknown): CallTrouble {
  const hint = 'From its fallback, not from the wallet.'
  const reason = readString(raw, 'reason')
  if (reason && hasOwn(reasons, reason))
    return {
      raw,
      reason: reason as Reason,
      text: readString(raw, 'text'),
      hint: readString(raw, 'hint') || hint,
    }
  return isError(raw) ? { raw, reason: 'system', fromBackend: true, hint } : { raw, hint }
}
