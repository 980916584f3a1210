/** Reads the status of a call as its row says it. */
import { traitsOf } from '../../src/plainTools'
import { type Status, statusOf } from '../shared/logStatus'
import type { LogEntry } from '../shared/logStore'
import type { Words } from './texts/words'

/** `never`: nothing is waited for, since native does not answer. */
export type ShownStatus = Status | 'never'

/**
 * Reads the status of a call in words. “Waiting” is said only of what may still be answered: a method that never
 * answers, a call that the developer left without an answer, and one that a later call replaced are none of that.
 */
export function shownStatus(
  entry: LogEntry,
  words: Words,
): { readonly status: ShownStatus; readonly detail: string; readonly text: string } {
  const { status: known, detail } = statusOf(entry)
  const status = neverTells(entry) ? 'never' : known === 'open' ? openStatus(entry) : known
  return { status, detail, text: [words.status[status], detail].filter(Boolean).join(' ') }
}

/** Does the page wait for what upsdk never tells it, whatever native answers (H11)? */
function neverTells({ method, called, reached, answered, told, settled, threw }: LogEntry): boolean {
  if (!reached || told || settled || threw || traitsOf(method).settles !== 'never') return false
  return !answered || !!called?.callbacks.some((name) => name === 'success' || name === 'fail')
}

function openStatus({ chosen, isReplaced }: LogEntry): ShownStatus {
  if (isReplaced) return 'none'
  return chosen === 'silent' ? 'never' : 'open'
}

/** Names what the developer chose for a call; '' if nothing was asked. */
export function choiceText({ method, chosen }: LogEntry, words: Words): string {
  if (!chosen) return ''
  const named = words.outcomes[chosen as keyof Words['outcomes']]
  return `${words.chose}${named || [chosen, words.codeOf(method, chosen)].filter(Boolean).join(' ')}`
}
