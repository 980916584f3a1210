/**
 * A signed page gets right outcomes if its config is refused or answered before the bridge is up, on the real SDK
 * file.
 */
import { describe, expect, it, vi } from 'vitest'
import { createUpsdk, type Upsdk, type UpsdkOptions } from '../../src/index'
import { type SdkWindow, sdkWindow } from '../support/sdkWindow'
import { ignore, pass, recorder, SIGNED, stateOf, useWallets } from '../support/wallet'

useWallets()

function open(bridge: 'cordova' | 'jsbridge', options: UpsdkOptions = {}) {
  const wallet = sdkWindow(bridge)
  wallet.runFile()
  const steps: string[] = []
  const upsdk = createUpsdk({
    presenter: recorder(),
    inspector: { step: ({ method, type }) => void steps.push(`${method} ${type}`) },
    ...options,
    window: wallet.window,
  })
  return { wallet, upsdk, steps }
}

const pay = (upsdk: Upsdk, tn = '1') => {
  const call = upsdk.pay({ tn })
  ignore(call)
  return call
}
const namesOf = ({ calls }: SdkWindow) => calls.map(({ name }) => name)

describe.each(['cordova', 'jsbridge'] as const)('a signed page over %s:', (bridge) => {
  it.each<[string, object]>([
    ['another url', { ...SIGNED, url: 'https://other.example/' }],
    ['a missing field', { ...SIGNED, signature: '' }],
  ])(
    'a call after a config with %s rejects with the refusal, and upsdk’s placeholder gets nothing',
    async (_what, config) => {
      const { upsdk, steps } = open(bridge, { config: config as typeof SIGNED })
      await pass(1)
      const call = pay(upsdk)
      await pass(1)
      expect(await stateOf(call)).toMatchObject({ reason: 'bad-signature', sent: false })
      expect(steps).not.toContain('pay sent')
    },
  )

  it('a call after a malformed config rejects with bad-config', async () => {
    const { upsdk, steps } = open(bridge, { config: (() => undefined) as never })
    await pass(1)
    const call = pay(upsdk)
    await pass(1)
    expect(await stateOf(call)).toMatchObject({ reason: 'bad-config', sent: false })
    expect(steps).not.toContain('pay sent')
  })

  it('a call after a refusal goes to upsdk as without the kit, once the bridge is up', async () => {
    const { wallet, upsdk } = open(bridge, { config: { ...SIGNED, url: 'https://other.example/' } })
    await pass(1)
    wallet.bridgeUp()
    await pass(1)
    const call = pay(upsdk)
    ignore(upsdk.showSharePopup({ title: 't', desc: 'd', shareUrl: 'https://mini.example', picUrl: 'p' }))
    await pass(1)
    expect(await stateOf(call)).toMatchObject({ reason: 'bad-signature', sent: false })
    expect(namesOf(wallet)).toEqual(['UPWebBars.prefetchImage', 'UPWalletPlugin.showSharePopup'])
  })

  it('a signature that failed while upsdk.js was missing is fetched again when the file comes', async () => {
    const wallet = sdkWindow(bridge)
    const config = vi.fn(async () => SIGNED).mockRejectedValueOnce(new TypeError('Failed to fetch'))
    const upsdk = createUpsdk({ presenter: recorder(), config, window: wallet.window })
    await pass(1)
    const call = pay(upsdk)
    await pass(100)
    wallet.onCall = (native) => setTimeout(native.succeed, 0, { jsApiList: [] })
    wallet.runFile()
    wallet.bridgeUp()
    await pass(2000)
    expect(config).toHaveBeenCalledTimes(2)
    expect(await stateOf(call)).toBeUndefined()
    expect(namesOf(wallet)).toEqual(['UPWebSdk.config', 'UPWebPay.pay'])
  })

  it.each([
    ['accepts', [undefined], ['UPWebSdk.config', 'UPWebPay.pay']],
    ['refuses', [{ reason: 'bad-signature', sent: false }], ['UPWebSdk.config']],
  ])(
    'a native side that %s the waiting config at once leaves no call without an answer',
    async (how, outcome, names) => {
      const { wallet, upsdk } = open(bridge, { config: SIGNED })
      wallet.onCall = ({ name, succeed, fail }) => {
        if (name !== 'UPWebSdk.config') setTimeout(succeed)
        else if (how === 'accepts') succeed({ jsApiList: [] })
        else fail({ errmsg: 'refused' })
      }
      await pass(1)
      const call = pay(upsdk)
      wallet.bridgeUp()
      await pass(2000)
      expect([await stateOf(call)]).toMatchObject(outcome)
      expect(namesOf(wallet)).toEqual(names)
    },
  )

  it.each([false, true])(
    'a second upsdk.js tag before the bridge leaves no call without an answer (kit in place: %s)',
    async (isInPlace) => {
      const { wallet, upsdk } = open(bridge)
      if (isInPlace) wallet.window.upsdk = upsdk
      wallet.onCall = ({ name, succeed }) =>
        setTimeout(succeed, 10, name === 'UPWebSdk.config' ? { jsApiList: [] } : undefined)
      ignore(upsdk.config(SIGNED))
      await pass(1)
      wallet.runFile()
      await pass(1)
      wallet.bridgeUp()
      const call = pay(upsdk)
      await pass(2000)
      expect(await stateOf(call)).toBeUndefined()
      expect(namesOf(wallet).filter((name) => name === 'UPWebPay.pay')).toHaveLength(1)
    },
  )
})
