/** The causes of a log, each once, and the numbers of its problems. */
import { isEntry, type LogEntry, type LogNote, linesOf, type SeenText, seenTexts } from '../../shared/log'
import type { ReadableLog } from '../../shared/logReceiver'
import { errorText } from '../../shared/logStatus'
import { timesOf } from '../../shared/timesOf'
import { isRawText } from '../rawText'
import { isToldAtItsEnd } from '../shownStatus'
import type { Words } from '../texts/words'
import type { Diagnosis, Found } from './diagnose'
import { type LogCounts, sentencesOf } from './diagnosisTexts'
import { unknownMethodIn } from './unknownMethod'

type LogRecord = LogEntry | LogNote

/** What is said of the calls of a cause, or of some of them: a detail may differ. */
export interface CauseSentences {
  readonly wrong: string
  readonly instead: string
}

/** One kind of mistake, with all that it is about. */
export interface Cause {
  /** Tells it from the others. */
  readonly key: string
  readonly diagnosis: Diagnosis
  /** The methods of which the same is said share their sentences. */
  readonly sentences: readonly CauseSentences[]
  /** How often, by method; '' for notes. */
  readonly methods: ReadonlyMap<string, number>
  readonly count: number
  readonly latest: LogRecord
}

export const methodOf = (one: LogRecord): string => (isEntry(one) ? one.method : '')

/** Stands for the name of a method, to compare what is said of two of them. */
const ANY = '\u0000'

/** Makes the key by which methods share their sentences. Code with the name of a method is for that one alone. */
function sharedKey(diagnosis: Diagnosis, own: string, method: string, language: Words['language']): string {
  const [wrong, instead] = sentencesOf(diagnosis, ANY, language)
  const shared = `${wrong}\n${instead}`
  return !instead.includes(ANY) && shared.split(ANY).join(method) === own ? shared : own
}

/** Names the methods that share their sentences, as one subject. */
function subjectOf(methods: readonly string[], language: Words['language']): string {
  if (methods.length < 2) return methods.join()
  return language === 'en' ? `each of ${methods.join(', ')}` : methods.join('、')
}

/** A diagnosis of some methods of a cause, which share their sentences. */
interface Finding {
  readonly diagnosis: Diagnosis
  readonly methods: Set<string>
}

function sentencesFor({ diagnosis, methods }: Finding, language: Words['language']): CauseSentences {
  const [wrong, instead] = sentencesOf(diagnosis, subjectOf(Array.from(methods), language), language)
  return { wrong: wrong.replace(/^each of/, 'Each of'), instead }
}

/** A cause while its calls are collected. */
interface Collected {
  readonly key: string
  readonly diagnosis: Diagnosis
  readonly methods: Map<string, number>
  count: number
  latest: LogRecord
  /** By the key of their sentences. */
  readonly findings: Map<string, Finding>
  /** The sentences that a finding has already, each with its method: most calls repeat them. */
  readonly known: Set<string>
}

const newCause = (key: string, diagnosis: Diagnosis, latest: LogRecord): Collected => ({
  key,
  diagnosis,
  methods: new Map(),
  count: 0,
  latest,
  findings: new Map(),
  known: new Set(),
})

function addFinding(
  { findings, known }: Pick<Collected, 'findings' | 'known'>,
  diagnosis: Diagnosis,
  method: string,
  language: Words['language'],
): void {
  const own = sentencesOf(diagnosis, method, language).join('\n')
  const ofMethod = `${method}\n${own}`
  if (known.has(ofMethod)) return
  known.add(ofMethod)
  const key = sharedKey(diagnosis, own, method, language)
  const finding = findings.get(key) || { diagnosis, methods: new Set() }
  finding.methods.add(method)
  findings.set(key, finding)
}

const sentencesIn = (
  { findings }: Pick<Collected, 'findings'>,
  language: Words['language'],
): readonly CauseSentences[] => Array.from(findings.values(), (one) => sentencesFor(one, language))

/** A diagnosis of a call of a method. */
export interface FoundIn {
  readonly diagnosis: Diagnosis
  readonly method: string
}

/** Says what some diagnoses of one kind come to. Methods of which the same is said share it. */
export function sharedSentences(
  found: readonly FoundIn[],
  language: Words['language'],
): readonly CauseSentences[] {
  const collected = { findings: new Map<string, Finding>(), known: new Set<string>() }
  for (const { diagnosis, method } of found) addFinding(collected, diagnosis, method, language)
  return sentencesIn(collected, language)
}

/** Collects the causes, those that count first, and of these the earliest. */
export function causesOf(found: Found, language: Words['language']): readonly Cause[] {
  const causes = new Map<string, Collected>()
  found.forEach((list, one) => {
    for (const diagnosis of list) {
      const key = `${diagnosis.id} ${diagnosis.isNote}`
      const cause = causes.get(key) || newCause(key, diagnosis, one)
      causes.set(key, cause)
      const method = methodOf(one)
      cause.methods.set(method, (cause.methods.get(method) || 0) + 1)
      cause.count++
      if (one.at >= cause.latest.at) cause.latest = one
      addFinding(cause, diagnosis, method, language)
    }
  })
  return Array.from(causes.values(), (cause) => ({
    key: cause.key,
    diagnosis: cause.diagnosis,
    sentences: sentencesIn(cause, language),
    methods: cause.methods,
    count: cause.count,
    latest: cause.latest,
  })).sort((a, b) => Number(a.diagnosis.isNote) - Number(b.diagnosis.isNote))
}

/** Is it a text for developers that the user saw? */
export const showsRawText = (note: LogNote): boolean => note.kind === 'seen' && linesOf(note).some(isRawText)

export const rawTextsIn = (notes: readonly LogNote[]) => seenTexts(notes).filter(showsRawText)

export const textOf = (text: SeenText): string => linesOf(text).join('\n')

/** Lists the errors that nobody caught, with how often each came. One that a cause is about is no other problem. */
export function otherErrorsIn(notes: readonly LogNote[], found: Found): ReadonlyMap<string, number> {
  const thrown: string[] = []
  const unknown: string[] = []
  const named = new Set<LogRecord>()
  found.forEach((list, one) => {
    const counted = list.filter(({ isNote }) => !isNote)
    if (!counted.length) return
    named.add(one)
    const threw = isEntry(one) && (one.threwInKit || one.threw)
    if (threw) thrown.push(errorText(threw.error))
    for (const { detail } of counted) if (detail.unknown) unknown.push(detail.unknown.name)
  })
  const errors: string[] = []
  for (const note of notes) {
    if (note.kind !== 'error' || named.has(note)) continue
    const { text } = note
    const method = unknownMethodIn(text)
    const isNamed = (method && unknown.includes(method.name)) || thrown.some((one) => text.endsWith(one))
    if (!isNamed) errors.push(text)
  }
  return timesOf(errors)
}

/** Counts what a log has: each problem once, however often it was met. Raw texts are one, as in the list of causes. */
export function countsOf(
  { entries, dropped, notes }: Pick<ReadableLog, 'entries' | 'dropped' | 'notes'>,
  found: Found,
  all: readonly Cause[],
): LogCounts {
  const causes = all.filter(({ diagnosis }) => !diagnosis.isNote).length
  const { length: waits } = entries.filter(isToldAtItsEnd)
  const errors = otherErrorsIn(notes, found)
  const rawTexts = timesOf(rawTextsIn(notes).map(textOf))
  return {
    // A wait that the kit tells of is no call.
    calls: entries.length - waits + dropped,
    waits,
    causes,
    notes: all.length - causes,
    errors,
    rawTexts,
    problems: causes + errors.size + Number(rawTexts.size > 0),
  }
}
