/** The settings of the simulated wallet itself, and their defaults. */

/**
 * Settings of the simulated wallet, as JSON: a page's own, those of the Vite plug-in, and the developer's changes in
 * the control. A page reads those of `AT_START` at its start. The others apply at once.
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
  /** ms from when upsdk.js ran until the bridge is up. @default 300 */
  readyAfter?: number | 'never'
  /** ms from a call, or from the developer's choice, until native answers. @default 300 */
  latency?: number
  /**
   * Answers by method: 'cancelled', 'failed' (as it does most days), 'silent', 'late', or the code that the method fails
   * with. The wallet does not ask for these methods.
   */
  answers?: Readonly<Record<string, string>>
  /** Values by method that the method succeeds with. The wallet does not ask for these methods. */
  results?: Readonly<Record<string, unknown>>
  /**
   * Does the wallet ask for each answer, as a real one asks its user? False: every method without an answer here
   * succeeds with an example. @default true; false while a test drives the browser (`navigator.webdriver`)
   */
  ask?: boolean
  /**
   * When `window.upsdk` is there: `loaded`, once the page has loaded upsdk.js, as in a real wallet; `given`, from the
   * first script on, for tests of components, and of pages that `page.setContent` makes without a tag of upsdk.js.
   * `upsdk-kit/dev` gives it always. `missing`: the file does not load. @default 'loaded'
   */
  upsdk?: 'loaded' | 'given' | 'missing'
}

/** The defaults of the settings. `ask` has none here, since it follows the browser. */
export const DEFAULTS = {
  insideWallet: true,
  platform: 'android',
  bridge: 'cordova',
  language: 'zh_CN',
  readyAfter: 300,
  latency: 300,
  upsdk: 'loaded',
} as const satisfies WalletSettings

/** Fills the gaps in settings with the defaults. */
export function withDefaults<Settings extends WalletSettings>(settings: Settings) {
  const { insideWallet = DEFAULTS.insideWallet, platform = DEFAULTS.platform } = settings
  const { bridge = DEFAULTS.bridge, language = DEFAULTS.language } = settings
  const { readyAfter = DEFAULTS.readyAfter, latency = DEFAULTS.latency, upsdk = DEFAULTS.upsdk } = settings
  return { ...settings, insideWallet, platform, bridge, language, readyAfter, latency, upsdk }
}
