import { reasons } from '../failure/reasons'
import { defineHidden, hasOwn, isError, isFunction, isObject, readString } from '../lib/values'
import type { CallOfFallback } from '../types/failedCall'
import type { Cause, Reason } from '../types/failure'
import type { FallbackKit, Fallbacks, FallbackTable, RunFallback, WebWindow } from '../types/fallbacks'
import type { Trouble } from '../types/trouble'
import { textOf, unsupportedHere } from './texts'

/** Matches methods for payment, authorization, identity, passwords and cards, which must never have a fallback. */
const NEVER = /pay|bank|card|auth|verif|biodetect|face|zheliban|login|userstatus|appletconfig/i

/**
 * Makes the part from a table of fallbacks: those of this entry, or a page's own. Only fallbacks in the table are
 * bundled.
 *
 * @param table fallbacks by method; those for payment, authorization, identity, passwords and cards are never used
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
  // `find` is not enumerable, so that a part can be spread into another.
  return defineHidden(methods, 'find', find) as Fallbacks
}

/** Makes the function that runs a fallback. It runs at once, so that the browser still counts it to the user's tap. */
function runnerOf(fallback: (...args: unknown[]) => unknown, kit: FallbackKit): RunFallback {
  const { texts, toast, onDestroy } = kit
  const window = kit.window as unknown as WebWindow
  return (call, params, first) => {
    if (isObject(params)) {
      // The callbacks may be in the parameters if the call was sent before.
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
      (raw) => failWith(toTrouble(raw), call, first, textOf(context, unsupportedHere)),
    )
  }
}

/**
 * Fails a call that neither the wallet nor the fallback can do. Inside a wallet, its own failure says more.
 *
 * @param unsupported what is said outside the wallet
 */
function failWith(trouble: Trouble, call: CallOfFallback, first: Trouble, unsupported: string): void {
  const { reason } = trouble
  if (reason === 'unsupported' && first.reason !== 'outside-wallet') return call.fail(first)
  if (reason !== 'unsupported') return call.fail(trouble)
  call.buttonReason = first.reason
  call.fail({ ...trouble, text: trouble.text || unsupported })
}

/**
 * Reads why a fallback failed. A `Refusal` names its reason. An error is read like a page's own errors (a failed fetch
 * is `network`), and anything else like a failure of native.
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
