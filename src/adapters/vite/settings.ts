/** Settings of the simulated wallet that the control changes. They are remembered over reloads, as JSON. */
export interface WalletSettings {
  /** Default true; false: as in a browser. */
  insideWallet?: boolean
  /** Default 'android'. */
  platform?: 'android' | 'ios' | 'harmony'
  /** Default 'cordova'. */
  bridge?: 'cordova' | 'jsbridge'
  /** The language of the wallet. Default 'zh_CN'. */
  language?: string
  /** ms until the bridge is up. Default 0. */
  readyAfter?: number | 'never'
  /** ms from a call to its answer. Default 300. */
  latency?: number
  /** By method: 'cancelled', 'silent', or the code that it fails with; what is not here succeeds. */
  answers?: Readonly<Record<string, string>>
  /** By method: what it succeeds with. Default: an example of its documented type. */
  results?: Readonly<Record<string, unknown>>
}

/** The tools of a page in development. */
export interface ClientOptions {
  /** A simulated wallet, or what it is like at the start. */
  readonly simulator: boolean | WalletSettings
  /** Each kit of the page writes to the console. */
  readonly inspector: boolean
  /** The page's own script tags of upsdk.js, which were left out: in a real wallet they are put back. */
  readonly sdkTags?: readonly string[]
}
