import { memoize } from '../lib/run'
import type { Environment } from '../types/environment'
import type { RawUpsdk, UpsdkWindow } from '../types/window'
import { readFlag } from './rawUpsdk'
import { isWalletAgent, readUserAgent } from './userAgent'

/** Reads the environment as it is at the time. */
export interface EnvironmentReader {
  read(): Environment
  /** Is the page itself in the wallet? It reads only a part of the user agent, since every start needs it. */
  isInside(): boolean
}

/**
 * Makes a reader of the environment. If upsdk itself reports that it is inside the wallet, that counts: UnionPay may
 * update its file for hosts that the kit does not know.
 *
 * @param userAgent a request's user agent, which replaces the page's own. It does not change where the page itself is
 */
export function createEnvironment(
  window: UpsdkWindow,
  getRaw: () => RawUpsdk | undefined,
  userAgent?: string,
): EnvironmentReader {
  const ownAgent = () => String(window.navigator.userAgent)
  const saysInside = () => readFlag(getRaw(), 'isInsideWallet')
  const ofAgent = memoize(readUserAgent)
  return {
    read() {
      const environment = ofAgent(userAgent ?? ownAgent())
      return saysInside() ? { ...environment, insideWallet: true } : environment
    },
    isInside: () => saysInside() || isWalletAgent(ownAgent()),
  }
}
