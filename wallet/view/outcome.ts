/** The outcome of a call as its row says it. */
import { traitsOf } from '../../src/plainTools'
import { outcomeOf, type Status } from '../shared/logStatus'
import type { LogEntry } from '../shared/logStore'
import type { Words } from './texts/words'

/** `never`: nothing is waited for, since native does not answer. */
export type ShownStatus = Status | 'never'

/**
 * Reads the outcome of a call in words. “Waiting” is said only of what may still be answered: a method that never
 * answers, a call that the developer left without an answer, and one that a later call replaced are none of that.
 */
export function shownOutcome(
  entry: LogEntry,
  words: Words,
): { readonly status: ShownStatus; readonly detail: string; readonly text: string } {
  const { status: known, detail } = outcomeOf(entry)
  const status = known === 'open' ? openStatus(entry) : known
  return { status, detail, text: [words.status[status], detail].filter(Boolean).join(' ') }
}

function openStatus({ method, reached, chosen, isReplaced }: LogEntry): ShownStatus {
  if (isReplaced) return 'none'
  if (chosen === 'silent') return 'never'
  return reached && traitsOf(method).settles === 'never' ? 'never' : 'open'
}

/** Names what the developer chose for a call; '' if nothing was asked. */
export function choiceText({ method, chosen }: LogEntry, words: Words): string {
  if (!chosen) return ''
  const named = words.outcomes[chosen as keyof Words['outcomes']]
  return `${words.chose}${named || [chosen, words.codeOf(method, chosen)].filter(Boolean).join(' ')}`
}
