import type { Reason } from '../failure/reasons'
import { runnerOf } from '../gate/nativeBridge'
import type { Waiting } from '../gate/queue'
import type { ConfigRefusal } from '../gate/signed'
import { noop, runLater, runSafely } from '../lib/run'
import { isAborted, isObject } from '../lib/values'
import type { RawUpsdk } from '../lib/window'
import type { AbortSignalLike, CallOptions } from '../ports/callOptions'
import type { CallContext, CallTrouble, Slots } from './context'
import { type CallLifetime, type RunFallback, toTrouble } from './fallback'
import { type Hold, takeHold } from './hold'
import type { Traits } from './methods'
import { type Callback, type Callbacks, copyArgument, takeCallbacks } from './params'
import { tellFailure, tellSuccess } from './tell'

/** ms after sending in which a method that may stay silent would have failed. */
const SILENCE = 1000
/** ms after sending in which something native may still cover the page (H20). */
const HOLD = 3000
const PAYMENT_HOLD = 5000
const DEFAULT_CALL_TIMEOUT = 15_000
/** ms after which an inspector hears that a payment has no answer yet. */
const UNANSWERED_AFTER = 10_000

const NO_CALLBACKS: Callbacks = {}

/** One call, from the page to its settlement: waiting → sent → settled. It settles once, whatever comes. */
export class Call implements Waiting {
  state: Waiting['state'] = 'waiting'
  due = Infinity
  readonly startedAt = performance.now()
  sentAt?: number
  /** Native has answered, also after the call had settled. */
  answered?: boolean
  /** A payment that was given up before may have been made. */
  unconfirmedBefore?: boolean
  /** The reason whose button is offered where there is none for its own. */
  otherwise?: Reason
  /** The same was sent afresh, so nobody needs to hear of this one. */
  sentAfresh?: boolean
  callbacks: Callbacks = NO_CALLBACKS
  /** Those of a call that has settled by silence: they run where native answers after all, as in upsdk. */
  private lateCallbacks = NO_CALLBACKS
  /** The page's promise, and what settles it. */
  promise?: Promise<unknown>
  declare resolve: Callback
  declare reject: Callback
  private argument: unknown
  private hold?: Hold
  private usesFallback?: boolean
  private silenceIsSuccess?: boolean
  /** Nobody needs to be told any more that a payment has no answer. */
  private stopWatching = noop
  /** What ends with it: listeners, what a fallback holds. */
  private endings?: (() => void)[]

  constructor(
    readonly context: CallContext,
    readonly id: number,
    readonly method: string,
    readonly traits: Traits,
    readonly options: CallOptions,
    private readonly slots: Slots,
  ) {}

  begin(params: unknown): void {
    const { context, options, traits } = this
    context.emit?.(this, { type: 'called' })
    this.callbacks = takeCallbacks(params, traits.settles === 'never' ? this.slots : {})
    try {
      this.argument = copyArgument(params, context.window, traits.numbersAsText)
    } catch (raw) {
      return this.fail({ raw, thrown: true })
    }
    if (context.destroyed) return this.refuse(context.destroyed)
    if (isAborted(options.signal) || isAborted(options.beforeSending)) return this.abort()
    // Without an object there is no place for callbacks, and what has to answer could not.
    if (typeof params === 'string' && traits.settles === 'answer')
      return this.fail({ reason: 'invalid-params' })
    if (traits.interactive && this.isHeldBack()) return this.fail({ reason: 'busy' })
    this.listen(options.signal, () => this.abort())
    this.listen(options.beforeSending, () => this.state === 'waiting' && this.abort())
    context.gate.enter(this)
  }

  private isHeldBack(): boolean {
    const { heartbeat, window } = this.context
    const { hold, heldBackBy } = takeHold(this, this.argument, heartbeat.open, window)
    this.hold = hold
    this.unconfirmedBefore = heldBackBy?.givenUp
    return !!heldBackBy
  }

  send(raw: RawUpsdk): void {
    const { argument, context, traits } = this
    const { emit } = context
    const run = runnerOf(raw, this.method, context.window)
    if (!run) return this.fail({ reason: 'unsupported' })
    this.state = 'sent'
    this.due = Infinity
    this.sentAt = performance.now()
    this.endEarlierOnes()
    this.holdFor(traits.payment ? PAYMENT_HOLD : traits.settles === 'answer' ? HOLD : SILENCE)
    emit?.(this, { type: 'sent' })
    try {
      if (isObject(argument)) this.addAnswers(argument)
      run(argument)
    } catch (thrown) {
      // Nothing native covers the page; but a payment may have been made.
      if (!traits.payment) this.holdFor(0)
      if (!this.usesFallback) this.fail({ raw: thrown, thrown: true })
    }
    if (!this.isSettled() && !this.usesFallback) this.awaitAnswer()
  }

  private holdFor(ms: number): void {
    const { onHoldEnd } = this.options
    if (!this.hold) return
    this.hold.until = performance.now() + ms
    if (ms && onHoldEnd) this.atEnd(this.context.heartbeat.after(ms, () => runSafely(onHoldEnd)))
  }

  /** A tap that reaches the page again shows that nothing native covers it: the earlier call has lost its answer. */
  private endEarlierOnes(): void {
    const { hold, traits } = this
    if (!hold) return
    this.context.heartbeat.open.forEach((other) => {
      if (!(other instanceof Call) || other === this || other.state !== 'sent') return
      if (!(traits.payment ? other.traits.payment : other.hold?.key === hold.key)) return
      other.sentAfresh = true
      other.fail({ reason: 'timeout' })
    })
  }

  /** The kit's own callbacks: ordinary functions, since upsdk ignores `async` ones (H21). */
  private addAnswers(argument: Record<string, unknown>): void {
    for (const slot of Object.keys(this.slots)) argument[slot] = this.slots[slot]
    if (this.traits.settles === 'never') return
    const isEvent = this.slots.success
    argument.success = (value: unknown) => {
      if (!isEvent?.(value)) this.onAnswer('success', value)
    }
    argument.fail = (raw: unknown) => this.onAnswer('fail', raw)
  }

  private onAnswer(how: 'success' | 'fail', value: unknown): void {
    if (this.usesFallback || this.answered) return
    const { emit } = this.context
    this.answered = true
    this.stopWatching()
    if (this.hold) this.hold.until = 0
    if (this.isSettled()) return this.onLateAnswer(how, value)
    emit?.(this, { type: 'answered' })
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
    const { emit } = this.context
    if (this.traits.payment) emit?.(this, { type: 'late' })
  }

  private awaitAnswer(): void {
    const { settles, payment } = this.traits
    const { emit, heartbeat } = this.context
    if (settles === 'never') return this.succeed()
    const limit = this.limit()
    this.silenceIsSuccess = settles === 'silent' && limit > SILENCE
    this.dueIn(this.silenceIsSuccess ? SILENCE : limit)
    if (emit && payment)
      this.stopWatching = heartbeat.after(UNANSWERED_AFTER, () => emit(this, { type: 'unanswered' }))
  }

  /** ms from sending to an answer; Infinity: none. */
  private limit(): number {
    const { limit } = this.traits
    const usual = limit === 0 ? 0 : (this.context.options.callTimeout ?? limit ?? DEFAULT_CALL_TIMEOUT)
    return (this.options.timeout ?? usual) || Infinity
  }

  private dueIn(ms: number): void {
    const { heartbeat } = this.context
    this.due = heartbeat.now() + ms
    heartbeat.open.add(this)
    heartbeat.wake(this.due)
  }

  lapse(): void {
    if (this.state === 'waiting') this.fail({ reason: this.context.gate.lateReason() })
    else if (this.isSettled()) this.forget()
    else if (this.silenceIsSuccess) {
      this.lateCallbacks = this.callbacks
      this.callbacks = NO_CALLBACKS
      this.succeed()
    } else this.fail({ reason: 'timeout' })
  }

  /** @param refusal of all that wait: each keeps its own copy, since each is understood by itself */
  refuse(refusal: ConfigRefusal): void {
    this.fail({ ...refusal })
  }

  abort(): void {
    this.fail({ reason: 'aborted' })
  }

  private succeed(value?: unknown): void {
    // After upsdk's own code, before the reactions of the promise that is settled in it.
    if (this.settle()) runLater(() => tellSuccess(this, value))
  }

  fail(trouble: CallTrouble): void {
    if (this.isSettled()) return
    const runFallback = this.usesFallback ? undefined : this.context.findFallback(this, trouble)
    if (runFallback) this.useFallback(runFallback, trouble)
    else if (this.settle()) runLater(() => tellFailure(this, trouble))
  }

  /** @param first what the call would have failed with */
  private useFallback(runFallback: RunFallback, first: CallTrouble): void {
    this.usesFallback = true
    this.state = 'sent'
    this.holdFor(HOLD)
    this.dueIn(this.limit())
    const lifetime: CallLifetime = {
      isOver: () => this.isSettled(),
      onEnd: (run) => (this.isSettled() ? run() : this.atEnd(run)),
    }
    runFallback(this.argument, lifetime).then(
      (value) => this.succeed(value),
      (raw) => {
        const trouble = toTrouble(raw)
        if (trouble.reason !== 'unsupported') return this.fail(trouble)
        // Neither can: where there is a wallet, its own answer says more.
        if (first.reason === 'outside-wallet') this.otherwise = first.reason
        this.fail(first.reason === 'outside-wallet' ? trouble : first)
      },
    )
  }

  private listen(signal: AbortSignalLike | undefined, abort: () => void): void {
    if (!signal) return
    // What a page brings may throw: the call, and the payments that it holds back, go on without it.
    runSafely(() => signal.addEventListener('abort', abort))
    this.atEnd(() => signal.removeEventListener('abort', abort))
  }

  private atEnd(run: () => void): void {
    this.endings = [...(this.endings || []), run]
  }

  isSettled(): boolean {
    return this.state === 'settled'
  }

  private settle(): boolean {
    if (this.isSettled()) return false
    this.state = 'settled'
    for (const end of this.endings || []) runSafely(end)
    this.endings = undefined
    this.settleHold()
    this.argument = undefined
    return true
  }

  /** What was sent and has no answer holds back a second one still: nothing but native's answer or time ends that. */
  private settleHold(): void {
    const { hold } = this
    const rest = hold && this.sentAt !== undefined && !this.answered ? hold.until - performance.now() : 0
    if (hold && rest <= 0) hold.until = 0
    if (hold && rest > 0 && this.traits.payment) hold.givenUp = true
    if (rest > 0 && hold?.key) this.dueIn(rest)
    else this.forget()
  }

  /** Once the page knows: native may keep the callbacks, and this call with them. */
  release(): void {
    this.callbacks = NO_CALLBACKS
    this.promise = undefined
    this.resolve = this.reject = noop
  }

  private forget(): void {
    this.context.heartbeat.open.delete(this)
    if (this.hold) this.hold.key = undefined
  }
}
