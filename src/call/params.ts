import { isFunction, isObject } from '../lib/values'
import { newObject, setProperty, type UpsdkWindow } from '../lib/window'

export type Callback = (value: unknown) => void
type CallbackName = 'success' | 'fail' | 'cancel' | 'complete'
export type Callbacks = { [Name in CallbackName]?: Callback }

/** Where upsdk wants numbers as text (upsdk-behaviour §4); no other method's parameters are touched. */
const NUMERIC_TEXT =
  /^(brightness|bufferSize|fromOffset|maxSize|maxTime|[sd]L(at|on)|latitude|longitude|scale|cacheTimeout)$/

const isCallbackName = (key: string): key is CallbackName =>
  key === 'success' || key === 'fail' || key === 'cancel' || key === 'complete'

/**
 * Takes a copy of the parameters, and the callbacks out of it. May throw what a getter of the page's throws.
 *
 * @param eventSlots names under which this method takes an event's handler, not a callback of the call's own
 */
export function takeParams(
  params: unknown,
  window: UpsdkWindow | undefined,
  numbersAsText: boolean,
  eventSlots: object,
): { argument: unknown; callbacks: Callbacks } {
  const callbacks: Callbacks = {}
  if (typeof params === 'string') return { argument: params, callbacks }
  const argument = newObject(window)
  if (!isObject(params)) return { argument, callbacks }
  for (const key of Object.keys(params)) {
    const value = params[key]
    if (isCallbackName(key)) {
      if (isFunction(value) && !(key in eventSlots)) callbacks[key] = value
    } else if (typeof value === 'number' && numbersAsText && NUMERIC_TEXT.test(key))
      argument[key] = String(value)
    else setProperty(argument, key, isFunction(value) ? toOrdinary(value) : value)
  }
  return { argument, callbacks }
}

/** upsdk takes a function by its tag, and an `async` one has another (H21). */
function toOrdinary(given: (...args: unknown[]) => unknown): (...args: unknown[]) => unknown {
  const isOrdinary = Object.prototype.toString.call(given) === '[object Function]'
  return isOrdinary ? given : (...args) => given(...args)
}
