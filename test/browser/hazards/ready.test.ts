/** The kit prevents the hazards of calling before the wallet is ready (H1 to H3, H8, H9), on the real SDK file. */
import { expect, it } from 'vitest'
import { describeInBrowser, page, walletAgent } from '../harness'
import { answering, inPage, sourceOf } from '../inPage'
import { KIT, SDK } from '../scripts'

/** The bridge comes up long after the page has begun its work. */
const LATE = 'window.readyAfter = 100;'

describeInBrowser.each(['cordova', 'jsbridge'] as const)('over the %s bridge', (bridge) => {
  const userAgent = walletAgent({ bridge })

  it('H1 a call made before the bridge is up is sent once it is up', async () => {
    // Both calls come right after the SDK file has run, while its bridge is still loading.
    const calls = sourceOf(({ window, make }) => {
      const called = () => {
        window.testRaw = 'called'
      }
      window.testRaw = 'nothing'
      window.upsdk.scanQRCode?.({ success: called, fail: called })
      window.early = make().scanQRCode()
    })
    const html = page(`${KIT}${SDK}<script>${calls}</script>`)
    const before = LATE + answering({ 'UPWebUI.scanQRCode': { success: 'text' } })
    const seen = await inPage({ html, before, userAgent }, async ({ window, settled }) => [
      await settled(window.early),
      window.testRaw,
    ])
    expect(seen).toEqual([{ value: 'text' }, 'nothing'])
  })

  it('H2 a call never fails with c05: it is always sent from inside pluginReady', async () => {
    const seen = await inPage({ userAgent }, async ({ window, make, settled, until }) => {
      let direct: { errcode?: string } = {}
      const fail = (failure: object) => {
        direct = failure
      }
      await until(() => direct.errcode || window.upsdk.scanQRCode?.({ fail }))
      return [direct.errcode, await settled(make().saveData({ key: 'k', value: 'v' }))]
    })
    expect(seen).toEqual(['c05', { value: undefined }])
  })

  it('H3 a callback of the page that throws before the kit’s does not block the kit’s calls', async () => {
    const throws = sourceOf(({ window }) =>
      window.upsdk.pluginReady(() => {
        throw new Error('of the page')
      }),
    )
    const call = sourceOf(({ window, make }) => {
      window.early = make().getScreenBrightness()
    })
    const html = page(`${SDK}<script>${throws}</script>${KIT}<script>${call}</script>`)
    const answers = { 'UPCarCodePlugin.getScreenBrightness': { success: '{"brightness":"1"}' } }
    const options = { html, before: LATE + answering(answers), userAgent }
    const seen = await inPage(options, ({ window, settled }) => settled(window.early))
    expect(seen).toEqual({ value: { brightness: '1' } })
  })

  it('H3 a callback of pluginReady that throws harms neither the calls nor the callbacks behind it', async () => {
    const seen = await inPage({ userAgent }, async ({ make, settled }) => {
      const kit = make()
      const ran: string[] = []
      kit.pluginReady(() => {
        throw new Error('of the page')
      })
      const call = kit.saveData({ key: 'k', value: 'v' })
      kit.pluginReady(() => ran.push('second'))
      return [await settled(call), ran]
    })
    expect(seen).toEqual([{ value: undefined }, ['second']])
  })

  it('H8 a method taken off the kit before the bridge is up works', async () => {
    const seen = await inPage({ userAgent, before: LATE }, ({ native, make, settled }) => {
      native.answers['UPWebUI.scanQRCode'] = { success: 'text' }
      const { scanQRCode } = make()
      return settled(scanQRCode())
    })
    expect(seen).toEqual({ value: 'text' })
  })

  it('H9 two appletAuth calls before the bridge is up both get their code', async () => {
    const seen = await inPage({ userAgent, before: LATE }, async ({ native, make, settled }) => {
      let n = 0
      native.answers['UPWebSdk.appletAuth'] = () => ({ success: JSON.stringify({ code: `c${++n}` }) })
      const kit = make()
      return [await settled(Promise.all([kit.appletAuth(), kit.appletAuth()])), native.calls.length]
    })
    expect(seen).toEqual([{ value: [{ code: 'c1' }, { code: 'c2' }] }, 2])
  })
})
