import type { QuietReason } from '../../src/index'
import type { NoteId, Scene, Shown } from '../readCalls'
import type { GroupId, ScenarioId } from '../scenarios'
import type { Place, Settings } from '../setup'

/** The texts of index.html, by the names in its `data-text`, `data-label` and `data-placeholder`. */
export interface PageTexts {
  title: string
  heading: string
  lead: string
  language: string
  /** The names of the two phones together on the first screen. */
  both: string
  begin: string
  seen: string
  modes: string
  raw: string
  kit: string
  outside: string
  phone: string
  again: string
  scenarios: string
  settings: string
  timeline: string
  legend: string
  wait: string
  wallet: string
  browser: string
  pause: string
  shown: string
  calls: string
  lookup: string
  search: string
  foot: string
}

/** The texts of a scenario: what happens without the kit, and with it. Words in backticks are code. */
export interface Story {
  name: string
  raw: string
  kit: string
}

/** The names of the steps of a call. */
export type StepName =
  | 'called'
  | 'waited'
  | 'sent'
  | 'stoodIn'
  | 'notBegun'
  | 'answered'
  | 'givenUp'
  | 'notSent'
  | 'result'
  | 'explained'
  | 'note'
  | 'wrong'
  | 'shown'
  | 'afterwards'

export interface TimelineTexts {
  empty: string
  /** The state of a call that has not settled. */
  open: Readonly<Record<'unanswered' | 'wallet' | 'browser' | 'waiting' | 'without', string>>
  place: Readonly<Record<Place, string>>
  bridgeDown: string
  bridgeAtOnce: string
  bridgeAfter: (time: string) => string
  scene: Readonly<Record<Scene, string>>
  steps: Readonly<Record<StepName, string>>
  reached: string
  byBrowser: string
  notByBrowser: string
  busy: string
  neverSent: string
  success: string
  code: string
  failCalled: string
  rejected: string
  noAnswer: string
  how: Readonly<Record<Shown, string>>
  nothingShown: (why: string) => string
  quiet: Readonly<Record<QuietReason, string>>
  notes: Readonly<Record<NoteId, string>>
  /** A text for screen readers. */
  seen: (line: string, text: string) => string
  settled: (line: string, outcome: string) => string
}

export interface LookupTexts {
  total: (codes: number) => string
  found: (found: number, codes: number) => string
  firstFew: (shown: number) => string
  official: string
  user: string
  developer: string
}

/** A setting and its choices. */
interface Field<Choice extends string> {
  label: string
  choices: Readonly<Record<Choice, string>>
}

/** All texts of the page around the phone, in one language. */
export interface Texts {
  /** The page's `lang`. */
  lang: 'zh-Hans' | 'en'
  page: PageTexts
  groups: Readonly<Record<GroupId, string>>
  stories: Readonly<Record<ScenarioId, Story>>
  /** The text below the phone. */
  places: Readonly<Record<Place, string>>
  unanswered: string
  awaitsTap: string
  settings: { readonly [Name in keyof Settings]: Field<Settings[Name]> }
  timeline: TimelineTexts
  lookup: LookupTexts
}
