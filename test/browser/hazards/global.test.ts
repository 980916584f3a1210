/** The kit as window.upsdk (H26 of upsdk-behaviour §2), on the real SDK file, put there before and after it. */
import { expect, it } from 'vitest'
import { describeInBrowser, page, walletAgent } from '../harness'
import { answering, inPage, SIGNED, sourceOf } from '../inPage'
import { KIT, SDK } from '../scripts'

const IN_PLACE = `${KIT}<script>var upsdk = UpsdkKit.createUpsdk({ notify: false })</script>`
const SCAN = { 'UPWebUI.scanQRCode': { success: 'text' } }
const scan = sourceOf(({ window }) => {
  window.early = Promise.resolve(window.upsdk.scanQRCode?.())
})

describeInBrowser.each(['cordova', 'jsbridge'] as const)('over the %s bridge', (bridge) => {
  const options = {
    userAgent: walletAgent({ bridge }),
    before: `window.readyAfter = 100; ${answering(SCAN)}`,
  }

  it('H26 the kit as window.upsdk before upsdk.js gets the real methods behind it', async () => {
    const html = page(`${IN_PLACE}${SDK}<script>${scan}</script>`)
    const seen = await inPage({ ...options, html }, async ({ window, settled }) => [
      await settled(window.early),
      await settled(Promise.resolve(window.upsdk.scanQRCode?.())),
      window.upsdk.isInsideWallet,
    ])
    expect(seen).toEqual([{ value: 'text' }, { value: 'text' }, true])
  })

  it('H26 the kit as window.upsdk after upsdk.js has the real methods behind it', async () => {
    const html = page(`${SDK}${IN_PLACE}<script>${scan}</script>`)
    const seen = await inPage({ ...options, html }, async ({ window, settled }) => [
      await settled(window.early),
      await settled(Promise.resolve(window.upsdk.scanQRCode?.())),
    ])
    expect(seen).toEqual([{ value: 'text' }, { value: 'text' }])
  })

  it('H26 signed mode works with the kit as window.upsdk', async () => {
    const signed = sourceOf(({ window }, config) => {
      window.upsdk.config?.(config)
      window.early = Promise.resolve(window.upsdk.scanQRCode?.())
      window.testReady = 0
      window.upsdk.ready(() => {
        window.testReady = Number(window.testReady) + 1
      })
    }, SIGNED)
    const html = page(`${IN_PLACE}${SDK}<script>${signed}</script>`)
    const answers = { ...SCAN, 'UPWebSdk.config': { success: { jsApiList: [] } } }
    const before = `window.readyAfter = 100; ${answering(answers)}`
    const seen = await inPage({ ...options, html, before }, async ({ window, native, settled }) => {
      const end = await settled(window.early)
      return [end, window.testReady, native.calls.map(({ name }) => name)]
    })
    expect(seen).toEqual([{ value: 'text' }, 1, ['UPWebSdk.config', 'UPWebUI.scanQRCode']])
  })
})
