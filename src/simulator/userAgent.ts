export interface Place {
  insideWallet: boolean
  platform: 'android' | 'ios'
  bridge: 'cordova' | 'jsbridge'
  language: string
}

/** A user agent as the wallet has it on that platform (upsdk-behaviour §1), or the phone's own browser outside. */
export function userAgentOf({ insideWallet, platform, bridge, language }: Place): string {
  const phone =
    platform === 'ios'
      ? 'Mozilla/5.0 (iPhone; CPU iPhone OS 16_3_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148'
      : 'Mozilla/5.0 (Linux; Android 10; SM-G9750 Build/QP1A.190711.020; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/78.0.3904.62 Mobile Safari/537.36'
  if (!insideWallet)
    return platform === 'ios' ? `${phone} Version/16.3 Safari/604.1` : phone.replace('; wv', '')
  const wallet = platform === 'ios' ? '(com.unionpay.chsp)' : '(com.unionpay.mobilepay)'
  const way = bridge === 'cordova' ? '(cordova 4.5.4)' : '(securitywebcache 1.0.0)'
  return `${phone} /sa-sdk-${platform} ${wallet} ${way} (updebug 0) (version 1010) (UnionPay/1.0 CloudPay) (clientVersion 310) (language ${language}) (languageFamily ${language}) (upApplet single) (walletMode 00)`
}
