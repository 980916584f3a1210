import type { Clock } from '../clock'
import type { UpsdkError } from '../errors'
import type { Gate } from '../gate/gate'
import { noop, runSafely } from '../run'
import type { UpsdkWindow } from '../window'
import { createBusy } from './busy'
import {
  type Call,
  type Callback,
  type CallOptions,
  NO_CALLBACKS,
  NO_SLOTS,
  type Slots,
  type Trouble,
} from './call'
import { OpenCall, type Workshop } from './openCall'
import { normalise } from './results'
import type { StandIn } from './standIn'
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
  /** The time for reports, in ms. */
  now(): number
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

const NO_OPTIONS: CallOptions = {}

/** Makes calls, and tells the page what became of each: callbacks first, then the promise. */
export function createInvoke(parts: InvokeParts): Invoke {
  const shared: Workshop = {
    ...parts,
    busy: createBusy(),
    open: new Set(),
    destroyed: false,
    newest: 0,
    succeeded(call, value) {
      const { success, complete } = call.callbacks
      const result = normalise(call.traits.gives, value)
      if (!success && !complete && !parts.reports) return call.resolve(result)
      afterwards(() => {
        parts.report(call)
        callBack(success, value)
        callBack(complete, value)
        call.resolve(result)
      })
    },
    failed: (call, trouble) => afterwards(() => tellFailure(call, trouble)),
  }

  function tellFailure(call: OpenCall, trouble: Trouble): void {
    const { fail, cancel, complete } = call.callbacks
    const pendingUpTo = shared.newest
    const error = parts.explain(call, trouble)
    const told = trouble.answered ? trouble.raw : toFailure(error)
    parts.report(call, error)
    if (error.reason !== 'busy') callBack(fail || cancel, told)
    callBack(complete, told)
    // Nobody need catch what a callback was told, or what nobody asked to hear of.
    if (call.traits.quiet || call.callbacks !== NO_CALLBACKS) call.promise?.catch(noop)
    call.reject(error)
    parts.failed(call, error, trouble, pendingUpTo)
  }

  return {
    call(method, params, options, slots = NO_SLOTS) {
      const call = new OpenCall(shared, method, traitsOf(method), options || NO_OPTIONS, slots)
      call.promise = new Promise<unknown>((resolve, reject) => {
        call.resolve = resolve
        call.reject = reject
        call.begin(params)
      })
      return call.promise
    },
    destroy() {
      shared.destroyed = true
      shared.open.forEach((call) => {
        call.abort()
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
