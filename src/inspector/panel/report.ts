import type { InspectorContext } from '../../ports/steps'
import type { Words } from '../words'
import { textOf } from './callList'
import { factsOf } from './environment'
import type { Labels } from './labels'
import { durationOf, type Records, standingOf } from './records'

/** All that the panel shows, as text to be sent to a colleague: no parameter, result or raw text is in it. */
export function reportOf(
  records: Records,
  context: InspectorContext | undefined,
  labels: Labels,
  words: Words,
): string {
  const lines = ['upsdk-kit', ...factsOf(context, labels).map(([name, value]) => `${name}: ${value}`), '']
  for (const record of records.all) {
    const { standing, outcome, code } = standingOf(record)
    const what =
      standing === 'failure' ? [code, outcome].filter(Boolean).join(' ') : labels.standing[standing]
    lines.push(`${record.method} · ${what} · ${durationOf(record)} ms`)
    const [first] = record.steps
    for (const step of record.steps)
      lines.push(`  ${Math.round(step.at - (first?.at || 0))} ms ${textOf(step, labels, words)}`)
    for (const step of record.steps)
      if (step.type === 'settled' && step.hint) lines.push(`  ${labels.check}: ${words.hint(step.hint)}`)
  }
  return lines.join('\n')
}
