/** The kit as window.upsdk, and UnionPay's own file that writes to it whenever it runs (H23, H26). */
import { readFileSync } from 'node:fs'
import { afterEach, expect, it, vi } from 'vitest'
import type { Upsdk } from '../../src/index'
import { BROWSER_AGENT, CORDOVA, walletAgent } from '../support/nativeSide.mjs'
import { failureOf, give, kit, pass, useWallets, wallet } from '../support/wallet'

useWallets()
afterEach(() => {
  for (const name of ['upsdk', 'cordova', 'native', 'deviceReady']) Reflect.deleteProperty(window, name)
})

const SDK = readFileSync('node_modules/js-upsdk/src/upsdk.js', 'utf8')
const runSdk = () => new Function(SDK)()
const runCordova = () => new Function(CORDOVA)()

function kitInPlace(userAgent: string): Upsdk {
  give(navigator, 'userAgent', userAgent)
  const upsdk = kit({ notify: false })
  window.upsdk = upsdk
  return upsdk
}

it.each<[string, (upsdk: Upsdk) => unknown]>([
  ['was called', (upsdk) => failureOf(upsdk.pay({ tn: '1' }))],
  ['was asked for', (upsdk) => 'pay' in upsdk],
])(
  'outside the wallet a method that %s before the file ran still fails as it should',
  async (_what, before) => {
    const upsdk = kitInPlace(BROWSER_AGENT)
    await before(upsdk)
    runSdk()
    const failed = vi.fn()
    expect((await failureOf(upsdk.pay({ tn: '2', fail: failed }))).reason).toBe('outside-wallet')
    expect(failed).toHaveBeenCalledTimes(1)
  },
)

it('a file that runs a second time takes no method away', async () => {
  const upsdk = kitInPlace(walletAgent({ platform: 'android' }))
  runSdk()
  runCordova()
  const first = upsdk.getUserLogoutDate()
  await pass(100)
  // The layout and the page both have the script tag; each brings cordova.js.
  runSdk()
  const between = upsdk.getUserLogoutDate()
  runCordova()
  await pass(1000)
  const last = upsdk.getUserLogoutDate()
  await pass(1000)
  await Promise.all([first, between, last])
  const { native } = window as unknown as { native: { calls: { name: string }[] } }
  expect(native.calls.filter(({ name }) => name.endsWith('.getUserLogoutDate'))).toHaveLength(3)
})

it('what a page adds for a wallet that lacks it is a method, also where it was looked at before', async () => {
  wallet({ generation: '2020' })
  const upsdk = kit({ notify: false }) as Upsdk & Record<string, unknown>
  window.upsdk = upsdk
  expect(upsdk.getSystemInfo).toBeTypeOf('function')
  await upsdk.ready()
  const added = vi.fn(({ success }: { success(value: string): void }) => success('info'))
  if (!upsdk.getSystemInfo) upsdk.getSystemInfo = added as never
  expect('getSystemInfo' in upsdk).toBe(true)
  await new Promise((success) => upsdk.call('getSystemInfo', { success } as never))
  expect(added).toHaveBeenCalledTimes(1)
})
