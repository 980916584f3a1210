import { runLater } from '../lib/run'
import { sharedOf } from '../lib/shared'
import { defineValue, isObject, read } from '../lib/values'
import type { RawUpsdk, UpsdkWindow } from '../types/window'
import type { Traits } from './methods'
import { type Callback, callBack, copyArgument, NONE, takeCallbacks } from './params'

type Method = (params: unknown) => unknown

/** What is handed over. */
interface HandedOver {
  readonly method: string
  readonly traits: Traits
  readonly context: { readonly window: UpsdkWindow }
  readonly promise?: Promise<unknown> | undefined
}

/**
 * Runs the function that raw upsdk has for a method. If a page wrote it there through a kit, it is perhaps a wrapper that
 * calls a kit's method to reach upsdk. That call then goes to the function that the wrapper replaced, once.
 */
export function handOver(call: HandedOver, raw: RawUpsdk, run: Method, argument: unknown): void {
  const shared = sharedOf(call.context.window)
  const { handOn } = shared
  const replaced = shared.replaced?.get(run) as Method | undefined
  shared.handOn =
    replaced &&
    ((method, params) => {
      // A wrapper does not change what is paid for.
      if (method !== call.method || read(params, 'tn') !== read(argument, 'tn')) return undefined
      shared.handOn = undefined
      handOver(call, raw, replaced, isObject(params) ? withBothAnswers(call, argument, params) : params)
      return call.promise
    })
  try {
    run.call(raw, argument)
  } finally {
    shared.handOn = handOn
  }
}

/** Copies the parameters of a wrapper. Its callbacks run after those that the kit gave to the wrapper. */
function withBothAnswers({ context, traits }: HandedOver, given: unknown, params: object): object {
  const { success, fail, cancel, complete } = takeCallbacks(params, NONE)
  const theirs = { success, fail: fail || cancel }
  const argument = copyArgument(params, context.window, traits.numbersAsText) as object
  for (const name of ['success', 'fail'] as const) {
    const own = read(given, name) as Callback | undefined
    const answer = (value: unknown) => {
      own?.(value)
      runLater(() => {
        if (theirs[name] !== own) callBack(theirs[name], value)
        callBack(complete, value)
      })
    }
    if (own) defineValue(argument, name, answer)
  }
  return argument
}
