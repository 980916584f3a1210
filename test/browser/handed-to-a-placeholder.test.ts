/**
 * Pages where upsdk's methods stay placeholders, or are wrapped over them, on the real file (H1): no payment counts as sent
 * that was handed to nobody.
 */
import { expect, it } from 'vitest'
import { JSBRIDGE } from '../support/nativeSide.mjs'
import { describeInBrowser, page, SDK_URL, script, walletAgent } from './harness'
import { answering, inPage, SIGNED } from './inPage'
import { KIT, SDK } from './scripts'

const BRIDGE_URL = 'https://open.95516.com/s/open/common/jsbridge/android.1.0.0/WebViewJavascriptBridge.js'
const MAKE = '<script>const make = (options) => UpsdkKit.createUpsdk({ notify: false, ...options })</script>'
const IN_PLACE = `${KIT}${MAKE}<script>var upsdk = make()</script>`

describeInBrowser.each(['cordova', 'jsbridge'] as const)('over the %s bridge', (bridge) => {
  const userAgent = walletAgent({ platform: 'android', bridge })

  it.each([
    [
      'beside it',
      `${SDK}<script>Object.freeze(upsdk)</script>${KIT}${MAKE}<script>var kit = make()</script>`,
    ],
    [
      'in its place',
      `${SDK}<script>Object.freeze(upsdk)</script>${KIT}${MAKE}<script>var kit = window.upsdk = make()</script>`,
    ],
  ])(
    'H1 a payment on an upsdk that the page froze before the bridge was up fails unsent, with the kit %s',
    async (_where, html) => {
      const seen = await inPage({ html: page(html), userAgent }, async ({ window, settled }) => [
        await settled(window.kit.pay({ tn: '1' })),
        await settled(window.kit.pay({ tn: '2' })),
      ])
      const unsent = { reason: 'unsupported', sent: false }
      expect(seen).toMatchObject([unsent, unsent])
    },
  )

  it.each([
    ['(params) => old(params)', 'beside it'],
    ['(...args) => old(...args)', 'beside it'],
    ['(params) => old(params)', 'in its place'],
    ['(...args) => old(...args)', 'in its place'],
  ])(
    'H1 after a refused config a payment through the wrapper %s, with the kit %s, fails unsent before and after the bridge',
    async (wrapper, where) => {
      const wrap = `<script>{ const old = upsdk.pay; upsdk.pay = ${wrapper} }</script>`
      const refused = JSON.stringify({ ...SIGNED, url: 'https://other.example/' })
      const make = `${KIT}${MAKE}<script>var kit = make({ config: ${refused} })</script>`
      const html =
        where === 'in its place'
          ? `${make}${SDK}<script>window.upsdk = kit</script>${wrap}`
          : `${SDK}${wrap}${make}`
      const early = '<script>setTimeout(() => { window.early = kit.pay({ tn: "1" }) }, 50)</script>'
      const options = {
        html: page(html + early),
        userAgent,
        before: `window.readyAfter = 500; ${answering({ 'UPWebPay.pay': { silent: true } })}`,
        routes: { [BRIDGE_URL]: { ...script(JSBRIDGE), after: 500 } },
      }
      const seen = await inPage(options, async ({ window, settled, pause, native, until }) => {
        await until(() => window.early)
        const first = await settled(window.early)
        await pause(700)
        const second = await settled(window.kit.pay({ tn: '2' }))
        return [first, second, native.calls.map(({ name }) => name)]
      })
      const unsent = { reason: 'bad-signature', sent: false }
      expect(seen).toMatchObject([unsent, unsent, []])
    },
  )

  it.each([true, false])(
    'H26 two kits in place one after the other, and a method wrapped on each (bridge up before: %s), pay once',
    async (isUp) => {
      const html = page(`${SDK}${KIT}${MAKE}`)
      const before = isUp ? '' : 'window.readyAfter = 1500'
      const seen = await inPage(
        { html, userAgent, before },
        async ({ window, native, settled, pause, make }, isUp) => {
          if (isUp) await pause(100)
          const wrap = () => {
            const old = window.upsdk.pay
            window.upsdk.pay = (params) => old?.call(window.upsdk, params)
          }
          const first = make()
          const second = make()
          Object.assign(window, { upsdk: first })
          wrap()
          Object.assign(window, { upsdk: second })
          wrap()
          const ends = []
          for (const kit of [second, first, window.upsdk as unknown as typeof first])
            ends.push(await settled(Promise.resolve(kit.pay({ tn: String(ends.length) }))))
          return [ends, native.calls.filter(({ name }) => name === 'UPWebPay.pay').length]
        },
        isUp,
      )
      expect(seen).toMatchObject([[{}, {}, {}], 3])
      expect(JSON.stringify(seen)).not.toContain('reason')
    },
  )

  it.each([
    ['before a call', ''],
    ['after a call', `await window.kit.getLocationGps().catch(() => {})`],
  ])(
    'H26 after document.open(), which removes all listeners, a kit in place still pays: %s',
    async (_when, call) => {
      const seen = await inPage(
        { html: page(SDK + IN_PLACE), userAgent },
        async ({ window, native, settled, pause }, [call, url]) => {
          const upsdk = window.upsdk as unknown as typeof window.kit
          await pause(100)
          if (call) await settled(upsdk.getLocationGps())
          document.open()
          document.write(`<!doctype html><body><script src="${url}"></script>`)
          document.close()
          await pause(300)
          const before = native.calls.length
          const first = settled(upsdk.pay({ tn: '1' }))
          const second = settled(upsdk.pay({ tn: '2' }))
          return [
            window.upsdk === (upsdk as unknown),
            await first,
            await second,
            native.calls.slice(before).map(({ name }) => name),
          ]
        },
        [call, SDK_URL] as const,
      )
      expect(seen).toMatchObject([true, { value: undefined }, { reason: 'busy' }, ['UPWebPay.pay']])
    },
  )
})
