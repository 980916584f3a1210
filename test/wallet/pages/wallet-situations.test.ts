/**
 * Three raw pages do in each situation what `reports/situations.json` says, with and without upsdk-kit as window.upsdk. A run takes
 * one of them, `WHOLE=1` all.
 */
import { describe, expect, it } from 'vitest'
import { situationRuns } from '../../../scripts/situations'
import { SITUATIONS as ALL } from '../../../wallet/shared/situations'
import { describeInBrowser } from '../../browser/harness'
import { oneOfEach } from '../../support/samples'
import { openPhone, useDesk } from './phoneDesk'
import { phonePages } from './phonePages'

/** These pages are not signed, so their config cannot be refused. */
const SITUATIONS = ALL.filter((one) => one !== 'config-refused')

/** What the user sees, of the raw page and with the kit as window.upsdk. '' is nothing. */
type Seen = readonly [asItIs: string, inPlace: string]
type Row = Readonly<Record<(typeof SITUATIONS)[number], Seen>>

const C05 = '支付失败：config执行成功以后才能调用插件方法'
const OUTSIDE = '请在云闪付中打开本页面'

/** `pluginReady` brings the button of R1 and the payment of R23: without it they do nothing. */
const expected = {
  R1: {
    success: ['支付成功', '支付成功'],
    cancelled: ['支付失败：用户取消支付', '支付失败：用户取消支付'],
    failed: ['支付失败：支付失败', ''],
    c02: [
      '支付失败：ILLEGAL_ACCESS_EXCEPTION: 无权限访问此插件！',
      '支付失败：该支付方式暂未开放，支付未发起，请换一种方式',
    ],
    silent: ['', ''],
    late: ['支付成功', '支付成功'],
    'bridge-late': ['支付成功', '支付成功'],
    'bridge-never': ['', ''],
    'sdk-missing': ['', ''],
    outside: ['', `支付失败：${OUTSIDE}`],
  },
  R17: {
    success: [C05, '支付成功'],
    cancelled: [C05, '支付失败：用户取消支付'],
    failed: [C05, ''],
    c02: [C05, '支付失败：该支付方式暂未开放，支付未发起，请换一种方式'],
    silent: [C05, ''],
    late: [C05, '支付成功'],
    'bridge-late': ['', '支付成功'],
    'bridge-never': ['', '支付失败：支付未发起，请重试或重新进入页面'],
    'sdk-missing': ['', '支付失败：页面加载失败，请检查网络后重新打开'],
    outside: ['', `支付失败：${OUTSIDE}`],
  },
  R23: {
    success: ['支付成功', '支付成功'],
    cancelled: ['', ''],
    failed: ['', ''],
    c02: ['', '该支付方式暂未开放，支付未发起，请换一种方式'],
    silent: ['', ''],
    late: ['支付成功', '支付成功'],
    'bridge-late': ['支付成功', '支付成功'],
    'bridge-never': ['', ''],
    'sdk-missing': ['', ''],
    outside: ['', OUTSIDE],
  },
} satisfies Readonly<Record<string, Row>>

/** Each with its page. */
const rawPages = (Object.keys(expected) as (keyof typeof expected)[]).map((id) => {
  const page = phonePages.find((one) => one.id === id)
  if (!page) throw new Error(`${id} is not opened in the phone`)
  return { id, html: page.html }
})

/** The texts that the log has, in one line. */
const textOf = (texts: readonly string[]) =>
  texts
    .map((text) => text.replace(/^用户看到(（[^）]*）)?：/, ''))
    .reverse()
    .join(' · ')

describeInBrowser('a raw page in the phone', () => {
  describe.concurrent.each(oneOfEach('raw pages in the phone', rawPages, () => 'page'))(
    '$id',
    ({ id, html }) => {
      const desk = useDesk({ 'index.html': html })

      it('shows its user in each situation what the report says, in either mode', async () => {
        const phone = await openPhone(desk)
        // A script that a test runs in a page counts as a tap there, and these pages call pluginReady on load.
        await phone.page.addInitScript(
          "Object.defineProperty(UserActivation.prototype, 'isActive', { configurable: true, get: () => false })",
        )
        // A payment without an answer and a bridge that never comes would take long.
        await phone.page.clock.install()
        for (const situation of SITUATIONS) {
          const seen: string[] = []
          for (const [index, mode] of (['as-is', 'in-place'] as const).entries()) {
            await phone.choose({ mode, situation })
            // A user taps as soon as the button can be tapped.
            await phone.page.clock.runFor(1000)
            const button = phone.frame.locator('#pay')
            if (!(await button.isEnabled())) await phone.page.clock.runFor(6000)
            // R23 pays by itself.
            if (id !== 'R23' && (await button.isEnabled())) await button.click()
            await phone.page.clock.runFor(15_000)
            const wanted = expected[id][situation][index]
            let text = ''
            // The steps come by messages, which take real time, and are drawn in a frame: a busy machine needs more
            // rounds.
            for (let count = 0; count < 5 || (count < 50 && text !== wanted); count++) {
              await phone.page.evaluate(
                'new Promise((done) => { const c = new MessageChannel(); c.port1.onmessage = done; c.port2.postMessage(0) })',
              )
              await phone.page.clock.runFor(200)
              text = textOf(await phone.seen())
            }
            seen.push(text)
          }
          expect(seen, `${id} ${situation}`).toEqual(expected[id][situation])
        }
        await phone.close()
      }, 200_000)
    },
  )
})

describe('the report of situations', () => {
  const runs = situationRuns()
  it.each(rawPages)('has of $id what was seen', ({ id }) => {
    for (const situation of SITUATIONS)
      expect(
        [runs[id]?.[situation]?.raw, runs[id]?.[situation]?.kit].map((cell) => cell?.seen.join(' · ')),
      ).toEqual(expected[id][situation])
  })
})
