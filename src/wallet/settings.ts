/** What a whole page is taken through, in the order in which the phone offers it. */
export const SITUATIONS = [
  'success',
  'cancelled',
  'c02',
  'silent',
  '94',
  'bridge-late',
  'bridge-never',
  'sdk-missing',
  'outside',
] as const

/** One of the situations that a whole page is taken through. */
export type Situation = (typeof SITUATIONS)[number]

/**
 * Settings of the simulated wallet, as JSON: a page's own, those of the Vite plug-in, and what a developer changed in
 * the control. The first five are what a page reads at its start; the others act at once.
 */
export interface WalletSettings {
  /** Is the page in the wallet? False: as in a phone's browser. @default true */
  insideWallet?: boolean
  /** @default 'android' */
  platform?: 'android' | 'ios' | 'harmony'
  /** @default 'cordova' */
  bridge?: 'cordova' | 'jsbridge'
  /** The language of the wallet. @default 'zh_CN' */
  language?: string
  /** ms from the page's first script until the bridge is up. @default 300 */
  readyAfter?: number | 'never'
  /** ms from a call, or from the developer's choice, to native's answer. @default 300 */
  latency?: number
  /** By method: 'cancelled', 'silent', or the code that it fails with. What is here is not asked. */
  answers?: Readonly<Record<string, string>>
  /** By method: the value that it succeeds with. What is here is not asked. */
  results?: Readonly<Record<string, unknown>>
  /**
   * Does the wallet ask at the tap, as a real one does? False: every method that has no answer here succeeds with an
   * example. @default true, but false while a browser is driven by a test (`navigator.webdriver`)
   */
  ask?: boolean
}

/** Settings of the desk: those of the wallet, and what its developer chose in the phone. */
export interface DeskSettings extends WalletSettings {
  /** The whole page is taken through this, and nothing is asked. @default none */
  situation?: Situation | undefined
  /** upsdk-kit is `window.upsdk`, before the page's first script. @default false */
  inPlace?: boolean
  /** Options of the kit that is in upsdk's place, as JSON. @default { translateFail: true } */
  kitOptions?: Readonly<Record<string, unknown>>
}

/** What the command's server took off a document, or could not turn. */
export type ServerNote = 'policy' | 'frame' | 'cookie'

/** The tools of a page in development. */
export interface ClientOptions {
  /** A simulated wallet, or its settings at the start. */
  readonly simulator: boolean | DeskSettings
  /** Each kit of the page writes to the console. */
  readonly inspector: boolean
  /** Where the server of the client has an empty script in the place of upsdk.js. @default none: its tags are taken out */
  readonly sdkAddress?: string
  /** Where the server of the client keeps what was chosen. @default none: the page's own storage does */
  readonly stateAddress?: string
  /** The page's own origin, if a server in between shows it at another one: signed pages have signed this one. */
  readonly targetOrigin?: string
  /** What that server took off, or could not turn: rows of the log. */
  readonly notes?: readonly ServerNote[]
  /** In a real wallet: nothing is simulated, the recorder goes in. @default false */
  readonly recorder?: boolean
  /**
   * Property of the window with the function of a test that drives the wallet (`driver.ts`). Nothing is drawn around the
   * page then, and the wallet is simulated in a browser with the wallet's own user agent too. @default none
   */
  readonly driver?: string
}

type Check = (value: unknown) => boolean

const isTable: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value)
const isTime: Check = (value) => typeof value === 'number' && value >= 0

const checks: { readonly [Name in keyof Required<DeskSettings>]: Check } = {
  insideWallet: oneOf(true, false),
  platform: oneOf('android', 'ios', 'harmony'),
  bridge: oneOf('cordova', 'jsbridge'),
  language: (value) => typeof value === 'string',
  readyAfter: (value) => value === 'never' || isTime(value),
  latency: isTime,
  answers: (value) =>
    isTable(value) && Object.values(value as object).every((one) => typeof one === 'string'),
  results: isTable,
  ask: oneOf(true, false),
  situation: (value) => value === null || oneOf(...SITUATIONS)(value),
  inPlace: oneOf(true, false),
  kitOptions: isTable,
}

/** Names of all settings. */
export const SETTING_NAMES: readonly string[] = Object.keys(checks)

/** Names of the settings that a page reads at its start: a change of them loads it anew. */
export const AT_START: readonly (keyof DeskSettings)[] = [
  'insideWallet',
  'platform',
  'bridge',
  'language',
  'readyAfter',
  'situation',
  'inPlace',
  'kitOptions',
]

/**
 * Takes the settings that are well-formed. They come from a page, a file or an earlier version: a malformed one is
 * reported and left out, since a developer's page must not fail by its tools.
 *
 * @param report gets the name of each malformed one
 */
export function readSettings(given: unknown, report: (name: string) => void): DeskSettings {
  const good: Record<string, unknown> = {}
  if (!isTable(given)) return good
  for (const [name, value] of Object.entries(given as object)) {
    const check = checks[name as keyof DeskSettings] as Check | undefined
    if (value === undefined) continue
    if (check?.(value)) good[name] = value
    else report(name)
  }
  return good
}
