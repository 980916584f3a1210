/** Where the page runs, as the user agent and upsdk tell it. */
export interface Environment {
  /** Is the page open in the wallet app? */
  insideWallet: boolean
  platform: 'ios' | 'android' | 'harmony' | 'other'
  /** The native bridge that upsdk will use; none outside, and in a wallet that announces none (H5). */
  bridge?: 'cordova' | 'jsbridge'
  /** The wallet's version as it counts itself: 1010 for 10.1.0. */
  appVersion?: number
  clientVersion?: number
  /** The language chosen in the wallet, as a BCP 47 tag: zh-CN. */
  language?: string
}
