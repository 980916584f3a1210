import type { Clock } from '../clock'
import type { Reason } from '../codes/reasons'
import type { UpsdkError } from '../errors'
import type { Gate } from '../gate/gate'
import { noop, runSafely } from '../run'
import type { RawUpsdk, UpsdkWindow } from '../window'
import { busyKey, createBusy, type Hold } from './busy'
import {
  type Call,
  type Callback,
  type CallOptions,
  type Fail,
  type Slots,
  type Succeed,
  type Trouble,
  takeParams,
} from './call'
import { normalise } from './results'
import { lacks, sendCall } from './send'
import { runStandIn, type StandIn } from './standIn'
import { traitsOf } from './traits'

export interface InvokeParts {
  window: UpsdkWindow | undefined
  gate: Gate
  clock: Clock
  readyTimeout: number
  /** ms; undefined: what the traits of the method say. */
  callTimeout?: number
  /** Does someone want to hear of calls that succeed? */
  reports: boolean
  /** A call has been answered with success: the wallet is there. */
  answered(): void
  explain(call: Call, trouble: Trouble): UpsdkError
  /** The page's fallback for a call that fails in this way. */
  standIn?(call: Call, trouble: Trouble): StandIn | undefined
  /** A call has settled; the page does not know yet. */
  report(call: Call, error?: UpsdkError): void
  /** A call has failed, and the page knows. @param newest the number of the newest call */
  failed(call: Call, error: UpsdkError, trouble: Trouble, newest: number): void
}

export interface Invoke {
  call(method: string, params?: unknown, options?: CallOptions, slots?: Slots): Promise<unknown>
  /** Gives up all that is open; what comes later is given up at once. */
  destroy(): void
}

const DEFAULT_CALL_TIMEOUT = 15_000
/** ms after sending in which a method that may stay silent would have failed. */
const SILENCE = 1000
/** ms after sending in which something native may still cover the page. */
const BUSY_FOR = 3000
const PAYMENT_BUSY_FOR = 5000

/** One call, one settlement: whatever comes, and whatever comes twice. */
export function createInvoke(parts: InvokeParts): Invoke {
  const { window, gate, clock } = parts
  const busy = createBusy()
  const open = new Set<() => void>()
  let newest = 0
  let destroyed = false

  function begin(call: Call, params: unknown, resolve: Callback, reject: Callback): void {
    const undo: (() => void)[] = []
    const waiting: (() => void)[] = []
    let hold: Hold | undefined
    const settle = () => {
      if (call.settledAt !== undefined) return false
      call.settledAt = performance.now()
      open.delete(abort)
      for (const run of undo) run()
      for (const stop of waiting) stop()
      return true
    }
    const succeed: Succeed = (value, answered) => {
      if (!settle()) return
      if (answered) parts.answered()
      tellSuccess(call, value, resolve)
    }
    const fail: Fail = (trouble) => {
      if (call.settledAt !== undefined) return
      const standIn = parts.standIn && !call.stoodIn ? parts.standIn(call, trouble) : undefined
      if (standIn) return stepIn(standIn)
      if (settle()) afterwards(() => tellFailure(call, trouble, reject))
    }
    const stepIn = (standIn: StandIn) => {
      call.stoodIn = true
      for (const stop of waiting.splice(0)) stop()
      if (hold) hold.sent()
      limit(call, waiting, fail)
      const onEnd = (run: () => void) => {
        if (call.settledAt === undefined) undo.push(run)
        else run()
      }
      runStandIn(standIn, argument, onEnd, succeed, fail)
    }
    const abort = () => fail({ reason: 'aborted' })

    let argument: unknown
    try {
      argument = takeParams(call, params, window)
    } catch (raw) {
      return fail({ raw, thrown: true })
    }
    const { signal } = call.options
    if (destroyed || signal?.aborted) return abort()
    const held = holdBack(call, argument)
    if (held === 'busy') return fail({ reason: 'busy' })
    hold = held
    open.add(abort)
    if (hold) undo.push(hold.release)
    if (signal) {
      signal.addEventListener('abort', abort)
      undo.push(() => signal.removeEventListener('abort', abort))
    }
    const send = (raw: RawUpsdk) => {
      const lacking = lacks(raw, call.method)
      if (lacking) return fail(lacking)
      if (hold) hold.sent()
      call.sentAt = performance.now()
      sendCall(raw, call, argument, succeed, fail)
      if (call.settledAt === undefined && !call.stoodIn) waitForAnswer(call, waiting, succeed, fail)
    }
    const refuse = (reason: Reason, raw?: unknown) => fail({ reason, raw })
    undo.push(gate.enter({ send, refuse }, parts.readyTimeout))
  }

  function holdBack({ method, traits }: Call, argument: unknown): Hold | 'busy' | undefined {
    const key = traits.interactive ? busyKey(method, argument) : undefined
    if (!key) return undefined
    return busy.has(key) ? 'busy' : busy.hold(key, traits.payment ? PAYMENT_BUSY_FOR : BUSY_FOR)
  }

  function waitForAnswer(call: Call, waiting: (() => void)[], succeed: Succeed, fail: Fail): void {
    const { settles } = call.traits
    if (settles === 'never') return succeed()
    if (settles === 'silent') waiting.push(clock.after(SILENCE, succeed))
    limit(call, waiting, fail)
  }

  function limit({ traits, options }: Call, waiting: (() => void)[], fail: Fail): void {
    const usual = traits.limit === 0 ? 0 : (parts.callTimeout ?? traits.limit ?? DEFAULT_CALL_TIMEOUT)
    waiting.push(clock.after(options.timeout ?? usual, () => fail({ reason: 'timeout' })))
  }

  function tellSuccess(call: Call, value: unknown, resolve: Callback): void {
    const { success, complete } = call.callbacks
    const result = normalise(call.traits.gives, value)
    if (!success && !complete && !parts.reports) return resolve(result)
    afterwards(() => {
      parts.report(call)
      callBack(success, value)
      callBack(complete, value)
      resolve(result)
    })
  }

  function tellFailure(call: Call, trouble: Trouble, reject: Callback): void {
    const { fail, cancel, complete } = call.callbacks
    const pendingUpTo = newest
    const error = parts.explain(call, trouble)
    const told = trouble.answered ? trouble.raw : toFailure(error)
    parts.report(call, error)
    if (error.reason !== 'busy') callBack(fail || cancel, told)
    callBack(complete, told)
    reject(error)
    parts.failed(call, error, trouble, pendingUpTo)
  }

  return {
    call(name, params, options = {}, slots = {}) {
      const method = String(name)
      const traits = traitsOf(method)
      const call: Call = {
        id: ++newest,
        method,
        traits,
        options,
        slots,
        callbacks: {},
        startedAt: performance.now(),
      }
      const promise = new Promise<unknown>((resolve, reject) => begin(call, params, resolve, reject))
      // Nobody need catch what a callback was told, or what nobody asked to hear of.
      if (traits.quiet || Object.keys(call.callbacks).length) promise.catch(noop)
      return promise
    },
    destroy() {
      destroyed = true
      open.forEach((abort) => {
        abort()
      })
    },
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
