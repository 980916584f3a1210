import type { LogEntry } from './log'

/** Finds the payment that a text is about: the one that reached native or was answered last before it. @param at in ms */
export function paymentBefore(payments: Iterable<LogEntry>, at: number): LogEntry | undefined {
  let found: LogEntry | undefined
  let newest = -Infinity
  for (const payment of payments) {
    const { reached, answered } = payment
    if (!reached || reached.at > at) continue
    const last = answered && answered.at <= at ? answered.at : reached.at
    if (last < newest) continue
    found = payment
    newest = last
  }
  return found
}
