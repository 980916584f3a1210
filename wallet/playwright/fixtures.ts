/** Playwright's `test` and `expect`, with the simulated wallet around every page of a test. */
import { readFileSync } from 'node:fs'
import {
  expect as baseExpect,
  test as baseTest,
  type Expect,
  type PlaywrightTestArgs,
  type PlaywrightTestOptions,
  type PlaywrightWorkerArgs,
  type PlaywrightWorkerOptions,
  type TestType,
} from '@playwright/test'
import type { DeskSettings } from '../shared/settings'
import { settingsInForce } from '../shared/situations'
import { userAgentOf } from '../simulator/userAgent'
import { settingsProblem } from './check'
import { logOf } from './describe'
import { matchers, type WalletMatchers } from './matchers'
import { type ClientFiles, createWallet, internalsOf, type Wallet } from './wallet'

/** Options of the fixture, for `test.use` and the `use` of a configuration. */
export interface WalletOptions {
  /**
   * The simulated wallet. Its bridge is up at once, answers take no time, and it never asks, whatever `ask` says.
   *
   * @example test.use({ walletSettings: { platform: 'ios', answers: { bioDetect: '94' } } })
   */
  walletSettings: DeskSettings
}

/** The fixture of a test. */
export interface WalletFixtures {
  /** The simulated wallet around the pages of the test's context. */
  wallet: Wallet
}

const files: ClientFiles = {
  read: (name) => readFileSync(new URL(`./wallet/${name}`, import.meta.url), 'utf8'),
}
const wallets = new WeakMap<object, Wallet>()

/** Makes the user agent of the wallet, or of the phone's browser outside it. */
function agentOf(settings: DeskSettings): string {
  const problem = settingsProblem(settings)
  if (problem) throw new TypeError(`upsdk-kit/playwright: ${problem}`)
  return userAgentOf(settingsInForce(settings))
}

/**
 * Playwright's `test`, with the simulated wallet around every page of a test, and the fixture `wallet`.
 *
 * @example
 * test('pays once', async ({ page, wallet }) => {
 *   await page.goto('/')
 *   await page.getByText('Pay').click()
 *   await expect(wallet).toHavePaid(1)
 * })
 */
export const test: TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & WalletOptions & WalletFixtures,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions
> = baseTest.extend<WalletOptions & WalletFixtures>({
  walletSettings: [{}, { option: true }],
  userAgent: async ({ walletSettings }, use) => use(agentOf(walletSettings)),
  // A service worker would answer in the place of the page's server.
  serviceWorkers: 'block',
  async context({ context, walletSettings }, use, testInfo) {
    const wallet = await createWallet(context, walletSettings, files)
    wallets.set(context, wallet)
    await use(context)
    const record = internalsOf(wallet)?.record
    if (record && testInfo.status !== testInfo.expectedStatus)
      await testInfo.attach('wallet-log.json', { body: logOf(record), contentType: 'application/json' })
  },
  wallet: async ({ context }, use) => use(wallets.get(context) as Wallet),
})

/** Playwright's `expect`, with the matchers of the wallet: `toHaveCalled` and `toHavePaid`. */
export const expect: Expect<WalletMatchers> =
  // Before 1.39, `extend` returns nothing and changes the existing `expect`.
  (baseExpect.extend({ ...matchers }) as Expect<WalletMatchers> | undefined) ||
  (baseExpect as unknown as Expect<WalletMatchers>)
