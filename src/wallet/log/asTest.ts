/** What was seen in one run of a page, as plain data that a test can be made of. */
import { isObject, parseObject } from '../../lib/values'
import { isCancellation } from '../outcomes'
import type { DeskSettings } from '../settings'
import { failureText } from './status'
import type { LogEntry, LogNote, LogStep } from './store'

/** What native said to one call: a code, `cancelled`, `silent`, `success`, or the value of a success. */
export type SeenAnswer = string | { readonly value: unknown }

export interface SeenCall {
  readonly method: string
  /** As they reached native. */
  readonly params: unknown
  readonly answer: SeenAnswer
}

/** Plain JSON. */
export interface SeenRun {
  /** Those of the wallet, without what only the desk needs. */
  readonly settings: DeskSettings
  /** The calls that reached native, in order. */
  readonly calls: readonly SeenCall[]
  /** The texts that the user saw, in order; before `: ` who showed them, where it was not the page. */
  readonly seen: readonly string[]
}

type Raw = Extract<LogStep, { from: 'upsdk' }>

const stepOf = <Type extends Raw['type']>({ steps }: LogEntry, type: Type) =>
  steps.find((step): step is Extract<Raw, { type: Type }> => step.from === 'upsdk' && step.type === type)

/** Gathers what was seen. Calls that were lost on their way to native are not in it: a test asserts what a wallet gets. */
export function seenRun(
  { entries, notes }: { readonly entries: readonly LogEntry[]; readonly notes: readonly LogNote[] },
  settings: DeskSettings,
): SeenRun {
  const { ask: _, ...rest } = settings
  const calls = entries.reduce<SeenCall[]>((all, entry) => {
    const reached = stepOf(entry, 'reached')
    if (reached) all.push({ method: entry.method, params: reached.params, answer: answerOf(entry) })
    return all
  }, [])
  return { settings: rest, calls, seen: notes.filter(({ kind }) => kind === 'seen').map(({ text }) => text) }
}

function answerOf(entry: LogEntry): SeenAnswer {
  const { method } = entry
  const answered = stepOf(entry, 'answered')
  if (!answered) return 'silent'
  const { how, value, status } = answered
  if (how === 'success') {
    const given = resultOf(method, value)
    return given === undefined || isCut(given) ? 'success' : { value: given }
  }
  return isCancellation(method, value) ? 'cancelled' : failureText(value) || status || ''
}

/** The value as a page gets it on an iPhone, out of native's form: JSON text on Android, a scanned text in an object. */
function resultOf(method: string, value: unknown): unknown {
  const result = typeof value === 'string' ? parseObject(value) || value : value
  return method === 'scanQRCode' && isObject(result) && 'value' in result ? result.value : result
}

/** The log cuts long texts: a picture that lacks its end is none. */
const CUT = /… \(\d+\)"/
const isCut = (value: unknown): boolean => CUT.test(JSON.stringify(value))
