import { noop } from '../lib/run'
import { sharedOf } from '../lib/shared'
import { defineValue, isObject, read } from '../lib/values'
import type { RawUpsdk, UpsdkWindow } from '../types/window'
import type { Traits } from './methods'
import { type Callbacks, callBack, copyArgument, NAMES, NONE, takeCallbacks } from './params'

type Method = (params: unknown) => unknown

/** A call that is handed over to upsdk. */
interface HandedOver {
  readonly method: string
  readonly traits: Traits
  readonly context: { readonly window: UpsdkWindow }
  readonly callbacks: Callbacks
  readonly promise?: Promise<unknown> | undefined
}

/**
 * Runs the function that raw upsdk has for a method. If a page wrote it there through a kit, it is perhaps a wrapper that
 * calls a kit's method to reach upsdk. That call then goes to the function that it wraps, once.
 */
export function handOver(call: HandedOver, raw: RawUpsdk, run: Method, argument: unknown): void {
  const shared = sharedOf(call.context.window)
  const { handOn } = shared
  const wrapped = shared.wrapped?.get(run) as Method | undefined
  shared.handOn =
    wrapped &&
    ((method, params) => {
      // A wrapper does not change what is paid for.
      if (method !== call.method || read(params, 'tn') !== read(argument, 'tn')) return undefined
      shared.handOn = undefined
      handOver(call, raw, wrapped, isObject(params) ? fromWrapper(call, argument, params) : params)
      return call.promise
    })
  try {
    const returned = run.call(raw, argument)
    // A wrapper's promise fails as the call does, which the page hears from the kit.
    if (wrapped) Promise.resolve(returned).catch(noop)
  } finally {
    shared.handOn = handOn
  }
}

/** Copies the parameters of a wrapper, with the answers that the wrapper was given. Its own callbacks become the call's. */
function fromWrapper({ callbacks, context, traits }: HandedOver, given: unknown, params: object): object {
  const theirs = takeCallbacks(params, NONE)
  const argument = copyArgument(params, context.window, traits.numbersAsText) as object
  NAMES.forEach((name) => {
    const answer = read(given, name)
    if (answer) defineValue(argument, name, answer)
    const { [name]: first } = callbacks
    const { [name]: second } = theirs
    if (!second || second === answer) return
    callbacks[name] = (value) => {
      callBack(first, value)
      callBack(second, value)
    }
  })
  return argument
}
