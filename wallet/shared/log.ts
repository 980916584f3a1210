/** A page's log as it leaves the page, in steps and notes, and the records that its receiver makes of them. */

import { traitsOf } from '../../src/internalsWithoutDom'
import type { Step } from '../../src/types/inspector'
import type { RawStep } from '../simulator/steps'
import type { UserAction } from './actions'
import type { Outcome } from './outcomes'
import type { AuthorizationFault } from './webAuthorization'

/**
 * Where the page's tag of upsdk.js stood when the page missed upsdk: its tag is `async`, or deferred (a module is too),
 * or was added by a script and had not run, or there was none so far while the page was parsed; or there is none.
 */
export type SdkTag = 'async' | 'deferred' | 'added' | 'below' | 'none'

/** Where it stands beside `upsdk-kit/dev`, which does not wait for it: above, or the kit loads upsdk.js itself. */
export type OwnTag = SdkTag | 'above' | 'kit'

/** What the client itself knows of a call. */
export type Mark = {
  /** The time of the page's `performance.now()`, in ms. */
  readonly at: number
} & (
  | {
      /** The developer's choice on the sheet of the call. */ readonly type: 'chosen'
      readonly outcome: Outcome
    }
  /** A later call took the place of this one before the bridge was up, so that it has no result (H9). */
  | { readonly type: 'replaced' }
  /** The page got JSON text from Android, and neither parsed it nor passed it on (H12). */
  | { readonly type: 'unusedText' }
  /** The callback of `ready` waits for a config, and the page calls none (H29). */
  | { readonly type: 'neverReady' }
  /** A callback of the page threw, which a kit in upsdk's place ran. */
  | { readonly type: 'threwInKit'; readonly error: unknown }
  /** A kit found no upsdk. */
  | { readonly type: 'missedSdk'; readonly tag: SdkTag }
)

/** One step of a call, as plain JSON. `from`: upsdk, the kit, or the client. */
export type LogStep =
  | ({ readonly from: 'upsdk' } & RawStep)
  | ({ readonly from: 'kit' } & Step)
  | ({ readonly from: 'client' } & Mark)

type OfUpsdk<Type extends RawStep['type']> = Extract<LogStep, { from: 'upsdk'; type: Type }>
type OfKit<Type extends Step['type']> = Extract<LogStep, { from: 'kit' }> & { readonly type: Type }
type OfClient<Type extends Mark['type']> = Extract<LogStep, { from: 'client'; type: Type }>

/** One call of the page. */
export interface LogCall {
  /** Unique in its document, and growing. In a record: unique in its receiver. */
  readonly id: number
  readonly method: string
  /** The time of the page's `performance.now()`, in ms. */
  readonly at: number
  /**
   * The caller of raw upsdk: the page or a kit. `bridge`: the page called the native bridge itself; `upsdk`: the file did,
   * for itself.
   */
  readonly by: 'page' | 'kit' | 'bridge' | 'upsdk'
}

/** A text that the user saw. */
export interface SeenText {
  /** Who showed it. */
  readonly by: 'page' | 'kit' | 'wallet'
  /** `alert`, `confirm` and `prompt` are the browser's own dialogs. */
  readonly form: 'text' | 'toast' | 'dialog' | 'alert' | 'confirm' | 'prompt'
  readonly title?: string
  readonly message: string
  /** What the user answered to a `confirm` or `prompt`. */
  readonly answer?: DialogAnswer
}

/** What `confirm` or `prompt` returned. */
export type DialogAnswer = boolean | string | null

export type AnsweredDialog = Pick<SeenText, 'message' | 'answer'>

/**
 * The subject of a note with a text: a file of upsdk or its bridge, an error, a violation of the page's policy, a
 * request to another origin without a readable answer, an address that the page leaves for, a change by the server in
 * between, a tap on a page that has loaded no upsdk, the place of the page's own tag beside `upsdk-kit/dev`, or a link
 * that the wallet would open.
 */
export type TextNoteKind =
  | 'sdk'
  | 'error'
  | 'policy'
  | 'request'
  | 'leaves'
  | 'server'
  | 'no-sdk'
  | 'own-tag'
  | 'wallet-link'

/** `failed`: the page got an error that is no cancellation. */
export type AuthorizationEnd = 'success' | 'cancelled' | 'failed' | 'silent'

/** A web authorization that has ended. */
export interface AuthorizationFacts {
  readonly end: AuthorizationEnd
  /** What is wrong with the address of the consent page. */
  readonly faults: readonly AuthorizationFault[]
  /** Does the page leave for the address back? */
  readonly returns: boolean
}

/** The contents of a row of the log that is no call. */
export type NoteContent =
  | {
      readonly kind: TextNoteKind
      readonly text: string
      /** Of an error: upsdk was not there. */
      readonly missedSdk?: SdkTag
      /** Of an upsdk file: it does not load. */
      readonly isMissing?: true
    }
  | ({ readonly kind: 'authorization'; readonly text: string } & AuthorizationFacts)
  /** What the user did on the page. `text` names the element. */
  | { readonly kind: 'act'; readonly act: UserAction['kind']; readonly text: string }
  | ({ readonly kind: 'seen' } & SeenText)

export type NoteKind = NoteContent['kind']

/** A row of the log that is no call. */
export type LogNote = NoteContent & {
  /** The time of the page's `performance.now()`, in ms. */
  readonly at: number
  /** In a record: the id of the page's document; undefined in a frame of it. */
  readonly page?: string
}

/** Something that the user did on the page. */
export type ActNote = Extract<LogNote, { kind: 'act' }>

/** A document of a page. */
export interface LogDocument {
  readonly id: string
  /** The time at which its `performance.now()` was 0, in ms since 1970: the times of two documents are compared by it. */
  readonly startedAt: number
  /** It is in a frame of the page. */
  readonly isFrame?: true
}

/** A step with its call, or a note. */
export type LogItem = { readonly call: LogCall; readonly step: LogStep } | { readonly note: LogNote }

/** The message by which a page gives its log away, to whoever listens: the phone, a run, a test. */
export interface LogMessage {
  readonly type: 'log'
  readonly document: LogDocument
  readonly items: readonly LogItem[]
}

/** The record of one call: the first step of each type. */
export interface LogEntry extends LogCall {
  /** The id of its document. */
  readonly document: string
  /** The same; undefined in a frame of the page. */
  readonly page?: string
  /** Raw upsdk was called. */
  readonly called?: OfUpsdk<'called'>
  /** upsdk dropped the parameters. */
  readonly lost?: OfUpsdk<'lost'>
  /** The call reached native. */
  readonly reached?: OfUpsdk<'reached'>
  /** Native answered. */
  readonly answered?: OfUpsdk<'answered'>
  /** A callback of the page ran. */
  readonly told?: OfUpsdk<'told'>
  /** A callback of the page, or upsdk itself, threw. */
  readonly threw?: OfUpsdk<'threw'> | undefined
  /** The kit handed the call to upsdk. */
  readonly sent?: OfKit<'sent'>
  /** The kit settled the call. */
  readonly settled?: OfKit<'settled'>
  readonly chosen?: OfClient<'chosen'>
  readonly replaced?: OfClient<'replaced'>
  readonly unusedText?: OfClient<'unusedText'>
  readonly neverReady?: OfClient<'neverReady'>
  readonly threwInKit?: OfClient<'threwInKit'> | undefined
  readonly missedSdk?: OfClient<'missedSdk'>
  /** The page has left the call's document, so that it can be told nothing more. */
  readonly isLeft?: true
  /** All steps in order, for a timeline. */
  readonly steps: readonly LogStep[]
}

/** Is this a call, or a note? */
export const isEntry = (one: LogEntry | LogNote): one is LogEntry => 'steps' in one

/** Is it a call that a user acts at, such as a payment? A full log keeps it before all others. */
export function isForUser({ method }: LogCall): boolean {
  const { payment, interactive } = traitsOf(method)
  return payment || interactive
}

/** The lines of a text that the user saw. */
export const linesOf = ({ title, message }: SeenText): readonly string[] =>
  title ? [title, message] : [message]

/** Was it a dialog of the browser? Those are in no document. */
export const isOfBrowser = ({ form }: SeenText): boolean => /^(alert|confirm|prompt)$/.test(form)

/** Finds the texts that the user saw, in order. */
export const seenTexts = (notes: readonly LogNote[]): readonly (LogNote & SeenText)[] =>
  notes.filter((note): note is Extract<LogNote, SeenText> => note.kind === 'seen')
