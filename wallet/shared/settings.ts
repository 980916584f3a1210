import { hasOwn } from '../../src/internalsWithoutDom'
import { SITUATIONS, type Situation } from './situations'
import type { WalletSettings } from './walletSettings'

/** Settings that a page may set as `window.upsdkKitDev` before it imports `upsdk-kit/dev`. */
export interface DevSettings extends WalletSettings {
  /**
   * Simulates the wallet even on a host that others can reach. Default false, since every payment there would seem to
   * succeed.
   */
  anyHost?: boolean
}

/** Settings of the desk: those of the wallet, and the developer's choices on the phone. */
export interface DeskSettings extends WalletSettings {
  /**
   * Puts the whole page through a situation. The wallet asks nothing then. `config-refused` is for signed pages.
   *
   * @default none
   */
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
  /** The server's address of the script in place of upsdk.js. @default none: in a test, the test answers for it */
  readonly sdkAddress?: string
  /** The server's address for the chosen settings. @default none: the page's own storage keeps them */
  readonly settingsAddress?: string
  /** The server's address for faults of responses. Only a server in between has any. @default none */
  readonly faultsAddress?: string
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

/** The check of a setting: its test, and the words for an error about another value. */
interface SettingCheck {
  readonly test: (value: unknown) => boolean
  readonly words: string
}

type Table = Readonly<Record<string, unknown>>
const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isTableOf = (value: unknown, test: SettingCheck['test']): boolean =>
  isTable(value) && Object.keys(value).every((key) => test(value[key]))
const isText = (value: unknown): value is string => typeof value === 'string'

/** The longest time that a timer can wait. */
const MOST_TIME = 0x7fffffff
const isTime = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= MOST_TIME

/** How deep a value may be that a method succeeds with. A much deeper one could not be written as JSON. */
const DEEPEST = 50
const isShallow = (value: unknown, depth = DEEPEST): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (depth > 0 && Object.keys(value).every((key) => isShallow((value as Table)[key], depth - 1)))

const oneOf = (...values: readonly (string | boolean)[]): SettingCheck => ({
  test: (value) => values.some((one) => one === value),
  words: values.join(', '),
})
const FLAG = oneOf(true, false)
const TIME: SettingCheck = { test: isTime, words: 'a time in ms' }
/** A tag, as wallets write it into their user agent, which a header must be able to carry. */
const LANGUAGE: SettingCheck = {
  test: (value) => isText(value) && /^[a-z]{1,8}([-_][a-z\d]{1,8})*$/i.test(value),
  words: 'a language such as zh_CN',
}

/**
 * The options of the kit in upsdk's place that can be chosen. Whoever may choose them must not run a script in the page
 * or lead it to another address, so `script`, `config`, functions and addresses are none of them.
 */
const kitOptions: Readonly<Record<string, SettingCheck>> = {
  locale: {
    test: (value) => isText(value) && /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i.test(value),
    words: 'a BCP 47 tag',
  },
  messages: {
    test: (value) => isTableOf(value, (texts) => isTableOf(texts, isText)),
    words: 'texts by locale',
  },
  readyTimeout: TIME,
  callTimeout: TIME,
  notify: FLAG,
  translateFail: FLAG,
}

const checks: { readonly [Name in keyof Required<DeskSettings>]: SettingCheck } = {
  insideWallet: FLAG,
  platform: oneOf('android', 'ios', 'harmony'),
  bridge: oneOf('cordova', 'jsbridge'),
  language: LANGUAGE,
  readyAfter: { test: (value) => value === 'never' || isTime(value), words: `${TIME.words}, never` },
  latency: TIME,
  answers: { test: (value) => isTableOf(value, isText), words: 'an object with a text for each method' },
  results: {
    test: (value) => isTable(value) && isShallow(value),
    words: `an object with a value for each method, at most ${DEEPEST} levels deep`,
  },
  ask: FLAG,
  upsdk: oneOf('loaded', 'given', 'missing'),
  situation: {
    test: (value) => value === null || SITUATIONS.some((one) => one === value),
    words: `${SITUATIONS.join(', ')}, null`,
  },
  inPlace: FLAG,
  kitOptions: {
    test: (value) =>
      isTable(value) &&
      Object.keys(value).every((name) => {
        const check = own(kitOptions, name)
        return !!check && check.test(value[name])
      }),
    words: `an object with ${Object.keys(kitOptions).join(', ')}`,
  },
}

/** Finds the check of a setting. A name from outside must not be found in a prototype. */
const own = (table: Readonly<Record<string, SettingCheck>>, name: string): SettingCheck | undefined =>
  hasOwn(table, name) ? table[name] : undefined

/** The names of all settings. */
export const SETTING_NAMES: readonly string[] = Object.keys(checks)

/** The names of the settings that a page reads at its start. A change of them reloads the page. */
export const AT_START: readonly (keyof DeskSettings)[] = [
  'insideWallet',
  'platform',
  'bridge',
  'language',
  'readyAfter',
  'upsdk',
  'situation',
  'inPlace',
  'kitOptions',
]

/**
 * Reads settings of a page, a file, a request or an earlier version. A malformed one is reported and left out, since a
 * developer's page must not fail because of its tools.
 *
 * @param report gets the name of each malformed setting, and what it must be; '' if there is no such setting
 */
export function readSettings(given: unknown, report: (name: string, words: string) => void): DeskSettings {
  const good: Record<string, unknown> = {}
  if (!isTable(given)) return good
  for (const name of Object.keys(given)) {
    const value = given[name]
    const check = own(checks, name)
    if (value === undefined) continue
    if (check?.test(value)) good[name] = value
    else report(name, check ? check.words : '')
  }
  return good
}
