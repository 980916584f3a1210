/** Where the page runs, according to the user agent and upsdk. */
export interface Environment {
  /** Is the page open in the wallet app? */
  insideWallet: boolean
  platform: 'ios' | 'android' | 'harmony' | 'other'
  /** The native bridge that upsdk will use; undefined outside the wallet, and in a wallet that announces none (H5). */
  bridge?: 'cordova' | 'jsbridge'
  /** The wallet's version in its own notation: 1010 for 10.1.0. */
  appVersion?: number
  clientVersion?: number
  /** The language chosen in the wallet, as a BCP 47 tag: zh-CN. */
  language?: string
}
