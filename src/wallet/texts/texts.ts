import { readsChinese } from '../../inspector/language'
import type { NoteKind } from '../log/log'
import type { SheetKind } from '../outcomes'
import type { ServerNote, Situation } from '../settings'
import { en } from './en'
import { zh } from './zh'

/** A place to choose, with its coordinates (GCJ-02). */
export type Place = readonly [
  name: string,
  address: string,
  longitude: string,
  latitude: string,
  province: string,
  city: string,
]

/** The words of the wallet on the desk, for its developer: Chinese where the browser reads Chinese, else English. */
export interface Words {
  readonly language: 'zh-Hans' | 'zh-Hant' | 'en'
  /** On every drawing: nothing here is the real wallet. */
  readonly simulated: string
  /** The name of the control. */
  readonly wallet: string
  readonly openControl: string
  readonly closeControl: string
  readonly moveControl: string

  readonly sheets: Readonly<Record<SheetKind, string>>
  /** Of the outcomes that are no codes. */
  readonly outcomes: Readonly<Record<'success' | 'cancelled' | 'silent' | 'late' | 'closed', string>>
  /** One line below each: what native does then. */
  readonly outcomeNotes: Readonly<
    Record<'success' | 'cancelled' | 'silent' | 'late' | 'closed' | 'stays', string>
  >
  /** What a code means, by method and code, or by code alone. */
  codeOf(method: string, code: string): string
  /** What the user taps for a success, where that has a name of its own. */
  readonly confirm: { readonly [Kind in SheetKind]?: string }
  readonly noCharge: string
  readonly noTn: string
  readonly asksFor: string
  readonly scopes: Readonly<Record<string, string>>
  readonly lookAtCamera: string
  readonly scannedText: string
  readonly fromPicture: string
  readonly nothingFound: string
  readonly chooseFile: string
  readonly samplePicture: string
  readonly sample: string
  readonly chosen: string
  readonly places: readonly Place[]
  readonly place: string
  readonly longitude: string
  readonly latitude: string
  readonly shareTo: string
  readonly channels: Readonly<Record<string, string>>
  readonly leadsBack: string
  readonly leadsToBrowser: string
  readonly noLink: string
  readonly parameters: string
  readonly result: string
  readonly invented: string
  readonly notJson: string
  readonly alwaysSo: string
  more(count: number): string
  readonly leaveAll: string

  readonly pageOf: string
  readonly back: string
  readonly closed: string
  readonly openAgain: string
  readonly menu: string
  readonly close: string
  readonly untitled: string

  readonly tabs: Readonly<Record<'log' | 'settings', string>>
  readonly titleBar: string
  readonly title: string
  readonly rightButton: string
  readonly tapIt: string
  readonly start: string
  readonly startNote: string
  readonly settings: Readonly<
    Record<'insideWallet' | 'platform' | 'bridge' | 'language' | 'readyAfter' | 'latency' | 'ask', string>
  >
  readonly inside: string
  readonly outside: string
  readonly never: string
  after(ms: number): string
  readonly asks: string
  readonly answersAtOnce: string
  readonly bridgeUp: string
  readonly fixedAnswers: string
  readonly noFixedAnswers: string
  readonly method: string
  readonly answer: string
  readonly set: string
  readonly askAgain: string
  readonly reset: string

  readonly phone: PhoneWords
  readonly noCalls: string
  /** What became of a web authorization. */
  readonly authorization: {
    back(scope: string, path: string): string
    stays(scope: string): string
    malformed(redirectUri: string): string
  }
  /** The page leaves for its own server's address, past the command. */
  ownAddress(path: string): string
  /** What the command's server did to the document. */
  readonly serverNotes: Readonly<Record<ServerNote, string>>
  readonly copyReport: string
  readonly copyTest: string
  readonly copied: string
  readonly clear: string
  dropped(count: number): string
  /** What a note says. */
  readonly notes: Readonly<Record<NoteKind, (text: string) => string>>
  /** For a list that counts notes, without their texts. */
  readonly noteKinds: Readonly<Record<NoteKind, string>>
  readonly fromKit: string
  readonly fromBridge: string
  readonly status: Readonly<Record<'open' | 'success' | 'failure' | 'none', string>>
  readonly showToken: string
  readonly steps: Readonly<
    Record<
      | 'called'
      | 'lost'
      | 'reached'
      | 'answered'
      | 'told'
      | 'threw'
      | 'sent'
      | 'settled'
      | 'unanswered'
      | 'late',
      string
    >
  >
  readonly through: Readonly<Record<'placeholder' | 'slot', string>>
  readonly states: Readonly<Record<'outside' | 'waiting for the bridge' | 'not opened', string>>
}

/** The words of the phone, around the page. */
export interface PhoneWords {
  readonly mode: string
  readonly asIs: string
  readonly inPlace: string
  /** Why the second cannot be chosen. */
  readonly hasKit: string
  readonly situation: string
  readonly noSituation: string
  readonly situations: Readonly<Record<Situation, string>>
  readonly size: string
  readonly sizes: Readonly<Record<'small' | 'medium' | 'large', string>>
  readonly theme: string
  readonly themes: Readonly<Record<'system' | 'light' | 'dark', string>>
  readonly address: string
  readonly go: string
  readonly reload: string
  readonly withoutPhone: string
  readonly compare: string
  readonly back: string
  readonly notRun: string
  readonly userSaw: string
  readonly sawNothing: string
  readonly calls: string
  readonly page: string
  readonly controls: string
  readonly options: string
  readonly optionsNote: string
  readonly apply: string
  readonly notJson: string
}

/** The words in the language of the developer. */
export const wordsNow = (): Words => (readsChinese() ? zh : en)
