import type { Heartbeat } from '../lib/heartbeat'
import { noop, runLater } from '../lib/run'
import { lacking } from '../lib/trouble'
import { isFunction } from '../lib/values'
import type { Environment } from '../types/environment'
import type { SignedConfigSource } from '../types/signed'
import type { Trouble } from '../types/trouble'
import type { RawUpsdk } from '../types/window'
import type { Gate, Question, Waiting } from './gate'
import type { Enter, SignedMode } from './signed'

/** The kit, as its members that wait see it. */
export interface ReadyContext {
  readonly gate: Gate
  readonly heartbeat: Heartbeat<Waiting>
  /** Makes the error that a promise rejects with. */
  explain(refusal: Trouble): unknown
  /** Is the kit `window.upsdk`? */
  isInPlace(): boolean
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
  const { gate, heartbeat, isInPlace, explain } = context
  let isLateTold = false

  const enter: Enter = (send, fail, isAwaited, needsAcceptance = true) => {
    const startedAt = heartbeat.clock()
    const settle =
      <T>(tell: (value: T) => void) =>
      (value: T): void => {
        question.state = 'settled'
        heartbeat.open.delete(question)
        tell(value)
      }
    const question: Question & { state: Waiting['state'] } = {
      kind: 'question',
      state: 'waiting',
      due: Infinity,
      isUnlimited: !!isAwaited,
      needsAcceptance,
      send: settle(send),
      fail: settle(fail),
      onDue() {
        const trouble = { reason: gate.lateReason() }
        if (!isAwaited) return question.fail(trouble)
        question.due = Infinity
        if (isLateTold || !isAwaited()) return
        isLateTold = true
        tellLate(context, trouble, startedAt)
      },
    }
    if (gate.closed) question.fail(gate.closed)
    else gate.enter(question)
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
      throw explain(refusal)
    })
    // In upsdk's place it stands in for a function that gives no promise.
    if (isHeardElsewhere || isInPlace()) promise.catch(noop)
    return promise
  }

  function signedFor(member: string): SignedMode {
    if (!gate.signed) throw lacking(member, 'signedMode')
    return gate.signed
  }

  return {
    ready(callback?: Run): Promise<Environment> {
      if (isFunction(callback)) {
        if (gate.isOpen && !gate.closed) runLater(callback)
        else gate.signed?.whenOpen(callback)
      }
      return promiseOf(environment, callback)
    },
    pluginReady(callback?: Run): Promise<Environment> {
      if (isFunction(callback)) {
        const run = () => {
          gate.isOpen = true
          runLater(callback)
        }
        // At once, as upsdk does: if the bridge is up, it is open to a `ready` behind it in the same script. Old pages
        // begin to render in it, outside the wallet too (H4).
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
      signedFor('`config`').config(config, isInside() ? enter : undefined)
      // Old pages hear of a refusal through `error`.
      return promiseOf(noop, true)
    },
    error: (callback: (failure: unknown) => void): void => signedFor('`error`').error(callback),
    supports: (method: string): Promise<boolean> =>
      wait().then(
        ({ raw }) => !!gate.methodOf(raw, method) && !gate.lacking.has(method),
        () => false,
      ),
  }
}
