/** Hazards of what is passed and of what is there (upsdk-behaviour §2), on the real SDK file: H10, H14, H16, H20 and H21 are none with the kit. */
import { expect, it } from 'vitest'
import { describeInBrowser, walletAgent } from '../harness'
import { inPage } from '../inPage'

describeInBrowser.each(['cordova', 'jsbridge'] as const)('over the %s bridge', (bridge) => {
  const userAgent = walletAgent({ bridge })

  it('H10 the object that a page passes in is not changed', async () => {
    const seen = await inPage({ userAgent }, async ({ native, make, settled }) => {
      native.answers['UPWebPay.pay'] = { success: undefined }
      const options = { tn: '1', merchantId: 'm', success() {} }
      const keys = Object.keys(options).join()
      const kit = make()
      await settled(kit.pay(options))
      await settled(kit.call('appletAuth', options))
      return [Object.keys(options).join() === keys, native.calls[0]?.args]
    })
    expect(seen).toEqual([true, [{ tn: '1', mode: '00' }]])
  })

  it('H14 chooseImage without an object does not throw', async () => {
    const seen = await inPage({ userAgent }, ({ native, make, settled }) => {
      native.answers['UPWebUI.chooseImage'] = { success: { base64: 'b', url: 'a.png' } }
      return settled(make().chooseImage())
    })
    expect(seen).toEqual({ value: { base64: 'b', type: 'png' } })
  })

  it('H16 a method that this file does not have is unsupported', async () => {
    const seen = await inPage({ userAgent }, async ({ make, settled }) => {
      const kit = make()
      await kit.ready()
      return [
        await settled(kit.getSystemInfo()),
        await kit.supports('getSystemInfo'),
        await kit.supports('pay'),
      ]
    })
    expect(seen).toMatchObject([{ reason: 'unsupported', sent: false }, false, true])
  })

  it('H20 a double tap sends one payment', async () => {
    const seen = await inPage({ userAgent }, async ({ native, make, settled }) => {
      native.wait = 200
      const kit = make()
      const both = await Promise.all([settled(kit.pay({ tn: '1' })), settled(kit.pay({ tn: '1' }))])
      return [both, native.calls.length]
    })
    expect(seen).toMatchObject([[{ value: undefined }, { reason: 'busy', sent: false }], 1])
  })

  it('H21 parameters of a class or without a prototype reach native', async () => {
    const seen = await inPage({ userAgent }, async ({ native, make, settled }) => {
      const kit = make()
      class Order {
        tn = '1'
      }
      await settled(kit.pay(new Order()))
      await settled(kit.pay(Object.assign(Object.create(null), { tn: '2' })))
      let ran = 0
      const success = async () => {
        ran++
      }
      await settled(kit.pay({ tn: '3', success }))
      return [native.calls.map(({ args }) => args[0]?.tn), ran]
    })
    expect(seen).toEqual([['1', '2', '3'], 1])
  })
})
