import type { UpsdkError } from '../failure/error'
import { readFailure, toCode } from '../failure/read'
import { runSafely } from '../lib/run'
import { isRefusal } from '../lib/trouble'
import {
  defineHidden,
  defineValue,
  hasOwn,
  isAborted,
  isError,
  isFunction,
  isObject,
  isPromiseLike,
  isSignal,
  parseObject,
  read,
} from '../lib/values'
import { newObject } from '../lib/window'
import type { CallOptions } from '../types/callOptions'
import type { Trouble } from '../types/trouble'
import type { UpsdkWindow } from '../types/window'
import type { Traits } from './methods'

export type Callback = (value: unknown) => void
type CallbackName = 'success' | 'fail' | 'cancel' | 'complete'
const NAMES: readonly CallbackName[] = ['success', 'fail', 'cancel', 'complete']
export type Callbacks = { [Name in CallbackName]?: Callback }

/** Runs a callback of the page, if there is one. */
export function callBack<Value>(callback: ((value: Value) => void) | undefined, value: Value): void {
  if (callback) runSafely(() => callback(value))
}

/** The kit's callbacks for an event method. Each returns whether the value was an event rather than an answer. */
export type EventCallbacks = Readonly<Record<string, (value: unknown) => boolean>>

/** An empty object: no callbacks, no options, no event callbacks. */
export const NONE: Readonly<Record<string, never>> = /* @__PURE__ */ Object.create(null)

/**
 * Parameters that upsdk expects as text (upsdk-behaviour §4). Numbers of other methods are not changed, except
 * `length`: upsdk takes an object with a numeric `length` for a list and drops its properties.
 */
const NUMERIC_TEXT =
  /^(brightness|bufferSize|fromOffset|maxSize|maxTime|[sd]L(at|on)|latitude|longitude|scale|cacheTimeout)$/

/**
 * Finds the callbacks among the parameters. The result has no prototype, so that functions on `Object.prototype` are not
 * taken for callbacks.
 *
 * @param eventCallbacks has the names under which this method takes event handlers instead of callbacks
 */
export function takeCallbacks(params: unknown, eventCallbacks: object): Callbacks {
  const callbacks = Object.create(null) as Callbacks
  if (!isObject(params)) return callbacks
  for (const name of NAMES) {
    const value = hasOwn(params, name) && !hasOwn(eventCallbacks, name) ? read(params, name) : undefined
    if (isFunction(value)) callbacks[name] = value
  }
  return callbacks
}

/**
 * Copies the parameters without the callbacks. The event of a click is none: upsdk drops it if a method is the handler
 * itself, and a bridge may be unable to take its elements. It throws what a getter of the page throws.
 */
export function copyArgument(params: unknown, window: UpsdkWindow, numbersAsText: boolean): unknown {
  if (typeof params === 'string') return params
  const argument = newObject(window)
  if (!isObject(params) || isFunction(params.preventDefault)) return argument
  for (const key of Object.keys(params)) {
    if ((NAMES as readonly string[]).includes(key)) continue
    const value = params[key]
    if (typeof value === 'number' && (key === 'length' || (numbersAsText && NUMERIC_TEXT.test(key))))
      defineValue(argument, key, String(value))
    else defineValue(argument, key, isFunction(value) ? toOrdinary(value) : value)
  }
  return argument
}

/** Wraps an `async` function: upsdk recognises functions by their tag, and an `async` one has another tag (H21). */
function toOrdinary(given: (...args: unknown[]) => unknown): (...args: unknown[]) => unknown {
  const isOrdinary = Object.prototype.toString.call(given) === '[object Function]'
  return isOrdinary ? given : (...args) => given(...args)
}

/** Why a call fails that the page has aborted. */
export const ABORTED: Trouble = { reason: 'aborted', cause: 'given up' }
/** Why a call fails that a newer call replaced before it was sent. */
export const REPLACED: Trouble = { reason: 'aborted', cause: 'replaced' }

/** Checks a call before it begins. @returns why it must not begin */
export function validateCall(params: unknown, options: CallOptions, traits: Traits): Trouble | undefined {
  const signals = [options.signal, options.beforeSending]
  // Refused, since the page could not abort the call: it may have passed a controller instead of its signal.
  if (signals.some((signal) => signal !== undefined && !isSignal(signal)))
    return { reason: 'invalid-params', cause: 'malformed signal' }
  if (signals.some(isAborted)) return ABORTED
  // A text has no place for callbacks, so a method that must answer could not.
  return typeof params === 'string' && traits.settles === 'answer' ? { reason: 'invalid-params' } : undefined
}

/** Converts upsdk's answer to the result for the page, which is the same on Android and iOS (H12). */
export function toResult(gives: Traits['gives'], value: unknown): unknown {
  if (gives === 'nothing') return undefined
  const result = gives === 'object' && typeof value === 'string' ? parseObject(value) || value : value
  if (gives === 'text' && typeof result === 'number') return String(result)
  // No wallet gives a promise, and the call must settle.
  return isPromiseLike(result) ? undefined : result
}

/**
 * Makes the argument of `fail`: upsdk's own, or the kit's if upsdk gave none.
 *
 * @param answered whether native has answered; a fallback may have failed after that
 * @param translated whether the page wants the user's text in it
 */
export function toFail(error: UpsdkError, answered: boolean | undefined, translated: unknown): unknown {
  const { code, reason, message, raw } = error
  // Old code reads these names.
  if (!answered || isRefusal(raw) || isError(raw))
    return shownAs(message, { errcode: code || reason, errmsg: message, code: code || reason, msg: message })
  try {
    return translated ? translate(error) : raw
  } catch {
    // A getter of the page threw, so the failure cannot be copied.
    return raw
  }
}

/**
 * Replaces upsdk's text by the user's. A bare code and a cancellation stay, since old code branches on them; of a
 * cancellation that is JSON, its text stays.
 */
function translate({ reason, message, raw }: UpsdkError): unknown {
  if (toCode(raw)) return raw
  const failure = (typeof raw === 'string' && parseObject(raw)) || raw
  const isCancelled = reason === 'cancelled'
  const text = (isCancelled && readFailure(raw).text) || message
  if (!isObject(failure) || (isCancelled && failure !== raw)) return text
  return shownAs(text, isCancelled ? { ...failure } : { ...failure, errmsg: text, msg: text, desc: text })
}

/** Gives an object a text, for pages that show it as it is: `alert(error)`. */
const shownAs = <T extends object>(text: string, failure: T): T =>
  defineHidden(failure, 'toString', () => text)
