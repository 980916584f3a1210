/** Writes a report of the log that is safe to send: it has no parameters, results or texts of the page. */
import type { WalletSettings } from '../settings'
import type { Words } from '../texts/words'
import { outcomeOf } from './status'
import type { LogEntry, ReadableLog } from './store'

/** The time since the call, in ms. */
const since = ({ at }: LogEntry, step: { at: number }) => `${Math.round(step.at - at)} ms`

/** Writes the report as text, one line per step. */
export function reportOf(log: ReadableLog, settings: WalletSettings, words: Words): string {
  const { insideWallet = true, platform = 'android', bridge = 'cordova', language = 'zh_CN' } = settings
  const head = [
    `upsdk-kit ${words.wallet}`,
    `${insideWallet ? words.inside : words.outside}, ${platform}, ${bridge}, ${language}`,
    `userAgent: ${navigator.userAgent}`,
  ]
  const calls = log.entries.map((entry) => {
    const { status } = outcomeOf(entry)
    const steps = entry.steps.map((step) => {
      const code =
        step.from === 'kit' && step.type === 'settled'
          ? ` ${[step.code, step.outcome].filter(Boolean).join(' ')}`
          : ''
      return `  ${since(entry, step)} ${step.from} ${step.type}${code}`
    })
    return [`${entry.method} (${entry.by}): ${words.status[status]}`, ...steps].join('\n')
  })
  const notes = log.notes.map(({ kind }) => kind)
  return [...head, '', ...calls, ...notes].join('\n')
}
