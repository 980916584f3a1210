/** The table of diagnoses: what would go wrong in the real wallet, concluded from what the page did. */
import { traitsOf } from '../../call/methods'
import { hasOwn, read, readString } from '../../lib/values'
import { EVENTS } from '../../simulator/methodTable'
import { leadsBack } from '../leadsBack'
import { errorText } from '../log/status'
import type { LogEntry, LogNote, LogStep } from '../log/store'
import { isCancellation } from '../outcomes'
import { isBridgeFile, isOfficial } from '../sdkFile'
import { isMethod, unknownMethodIn } from './unknownMethod'

/** The part of a log that diagnoses read. */
export interface PageLog {
  readonly entries: readonly LogEntry[]
  readonly notes: readonly LogNote[]
}

/** One place in the log that a diagnosis is about. */
export interface Found {
  readonly at: LogEntry | LogNote
  /** Selects the sentence, or stands in it. */
  readonly detail?: string
}

interface Row {
  /** Its numbers in the published list of hazards. */
  readonly hazard: string
  /** Does a call through the kit avoid the problem? */
  readonly isMended: boolean
  /** It is worth mentioning, but nothing goes wrong, so it is not counted. */
  readonly isNote?: true
  find(log: PageLog): readonly Found[]
}

type Raw = Extract<LogStep, { from: 'upsdk' }>
type Called = Extract<Raw, { type: 'called' }>

const stepOf = <Type extends Raw['type']>(
  { steps }: LogEntry,
  type: Type,
): Extract<Raw, { type: Type }> | undefined =>
  steps.find((step): step is Extract<Raw, { type: Type }> => step.from === 'upsdk' && step.type === type)
const has = (entry: LogEntry, type: Raw['type']): boolean => !!stepOf(entry, type)

/** Finds the calls of raw upsdk that pass a test. If the test returns a text, it becomes the detail. */
const calls =
  (test: (called: Called, entry: LogEntry) => boolean | string | undefined): Row['find'] =>
  ({ entries }) =>
    entries.reduce<Found[]>((found, entry) => {
      const called = stepOf(entry, 'called')
      const result = called && test(called, entry)
      if (typeof result === 'string') found.push({ at: entry, detail: result })
      else if (result) found.push({ at: entry })
      return found
    }, [])

/** Methods that ask native for nothing. */
const LIFECYCLE = /^(pluginReady|ready|error|config)$/
/**
 * Methods that work before `pluginReady`: raw upsdk keeps most of them until the bridge is up (H9), and the share needs
 * no opened upsdk.
 */
const EARLY = /^(pluginReady|ready|error|config|appletConfig|appletAuth|showSharePopup)$/

/** Parameters without which upsdk or native refuses a call. Any others are the page's business. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  pay: ['tn'],
  config: ['appId', 'nonceStr', 'timestamp', 'signature'],
  openApplet: ['appId'],
  prepareApplet: ['appId'],
}

/** Finds a missing parameter. For a missing channel of a share, upsdk uses a jQuery that the page may have (H28). */
const missingIn = (method: string, params: unknown): string | undefined =>
  hasOwn(REQUIRED, method) ? REQUIRED[method]?.filter((name) => !read(params, name))[0] : undefined

function missingParameter({ params }: Called, entry: LogEntry): boolean | string {
  const missing = missingIn(entry.method, params)
  if (missing) return missing
  // If upsdk threw before native answered, it read a parameter that is not there (H14, H28).
  const threw = stepOf(entry, 'threw')
  if (threw?.by !== 'upsdk' || has(entry, 'answered')) return false
  return entry.method === 'shareSinglePlugin' && params !== undefined ? 'shareId' : true
}

/** Did the call fail without telling the page, although its user has to know? */
function failedUnheard({ callbacks, asyncCallbacks }: Called, entry: LogEntry): boolean {
  const { method } = entry
  const { interactive, settles } = traitsOf(method)
  const isHeard = ['fail', 'cancel'].some((name) => callbacks.includes(name) || asyncCallbacks.includes(name))
  // A method that never answers calls no callback at a failure either (H11, H30).
  const answer = interactive && settles !== 'never' && !isHeard ? stepOf(entry, 'answered') : undefined
  if (answer?.how !== 'fail') return false
  return !isCancellation(method, answer.value)
}

const isJsonObject = (value: unknown) => typeof value === 'string' && /^\s*[[{]/.test(value)

/** Did a callback of the page throw? `JSON` if the reason may be that Android answers with text. */
function callbackThrew(_: Called, entry: LogEntry): boolean | string | undefined {
  const threw = stepOf(entry, 'threw')
  if (threw?.by !== 'callback' || unknownMethodIn(errorText(threw.error))) return false
  return isJsonObject(stepOf(entry, 'told')?.value) ? 'JSON' : true
}

/** A second payment within these ms is a double tap, as long as the first is open. */
const DOUBLE_TAP = 5000

function twoPayments({ entries }: PageLog): Found[] {
  const found: Found[] = []
  /** Until this time, an earlier payment should hold back another. */
  let heldUntil = 0
  for (const entry of entries) {
    if (!traitsOf(entry.method).payment || !has(entry, 'reached')) continue
    if (entry.at < heldUntil) found.push({ at: entry })
    const answered = stepOf(entry, 'answered')?.at ?? Infinity
    heldUntil = Math.max(heldUntil, Math.min(answered, entry.at + DOUBLE_TAP))
  }
  return found
}

function unknownMethods({ entries, notes }: PageLog): Found[] {
  const found: Found[] = []
  const reported = new Set<string>()
  const add = (at: Found['at'], message: string) => {
    const unknown = unknownMethodIn(message)
    if (!unknown || reported.has(`${unknown.name} ${unknown.nearest}`)) return
    reported.add(`${unknown.name} ${unknown.nearest}`)
    found.push({ at, detail: `${unknown.name} ${unknown.nearest}` })
  }
  for (const entry of entries) {
    const threw = stepOf(entry, 'threw')
    if (threw) add(entry, errorText(threw.error))
    // The kit has a function for every name, so a call of an unknown one fails as `unsupported`.
    const settled = entry.steps.find((step) => step.from === 'kit' && step.type === 'settled')
    if (settled?.type === 'settled' && settled.outcome === 'unsupported' && !isMethod(entry.method))
      add(entry, `upsdk.${entry.method} is not a function`)
  }
  // An error in a callback reaches the window too, but was already found beside its call.
  for (const note of notes) if (note.kind === 'error') add(note, note.text)
  return found
}

/** A text that a page shows within these ms after a failure tells that failure. */
const TOLD_WITHIN = 3000
/** Codes with which the bridge refuses a call before any plug-in runs, if it comes at once. */
const REFUSED = /^c0[24]$/
const AT_ONCE = 1000
/** Says that a payment failed, in a page's own words. The kit's messages have their source before them. */
const PAYMENT_FAILED =
  /^(alert: |confirm: )?(?!(toast|dialog): ).*((支付|付款|缴费|交易|购买|充值)(失败|未成功|不成功)|(支付|付款|繳費|交易|購買|儲值)失敗|payment (has )?failed|payment (was )?(not |un)successful|failed to pay)|^(alert: )?fail(ed)?\W*$/i

/** Finds payments that may have been made, and of which the page says in its own words that they failed. */
function sentToldFailed({ entries, notes }: PageLog): Found[] {
  return entries.reduce<Found[]>((found, entry) => {
    const [reached, answered] = [stepOf(entry, 'reached'), stepOf(entry, 'answered')]
    const isPayment = reached && traitsOf(entry.method).payment
    if (!isPayment || answered?.how !== 'fail' || isCancellation(entry.method, answered.value)) return found
    const isRefused = answered.status && REFUSED.test(answered.status) && answered.at - reached.at < AT_ONCE
    const isTold = notes.some(
      ({ kind, text, at }) =>
        kind === 'seen' && at >= answered.at && at - answered.at < TOLD_WITHIN && PAYMENT_FAILED.test(text),
    )
    if (isTold && !isRefused) found.push({ at: entry })
    return found
  }, [])
}

const notesOf =
  (wanted: LogNote['kind']): Row['find'] =>
  ({ notes }) =>
    notes.filter(({ kind }) => kind === wanted).map((at) => ({ at }))

const sdkFiles =
  (test: (address: string) => boolean): Row['find'] =>
  ({ notes }) =>
    notes.filter(({ kind, text }) => kind === 'sdk' && test(text)).map((at) => ({ at }))

export type DiagnosisId =
  | 'before-ready'
  | 'kept-placeholder'
  | 'outside'
  | 'unknown-method'
  | 'missing-parameter'
  | 'lost-parameters'
  | 'async-callback'
  | 'never-answers'
  | 'no-fail'
  | 'callback-threw'
  | 'replaced-callback'
  | 'reused-options'
  | 'two-payments'
  | 'copied-sdk'
  | 'text-on-android'
  | 'sent-told-failed'
  | 'debug-left-on'
  | 'share-to-browser'
  | 'bundled-sdk'
  | 'no-sdk'
  | 'wallet-link'

export const diagnoses: Readonly<Record<DiagnosisId, Row>> = {
  'before-ready': {
    hazard: 'H1, H2',
    isMended: true,
    find: calls(({ through, state }, entry) => {
      if (EARLY.test(entry.method)) return false
      if (state === 'waiting for the bridge') return state
      // Shares through one channel reach native anyway.
      return state === 'not opened' && through === 'method' && !has(entry, 'reached') && state
    }),
  },
  'kept-placeholder': {
    hazard: 'H8',
    isMended: true,
    find: calls(({ through, state }) => through === 'placeholder' && /^(not opened|open)$/.test(state)),
  },
  outside: {
    hazard: 'H4',
    isMended: true,
    find: calls(({ state }, { method }) => state === 'outside' && !LIFECYCLE.test(method)),
  },
  'unknown-method': { hazard: 'H16', isMended: false, find: unknownMethods },
  'missing-parameter': { hazard: 'H14, H28', isMended: false, find: calls(missingParameter) },
  'lost-parameters': { hazard: 'H21', isMended: true, find: calls((_, entry) => has(entry, 'lost')) },
  'async-callback': {
    hazard: 'H21',
    isMended: true,
    find: calls(({ asyncCallbacks }) => asyncCallbacks.length > 0 && asyncCallbacks.join(', ')),
  },
  'never-answers': {
    hazard: 'H11',
    isMended: true,
    find: calls(({ callbacks }, { method }) => {
      const slot = hasOwn(EVENTS, method) ? EVENTS[method]?.[0] : undefined
      return (
        traitsOf(method).settles === 'never' &&
        callbacks.some((name) => /^(success|fail)$/.test(name) && name !== slot)
      )
    }),
  },
  'no-fail': { hazard: 'H13', isMended: true, find: calls(failedUnheard) },
  'callback-threw': { hazard: 'H3, H12, H24', isMended: true, find: calls(callbackThrew) },
  'replaced-callback': { hazard: 'H9', isMended: true, find: calls(({ replaces }) => replaces) },
  'reused-options': {
    hazard: 'H10',
    isMended: true,
    // An authorization object is intact again once its callbacks are put back.
    find: calls(
      ({ reusesParams, callbacks }, { method }) =>
        reusesParams && !(/^applet/.test(method) && callbacks.includes('success')),
    ),
  },
  'two-payments': { hazard: 'H20', isMended: true, find: twoPayments },
  'copied-sdk': { hazard: '§7', isMended: false, find: sdkFiles((address) => !isOfficial(address)) },
  'text-on-android': {
    hazard: 'H12',
    isMended: true,
    find: calls((_, { isTextUnused }) => isTextUnused),
  },
  'sent-told-failed': { hazard: 'H13, H20', isMended: false, find: sentToldFailed },
  'debug-left-on': {
    hazard: 'H18',
    isMended: false,
    find: calls(({ params }, { method }) => method === 'config' && !!read(params, 'debug')),
  },
  'share-to-browser': {
    hazard: '§7',
    isMended: false,
    isNote: true,
    find: calls(({ params }, entry) => {
      const address = readString(params, 'shareUrl')
      return traitsOf(entry.method).shares && !!address && has(entry, 'reached') && !leadsBack(address)
    }),
  },
  'bundled-sdk': { hazard: '§7', isMended: false, isNote: true, find: sdkFiles(isBridgeFile) },
  'no-sdk': { hazard: 'H7', isMended: false, isNote: true, find: notesOf('no-sdk') },
  'wallet-link': { hazard: '§5', isMended: false, isNote: true, find: notesOf('wallet-link') },
}
