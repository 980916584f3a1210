import { memoize } from '../lib/run'
import { read } from '../lib/values'
import type { Environment } from '../types/environment'
import type { RawUpsdk, UpsdkWindow } from '../types/window'

/** HarmonyOS first: its user agents may name Android too. */
function platformOf(userAgent: string): Environment['platform'] {
  if (/iphone|ipad|ipod/i.test(userAgent)) return 'ios'
  if (/openharmony|arkweb/i.test(userAgent)) return 'harmony'
  return /android/i.test(userAgent) ? 'android' : 'other'
}

const toNumber = (text = ''): number | undefined => (/^\d{1,9}$/.test(text) ? Number(text) : undefined)

/** Is it the wallet's, by the signs that the SDK file goes by? */
export const isWalletAgent = (userAgent: string): boolean =>
  /com\.unionpay\.(chsp|mobilepay)/i.test(userAgent)

/** Reads a user agent, by the same signs as the SDK file does (upsdk-behaviour §1). */
export function readUserAgent(userAgent: string): Environment {
  /** The value of one of the wallet's fields, `(version 1010) (language zh_CN)`. The first of a name counts. */
  const field = (name: string): string | undefined =>
    new RegExp(`\\(${name} ([\\w.-]+)(?=[ ()]|$)`, 'i').exec(userAgent)?.[1]
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

/**
 * Answers with the environment as it is at each use, of the page or of a request's user agent. Where upsdk itself says
 * that it is inside the wallet, that counts: its file is served live, and may admit hosts that the kit has never heard
 * of.
 */
export function createEnvironment(
  window: UpsdkWindow,
  getRaw: () => RawUpsdk | undefined,
): (userAgent?: string) => Environment {
  const ofAgent = memoize(readUserAgent)
  const ofUpsdk = memoize((userAgent: string) => ({ ...ofAgent(userAgent), insideWallet: true }))
  return (userAgent = String(window.navigator.userAgent || '')) => {
    const saysInside = read(getRaw(), 'isInsideWallet') === true
    return (saysInside ? ofUpsdk : ofAgent)(userAgent)
  }
}
