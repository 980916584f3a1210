import type { Heartbeat } from '../lib/heartbeat'
import { noop, runLater } from '../lib/run'
import { isTapActive, knowsTaps } from '../lib/userActivation'
import { isFunction } from '../lib/values'
import type { Environment } from '../types/environment'
import type { SignedConfigSource } from '../types/signed'
import type { Trouble } from '../types/trouble'
import type { RawUpsdk, UpsdkWindow } from '../types/window'
import type { Gate, Waiting } from './gate'
import type { WaitAtGate } from './signed'

type Run = () => void

/** A tap of the user whose page waits for upsdk. */
interface Tap {
  /** The error that was reported for it. */
  error?: unknown
}

/** Everything of the kit that its waiting members use. */
interface ReadyContext {
  readonly window: UpsdkWindow
  readonly gate: Gate
  readonly heartbeat: Heartbeat<Waiting>
  environment(): Environment
  isInside(): boolean
  /** Is the kit `window.upsdk`? */
  isInPlace(): boolean
  /** Makes the error that a promise rejects with. */
  explain(refusal: Trouble): unknown
  readonly calls: {
    runTooLate(callback: Run): void
    /** Reports a failed wait. @param startedAt when it began, in ms of the heartbeat's clock @returns its error */
    failWaiting(trouble: Trouble, startedAt: number, isTapped: boolean): unknown
  }
}

/** Makes the members that wait for upsdk without sending anything. */
export function createReady({
  window,
  gate,
  heartbeat,
  environment,
  isInside,
  isInPlace,
  explain,
  calls,
}: ReadyContext) {
  /** Whether a callback that nobody tapped for was reported. It is reported once. */
  let isReported = false

  const waitAtGate: WaitAtGate = (send, fail, { isAwaited, needsAcceptance = true } = {}) => {
    const startedAt = heartbeat.clock()
    // An old browser cannot tell taps apart: a callback that begins to wait after a report may be a tap's.
    if (!knowsTaps(window)) isReported = false
    const question: Waiting = {
      due: Infinity,
      needsAcceptance,
      send(raw) {
        gate.leave(question)
        send(raw)
      },
      fail(trouble) {
        if (isAwaited && !gate.destroyed && trouble.reason !== 'outside-wallet') return
        gate.leave(question)
        fail(trouble)
      },
      onDue() {
        const trouble = { reason: gate.lateReason() }
        if (!isAwaited) return question.fail(trouble)
        question.due = Infinity
        if (isReported || !isAwaited()) return
        isReported = true
        calls.failWaiting(trouble, startedAt, false)
      },
    }
    gate.enter(question)
  }

  /** Waits until upsdk is ready. @returns rejects with a `Trouble` */
  const wait = (): Promise<{ raw: RawUpsdk }> =>
    new Promise((resolve, reject) => {
      // Deferred until the page's script has run: a `config` after `ready` in the same script begins signed mode first.
      runLater(() => {
        // In an object, since a page's own upsdk may have a `then`.
        waitAtGate((raw) => resolve({ raw }), reject)
      })
    })

  const newTap = (): Tap | undefined => (isTapActive(window) ? {} : undefined)
  /** Runs a callback of the page. If its tap was reported as failed, payments that it starts are refused. */
  const runCallback = (callback: Run, tap: Tap | undefined): void =>
    tap?.error ? calls.runTooLate(callback) : callback()

  /**
   * Makes a promise for the page.
   *
   * @param isHandled whether a rejection must not be reported as unhandled
   * @param tap given if the user waits for it, and is shown that upsdk does not come
   * @param isTimeShown whether that includes a wait that took too long
   */
  function promiseOf<T>(
    getResult: () => T,
    isHandled: unknown,
    tap?: Tap,
    isTimeShown: () => boolean = () => true,
  ): Promise<T> {
    const startedAt = heartbeat.clock()
    const promise = wait().then(getResult, (refusal: Trouble) => {
      const { reason } = refusal
      if (tap && (reason === 'sdk-missing' || (reason === 'ready-timeout' && isTimeShown())))
        throw (tap.error = calls.failWaiting(refusal, startedAt, true))
      throw explain(refusal)
    })
    // Old code that uses the kit as `window.upsdk` expects no promise.
    if (isHandled || isInPlace()) promise.catch(noop)
    return promise
  }

  return {
    ready(callback?: Run): Promise<Environment> {
      const tap = newTap()
      if (!isFunction(callback)) return promiseOf(environment, false, tap)
      if (gate.isOpened()) runLater(callback)
      else gate.signed.whenOpen(() => runCallback(callback, tap))
      // Without a config it waits for one without a time limit, as in upsdk.
      return promiseOf(environment, true, tap, () => gate.signed.way() !== 'pluginReady')
    },
    pluginReady(callback?: Run): Promise<Environment> {
      const tap = newTap()
      if (isFunction(callback)) {
        const run = () => {
          gate.setOpened(true)
          runLater(() => runCallback(callback, tap))
        }
        // At once, as in upsdk: if the bridge is ready, a `ready` after it in the same script runs too. Old pages render
        // in this callback, also outside the wallet (H4).
        waitAtGate(run, ({ reason }) => reason === 'outside-wallet' && run(), {
          // The wait of a tap is reported with its promise.
          isAwaited: () => !tap,
          needsAcceptance: false,
        })
      }
      return promiseOf(environment, isFunction(callback), tap)
    },
    config(config: SignedConfigSource): Promise<void> {
      gate.signed.config(config, isInside() ? waitAtGate : undefined)
      // Old pages get a refusal through `error`.
      return promiseOf(noop, true)
    },
    error: (callback: (failure: unknown) => void): void => gate.signed.error(callback),
    supports: (method: string): Promise<boolean> =>
      wait().then(
        ({ raw }) => !!gate.methodOf(raw, method) && !gate.unsupported.has(method),
        () => false,
      ),
  }
}
