/** What is remembered of a log for the diagnoses of later records. */
import { traitsOf } from '../../../src/internalsWithoutDom'
import { isEntry, type LogEntry, type LogNote, linesOf } from '../../shared/log'
import { configures } from '../../shared/logStatus'
import { saysPaymentFailed } from '../failureText'
import type { OtherRecords } from './diagnosis'

export const noRecords = (): OtherRecords => ({
  payments: new Map(),
  configured: new Set(),
  waiting: [],
  failures: [],
  oddities: [],
  unknown: new Set(),
})

/** Remembers a record. @returns other records whose diagnoses it may change */
export function remember(
  one: LogEntry | LogNote,
  { payments, configured, waiting, failures, oddities }: OtherRecords,
): readonly LogEntry[] {
  if (isEntry(one)) {
    if (one.reached && traitsOf(one.method).payment) payments.set(one.id, one)
    if (one.neverReady) waiting.push(one)
    if (!configures(one.method) || configured.has(one.document)) return []
    configured.add(one.document)
    return waiting
  }
  if (
    one.kind === 'error' ||
    (one.kind === 'seen' && linesOf(one).some((line) => /undefined|NaN/.test(line)))
  )
    oddities.push(one)
  if (one.kind !== 'seen' || one.by === 'kit' || !linesOf(one).some(saysPaymentFailed)) return []
  failures.push(one)
  return Array.from(payments.values())
}
