/** Situations that a whole page can be put through, in the order on the phone. */
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

/** A situation that a whole page can be put through. */
export type Situation = (typeof SITUATIONS)[number]

/**
 * Settings of the simulated wallet, as JSON: a page's own, those of the Vite plug-in, and the developer's changes in
 * the control. A page reads the first five at its start. The others apply at once.
 */
export interface WalletSettings {
  /** Is the page in the wallet? False: it is in a phone's browser. @default true */
  insideWallet?: boolean
  /** @default 'android' */
  platform?: 'android' | 'ios' | 'harmony'
  /** @default 'cordova' */
  bridge?: 'cordova' | 'jsbridge'
  /** The language of the wallet. @default 'zh_CN' */
  language?: string
  /** ms from the page's first script until the bridge is up. @default 300 */
  readyAfter?: number | 'never'
  /** ms from a call, or from the developer's choice, until native answers. @default 300 */
  latency?: number
  /**
   * Answers by method: 'cancelled', 'silent', or the code that the method fails with. The wallet does not ask for these
   * methods.
   */
  answers?: Readonly<Record<string, string>>
  /** Values by method that the method succeeds with. The wallet does not ask for these methods. */
  results?: Readonly<Record<string, unknown>>
  /**
   * Does the wallet ask for each answer, as a real one asks its user? False: every method without an answer here
   * succeeds with an example. @default true; false while a test drives the browser (`navigator.webdriver`)
   */
  ask?: boolean
}

/** Settings of the desk: those of the wallet, and the developer's choices on the phone. */
export interface DeskSettings extends WalletSettings {
  /** Puts the whole page through a situation. The wallet asks nothing then. @default none */
  situation?: Situation | undefined
  /** Makes upsdk-kit `window.upsdk` before the page's first script. @default false */
  inPlace?: boolean
  /** Options of the kit in upsdk's place, as JSON. @default { translateFail: true } */
  kitOptions?: Readonly<Record<string, unknown>>
}

/** A change that the command's server made to a document, or could not make. */
export type ServerNote = 'policy' | 'frame' | 'cookie'

/** Options of the client. */
export interface ClientOptions {
  /** Simulates a wallet; or its initial settings. */
  readonly simulator: boolean | DeskSettings
  /** Makes each kit of the page write to the console. */
  readonly inspector: boolean
  /** The server's address of an empty script in place of upsdk.js. @default none: tags of upsdk.js are removed */
  readonly sdkAddress?: string
  /** The server's address for the chosen settings. @default none: the page's own storage keeps them */
  readonly stateAddress?: string
  /**
   * The page's own origin, if a server in between shows the page at another one. Signed pages have signed their own.
   */
  readonly targetOrigin?: string
  /** Changes by that server, for the log. */
  readonly notes?: readonly ServerNote[]
  /** Adds the recorder and simulates nothing, for a real wallet. @default false */
  readonly recorder?: boolean
  /**
   * Property of the window with the function of a test that drives the wallet (`driver.ts`). The page gets no control
   * then, and the wallet is simulated even in a browser with the wallet's user agent. @default none
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

/** The names of all settings. */
export const SETTING_NAMES: readonly string[] = Object.keys(checks)

/** The names of the settings that a page reads at its start. A change of them reloads the page. */
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
 * Reads settings of a page, a file or an earlier version. A malformed one is reported and left out, since a developer's
 * page must not fail because of its tools.
 *
 * @param report gets the name of each malformed setting
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
