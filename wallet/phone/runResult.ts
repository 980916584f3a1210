/** Reads what came of one run of a page in a situation: the facts for a cell of the table, and its marks. */
import { traitsOf } from '../../src/internalsWithoutDom'
import { LEADS_AWAY, OPENS } from '../methods/methodTable'
import {
  type AuthorizationEnd,
  type LogEntry,
  type LogNote,
  linesOf,
  type SeenText,
  seenTexts,
} from '../shared/log'
import type { ReadableLog } from '../shared/logReceiver'
import { statusOf } from '../shared/logStatus'
import { isCancellation } from '../shared/outcomes'
import type { Situation } from '../shared/situations'
import { asksUser, inSituation } from '../shared/situations'
import { WEB_AUTHORIZATION } from '../shared/webAuthorization'
import { diagnose } from '../view/diagnoses/diagnose'
import { saysFailed, saysPaid, saysPaymentFailed } from '../view/failureText'
import { isRawText } from '../view/rawText'

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

/** A route of the page. */
export interface Route {
  readonly path: string
  /** When the page began to show it, in ms of the log. */
  readonly at: number
}

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
  /** The run brought up a bridge that was due later: when, in ms since its document started. */
  readonly bridgeAfter?: number | undefined
  /** The id of the last call of the page's load; undefined if nobody acted after it. */
  readonly loadedTo?: number | undefined
  /** Did timers of the page run at the end: ones that repeat, or take long? It may have a word later. */
  readonly hasMore: boolean
  /** The routes that the page showed, oldest first. */
  readonly routes: readonly Route[]
  /** The lines of the page's content, as it was drawn first. */
  readonly content: readonly string[]
  /** A test that repeats the run; '' if there is none. */
  readonly test: string
}

/** A fault of a run, for a marked cell. `unheard`: a failure without a word; `unanswered`: no answer, and no word. */
export type Mark = 'unheard' | 'unanswered' | 'raw-text' | 'paid-twice' | 'told-failed'

export interface RunResult {
  /** The situation met no call of the run. */
  readonly isReached: boolean
  readonly seen: readonly (LogNote & SeenText)[]
  /** The callbacks of the page that ran, such as `pay.fail`; with the kit what a call came to, such as `pay: busy`. */
  readonly callbacks: readonly string[]
  /** Payments that reached native. */
  readonly payments: number
  readonly diagnoses: number
  readonly marks: readonly Mark[]
}

/**
 * Reads what came of a run.
 *
 * @param success the run of the success in the same mode: what it has too is no effect of the situation
 */
export function resultOf(run: SituationRun, success?: SituationRun): RunResult {
  const { log, situation, inPlace } = run
  const { entries, notes } = log
  const content = newContent(run, success)
  const isContent = ({ message }: SeenText) => content.some((one) => one.message === message)
  const seen = [...content, ...seenTexts(notes).filter((text) => !isContent(text))]
  const words = seen.filter((text) => !isCounting(text, seen) && !linesOf(text).every(saysThatItLoads))
  const callbacks: string[] = []
  for (const { method, told, settled } of entries) {
    if (!isTelling(method)) continue
    // What upsdk told is the kit's own. A kit does not say which callbacks the page gave it, but what came of the call.
    if (settled) callbacks.push(`${method}: ${settled.outcome}`)
    else if (told) callbacks.push(`${method}.${told.callback}`)
  }
  for (const end of authorizationsIn(run)) callbacks.push(`${WEB_AUTHORIZATION}: ${end}`)
  let diagnoses = 0
  let isToldFailed = false
  diagnose(log, { kitInPlace: inPlace }).forEach((list) => {
    diagnoses += list.filter(({ isNote }) => !isNote).length
    isToldFailed = isToldFailed || list.some(({ id }) => id === 'sent-told-failed')
  })
  const payments = entries.filter(({ method, reached }) => reached && traitsOf(method).payment)
  const says = (isMeant: (line: string) => boolean, since = -Infinity) =>
    seen.some((text) => text.at >= since && linesOf(text).some(isMeant))
  const paidAt = payments.find(({ answered }) => answered?.how === 'success')?.answered?.at ?? Infinity
  const isWithoutWord = (times: readonly number[]) =>
    times.some((at) => !words.some((text) => text.at >= at) && !hasLeft(run, at) && !leadsAway(run, at))
  const has: Readonly<Record<Mark, boolean>> = {
    unheard: isWithoutWord([...failuresIn(run, success), ...unmadeIn(run, success)]),
    unanswered: isWithoutWord(unansweredIn(run)),
    'raw-text': says(isRawText),
    'paid-twice': isPaidTwice(payments),
    // Whoever reads that the payment was made knows that something else failed.
    'told-failed':
      isToldFailed ||
      says(saysPaymentFailed, paidAt) ||
      (says(saysFailed, paidAt) && !says(saysPaid, paidAt)),
  }
  const reached = isReached(situation, run)
  return {
    isReached: reached,
    seen,
    callbacks,
    payments: payments.length,
    diagnoses,
    marks: reached ? MARKS.filter((mark) => has[mark]) : [],
  }
}

const MARKS: readonly Mark[] = ['unheard', 'unanswered', 'raw-text', 'paid-twice', 'told-failed']

/** Does the page show another route at the end than at a time? */
function hasLeft({ routes }: SituationRun, at: number): boolean {
  const then = routes.filter((one) => one.at <= at).pop() || routes[0]
  return then?.path !== routes[routes.length - 1]?.path
}

/** Does the page close itself, or lead to another page of the wallet, from a time on? */
const leadsAway = ({ log }: SituationRun, since: number): boolean =>
  log.entries.some(
    ({ method, reached }) =>
      reached &&
      reached.at >= since &&
      (LEADS_AWAY.test(method) || /^(closeWebApp|navigateBack)$/.test(method)),
  )

/** Numbers differ from run to run. */
const withoutNumbers = (text: string): string => text.replace(/\d+/g, '0')

/** A text that counts seconds comes again within this time, in ms. */
const COUNTS_WITHIN = 1500

/** Is it a text that counts, such as the time that is left to pay? It comes whatever happens, and is no word. */
const isCounting = (text: LogNote & SeenText, all: readonly (LogNote & SeenText)[]): boolean =>
  all.some(
    ({ message, at }) =>
      Math.abs(at - text.at) <= COUNTS_WITHIN &&
      message !== text.message &&
      withoutNumbers(message) === withoutNumbers(text.message),
  )

/** Is it a text beside a spinner? It says nothing of what came. */
const saysThatItLoads = (text: string): boolean =>
  /^(页面|頁面)?(正在)?(加载|載入|载入|加載|loading|请稍[候等后]|請稍[候等後]|please wait)中?[\s.。…]*$/i.test(
    text,
  )

/** Finds what the page showed from its start, and does not show where all goes well. */
function newContent({ content }: SituationRun, success: SituationRun | undefined): (LogNote & SeenText)[] {
  if (!success) return []
  const known = new Set(success.content.map(withoutNumbers))
  return (
    content
      .filter((line, index) => !known.has(withoutNumbers(line)) && content.indexOf(line) === index)
      // A text that has stayed since the start is a word for all that comes.
      .map((message) => ({ kind: 'seen', at: Infinity, by: 'page', form: 'text', message }))
  )
}

const authorizationsIn = ({ log }: SituationRun): AuthorizationEnd[] =>
  log.notes.reduce<AuthorizationEnd[]>((all, note) => {
    if (note.kind === 'authorization') all.push(note.end)
    return all
  }, [])

/** Finds the times of failures and errors, from which on the user has to see something. */
function failuresIn({ log, loadedTo }: SituationRun, success: SituationRun | undefined): number[] {
  const expected = new Set(
    success?.log.notes.map((note) => note.kind === 'error' && withoutNumbers(note.text)),
  )
  // What an action does once upsdk is ready never happens, and nobody says so.
  const isShut = (entry: LogEntry) =>
    OPENS.test(entry.method) &&
    entry.id > (loadedTo ?? Infinity) &&
    /^(open|none)$/.test(statusOf(entry).status)
  // What a page says while it waits, such as “paying…”, is no word about the answer.
  const times = log.entries
    .filter((entry) => hasFailed(entry) || isShut(entry))
    .map(({ at, answered }) => answered?.at ?? at)
  for (const note of log.notes)
    if (note.kind === 'error' && !expected.has(withoutNumbers(note.text))) times.push(note.at)
    else if (note.kind === 'authorization' && note.end === 'failed') times.push(note.at)
  return times
}

/**
 * Finds the calls that the actions did not make, but do where all goes well: a page that asks for upsdk first, or adds
 * its listener once upsdk is ready, does nothing at a tap. Any text of the run is a word about it.
 */
function unmadeIn(run: SituationRun, success: SituationRun | undefined): number[] {
  // An action that could not be done says so itself.
  const isOver = run.end === 'done' || run.end === 'time'
  const hasActed = run.loadedTo !== undefined
  return isOver && hasActed && success && asks(success, success.loadedTo) && !asks(run) ? [-Infinity] : []
}

/** Did the page ask the user for something? @param after the id of the last call that does not count */
const asks = (run: SituationRun, after = 0): boolean =>
  authorizationsIn(run).length > 0 || run.log.entries.some(({ id, method }) => id > after && asksUser(method))

/** Finds the times of calls that native has, and never answered. */
function unansweredIn({ log, end }: SituationRun): number[] {
  // The answers may have come later.
  if (/^(stopped|changed|left)$/.test(end)) return []
  const times = log.entries.filter(isUnanswered).map(({ at }) => at)
  for (const note of log.notes)
    if (note.kind === 'authorization' && note.end === 'silent') times.push(note.at)
  return times
}

/** Is a callback of the method worth a word? `pluginReady` and title bars have nothing to tell. */
function isTelling(method: string): boolean {
  const { interactive, payment, gives } = traitsOf(method)
  return interactive || payment || (gives !== 'nothing' && method !== 'pluginReady')
}

/**
 * Did a call at which the user acts fail, or never reach native? A callback that ran is no word to the user. Of a call
 * that a later one replaced, that one has the result.
 */
function hasFailed(entry: LogEntry): boolean {
  const { method, reached, settled, answered, replaced } = entry
  if (!asksUser(method) || replaced) return false
  const { status } = statusOf(entry)
  const isCancelled =
    settled?.outcome === 'cancelled' || (answered?.how === 'fail' && isCancellation(method, answered.value))
  return status === 'none' || (status === 'open' && !reached) || (status === 'failure' && !isCancelled)
}

const isUnanswered = (entry: LogEntry): boolean =>
  asksUser(entry.method) &&
  !!entry.reached &&
  traitsOf(entry.method).settles !== 'never' &&
  statusOf(entry).status === 'open'

/** Was one order paid twice, or a second payment sent while the first was open? */
const isPaidTwice = (payments: readonly LogEntry[]): boolean =>
  payments.some((one, index) =>
    payments.slice(0, index).some((earlier) => {
      const order = JSON.stringify(one.reached?.params) || ''
      // A call that names no order, as of `qrCodePay`, may be for another one each time.
      const isSame = /\w/.test(order) && order === JSON.stringify(earlier.reached?.params)
      return isSame ? earlier.answered?.how !== 'fail' : !earlier.answered
    }),
  )

/** Did the situation meet a call of the run? What a page reads at its start meets every page. */
function isReached(situation: Situation, run: SituationRun): boolean {
  const { answers } = inSituation({}, situation)
  const methods = Object.keys(answers || {})
  return (
    !methods.length ||
    (methods.includes(WEB_AUTHORIZATION) && authorizationsIn(run).length > 0) ||
    run.log.entries.some(
      ({ method, called, sent, reached }) => methods.includes(method) && !!(called || sent || reached),
    )
  )
}
