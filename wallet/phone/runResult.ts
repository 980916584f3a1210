/** Reads what came of one run of a page in a situation: the facts for a cell of the table, and its marks. */
import { traitsOf } from '../../src/plainTools'
import { type LogEntry, linesOf, type SeenText, seenTexts } from '../shared/log'
import type { ReadableLog } from '../shared/logReceiver'
import { statusOf } from '../shared/logStatus'
import { isCancellation } from '../shared/outcomes'
import type { Situation } from '../shared/settings'
import { inSituation } from '../shared/situations'
import { diagnose } from '../view/diagnoses/diagnose'

/** Why a run ended. `done`: nothing was left to wait for. */
export type RunEnd =
  | 'done'
  | 'time'
  | 'hand'
  | 'missing'
  | 'hidden'
  | 'disabled'
  | 'untrusted'
  | 'changed'
  | 'dialogs'
  | 'left'
  | 'reloads'
  | 'stopped'

/** One run, as it was collected over all of its documents. */
export interface SituationRun {
  readonly situation: Situation
  readonly inPlace: boolean
  readonly log: ReadableLog
  readonly end: RunEnd
  /** The element, the address or the number that belongs to the end. */
  readonly detail: string
  /** In ms. */
  readonly took: number
  /** Did the page show another route than at its start? */
  readonly isElsewhere: boolean
  /** A test that repeats the run; '' if there is none. */
  readonly test: string
}

/** A fault of a run, for a marked cell. */
export type Mark = 'unheard' | 'raw-text' | 'paid-twice' | 'told-failed'

export interface RunResult {
  /** The situation met no call of the run. */
  readonly isReached: boolean
  readonly seen: readonly SeenText[]
  /** The callbacks of the page that ran, such as `pay.fail`; with the kit what a call came to, such as `pay: busy`. */
  readonly callbacks: readonly string[]
  /** Payments that reached native. */
  readonly payments: number
  readonly diagnoses: number
  readonly marks: readonly Mark[]
}

/** Matches texts that are for developers: codes, JSON, names of exceptions and of native's errors. */
const RAW_TEXT = /[A-Z]{3,}_[A-Z_]{3,}|\berr(code|msg)\b|\{\s*\\?"|\[object |\bundefined\b|\bc0\d\b/
/** Matches a page's own text that says that it failed. */
const SAYS_FAILED = /失败|失敗|fail/i

export function resultOf(run: SituationRun): RunResult {
  const { log, situation, inPlace, isElsewhere } = run
  const { entries, notes } = log
  const seen = seenTexts(notes)
  const says = (pattern: RegExp) => seen.some((text) => linesOf(text).some((line) => pattern.test(line)))
  const callbacks: string[] = []
  for (const { method, told, settled } of entries) {
    if (!isTelling(method)) continue
    // What upsdk told is the kit's own. A kit does not say which callbacks the page gave it, but what came of the call.
    if (settled) callbacks.push(`${method}: ${settled.outcome}`)
    else if (told) callbacks.push(`${method}.${told.callback}`)
  }
  const payments = entries.filter(({ method, reached }) => reached && traitsOf(method).payment)
  let diagnoses = 0
  let saysFailed = false
  diagnose(log, { kitInPlace: inPlace }).forEach((list) => {
    diagnoses += list.filter(({ isNote }) => !isNote).length
    saysFailed = saysFailed || list.some(({ id }) => id === 'sent-told-failed')
  })
  const hasFailed =
    entries.some((entry) => isUnheardFailure(entry)) || notes.some(({ kind }) => kind === 'error')
  const marks: Mark[] = []
  if (hasFailed && !seen.length && !isElsewhere) marks.push('unheard')
  if (says(RAW_TEXT)) marks.push('raw-text')
  if (isPaidTwice(payments)) marks.push('paid-twice')
  const isPaid = payments.some(({ answered }) => answered?.how === 'success')
  if (saysFailed || (isPaid && says(SAYS_FAILED))) marks.push('told-failed')
  return {
    isReached: isReached(situation, entries),
    seen,
    callbacks,
    payments: payments.length,
    diagnoses,
    marks,
  }
}

/** Is a callback of the method worth a word? `pluginReady` and title bars have nothing to tell. */
function isTelling(method: string): boolean {
  const { interactive, payment, gives } = traitsOf(method)
  return interactive || payment || (gives !== 'nothing' && method !== 'pluginReady')
}

/** A failure that is no cancellation, of which no callback of the page was told. */
function isUnheardFailure(entry: LogEntry): boolean {
  const { method, told, settled, answered } = entry
  const { status } = statusOf(entry)
  if (told || settled) return false
  return status === 'none' || (status === 'failure' && !(answered && isCancellation(method, answered.value)))
}

/** Was one order paid twice, or a second payment sent while the first was open? */
const isPaidTwice = (payments: readonly LogEntry[]): boolean =>
  payments.some((one, index) =>
    payments.slice(0, index).some((earlier) => {
      const isSame = JSON.stringify(one.reached?.params) === JSON.stringify(earlier.reached?.params)
      return isSame ? earlier.answered?.how !== 'fail' : !earlier.answered
    }),
  )

/** Did the situation meet a call of the run? What a page reads at its start meets every page. */
function isReached(situation: Situation, entries: readonly LogEntry[]): boolean {
  const { answers } = inSituation({}, situation)
  const methods = Object.keys(answers || {})
  return (
    !methods.length ||
    entries.some(
      ({ method, called, sent, reached }) => methods.includes(method) && !!(called || sent || reached),
    )
  )
}
