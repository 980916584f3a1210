/** Collects what happened in one run of a page, as plain data. `testText.ts` writes a test of it. */
import { isObject, parseObject } from '../../../src/plainTools'
import { failureText } from '../../shared/logStatus'
import type { LogEntry, LogNote } from '../../shared/logStore'
import { isCancellation } from '../../shared/outcomes'
import type { DeskSettings } from '../../shared/settings'

/** Native's answer to a call: a code, `cancelled`, `silent`, `success`, or the value of a success. */
export type SeenAnswer = string | { readonly value: unknown }

export interface SeenCall {
  readonly method: string
  /** The parameters as native got them. */
  readonly params: unknown
  readonly answer: SeenAnswer
}

/** One run of a page, as plain JSON. */
export interface SeenRun {
  /** The settings of the wallet, without those that only the desk needs. */
  readonly settings: DeskSettings
  /** The calls that reached native, in order. */
  readonly calls: readonly SeenCall[]
  /** The texts that the user saw, in order. A text that the page did not show begins with its source and `: `. */
  readonly seen: readonly string[]
}

/** Collects the run. Calls that never reached native are left out, since a test asserts what a wallet gets. */
export function seenRun(
  { entries, notes }: { readonly entries: readonly LogEntry[]; readonly notes: readonly LogNote[] },
  settings: DeskSettings,
): SeenRun {
  const { ask: _, ...rest } = settings
  const calls = entries.reduce<SeenCall[]>((all, entry) => {
    const { method, reached } = entry
    if (reached) all.push({ method, params: reached.params, answer: answerOf(entry) })
    return all
  }, [])
  return { settings: rest, calls, seen: notes.filter(({ kind }) => kind === 'seen').map(({ text }) => text) }
}

function answerOf({ method, answered }: LogEntry): SeenAnswer {
  if (!answered) return 'silent'
  const { how, value, status } = answered
  if (how === 'success') {
    const given = resultOf(method, value)
    return given === undefined || isCut(given) ? 'success' : { value: given }
  }
  return isCancellation(method, value) ? 'cancelled' : failureText(value) || status || ''
}

/**
 * Turns native's value into the one that a page gets on an iPhone. Native gives JSON text on Android, and wraps a
 * scanned text in an object.
 */
function resultOf(method: string, value: unknown): unknown {
  const result = typeof value === 'string' ? parseObject(value) || value : value
  return method === 'scanQRCode' && isObject(result) && 'value' in result ? result.value : result
}

/** Matches a text that the log has cut: a picture without its end is useless. */
const CUT = /… \(\d+\)"/
const isCut = (value: unknown): boolean => CUT.test(JSON.stringify(value))
