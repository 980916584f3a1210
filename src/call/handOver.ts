import { type HandOn, sharedOf } from '../lib/shared'
import { isObject, read } from '../lib/values'
import type { Trouble } from '../types/trouble'
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
  addAnswers(argument: Record<string, unknown>): void
  atEnd(run: () => void): void
  whileHandedOver(run: () => void): void
  fail(trouble: Trouble): void
}

/**
 * Runs the function that raw upsdk has for a method. If a page wrote it there through a kit, it is perhaps a wrapper that
 * calls a kit's method to reach upsdk, at once or after its server has answered. That call then goes to the function that
 * it wraps, once.
 */
export function handOver(call: HandedOver, raw: RawUpsdk, run: Method, argument: unknown): void {
  const { context, method, traits } = call
  const shared = sharedOf(context.window)
  const wrapped = shared.wrapped?.get(run) as Method | undefined
  if (!wrapped) return void run.call(raw, argument)
  const handOns = (shared.handOns ||= new Set())
  const answers = takeCallbacks(argument, NONE)
  let isRunning = true
  const stop = () => {
    isRunning = false
  }
  const end = () => void handOns.delete(handOn)
  /** Is it the wrapper's call? It gives the answers on, or comes while the wrapper runs and pays for the same. */
  const isWrappers = (params: unknown): boolean =>
    NAMES.some((name) => answers[name] && answers[name] === read(params, name)) ||
    (isRunning && read(params, 'tn') === read(argument, 'tn'))
  const handOn: HandOn = (name, params) => {
    if (name !== method || !isWrappers(params)) return undefined
    end()
    call.whileHandedOver(() =>
      handOver(call, raw, wrapped, isObject(params) ? fromWrapper(call, answers, params) : params),
    )
    return call.promise
  }
  handOns.add(handOn)
  call.atEnd(end)
  const returned = run.call(raw, argument)
  // Of other methods, a page may make a second call while an asynchronous wrapper runs.
  if (!traits.payment) stop()
  // An asynchronous wrapper that fails is one that throws.
  Promise.resolve(returned).then(stop, (thrown: unknown) => call.fail({ raw: thrown, thrown: true }))
}

/**
 * Copies the parameters of a wrapper. Its own callbacks become the call's.
 *
 * @param answers the kit's callbacks that the wrapper got
 */
function fromWrapper(call: HandedOver, answers: Callbacks, params: object): object {
  const { callbacks, context, traits } = call
  const theirs = takeCallbacks(params, NONE)
  const argument = copyArgument(params, context.window, traits.numbersAsText) as Record<string, unknown>
  call.addAnswers(argument)
  NAMES.forEach((name) => {
    const { [name]: first } = callbacks
    const { [name]: second } = theirs
    if (!second || second === answers[name]) return
    callbacks[name] = (value) => {
      callBack(first, value)
      callBack(second, value)
    }
  })
  return argument
}
