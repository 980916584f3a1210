import { type HandOn, sharedOf } from '../lib/shared'
import { isObject, read, toComparable } from '../lib/values'
import type { Trouble } from '../types/trouble'
import type { RawUpsdk, UpsdkWindow } from '../types/window'
import type { Traits } from './methods'
import { type Callbacks, callBack, copyArgument, NAMES, NONE, takeCallbacks } from './params'

type Method = (params: unknown) => unknown

/**
 * How many calls may be open in wrappers that have not reached upsdk. A wrapper whose own call cannot be told from the
 * page's would otherwise call itself for ever.
 */
const MOST_IN_WRAPPERS = 20

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
  if (handOns.size >= MOST_IN_WRAPPERS) return handOver(call, raw, wrapped, argument)
  const answers = takeCallbacks(argument, NONE)
  const values = toComparable(argument)
  /** Is a call that comes now for the same? While the wrapper runs, and with a payment, its order decides. */
  let isAlike = (params: unknown): boolean => read(params, 'tn') === read(argument, 'tn')
  const end = () => void handOns.delete(handOn)
  /** Is it the wrapper's call? It gives the answers on, or comes before the wrapper has ended and is for the same. */
  const isWrappers = (params: unknown): boolean =>
    NAMES.some((name) => answers[name] && answers[name] === read(params, name)) || isAlike(params)
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
  // A page may make another call of the same method while an asynchronous wrapper runs.
  if (!traits.payment) isAlike = (params) => toComparable(params) === values
  Promise.resolve(returned).then(
    () => {
      isAlike = () => false
    },
    // An asynchronous wrapper that fails is one that throws.
    (thrown: unknown) => call.fail({ raw: thrown, thrown: true }),
  )
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
