/** The table of diagnoses: what would go wrong in the real wallet, concluded from what the page did. */
import { hasOwn, leadsBack, REFUSES_IN, read, readString, traitsOf } from '../../../src/internalsWithoutDom'
import { BEFORE_OPENING, EVENTS, KEPT, OPENS_OR_CONFIGURES } from '../../methods/methodTable'
import { missingIn } from '../../methods/required'
import {
  isEntry,
  type LogEntry,
  type LogNote,
  linesOf,
  type SdkTag,
  type TextNoteKind,
} from '../../shared/log'
import { errorText } from '../../shared/logStatus'
import { isCancellation, REFUSED_BY_BRIDGE } from '../../shared/outcomes'
import { isBridgeFile, isOfficial } from '../../shared/sdkAddress'
import type { AuthorizationFault } from '../../shared/webAuthorization'
import { saysPaymentFailed } from '../failureText'
import { isMethod, type UnknownMethod, unknownMethodIn } from './unknownMethod'

/** What the sentences of a diagnosis name beside the method of the call. */
export interface DiagnosisDetail {
  /** The parameter that is missing. */
  readonly parameter?: string
  /** The parameters that are `async` functions; '' for the only argument. */
  readonly asyncCallbacks?: readonly string[]
  /** Was upsdk not opened, while the bridge was up? */
  readonly isNotOpened?: boolean
  /** Is the answer JSON text? */
  readonly isJson?: boolean
  /** What else the exception of a callback spoils: the callbacks behind it, or the next failure. */
  readonly spoils?: 'queue' | 'next-failure'
  readonly unknown?: UnknownMethod
  /** Where the page's tag of upsdk.js stood. */
  readonly tag?: SdkTag
  /** This one is not counted. */
  readonly isNote?: boolean
}

/** The finding for a record. */
type Said = DiagnosisDetail | boolean | undefined

interface Row {
  /** Its numbers in the published list of hazards, or a section (§) of upsdk-behaviour. */
  readonly hazard: string
  /** Does a call through the kit avoid the problem? */
  readonly isFixedByKit: boolean
  /** It is worth mentioning, but nothing goes wrong, so it is not counted. */
  readonly isNote?: true
  /** Tests a call. @param others the facts about other records */
  ofCall?(entry: LogEntry, others: OtherRecords): Said
  ofNote?(note: LogNote, others: OtherRecords): Said
}

/** The facts about other records that the diagnosis of one needs. */
export interface OtherRecords {
  /** The payments that reached native, by id, oldest first. */
  readonly payments: Map<number, LogEntry>
  /** The texts on screen that say that a payment failed. */
  readonly failures: LogNote[]
  /** Errors that nobody caught, and texts on screen that have a value which is not there. */
  readonly oddities: LogNote[]
  /** The records that were the first to use an unknown name. */
  readonly unknown: Map<string, LogEntry['id'] | LogNote>
}

export const noRecords = (): OtherRecords => ({
  payments: new Map(),
  failures: [],
  oddities: [],
  unknown: new Map(),
})

/** Remembers a record. @returns other records whose diagnoses it may change */
export function remember(
  one: LogEntry | LogNote,
  { payments, failures, oddities }: OtherRecords,
): readonly LogEntry[] {
  if (isEntry(one)) {
    if (one.reached && traitsOf(one.method).payment) payments.set(one.id, one)
    return []
  }
  if (
    one.kind === 'error' ||
    (one.kind === 'seen' && linesOf(one).some((line) => /undefined|NaN/.test(line)))
  )
    oddities.push(one)
  if (one.kind !== 'seen' || one.by === 'kit' || !linesOf(one).some(saysPaymentFailed)) return []
  failures.push(one)
  return Array.from(payments.values())
}

type Called = NonNullable<LogEntry['called']>

/** Tests a call of raw upsdk. */
const raw =
  (test: (called: Called, entry: LogEntry) => Said): NonNullable<Row['ofCall']> =>
  (entry) =>
    entry.called && test(entry.called, entry)

/** Is a parameter missing? For a missing channel of a share, upsdk uses a jQuery that the page may have (H28). */
function missingParameter({ params }: Called, entry: LogEntry): Said {
  const parameter = missingIn(entry.method, params)
  if (parameter) return { parameter }
  // If upsdk threw before native answered, it read a parameter that is not there (H14, H28).
  const { method, threw, answered } = entry
  if (threw?.by !== 'upsdk' || answered) return false
  const hasNone = params === undefined || params === null
  return method === 'shareSinglePlugin' && !hasNone ? { parameter: 'shareId' } : hasNone
}

/** Did the call fail without telling the page, although its user has to know? */
function failedUnheard({ callbacks, asyncCallbacks }: Called, entry: LogEntry): boolean {
  const { method, answered } = entry
  const { interactive, settles } = traitsOf(method)
  const isHeard = ['fail', 'cancel'].some((name) => callbacks.includes(name) || asyncCallbacks.includes(name))
  // A method that never answers calls no callback at a failure either (H11, H30).
  if (!interactive || settles === 'never' || isHeard || answered?.how !== 'fail') return false
  return !isCancellation(method, answered.value)
}

/** Is it JSON text, where iOS gives an object? */
const isAndroidText = (method: string, value: unknown): boolean =>
  traitsOf(method).gives === 'object' && typeof value === 'string' && /^\s*[[{]/.test(value)

/** Did a callback of the page throw? The reason may be that Android answers with text. */
function callbackThrew(entry: LogEntry): Said {
  const { method, called, threw, told, threwInKit, answered } = entry
  const thrown = threwInKit || (called && threw?.by === 'callback' ? threw : undefined)
  if (!thrown || unknownMethodIn(errorText(thrown.error))) return false
  const isJson = answered?.how === 'success' && isAndroidText(method, told ? told.value : answered.value)
  // A kit runs each callback by itself.
  const spoils = threwInKit ? undefined : spoiledBy(entry)
  return { isJson, ...(spoils && { spoils }) }
}

/** What an exception of the page spoils in upsdk, beside the rest of the callback itself (H3, H24). */
function spoiledBy({ method, called, told }: LogEntry): DiagnosisDetail['spoils'] {
  if (/^(fail|cancel)$/.test(told?.callback || '')) return 'next-failure'
  // Callbacks that wait run in one loop. Once upsdk is open, each runs at its own call.
  const waits = method === 'ready' ? called?.state !== 'open' : called?.state === 'waiting for the bridge'
  return /^(pluginReady|ready)$/.test(method) && waits ? 'queue' : undefined
}

/** A second payment within these ms is a double tap, as long as the first is open. */
const DOUBLE_TAP = 5000

/** Does a payment reach native while an earlier one should hold it back? */
function twoPayments({ id, at, method, reached }: LogEntry, { payments }: OtherRecords): boolean {
  if (!reached || !traitsOf(method).payment) return false
  for (const other of payments.values()) {
    const heldUntil = Math.min(other.answered?.at ?? Infinity, other.at + DOUBLE_TAP)
    if (other.id < id && at < heldUntil) return true
  }
  return false
}

/** Names a method that upsdk does not have, at the first record that uses it. */
function firstUse(key: LogEntry['id'] | LogNote, message: string, { unknown }: OtherRecords): Said {
  const found = unknownMethodIn(message)
  if (!found) return undefined
  const name = `${found.name} ${found.nearest}`
  if (!unknown.has(name)) unknown.set(name, key)
  return unknown.get(name) === key && { unknown: found }
}

function unknownMethod({ id, method, threw, threwInKit, settled }: LogEntry, others: OtherRecords): Said {
  const thrown = threw || threwInKit
  const said = thrown && firstUse(id, errorText(thrown.error), others)
  // The kit has a function for every name, so a call of an unknown one fails as `unsupported`.
  return said || settled?.outcome !== 'unsupported' || isMethod(method)
    ? said
    : firstUse(id, `upsdk.${method} is not a function`, others)
}

/** If a page shows a text within these ms after an answer, the text is about that answer. */
const TOLD_WITHIN = 3000

/** Does the page say that a payment failed which may have been made: before its answer, after a failure or a success? */
function sentToldFailed({ id, method, reached, answered }: LogEntry, others: OtherRecords): boolean {
  if (!reached || !traitsOf(method).payment) return false
  // Of two payments, a text is about the later one.
  const later = Array.from(others.payments.values()).find((one) => one.id > id)
  const end = later?.reached?.at ?? Infinity
  const isTold = (from: number, to: number) =>
    others.failures.some(({ at }) => at >= from && at < Math.min(to, end))
  if (isTold(reached.at, answered?.at ?? Infinity)) return true
  if (!answered) return false
  const { how, value, at, status = '' } = answered
  const isUnpaid =
    how === 'fail' &&
    (isCancellation(method, value) || (REFUSED_BY_BRIDGE.test(status) && at - reached.at < REFUSES_IN))
  return !isUnpaid && isTold(at, at + TOLD_WITHIN)
}

const ofKind =
  (kind: TextNoteKind, test: (text: string) => boolean = () => true): NonNullable<Row['ofNote']> =>
  (note) =>
    note.kind !== 'seen' && note.kind === kind && test(note.text)

/** Tests the address of the consent page. */
const ofAuthorization =
  (fault: AuthorizationFault): NonNullable<Row['ofNote']> =>
  (note) =>
    note.kind === 'authorization' && note.faults.includes(fault)

export type DiagnosisId =
  | 'before-ready'
  | 'ready-without-config'
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
  | 'redirect-not-encoded'
  | 'redirect-not-https'
  | 'contract-without-plan'
  | 'share-to-browser'
  | 'bundled-sdk'
  | 'missed-sdk'
  | 'no-sdk'
  | 'wallet-link'

export const diagnoses: Readonly<Record<DiagnosisId, Row>> = {
  'before-ready': {
    hazard: 'H1, H2',
    isFixedByKit: true,
    ofCall: raw(({ through, state }, { method, reached }) => {
      if (state === 'waiting for the bridge') return through === 'placeholder'
      if (state !== 'not opened' || through !== 'method' || BEFORE_OPENING.test(method)) return false
      // Shares through one channel reach native anyway.
      return !reached && { isNotOpened: true }
    }),
  },
  'ready-without-config': {
    hazard: 'H29',
    isFixedByKit: true,
    ofCall: ({ neverReady, told }) => !!neverReady && !told,
  },
  'kept-placeholder': {
    hazard: 'H8',
    isFixedByKit: true,
    ofCall: raw(({ through, state }) => through === 'placeholder' && /^(not opened|open)$/.test(state)),
  },
  outside: {
    hazard: 'H4',
    isFixedByKit: true,
    ofCall: raw(({ state }, { method }) => state === 'outside' && !OPENS_OR_CONFIGURES.test(method)),
  },
  'unknown-method': {
    hazard: 'H16',
    isFixedByKit: false,
    ofCall: unknownMethod,
    // An error in a callback reaches the window too, but was found beside its call before.
    ofNote(note, others) {
      return note.kind === 'error' && firstUse(note, note.text, others)
    },
  },
  'missing-parameter': { hazard: 'H14, H28', isFixedByKit: false, ofCall: raw(missingParameter) },
  'lost-parameters': { hazard: 'H21', isFixedByKit: true, ofCall: ({ lost }) => !!lost },
  'async-callback': {
    hazard: 'H21',
    isFixedByKit: true,
    ofCall: raw(({ asyncCallbacks: all }, { method }) => {
      // The file looks at the kind of a `fail` in the calls alone that it keeps.
      const asyncCallbacks = all.filter((name) => KEPT.includes(method) || !/^(fail|cancel)$/.test(name))
      return asyncCallbacks.length > 0 && { asyncCallbacks }
    }),
  },
  'never-answers': {
    hazard: 'H11',
    isFixedByKit: true,
    ofCall: raw(({ callbacks }, { method }) => {
      const slot = hasOwn(EVENTS, method) ? EVENTS[method]?.[0] : undefined
      return (
        traitsOf(method).settles === 'never' &&
        callbacks.some((name) => /^(success|fail)$/.test(name) && name !== slot)
      )
    }),
  },
  'no-fail': { hazard: 'H13', isFixedByKit: true, ofCall: raw(failedUnheard) },
  'callback-threw': { hazard: 'H3, H12, H24', isFixedByKit: false, ofCall: callbackThrew },
  'replaced-callback': { hazard: 'H9', isFixedByKit: true, ofCall: raw(({ replaces }) => replaces) },
  'reused-options': {
    hazard: 'H10',
    isFixedByKit: true,
    // An authorization object is intact again once its callbacks are put back.
    ofCall: raw(
      ({ reusesParams, callbacks }, { method }) =>
        reusesParams && !(KEPT.includes(method) && callbacks.includes('success')),
    ),
  },
  'two-payments': { hazard: 'H20', isFixedByKit: true, ofCall: twoPayments },
  'copied-sdk': {
    hazard: '§7',
    isFixedByKit: false,
    ofNote: ofKind('sdk', (address) => !isOfficial(address)),
  },
  'text-on-android': {
    hazard: 'H12',
    // Old callbacks get the text from a kit, too.
    isFixedByKit: false,
    // A page may well do without the fields of a text. It is counted if something came of it.
    ofCall: ({ unusedText, told }, { oddities }) =>
      !!unusedText && {
        isNote: !oddities.some(({ at }) => at >= (told?.at ?? 0) && at <= unusedText.at),
      },
  },
  'sent-told-failed': { hazard: 'H13, H20', isFixedByKit: false, ofCall: sentToldFailed },
  'debug-left-on': {
    hazard: 'H18',
    isFixedByKit: false,
    ofCall: raw(({ params }, { method }) => method === 'config' && !!read(params, 'debug')),
  },
  'redirect-not-encoded': { hazard: '§5', isFixedByKit: false, ofNote: ofAuthorization('not-encoded') },
  'redirect-not-https': { hazard: '§5', isFixedByKit: false, ofNote: ofAuthorization('not-https') },
  'contract-without-plan': { hazard: '§5', isFixedByKit: false, ofNote: ofAuthorization('no-plan') },
  'share-to-browser': {
    hazard: '§7',
    isFixedByKit: false,
    isNote: true,
    ofCall: raw(({ params }, entry) => {
      const address = readString(params, 'shareUrl')
      return traitsOf(entry.method).shares && !!address && !!entry.reached && !leadsBack(address)
    }),
  },
  'bundled-sdk': { hazard: '§7', isFixedByKit: false, isNote: true, ofNote: ofKind('sdk', isBridgeFile) },
  'missed-sdk': {
    hazard: 'H7',
    isFixedByKit: false,
    ofCall: ({ missedSdk }) => missedSdk && { tag: missedSdk.tag },
    ofNote: (note) => note.kind === 'error' && !!note.missedSdk && { tag: note.missedSdk },
  },
  'no-sdk': { hazard: 'H7', isFixedByKit: false, isNote: true, ofNote: ofKind('no-sdk') },
  'wallet-link': { hazard: '§5', isFixedByKit: false, isNote: true, ofNote: ofKind('wallet-link') },
}
