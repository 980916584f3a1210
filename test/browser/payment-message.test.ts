/** Two taps on “Pay” where native fails at once, and taps where the bridge never comes, on the real SDK file. */
import { expect, it } from 'vitest'
import { describeInBrowser, openPage, page, SDK_THEN_KIT, walletAgent } from './harness'
import { DIALOG, TOAST } from './screen'

const TAPS = `<button id="pay">支付</button>`
/** Pages as they pay: with promises, as README's snippet, and an old one with the kit in upsdk's place. */
const PAGES = {
  'with promises': `const kit = UpsdkKit.createUpsdk({ locale: 'zh-Hans' })
    pay = (tn) => kit.pay({ tn }).catch(() => {})`,
  'of old code': `var upsdk = UpsdkKit.createUpsdk({ locale: 'zh-Hans' })
    pay = (tn) => { upsdk.pay({ tn }) }`,
}
const pays = `native.calls.filter(({ name }) => name === 'UPWebPay.pay').length`

describeInBrowser.each(['cordova', 'jsbridge'] as const)('over %s, a page', (bridge) => {
  /** Opens a page whose payments native fails after 20 ms, with time that passes as the test says. */
  async function open(body: string) {
    const opened = await openPage({
      html: page(`${TAPS}${SDK_THEN_KIT}<script>let pay, taps = 0; ${body}
        document.querySelector('#pay').onclick = () => pay(String(++taps))</script>`),
      userAgent: walletAgent({ bridge }),
      ownTime: true,
    })
    await opened.clock.runFor(500)
    await opened.evaluate(
      `native.wait = 20; native.answers['UPWebPay.pay'] = { fail: { desc: '网络异常' } }; 0`,
    )
    return opened
  }

  it.each(Object.entries(PAGES).flatMap(([name, body]) => [120, 250].map((ms) => [name, ms, body] as const)))(
    '%s opens one cashier at a double tap of %i ms, and shows the first one’s message',
    async (_name, ms, body) => {
      const opened = await open(body)
      const button = opened.locator('#pay')
      await button.click()
      await opened.clock.runFor(ms)
      await button.click()
      await opened.clock.runFor(1000)
      expect(await opened.evaluate(pays)).toBe(1)
      expect(await opened.locator(DIALOG).getByText('支付结果待确认').count()).toBeGreaterThan(0)
      await opened.locator(DIALOG).getByRole('button').first().click()
      await opened.clock.runFor(100)
      await button.click()
      await opened.clock.runFor(100)
      expect(await opened.evaluate(pays)).toBe(2)
      await opened.done()
    },
  )

  it('with the kit in its place pays once at a double tap after a second deviceready, and hears its success', async () => {
    const opened = await open(`window.heard = []; var upsdk = UpsdkKit.createUpsdk({ notify: false })
      pay = (tn) => { upsdk.setNavigationBarTitle({ title: 'x' })
        upsdk.pay({ tn: 'same', success: () => heard.push('success'), fail: (e) => heard.push(JSON.stringify(e)) }) }`)
    await opened.evaluate(`native.answers['UPWebPay.pay'] = { success: '' }
      upsdk.pluginReady(() => {}); document.dispatchEvent(new Event('deviceready')); 0`)
    await opened.locator('#pay').dblclick()
    await opened.clock.runFor(1000)
    expect(await opened.evaluate('heard.join()')).toBe('success')
    expect(await opened.evaluate(pays)).toBe(1)
    await opened.done()
  })
})

describeInBrowser('a tap where the bridge never comes', () => {
  it.each([
    ['await upsdk.ready(), then a payment', `kit.ready().then(() => kit.pay({ tn })).catch(() => {})`],
    ['pluginReady().then', `kit.pluginReady().then(() => kit.pay({ tn })).catch(() => {})`],
    ['a login', `kit.appletAuth().catch(() => {})`],
  ])('shows so after %s', async (_what, act) => {
    const opened = await openPage({
      html: page(`${TAPS}${SDK_THEN_KIT}<script>const kit = UpsdkKit.createUpsdk({ locale: 'zh-Hans' })
        document.querySelector('#pay').onclick = () => { const tn = '1'; ${act} }</script>`),
      bridgeFails: true,
      ownTime: true,
    })
    await opened.locator('#pay').click()
    await opened.clock.runFor(7900)
    expect(await opened.locator(TOAST).count()).toBe(0)
    await opened.clock.runFor(600)
    expect(await opened.locator(TOAST).count()).toBe(1)
    await opened.done()
  })
})
