import { EVENT_TABLE } from '../call/methodTable'
import { memoize } from '../lib/run'

/** How one event of upsdk is registered and cancelled. */
export interface EventSource {
  event: string
  /** The method that registers. */
  method: string
  /** The parameter that takes the handler; upsdk has one slot for each event (H15). */
  slot: string
  /** The method that cancels it, if upsdk has one. */
  stop?: string
}

/** Finds the rows with a word in a column. The table is searched as text, since most pages never need a row. */
function rowsWith(word: string, column: 0 | 1): EventSource[] {
  if (!EVENT_TABLE.includes(word)) return []
  const rows = EVENT_TABLE.split('\n').map((line) => line.split(' '))
  return rows.filter((row) => row[column] === word).map(toSource)
}

/**
 * The event and what registers it; then, where the slot is not `callback`, the slot and what cancels it, if anything
 * does. What is registered by `on…` or `register…` in a `callback` is cancelled by `off…` or `cancel…`.
 */
function toSource([event = '', method = '', slot, stop]: string[]): EventSource {
  if (slot) return { event, method, slot, stop }
  return {
    event,
    method,
    slot: 'callback',
    stop: method.replace(/^on/, 'off').replace(/^register/, 'cancel'),
  }
}

/** Finds the event of a name; undefined if upsdk has none. */
export const findEvent = (name: string): EventSource | undefined => rowsWith(name, 0)[0]

/** Lists the events that a method registers. Most methods register none. */
export const eventsOf = /* @__PURE__ */ memoize((method: string): readonly EventSource[] =>
  rowsWith(method, 1),
)
