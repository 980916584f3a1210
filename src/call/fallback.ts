import { reasons } from '../failure/reasons'
import type { FallbackContext, Fallbacks, WebWindow } from '../fallbacks/fallback'
import type { Trouble } from '../lib/trouble'
import { hasOwn, isError, isFunction, isObject, readString } from '../lib/values'
import type { UpsdkWindow } from '../lib/window'
import type { Reason } from '../types/failure'
import type { TextFinder } from '../types/texts'

/** What a fallback may know of the call it has taken over. */
export type CallLifetime = Pick<FallbackContext, 'onEnd' | 'isOver'>

/** Does what a method of the wallet does, where the wallet cannot. */
export type RunFallback = (params: unknown, lifetime: CallLifetime) => Promise<unknown>

export interface FallbackParts {
  fallbacks: Fallbacks
  window: UpsdkWindow | undefined
  texts: { current(): TextFinder }
  toast: FallbackContext['toast']
  onDestroy: FallbackContext['onDestroy']
}

/** Money, authorization, identity, passwords and cards: nothing may take the wallet's place there. */
const NEVER = /pay|bank|card|auth|verif|biodetect|face|zheliban|login|userstatus|appletconfig/i

/** May a fallback take over from a call that failed so? */
export const isReplaceable = (reason: Reason): boolean =>
  reason === 'outside-wallet' || reason === 'unsupported'

/**
 * Finds the page's fallback for a method that the wallet cannot do. It runs at once, so that it still counts as what
 * the user's tap did.
 */
export function createFallbacks({ fallbacks, window, texts, toast, onDestroy }: FallbackParts) {
  return (method: string): RunFallback | undefined => {
    if (!window || !hasOwn(fallbacks, method) || NEVER.test(method)) return undefined
    const fallback = (fallbacks as Readonly<Record<string, unknown>>)[method]
    if (!isFunction(fallback)) return undefined
    return (params, lifetime) => {
      if (isObject(params)) {
        // Of a call that was sent before.
        delete params.success
        delete params.fail
      }
      const { locale, find } = texts.current()
      const text = (key: string) => find([key])
      const context = { window: window as unknown as WebWindow, lang: locale, text, toast, onDestroy }
      return new Promise((resolve) => resolve(fallback(params, { ...context, ...lifetime })))
    }
  }
}

/**
 * What a fallback failed with: a `Refusal` says its reason. An error is read as a page's own errors are (a failed
 * fetch is `network`), and anything else as a failure of native.
 */
export function toTrouble(raw: unknown): Trouble {
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
