import { stateOf, type UpsdkError } from '../failure/error'
import { reasons } from '../failure/reasons'
import type { Gate, Question, Waiting } from '../gate/gate'
import { countAnswer, countShare, watchStatus } from '../gate/upsdk'
import type { Heartbeat } from '../lib/heartbeat'
import { createEndings, type Endings, lazy, noop, onAbort, runLater } from '../lib/run'
import { nextId } from '../lib/shared'
import { isObject } from '../lib/values'
import { version } from '../lib/version'
import type { CallOptions, CallRecord } from '../types/callOptions'
import type { FailedCall, ReplacedCall } from '../types/failedCall'
import type { Reason } from '../types/failure'
import type { RunFallback } from '../types/fallbacks'
import type { EmitStep, OutcomeDetail } from '../types/inspector'
import type { ToastOptions } from '../types/presenter'
import type { Trouble } from '../types/trouble'
import type { RawUpsdk, UpsdkWindow } from '../types/window'
import { createHold, giveUp, type Hold, isReplaced, keyOf, mayBePaid, payingNow } from './hold'
import { HOLD, limitOf, REFUSES_IN, SILENCE, type Traits, traitsOf, UNANSWERED_AFTER } from './methods'
import {
  type Callback,
  type Callbacks,
  callBack,
  copyArgument,
  GIVEN_UP,
  NONE,
  REPLACED,
  type Slots,
  takeCallbacks,
  toFail,
  toResult,
  validateCall,
} from './params'

/** What a call needs of its kit. */
export interface CallContext {
  readonly window: UpsdkWindow
  readonly heartbeat: Heartbeat<Call | Question>
  readonly gate: Gate
  readonly emit: EmitStep
  readonly options: {
    onError?(error: UpsdkError): void
    onCall?(record: CallRecord): void
    /** ms; without it the traits of the method say. */
    readonly callTimeout?: number | null
    readonly translateFail?: boolean
  }
  /** The page's fallback for a method; undefined if the page has no fallbacks. */
  readonly fallbackOf?: (method: string) => RunFallback | undefined
  /** Makes the error of a failed call. Never throws. */
  explain(trouble: Trouble, call?: FailedCall): UpsdkError
  /** Runs after a call was handed over to upsdk. */
  wasSent(method: string): void
  /** Where a failure goes, once the page knows of it. */
  readonly show: {
    failure(error: UpsdkError, call: FailedCall): void
    /** A success of the wallet's is noted here: its own toast can be trusted then. */
    readonly about: Pick<ToastOptions, 'walletAnswers'>
  }
  /** Is the kit `window.upsdk`? A page that never had promises does not hear of their rejections. */
  isInPlace(): boolean
}

/** Options of a call that the page has not made: its telemetry does not hear of it. */
export const UNREPORTED: CallOptions = {}

/** How far a call is, with what exists only then. */
type Phase =
  | { readonly state: 'waiting'; readonly argument: unknown }
  | {
      readonly state: 'sent'
      /** Kept only if a fallback may need it: a lost answer must not keep a page's parameters. */
      readonly argument: unknown
      /** Tells, when a payment is answered, whether no other call can have left the bridge's last status behind. */
      readonly isOwnStatus: (() => boolean) | undefined
      /** No answer by its deadline is a success. */
      silenceIsSuccess?: boolean
    }
  | { readonly state: 'replaced' }
  | {
      readonly state: 'settled'
      /** If it has settled by silence: they run if native answers after all, as in upsdk. */
      readonly lateCallbacks?: Callbacks
    }

/** Makes a call. @returns what the page gets */
export function startCall(
  context: CallContext,
  method: string,
  params?: unknown,
  options: CallOptions = NONE,
  slots: Slots = NONE,
): Promise<unknown> {
  const call = new Call(context, method, options, slots)
  const promise = new Promise<unknown>((resolve, reject) => {
    call.resolve = resolve
    call.reject = reject
    try {
      begin(call, params)
    } catch (raw) {
      // Nothing that a page has broken leaves a call open, or a hold behind.
      call.fail({ raw, reason: 'system' })
    }
  })
  call.promise = promise
  return promise
}

/** One call, from the page to its settlement: waiting → sent → settled. It settles once, whatever comes. */
export class Call implements Waiting, ReplacedCall {
  readonly kind = 'call'
  due = Infinity
  phase: Phase = { state: 'waiting', argument: undefined }
  readonly id: number
  readonly traits: Traits
  startedAt: number
  sentAt?: number
  /** Native has answered, perhaps after the call had settled. */
  answered?: boolean
  unconfirmedBefore?: boolean
  buttonReason?: Reason
  hasOwnStatus?: boolean
  callbacks: Callbacks = NONE
  /** The page's promise, and what settles it. */
  promise?: Promise<unknown>
  declare resolve: Callback
  declare reject: Callback
  hold?: Hold
  /** `onHoldEnd` will run, or has run. */
  isHoldWatched?: boolean
  /** Stops the timer that reports a payment without an answer. */
  stopWatching = noop
  /** Listeners, and resources of a fallback, that end with the call. */
  endings?: Endings

  constructor(
    readonly context: CallContext,
    readonly method: string,
    readonly options: CallOptions,
    readonly slots: Slots,
  ) {
    this.id = nextId(context.window)
    this.traits = traitsOf(method)
    this.startedAt = context.heartbeat.clock()
  }

  get state(): Phase['state'] {
    return this.phase.state
  }

  atEnd(run: () => void): void {
    ;(this.endings ||= createEndings()).add(run)
  }

  send(raw: RawUpsdk): void {
    const { context, hold, method, traits } = this
    const { gate, heartbeat, window } = context
    const run = gate.methodOf(raw, method)
    if (!run) return this.fail({ reason: 'unsupported' })
    if (hold && isReplaced(hold, window)) return this.fail(REPLACED)
    const argument = argumentOf(this)
    const isOwnStatus = traits.payment ? watchStatus(window) : undefined
    if (traits.shares) countShare(window, heartbeat.clock)
    this.phase = { state: 'sent', argument: context.fallbackOf?.(method) && argument, isOwnStatus }
    this.due = Infinity
    this.sentAt = heartbeat.clock()
    holdFor(this, traits.hold)
    context.emit(this, { type: 'sent' })
    try {
      if (isObject(argument)) addAnswers(this, argument)
      run.call(raw, argument)
    } catch (thrown) {
      // Nothing native covers the page; but a payment may have been made.
      if (!traits.payment) holdFor(this, 0)
      if (this.state === 'sent') this.fail({ raw: thrown, thrown: true })
    }
    context.wasSent(method)
    if (this.state === 'sent') awaitAnswer(this)
  }

  onDue(): void {
    const { phase, callbacks } = this
    if (phase.state === 'waiting') this.fail({ reason: this.context.gate.lateReason() })
    else if (phase.state === 'settled') forget(this)
    else if (phase.state === 'sent' && phase.silenceIsSuccess) {
      this.callbacks = NONE
      this.succeed()
      this.phase = { state: 'settled', lateCallbacks: callbacks }
    } else this.fail({ reason: 'timeout' })
  }

  succeed(value?: unknown): void {
    // Deferred: outside upsdk's callback, but before the page's `then` handlers.
    if (settle(this)) runLater(() => tellSuccess(this, value))
  }

  fail(trouble: Trouble): void {
    if (this.state === 'settled') return
    const { context, method } = this
    // Once; and outside upsdk's callback, unless a fallback's turn depends on it.
    const error = lazy(() => {
      const made = context.explain(trouble, this)
      if (made.code === 'c03' || made.code === 'c04') context.gate.lacking.add(method)
      return made
    })
    const fallback = this.state === 'replaced' ? undefined : context.fallbackOf?.(method)
    if (fallback && reasons()[error().reason].fallback) useFallback(this, fallback, trouble)
    else if (settle(this)) runLater(() => tellFailure(this, error()))
  }
}

function begin(call: Call, params: unknown): void {
  const { context, options, slots, traits } = call
  const { signal, beforeSending } = options
  context.emit(call, { type: 'called' })
  let argument: unknown
  try {
    call.callbacks = takeCallbacks(params, traits.settles === 'never' ? slots : NONE)
    argument = copyArgument(params, context.window, traits.numbersAsText)
  } catch (raw) {
    return call.fail({ raw, thrown: true })
  }
  call.phase = { state: 'waiting', argument }
  const trouble =
    context.gate.closed ||
    validateCall(params, options, traits) ||
    (traits.interactive && takeHold(call, argument))
  if (trouble) return call.fail(trouble)
  if (signal) call.atEnd(onAbort(signal, () => call.fail(GIVEN_UP)))
  if (beforeSending) call.atEnd(onAbort(beforeSending, () => call.state === 'waiting' && call.fail(GIVEN_UP)))
  context.gate.enter(call)
}

/** Lets an interactive call hold back others like it. @returns why it is held back itself */
function takeHold(call: Call, argument: unknown): Trouble | undefined {
  const { window, heartbeat } = call.context
  const { payment } = call.traits
  const key = payment ? '' : keyOf(call.method, argument)
  if (key === undefined) return undefined
  const alike = [...heartbeat.open].filter(
    (item): item is Call => item.kind === 'call' && item.hold?.key === key,
  )
  const paying = payment && payingNow(window)
  if (paying) call.unconfirmedBefore = mayBePaid(paying)
  if (paying || (!payment && alike.some(({ hold }) => hold?.record.left()))) return { reason: 'busy' }
  // They still wait, and their hold has ended: one tap is one call.
  for (const other of alike) if (other.state === 'waiting') other.fail(REPLACED)
  call.hold = createHold(window, heartbeat.clock, payment, key)
  return undefined
}

const argumentOf = ({ phase }: Call): unknown => ('argument' in phase ? phase.argument : undefined)
function holdFor(call: Call, ms: number): void {
  const { hold, context, options } = call
  hold?.setLeft(ms)
  if (!hold || !ms || !options.onHoldEnd || call.isHoldWatched) return
  call.isHoldWatched = true
  call.atEnd(context.heartbeat.after(hold.record.left, options.onHoldEnd))
}

/** The kit's own callbacks: ordinary functions, since upsdk ignores `async` ones (H21). */
function addAnswers(call: Call, argument: Record<string, unknown>): void {
  const isEvent = call.slots.success
  Object.assign(argument, call.slots)
  if (call.traits.settles === 'never') return
  argument.success = (value: unknown) => {
    if (!isEvent?.(value)) onAnswer(call, 'success', value)
  }
  argument.fail = (raw: unknown) => onAnswer(call, 'fail', raw)
}

function awaitAnswer(call: Call): void {
  const { phase, context } = call
  const { settles, payment } = call.traits
  if (settles === 'never') return call.succeed()
  const limit = limitOf(call.traits, call.options, call.context.options)
  const silenceIsSuccess = settles === 'silent' && limit > SILENCE
  if (phase.state === 'sent') phase.silenceIsSuccess = silenceIsSuccess
  context.heartbeat.dueIn(call, silenceIsSuccess ? SILENCE : limit)
  if (payment)
    call.stopWatching = context.heartbeat.after(UNANSWERED_AFTER, () => tell(call, { type: 'unanswered' }))
}

function onAnswer(call: Call, how: 'success' | 'fail', value: unknown): void {
  const { context, phase } = call
  const { emit, heartbeat, window } = context
  countAnswer(window)
  if (call.answered || phase.state === 'replaced') return
  call.answered = true
  call.stopWatching()
  call.hold?.setLeft(0)
  if (phase.state !== 'sent') return onLateAnswer(call, how, value)
  const isAtOnce = heartbeat.clock() - (call.sentAt || 0) <= REFUSES_IN
  call.hasOwnStatus = isAtOnce && phase.isOwnStatus?.()
  emit(call, { type: 'answered' })
  if (how === 'success') call.succeed(value)
  else call.fail({ raw: value })
}

function onLateAnswer(call: Call, how: 'success' | 'fail', value: unknown): void {
  const { phase } = call
  forget(call)
  const { success, fail, cancel, complete } = (phase.state === 'settled' && phase.lateCallbacks) || NONE
  for (const run of [how === 'success' ? success : fail || cancel, complete] as (Callback | undefined)[])
    if (run) runLater(() => run(value))
  if (call.traits.payment) tell(call, { type: 'late' })
}

/** @param first what the call would have failed with */
function useFallback(call: Call, runFallback: RunFallback, first: Trouble): void {
  const argument = argumentOf(call)
  call.phase = { state: 'replaced' }
  holdFor(call, HOLD)
  call.context.heartbeat.dueIn(call, limitOf(call.traits, call.options, call.context.options))
  runFallback(call, argument, first)
}

/** @returns false if it has settled before */
function settle(call: Call): boolean {
  if (call.state === 'settled') return false
  const { hold } = call
  call.phase = { state: 'settled' }
  call.endings?.end()
  // A call that was sent and has no answer still holds back a second one. Only native's answer or time ends that.
  if (call.sentAt === undefined || call.answered) hold?.setLeft(0)
  else if (hold) giveUp(hold)
  const rest = hold && !hold.isPayment && hold.record.left()
  if (rest) call.context.heartbeat.dueIn(call, rest)
  else forget(call)
  return true
}

function forget(call: Call): void {
  call.context.heartbeat.open.delete(call)
  if (call.hold) call.hold.key = ''
}

/** Once the page knows: native may keep the callbacks, and this call with them. */
const release = (call: Call): void =>
  void Object.assign(call, { callbacks: NONE, promise: undefined, resolve: noop, reject: noop })

/** Tells the inspectors what has become of a call, then the page's `onError` and `onCall`. */
function tell(call: Call, step: OutcomeDetail, error?: UpsdkError): void {
  const { context, method, options, sentAt, startedAt } = call
  context.emit(call, step)
  if (options === UNREPORTED) return
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

/** Tells the page that a call has succeeded: telemetry first, then callbacks, then the promise. */
function tellSuccess(call: Call, value: unknown): void {
  const { answered, callbacks, context } = call
  if (answered) context.show.about.walletAnswers = true
  if (call.method === 'appletConfig') context.gate.isOpen = true
  tell(call, { type: 'settled', outcome: 'success' })
  callBack(callbacks.success, value)
  callBack(callbacks.complete, value)
  call.resolve(toResult(call.traits.gives, value))
  release(call)
}

/** Tells the page that a call has failed, in the same order; then the failure is shown, unless the page took over. */
function tellFailure(call: Call, error: UpsdkError): void {
  const { context, answered, traits } = call
  const { code, reason, hint, explanation } = error
  const { description } = explanation
  const { fail, cancel, complete } = call.callbacks
  const argument = toFail(error, answered, context.options.translateFail)
  const { cause } = stateOf(error)
  tell(call, { type: 'settled', outcome: reason, code, cause, hint, description }, error)
  if (reason !== 'busy' || call.unconfirmedBefore) callBack(fail || cancel, argument)
  callBack(complete, argument)
  // What a page's error reporting need not hear of.
  if (fail || cancel || traits.quiet || reasons()[reason].unreported || context.isInPlace())
    call.promise?.catch(noop)
  call.reject(error)
  context.show.failure(error, call)
  release(call)
}

/** Fails, for telemetry alone, a callback of the page's in `pluginReady` that has waited since `startedAt`. */
export function failCallback(context: CallContext, trouble: Trouble, startedAt: number): void {
  const call = new Call(context, 'pluginReady', NONE, NONE)
  call.startedAt = startedAt
  release(call)
  context.emit(call, { type: 'called' })
  call.fail(trouble)
}
