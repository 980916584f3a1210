/**
 * `upsdk-kit/dev`: import it for its effect, in the first line of a page's entry. In development, the page then runs in
 * a simulated wallet, and each kit that it makes writes to the console. In production it is an empty file.
 *
 * @module upsdk-kit/dev
 */
import { start } from './page/client'
import type { WalletSettings } from './shared/settings'

/** Settings that a page may set as `window.upsdkKitDev` before it imports `upsdk-kit/dev`. */
export interface DevSettings extends WalletSettings {
  /**
   * Simulates the wallet even on a host that others can reach. Default false, since every payment there would seem to
   * succeed.
   */
  anyHost?: boolean
}

export type { WalletSettings } from './shared/settings'

declare global {
  interface Window {
    /** Controls `upsdk-kit/dev`: true simulates on any host, false on none; or settings of the simulated wallet. */
    upsdkKitDev?: boolean | DevSettings
  }
}

/** Matches hosts on this computer or in a private network, where nobody else sees the page. */
const PRIVATE =
  /^((.+\.)?localhost|.+\.local|127(\.\d+){3}|10(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2}|\[::1\])$/i

function startHere(): void {
  const asked = window.upsdkKitDev
  if (asked === false) return
  const { anyHost, ...simulator }: DevSettings = asked === true ? { anyHost: true } : asked || {}
  const { hostname } = location
  if (anyHost || PRIVATE.test(hostname)) start({ simulator, inspector: true })
  else
    console.warn(
      `[upsdk-kit] upsdk-kit/dev does nothing on ${hostname || 'a local file'}: ` +
        'it acts on localhost and private addresses. Elsewhere: window.upsdkKitDev = true before it.',
    )
}

// The module may also load on a server that renders pages.
if (typeof window !== 'undefined' && typeof location !== 'undefined') startHere()
