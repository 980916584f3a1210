import { stateOf, type UpsdkError } from '../failure/error'
import { reasons } from '../failure/reasons'
import { countAnswer, countShare, watchStatus } from '../gate/cordovaStatus'
import type { Gate, Waiting } from '../gate/gate'
import type { Heartbeat } from '../lib/heartbeat'
import { type Cleanups, createCleanups, lazy, noop, onAbort, runLater, runSafely } from '../lib/run'
import { nextId, sharedOf } from '../lib/shared'
import { defineValue, isObject } from '../lib/values'
import { version } from '../lib/version'
import type { CallOptions, CallRecord } from '../types/callOptions'
import type { CallOfFallback, FailedCall } from '../types/failedCall'
import type { Reason } from '../types/failure'
import type { RunFallback } from '../types/fallbacks'
import type { EmitStep, OutcomeDetail } from '../types/inspector'
import type { Trouble } from '../types/trouble'
import type { RawUpsdk, UpsdkWindow } from '../types/window'
import {
  createHold,
  type Hold,
  isReplaced,
  keyOf,
  markUnanswered,
  mayBePaid,
  NO_HOLD,
  payingNow,
} from './hold'
import { HOLD, REFUSES_IN, SILENCE, type Traits, traitsOf, UNANSWERED_AFTER } from './methods'
import {
  ABORTED,
  type Callback,
  type Callbacks,
  callBack,
  copyArgument,
  type EventCallbacks,
  NONE,
  REPLACED,
  takeCallbacks,
  toFail,
  toResult,
  validateCall,
} from './params'
import { offerNotice, type ShowNotice } from './unanswered'

/** Everything of the kit that calls use. */
interface CallRooms {
  readonly window: UpsdkWindow
  readonly heartbeat: Heartbeat<Waiting>
  readonly gate: Gate
  readonly emit: EmitStep
  readonly options: {
    onError?(error: UpsdkError): void
    onCall?(record: CallRecord): void
    /** The time limit in ms; without it the method's own limit applies. */
    readonly callTimeout?: number | null
    readonly translateFail?: boolean
    readonly notify?: unknown
  }
  /** Finds the page's fallback for a method. */
  readonly fallbackOf: (method: string) => RunFallback | undefined
  /** Makes the error of a failed call. Never throws. */
  explain(trouble: Trouble, call?: FailedCall): UpsdkError
  /** Shows failures, after the page's handlers have run. */
  readonly show: {
    failure(error: UpsdkError, call: FailedCall): void
    /** Prepares the dialog of a payment without an answer. Undefined if the page wants none. */
    notice(error: UpsdkError, call: FailedCall): ShowNotice | undefined
    /** Records that the wallet has answered, so that its own toast can be trusted. */
    noteAnswer(): void
  }
  /** Is the kit `window.upsdk`? Such a page uses no promises, so their rejections are not reported as unhandled. */
  isInPlace(): boolean
}

/** The state that all calls of a kit share. */
interface CallContext extends CallRooms {
  /** By hold key, the newest open call. It alone holds back others: each replaced the one before. */
  readonly newestAlike: Map<string, Call>
  /** Whether a callback of the page runs whose user was told that it fails. A payment would come as a surprise now. */
  isTooLateToPay?: boolean | undefined
}

/** Why a payment fails in a callback whose user was told that it is too late. */
const TOO_LATE: Trouble = { reason: 'ready-timeout' }

/** Options of a call that the page did not make, so its telemetry does not get it. */
export const NO_TELEMETRY: CallOptions = {}

/** The state of a call, with the fields that exist only in that state. */
type Phase =
  | { readonly state: 'waiting'; readonly argument: unknown }
  | {
      readonly state: 'sent'
      /** Kept only if a fallback may need it. A call without an answer must not keep the page's parameters. */
      readonly argument: unknown
      /** For a payment: checks at its answer that the bridge's last status can only be its own. */
      isOwnStatus?: () => boolean
      /** Whether upsdk's method has returned. What it answers before that, native has not seen. */
      isAwaited?: boolean | undefined
      /** Whether no answer by the deadline is a success. */
      silenceIsSuccess?: boolean
    }
  /** A fallback of the page runs in place of the wallet's method. */
  | { readonly state: 'fallback'; readonly argument?: undefined }
  | {
      readonly state: 'settled'
      readonly argument?: undefined
      /** Callbacks of a call that settled without an answer. They run if native answers later, as in upsdk. */
      readonly lateCallbacks?: Callbacks
    }

/** A call as it is asked for. */
interface CallRequest {
  readonly method: string
  readonly params?: unknown
  readonly options?: CallOptions | undefined
  readonly eventCallbacks?: EventCallbacks | undefined
  /** Runs once upsdk has it. */
  readonly onSent?: () => void
}

/** The calls of one kit, and the callbacks of `pluginReady`, which are reported as calls are. */
export interface Calls {
  /** Starts a call. @returns the promise for the page */
  start(request: CallRequest): Promise<unknown>
  /**
   * Runs a callback of `pluginReady`.
   *
   * @param isTold whether its user was told that it fails; it begins no payment then
   */
  runCallback(callback: () => unknown, isTold: boolean | undefined): void
  /**
   * Reports as failed a callback of `pluginReady` that waits since `startedAt`, by the kit's clock: to telemetry, and to
   * the user if they tapped for it.
   */
  failCallback(trouble: Trouble, startedAt: number, isTapped: unknown): void
}

export function createCalls(rooms: CallRooms): Calls {
  const context: CallContext = { ...rooms, newestAlike: new Map() }
  return {
    start: (request) => startCall(context, request),
    runCallback(callback, isTold) {
      context.isTooLateToPay = isTold
      runSafely(callback)
      context.isTooLateToPay = false
    },
    failCallback(trouble, startedAt, isTapped) {
      const call = new Call(context, { method: 'pluginReady' })
      call.startedAt = startedAt
      if (isTapped) {
        call.isTappedCallback = true
        call.traits = { ...call.traits, interactive: true }
      }
      release(call)
      context.emit(call, { type: 'called' })
      call.fail(trouble)
    },
  }
}

function startCall(context: CallContext, request: CallRequest): Promise<unknown> {
  const call = new Call(context, request)
  const promise = new Promise<unknown>((resolve, reject) => {
    call.resolve = resolve
    call.reject = reject
  })
  call.promise = promise
  try {
    begin(call, request.params)
  } catch (raw) {
    // Code of the page threw. The call still settles and ends its hold.
    try {
      call.fail({ raw, reason: 'system' })
    } catch (error) {
      call.reject(error)
    }
  }
  return promise
}

/** One call, until it settles: waiting → sent → settled. It settles exactly once. */
export class Call implements Waiting, CallOfFallback {
  readonly method: string
  readonly options: CallOptions
  readonly eventCallbacks: EventCallbacks
  readonly onSent: () => void
  due = Infinity
  phase: Phase = { state: 'waiting', argument: undefined }
  readonly id: number
  traits: Traits
  startedAt: number
  sentAt?: number
  /** Whether native has answered, perhaps after the call had settled. */
  answered?: boolean
  unconfirmedBefore?: boolean
  sayEarlier?: FailedCall['sayEarlier']
  /** Closes the dialog that has said that this payment has no answer. */
  closeNotice?(): void
  buttonReason?: Reason
  hasOwnStatus?: boolean
  isTappedCallback?: boolean
  wasAnsweredAtOnce?: boolean
  callbacks: Callbacks = NONE
  /** The promise for the page, and the functions that settle it. */
  promise?: Promise<unknown>
  declare resolve: Callback
  declare reject: Callback
  hold: Hold = NO_HOLD
  /** Equal for calls that hold back each other. '' for payments, since each holds back all others. */
  holdKey?: string
  /** Whether `onHoldEnd` will run or has run. */
  isHoldWatched?: boolean
  /** Stops the timer that reports a payment without an answer. */
  stopWatching = noop
  /** Removes listeners and a fallback's resources when the call ends. */
  cleanups?: Cleanups

  constructor(
    readonly context: CallContext,
    { method, options = NONE, eventCallbacks = NONE, onSent = noop }: CallRequest,
  ) {
    this.method = method
    this.options = options
    this.eventCallbacks = eventCallbacks
    this.onSent = onSent
    this.id = nextId(context.window)
    this.traits = traitsOf(method)
    this.startedAt = context.heartbeat.clock()
  }

  get state(): Phase['state'] {
    return this.phase.state
  }

  atEnd(run: () => void): void {
    ;(this.cleanups ||= createCleanups()).add(run)
  }

  send(raw: RawUpsdk): void {
    const { context, hold, method, traits } = this
    const { gate, heartbeat, window } = context
    const { argument } = this.phase
    // First, since code of the page may call the kit from here on, which sends everything that waits.
    const sent: Phase = { state: 'sent', argument: context.fallbackOf(method) && argument }
    this.phase = sent
    this.due = Infinity
    if (traits.payment && isReplaced(hold, window)) return this.fail(REPLACED)
    // While code of the page runs in getters and inspectors, no other payment begins.
    hold.setLeft(Infinity)
    const run = gate.methodOf(raw, method)
    if (!run) return this.fail({ reason: 'unsupported' })
    context.emit(this, { type: 'sent' })
    if (traits.payment) sent.isOwnStatus = watchStatus(window, heartbeat.clock, REFUSES_IN)
    // Code of the page may have given the call up. Then native gets nothing.
    if (this.phase !== sent) return
    if (traits.shares) countShare(window, heartbeat.clock)
    this.sentAt = heartbeat.clock()
    holdFor(this, traits.hold)
    try {
      if (isObject(argument)) this.addAnswers(argument)
      run.call(raw, argument)
    } catch (thrown) {
      // Native covers nothing, so a second tap may be sent. A payment may have been made, so its hold stays.
      if (!traits.payment) holdFor(this, 0)
      if (this.state === 'sent') this.fail({ raw: thrown, thrown: true })
    }
    this.onSent()
    if (this.state === 'sent') awaitAnswer(this)
  }

  /**
   * Adds the kit's callbacks to the argument that upsdk gets. They are ordinary functions: upsdk ignores `async` ones
   * (H21).
   */
  addAnswers(argument: Record<string, unknown>): void {
    const { eventCallbacks, traits } = this
    const isEvent = eventCallbacks.success
    for (const name of Object.keys(eventCallbacks)) defineValue(argument, name, eventCallbacks[name])
    if (traits.settles === 'never') return
    defineValue(
      argument,
      'success',
      (value: unknown) => void (isEvent?.(value) || onAnswer(this, 'success', value)),
    )
    defineValue(argument, 'fail', (raw: unknown) => onAnswer(this, 'fail', raw))
  }

  onDue(): void {
    const { phase, callbacks } = this
    if (phase.state === 'waiting') this.fail({ reason: this.context.gate.lateReason() })
    else if (phase.state === 'settled') forget(this)
    else if (phase.state === 'sent' && phase.silenceIsSuccess) {
      // Only the promise resolves. The page's callbacks wait for native's answer, as in upsdk.
      this.callbacks = NONE
      this.succeed()
      this.phase = { state: 'settled', lateCallbacks: callbacks }
    } else this.fail({ reason: 'timeout' })
  }

  succeed(value?: unknown): void {
    // Deferred: outside upsdk's callback, but before the page's `then` handlers.
    if (settle(this)) runLater(() => deliverSuccess(this, value))
  }

  fail(trouble: Trouble): void {
    if (this.state === 'settled') return
    const { context, method } = this
    // Made once, and outside upsdk's callback unless the choice of a fallback depends on its reason.
    const error = lazy(() => {
      const made = context.explain(trouble, this)
      if (made.code === 'c03' || made.code === 'c04') context.gate.unsupported.add(method)
      return made
    })
    const fallback = this.state === 'fallback' ? undefined : context.fallbackOf(method)
    if (fallback && reasons()[error().reason].fallback) useFallback(this, fallback, trouble)
    else if (settle(this)) runLater(() => deliverFailure(this, error()))
  }
}

function begin(call: Call, params: unknown): void {
  const { context, options, eventCallbacks, traits } = call
  const { signal, beforeSending } = options
  context.emit(call, { type: 'called' })
  let argument: unknown
  try {
    call.callbacks = takeCallbacks(params, traits.settles === 'never' ? eventCallbacks : NONE)
    argument = copyArgument(params, context.window, traits.numbersAsText)
  } catch (raw) {
    return call.fail({ raw, thrown: true })
  }
  call.phase = { state: 'waiting', argument }
  const trouble =
    context.gate.destroyed ||
    validateCall(params, options, traits) ||
    (traits.payment && context.isTooLateToPay && TOO_LATE) ||
    (traits.interactive && takeHold(call, argument))
  if (trouble) return call.fail(trouble)
  if (signal) call.atEnd(onAbort(signal, () => call.fail(ABORTED)))
  if (beforeSending) call.atEnd(onAbort(beforeSending, () => call.sentAt === undefined && call.fail(ABORTED)))
  if (call.state === 'waiting') context.gate.enter(call)
}

/** Makes an interactive call hold back others like it. @returns why it is held back itself, if it is */
function takeHold(call: Call, argument: unknown): Trouble | undefined {
  const { window, heartbeat, newestAlike, options } = call.context
  const { payment } = call.traits
  const key = payment ? '' : keyOf(call.method, argument)
  if (key === undefined) return undefined
  const earlier = newestAlike.get(key)
  const paying = payment && payingNow(window)
  if (paying) call.unconfirmedBefore = mayBePaid(paying)
  if (paying || (!payment && earlier?.hold.record.left())) return { reason: 'busy' }
  // Before the earlier one fails, since its page's signal may pay again.
  call.hold = createHold(window, heartbeat.clock, payment)
  call.holdKey = key
  newestAlike.set(key, call)
  // It still waits although its hold has ended. The new call replaces it, so that only one is sent.
  if (earlier?.state === 'waiting') earlier.fail(REPLACED)
  // The page of a call without messages could not be told why nothing happens, so the call is sent.
  if (payment && (call.options.notify ?? options.notify) !== false) {
    call.sayEarlier = sharedOf(window).unanswered?.()
    call.unconfirmedBefore = !!call.sayEarlier
  }
  return call.sayEarlier && { reason: 'busy' }
}

/** Sets for how many ms from now a call holds back others, and lets its page know when that ends. */
function holdFor(call: Call, ms: number): void {
  const { hold, context, options } = call
  hold.setLeft(ms)
  if (!hold.record.left() || !options.onHoldEnd || call.isHoldWatched) return
  call.isHoldWatched = true
  call.atEnd(context.heartbeat.after(hold.record.left, options.onHoldEnd))
}

/** Gets the time limit from sending to an answer, in ms; Infinity for none. */
const limitOf = ({ traits: { limit }, options, context }: Call): number =>
  (options.timeout ?? (limit && (context.options.callTimeout ?? limit))) || Infinity

function awaitAnswer(call: Call): void {
  const { phase, context } = call
  const { settles, payment } = call.traits
  if (settles === 'never') return call.succeed()
  const limit = limitOf(call)
  const silenceIsSuccess = settles === 'silent' && limit > SILENCE
  if (phase.state === 'sent') Object.assign(phase, { silenceIsSuccess, isAwaited: true })
  context.heartbeat.dueIn(call, silenceIsSuccess ? SILENCE : limit)
  if (payment) {
    offerNotice(call)
    call.stopWatching = context.heartbeat.after(UNANSWERED_AFTER, () => report(call, { type: 'unanswered' }))
  }
}

function onAnswer(call: Call, how: 'success' | 'fail', value: unknown): void {
  const { context, phase } = call
  const { emit, window } = context
  countAnswer(window)
  if (call.answered || phase.state === 'fallback') return
  call.answered = true
  call.stopWatching()
  if (phase.state !== 'sent') return onLateAnswer(call, how, value)
  call.wasAnsweredAtOnce = !phase.isAwaited
  call.hasOwnStatus = phase.isOwnStatus?.()
  if (how === 'success') call.succeed(value)
  else call.fail({ raw: value })
  // The call has settled: an inspector that gives it up now changes nothing.
  emit(call, { type: 'answered' })
}

function onLateAnswer(call: Call, how: 'success' | 'fail', value: unknown): void {
  const { phase } = call
  call.hold.setLeft(0)
  forget(call)
  const { success, fail, cancel, complete } = (phase.state === 'settled' && phase.lateCallbacks) || NONE
  runLater(() => {
    callBack(how === 'success' ? success : fail || cancel, value)
    callBack(complete, value)
  })
  if (call.traits.payment) report(call, { type: 'late' })
}

/** Runs the page's fallback instead of failing the call with `trouble`. */
function useFallback(call: Call, runFallback: RunFallback, trouble: Trouble): void {
  const { argument } = call.phase
  call.phase = { state: 'fallback' }
  call.context.gate.leave(call)
  holdFor(call, HOLD)
  call.context.heartbeat.dueIn(call, limitOf(call))
  runFallback(call, argument, trouble)
}

/** Ends a call. @returns false if it had settled before */
function settle(call: Call): boolean {
  if (call.state === 'settled') return false
  const { hold } = call
  call.phase = { state: 'settled' }
  call.cleanups?.end()
  // A call that was sent and has no answer still holds back a second one. Only native's answer or time ends that.
  if (call.sentAt === undefined || call.answered) hold.setLeft(0)
  else markUnanswered(hold)
  const msLeft = call.traits.payment ? 0 : hold.record.left()
  if (msLeft) call.context.heartbeat.dueIn(call, msLeft)
  else forget(call)
  return true
}

function forget(call: Call): void {
  const { context, holdKey } = call
  context.gate.leave(call)
  if (holdKey !== undefined && context.newestAlike.get(holdKey) === call) context.newestAlike.delete(holdKey)
}

/** Drops what belongs to the page, since native may keep the kit's callbacks and with them this call. */
function release(call: Call): void {
  call.callbacks = NONE
  call.promise = undefined
  call.resolve = call.reject = noop
}

/** Reports a step to the inspectors, then the outcome to the page's `onError` and `onCall`. */
function report(call: Call, step: OutcomeDetail, error?: UpsdkError): void {
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
function deliverSuccess(call: Call, value: unknown): void {
  const { answered, callbacks, context } = call
  if (answered) context.show.noteAnswer()
  if (call.traits.configures) context.gate.setOpened(true)
  call.closeNotice?.()
  report(call, { type: 'settled', outcome: 'success' })
  callBack(callbacks.success, value)
  callBack(callbacks.complete, value)
  call.resolve(toResult(call.traits.gives, value))
  release(call)
}

/** Reports a failure, runs the page's callbacks and rejects its promise, then shows it unless the page took over. */
function deliverFailure(call: Call, error: UpsdkError): void {
  const { context, answered, traits } = call
  const { code, reason, hint, explanation } = error
  const { description, presentation } = explanation
  const { fail, cancel, complete } = call.callbacks
  const argument = toFail(error, answered, context.options.translateFail)
  const state = stateOf(error)
  const { cause } = state
  if (call.closeNotice) {
    // The user has been told.
    state.presented = true
    // The payment needs no confirming any more.
    if (presentation === 'none') call.closeNotice()
  }
  report(call, { type: 'settled', outcome: reason, code, cause, hint, description }, error)
  if (reason !== 'busy' || call.unconfirmedBefore) callBack(fail || cancel, argument)
  callBack(complete, argument)
  // The page's error reporting needs no unhandled rejection for these.
  if (fail || cancel || traits.quiet || reasons()[reason].unreported || context.isInPlace())
    call.promise?.catch(noop)
  call.reject(error)
  context.show.failure(error, call)
  release(call)
}
