/** What a diagnosis is: one object with its test, its hazards, its sentences and what stands behind it. */
import type { LogEntry, LogNote, SdkTag, TextNoteKind } from '../../shared/log'
import type { UnknownMethod } from './unknownMethod'

type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9'

/** A number of the list of hazards in docs/upsdk-behaviour.md, or a section of it. */
export type Hazard =
  | `H${Exclude<Digit, '0'> | `${'1' | '2'}${Digit}` | '30'}`
  | `§${'1' | '2' | '3' | '4' | '5' | '6'}`

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
  /** The texts on screen that it is about. */
  readonly texts?: readonly LogNote[]
  /** This one is not counted. */
  readonly isNote?: boolean
}

/** The finding for a record. */
export type Said = DiagnosisDetail | boolean | undefined

type Language = 'zh' | 'en'

/** Makes the two sentences for a call of `method`. */
type Sentences = (method: string, detail: DiagnosisDetail) => readonly [wrong: string, instead: string]

export interface DiagnosisRow {
  readonly hazards: readonly [Hazard, ...Hazard[]]
  /** Does a call through the kit avoid the problem? */
  readonly isFixedByKit: boolean
  /** It is worth mentioning, but nothing goes wrong, so it is not counted. */
  readonly isNote?: true
  /** Tests a call. @param others the facts about other records */
  ofCall?(entry: LogEntry, others: OtherRecords): Said
  ofNote?(note: LogNote, others: OtherRecords): Said
  /** What goes wrong in the real wallet, and what to write instead. */
  readonly sentences: Readonly<Record<Language, Sentences>>
  /** How upsdk or the wallet works there: the page that “why” opens says it. */
  readonly background: Readonly<Record<Language, string>>
}

/** Diagnoses of one subject. */
export type DiagnosisTable = Readonly<Record<string, DiagnosisRow>>

/** The facts about other records that the diagnosis of one needs. */
export interface OtherRecords {
  /** The payments that reached native, by id, oldest first. */
  readonly payments: Map<number, LogEntry>
  /** The documents that have called `config`, or `appletConfig`. */
  readonly configured: Set<string>
  /** The calls of `ready` for which no config had come. */
  readonly waiting: LogEntry[]
  /** The texts on screen that say that a payment failed. */
  readonly failures: LogNote[]
  /** Errors that nobody caught, and texts on screen that have a value which is not there. */
  readonly oddities: LogNote[]
  /** The names that calls met and upsdk does not have. */
  readonly unknown: Set<string>
}

export type Called = NonNullable<LogEntry['called']>

/** Tests a call of raw upsdk. */
export const raw =
  (test: (called: Called, entry: LogEntry) => Said): NonNullable<DiagnosisRow['ofCall']> =>
  (entry) =>
    entry.called && test(entry.called, entry)

export const ofKind =
  (kind: TextNoteKind, test: (text: string) => boolean = () => true): NonNullable<DiagnosisRow['ofNote']> =>
  (note) =>
    note.kind !== 'seen' && note.kind === kind && test(note.text)
