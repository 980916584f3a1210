/** All texts of the page, in one language. */
import type { Domain } from '../checks'
import type { Comparison, Status } from '../compare'
import type { AnswerId, CheckId, KindId } from '../ids'

export type Language = 'zh' | 'en'

export type { AnswerId, CheckId, KindId }

export interface Texts {
  /** The page's `lang`. */
  lang: 'zh-Hans' | 'en'
  title: string
  lead: string
  /** The result on top of the page. */
  result: {
    /** Stands beside the others in the simulated wallet. */
    simulated: string
    outside: string
    checking: (done: number, of: number) => string
    noBridge: string
    differs: (count: number) => string
    /** No check was possible. */
    impossible: (count: number) => string
    /** @param left how many wait for a tap */
    good: (count: number, left: number) => string
  }
  /** The summary of the rows that passed. */
  passed: (count: number) => string
  /** The summary of rows that failed for one cause. */
  sameCause: (count: number, cause: string) => string
  /** The name of the other language, in that language. */
  other: string
  place: string
  facts: Readonly<
    Record<
      | 'where'
      | 'version'
      | 'bridge'
      | 'platform'
      | 'opened'
      | 'agent'
      | 'engine'
      | 'language'
      | 'sdk'
      | 'ready'
      | 'methods'
      | 'api',
      string
    >
  >
  /** Opens the facts that only a report needs. */
  moreFacts: string
  inside: string
  outside: string
  opened: Readonly<Record<'upApplet' | 'upHtml', string>>
  none: string
  unknown: string
  sdk: Readonly<Record<'loading' | 'failed' | 'there', string>>
  sdkLoaded: (ms: number) => string
  readyAfter: (ms: number) => string
  notReady: string
  noPluginReady: string
  methodsOf: (generation: string, has: number, of: number) => string
  mode: string
  modes: Readonly<Record<'kit' | 'raw', string>>
  modeNote: Readonly<Record<'kit' | 'raw', string>>
  domains: Readonly<Record<Domain, string>>
  domainNotes: Readonly<Partial<Record<Domain, string>>>
  /** A short name for each check. */
  checks: Readonly<Record<CheckId, string>>
  status: Readonly<Record<Status, string>>
  why: Readonly<Record<NonNullable<Comparison['why']>, string>>
  start: string
  again: string
  asks: Readonly<Record<AnswerId, string>>
  yes: string
  no: string
  seen: (yes: boolean) => string
  events: (times: number) => string
  expected: string
  actual: string
  kinds: Readonly<Record<KindId, string>>
  success: (kind: string, ms: number) => string
  lacks: (fields: string) => string
  withFields: (fields: string) => string
  expectedSuccess: (kind: string) => string
  unlike: (came: string, expected: string) => string
  expectedSilence: string
  fail: (code: string, reason: string, ms: number) => string
  silence: string
  missing: string
  threw: string
  pay: {
    heading: string
    lead: string
    label: string
    first: string
    second: string
    warning: string
    turn: (turn: number, mode: string) => string
    how: Readonly<Record<'open' | 'success' | 'fail' | 'threw', string>>
    /** Follows the text of `how`. */
    endedAfter: (ms: number) => string
    hidden: (ms: number) => string
    notHidden: string
    blurred: (ms: number) => string
    notBlurred: string
    back: (ms: number) => string
    known: (text: string) => string
    length: (length: number) => string
    empty: string
    reason: (code: string, reason: string) => string
  }
  report: {
    heading: string
    lead: string
    toIt: string
    copy: string
    copyJson: string
    copied: string
    byHand: string
    qr: string
    /** What becomes of the report. */
    next: string
    sum: (passed: number, differs: number, impossible: number, waiting: number) => string
  }
  wayIn: {
    heading: string
    steps: readonly string[]
    file: string
    /** Said instead of a QR code if the address is that of this device for each device. */
    local: string
    qr: string
  }
}
