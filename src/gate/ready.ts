import type { Heartbeat } from '../lib/heartbeat'
import { noop, runLater } from '../lib/run'
import { lacking } from '../lib/trouble'
import { isFunction } from '../lib/values'
import type { Environment } from '../types/environment'
import type { SignedConfigSource } from '../types/signed'
import type { Trouble } from '../types/trouble'
import type { RawUpsdk } from '../types/window'
import type { Gate, Waiting } from './gate'
import type { SignedMode } from './signed'

/** The kit, as its members that wait see it. */
export interface ReadyContext {
  readonly gate: Gate
  readonly heartbeat: Heartbeat
  /** Makes the error that a promise rejects with. */
  explain(refusal: Trouble, facts: object): unknown
  /** Is the kit `window.upsdk`? */
  isInPlace(): boolean
  /** Why nothing is waited for any more. */
  readonly destroyed?: Trouble
  /** Has the page itself opened upsdk? What the kit's own `pluginReady` opens is not open to `ready` (H29). */
  isOpen?: boolean
}

type Run = () => void

/**
 * Makes the members that wait for upsdk without sending anything.
 *
 * @param tellLate tells telemetry of a callback that still waits; `startedAt`: since when, by the kit's clock
 */
export function createReady<Context extends ReadyContext>(
  context: Context,
  environment: () => Environment,
  isInside: () => boolean,
  tellLate: (context: Context, trouble: Trouble, startedAt: number) => void,
) {
  const { gate, heartbeat } = context
  /** Callbacks of `ready` that wait for the next accepted config. */
  const untilConfig: Run[] = []

  /**
   * @param fail gets a `Trouble`
   * @param isAwaited waits for as long as it takes; does a callback of the page's wait for it?
   */
  function enter(
    send: (raw: RawUpsdk) => void,
    fail: (trouble: Trouble) => void,
    isAwaited?: () => unknown,
    needsAcceptance = true,
  ): void {
    const startedAt = heartbeat.clock()
    const settle =
      <T>(tell: (value: T) => void) =>
      (value: T): void => {
        waiting.state = 'settled'
        heartbeat.open.delete(waiting)
        tell(value)
      }
    const waiting: Waiting & { state: Waiting['state'] } = {
      state: 'waiting',
      due: Infinity,
      isUnlimited: !!isAwaited,
      needsAcceptance,
      send: settle(send),
      fail: settle(fail),
      onDue() {
        const trouble = { reason: gate.lateReason() }
        if (!isAwaited) return waiting.fail(trouble)
        waiting.due = Infinity
        if (!isAwaited()) return
        tellLate(context, trouble, startedAt)
        tellLate = noop
      },
    }
    if (context.destroyed) waiting.fail(context.destroyed)
    else gate.enter(waiting)
  }

  /** @returns rejects with a `Trouble` */
  const wait = (): Promise<{ raw: RawUpsdk }> =>
    new Promise((resolve, reject) => {
      // Once the page's script has run: a `config` in it, behind its `ready`, begins signed mode first.
      Promise.resolve().then(() => {
        // Not `raw` by itself: a page's own may have a `then`.
        enter((raw) => resolve({ raw }), reject)
      })
    })

  /** @param isHeardElsewhere a rejection of it is never "unhandled" */
  function promiseOf<T>(give: () => T, isHeardElsewhere: unknown): Promise<T> {
    const promise = wait().then(give, (refusal: Trouble) => {
      throw context.explain(refusal, {})
    })
    // In upsdk's place it stands in for a function that gives no promise.
    if (isHeardElsewhere || context.isInPlace()) promise.catch(noop)
    return promise
  }

  function signedFor(member: string): SignedMode {
    if (!gate.signed) throw lacking(member, 'signedMode')
    return gate.signed
  }

  /** A config was accepted, or the page has opened upsdk beside the kit. */
  function accepted(): void {
    context.isOpen = true
    untilConfig.splice(0).forEach((run) => {
      runLater(run)
    })
  }
  gate.signed?.onOpenedByPage(accepted)

  return {
    ready(callback?: Run): Promise<Environment> {
      if (isFunction(callback)) {
        if (context.isOpen && !context.destroyed) runLater(callback)
        else untilConfig.push(callback)
      }
      return promiseOf(environment, callback)
    },
    pluginReady(callback?: Run): Promise<Environment> {
      if (isFunction(callback)) {
        const run = () => {
          context.isOpen = true
          runLater(callback)
        }
        // At once, as upsdk does: where the bridge is up, it is open to a `ready` behind it in the same script. Old
        // pages begin to render in it, outside the wallet too (H4).
        enter(
          run,
          ({ reason }) => reason === 'outside-wallet' && run(),
          () => true,
          false,
        )
      }
      return promiseOf(environment, callback)
    },
    config(config: SignedConfigSource): Promise<void> {
      const signed = signedFor('`config`')
      if (!context.destroyed) {
        if (isInside()) {
          signed.start(config)
          signed.onRefusal(() => {
            context.isOpen = false
          })
          // The gate looks for an upsdk to hand the config to, for as long as it takes.
          enter(accepted, noop, () => untilConfig.length && !signed.refusal())
        } else accepted()
      }
      // Old pages hear of a refusal through `error`.
      return promiseOf(noop, true)
    },
    error: (callback: (failure: unknown) => void): void =>
      signedFor('`error`').onRefusal((failure) => runLater(() => isFunction(callback) && callback(failure))),
    supports: (method: string): Promise<boolean> =>
      wait().then(
        ({ raw }) => !!gate.methodOf(raw, method) && !gate.lacking.has(method),
        () => false,
      ),
  }
}
