import type { InspectorContext } from '../../types/inspector'
import type { Words } from '../words'
import { outcomeText, type Says, stepText } from './callList'
import { factsOf } from './environment'
import type { Labels } from './labels'
import { durationOf, type Records, timeOf } from './records'

/** The records that the panel shows, and its words. */
interface Shown {
  readonly records: Records
  readonly context: InspectorContext | undefined
  readonly labels: Labels
  readonly words: Words
  readonly says: Says
}

/** Writes everything that the panel shows as text for a colleague. It has no parameters, results or raw texts. */
export function reportOf({ records, context, labels, words, says }: Shown): string {
  const title = ['upsdk-kit', context?.version].join(' ').trim()
  const lines = [title, ...factsOf(context, labels).map(([name, value]) => `${name}: ${value}`), '']
  for (const record of records.all) {
    const took = record.id ? ` · ${durationOf(record)} ms` : ''
    lines.push(`${record.method} · ${outcomeText(record, labels, says)}${took}`)
    for (const step of record.steps)
      lines.push(`  ${timeOf(record, step)} ms ${stepText(step, labels, words, says)}`)
    for (const check of record.steps.map(says.check)) if (check) lines.push(`  ${labels.check}: ${check}`)
  }
  return lines.join('\n')
}
