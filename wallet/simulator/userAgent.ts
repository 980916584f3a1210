export type Platform = 'android' | 'ios' | 'harmony'

/** Where a page seems to run. */
export interface SimulatedEnvironment {
  insideWallet: boolean
  platform: Platform
  bridge: 'cordova' | 'jsbridge'
  language: string
}

/** The user agents of the phones' web views. */
const PHONES: Readonly<Record<Platform, string>> = {
  ios: 'Mozilla/5.0 (iPhone; CPU iPhone OS 16_3_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
  android:
    'Mozilla/5.0 (Linux; Android 10; SM-G9750 Build/QP1A.190711.020; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/78.0.3904.62 Mobile Safari/537.36',
  harmony:
    'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile',
}

/**
 * The wallet's own part of the user agent. The one on HarmonyOS is not public (upsdk-behaviour §7). It is assumed to be
 * Android's, for which the SDK file of 2021 loads a bridge.
 */
const SIGNS: Readonly<Record<Platform, string>> = {
  ios: '(com.unionpay.chsp)',
  android: '(com.unionpay.mobilepay)',
  harmony: '(com.unionpay.mobilepay)',
}

/** Makes the user agent of the wallet on a platform (upsdk-behaviour §1), or of the phone's own browser outside it. */
export function userAgentOf({ insideWallet, platform, bridge, language }: SimulatedEnvironment): string {
  const phone = PHONES[platform]
  if (!insideWallet)
    return platform === 'ios' ? `${phone} Version/16.3 Safari/604.1` : phone.replace('; wv', '')
  const way = bridge === 'cordova' ? '(cordova 4.5.4)' : '(securitywebcache 1.0.0)'
  return `${phone} /sa-sdk-${platform} ${SIGNS[platform]} ${way} (updebug 0) (version 1010) (UnionPay/1.0 CloudPay) (clientVersion 310) (language ${language}) (languageFamily ${language}) (upApplet single) (walletMode 00)`
}
