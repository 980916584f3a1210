/**
 * `upsdk-kit/playwright`: Playwright tests of a page in the simulated wallet. It runs on Node only, and needs
 * `@playwright/test`.
 *
 * @module upsdk-kit/playwright
 */
export { expect, test, type WalletFixtures, type WalletOptions } from './playwright/fixtures'
export type { CallPattern, ParamsPattern, WalletMatchers } from './playwright/matchers'
export type {
  MessagePlace,
  ValueOf,
  Wallet,
  WalletAnswer,
  WalletCall,
  WalletEventName,
} from './playwright/wallet'
export type { DeskSettings } from './shared/settings'
export type { Situation } from './shared/situations'
export type { WalletSettings } from './shared/walletSettings'
