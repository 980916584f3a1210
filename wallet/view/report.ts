/** Writes a report of the log that is safe to send: it has no parameters, results or texts of the page. */

import { isEntry, type LogEntry, type LogNote, type NoteKind, type ReadableLog } from '../shared/logStore'
import type { DeskSettings } from '../shared/settings'
import { settingsInForce } from '../shared/situations'
import { isKeptCode } from '../trace/keptTexts'
import { diagnose } from './diagnoses/diagnose'
import { sentencesOf } from './diagnoses/diagnosisTexts'
import { shownStatus } from './shownStatus'
import type { Words } from './texts/words'

/** The time since the call, in ms. */
const since = ({ at }: LogEntry, step: { at: number }) => `${Math.round(step.at - at)} ms`

/** Keeps a code or a reason of the detail, which shows what failed. Any other text may be the page's or native's. */
function safeDetail(detail: string): string {
  const [first = '', second, ...more] = detail.split(' ')
  const isReason = (word: string) => /^[a-z-]+$/i.test(word)
  const isKept =
    second === undefined ? isKeptCode(first) || isReason(first) : isKeptCode(first) && isReason(second)
  return isKept && !more.length ? ` ${detail}` : ''
}

/**
 * Writes the report as text, one line per step.
 *
 * @param userAgent the page's; undefined for a page of another origin
 */
export function reportOf(
  log: ReadableLog,
  chosen: DeskSettings,
  words: Words,
  userAgent: string | undefined,
): string {
  const { situation } = chosen
  const { insideWallet, platform, bridge, language } = settingsInForce(chosen)
  const head = [
    `upsdk-kit ${words.wallet}`,
    `${insideWallet ? words.inside : words.outside}, ${platform}, ${bridge}, ${language}`,
    ...(situation ? [`${words.phone.situation}: ${words.phone.situations[situation]}`] : []),
    ...(userAgent ? [`userAgent: ${userAgent}`] : []),
  ]
  const found = diagnose(log, { kitInPlace: !!chosen.inPlace })
  /** A sentence has the names of methods and codes, and no text of the page's or native's. */
  const remarks = (one: LogEntry | LogNote): string[] =>
    (found.get(one) || []).map((diagnosis) => {
      const method = isEntry(one) ? one.method : ''
      return `  ! ${sentencesOf(diagnosis, method, words.language).join(' ')} (${diagnosis.hazard})`
    })
  const calls = log.entries.map((entry) => {
    const { status, detail } = shownStatus(entry, words)
    const steps = entry.steps.map((step) => {
      const code =
        step.from === 'kit' && step.type === 'settled'
          ? ` ${[step.code, step.outcome].filter(Boolean).join(' ')}`
          : ''
      const by = step.from === 'kit' ? 'upsdk-kit' : step.from
      return `  ${since(entry, step)} ${by} ${words.steps[step.type as keyof Words['steps']] || step.type}${code}`
    })
    return [
      `${entry.method} (${byText(entry, words)}): ${words.status[status]}${safeDetail(detail)}`,
      ...steps,
      ...remarks(entry),
    ].join('\n')
  })
  const counts = new Map<NoteKind, number>()
  for (const { kind } of log.notes) counts.set(kind, (counts.get(kind) || 0) + 1)
  const notes: string[] = []
  counts.forEach((count, kind) => void notes.push(`${words.noteKinds[kind]}: ${count}`))
  const ofNotes = log.notes.reduce<string[]>((all, note) => all.concat(remarks(note)), [])
  return [...head, '', ...calls, ...(notes.length ? ['', ...notes, ...ofNotes] : [])].join('\n')
}

const byText = ({ by }: LogEntry, { fromKit, fromBridge, fromPage }: Words): string =>
  by === 'kit' ? fromKit : by === 'bridge' ? fromBridge : fromPage
