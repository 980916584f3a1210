export interface WalletAgent {
  platform?: 'ios' | 'android'
  bridge?: 'cordova' | 'jsbridge' | 'none'
  language?: string
  /** Without `(updebug 0)` the SDK file throws (H25). */
  updebug?: boolean
}

export function walletAgent(agent?: WalletAgent): string
export const BROWSER_AGENT: string
export const CORDOVA: string
export const JSBRIDGE: string
