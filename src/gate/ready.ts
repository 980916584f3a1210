import type { Heartbeat } from '../lib/heartbeat'
import { noop, runLater, runSafely } from '../lib/run'
import { lacking, type Trouble } from '../lib/trouble'
import { isFunction } from '../lib/values'
import type { RawUpsdk } from '../lib/window'
import type { Environment } from '../types/environment'
import type { SignedConfigSource } from '../types/signed'
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
}

/** Makes the members that wait for upsdk without sending anything. */
export function createReady(context: ReadyContext, environment: () => Environment, isInside: () => boolean) {
  const { gate, heartbeat } = context

  /** @param isUnlimited waits for as long as it takes @returns rejects with a `Trouble` */
  const wait = (isUnlimited?: boolean): Promise<{ raw: RawUpsdk }> =>
    new Promise((resolve, reject) => {
      const waiting: Waiting & { state: Waiting['state'] } = {
        state: 'waiting',
        due: Infinity,
        isUnlimited,
        needsAcceptance: true,
        // Not by itself: a page's own may have a `then`.
        send: (raw) => settle(() => resolve({ raw })),
        fail: (trouble) => settle(() => reject(trouble)),
        onDue: () => waiting.fail({ reason: gate.lateReason() }),
      }
      function settle(tell: () => void): void {
        waiting.state = 'settled'
        heartbeat.open.delete(waiting)
        tell()
      }
      // Once the page's script has run: a `config` in it, behind its `ready`, begins signed mode first.
      Promise.resolve().then(() => {
        if (context.destroyed) waiting.fail(context.destroyed)
        else gate.enter(waiting)
      })
    })

  const refuse = (refusal: Trouble): never => {
    throw context.explain(refusal, {})
  }

  function signedFor(member: string): SignedMode {
    if (!gate.signed) throw lacking(member, 'signedMode')
    return gate.signed
  }

  function ready(callback?: () => void): Promise<Environment> {
    if (isFunction(callback)) {
      const run = () => runSafely(callback)
      // Old pages begin to render in it, outside the wallet too (H4).
      wait(true).then(run, ({ reason }: Trouble) => reason === 'outside-wallet' && run())
    }
    const promise = wait().then(environment, refuse)
    // In upsdk's place it stands in for a function that gives no promise.
    if (callback || context.isInPlace()) promise.catch(noop)
    return promise
  }

  return {
    ready,
    pluginReady: ready,
    config(config: SignedConfigSource): Promise<void> {
      const signed = signedFor('`config`')
      if (!context.destroyed && isInside()) {
        signed.start(config)
        // The gate looks for an upsdk to hand the config to, for as long as it takes.
        wait(true).catch(noop)
      }
      const promise = wait().then(noop, refuse)
      // Old pages hear of a refusal through `error`.
      promise.catch(noop)
      return promise
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
