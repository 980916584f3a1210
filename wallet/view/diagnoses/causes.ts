/** The causes of a log, each once, and the numbers of its problems. */
import { isEntry, type LogEntry, type LogNote, linesOf, seenTexts } from '../../shared/log'
import type { ReadableLog } from '../../shared/logReceiver'
import { errorText } from '../../shared/logStatus'
import { isRawText } from '../rawText'
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

/** Which methods share their sentences: those of which the same is said, unless it shows code with their name. */
function sharedBy(diagnosis: Diagnosis, method: string, language: Words['language']): string {
  const [wrong, instead] = sentencesOf(diagnosis, ANY, language)
  const own = sentencesOf(diagnosis, method, language).join('\n')
  const isShared = !instead.includes(ANY) && `${wrong}\n${instead}`.split(ANY).join(method) === own
  return isShared ? `${wrong}\n${instead}` : own
}

/** Names the methods that share their sentences, as one subject. */
function subjectOf(methods: readonly string[], language: Words['language']): string {
  if (methods.length < 2) return methods.join()
  return language === 'en' ? `each of ${methods.join(', ')}` : methods.join('、')
}

interface Finding {
  readonly diagnosis: Diagnosis
  readonly methods: Set<string>
}

function sentencesFor({ diagnosis, methods }: Finding, language: Words['language']): CauseSentences {
  const [wrong, instead] = sentencesOf(diagnosis, subjectOf(Array.from(methods), language), language)
  return { wrong: wrong.replace(/^each of/, 'Each of'), instead }
}

/** Collects the causes, those that count first, and of these the earliest. */
export function causesOf(found: Found, language: Words['language']): readonly Cause[] {
  const records = new Map<string, (readonly [LogRecord, Diagnosis])[]>()
  found.forEach((list, one) => {
    for (const diagnosis of list) {
      const key = `${diagnosis.id} ${diagnosis.isNote}`
      records.set(key, [...(records.get(key) || []), [one, diagnosis]])
    }
  })
  return Array.from(records, ([key, all]) => causeOf(key, all, language)).sort(
    (a, b) => Number(a.diagnosis.isNote) - Number(b.diagnosis.isNote),
  )
}

function causeOf(
  key: string,
  all: readonly (readonly [LogRecord, Diagnosis])[],
  language: Words['language'],
): Cause {
  const methods = new Map<string, number>()
  const findings = new Map<string, Finding>()
  let [[latest, first]] = all as [(typeof all)[number]]
  for (const [one, diagnosis] of all) {
    const method = methodOf(one)
    methods.set(method, (methods.get(method) || 0) + 1)
    if (one.at >= latest.at) latest = one
    const shared = sharedBy(diagnosis, method, language)
    const finding = findings.get(shared) || { diagnosis, methods: new Set() }
    finding.methods.add(method)
    findings.set(shared, finding)
  }
  const sentences = Array.from(findings.values(), (finding) => sentencesFor(finding, language))
  return { key, diagnosis: first, sentences, methods, count: all.length, latest }
}

/** Is it a text for developers that the user saw? */
export const showsRawText = (note: LogNote): boolean => note.kind === 'seen' && linesOf(note).some(isRawText)

/** Lists the errors that nobody caught, each once. One that a cause is about is no other problem. */
export function otherErrorsIn(notes: readonly LogNote[], found: Found): ReadonlySet<string> {
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
  const errors = new Set<string>()
  for (const note of notes) {
    if (note.kind !== 'error' || named.has(note)) continue
    const { text } = note
    const method = unknownMethodIn(text)
    const isNamed = (method && unknown.includes(method.name)) || thrown.some((one) => text.endsWith(one))
    if (!isNamed) errors.add(text)
  }
  return errors
}

/** Counts what a log has: each problem once, however often it was met. */
export function countsOf(
  { entries, dropped, notes }: Pick<ReadableLog, 'entries' | 'dropped' | 'notes'>,
  found: Found,
  all: readonly Cause[],
): LogCounts {
  const causes = all.filter(({ diagnosis }) => !diagnosis.isNote).length
  const errors = otherErrorsIn(notes, found).size
  const rawTexts = new Set(
    seenTexts(notes)
      .filter(showsRawText)
      .map((note) => linesOf(note).join('\n')),
  ).size
  const problems = causes + errors + rawTexts
  return { calls: entries.length + dropped, causes, notes: all.length - causes, errors, rawTexts, problems }
}
