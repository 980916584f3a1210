/** Hazards of signed mode (H23 and H3 of upsdk-behaviour §2), on the real SDK file. */
import { expect, it } from 'vitest'
import { describeInBrowser, openPage, page, SDK_URL, walletAgent } from '../harness'
import { answering, inPage, run, SIGNED, sourceOf } from '../inPage'
import { KIT, SDK } from '../scripts'

const CONFIG = 'UPWebSdk.config'

describeInBrowser.each(['cordova', 'jsbridge'] as const)('over the %s bridge', (bridge) => {
  const userAgent = walletAgent({ bridge })

  it('H23 signed mode: calls are sent after an accepted config, and not after a refused one', async () => {
    const seen = await inPage(
      { userAgent },
      async ({ window, native, make, settled }, config) => {
        native.answers['UPWebSdk.config'] = { fail: { errcode: 'x', errmsg: 'refused' } }
        const kit = make({ config })
        const told: unknown[] = []
        kit.error((failure) => told.push((failure as { errmsg?: string }).errmsg))
        const refused = [await settled(kit.scanQRCode()), await settled(kit.scanQRCode())]
        window.deviceReady?.()
        refused.push(await settled(kit.scanQRCode()))
        const sent = native.calls.filter(({ name }) => name !== 'UPWebSdk.config').length
        const jsApiList = [{ plugin: 'UPWebUI', actions: ['scanQRCode'] }]
        native.answers['UPWebSdk.config'] = { success: { jsApiList } }
        native.answers['UPWebUI.scanQRCode'] = { success: 'text' }
        await kit.config(config)
        return [...refused, told, sent, await settled(kit.scanQRCode()), kit.jsApiList]
      },
      SIGNED,
    )
    expect(seen).toMatchObject([
      { reason: 'bad-signature', sent: false },
      { reason: 'bad-signature' },
      { reason: 'bad-signature' },
      ['refused'],
      0,
      { value: 'text' },
      ['scanQRCode'],
    ])
  })

  it('H18 in debug mode the SDK file reports the outcome of config, by alert or by native', async () => {
    const shown = await inPage(
      { userAgent },
      async ({ window, native }, signed) => {
        const texts: string[] = []
        window.alert = (text) => void texts.push(String(text))
        const upsdk = window.upsdk as unknown as { config(given: object): void }
        const ask = async (given: object, answer: object) => {
          native.answers['UPWebSdk.config'] = answer
          upsdk.config(given)
          await new Promise((resolve) => setTimeout(resolve, 50))
        }
        const debugged = { ...signed, debug: true }
        await ask(debugged, { success: { jsApiList: [] } })
        await ask(signed, { fail: 'no' })
        await ask({ ...signed, appId: '' }, {})
        await ask(signed, { success: { jsApiList: [{ plugin: 'UPWebUI', actions: ['showFlashInfo'] }] } })
        return [texts, debugged, native.calls.map(({ name }) => name)]
      },
      SIGNED,
    )
    expect(shown).toEqual([
      // The file tests the method's index in its list for truth, so only index 0 counts as missing.
      ['config error: no', 'config调用方法缺少参数appId', 'config ok'],
      SIGNED,
      [CONFIG, 'UPWebUI.showFlashInfo', CONFIG, CONFIG],
    ])
  })

  it('H23 a late config holds back calls that were not sent, and a refused one is reported', async () => {
    const seen = await inPage(
      { userAgent },
      async ({ native, make, settled }, signed) => {
        const kit = make()
        const first = await settled(kit.saveData({ key: 'k', value: 'v' }))
        native.wait = 100
        native.answers['UPWebSdk.config'] = { success: { jsApiList: [] } }
        const config = kit.config(signed)
        const waiting = kit.saveData({ key: 'k', value: 'w' })
        const accepted = await settled(config)
        const second = await settled(waiting)
        native.answers['UPWebSdk.config'] = { fail: { errcode: 'x', errmsg: 'refused' } }
        const refused = await settled(kit.config(signed))
        return [first, accepted, second, refused, native.calls.map(({ name }) => name)]
      },
      SIGNED,
    )
    const SAVE = 'UPXAppletDataPlugin.saveData'
    expect(seen).toMatchObject([
      { value: undefined },
      { value: undefined },
      { value: undefined },
      { reason: 'bad-signature' },
      [SAVE, CONFIG, SAVE, CONFIG],
    ])
  })

  it('H23 every callback of pluginReady runs once, however often the bridge comes up', async () => {
    const options = { userAgent, before: 'window.readyAfter = 100' }
    const times = await inPage(options, async ({ window, make, settled }) => {
      const kit = make()
      let times = 0
      kit.pluginReady(() => times++)
      await kit.ready()
      window.deviceReady?.()
      window.deviceReady?.()
      await settled(kit.saveData({ key: 'k', value: 'v' }))
      return times
    })
    expect(times).toBe(1)
  })

  it('H29 a callback of ready waits for an accepted config, and runs on neither a refused nor a missing one', async () => {
    const seen = await inPage(
      { userAgent },
      async ({ window, native, make, settled, until, pause }, config) => {
        let raw = 0
        window.upsdk.ready(() => raw++)
        native.answers['UPWebSdk.config'] = { fail: { errcode: 'x', errmsg: 'refused' } }
        const kit = make()
        let early = 0
        kit.ready(() => early++)
        // The kit's own pluginReady does not count as the page's.
        const saved = await settled(kit.saveData({ key: 'k', value: 'v' }))
        await settled(kit.config(config))
        let late = 0
        kit.ready(() => late++)
        await pause(20)
        const before = [raw, early, late]
        native.answers['UPWebSdk.config'] = { success: { jsApiList: [] } }
        await kit.config(config)
        await until(() => early && late)
        let after = 0
        kit.ready(() => after++)
        await until(() => after)
        return [saved, before, [raw, early, late, after]]
      },
      SIGNED,
    )
    expect(seen).toEqual([{ value: undefined }, [0, 0, 0], [1, 1, 1, 1]])
  })

  it('H29 a callback of ready runs at once after the page’s own pluginReady, as upsdk’s does', async () => {
    const [raw, kit] = await Promise.all(
      ['raw', 'kit'].map((which) =>
        inPage(
          { userAgent },
          async ({ window, make, settled, pause }, which) => {
            const kit = make()
            await settled(kit.saveData({ key: 'k', value: 'v' }))
            const upsdk = which === 'kit' ? kit : window.upsdk
            const ran: string[] = []
            // The kit has opened raw upsdk by its own pluginReady.
            if (which === 'kit') upsdk.ready(() => ran.push('before'))
            upsdk.pluginReady(() => {
              ran.push('pluginReady')
            })
            upsdk.ready(() => ran.push('behind'))
            await pause(20)
            return ran
          },
          which,
        ),
      ),
    )
    expect(kit).toEqual(['pluginReady', 'behind'])
    expect(raw).toEqual(kit)
  })

  it('H3 a ready callback that throws does not block the calls of a signed page', async () => {
    const throws = sourceOf(({ window }) =>
      window.upsdk.ready(() => {
        throw new Error('of the page')
      }),
    )
    const call = sourceOf(({ window, make }, config) => {
      window.early = make({ config }).scanQRCode()
    }, SIGNED)
    const html = page(`${SDK}<script>${throws}</script>${KIT}<script>${call}</script>`)
    const before = answering({
      [CONFIG]: { success: { jsApiList: [] } },
      'UPWebUI.scanQRCode': { success: 'text' },
    })
    const seen = await inPage({ html, before, userAgent }, ({ window, settled }) => settled(window.early))
    expect(seen).toEqual({ value: 'text' })
  })

  it('H23 a payment waits for its signed config, even if the page runs the SDK file again meanwhile', async () => {
    const before = answering({ [CONFIG]: { fail: { errcode: 'c01' } } }, 1200)
    const opened = await openPage({ before, userAgent, ownTime: true })
    const isSent = () => run(opened, ({ native }) => native.calls.length > 0)
    await run(
      opened,
      ({ window, make, settled }, config) => {
        window.early = settled(make({ readyTimeout: 2500, config }).pay({ tn: '1' }))
      },
      SIGNED,
    )
    while (!(await isSent())) await opened.clock.runFor(10)
    await run(
      opened,
      async ({ window, addScript }, url) => {
        await new Promise((resolve) => {
          addScript(url).onload = resolve
        })
        window.upsdk.pluginReady(() => {})
      },
      SDK_URL,
    )
    await opened.clock.runFor(4000)
    const seen = await run(opened, async ({ window, native }) => {
      const end = (await window.early) as { sent?: boolean }
      return [end.sent, native.calls.filter(({ name }) => /pay/i.test(name)).length]
    })
    await opened.done()
    expect(seen).toEqual([false, 0])
  })
})
