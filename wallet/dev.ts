/**
 * `upsdk-kit/dev`: import it for its effect, in the first line of a page's entry. In development, the page then runs in
 * a simulated wallet, and each kit that it makes writes to the console. In production it is an empty file.
 *
 * @module upsdk-kit/dev
 */
import './page/script'
import type { DevSettings } from './shared/settings'

export type { DevSettings } from './shared/settings'
export type { WalletSettings } from './shared/walletSettings'

declare global {
  interface Window {
    /** Controls `upsdk-kit/dev`: true simulates on any host, false on none; or settings of the simulated wallet. */
    upsdkKitDev?: boolean | DevSettings
  }
}
