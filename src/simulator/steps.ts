import { isFunction, isObject, withoutFunctions } from '../lib/values'
import { callbackOf } from './bag'

/** How far the wallet is when raw upsdk is called: only an open one hands calls to native. */
export type WalletState = 'outside' | 'waiting for the bridge' | 'not opened' | 'open'

/** The facts about a call of raw upsdk, as the simulated SDK file sees it. */
export interface RawCall {
  /** The function that ran: a placeholder does nothing, and a slot keeps one call until the bridge is up (H1, H9). */
  readonly through: 'placeholder' | 'slot' | 'method'
  readonly state: WalletState
  /** As the page gave them, without functions. */
  readonly params: unknown
  /** Names of the functions in the parameters that upsdk takes for callbacks; '': the function is all that was given. */
  readonly callbacks: readonly string[]
  /** Names of `async` functions, which upsdk ignores (H21). */
  readonly asyncCallbacks: readonly string[]
  /** upsdk has changed the same object in an earlier call (H10). */
  readonly reusesParams?: true
  /** It takes the place of a call that the slot had kept (H9). */
  readonly replaces?: true
}

/** One step of a call of raw upsdk, or of a page's own call of the native bridge (which has no `called`). */
export type RawStep = {
  /** Unique in its simulator. */
  readonly id: number
  readonly method: string
  /** ms, of `performance.now()`. */
  readonly at: number
} & RawStepDetail

/** What a step says beside its call, its method and its time. */
export type RawStepDetail =
  | ({ readonly type: 'called' } & RawCall)
  // The parameters are of an object that upsdk does not forward (H21).
  | { readonly type: 'lost' }
  // Native has got it.
  | { readonly type: 'reached'; readonly params: unknown; readonly isInvented?: boolean }
  // Native answers, in its own form.
  | {
      readonly type: 'answered'
      readonly how: 'success' | 'fail'
      readonly value: unknown
      // Cordova's last status, which upsdk reads in place of a failure's value (H24).
      readonly status?: string
    }
  // A callback of the page's runs.
  | { readonly type: 'told'; readonly callback: string; readonly value: unknown }
  // A callback of the page's threw, or upsdk itself did.
  | { readonly type: 'threw'; readonly by: 'callback' | 'upsdk'; readonly error: unknown }

/** Hears of each step, at once. */
export type Observe = (step: RawStep) => void

/** Follows the calls of one simulated SDK file. */
export interface Steps {
  /** Is anybody listening? Without an observer placeholders are one function for all names, as in the file. */
  readonly areObserved: boolean
  /** The call whose function is running now. */
  readonly current: RawId | undefined
  /** Runs a method of upsdk as a call of its own. */
  run(method: string, facts: () => RawCall, body: () => void): void
  /** Runs what upsdk calls again itself, as a part of the call that it had kept (H9). */
  resume(call: RawId | undefined, run: () => void): void
  /** The running call, or a new one for a page's own call of the bridge. */
  currentOr(method: string): RawId
  emit(call: RawId, detail: RawStepDetail): void
  /** The page's callback, followed; anything else comes back as it is. */
  watched(call: RawId | undefined, name: string, callback: unknown): unknown
  /** Runs upsdk's own code for an answer; what it throws is told of. */
  guarded(call: RawId, run: () => void): void
}

export interface RawId {
  readonly id: number
  readonly method: string
}

export function createSteps(observe: Observe | undefined): Steps {
  let last = 0
  let current: RawId | undefined
  let resumed: RawId | undefined
  /** The error that was told of last: it passes through several functions. */
  let told: unknown

  const begin = (method: string): RawId => ({ id: ++last, method })
  function emit({ id, method }: RawId, detail: RawStepDetail): void {
    if (observe) observe({ id, method, at: performance.now(), ...detail })
  }
  function emitError(call: RawId, by: 'callback' | 'upsdk', error: unknown): void {
    if (error !== told) emit(call, { type: 'threw', by, error })
    told = error
  }
  function guarded(call: RawId, run: () => void): void {
    try {
      run()
    } catch (error) {
      emitError(call, 'upsdk', error)
      throw error
    } finally {
      told = undefined
    }
  }

  return {
    areObserved: !!observe,
    get current() {
      return current
    },
    currentOr: (method) => current || begin(method),
    emit,
    guarded,
    resume(call, run) {
      resumed = call
      try {
        run()
      } finally {
        resumed = undefined
      }
    },
    run(method, facts, body) {
      if (!observe) return body()
      const call = resumed || begin(method)
      const before = current
      if (!resumed) emit(call, { type: 'called', ...facts() })
      resumed = undefined
      current = call
      try {
        guarded(call, body)
      } finally {
        current = before
      }
    },
    watched(call, name, callback) {
      const run = callbackOf(callback)
      if (!observe || !call || !run) return callback
      return (value: unknown) => {
        emit(call, { type: 'told', callback: name, value })
        try {
          run.call(undefined, value)
        } catch (error) {
          emitError(call, 'callback', error)
          throw error
        }
      }
    },
  }
}

const ASYNC = /^\[object Async(Generator)?Function\]$/

/** Reads what is told of the parameters of a call. */
export function factsOfParams(params: unknown): Pick<RawCall, 'params' | 'callbacks' | 'asyncCallbacks'> {
  // A function in place of an object, as `pluginReady` takes it, has the empty name.
  const given = isFunction(params) ? { '': params } : isObject(params) ? params : {}
  const names = Object.keys(given).filter((name) => isFunction(given[name]))
  const isAsync = (name: string) => ASYNC.test(Object.prototype.toString.call(given[name]))
  return {
    params: withoutFunctions(params),
    callbacks: names.filter((name) => !isAsync(name)),
    asyncCallbacks: names.filter(isAsync),
  }
}
