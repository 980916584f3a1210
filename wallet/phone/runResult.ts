/** Reads what came of one run of a page in a situation: the facts for a cell of the table, and its marks. */

import { traitsOf } from '../../src/internalsWithoutDom'
import { OPENS } from '../methods/methodTable'
import { isEntry, type LogEntry, type SeenText, seenTexts } from '../shared/log'
import { configures } from '../shared/logStatus'
import type { Situation } from '../shared/situations'
import { inSituation } from '../shared/situations'
import { timesOf } from '../shared/timesOf'
import { WEB_AUTHORIZATION } from '../shared/webAuthorization'
import { SETTLES_WITHIN, withoutNumbers } from '../shared/withoutNumbers'
import { otherErrorsIn } from '../view/diagnoses/causes'
import { type Diagnosis, diagnose } from '../view/diagnoses/diagnose'
import { hasReachedNobody, isOnlySent } from '../view/shownStatus'
import { isUnreadView, type Mark, marksOf, type SeenAt } from './marks'
import type { SituationRun } from './situationRun'
import { authorizationsIn, endOf, sentPayments } from './userCalls'

/** A cause that the log counts, or an error that the page did not catch. */
export interface Problem {
  /** Two problems with the same key are one, in whatever run. */
  readonly key: string
  readonly method: string
  readonly diagnosis: Diagnosis | undefined
  /** The text of an error. */
  readonly error: string
}

export interface RunResult {
  /** The situation met no call of the run. */
  readonly isReached: boolean
  /** What the user saw, oldest first. A text that counts up or down stands there once. */
  readonly seen: readonly SeenAt[]
  /** Those of them that do not count up or down. */
  readonly texts: readonly SeenAt[]
  /** The newest of those. */
  readonly newest: SeenAt | undefined
  /** The callbacks of the page that ran, such as `pay.fail × 2`; with the kit what a call came to, such as `pay: busy`. */
  readonly callbacks: readonly string[]
  /** Is it unknown which callbacks of the page ran? */
  readonly hidesCallbacks: boolean
  /** Payments that native has. One that the bridge has refused is none. */
  readonly payments: number
  readonly problems: readonly Problem[]
  readonly marks: readonly Mark[]
  /** The text that proves a mark, if one does. */
  readonly proofs: ReadonlyMap<Mark, SeenAt | undefined>
  /** How long after the last action the newest text, answer or settled call came, in ms of the page's time; undefined if none did. */
  readonly took: number | undefined
  /** Is there something on the screen whose content is not read? */
  readonly isUnread: boolean
  /** Nothing on the screen has changed from the last action on, though the run has looked to its end. */
  readonly isStill: boolean
}

/**
 * Reads what came of a run.
 *
 * @param success the run of the success in the same mode, for what the situation has changed
 */
export function resultOf(run: SituationRun, success?: SituationRun): RunResult {
  const { log, situation, inPlace } = run
  const { entries, notes } = log
  const content = newContent(run, success)
  // What is shown again later is a text of its own.
  const isContent = ({ message, at }: SeenAt) =>
    content.some((one) => one.message === message && at - one.at <= SETTLES_WITHIN)
  const seen = [...content, ...seenTexts(notes).filter((text) => !isContent(text))].sort(
    (a, b) => a.at - b.at,
  )
  const callbacks: string[] = []
  const isKitQuiet = run.hasKit && !entries.some(({ steps }) => steps.some(({ from }) => from === 'kit'))
  // A kit in place runs the callback of `error` itself, and does not log it.
  const isRefused = inPlace && entries.some((one) => configures(one.method) && one.answered?.how === 'fail')
  for (const entry of entries) {
    const { method, told, settled } = entry
    if (!isTelling(method)) continue
    // upsdk ran the kit's callbacks here. A kit logs what came of the call, not which callbacks the page gave it.
    if (settled)
      callbacks.push(
        `${method}: ${isOnlySent(entry) ? (hasReachedNobody(entry) ? 'no result' : 'sent') : settled.outcome}`,
      )
    else if (told && isKitQuiet) callbacks.push(`${method}: ${ENDS[endOf(entry)]}`)
    // The only argument of `error` is its callback.
    else if (told) callbacks.push(told.callback === method ? method : `${method}.${told.callback}`)
  }
  for (const end of authorizationsIn(run)) callbacks.push(`${WEB_AUTHORIZATION}: ${end}`)
  const { isCounting, isRepeated } = numbersIn(seen, run)
  const texts = seen.filter((text) => !isCounting(text))
  const named = seen.filter((text) => !isRepeated(text))
  const reached = isReached(situation, run)
  const proofs = reached
    ? marksOf({ run, success, seen: [...contentOf(run), ...seen], texts })
    : new Map<Mark, SeenAt | undefined>()
  return {
    isReached: reached,
    seen: named,
    texts,
    newest: texts.slice(-1)[0],
    callbacks: counted(callbacks),
    hidesCallbacks: isKitQuiet || isRefused || entries.some(hidesFailure),
    payments: sentPayments(run).length,
    problems: problemsIn(run, inPlace),
    marks: Array.from(proofs.keys()),
    proofs,
    took: tookOf(run, texts),
    isUnread: run.views.some(isUnreadView),
    isStill: isStill(run, seen),
  }
}

/** Names what came several times once, with its count. */
const counted = (names: readonly string[]): string[] =>
  Array.from(timesOf(names), ([name, times]) => (times > 1 ? `${name} × ${times}` : name))

/** How long a page takes to open is no fact of it: a busy machine opens it later. So the time begins at an action. */
function tookOf({ log, actedAt }: SituationRun, texts: readonly SeenAt[]): number | undefined {
  const [lastAction = Infinity] = actedAt.slice(-1)
  // A title bar and `config` answer too, and show nothing of how the action ended.
  const ends = log.entries
    .filter(({ method }) => isTelling(method) && !configures(method))
    .map(({ answered, settled }) => Math.max(answered?.at ?? -Infinity, settled?.at ?? -Infinity))
  const newest = Math.max(-Infinity, ...texts.map(({ at }) => at), ...ends)
  return newest >= lastAction ? newest - lastAction : undefined
}

function isStill({ views, actedAt, end }: SituationRun, seen: readonly SeenAt[]): boolean {
  const [lastAction] = actedAt.slice(-1)
  const changes = views.filter(({ text }, index) => index > 0 && text !== views[index - 1]?.text)
  return (
    lastAction !== undefined &&
    end === 'done' &&
    !views.some(isUnreadView) &&
    ![...seen, ...changes].some(({ at }) => at >= lastAction)
  )
}

/** The kit's words for how upsdk ended a call. */
const ENDS = { done: 'success', cancelled: 'cancelled', failed: 'failed', open: 'failed' } as const

/**
 * Finds the texts that change their digits with no action in between. Those that count, such as the time that is left to
 * pay, come whatever happens. One of them is told: as it had settled.
 */
function numbersIn(all: readonly SeenAt[], { actedAt }: SituationRun) {
  const shapeOf = ({ message }: SeenText) => withoutNumbers(message)
  const keyOf = (text: SeenAt) => `${actedAt.filter((at) => at <= text.at).length} ${shapeOf(text)}`
  const numbered = all.filter(({ message }) => /\d/.test(message))
  const first = new Map<string, SeenAt>()
  const settled = new Map<string, SeenAt>()
  const counting = new Set<string>()
  for (const text of numbered) {
    const key = keyOf(text)
    const before = first.get(key) || text
    first.set(key, before)
    if (text.at - before.at <= SETTLES_WITHIN) settled.set(key, text)
    else if (text.message !== before.message) counting.add(shapeOf(text))
  }
  const told = new Set<string>()
  const repeated = new Set<SeenAt>()
  for (const text of numbered) {
    const shape = shapeOf(text)
    const isKnown = counting.has(shape) && told.has(shape)
    if (settled.get(keyOf(text)) === text && !isKnown) told.add(shape)
    else repeated.add(text)
  }
  return {
    isCounting: (text: SeenAt) => counting.has(shapeOf(text)),
    isRepeated: (text: SeenAt) => repeated.has(text),
  }
}

/** What documents showed from their start. */
function contentOf({ content }: SituationRun): SeenAt[] {
  const all: SeenAt[] = []
  for (const { lines, at } of content)
    for (const message of lines) all.push({ kind: 'seen', at, by: 'page', form: 'text', message })
  return all
}

/**
 * Finds what documents showed from their start because of this run: everything in documents that came after the last
 * action, and in the others what is not there when all goes well.
 */
function newContent(run: SituationRun, success: SituationRun | undefined): SeenAt[] {
  const [lastAction = Infinity] = run.actedAt.slice(-1)
  const usual = new Set(success && contentOf(success).map(({ message }) => withoutNumbers(message)))
  const named = new Set<string>()
  const [first] = run.content
  return contentOf(run).filter(({ message, at }) => {
    const line = withoutNumbers(message)
    const isLater = at > lastAction && at !== first?.at
    const isNew = isLater || (!!success && !usual.has(line))
    return isNew && !named.has(line) && !!named.add(line)
  })
}

/** Finds the problems that the log counts: the causes, each once per method, and errors. */
function problemsIn({ log }: SituationRun, kitInPlace: boolean): Problem[] {
  const problems = new Map<string, Problem>()
  const add = (problem: Problem) => void problems.set(problem.key, problem)
  const found = diagnose(log, { kitInPlace })
  found.forEach((list, one) => {
    const method = isEntry(one) ? one.method : ''
    for (const diagnosis of list)
      if (!diagnosis.isNote) add({ key: `${diagnosis.id} ${method}`, method, diagnosis, error: '' })
  })
  for (const error of otherErrorsIn(log.notes, found).keys())
    add({ key: withoutNumbers(error), method: '', diagnosis: undefined, error })
  return [...problems.values()]
}

/** Ran an `async` callback, which upsdk runs at a failure alone, and which nothing follows? */
const hidesFailure = ({ called, answered, told }: LogEntry): boolean =>
  answered?.how === 'fail' && !told && !!called?.asyncCallbacks.some((name) => name !== 'success')

/** Is a callback of the method worth showing? Those of `pluginReady` and title bars show nothing new. */
function isTelling(method: string): boolean {
  if (method === 'error') return true
  const { interactive, payment, gives } = traitsOf(method)
  return interactive || payment || (gives !== 'nothing' && !OPENS.test(method))
}

/** Did the situation meet a call of the run? What a page reads at its start meets every page. */
export function isReached(situation: Situation, run: SituationRun): boolean {
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
