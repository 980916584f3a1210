/** On a server, creating a kit is safe, and calls reject with outside-wallet. */
import { describe, expect, it, vi } from 'vitest'
import { createUpsdk } from '../../src/index'
import { openInApp } from '../../src/openInApp'
import { failureOf, ignore, pass, recorder, stateOf, useWallets } from '../support/wallet'

useWallets()

describe('a kit on a server', () => {
  it('can be made safely, and its calls reject with outside-wallet', async () => {
    const { window: before } = globalThis
    vi.stubGlobal('window', undefined)
    const upsdk = createUpsdk()
    vi.stubGlobal('window', before)
    expect(await failureOf(upsdk.pay({ tn: '1' }))).toMatchObject({ reason: 'outside-wallet' })
    expect(upsdk.locale).toBe('zh-Hans')
    expect([upsdk.isInsideWallet, upsdk.checkSdkSupport, upsdk.jsApiList]).toEqual([false, false, []])
    vi.unstubAllGlobals()
  })
})

describe('the user agent of a request', () => {
  const userAgent = 'Android (com.unionpay.chsp) (cordova 4.5.4) (language en_US)'
  it.each(['server', 'browser'])(
    'is used for environment and locale only: on a %s calls are outside',
    async (where) => {
      if (where === 'server') vi.stubGlobal('window', undefined)
      const upsdk = createUpsdk({ userAgent, notify: false })
      const outcome = await stateOf(upsdk.appletAuth())
      const { locale, environment } = upsdk
      vi.unstubAllGlobals()
      expect(outcome).toMatchObject({ reason: 'outside-wallet', sent: false })
      expect([locale, environment.insideWallet, environment.platform]).toEqual(['en', true, 'android'])
    },
  )
})

describe('messages on a server:', () => {
  /** Runs a function without a window. */
  const onServer = async (run: () => Promise<void>) => {
    vi.stubGlobal('window', undefined)
    await run().finally(() => vi.unstubAllGlobals())
  }

  it('showing a failure on a server throws nothing, even twice', () =>
    onServer(async () => {
      const upsdk = createUpsdk()
      expect(upsdk.notify('c99')?.code).toBe('c99')
      expect(upsdk.notify('c99')?.code).toBe('c99')
      upsdk.toast(upsdk.explain('94').message)
      upsdk.notify('94')
      await pass(5000)
      upsdk.destroy()
    }))

  it('a server shows no button that opens the app', () =>
    onServer(async () => {
      const presenter = { ...recorder(), dialog: vi.fn(async () => true) }
      const upsdk = createUpsdk({ presenter, openInApp: openInApp({ encryptAppId: 'a' }) })
      ignore(upsdk.scanQRCode())
      await pass(5000)
      expect(presenter.dialog).toHaveBeenCalledTimes(1)
      upsdk.destroy()
    }))
})
