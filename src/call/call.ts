import { warnOfBareShare } from '../devTools'
import type { UpsdkError } from '../failure/error'
import type { Facts } from '../failure/explain'
import type { Waiting } from '../gate/gate'
import { countAnswer, countShare, watchStatus } from '../gate/status'
import { DEV } from '../lib/dev'
import { createEndings, type Endings } from '../lib/endings'
import { lazy, noop, runLater, runSafely } from '../lib/run'
import { sharedOf } from '../lib/shared'
import { isObject } from '../lib/values'
import type { AbortSignalLike, CallOptions } from '../types/callOptions'
import type { Reason } from '../types/failure'
import type { RunFallback } from '../types/fallbacks'
import type { Trouble } from '../types/trouble'
import type { RawUpsdk } from '../types/window'
import type { CallContext, Slots } from './context'
import { giveUp, type Hold, isReplaced, REPLACED, takeHold } from './hold'
import { HOLD, SILENCE, type Traits, traitsOf } from './methods'
import { type Callback, type Callbacks, copyArgument, GIVEN_UP, takeCallbacks, whyNotBegun } from './params'
import { tellFailure, tellOfPayment, tellSuccess } from './tell'

/** ms after sending in which the bridge turns down what it does not let through: what comes later came from a plug-in. */
const REFUSES_IN = 1000
/** ms after which telemetry hears that a payment has no answer yet. */
const UNANSWERED_AFTER = 10_000

const DESTROYED: Trouble = { reason: 'aborted', cause: 'destroyed' }

const NONE: Readonly<Record<string, never>> = /* @__PURE__ */ Object.create(null)

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
      call.begin(params)
    } catch (raw) {
      // Nothing that a page has broken leaves a call open, or a hold behind.
      call.fail({ raw, reason: 'system' })
    }
  })
  call.promise = promise
  return promise
}

/** One call, from the page to its settlement: waiting → sent → settled. It settles once, whatever comes. */
export class Call implements Waiting, Facts {
  state: Waiting['state'] = 'waiting'
  due = Infinity
  readonly id: number
  readonly traits: Traits
  startedAt: number
  sentAt?: number
  /** Native has answered, also after the call had settled. */
  answered?: boolean
  /** A payment that was given up before may have been made. */
  unconfirmedBefore?: boolean
  /** The reason whose button is offered where there is none for its own. */
  buttonReason?: Reason
  /** No other call can have left the bridge's last status behind (H24). */
  hasOwnStatus?: boolean
  /** Tells at a payment's answer whether no other call can have left the bridge's last status behind. */
  private isStatusOwn?: () => boolean
  callbacks: Callbacks = NONE
  /** Callbacks of a call that has settled by silence. They run if native answers after all, as in upsdk. */
  private lateCallbacks: Callbacks = NONE
  /** The page's promise, and what settles it. */
  promise?: Promise<unknown>
  declare resolve: Callback
  declare reject: Callback
  private argument: unknown
  hold?: Hold
  private usesFallback?: boolean
  private silenceIsSuccess?: boolean
  /** Stops the timer that reports a payment without an answer. */
  private stopWatching = noop
  /** Listeners, and resources of a fallback, that end with the call. */
  private endings?: Endings

  constructor(
    readonly context: CallContext,
    readonly method: string,
    readonly options: CallOptions,
    private readonly slots: Slots,
  ) {
    const shared = sharedOf(context.window)
    this.id = shared.id = (shared.id || 0) + 1
    this.traits = traitsOf(method)
    this.startedAt = context.heartbeat.clock()
  }

  begin(params: unknown): void {
    const { context, method, options, traits } = this
    context.emit(this, { type: 'called' })
    try {
      this.callbacks = takeCallbacks(params, traits.settles === 'never' ? this.slots : NONE)
      this.argument = copyArgument(params, context.window, traits.numbersAsText)
    } catch (raw) {
      return this.fail({ raw, thrown: true })
    }
    if (DEV && traits.shares) warnOfBareShare(context, method, this.argument)
    const trouble =
      context.destroyed ||
      whyNotBegun(params, options, traits) ||
      (traits.interactive && takeHold(this, this.argument))
    if (trouble) return this.fail(trouble)
    this.listen(options.signal, () => this.fail(GIVEN_UP))
    this.listen(options.beforeSending, () => this.state === 'waiting' && this.fail(GIVEN_UP))
    context.gate.enter(this)
  }

  private listen(signal: AbortSignalLike | undefined, abort: () => void): void {
    if (!signal) return
    // A page's own signal may throw. The call, and the payments that it holds back, go on without it.
    runSafely(() => signal.addEventListener('abort', abort))
    this.atEnd(() => signal.removeEventListener('abort', abort))
  }

  send(raw: RawUpsdk): void {
    const { argument, context, hold, method, traits } = this
    const { gate, heartbeat, window } = context
    const run = gate.methodOf(raw, method)
    if (!run) return this.fail({ reason: 'unsupported' })
    // Another kit's payment has taken its place.
    if (hold && isReplaced(hold, window)) return this.fail(REPLACED)
    if (traits.payment) this.isStatusOwn = watchStatus(window)
    if (traits.shares) countShare(window, heartbeat.clock)
    this.state = 'sent'
    this.due = Infinity
    this.sentAt = heartbeat.clock()
    this.holdFor(traits.hold)
    context.emit(this, { type: 'sent' })
    try {
      if (isObject(argument)) this.addAnswers(argument)
      run.call(raw, argument)
    } catch (thrown) {
      // Nothing native covers the page; but a payment may have been made.
      if (!traits.payment) this.holdFor(0)
      if (!this.usesFallback) this.fail({ raw: thrown, thrown: true })
    }
    context.wasSent(method)
    // A lost answer must not keep a page's parameters.
    if (!context.fallbackOf?.(method)) this.argument = undefined
    if (!this.isSettled() && !this.usesFallback) this.awaitAnswer()
  }

  private holdFor(ms: number): void {
    const { hold } = this
    const { onHoldEnd } = this.options
    hold?.setLeft(ms)
    if (hold && ms && onHoldEnd) this.atEnd(this.context.heartbeat.after(hold.record.left, onHoldEnd))
  }

  /** The kit's own callbacks: ordinary functions, since upsdk ignores `async` ones (H21). */
  private addAnswers(argument: Record<string, unknown>): void {
    const isEvent = this.slots.success
    Object.assign(argument, this.slots)
    if (this.traits.settles === 'never') return
    argument.success = (value: unknown) => {
      if (!isEvent?.(value)) this.onAnswer('success', value)
    }
    argument.fail = (raw: unknown) => this.onAnswer('fail', raw)
  }

  private awaitAnswer(): void {
    const { settles, payment } = this.traits
    if (settles === 'never') return this.succeed()
    const limit = this.limit()
    this.silenceIsSuccess = settles === 'silent' && limit > SILENCE
    this.dueIn(this.silenceIsSuccess ? SILENCE : limit)
    if (payment)
      this.stopWatching = this.context.heartbeat.after(UNANSWERED_AFTER, () =>
        tellOfPayment(this, 'unanswered'),
      )
  }

  /** ms from sending to an answer; Infinity: none. */
  private limit(): number {
    const { limit } = this.traits
    const usual = limit && (this.context.options.callTimeout ?? limit)
    return (this.options.timeout ?? usual) || Infinity
  }

  private dueIn(ms: number): void {
    const { heartbeat } = this.context
    this.due = heartbeat.now() + ms
    heartbeat.open.add(this)
    heartbeat.wake(this.due)
  }

  onDue(): void {
    if (this.state === 'waiting') this.fail({ reason: this.context.gate.lateReason() })
    else if (this.isSettled()) this.forget()
    else if (this.silenceIsSuccess) {
      this.lateCallbacks = this.callbacks
      this.callbacks = NONE
      this.succeed()
    } else this.fail({ reason: 'timeout' })
  }

  private onAnswer(how: 'success' | 'fail', value: unknown): void {
    const { emit, heartbeat, window } = this.context
    countAnswer(window)
    if (this.usesFallback || this.answered) return
    this.answered = true
    this.stopWatching()
    this.hold?.setLeft(0)
    if (this.isSettled()) return this.onLateAnswer(how, value)
    const isAtOnce = heartbeat.clock() - (this.sentAt || 0) <= REFUSES_IN
    this.hasOwnStatus = isAtOnce && this.isStatusOwn?.()
    emit(this, { type: 'answered' })
    if (how === 'success') this.succeed(value)
    else this.fail({ raw: value })
  }

  private onLateAnswer(how: 'success' | 'fail', value: unknown): void {
    const { success, fail, cancel, complete } = this.lateCallbacks
    this.forget()
    const callbacks = [how === 'success' ? success : fail || cancel, complete]
    callbacks.forEach((run) => {
      if (run) runLater(() => run(value))
    })
    if (this.traits.payment) tellOfPayment(this, 'late')
  }

  succeed(value?: unknown): void {
    // After upsdk's own code, before the reactions of the promise that is settled in it.
    if (this.settle()) runLater(() => tellSuccess(this, value))
  }

  fail(trouble: Trouble): void {
    if (this.isSettled()) return
    // Once, and after upsdk's own code where nothing else asks.
    const error = lazy(() => this.explain(trouble))
    const fallback = this.usesFallback ? undefined : this.context.fallbackOf?.(this.method)
    if (fallback && /^(outside-wallet|unsupported)$/.test(error().reason)) this.useFallback(fallback, trouble)
    else if (this.settle()) runLater(() => tellFailure(this, error()))
  }

  private explain(trouble: Trouble): UpsdkError {
    const { context, method } = this
    const error = context.explain(trouble, this)
    if (error.code === 'c03' || error.code === 'c04') context.gate.lacking.add(method)
    return error
  }

  /** @param first what the call would have failed with */
  private useFallback(runFallback: RunFallback, first: Trouble): void {
    this.usesFallback = true
    this.state = 'sent'
    this.holdFor(HOLD)
    this.dueIn(this.limit())
    runFallback(this, this.argument, first)
  }

  atEnd(run: () => void): void {
    this.endings = this.endings || createEndings()
    this.endings.add(run)
  }

  isSettled(): boolean {
    return this.state === 'settled'
  }

  private settle(): boolean {
    if (this.isSettled()) return false
    const { hold } = this
    this.state = 'settled'
    this.argument = undefined
    this.endings?.end()
    // A call that was sent and has no answer still holds back a second one. Only native's answer or time ends that.
    if (this.sentAt === undefined || this.answered) hold?.setLeft(0)
    else if (hold) giveUp(hold)
    const rest = hold?.key ? hold.record.left() : 0
    if (rest) this.dueIn(rest)
    else this.forget()
    return true
  }

  /** Once the page knows: native may keep the callbacks, and this call with them. */
  release(): void {
    this.callbacks = NONE
    this.promise = undefined
    this.resolve = this.reject = noop
  }

  private forget(): void {
    this.context.heartbeat.open.delete(this)
    if (this.hold) this.hold.key = undefined
  }
}

/**
 * Fails, for telemetry alone, what was no call: a callback of the page's in `pluginReady` that still waits.
 *
 * @param startedAt since when, by the kit's clock
 */
export function failCallback(context: CallContext, trouble: Trouble, startedAt: number): void {
  const call = new Call(context, 'pluginReady', NONE, NONE)
  call.startedAt = startedAt
  call.release()
  context.emit(call, { type: 'called' })
  call.fail(trouble)
}

/** Gives up all that is open; what comes later is given up at once. */
export function giveUpAll(context: CallContext): void {
  context.destroyed = DESTROYED
  context.heartbeat.open.forEach((item) => {
    if ('fail' in item) (item as Waiting).fail(DESTROYED)
  })
}
