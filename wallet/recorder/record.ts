import { createClock, createEnvironment, globalWindow, kitBehind } from '../../src/internals'
import { defineValue, isFunction, isObject, read, withoutFunctions } from '../../src/internalsWithoutDom'
import type { RawUpsdk, UpsdkWindow } from '../../src/types/window'
import { NOT_CALLS } from '../methods/methodTable'
import { shapeOf, shapeOfFailure } from '../trace/shape'
import { type Shape, TRACE_VERSION, type Trace, type TraceAnswer, type TraceCall } from '../trace/trace'

/** Methods whose callback upsdk runs once the bridge is up. */
const TELLS_READY = ['ready', 'pluginReady']
/** How many calls are kept at most: a long session must not fill the phone's memory. */
const MOST_CALLS = 500

/** A running recording. */
export interface Recording {
  /** Stops, restores everything, and returns what was recorded. */
  stop(): Trace
}

/** A recording that can be read while it runs. */
export interface ReadableRecording extends Recording {
  /** Returns what was recorded so far. */
  trace(): Trace
}

interface Draft extends TraceCall {
  answers: TraceAnswer[]
  thrown?: string
}

type Run = (...args: unknown[]) => unknown
type AddAnswer = (how: TraceAnswer['how'], value: Shape) => void

/** Does upsdk accept the value as a callback? It ignores `async` functions (H21). */
const isOrdinaryFunction = (value: unknown): value is Run =>
  isFunction(value) && Object.prototype.toString.call(value) === '[object Function]'

/** The names of JavaScript's own errors. Any other name could contain data. */
const ERRORS = ['TypeError', 'ReferenceError', 'RangeError', 'SyntaxError']
const kindOf = (error: unknown): string => ERRORS.filter((name) => read(error, 'name') === name)[0] || 'Error'

/**
 * Records raw upsdk: each call, and the shape of parameters and answers. Call it before the kit is made, and before or
 * after upsdk.js has run.
 *
 * @example const recording = record(); …; console.log(JSON.stringify(recording.stop()))
 */
export function record({ window = globalWindow() }: { window?: UpsdkWindow | undefined } = {}): Recording {
  if (!window) throw new TypeError('upsdk-kit: record() needs a window')
  return followUpsdk(window)
}

/** Records raw upsdk in a window. */
export function followUpsdk(there: UpsdkWindow): ReadableRecording {
  const clock = createClock(there)
  const startedAt = clock()
  const since = () => Math.round(clock() - startedAt)
  const calls: Draft[] = []
  let readyAfter: number | undefined
  let stopped = false
  /** The SDK file's own object. */
  let raw: RawUpsdk | undefined
  /** The value that the page reads: raw upsdk with recorded functions, or a kit, which calls those. */
  let shown: unknown
  /** The value that was written last. `stop` puts it back. */
  let written: unknown
  const before = Object.getOwnPropertyDescriptor(there, 'upsdk')

  /** Makes an object that behaves as raw upsdk, and records the calls of its functions. */
  const follow = (target: RawUpsdk): RawUpsdk => {
    const wrapped = new Map<string, { of: Run; by: Run }>()
    return new Proxy(target, {
      get(_target, name) {
        const value: unknown = Reflect.get(target, name)
        if (typeof name !== 'string' || !isFunction(value)) return value
        const known = wrapped.get(name)
        if (known?.of === value) return known.by
        const by = functionFor(name, value as Run, target)
        wrapped.set(name, { of: value as Run, by })
        return by
      },
    })
  }

  /** Makes the function that the page calls in place of one of upsdk's. */
  function functionFor(name: string, run: Run, target: RawUpsdk): Run {
    if (TELLS_READY.includes(name))
      return (callback) => run.call(target, isOrdinaryFunction(callback) ? whenReady(callback) : callback)
    if (NOT_CALLS.test(name)) return run
    return (...args) => recordCall(name, run, target, args)
  }

  /** Notes when upsdk first says that it is ready. */
  const whenReady = (callback: Run) => () => {
    readyAfter = readyAfter ?? since()
    callback()
  }

  /** Runs a method of upsdk, and records the call with its answers. */
  function recordCall(method: string, run: Run, target: RawUpsdk, [params, ...rest]: unknown[]): unknown {
    const draft: Draft = { method, at: since(), params: shapeOf(withoutFunctions(params)), answers: [] }
    if (calls.length < MOST_CALLS && !stopped) calls.push(draft)
    let isRunning = true
    const add = (how: TraceAnswer['how'], value: Shape) =>
      draft.answers.push({ how, after: since() - draft.at, ...(isRunning && { during: true }), value })
    try {
      return run.call(target, isObject(params) ? withFollowed(params, add) : params, ...rest)
    } catch (error) {
      draft.thrown = kindOf(error)
      throw error
    } finally {
      isRunning = false
    }
  }

  /**
   * Copies parameters, with recorded callbacks; the page's object stays unchanged. upsdk checks the kind of parameters
   * and callbacks, so the copy has the prototype of its original, and `async` functions are not recorded (H21).
   */
  function withFollowed(params: Record<string, unknown>, add: AddAnswer): object {
    const copy = Object.create(Object.getPrototypeOf(params)) as Record<string, unknown>
    for (const name of Object.keys(params)) {
      const value = params[name]
      const how = name === 'success' ? 'success' : name === 'fail' || name === 'cancel' ? 'fail' : undefined
      defineValue(copy, name, how && isOrdinaryFunction(value) ? followed(value, how, add) : value)
    }
    return copy
  }

  const followed =
    (callback: Run, how: TraceAnswer['how'], add: AddAnswer): Run =>
    (...args) => {
      add(how, how === 'fail' ? shapeOfFailure(args[0]) : shapeOf(args[0]))
      return callback(...args)
    }

  /** Takes what is written to `window.upsdk`. */
  const put = (value: unknown) => {
    // The SDK file reads `window.upsdk` and writes it back.
    if (value === shown) return
    const isUpsdk = isObject(value) || isFunction(value)
    shown = written = value
    if (isUpsdk && kitBehind(value)) return
    raw = value as RawUpsdk | undefined
    if (isUpsdk) shown = follow(value as unknown as RawUpsdk)
  }
  put(there.upsdk)
  Object.defineProperty(there, 'upsdk', {
    configurable: true,
    enumerable: true,
    get: () => shown,
    // The SDK file may come later.
    set: put,
  })

  function trace(): Trace {
    const { insideWallet, platform, ...more } = createEnvironment(there, () => raw).read()
    const api: unknown = raw?.jsApiList
    return {
      version: TRACE_VERSION,
      environment: { insideWallet, platform, ...withoutUndefined(more) },
      ...(readyAfter !== undefined && { readyAfter }),
      jsApiList: Array.isArray(api) ? api.filter((name): name is string => typeof name === 'string') : [],
      methods: Object.keys(raw || {}).filter((name) => isFunction(raw?.[name]) && !NOT_CALLS.test(name)),
      calls,
    }
  }

  return {
    trace,
    stop() {
      stopped = true
      const recorded = trace()
      if (before && 'value' in before) Object.defineProperty(there, 'upsdk', { ...before, value: written })
      else if (written)
        Object.defineProperty(there, 'upsdk', {
          value: written,
          configurable: true,
          enumerable: true,
          writable: true,
        })
      else Reflect.deleteProperty(there, 'upsdk')
      return recorded
    },
  }
}

function withoutUndefined<Value extends object>(value: Value): Value {
  const kept = { ...value } as Record<string, unknown>
  for (const name of Object.keys(kept)) if (kept[name] === undefined) delete kept[name]
  return kept as Value
}
