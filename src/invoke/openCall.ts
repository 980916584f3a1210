import type { Reason } from '../codes/reasons'
import type { Visitor } from '../gate/gate'
import { noop, runSafely } from '../run'
import type { RawUpsdk } from '../window'
import { type Busy, busyKey, type Hold } from './busy'
import {
  type Call,
  type Callback,
  type Callbacks,
  type CallOptions,
  NO_CALLBACKS,
  type Slots,
  type Trouble,
} from './call'
import type { InvokeParts } from './invoke'
import { takeParams } from './params'
import { lacks, sendCall } from './send'
import { type Life, runStandIn, type StandIn, toTrouble } from './standIn'
import type { Traits } from './traits'

/** What all open calls of one kit share. */
export interface Workshop extends InvokeParts {
  busy: Busy
  /** Calls that wait for upsdk or for an answer. */
  open: Set<OpenCall>
  destroyed: boolean
  /** The number of the newest call. */
  newest: number
  succeeded(call: OpenCall, value: unknown): void
  failed(call: OpenCall, trouble: Trouble): void
}

/** ms after sending in which a method that may stay silent would have failed. */
const SILENCE = 1000
/** ms after sending in which something native may still cover the page. */
const BUSY_FOR = 3000
const PAYMENT_BUSY_FOR = 5000
const DEFAULT_CALL_TIMEOUT = 15_000

/**
 * One call on its way: it settles once, whatever comes, and whatever comes twice. A class and no closures, since
 * every call pays for what is made for it.
 */
export class OpenCall implements Call, Visitor {
  readonly id: number
  readonly startedAt: number
  /** The page's promise, and what settles it. */
  promise?: Promise<unknown> = undefined
  resolve: Callback = noop
  reject: Callback = noop
  callbacks: Callbacks = NO_CALLBACKS
  sentAt?: number = undefined
  settledAt?: number = undefined
  /** A fallback of the page has taken it over. */
  private stoodIn = false
  private argument: unknown = undefined
  private hold: Hold | undefined = undefined
  /** What ends with it: its place at the gate, its clocks, what a fallback holds. */
  private endings: (() => void)[] | undefined = undefined

  constructor(
    private readonly shared: Workshop,
    readonly method: string,
    readonly traits: Traits,
    readonly options: CallOptions,
    readonly slots: Slots,
  ) {
    this.id = ++shared.newest
    this.startedAt = shared.now()
  }

  begin(params: unknown): void {
    const { shared, options } = this
    try {
      this.argument = takeParams(this, params, shared.window)
      this.heedSignal()
    } catch (raw) {
      return this.fail({ raw, thrown: true })
    }
    if (shared.destroyed || options.signal?.aborted) return this.abort()
    // Without an object there is no place for callbacks, and what has to answer could not.
    if (typeof params === 'string' && this.traits.settles === 'answer')
      return this.fail({ reason: 'invalid-params' })
    if (this.traits.interactive && !this.holdOthersBack()) return this.fail({ reason: 'busy' })
    const leave = shared.gate.enter(this, shared.readyTimeout)
    if (this.settledAt !== undefined) return
    this.atEnd(leave)
    shared.open.add(this)
    // By a function of the page that ran meanwhile.
    if (shared.destroyed) this.abort()
  }

  private heedSignal(): void {
    const { signal } = this.options
    if (!signal) return
    const abort = () => this.abort()
    signal.addEventListener('abort', abort)
    this.atEnd(() => signal.removeEventListener('abort', abort))
  }

  /** @returns false where the same call is open already */
  private holdOthersBack(): boolean {
    const { busy } = this.shared
    const key = busyKey(this.method, this.argument)
    if (!key) return true
    if (busy.has(key)) return false
    this.hold = busy.hold(key, this.traits.payment ? PAYMENT_BUSY_FOR : BUSY_FOR)
    return true
  }

  send(raw: RawUpsdk): void {
    if (this.settledAt !== undefined) return
    const lacking = lacks(raw, this.method)
    if (lacking) return this.fail(lacking)
    if (this.hold) this.hold.sent()
    this.sentAt = this.shared.now()
    sendCall(raw, this, this.argument)
    if (this.settledAt === undefined && !this.stoodIn) this.waitForAnswer()
  }

  refuse(reason: Reason, raw?: unknown): void {
    this.fail({ reason, raw })
  }

  private waitForAnswer(): void {
    const { settles } = this.traits
    if (settles === 'never') return this.succeed()
    if (settles === 'silent') this.atEnd(this.shared.clock.after(SILENCE, () => this.succeed()))
    this.limit()
  }

  private limit(): void {
    const { limit } = this.traits
    const usual = limit === 0 ? 0 : (this.shared.callTimeout ?? limit ?? DEFAULT_CALL_TIMEOUT)
    const ms = this.options.timeout ?? usual
    if (ms) this.atEnd(this.shared.clock.after(ms, () => this.fail({ reason: 'timeout' })))
  }

  succeed(value?: unknown, answered?: boolean): void {
    if (!this.settle()) return
    if (answered) this.shared.answered()
    this.shared.succeeded(this, value)
  }

  fail(trouble: Trouble): void {
    if (this.settledAt !== undefined) return
    const standIn = this.stoodIn ? undefined : this.shared.standIn?.(this, trouble)
    if (standIn) return this.stepIn(standIn, trouble)
    if (this.settle()) this.shared.failed(this, trouble)
  }

  abort(): void {
    this.fail({ reason: 'aborted' })
  }

  /** What upsdk says; once a fallback has taken over, it has nothing more to say. */
  upsdkSucceeds(value: unknown): void {
    if (!this.stoodIn) this.succeed(value, true)
  }

  upsdkFails(trouble: Trouble): void {
    if (!this.stoodIn) this.fail(trouble)
  }

  /** @param first what the call would have failed with */
  private stepIn(standIn: StandIn, first: Trouble): void {
    this.stoodIn = true
    this.end()
    this.heedSignal()
    if (this.hold) this.hold.sent()
    this.limit()
    const isOver = () => this.settledAt !== undefined
    const life: Life = { isOver, onEnd: (run) => (isOver() ? run() : this.atEnd(run)) }
    runStandIn(standIn, this.argument, life).then(
      (value) => this.succeed(value),
      (raw) => {
        const trouble = toTrouble(raw)
        if (trouble.reason !== 'unsupported') return this.fail(trouble)
        // Neither can: where there is a wallet, its own answer says more.
        if (first.reason === 'outside-wallet') this.fail({ ...trouble, otherwise: first.reason })
        else this.fail(first)
      },
    )
  }

  private atEnd(run: () => void): void {
    if (this.endings) this.endings.push(run)
    else this.endings = [run]
  }

  private end(): void {
    const { endings } = this
    this.endings = undefined
    if (endings) for (const run of endings) runSafely(run)
  }

  private settle(): boolean {
    if (this.settledAt !== undefined) return false
    this.settledAt = this.shared.now()
    this.shared.open.delete(this)
    this.end()
    if (this.hold) this.hold.release()
    // Native may keep the callbacks, and this call with them.
    this.argument = undefined
    return true
  }
}
