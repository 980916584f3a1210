import type { Trouble } from '../lib/trouble'
import type { Reason } from '../types/failure'
import type { RunFallback } from '../types/fallbacks'

/** A call that a fallback may take over. */
interface ReplacedCall {
  /** The reason whose button is offered where there is none for its own. */
  buttonReason?: Reason
  isSettled(): boolean
  /** Runs when the call is over. */
  atEnd(run: () => void): void
  succeed(value: unknown): void
  fail(trouble: Trouble): void
}

/** May a fallback take over from a call that failed so? */
export const isReplaceable = (reason: Reason): boolean =>
  reason === 'outside-wallet' || reason === 'unsupported'

/** Lets a fallback answer a call. @param first what the call would have failed with */
export function takeOver(call: ReplacedCall, run: RunFallback, params: unknown, first: Trouble): void {
  const lifetime = {
    isOver: () => call.isSettled(),
    onEnd: (end: () => void) => (call.isSettled() ? end() : call.atEnd(end)),
  }
  run(params, lifetime).then(
    (value) => call.succeed(value),
    (trouble: Trouble) => {
      if (trouble.reason !== 'unsupported') return call.fail(trouble)
      // Neither can: where there is a wallet, its own answer says more.
      if (first.reason !== 'outside-wallet') return call.fail(first)
      call.buttonReason = first.reason
      call.fail(trouble)
    },
  )
}
