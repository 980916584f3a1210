/** Hazards of what native answers (upsdk-behaviour §2), on the real SDK file: H11 to H13, H17 to H19, H22, H24 and H30 are none with the kit. */
import { expect, it } from 'vitest'
import { describeInBrowser, openPage, walletAgent } from '../harness'
import { inOwnTime, inPage, run } from '../inPage'

describeInBrowser.each(['cordova', 'jsbridge'] as const)('over the %s bridge', (bridge) => {
  const userAgent = walletAgent({ bridge })

  it('H11 methods that never call back resolve when they are sent', async () => {
    const seen = await inPage({ userAgent }, ({ make, settled }) => {
      const kit = make()
      return settled(
        Promise.all([
          kit.setNavigationBarTitle('t'),
          kit.showFlashInfo({ msg: 'm' }),
          kit.createWebView({ url: 'u' }),
          kit.showSharePopup({ title: 't' }),
        ]),
      )
    })
    expect(seen).toEqual({ value: [undefined, undefined, undefined, undefined] })
  })

  it('H12 a JSON object is an object on both platforms, and scanned text stays text', async () => {
    const seen = await inPage({ userAgent }, async ({ native, make, settled }) => {
      native.answers['UPWalletPlugin.fetchNativeData'] = {
        success: '{"latitude":"31.2","longitude":"121.4"}',
      }
      native.answers['UPWebUI.scanQRCode'] = { success: '{"not":"parsed"}' }
      native.answers['UPXAppletDataPlugin.queryData'] = { success: '{"code":"00","value":"{}"}' }
      const kit = make()
      const place = await settled(kit.getLocationGps())
      return [place, await settled(kit.scanQRCode()), await settled(kit.queryData({ key: 'k' }))]
    })
    expect(seen).toEqual([
      { value: { latitude: '31.2', longitude: '121.4' } },
      { value: '{"not":"parsed"}' },
      { value: { code: '00', value: '{}' } },
    ])
  })

  it.each([
    ['UPFacePlugin.bioDetect', { errcode: '94', errmsg: 'x' }, { reason: 'identity', code: '94' }],
    ['UPFacePlugin.bioDetect', { code: '95', msg: 'x' }, { reason: 'identity', code: '95' }],
    ['UPFacePlugin.bioDetect', '{"errcode":"99","errmsg":"x"}', { reason: 'identity', code: '99' }],
    ['UPFacePlugin.bioDetect', '96', { reason: 'identity', code: '96' }],
    ['UPWebPay.pay', { code: '01', msg: '用户取消支付' }, { reason: 'cancelled' }],
    ['UPWebPay.pay', '{"desc":"余额不足"}', { reason: 'unknown', retry: 'never', sent: true }],
    ['UPWebPay.pay', '', { reason: 'unknown', retry: 'never', sent: true }],
  ])('H13 the kit understands %s failing with %j', async (name, fail, expected) => {
    const seen = await inPage(
      { userAgent },
      ({ native, make, settled }, [name, fail]) => {
        native.answers[name] = { fail }
        const kit = make()
        return settled(name === 'UPWebPay.pay' ? kit.pay({ tn: '1' }) : kit.bioDetect())
      },
      [name, fail] as const,
    )
    expect(seen).toMatchObject(expected)
  })

  it('H19 an answer after the deadline, and a second answer, change nothing', async () => {
    const seen = await inOwnTime({ userAgent }, async ({ native, make, settled, until }) => {
      native.wait = 300
      native.answers['UPWebUI.scanQRCode'] = { success: 'late' }
      const kit = make()
      const late = await settled(kit.call('scanQRCode', undefined, { timeout: 100 }))
      await until(() => native.answered === 1)
      native.wait = 0
      native.answers['UPWebUI.scanQRCode'] = { success: 'twice', times: 2, thenFail: 'and failed' }
      let times = 0
      const count = () => times++
      const twice = await settled(kit.scanQRCode({ success: count, fail: count }))
      await until(() => native.answered === 2)
      return [late, twice, times]
    })
    expect(seen).toMatchObject([{ reason: 'timeout', sent: true }, { value: 'twice' }, 1])
  })

  it('H22 an answer that makes the SDK file throw leaves no dead button', async () => {
    const seen = await inOwnTime({ userAgent }, async ({ native, make, settled, pause }) => {
      addEventListener('error', (event) => event.preventDefault())
      native.answers['UPWebUI.chooseImage'] = { success: 'no JSON' }
      const kit = make()
      const tap = () => settled(kit.call('chooseImage', undefined, { timeout: 200 }))
      const ends = [await tap(), await tap()]
      const isBusy = (end: unknown) => (end as { reason?: string }).reason === 'busy'
      let last = ends[1]
      while (isBusy(last)) {
        await pause(100)
        last = await tap()
      }
      return [...ends, last]
    })
    expect(seen).toMatchObject([{ reason: 'timeout' }, { reason: 'busy' }, { reason: 'timeout' }])
  })
})

describeInBrowser('what users and developers are told', () => {
  it('H17 c02 from the SDK, garbled or not, is the kit’s own message', async () => {
    const seen = await inPage({}, ({ native, make, settled }) => {
      native.answers['UPFacePlugin.bioDetect'] = { status: 'ILLEGAL_ACCESS_EXCEPTION' }
      return settled(make().bioDetect())
    })
    expect(seen).toMatchObject({ code: 'c02', reason: 'forbidden', message: '该功能暂未开放' })
  })

  it('H18 the SDK’s debug mode does not become the kit’s: a failed call brings no alert', async () => {
    const alerts = await inPage({}, async ({ window, native, until }) => {
      const alerts: unknown[] = []
      window.alert = (text: unknown) => alerts.push(text)
      native.answers['UPFacePlugin.bioDetect'] = { fail: { errcode: '94', errmsg: 'x' } }
      window.UpsdkKit.createUpsdk({ debug: true } as object)
        .bioDetect()
        .catch(() => {})
      await until(() => document.querySelector('[data-upsdk-kit]'))
      return alerts
    })
    expect(alerts).toEqual([])
  })

  it('H24 a page that throws or calls again inside fail does not turn the next failure into c02', async () => {
    const seen = await inPage({}, async ({ native, make, settled }) => {
      addEventListener('error', (event) => event.preventDefault())
      native.answers['UPFacePlugin.bioDetect'] = { status: 'ILLEGAL_ACCESS_EXCEPTION' }
      const kit = make()
      const fail = () => {
        throw new Error('of the page')
      }
      await settled(kit.bioDetect({ fail }))
      native.answers['UPFacePlugin.bioDetect'] = { fail: { errcode: '94', errmsg: 'x' } }
      return settled(kit.bioDetect())
    })
    expect(seen).toMatchObject({ code: '94', reason: 'identity' })
  })

  it.each(
    [
      ['showSharePopup', 'UPWalletPlugin.showSharePopup'],
      ['showSharePopup', 'UPWebBars.prefetchImage'],
      ['shareSinglePlugin', 'UPWebBars.prefetchImage'],
      ['showShareMorePanel', 'UPWebBars.prefetchImage'],
    ].flatMap((share) => ['before', 'after'].map((when) => [...share, when] as const)),
  )(
    'H30 %s, whose %s native refused silently, sent %s a payment does not make the payment “not sent”',
    async (method, plugin, when) => {
      const seen = await inOwnTime(
        {},
        async ({ native, make, settled, pause }, [method, plugin, when]) => {
          native.answers[String(plugin)] = { status: 'ILLEGAL_ACCESS_EXCEPTION' }
          native.answers['UPWebPay.pay'] = { fail: '支付处理中，请勿重复支付' }
          const [payer, sharer] = [make(), make()]
          await Promise.all([payer.ready(), sharer.ready()])
          const share = () => {
            native.wait = 100
            const params = { title: 't', shareUrl: 'https://a.example', shareId: '3', shareType: '1' }
            sharer.call(method as 'showSharePopup', params).catch(() => {})
          }
          if (when === 'before') share()
          await pause(50)
          native.wait = 300
          const payment = settled(payer.pay({ tn: '1' }))
          await pause(50)
          if (when === 'after') share()
          return payment
        },
        [method, plugin, when] as const,
      )
      expect(seen).toMatchObject({ code: 'c02', sent: true, retry: 'never' })
    },
  )

  it.each([
    ['zh_CN', '人像验证未通过，请明天再试'],
    ['zh_HK', '人像驗證未能通過，請明天再試'],
    ['en_US', 'Face not verified. Try again tomorrow.'],
  ])('two lines of code show 94 in the wallet’s language: %s', async (language, text) => {
    const opened = await openPage({ userAgent: walletAgent({ language }) })
    await run(opened, ({ window, native }) => {
      native.answers['UPFacePlugin.bioDetect'] = { fail: { errcode: '94', errmsg: 'x' } }
      const upsdk = window.UpsdkKit.createUpsdk()
      upsdk.bioDetect().catch(() => {})
    })
    const dialog = opened.locator('[data-upsdk-kit="dialog"]')
    await dialog.getByText(text).waitFor({ timeout: 120_000 })
    expect(await dialog.count()).toBe(1)
    await opened.done()
  })
})
