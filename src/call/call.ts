import type { UpsdkError } from '../failure/error'
import { reasons } from '../failure/reasons'
import { countAnswer, countShare } from '../gate/cordovaStatus'
import type { Gate, Waiting } from '../gate/gate'
import type { Heartbeat } from '../lib/heartbeat'
import { type Cleanups, createCleanups, lazy, noop, onAbort, runLater, runSafely } from '../lib/run'
import { nextId } from '../lib/shared'
import { isTapActive } from '../lib/userActivation'
import { defineValue, isObject } from '../lib/values'
import type { CallOptions } from '../types/callOptions'
import type { CallOfFallback, FailedCall } from '../types/failedCall'
import type { Reason } from '../types/failure'
import type { RunFallback } from '../types/fallbacks'
import type { Trouble } from '../types/trouble'
import type { RawUpsdk, UpsdkWindow } from '../types/window'
import { createHold, type Hold, keyOf, NO_HOLD } from './hold'
import { HOLD, SILENCE, type Traits, traitsOf } from './methods'
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
  validateCall,
} from './params'
import {
  answerPayment,
  awaitPayment,
  BUSY,
  beginPayment,
  endPayment,
  isReplaced,
  type Payment,
  type PaymentRooms,
  TOO_LATE,
  watchPaymentStatus,
} from './payment'
import { deliverFailure, deliverSuccess, type ReportRooms, release, report } from './report'

/** Everything of the kit that calls use. */
interface CallRooms extends ReportRooms {
  readonly window: UpsdkWindow
  readonly heartbeat: Heartbeat<Waiting>
  readonly gate: Gate
  readonly options: ReportRooms['options'] & {
    /** The time limit in ms; without it the method's own limit applies. */
    readonly callTimeout?: number | null
    readonly notify?: unknown
  }
  /** Finds the page's fallback for a method. */
  readonly fallbackOf: (method: string) => RunFallback | undefined
  /** Makes the error of a failed call. Never throws. */
  explain(trouble: Trouble, call?: FailedCall): UpsdkError
  readonly show: ReportRooms['show'] & PaymentRooms['show']
}

/** The state that all calls of a kit share. */
interface CallContext extends CallRooms {
  /** The newest open call of each hold key. Only the newest holds back others, since it replaced the one before. */
  readonly newestAlike: Map<string, Call>
  /** Is a callback running that `runTooLate` runs? */
  isTooLate?: boolean
}

/** The state of a call, with the fields that exist only in that state. */
type Phase =
  | { readonly state: 'waiting'; readonly argument: unknown }
  | {
      readonly state: 'sent'
      /** Kept only if a fallback may need it. A call without an answer must not keep the page's parameters. */
      readonly argument: unknown
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

/** The calls of one kit, and what is reported as calls are. */
export interface Calls {
  /** Starts a call. @returns the promise for the page */
  start(request: CallRequest): Promise<unknown>
  /** Runs a callback after the user was shown that the wallet does not respond. Payments that it starts are refused. */
  runTooLate(callback: () => unknown): void
  /**
   * Reports as failed that the page waits for upsdk: to telemetry, and to the user if they tapped for it.
   *
   * @param startedAt when it began to wait, in ms of the heartbeat's clock
   */
  failWaiting(trouble: Trouble, startedAt: number, isTapped: boolean): UpsdkError
}

export function createCalls(rooms: CallRooms): Calls {
  const context: CallContext = { ...rooms, newestAlike: new Map() }
  return {
    start: (request) => startCall(context, request),
    runTooLate(callback) {
      context.isTooLate = true
      runSafely(callback)
      context.isTooLate = false
    },
    failWaiting(trouble, startedAt, isTapped) {
      const call = new Call(context, { method: 'pluginReady' })
      Object.assign(call, { startedAt, isTapped })
      release(call)
      context.emit(call, { type: 'called' })
      const error = context.explain(trouble, call)
      if (settle(call)) runLater(() => deliverFailure(call, error))
      return error
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
  buttonReason?: Reason
  readonly isTapped: boolean
  /** Its state as a payment. */
  readonly payment?: Payment | undefined
  wasAnsweredAtOnce?: boolean
  callbacks: Callbacks = NONE
  /** The promise for the page, and the functions that settle it. */
  promise?: Promise<unknown>
  declare resolve: Callback
  declare reject: Callback
  hold: Hold
  /** Equal for calls that hold back each other. '' for payments, since each holds back all others. */
  holdKey?: string
  /** Whether `onHoldEnd` will run or has run. */
  isHoldWatched?: boolean
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
    const { payment, interactive, quiet } = this.traits
    // Failures of interactive methods are always shown and those of quiet ones never, whether or not the user tapped.
    this.isTapped = !interactive && !quiet && isTapActive(context.window)
    this.hold = payment ? createHold(context.heartbeat.clock) : NO_HOLD
    if (payment) this.payment = { hold: this.hold }
  }

  get state(): Phase['state'] {
    return this.phase.state
  }

  atEnd(run: () => void): void {
    ;(this.cleanups ||= createCleanups()).add(run)
  }

  send(raw: RawUpsdk): void {
    const { context, hold, method, payment, traits } = this
    const { gate, heartbeat, window } = context
    const { argument } = this.phase
    // Set first: code of the page may call the kit from here on, and the kit then sends everything that waits.
    const sent: Phase = { state: 'sent', argument: context.fallbackOf(method) && argument }
    this.phase = sent
    this.due = Infinity
    if (payment && isReplaced(payment, window)) return this.fail(REPLACED)
    // While code of the page runs in getters and inspectors, no other payment begins.
    hold.setLeft(Infinity)
    const run = gate.methodOf(raw, method)
    if (!run) return this.fail({ reason: 'unsupported' })
    context.emit(this, { type: 'sent' })
    if (payment) watchPaymentStatus(payment, context)
    // Code of the page may have aborted the call. Then native gets nothing.
    if (this.phase !== sent) return
    if (traits.shares) countShare(window, heartbeat.clock)
    this.sentAt = heartbeat.clock()
    holdFor(this, traits.hold)
    try {
      if (isObject(argument)) this.addAnswers(argument)
      run.call(raw, argument)
    } catch (thrown) {
      // Native covers nothing, so a second tap may be sent. A payment may have been made, so its hold stays.
      if (!payment) holdFor(this, 0)
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
    else if (settle(this, true)) runLater(() => deliverFailure(this, error()))
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
    (traits.payment && context.isTooLate && TOO_LATE) ||
    (traits.interactive && takeHold(call, argument))
  if (trouble) return call.fail(trouble)
  if (signal) call.atEnd(onAbort(signal, () => call.fail(ABORTED)))
  if (beforeSending) call.atEnd(onAbort(beforeSending, () => call.sentAt === undefined && call.fail(ABORTED)))
  if (call.state === 'waiting') context.gate.enter(call)
}

/** Makes an interactive call hold back others like it. @returns why it is held back itself, if it is */
function takeHold(call: Call, argument: unknown): Trouble | undefined {
  const { payment, context, options } = call
  const { heartbeat, newestAlike, window } = context
  const key = payment ? '' : keyOf(call.method, argument)
  if (key === undefined) return undefined
  const earlier = newestAlike.get(key)
  // If messages are off, the user would not learn why nothing happens, so the call is sent.
  const isShown = (options.notify ?? context.options.notify) !== false
  // Checked before the earlier call fails: a listener to that failure may pay again.
  const heldBack = payment ? beginPayment(payment, window, isShown) : earlier?.hold.record.left() && BUSY
  if (heldBack) return heldBack
  if (!payment) call.hold = createHold(heartbeat.clock)
  call.holdKey = key
  newestAlike.set(key, call)
  // The hold of the earlier call has ended, but it still waits. The new call replaces it, so that only one is sent.
  if (earlier?.state === 'waiting') earlier.fail(REPLACED)
  return undefined
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
  const { payment, phase, context } = call
  const { settles } = call.traits
  if (settles === 'never') return call.succeed()
  const limit = limitOf(call)
  const silenceIsSuccess = settles === 'silent' && limit > SILENCE
  if (phase.state === 'sent') Object.assign(phase, { silenceIsSuccess, isAwaited: true })
  context.heartbeat.dueIn(call, silenceIsSuccess ? SILENCE : limit)
  if (payment) awaitPayment(payment, call, context, () => report(call, { type: 'unanswered' }))
}

function onAnswer(call: Call, how: 'success' | 'fail', value: unknown): void {
  const { context, phase } = call
  const { emit, window } = context
  countAnswer(window)
  if (call.answered || phase.state === 'fallback') return
  call.answered = true
  if (call.payment) answerPayment(call.payment)
  if (phase.state !== 'sent') return onLateAnswer(call, how, value)
  call.wasAnsweredAtOnce = !phase.isAwaited
  if (how === 'success') call.succeed(value)
  else call.fail({ raw: value })
  // The call has settled, so an inspector that aborts it now changes nothing.
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
  if (call.payment) report(call, { type: 'late' })
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
function settle(call: Call, isFailure?: boolean): boolean {
  if (call.state === 'settled') return false
  const { answered, hold, payment, sentAt } = call
  call.phase = { state: 'settled' }
  call.cleanups?.end()
  // A call that was sent and has no answer still holds back a second one. Only native's answer or time ends that.
  const isUnanswered = sentAt !== undefined && !answered
  if (payment) endPayment(payment, call.context.window, isUnanswered, !!(answered && isFailure))
  else if (!isUnanswered) hold.setLeft(0)
  const msLeft = payment ? 0 : hold.record.left()
  if (msLeft) call.context.heartbeat.dueIn(call, msLeft)
  else forget(call)
  return true
}

function forget(call: Call): void {
  const { context, holdKey } = call
  context.gate.leave(call)
  if (holdKey !== undefined && context.newestAlike.get(holdKey) === call) context.newestAlike.delete(holdKey)
}
