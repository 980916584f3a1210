/** Reads what came of the calls at which a user acts. */
import { traitsOf } from '../../src/internalsWithoutDom'
import type { AuthorizationEnd, LogEntry } from '../shared/log'
import { isCancelled, isRefusedByBridge, statusOf, withoutThrown } from '../shared/logStatus'
import { REFUSED_BY_BRIDGE } from '../shared/outcomes'
import { asksUser } from '../shared/situations'
import type { SituationRun } from './situationRun'

export const authorizationsIn = ({ log }: SituationRun): AuthorizationEnd[] =>
  log.notes.reduce<AuthorizationEnd[]>((all, note) => {
    if (note.kind === 'authorization') all.push(note.end)
    return all
  }, [])

/** Did a payment reach the bridge, whether it was refused there or not? */
export const pays = ({ log }: SituationRun): boolean =>
  log.entries.some(({ method, reached }) => !!reached && traitsOf(method).payment)

/** Finds the payments that native has. One that is open in the situation of a refusal is refused after its page has gone. */
export const sentPayments = ({ log, situation }: SituationRun): LogEntry[] =>
  log.entries.filter(
    (one) =>
      !!one.reached &&
      traitsOf(one.method).payment &&
      !isRefusedByBridge(one) &&
      (!!one.answered || !REFUSED_BY_BRIDGE.test(situation)),
  )

/** Finds when the page first asked the user for something; undefined if it did not. @param after from when on it counts */
export function askedAt({ log }: SituationRun, after = -Infinity): number | undefined {
  const asking = [
    ...log.entries.filter(({ method }) => asksUser(method)),
    ...log.notes.filter(({ kind }) => kind === 'authorization'),
  ]
  return asking.find(({ at }) => at >= after)?.at
}

/** What came of a call of the user's: nothing yet, a failure, a cancellation, or what it was made for. */
export function endOf(entry: LogEntry): 'open' | 'failed' | 'cancelled' | 'done' {
  if (isCancelled(entry)) return 'cancelled'
  // A call ended as the page was told, whatever its callback then threw.
  const isTold = entry.told || entry.settled
  const { status } = statusOf(isTold ? withoutThrown(entry) : entry)
  // Nobody hears of a method that never answers, whatever comes of it.
  if (traitsOf(entry.method).settles === 'never' && entry.reached)
    return entry.answered?.how === 'fail' ? 'open' : 'done'
  return status === 'open' ? 'open' : status === 'success' ? 'done' : 'failed'
}
