/** Writes a report of the log that is safe to send: it has no parameters, results or texts of the page. */

import { isEntry, type LogEntry, type LogNote, type LogStep } from '../shared/log'
import type { ReadableLog } from '../shared/logReceiver'
import type { DeskSettings } from '../shared/settings'
import { settingsInForce } from '../shared/situations'
import { timesOf } from '../shared/timesOf'
import { isKeptCode } from '../trace/keptTexts'
import { causesOf, countsOf } from './diagnoses/causes'
import { diagnose } from './diagnoses/diagnose'
import { countText, sentencesOf } from './diagnoses/diagnosisTexts'
import {
  byKit,
  callerText,
  hasFailed,
  hasReachedNobody,
  heardSteps,
  isOnlySent,
  isReadyInTime,
  isToldAtItsEnd,
  shownStatus,
  stepName,
} from './shownStatus'
import type { Words } from './texts/words'

/** The time since the call, in ms; '' if nobody knows when it was made. */
const since = (entry: LogEntry, step: { at: number }) =>
  isToldAtItsEnd(entry) ? '' : `${Math.round(step.at - entry.at)} ms `

/** Names code and reason of a failure. Any other text may be the page's or native's. */
const safeDetail = ({ code = '', reason }: { readonly code?: string; readonly reason?: string }): string =>
  [isKeptCode(code) && code, reason]
    .filter(Boolean)
    .map((one) => ` ${one}`)
    .join('')

/** Names whose step it is; '' where the step names it, and for native's, to which the page's own code may have led. */
function byOf(step: LogStep, words: Words): string {
  if (step.from === 'client') return words.wallet
  return byKit(step) || (step.from === 'upsdk' && /^(called|told)$/.test(step.type) ? 'upsdk' : '')
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
    // Outside the wallet there is neither a bridge nor a language of the wallet.
    [insideWallet ? words.inside : words.outside, platform, ...(insideWallet ? [bridge, language] : [])].join(
      ', ',
    ),
    ...(situation ? [`${words.phone.situation}: ${words.phone.situations[situation]}`] : []),
    ...(userAgent ? [`userAgent: ${userAgent}`] : []),
  ]
  const found = diagnose(log, { kitInPlace: !!chosen.inPlace })
  /** A sentence has the names of methods and codes, and no text of the page's or native's. */
  const remarks = (one: LogEntry | LogNote): string[] =>
    (found.get(one) || []).map((diagnosis) => {
      const method = isEntry(one) ? one.method : ''
      return `  ${diagnosis.isNote ? '·' : '!'} ${sentencesOf(diagnosis, method, words.language).join(' ')} (${diagnosis.hazard})`
    })
  // As in the log's list, so that its numbers are those of the log.
  const entries = log.entries.filter(
    (entry) => !isReadyInTime(entry) || hasFailed(entry, words) || found.has(entry),
  )
  const calls = entries.map((entry) => {
    const { name, ...failure } = shownStatus(entry, words)
    const steps = heardSteps(entry).map((step) => {
      const code =
        step.from === 'kit' && step.type === 'settled'
          ? ` ${isOnlySent(entry) ? words.status[hasReachedNobody(entry) ? 'none' : 'sent'] : [step.code, step.outcome].filter(Boolean).join(' ')}`
          : ''
      const by = byOf(step, words)
      return `  ${since(entry, step)}${by && `${by} `}${stepName(step, words)}${code}`
    })
    const by = callerText(entry, words)
    return [
      `${entry.method}${by && ` (${by})`}: ${name}${safeDetail(failure)}`,
      ...steps,
      ...remarks(entry),
    ].join('\n')
  })
  const counts = timesOf(log.notes.map(({ kind }) => kind).filter((kind) => kind !== 'act'))
  const notes: string[] = []
  counts.forEach((count, kind) => void notes.push(`${words.noteKinds[kind]}: ${count}`))
  const ofNotes = log.notes.reduce<string[]>((all, note) => all.concat(remarks(note)), [])
  const { language: readers } = words
  const numbers = countText(countsOf({ ...log, entries }, found, causesOf(found, readers)), readers)
  return [...head, '', numbers, '', ...calls, ...(notes.length ? ['', ...notes, ...ofNotes] : [])].join('\n')
}
