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

/** One cause, with all that it is about. */
export interface Cause {
  /** Tells it from the others. */
  readonly key: string
  readonly diagnosis: Diagnosis
  readonly wrong: string
  readonly instead: string
  /** How often, by method; '' for notes. */
  readonly methods: Map<string, number>
  readonly count: number
  readonly latest: LogRecord
}

export const methodOf = (one: LogRecord): string => (isEntry(one) ? one.method : '')

/** Collects the causes, those that count first, and of these the earliest. */
export function causesOf(found: Found, language: Words['language']): readonly Cause[] {
  const causes = new Map<string, Cause>()
  found.forEach((list, one) => {
    for (const diagnosis of list) {
      const method = methodOf(one)
      const [wrong, instead] = sentencesOf(diagnosis, method, language)
      const key = `${diagnosis.id} ${wrong}`
      const { methods = new Map<string, number>(), count = 0, latest = one } = causes.get(key) || {}
      methods.set(method, (methods.get(method) || 0) + 1)
      const newest = one.at >= latest.at ? one : latest
      causes.set(key, { key, diagnosis, wrong, instead, methods, count: count + 1, latest: newest })
    }
  })
  return Array.from(causes.values()).sort((a, b) => Number(a.diagnosis.isNote) - Number(b.diagnosis.isNote))
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
