/** A payment that native never answers, on the real SDK file over both bridges: the user is told before they pay again. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { describeInBrowser, openPage, page, SDK_THEN_KIT, walletAgent } from './harness'
import { sourceOf } from './inPage'
import { BUTTON, clickAt, DIALOG } from './screen'

const MESSAGE = '支付结果待确认，请先查看订单，请勿重复支付'

/** An old page in which a script tag has put the kit in place. It pays at each tap, and shows what its callbacks get. */
const OLD_PAGE = page(
  `<button id="pay">支付</button>${SDK_THEN_KIT}<script>${sourceOf(({ window, native }) => {
    const seen: string[] = []
    const say = (text: string) => void seen.push(text)
    native.answers['UPWebPay.pay'] = { silent: true }
    Object.assign(window, {
      testSeen: seen,
      upsdk: window.UpsdkKit.createUpsdk({
        locale: 'zh-Hans',
        translateFail: true,
        actions: { 'payment-unconfirmed': { run: () => say('order') } },
      }),
    })
    let taps = 0
    const button = window.document.querySelector('#pay') as HTMLElement
    button.onclick = () =>
      window.upsdk.pay?.({
        tn: String(++taps),
        success: () => say('paid'),
        fail: ({ msg }: { msg: string }) => say(msg),
      })
  })}</script>`,
)

/** Keeps native's answers to payments, for a test that gives one later. */
const KEEP_ANSWERS = `(() => {
  const { exec } = native
  window.sheets = []
  native.exec = (success, fail, plugin, ...rest) => {
    if (plugin === 'UPWebPay') sheets.push({ success, fail })
    exec(success, fail, plugin, ...rest)
  }
})()`

const tnsOf = (opened: Page) =>
  opened.evaluate<string[]>(
    `native.calls.filter(({ name }) => name === 'UPWebPay.pay').map(({ args }) => args[0].tn)`,
  )
const seenIn = (opened: Page) => opened.evaluate<string[]>('testSeen')

describeInBrowser.each(['cordova', 'jsbridge'] as const)(
  'over %s, at the next tap after a payment without an answer, an old page with the kit in place',
  (bridge) => {
    /** Opens the page, and taps twice: before and after the end of the first payment's hold. */
    async function tapTwice() {
      const opened = await openPage({ html: OLD_PAGE, userAgent: walletAgent({ bridge }), ownTime: true })
      await opened.clock.runFor(1000)
      await opened.evaluate(KEEP_ANSWERS)
      await opened.locator('#pay').click()
      await opened.clock.runFor(6000)
      await opened.locator('#pay').click()
      await opened.clock.runFor(100)
      expect(await tnsOf(opened)).toEqual(['1'])
      expect(await seenIn(opened)).toEqual([MESSAGE])
      expect(await opened.locator(DIALOG).getByText('支付结果待确认').count()).toBeGreaterThan(0)
      expect(await opened.locator(BUTTON).allTextContents()).toEqual(['知道了', '查看订单'])
      return opened
    }

    it('shows the dialog with its button, and sends the next payment', async () => {
      const opened = await tapTwice()
      await clickAt(opened, `${BUTTON} >> nth=1`)
      await opened.clock.runFor(100)
      expect(await seenIn(opened)).toEqual([MESSAGE, 'order'])
      await opened.locator('#pay').click()
      await opened.clock.runFor(100)
      expect(await tnsOf(opened)).toEqual(['1', '3'])
      expect(await opened.locator(DIALOG).count()).toBe(0)
      await opened.done()
    })

    it.each([
      ['a success', 'sheets[0].success()', 'paid'],
      ['a cancellation', `sheets[0].fail('用户取消支付')`, '用户取消支付'],
    ])('closes the dialog at %s, which reaches the page', async (_what, answer, said) => {
      const opened = await tapTwice()
      await opened.evaluate(`${answer}, 0`)
      await opened.clock.runFor(1000)
      expect(await seenIn(opened)).toEqual([MESSAGE, said])
      expect(await opened.locator(DIALOG).count()).toBe(0)
      await opened.done()
    })

    it('keeps the dialog at a failure, which reaches the page', async () => {
      const opened = await tapTwice()
      await opened.evaluate(`sheets[0].fail({ desc: '余额不足' }), 0`)
      await opened.clock.runFor(1000)
      expect(await seenIn(opened)).toEqual([MESSAGE, MESSAGE])
      expect(await opened.locator(DIALOG).count()).toBe(1)
      await opened.done()
    })
  },
)
