import type { Clock } from '../clock'
import type { Reason } from '../codes/reasons'
import type { UpsdkError } from '../errors'
import type { Gate } from '../gate/gate'
import { hasMethod } from '../gate/raw'
import { isFunction, isObject, noop, runSafely } from '../run'
import type { Actions } from '../ui/presenter'
import { copyParams, type RawUpsdk, type UpsdkWindow } from '../window'
import { busyKey, type createBusy } from './busy'
import { normalise } from './results'
import { type Traits, traitsOf } from './traits'

/** What a page may say of one call. */
export interface CallOptions {
  /** ms from sending to an answer, in place of `callTimeout`; 0 or Infinity: none. */
  timeout?: number
  /** Gives the call up: it rejects with `aborted`, and is not sent where it has not been. */
  signal?: AbortSignal
  /** Show a failure? In place of the instance's `notify`. */
  notify?: boolean
  /** Buttons of this call's dialogs, before the instance's. */
  actions?: Actions
}

type Callback = (value: unknown) => void
const CALLBACKS = ['success', 'fail', 'cancel', 'complete'] as const
type Callbacks = { [Name in (typeof CALLBACKS)[number]]?: Callback }

/** One call, from the page to its settlement. */
export interface Call {
  readonly id: number
  readonly method: string
  readonly traits: Traits
  readonly options: CallOptions
  readonly callbacks: Callbacks
  /** Times of `performance.now()`. */
  readonly startedAt: number
  sentAt?: number
  settledAt?: number
}

/** Why a call fails: a reason of the kit's own, what upsdk gave to `fail`, or what it threw. */
export interface Trouble {
  reason?: Reason
  raw?: unknown
  /** `raw` came through `fail`. */
  answered?: boolean
  /** `raw` was thrown. */
  thrown?: boolean
}

export interface InvokeParts {
  window: UpsdkWindow | undefined
  gate: Gate
  clock: Clock
  busy: ReturnType<typeof createBusy>
  readyTimeout: number
  /** ms; undefined: what the traits of the method say. */
  callTimeout?: number
  /** Does someone want to hear of calls that succeed? */
  reports: boolean
  isDestroyed(): boolean
  /** A call has been answered with success: the wallet is there. */
  answered(): void
  /** A call has settled. */
  report(call: Call, error?: UpsdkError): void
  explain(call: Call, trouble: Trouble): UpsdkError
  /** The page had its turn with the error. */
  failed(call: Call, error: UpsdkError, trouble: Trouble): void
}

export interface Invoke {
  (method: string, params?: unknown, options?: CallOptions): Promise<unknown>
  /** Gives up all that is open. */
  abortAll(): void
}

const DEFAULT_CALL_TIMEOUT = 15_000
/** ms after sending in which a method that may stay silent would have failed. */
const SILENCE = 1000
/** ms after sending in which something native may still cover the page. */
const BUSY_FOR = 3000
const PAYMENT_BUSY_FOR = 5000

/** One call, one settlement: whatever comes, and whatever comes twice. */
export function createInvoke(parts: InvokeParts): Invoke {
  const { window, gate, clock, busy } = parts
  const open = new Set<() => void>()
  let lastId = 0

  function invoke(method: string, params?: unknown, options: CallOptions = {}): Promise<unknown> {
    const call: Call = {
      id: ++lastId,
      method,
      traits: traitsOf(method),
      options,
      callbacks: {},
      startedAt: performance.now(),
    }
    const promise = new Promise<unknown>((resolve, reject) => begin(call, params, resolve, reject))
    // Nobody need catch what a callback was told, or what nobody asked to hear of.
    if (call.traits.quiet || Object.keys(call.callbacks).length) promise.catch(noop)
    return promise
  }

  function begin(call: Call, params: unknown, resolve: Callback, reject: Callback): void {
    const undo: (() => void)[] = []

    function settle(): boolean {
      if (call.settledAt !== undefined) return false
      call.settledAt = performance.now()
      open.delete(abort)
      for (const run of undo) run()
      return true
    }
    function succeed(value?: unknown, answered?: boolean): void {
      if (!settle()) return
      if (answered) parts.answered()
      const result = normalise(call.traits.gives, value)
      const { success, complete } = call.callbacks
      if (!success && !complete && !parts.reports) return resolve(result)
      afterwards(() => {
        parts.report(call)
        callBack(success, value)
        callBack(complete, value)
        resolve(result)
      })
    }
    function fail(trouble: Trouble): void {
      if (!settle()) return
      afterwards(() => {
        const error = parts.explain(call, trouble)
        const told = trouble.answered ? trouble.raw : toFailure(error)
        parts.report(call, error)
        if (error.reason !== 'busy') callBack(call.callbacks.fail || call.callbacks.cancel, told)
        callBack(call.callbacks.complete, told)
        reject(error)
        parts.failed(call, error, trouble)
      })
    }
    const abort = () => fail({ reason: 'aborted' })
    const refuse = (reason: Reason, raw?: unknown) => fail({ reason, raw })

    const argument = prepare(call, params, fail)
    if (call.settledAt !== undefined) return
    if (parts.isDestroyed()) return abort()
    open.add(abort)
    const { signal } = call.options
    if (signal?.aborted) return abort()
    if (signal) {
      signal.addEventListener('abort', abort)
      undo.push(() => signal.removeEventListener('abort', abort))
    }
    const hold = holdBack(call, argument, undo)
    if (hold === 'busy') return fail({ reason: 'busy' })
    const send = (raw: RawUpsdk) => {
      if (!hasMethod(raw, call.method)) return refuse('unsupported')
      if (hold) hold.sent()
      call.sentAt = performance.now()
      sendTo(raw, call, withAnswers(call, argument, succeed, fail), fail)
      waitForAnswer(call, undo, succeed, fail)
    }
    undo.push(gate.enter({ send, refuse }, parts.readyTimeout))
  }

  /** Takes a copy of the parameters, and the callbacks out of it. */
  function prepare(call: Call, params: unknown, fail: (trouble: Trouble) => void): unknown {
    if (typeof params === 'string') return params
    try {
      const copy = copyParams(window, isObject(params) ? params : {})
      for (const name of CALLBACKS) {
        const callback = copy[name]
        if (isFunction(callback)) call.callbacks[name] = callback
        delete copy[name]
      }
      return copy
    } catch (raw) {
      fail({ raw, thrown: true })
    }
  }

  function holdBack(call: Call, argument: unknown, undo: (() => void)[]) {
    const key = call.traits.interactive ? busyKey(call.method, argument) : undefined
    if (!key) return undefined
    if (busy.has(key)) return 'busy'
    const hold = busy.hold(key, call.traits.payment ? PAYMENT_BUSY_FOR : BUSY_FOR)
    undo.push(hold.release)
    return hold
  }

  function waitForAnswer(
    call: Call,
    undo: (() => void)[],
    succeed: () => void,
    fail: (trouble: Trouble) => void,
  ): void {
    if (call.settledAt !== undefined) return
    const { settles, limit } = call.traits
    const usual = limit === 0 ? 0 : (parts.callTimeout ?? limit ?? DEFAULT_CALL_TIMEOUT)
    if (settles === 'never') return succeed()
    if (settles === 'silent') undo.push(clock.after(SILENCE, succeed))
    undo.push(clock.after(call.options.timeout ?? usual, () => fail({ reason: 'timeout' })))
  }

  return Object.assign(invoke, {
    abortAll() {
      open.forEach((abort) => {
        abort()
      })
    },
  })
}

/** The parameters with the kit's own callbacks: ordinary functions, since upsdk ignores `async` ones (H21). */
function withAnswers(
  call: Call,
  argument: unknown,
  succeed: (value: unknown, answered: boolean) => void,
  fail: (trouble: Trouble) => void,
): unknown {
  if (isObject(argument) && call.traits.settles !== 'never') {
    argument.success = (value: unknown) => succeed(value, true)
    argument.fail = (raw: unknown) => fail({ raw, answered: true })
  }
  return argument
}

function sendTo(raw: RawUpsdk, call: Call, argument: unknown, fail: (trouble: Trouble) => void): void {
  try {
    ;(raw[call.method] as (argument: unknown) => void)(argument)
  } catch (thrown) {
    fail({ raw: thrown, thrown: true })
  }
}

/** After upsdk's own code, before the reactions of the promise that is settled in it. */
function afterwards(run: () => void): void {
  Promise.resolve().then(run)
}

function callBack(callback: Callback | undefined, value: unknown): void {
  if (callback) runSafely(() => callback(value))
}

/** What `fail` gets where upsdk said nothing: under the names that old code reads. */
function toFailure({ code, reason, message }: UpsdkError) {
  return { errcode: code || reason, errmsg: message, code: code || reason, msg: message }
}
