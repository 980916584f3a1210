import { hasOwn, isAborted, isFunction, isObject, isSignal, read } from '../lib/values'
import { newObject, setProperty } from '../lib/window'
import type { CallOptions } from '../types/callOptions'
import type { Trouble } from '../types/trouble'
import type { UpsdkWindow } from '../types/window'
import type { Traits } from './methods'

export type Callback = (value: unknown) => void
type CallbackName = 'success' | 'fail' | 'cancel' | 'complete'
const NAMES: readonly CallbackName[] = ['success', 'fail', 'cancel', 'complete']
export type Callbacks = { [Name in CallbackName]?: Callback }

/**
 * Where upsdk wants numbers as text (upsdk-behaviour §4); no other method's parameters are touched, but for `length`:
 * upsdk takes an object with a number there for a list, and drops all that it has.
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

/** @returns why a call is not begun, as far as the page's own words tell */
export function whyNotBegun(params: unknown, options: CallOptions, traits: Traits): Trouble | undefined {
  const signals = [options.signal, options.beforeSending]
  // A call that was to be stoppable is not sent where it is not: the controller in place of its signal.
  if (signals.some((signal) => signal !== undefined && !isSignal(signal)))
    return { reason: 'invalid-params', cause: 'malformed signal' }
  if (signals.some(isAborted)) return GIVEN_UP
  // Without an object there is no place for callbacks, and what has to answer could not.
  return typeof params === 'string' && traits.settles === 'answer' ? { reason: 'invalid-params' } : undefined
}
