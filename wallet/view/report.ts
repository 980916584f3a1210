/** Writes a report of the log that is safe to send: it has no parameters, results or texts of the page. */

import { outcomeOf } from '../shared/logStatus'
import type { LogEntry, NoteKind, ReadableLog } from '../shared/logStore'
import type { DeskSettings } from '../shared/settings'
import { inSituation } from '../shared/situations'
import type { Words } from './texts/words'

/** The time since the call, in ms. */
const since = ({ at }: LogEntry, step: { at: number }) => `${Math.round(step.at - at)} ms`

/** Keeps a code, which shows what failed. Any other text may be the page's or native's. */
const codeOf = (detail: string) =>
  /^[a-z_]{0,9}\d{1,6}( [a-z-]+)?$|^[a-z-]+$/i.test(detail) ? ` ${detail}` : ''

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
  const settings = inSituation(chosen, situation)
  const { insideWallet = true, platform = 'android', bridge = 'cordova', language = 'zh_CN' } = settings
  const head = [
    `upsdk-kit ${words.wallet}`,
    `${insideWallet ? words.inside : words.outside}, ${platform}, ${bridge}, ${language}`,
    ...(situation ? [`${words.phone.situation}: ${words.phone.situations[situation]}`] : []),
    ...(userAgent ? [`userAgent: ${userAgent}`] : []),
  ]
  const calls = log.entries.map((entry) => {
    const { status, detail } = outcomeOf(entry)
    const steps = entry.steps.map((step) => {
      const code =
        step.from === 'kit' && step.type === 'settled'
          ? ` ${[step.code, step.outcome].filter(Boolean).join(' ')}`
          : ''
      return `  ${since(entry, step)} ${step.from} ${step.type}${code}`
    })
    return [`${entry.method} (${entry.by}): ${words.status[status]}${codeOf(detail)}`, ...steps].join('\n')
  })
  const counts = new Map<NoteKind, number>()
  for (const { kind } of log.notes) counts.set(kind, (counts.get(kind) || 0) + 1)
  const notes: string[] = []
  counts.forEach((count, kind) => void notes.push(`${words.noteKinds[kind]}: ${count}`))
  return [...head, '', ...calls, ...(notes.length ? ['', ...notes] : [])].join('\n')
}
