import type { Environment } from '../types/environment'

/** Finds the platform. HarmonyOS comes before Android, since its user agents may name Android too. */
function platformOf(userAgent: string): Environment['platform'] {
  if (/iphone|ipad|ipod/i.test(userAgent)) return 'ios'
  if (/openharmony|arkweb/i.test(userAgent)) return 'harmony'
  return /android/i.test(userAgent) ? 'android' : 'other'
}

const toNumber = (text = ''): number | undefined => (/^\d{1,9}$/.test(text) ? Number(text) : undefined)

/** Is it the wallet's user agent, by the signs that the SDK file uses? */
export const isWalletAgent = (userAgent: string): boolean =>
  /com\.unionpay\.(chsp|mobilepay)/i.test(userAgent)

/** Reads a user agent by the same signs as the SDK file (upsdk-behaviour §1). */
export function readUserAgent(userAgent: string): Environment {
  /** Gets the value of a field of the wallet, as in `(version 1010) (language zh_CN)`. The first of a name counts. */
  function field(name: string): string | undefined {
    const [, value] = new RegExp(`\\(${name} ([\\w.-]+)(?=[ ()]|$)`, 'i').exec(userAgent) || []
    return value
  }
  const insideWallet = isWalletAgent(userAgent)
  const bridge = field('cordova') ? 'cordova' : field('securityWebCache') ? 'jsbridge' : undefined
  return {
    insideWallet,
    platform: platformOf(userAgent),
    bridge: insideWallet ? bridge : undefined,
    appVersion: toNumber(field('version')),
    clientVersion: toNumber(field('clientVersion')),
    language: (field('language') || field('languageFamily'))?.replace(/_/g, '-'),
  }
}
