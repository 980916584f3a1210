import type { LogEntry } from './log'

/**
 * Finds the payment that a text is about: the one that reached native or was answered last before it. A text of the same
 * moment as a call came before it: a page that asks whether to pay again does so on the clock of a run.
 *
 * @param at in ms
 */
export function paymentBefore(payments: Iterable<LogEntry>, at: number): LogEntry | undefined {
  let found: LogEntry | undefined
  let newest = -Infinity
  for (const payment of payments) {
    const { reached, answered } = payment
    const isAnswered = !!answered && answered.at <= at
    if (!reached || reached.at > at || (reached.at === at && !isAnswered)) continue
    const last = isAnswered ? answered.at : reached.at
    if (last < newest) continue
    found = payment
    newest = last
  }
  return found
}
