import type { UpsdkWindow } from '../window'

/** What the user agent tells of where the page runs. */
export interface Environment {
  /** Is the page open in the wallet app? */
  insideWallet: boolean
  platform: 'ios' | 'android' | 'other'
  /** The native bridge that upsdk will use; none outside, and in a wallet that announces none (H5). */
  bridge?: 'cordova' | 'jsbridge'
  /** The wallet's version as it counts itself: 1010 for 10.1.0. */
  appVersion?: number
  clientVersion?: number
  /** The language chosen in the wallet, as a BCP 47 tag: zh-CN. */
  language?: string
}

const number = (userAgent: string, name: string): number | undefined => {
  const found = new RegExp(`\\(${name} (\\d{1,9})\\)`, 'i').exec(userAgent)
  return found ? Number(found[1]) : undefined
}

/** Reads a user agent, by the same signs as the SDK file does (upsdk-behaviour §1). */
export function readUserAgent(userAgent: string): Environment {
  const insideWallet = /com\.unionpay\.(chsp|mobilepay)/i.test(userAgent)
  const language =
    /\(language ([a-z_-]{2,35})\)/i.exec(userAgent) || /\(languageFamily ([a-z_-]{2,35})\)/i.exec(userAgent)
  const bridge = /\(cordova [\d.]+\)/i.test(userAgent)
    ? 'cordova'
    : /\(securitywebcache [\d.]+\)/i.test(userAgent)
      ? 'jsbridge'
      : undefined
  return {
    insideWallet,
    platform: /iphone|ipad|ipod/i.test(userAgent) ? 'ios' : /android/i.test(userAgent) ? 'android' : 'other',
    bridge: insideWallet ? bridge : undefined,
    appVersion: number(userAgent, 'version'),
    clientVersion: number(userAgent, 'clientVersion'),
    language: language?.[1]?.replace(/_/g, '-'),
  }
}

/** Answers with the environment as it is at each use; a user agent is parsed once. */
export function createEnvironment(window: UpsdkWindow | undefined): () => Environment {
  let known: { userAgent: string; environment: Environment } | undefined
  return () => {
    const userAgent = window ? String(window.navigator.userAgent) : ''
    if (!known || known.userAgent !== userAgent) known = { userAgent, environment: readUserAgent(userAgent) }
    return known.environment
  }
}
