import { isFunction, isObject, withoutFunctions } from '../../src/internalsWithoutDom'
import { callbackOf } from './paramsObject'

/** The state of the wallet when raw upsdk is called. Only an open one passes calls to native. */
export type WalletState = 'outside' | 'waiting for the bridge' | 'not opened' | 'open'

/** The facts about a call of raw upsdk, as the simulated SDK file sees them. */
export interface RawCall {
  /**
   * The kind of function that ran. A placeholder does nothing; a slot keeps one call until the bridge is up (H1, H9).
   */
  readonly through: 'placeholder' | 'slot' | 'method'
  readonly state: WalletState
  /** The parameters as the page gave them, without functions. */
  readonly params: unknown
  /**
   * Names of the functions in the parameters that upsdk accepts as callbacks; '' if the only argument is a function.
   */
  readonly callbacks: readonly string[]
  /** Names of `async` functions, which upsdk ignores (H21). */
  readonly asyncCallbacks: readonly string[]
  /** Set if upsdk has changed the same object in an earlier call (H10). */
  readonly reusesParams?: true
  /** Set if it replaces a call that the slot had kept (H9). */
  readonly replaces?: true
}

/** One step of a call of raw upsdk, or of a page's own call of the native bridge, which has no `called`. */
export type RawStep = {
  /** Unique in its simulator. */
  readonly id: number
  readonly method: string
  /** The time of `performance.now()`, in ms. */
  readonly at: number
  /** Set if upsdk's file makes the call for itself. */
  readonly isOwn?: true
} & RawStepDetail

/** The contents of a step beside its call, method and time. */
export type RawStepDetail =
  | ({ readonly type: 'called' } & RawCall)
  // upsdk does not forward parameters of this kind of object (H21).
  | { readonly type: 'lost' }
  // Native has received the call.
  | { readonly type: 'reached'; readonly params: unknown }
  // Native answers in its own form.
  | {
      readonly type: 'answered'
      readonly how: 'success' | 'fail'
      readonly value: unknown
      // cordova's last status, which upsdk reads in place of the failure (H24).
      readonly status?: string
      // No source documents the answer: it is an example.
      readonly isInvented?: boolean
    }
  // A callback of the page runs. It is marked if it takes no parameter, so a text is lost on it.
  | {
      readonly type: 'told'
      readonly callback: string
      readonly value: unknown
      readonly isIgnored?: boolean
    }
  // A callback of the page threw, or upsdk itself did.
  | { readonly type: 'threw'; readonly by: 'callback' | 'upsdk'; readonly error: unknown }

/** Gets each step, at once. */
export type Observe = (step: RawStep) => void

/** Reports the steps of calls of one simulated SDK file. */
export interface Steps {
  /** Is there an observer? Without one, all placeholders are one function, as in the file. */
  readonly areObserved: boolean
  /** The call whose function is running now. */
  readonly current: RawId | undefined
  /** Runs a method of upsdk as a new call. */
  run(method: string, facts: () => RawCall, body: () => void): void
  /** Runs a method that upsdk itself calls again, as part of the call that it had kept (H9). */
  resume(call: RawId | undefined, run: () => void): void
  /**
   * Gets the running call of a method, or a new one for a page's own call of the bridge, which may happen inside a
   * callback of `pluginReady`.
   */
  callOf(method: string): RawId
  /** Runs a call that upsdk's file makes for itself. */
  runOwn(run: () => void): void
  emit(call: RawId, detail: RawStepDetail): void
  /** Wraps a callback of the page so that its steps are reported. Any other value is returned unchanged. */
  watched(call: RawId | undefined, name: string, callback: unknown): unknown
  /**
   * Runs what takes an answer, and reports what it throws.
   *
   * @param by whose code it is. @default 'upsdk'
   */
  guarded(call: RawId, run: () => void, by?: 'callback' | 'upsdk'): void
}

export interface RawId {
  readonly id: number
  readonly method: string
  readonly isOwn?: true
}

export function createSteps(observe: Observe | undefined): Steps {
  let last = 0
  let current: RawId | undefined
  let resumed: RawId | undefined
  let isOwn = false
  /** The error that was reported last. It passes through several functions, but is reported once. */
  let reportedError: unknown

  const begin = (method: string): RawId => ({ id: ++last, method, ...(isOwn && { isOwn: true }) })
  function emit(call: RawId, detail: RawStepDetail): void {
    if (observe) observe({ ...call, at: performance.now(), ...detail })
  }
  function emitError(call: RawId, by: 'callback' | 'upsdk', error: unknown): void {
    if (error !== reportedError) emit(call, { type: 'threw', by, error })
    reportedError = error
  }
  function guarded(call: RawId, run: () => void, by: 'callback' | 'upsdk' = 'upsdk'): void {
    try {
      run()
    } catch (error) {
      emitError(call, by, error)
      throw error
    } finally {
      reportedError = undefined
    }
  }

  return {
    areObserved: !!observe,
    get current() {
      return current
    },
    callOf: (method) => (current?.method === method ? current : begin(method)),
    runOwn(run) {
      isOwn = true
      try {
        run()
      } finally {
        isOwn = false
      }
    },
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
      if (!observe || !call) return callback
      const told = (value: unknown, isIgnored = false) =>
        emit(call, { type: 'told', callback: name, value, ...(isIgnored && { isIgnored }) })
      // upsdk reads the kind of a function, so an `async` one has to stay one: it is run at a failure alone (H21).
      if (!run && isFunction(callback) && isAsync(callback))
        return new Proxy(callback, {
          apply(target, self, given: unknown[]) {
            told(given[0])
            return Reflect.apply(target, self, given)
          },
        })
      if (!run) return callback
      return (value: unknown) => {
        told(value, typeof value === 'string' && !run.length)
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
const isAsync = (value: unknown): boolean => ASYNC.test(Object.prototype.toString.call(value))

/** Reads the facts about a call's parameters. */
export function factsOfParams(params: unknown): Pick<RawCall, 'params' | 'callbacks' | 'asyncCallbacks'> {
  // A function in place of an object, as `pluginReady` takes it, gets the empty name.
  const given = isFunction(params) ? { '': params } : isObject(params) ? params : {}
  const names = Object.keys(given).filter((name) => isFunction(given[name]))
  return {
    params: withoutFunctions(params),
    callbacks: names.filter((name) => !isAsync(given[name])),
    asyncCallbacks: names.filter((name) => isAsync(given[name])),
  }
}
