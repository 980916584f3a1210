/** Tells the page about a call: steps for inspectors, telemetry, callbacks, and its promise. */
import { stateOf, type UpsdkError } from '../failure/error'
import { reasons } from '../failure/reasons'
import type { Timers } from '../lib/heartbeat'
import { noop } from '../lib/run'
import { version } from '../lib/version'
import type { CallOptions, CallRecord } from '../types/callOptions'
import type { FailedCall, ShowUnanswered } from '../types/failedCall'
import type { EmitStep, OutcomeDetail } from '../types/inspector'
import type { Traits } from './methods'
import { type Callback, type Callbacks, callBack, NONE, toFail, toResult } from './params'
import type { Payment } from './payment'

/** Everything of the kit that reports use. */
export interface ReportRooms {
  readonly heartbeat: Timers
  readonly emit: EmitStep
  readonly gate: { setOpened(isOpened: boolean): void }
  readonly options: {
    onError?(error: UpsdkError): void
    onCall?(record: CallRecord): void
    readonly translateFail?: boolean
  }
  /** Shows failures, after the page's handlers have run. */
  readonly show: {
    /** Is the kit going to show it, unless the page prevents that? */
    willShow(error: UpsdkError, call: FailedCall): boolean
    /**
     * @param showEarlier shows an earlier payment in its place
     * @param onPlaced runs once its message is on screen, waits for its turn, or is not shown
     */
    failure(error: UpsdkError, call: FailedCall, showEarlier?: ShowUnanswered, onPlaced?: () => void): void
    /** Records that the wallet has answered, so that its own toast can be trusted. */
    noteAnswer(): void
  }
  /** Is the kit `window.upsdk`? Such a page uses no promises, so their rejections are not reported as unhandled. */
  isInPlace(): boolean
}

/** A call, with the callbacks and the promise that give the page its outcome. */
interface ReportedCall extends FailedCall {
  readonly context: ReportRooms
  readonly traits: Traits
  readonly options: CallOptions
  readonly payment?: Payment | undefined
  callbacks: Callbacks
  promise?: Promise<unknown> | undefined
  resolve: Callback
  reject: Callback
}

/** Options of a call that the page did not make, so its telemetry does not get it. */
export const NO_TELEMETRY: CallOptions = {}

/** Drops what belongs to the page, since native may keep the kit's callbacks and with them this call. */
export function release(call: ReportedCall): void {
  call.callbacks = NONE
  call.promise = undefined
  call.resolve = call.reject = noop
}

/** Reports a step to the inspectors, then the outcome to the page's `onError` and `onCall`. */
export function report(call: ReportedCall, step: OutcomeDetail, error?: UpsdkError): void {
  const { context, method, options, sentAt, startedAt } = call
  context.emit(call, step)
  if (options === NO_TELEMETRY) return
  const { onCall, onError } = context.options
  if (error) callBack(onError, error)
  const now = context.heartbeat.clock()
  const until = sentAt ?? now
  callBack(onCall, {
    method,
    waited: until - startedAt,
    took: now - until,
    outcome: step.type === 'settled' ? step.outcome : step.type,
    code: error?.code,
    sent: error ? error.sent : sentAt !== undefined,
    version,
  })
}

/** Reports a success, then runs the page's callbacks and resolves its promise. */
export function deliverSuccess(call: ReportedCall, value: unknown): void {
  const { answered, callbacks, context, payment, traits } = call
  if (answered) context.show.noteAnswer()
  if (traits.configures) context.gate.setOpened(true)
  payment?.closeNotice?.()
  report(call, { type: 'settled', outcome: 'success' })
  callBack(callbacks.success, value)
  callBack(callbacks.complete, value)
  call.resolve(toResult(traits.gives, value))
  release(call)
}

/** Reports a failure, runs the page's callbacks and rejects its promise, then shows it unless the page took over. */
export function deliverFailure(call: ReportedCall, error: UpsdkError): void {
  const { context, answered, payment, traits } = call
  const { show, heartbeat } = context
  const { code, reason, hint, explanation } = error
  const { description, presentation } = explanation
  const { fail, cancel, complete } = call.callbacks
  const argument = toFail(error, answered, context.options.translateFail)
  const state = stateOf(error)
  if (payment?.closeNotice) {
    // The notice has already informed the user.
    state.presented = true
    // The payment needs no confirming any more.
    if (presentation === 'none') payment.closeNotice()
  }
  /** Lets the next payment begin, after a failure that native has answered with. */
  const endHold = () => answered && payment?.hold.setLeft(0)
  if (!error.sent || !show.willShow(error, call)) endHold()
  report(call, { type: 'settled', outcome: reason, code, cause: state.cause, hint, description }, error)
  if (reason !== 'busy' || payment?.unconfirmedBefore) callBack(fail || cancel, argument)
  callBack(complete, argument)
  // An unhandled rejection of these would only disturb the page's error reporting.
  if (fail || cancel || traits.quiet || reasons()[reason].unreported || context.isInPlace())
    call.promise?.catch(noop)
  call.reject(error)
  // After the page's turn, long before a message would be on screen.
  if (payment && answered) heartbeat.after(0, () => state.prevented && endHold())
  show.failure(error, call, payment?.showEarlier, endHold)
  release(call)
}
