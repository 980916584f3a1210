import type { UserAction } from '../../shared/actions'
import type { NoteKind, OwnTag, SeenText } from '../../shared/log'
import type { NamedOutcome } from '../../shared/outcomes'
import type { ResponseFault } from '../../shared/responseFaults'
import type { ServerNote } from '../../shared/settings'
import type { Situation } from '../../shared/situations'

/** The texts of the wallet on the desk, for its developer. */
export interface Words {
  readonly language: 'zh-Hans' | 'en'
  /** The badge on every drawing. */
  readonly simulated: string
  /** The name of the control. */
  readonly wallet: string
  readonly openControl: string
  readonly closeControl: string
  readonly moveControl: string

  readonly outcomes: Readonly<Record<NamedOutcome, string>>
  /** One line below each outcome: what native does then. */
  readonly outcomeNotes: Readonly<Record<NamedOutcome | 'refused', string>>
  /** The buttons by which a user leaves a sheet. */
  readonly acts: Readonly<Record<'cancelled' | 'closed', string>>
  /** The name of what no user does on a sheet: a developer forces it. */
  readonly forced: string
  /** Finds the meaning of a code, for a method or for all. */
  codeOf(method: string, code: string): string
  readonly alwaysSo: string
  more(count: number): string
  readonly leaveAll: string

  readonly pageOf: string
  readonly back: string
  readonly closed: string
  readonly openAgain: string
  readonly close: string
  readonly untitled: string

  readonly tabs: Readonly<Record<'log' | 'settings', string>>
  readonly title: string
  readonly rightButton: string
  readonly tapIt: string
  readonly startNote: string
  /** The names of the folded settings. */
  readonly answerSettings: string
  readonly startSettings: string
  decidedBySituation(situation: string, settings: readonly string[]): string
  readonly settings: Readonly<
    Record<'insideWallet' | 'platform' | 'bridge' | 'language' | 'readyAfter' | 'latency' | 'ask', string>
  >
  readonly inside: string
  readonly outside: string
  readonly never: string
  after(ms: number): string
  delay(ms: number): string
  readonly asks: string
  readonly answersAtOnce: string
  readonly bridgeUp: string
  readonly fixedAnswers: string
  /** Stands above the choice of a method and its answer. */
  readonly fixAnswer: string
  readonly method: string
  readonly answer: string
  readonly set: string
  readonly askAgain: string
  readonly reset: string

  readonly phone: PhoneWords
  readonly noCalls: string
  /** The log was cleared. */
  readonly cleared: string
  /** The outcome of a web authorization. */
  readonly authorization: {
    back(scope: string, path: string): string
    refused(scope: string, path: string): string
    stays(scope: string): string
    malformed(redirectUri: string): string
  }
  /** The page navigates to its own server's address, past the command. */
  ownAddress(path: string): string
  /** What the page's server did wrong in the answer for a path. */
  readonly responseFaults: Readonly<Record<ResponseFault['kind'], (path: string) => string>>
  /** The changes that the command's server made to the document. */
  readonly serverNotes: Readonly<Record<ServerNote, string>>
  readonly copyReport: string
  readonly copyTest: string
  readonly copied: string
  readonly clear: string
  dropped(count: number): string
  /** Beside `upsdk-kit/dev`: where the page's own tag of upsdk.js stands. */
  readonly ownTag: Readonly<Record<OwnTag, string>>
  /** The texts of notes. */
  readonly notes: Readonly<Record<Exclude<NoteKind, 'seen' | 'act'>, (text: string) => string>>
  /** Said behind the address of an upsdk file that does not load. */
  readonly notLoaded: string
  /** @param source who showed the text, and how; '' if the page did, as a text of its own */
  userSaw(source: string, text: string): string
  readonly seenFrom: Readonly<Record<Exclude<SeenText['by'], 'page'>, string>>
  readonly seenAs: Readonly<Record<Exclude<SeenText['form'], 'text'>, string>>
  /** Names of the kinds, for a list that counts notes. */
  readonly noteKinds: Readonly<Record<NoteKind, string>>
  /** The headings of the log: what the user did, on which element, and what a document did as it was loaded. */
  readonly didOn: Readonly<Record<UserAction['kind'], (name: string) => string>>
  readonly loaded: string
  readonly loadedNext: string
  /** How many of the calls of a heading are listed below it. */
  callCount(listed: number, all: number): string
  /** How many of the calls of a row have the status that it tells. */
  someOf(some: number, all: number): string
  /** A row for the later ones of many texts that the user saw. */
  moreTexts(count: number, texts: string): string
  newCalls(count: number): string
  /** The tab of the problems leaves something out. */
  readonly untold: string
  /** The buttons of the browser's own dialogs. */
  readonly dialogButtons: Readonly<Record<'cancel' | 'ok', string>>
  /** Names the mark of a row: it has a cause, or is an error or a text for developers. */
  readonly marked: Readonly<Record<'cause' | 'error' | 'rawText', string>>
  readonly causes: string
  /** Remarks beside them, which are not counted. */
  readonly notesToo: string
  nthOf(number: number, all: number): string
  readonly rawTextsName: string
  /** Stands in the place of the causes. */
  readonly noCauses: string
  /** Opens the list of the causes that are looked for. */
  readonly whatIsChecked: string
  /** In place of the causes where there are problems, and none of their causes is known. */
  readonly otherCauses: string
  /** The user saw texts for developers; and what to show in their place. */
  rawTexts(shown: readonly string[]): readonly [wrong: string, instead: string]
  latestAt(seconds: string): string
  readonly showInLog: string
  readonly logTabs: Readonly<Record<'problems' | 'all', string>>
  readonly fromKit: string
  /** Said of a kit's wait for upsdk, which has the name `pluginReady`. */
  readonly waitOfKit: string
  readonly fromBridge: string
  readonly fromUpsdk: string
  /** A code was chosen on a sheet that a phone gives before any sheet. */
  tapAgain(method: string, code: string): string
  readonly status: Readonly<
    Record<'open' | 'success' | 'failure' | 'none' | 'never' | 'sent' | 'registered' | 'ran', string>
  >
  /** Before the outcome that a sheet or a setting gave a call. */
  readonly chose: string
  readonly search: string
  /** In the field itself, which may be narrow. */
  readonly searchShort: string
  readonly noneFound: string
  /** The page about a diagnosis. */
  readonly why: Readonly<Record<'ask' | 'reason' | 'instead', string>>
  readonly saveLog: string
  readonly showToken: string
  /** Stands beside an answer that no source documents. */
  readonly invented: string
  /** Stands in a picture of the page in the place of what could not be kept. */
  readonly notKept: Readonly<Record<'canvas' | 'frame' | 'video', string>>
  readonly steps: Readonly<
    Record<
      | 'called'
      | 'lost'
      | 'reached'
      | 'answered'
      | 'heard'
      | 'told'
      | 'threw'
      | 'sent'
      | 'settled'
      | 'unanswered'
      | 'late'
      | 'chosen'
      | 'replaced'
      | 'unusedText'
      | 'neverReady'
      | 'threwInKit'
      | 'missedSdk',
      string
    >
  >
  readonly through: Readonly<Record<'placeholder' | 'slot', string>>
  readonly states: Readonly<Record<'outside' | 'waiting for the bridge' | 'not opened', string>>
}

/** The texts of the phone around the page. */
export interface PhoneWords {
  readonly mode: string
  readonly asIs: string
  readonly inPlace: string
  /** The reason why `inPlace` cannot be chosen. */
  readonly hasKit: string
  readonly situation: string
  readonly noSituation: string
  readonly situations: Readonly<Record<Situation, string>>
  readonly size: string
  readonly theme: string
  readonly themes: Readonly<Record<'system' | 'light' | 'dark', string>>
  readonly address: string
  readonly go: string
  readonly reload: string
  readonly withoutPhone: string
  readonly compare: string
  readonly page: string
  readonly controls: string
  readonly options: string
  readonly optionsNote: string
  readonly apply: string
  readonly notJson: string
}
