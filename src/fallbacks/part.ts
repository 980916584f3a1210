import { reasons } from '../failure/reasons'
import { hasOwn, isError, isFunction, isObject, readString } from '../lib/values'
import type { ReplacedCall } from '../types/failedCall'
import type { Cause, Reason } from '../types/failure'
import type { FallbackKit, Fallbacks, FallbackTable, RunFallback, WebWindow } from '../types/fallbacks'
import type { Trouble } from '../types/trouble'

/** Money, authorization, identity, passwords and cards: nothing may take the wallet's place there. */
const NEVER = /pay|bank|card|auth|verif|biodetect|face|zheliban|login|userstatus|appletconfig/i

/**
 * Makes the part of the fallbacks that it is given: those of this entry, or a page's own. What is not handed over is
 * not in the page.
 *
 * @param table by method; those for payment, authorization, identity, passwords and cards are never used
 * @example
 * createUpsdk({ fallbacks: fallbacks({ scanQRCode, getLocation: () => askOurServer() }) })
 * @example
 * createUpsdk({ fallbacks: fallbacks({ ...webFallbacks, openLocation }) })
 */
export function fallbacks(table: FallbackTable): Fallbacks {
  const methods: Readonly<Record<string, unknown>> = { ...table }
  const find = (method: string, kit: FallbackKit): RunFallback | undefined => {
    const fallback = hasOwn(methods, method) && !NEVER.test(method) && methods[method]
    const { window } = kit
    return window && isFunction(fallback) ? runnerOf(fallback, kit) : undefined
  }
  // Not enumerable, so that a part can be spread into another.
  return Object.defineProperty(methods, 'find', { value: find }) as Fallbacks
}

/** It runs at once, so that it still counts as what the user's tap did. */
function runnerOf(fallback: (...args: unknown[]) => unknown, kit: FallbackKit): RunFallback {
  const { texts, toast, onDestroy } = kit
  const window = kit.window as unknown as WebWindow
  return (call, params, first) => {
    if (isObject(params)) {
      // Of a call that was sent before.
      delete params.success
      delete params.fail
    }
    const { locale, find } = texts.current()
    const context = {
      window,
      lang: locale,
      text: (key: string) => find([key]),
      toast,
      onDestroy,
      isOver: () => call.state === 'settled',
      onEnd: (end: () => void) => (call.state === 'settled' ? end() : call.atEnd(end)),
    }
    new Promise((resolve) => resolve(fallback(params, context))).then(
      (value) => call.succeed(value),
      (raw) => failWith(toTrouble(raw), call, first),
    )
  }
}

/** Where neither can do it and there is a wallet, its own answer says more. */
function failWith(trouble: Trouble, call: ReplacedCall, first: Trouble): void {
  const { reason } = trouble
  if (reason === 'unsupported' && first.reason !== 'outside-wallet') return call.fail(first)
  if (reason === 'unsupported') call.buttonReason = first.reason
  call.fail(trouble)
}

/**
 * Says why a fallback failed: a `Refusal` names its reason. An error is read as a page's own errors are (a failed
 * fetch is `network`), and anything else as a failure of native.
 */
function toTrouble(raw: unknown): Trouble {
  const cause: Cause = readString(raw, 'cause') === 'no tap' ? 'no tap' : 'fallback'
  const reason = readString(raw, 'reason')
  if (reason && hasOwn(reasons(), reason))
    return {
      raw,
      reason: reason as Reason,
      text: readString(raw, 'text'),
      hint: readString(raw, 'hint'),
      cause,
    }
  return isError(raw) ? { raw, reason: 'system', fromBackend: true, cause } : { raw, cause }
}
