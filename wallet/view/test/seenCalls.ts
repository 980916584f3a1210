/** Collects the calls of one run of a page, as plain data. `testText.ts` writes a test of them. */
import { isObject, parseObject } from '../../../src/internalsWithoutDom'
import type { LogEntry } from '../../shared/log'
import { failureText } from '../../shared/logStatus'
import { isCancellation, type WrittenOutcome } from '../../shared/outcomes'

export interface SeenCall {
  readonly method: string
  /** The parameters as native got them. */
  readonly params: unknown
  readonly outcome: WrittenOutcome
}

/** Collects the calls that native got, in order. A test asserts what a wallet gets, so other calls are left out. */
export const seenCalls = (entries: readonly LogEntry[]): SeenCall[] =>
  entries.reduce<SeenCall[]>((all, entry) => {
    const { method, reached } = entry
    if (reached) all.push({ method, params: reached.params, outcome: outcomeOf(entry) })
    return all
  }, [])

/** Finds the outcome with which a test gets native's answer again. */
function outcomeOf({ method, answered }: LogEntry): WrittenOutcome {
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
