/** Describes what the pages called, for the message of a failed assertion and for the attached log. */

import { OPENS } from '../methods/methodTable'
import type { LogEntry } from '../shared/log'
import { failureText } from '../shared/logStatus'
import { portable } from '../shared/portable'
import type { WalletState } from '../simulator/steps'
import { printed } from './printed'
import type { WalletRecord } from './record'

/** The most characters of a value in a message. */
const LONGEST_PART = 200
/** The most calls in a message. The attached log has all of them. */
const MOST_CALLS = 20

const cut = (text: string): string => (text.length > LONGEST_PART ? `${text.slice(0, LONGEST_PART)}…` : text)

/** Writes a value, cut if it is long. */
export const printedShort = (value: unknown): string => cut(printed(value))

const isText = (value: unknown): value is string => typeof value === 'string'

const KEPT_PLACEHOLDER = 'it was taken off upsdk before the bridge was up'
/** Why a placeholder did nothing, by the state of the wallet at its call. */
const WHY_NOTHING: Readonly<Record<WalletState, string>> = {
  outside: 'the page is not in the wallet',
  'waiting for the bridge': 'the bridge was not up yet',
  'not opened': KEPT_PLACEHOLDER,
  open: KEPT_PLACEHOLDER,
}

/** Describes the outcome of a call in a few words: native's answer, else how far the call came. */
function statusText(entry: LogEntry): string {
  const { called, reached, answered, settled, replaced } = entry
  if (answered) {
    const { how, value, status } = answered
    // On Android, native gives an object as JSON text.
    if (how === 'success')
      return value === undefined ? 'success' : `success ${isText(value) ? cut(value) : printedShort(value)}`
    return `fail ${status || failureText(value) || printedShort(value)}`
  }
  if (reached) return 'no answer'
  if (settled) return `not sent by upsdk-kit: ${settled.outcome}`
  if (replaced) return 'replaced by a later call before the bridge was up'
  if (called?.through === 'slot') return 'kept by upsdk until the bridge is up'
  if (called?.through === 'placeholder') return `did nothing: ${WHY_NOTHING[called.state]}`
  if (called && called.state !== 'open') return `did not reach the wallet: ${called.state}`
  return 'did not reach the wallet'
}

function lineOf(entry: LogEntry): string {
  const { method, called, reached } = entry
  const given = (reached || called)?.params
  return `${method}${given === undefined ? '' : ` ${printedShort(given)}`} → ${statusText(entry)}`
}

/** Says that a page called nothing, or what alone it called to open upsdk. */
function nothingText(opening: readonly LogEntry[]): string {
  const names = opening.map(({ method }) => method).filter((name, index, all) => all.indexOf(name) === index)
  if (!names.length) return 'The page called nothing of upsdk.'
  const waits = opening.some(({ method, by, told }) => method !== 'error' && by === 'page' && !told)
  return `The page called nothing of upsdk but ${names.join(' and ')}${waits ? ', whose callback has not run' : ''}.`
}

/** Lists the calls and their pages. */
export function describeCalls(record: WalletRecord): string {
  const all = record.entries.filter(({ method }) => !OPENS.test(method))
  const newest = all.slice(-MOST_CALLS)
  const several = new Set(all.map(record.addressOf)).size > 1
  const lines = newest.map((entry) => `  ${lineOf(entry)}${several ? `   (${record.addressOf(entry)})` : ''}`)
  const left = all.length - newest.length
  if (left) lines.unshift(`  … ${left} before these`)
  const places = record.visited.length ? record.visited.join(' → ') : 'no page was opened'
  const errors = record.errors.slice(-3).map((error) => `  ${cut(error)}`)
  return [
    all.length ? 'What the page called of upsdk:' : nothingText(record.entries),
    ...lines,
    `Pages: ${places}${record.isClosed ? ' (closed)' : ''}`,
    ...(errors.length ? ['Errors in the page:', ...errors] : []),
  ].join('\n')
}

/** Writes the log of a failed test, with long values cut. The steps of a call hold all its facts. */
export const logOf = ({ documents, entries, visited, errors, calls }: WalletRecord): string => {
  const entryOf = ({ id, method, at, by, steps }: LogEntry) => ({
    id,
    method,
    at,
    by,
    steps: steps.map((step) => portable(step)),
  })
  const log = {
    pages: visited,
    errors,
    calls: calls.map((call) => portable(call)),
    documents: documents.map(({ id, address, notes }) => ({
      address,
      entries: entries.filter(({ document }) => document === id).map(entryOf),
      notes,
    })),
  }
  return JSON.stringify(log, null, 2)
}
