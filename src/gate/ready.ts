import { noop, runLater, runSafely } from '../lib/run'
import type { Trouble } from '../lib/trouble'
import { isFunction } from '../lib/values'
import type { Environment } from '../types/environment'
import type { SignedConfigSource } from '../types/signed'
import type { Gate, Waiting } from './gate'
import type { RawSource } from './raw'
import type { SignedMode } from './signed'

/** Everything that waits for upsdk without sending anything. */
export interface Ready {
  ready(callback?: () => void): Promise<Environment>
  config(signed: SignedConfigSource): Promise<void>
  error(callback: (failure: unknown) => void): void
  supports(method: string): Promise<boolean>
}

export interface ReadyParts {
  gate: Gate
  source: RawSource
  environment(): Environment
  isInside(): boolean
  /** Is the kit `window.upsdk`? */
  isInPlace(): boolean
  /** The error that a promise rejects with. */
  toError(refusal: Trouble): unknown
  /** Why nothing is waited for any more. */
  whyDestroyed(): Trouble | undefined
}

export function createReady(kit: ReadyParts): Ready {
  const { gate, source, environment, isInside } = kit

  /** @param isUnlimited waits for as long as it takes @returns rejects with a `Trouble` */
  const wait = (isUnlimited?: boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const waiting: Waiting & { state: Waiting['state'] } = {
        state: 'waiting',
        due: Infinity,
        isUnlimited,
        needsAcceptance: true,
        send: () => end(resolve),
        fail: (trouble) => end(() => reject(trouble)),
        onDue: () => waiting.fail({ reason: gate.lateReason() }),
      }
      const end = (then: () => void) => {
        waiting.state = 'settled'
        gate.leave(waiting)
        then()
      }
      // Once the page's script has run: a `config` in it, behind its `ready`, begins signed mode first.
      Promise.resolve().then(() => {
        const destroyed = kit.whyDestroyed()
        if (destroyed) waiting.fail(destroyed)
        else gate.enter(waiting)
      })
    })

  const refused = (refusal: Trouble): never => {
    throw kit.toError(refusal)
  }

  function signed(): SignedMode {
    if (!gate.signed) throw new TypeError('upsdk-kit: this needs the part `signedMode`')
    return gate.signed
  }

  return {
    ready(callback) {
      if (isFunction(callback)) {
        const run = () => runSafely(callback)
        // Old pages begin to render in it, outside the wallet too (H4).
        wait(true).then(run, ({ reason }: Trouble) => reason === 'outside-wallet' && run())
      }
      const promise = wait().then(environment, refused)
      // In upsdk's place it stands in for a function that gives no promise.
      if (callback || kit.isInPlace()) promise.catch(noop)
      return promise
    },
    config(config) {
      const mode = signed()
      if (!kit.whyDestroyed() && isInside()) {
        mode.start(config)
        // The gate looks for an upsdk to hand the config to, for as long as it takes.
        wait(true).catch(noop)
      }
      const promise = wait().catch(refused)
      // Old pages hear of a refusal through `error`.
      promise.catch(noop)
      return promise
    },
    error: (callback) =>
      signed().onRefusal((failure) => runLater(() => isFunction(callback) && callback(failure))),
    supports: (method) =>
      wait().then(
        () => {
          const raw = source.get()
          return !!raw && !!gate.runnerOf(raw, method) && !gate.lacking.has(method)
        },
        () => false,
      ),
  }
}
