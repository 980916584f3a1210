import type { UpsdkError } from '../failure/error'
import { toCode } from '../failure/read'
import { runSafely } from '../lib/run'
import { isRefusal } from '../lib/trouble'
import { hasOwn, isAborted, isError, isFunction, isObject, isSignal, parseObject, read } from '../lib/values'
import { newObject, setProperty } from '../lib/window'
import type { CallOptions } from '../types/callOptions'
import type { Trouble } from '../types/trouble'
import type { UpsdkWindow } from '../types/window'
import type { Traits } from './methods'

export type Callback = (value: unknown) => void
type CallbackName = 'success' | 'fail' | 'cancel' | 'complete'
const NAMES: readonly CallbackName[] = ['success', 'fail', 'cancel', 'complete']
export type Callbacks = { [Name in CallbackName]?: Callback }

/** Runs a callback of the page's, if it has given one. */
export function callBack<Value>(callback: ((value: Value) => void) | undefined, value: Value): void {
  if (callback) runSafely(() => callback(value))
}

/** The kit's own functions in the parameters of an event method; one in `success` says whether it was an event. */
export type Slots = Readonly<Record<string, (value: unknown) => boolean>>

/** No callbacks, no options, no slots. */
export const NONE: Readonly<Record<string, never>> = /* @__PURE__ */ Object.create(null)

/**
 * The parameters that upsdk wants as text (upsdk-behaviour §4). Those of other methods are left as they are, except a
 * `length`: upsdk takes an object with a number there for a list, and drops all that it has.
 */
const NUMERIC_TEXT =
  /^(brightness|bufferSize|fromOffset|maxSize|maxTime|[sd]L(at|on)|latitude|longitude|scale|cacheTimeout)$/

/**
 * Finds the callbacks among the parameters. The result has no prototype: what a page has put on `Object.prototype` is
 * no callback of a call.
 *
 * @param eventSlots names under which this method takes an event's handler, not a callback of the call's own
 */
export function takeCallbacks(params: unknown, eventSlots: object): Callbacks {
  const callbacks = Object.create(null) as Callbacks
  if (!isObject(params)) return callbacks
  for (const name of NAMES) {
    const value = hasOwn(params, name) && !hasOwn(eventSlots, name) ? read(params, name) : undefined
    if (isFunction(value)) callbacks[name] = value
  }
  return callbacks
}

/** Copies the parameters, without the callbacks. May throw what a getter of the page's throws. */
export function copyArgument(params: unknown, window: UpsdkWindow, numbersAsText: boolean): unknown {
  if (typeof params === 'string') return params
  const argument = newObject(window)
  if (!isObject(params)) return argument
  for (const key of Object.keys(params)) {
    if ((NAMES as readonly string[]).includes(key)) continue
    const value = params[key]
    if (typeof value === 'number' && (key === 'length' || (numbersAsText && NUMERIC_TEXT.test(key))))
      argument[key] = String(value)
    else setProperty(argument, key, isFunction(value) ? toOrdinary(value) : value)
  }
  return argument
}

/** upsdk takes a function by its tag, and an `async` one has another (H21). */
function toOrdinary(given: (...args: unknown[]) => unknown): (...args: unknown[]) => unknown {
  const isOrdinary = Object.prototype.toString.call(given) === '[object Function]'
  return isOrdinary ? given : (...args) => given(...args)
}

/** The page has given the call up. */
export const GIVEN_UP: Trouble = { reason: 'aborted', cause: 'given up' }
/** Another call has taken its place before it was sent. */
export const REPLACED: Trouble = { reason: 'aborted', cause: 'replaced' }

/** Checks a call before it begins. @returns why it must not */
export function validateCall(params: unknown, options: CallOptions, traits: Traits): Trouble | undefined {
  const signals = [options.signal, options.beforeSending]
  // The page means to be able to stop the call. With a controller in place of its signal it could not.
  if (signals.some((signal) => signal !== undefined && !isSignal(signal)))
    return { reason: 'invalid-params', cause: 'malformed signal' }
  if (signals.some(isAborted)) return GIVEN_UP
  // Without an object there is no place for callbacks, and what has to answer could not.
  return typeof params === 'string' && traits.settles === 'answer' ? { reason: 'invalid-params' } : undefined
}

/** Makes the result for the page of upsdk's answer: the same on Android and iOS (H12). */
export function toResult(gives: Traits['gives'], value: unknown): unknown {
  if (gives === 'nothing') return undefined
  const result = gives === 'object' && typeof value === 'string' ? parseObject(value) || value : value
  if (gives === 'text' && typeof result === 'number') return String(result)
  return isPromiseLike(result) ? undefined : result
}

/** A promise would call its `then`, or throw while looking for it: no wallet gives that, and the call must settle. */
function isPromiseLike(value: unknown): boolean {
  try {
    return (isObject(value) || isFunction(value)) && isFunction((value as { then?: unknown }).then)
  } catch {
    return true
  }
}

/**
 * Makes the argument of `fail`: upsdk's own, or the kit's if upsdk said nothing.
 *
 * @param answered native has answered; after that a fallback may still have failed in its own way
 * @param translated the page wants the user's text in it
 */
export function toFail(error: UpsdkError, answered: boolean | undefined, translated: unknown): unknown {
  const { code, reason, message, raw } = error
  // The names are those that old code reads.
  if (!answered || isRefusal(raw) || isError(raw))
    return { errcode: code || reason, errmsg: message, code: code || reason, msg: message }
  try {
    return translated ? translate(error) : raw
  } catch {
    // A getter of the page's keeps it from being copied.
    return raw
  }
}

/** Puts the user's text in place of upsdk's. A bare code and a cancellation stay: old code branches on them. */
function translate({ reason, message, raw }: UpsdkError): unknown {
  if (reason === 'cancelled' || toCode(raw)) return raw
  const failure = (typeof raw === 'string' && parseObject(raw)) || raw
  return isObject(failure) ? { ...failure, errmsg: message, msg: message, desc: message } : message
}
