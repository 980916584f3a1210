import { read } from '../lib/values'
import type { RawUpsdk, UpsdkWindow } from '../lib/window'

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

const number = (userAgent: string, name: string): number | undefined => {
  const found = new RegExp(`\\(${name} (\\d{1,9})\\)`, 'i').exec(userAgent)
  return found ? Number(found[1]) : undefined
}

const PLATFORMS: readonly (readonly [Environment['platform'], RegExp])[] = [
  ['ios', /iphone|ipad|ipod/i],
  ['harmony', /openharmony|arkweb/i],
  ['android', /android/i],
]

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
  const platform = PLATFORMS.filter(([, sign]) => sign.test(userAgent))[0]
  return {
    insideWallet,
    platform: platform ? platform[0] : 'other',
    bridge: insideWallet ? bridge : undefined,
    appVersion: number(userAgent, 'version'),
    clientVersion: number(userAgent, 'clientVersion'),
    language: language?.[1]?.replace(/_/g, '-'),
  }
}

/**
 * Answers with the environment as it is at each use. Where upsdk itself says that it is inside the wallet, that
 * counts: its file is served live, and may admit hosts that the kit has never heard of.
 *
 * @param given the user agent of a request, on a server
 */
export function createEnvironment(
  window: UpsdkWindow | undefined,
  getRaw: () => RawUpsdk | undefined,
  given?: string,
): () => Environment {
  let known: { userAgent: string; environment: Environment } | undefined
  return () => {
    const userAgent = given ?? String(window?.navigator.userAgent || '')
    if (!known || known.userAgent !== userAgent) known = { userAgent, environment: readUserAgent(userAgent) }
    const { environment } = known
    if (environment.insideWallet || read(getRaw(), 'isInsideWallet') !== true) return environment
    return { ...environment, insideWallet: true }
  }
}
