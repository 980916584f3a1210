import { isFunction, isObject } from '../run'
import { newObject, setProperty, type UpsdkWindow } from '../window'
import { type Call, type CallbackName, NO_CALLBACKS } from './call'

/** Where upsdk wants numbers as text (upsdk-behaviour §4); no other method's parameters are touched. */
const NUMERIC_TEXT =
  /^(brightness|bufferSize|fromOffset|maxSize|maxTime|[sd]L(at|on)|latitude|longitude|scale|cacheTimeout)$/

/** Takes a copy of the parameters, and the callbacks out of it. May throw what a getter of the page throws. */
export function takeParams(call: Call, params: unknown, window: UpsdkWindow | undefined): unknown {
  if (typeof params === 'string') return params
  const copy = newObject(window)
  if (!isObject(params)) return copy
  for (const key of Object.keys(params)) {
    const value = params[key]
    if (isCallbackName(key)) takeCallback(call, key, value)
    else if (typeof value === 'number' && call.traits.numbersAsText && NUMERIC_TEXT.test(key))
      copy[key] = String(value)
    else setProperty(copy, key, isFunction(value) ? ordinary(value) : value)
  }
  return copy
}

/** upsdk takes a function by its tag, and an `async` one has another (H21). */
function ordinary(given: (...args: unknown[]) => unknown): (...args: unknown[]) => unknown {
  const isOrdinary = Object.prototype.toString.call(given) === '[object Function]'
  return isOrdinary ? given : (...args) => given(...args)
}

const isCallbackName = (key: string): key is CallbackName =>
  key === 'success' || key === 'fail' || key === 'cancel' || key === 'complete'

function takeCallback(call: Call, name: CallbackName, value: unknown): void {
  if (!isFunction(value)) return
  // Where every success is an event, none is the call's own.
  if (name === 'success' && call.slots.success && call.traits.settles === 'never') return
  if (call.callbacks === NO_CALLBACKS) call.callbacks = {}
  call.callbacks[name] = value
}
