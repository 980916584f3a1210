import type { Reason } from './codes/reasons'
import type { Failures } from './failures'
import type { Environment } from './gate/environment'
import type { Gate } from './gate/gate'
import { hasMethod, type RawSource } from './gate/raw'
import type { SignedConfigSource } from './gate/signed'
import { isFunction, noop, runLater } from './run'

/** Everything that waits for upsdk without sending anything: `ready`, `config`, `error`, `supports`. */
export interface Readiness {
  ready(callback?: () => void): Promise<Environment>
  config(signed: SignedConfigSource): Promise<void>
  error(callback: (failure: unknown) => void): void
  supports(method: string): Promise<boolean>
  destroy(): void
}

export interface ReadinessParts {
  gate: Gate
  source: RawSource
  environment(): Environment
  failures: Failures
  /** ms */
  readyTimeout: number
  /** Has the wallet shown that it lacks this method? */
  isLacking(method: string): boolean
}

export function createReadiness(parts: ReadinessParts): Readiness {
  const { gate, source, environment, failures, readyTimeout } = parts
  let destroyed = false

  function whenReady(): Promise<Environment> {
    return new Promise((resolve, reject) => {
      const refuse = (reason: Reason, raw?: unknown) => reject(failures.ofReason(reason, raw))
      if (destroyed) return refuse('aborted')
      gate.enter({ send: () => resolve(environment()), refuse }, readyTimeout)
    })
  }

  return {
    ready(callback) {
      if (isFunction(callback) && !destroyed) {
        const run = () => runLater(callback)
        gate.enter({ send: run, refuse: (reason) => reason === 'outside-wallet' && run(), patient: true }, 0)
      }
      const promise = whenReady()
      if (callback) promise.catch(noop)
      return promise
    },
    config(signed) {
      if (!destroyed && environment().insideWallet) {
        gate.signed.start(signed)
        // Keeps the gate looking for an upsdk to hand the config to, for as long as it takes.
        gate.enter({ send: noop, refuse: noop, patient: true }, 0)
      }
      const promise = whenReady().then(noop)
      // Old pages hear of a refusal through `error`.
      promise.catch(noop)
      return promise
    },
    error: (callback) => gate.signed.onRefusal((failure) => runLater(() => callback(failure))),
    supports: (method) =>
      whenReady().then(
        () => {
          const raw = source.get()
          return !!raw && hasMethod(raw, method) && !parts.isLacking(method)
        },
        () => false,
      ),
    destroy() {
      destroyed = true
    },
  }
}
