/** The demo's stories: each shows in the phone what its two sentences say, in the phone's own time. */
import { beforeAll, expect, it } from 'vitest'
import { shopTexts } from '../../demo/shop/texts'
import { type Mode, STORY_IDS, type Story, type StoryId, storyOf } from '../../demo/stories/stories'
import { describeInBrowser } from '../browser/harness'
import { BUTTON } from '../browser/screen'
import { drawOneOfEach } from '../support/drawn.mjs'
import { buildDemo, type DemoPage, onDemo, passUntil, phoneOf, SHEET, shopOf } from './demoPage'

const DESKTOP = { width: 1440, height: 900 }
const TEXTS = shopTexts['zh-Hans']
const SEEN = '[data-upsdk-kit=log] [data-note=seen]'

/** The user saw nothing, or one sheet of the wallet, or two after each other. */
type Sees = RegExp | 'nothing' | 'sheet' | 'two sheets'

/** The user sees this, without the kit and with it. */
const sees: Readonly<Record<StoryId, readonly [raw: Sees, kit: Sees]>> = {
  early: ['nothing', 'sheet'],
  late: ['two sheets', 'sheet'],
  after: ['sheet', /支付未发起/],
  never: ['nothing', /页面加载超时/],
  missing: ['nothing', /重新打开/],
  outside: ['nothing', /请在云闪付中打开/],
  signed: [/config执行成功以后才能调用插件方法/, /退出后重新进入/],
  paid: ['sheet', 'sheet'],
  cancelled: [/用户取消支付/, 'nothing'],
  // The log marks the text that its cause is about.
  unconfirmed: [/：支付失败!$/, /支付结果待确认\s*请先查看订单/],
  lost: ['nothing', /支付结果待确认\s*请先查看订单/],
  double: ['two sheets', 'sheet'],
  c02: [/ILLEGAL_ACCESS_EXCEPTION/, /该功能暂未开放/],
  c03: [/INVALID_ACTION_EXCEPTION/, /请更新云闪付/],
  c05: [/config执行成功以后才能调用插件方法/, /请稍后再试/],
  94: [/\{"errcode":"94"/, /请明天再试/],
  95: [/\{"errcode":"95"/, /请正对镜头再试一次/],
  96: [/\{"errcode":"96"/, /请到云闪付“我的身份信息”开通/],
  97: [/\{"errcode":"97","errmsg":""\}/, /身份验证暂未完成/],
  98: [/\{"errcode":"98","errmsg":""\}/, /身份验证暂未完成/],
  99: [/\{"errcode":"99"/, /请先在云闪付完成认证/],
  mobile: ['sheet', 'sheet'],
  'mobile-refused': [/用户取消/, 'nothing'],
  'mobile-c02': [/：c02!$/, /该功能暂未开放/],
  own: [/\{"errcode":"95"/, /请正对镜头再试一次/],
  'wallet-toast': [/云闪付 轻提示.*\{"errcode":"95"/, /云闪付 轻提示.*请正对镜头再试一次/],
  network: [/Failed to fetch/, /网络异常/],
}

/** A third of them, drawn again each time. */
const drawn = drawOneOfEach('stories', STORY_IDS, (id) => String(STORY_IDS.indexOf(id) % 9))

let routes: Awaited<ReturnType<typeof buildDemo>>

/** Opens a story, and taps as it says. */
async function play(page: DemoPage, id: StoryId, mode: Mode): Promise<void> {
  const { action, taps = 1 }: Story = storyOf(id)
  await page.locator(`[data-story="${id}"]`).click()
  await page.locator(`.story-modes [data-mode="${mode}"]`).click()
  const kit = mode === 'kit' ? /mode=kit/ : /mode=raw/
  const isOpen = () =>
    page.frames().some((frame) => /phone\.html/.test(frame.url()) && kit.test(frame.url())) &&
    page.frames().some((frame) => new URL(frame.url()).searchParams.get('story') === id)
  await passUntil(page, async () => isOpen() && (await shopOf(page).locator('body:not([hidden])').count()))
  // The bridge is up, where it comes up at once.
  await page.clock.runFor(1000)
  const button = shopOf(page).locator(`[data-action="${action}"]`)
  const tap = () => button.evaluate((one: HTMLElement) => one.click())
  await tap()
  if (taps > 1) await tap()
  if (taps > 2) {
    await page.clock.runFor(5500)
    await tap()
  }
}

const seenIn = (page: DemoPage) => phoneOf(page).locator(SEEN).allTextContents()

describeInBrowser('the demo’s stories', () => {
  beforeAll(async () => {
    routes = await buildDemo()
  })

  it.each(drawn)('show what their sentences say: %s', async (id) => {
    await onDemo(routes, { language: 'zh', viewport: DESKTOP, story: id, ownTime: true }, async (page) => {
      for (const [mode, what] of [
        ['raw', sees[id][0]],
        ['kit', sees[id][1]],
      ] as const) {
        await play(page, id, mode)
        const sheet = shopOf(page).locator(SHEET)
        if (what === 'nothing') {
          await page.clock.runFor(15_000)
          expect(await sheet.count()).toBe(0)
          expect(await seenIn(page)).toEqual([])
        } else if (what instanceof RegExp) {
          await passUntil(page, async () => (await seenIn(page)).some((text) => what.test(text)))
        } else {
          await passUntil(page, () => sheet.count())
          await page.clock.runFor(1000)
          expect(await sheet.getByText('后面还有 1 个').isVisible()).toBe(what === 'two sheets')
        }
        if (mode === 'kit')
          for (const text of await seenIn(page)) expect(text).not.toMatch(/EXCEPTION|\{"|undefined|：c0/)
      }
      // Without its script the page throws, which is what the story is about.
      const own = page.errors.filter((message) => id !== 'missing' || !/upsdk is not defined/.test(message))
      expect(own).toEqual([])
    })
  })

  it('lead to the order from a payment without a result', async () => {
    const options = { language: 'zh', viewport: DESKTOP, story: 'unconfirmed', ownTime: true } as const
    await onDemo(routes, options, async (page) => {
      await play(page, 'unconfirmed', 'kit')
      const button = shopOf(page).locator(BUTTON).last()
      await passUntil(page, () => button.count())
      await page.clock.runFor(500)
      expect(await button.textContent()).toBe('查看订单')
      await button.click()
      await passUntil(page, () => shopOf(page).getByText(TEXTS.order).count())
    })
  })

  it('are links of the phone, which changes what they name and nothing else', async () => {
    await onDemo(routes, { language: 'en', viewport: DESKTOP, story: 'c02', fresh: true }, async (page) => {
      const phone = phoneOf(page)
      await shopOf(page).locator('[data-action=pay]').waitFor()
      expect(await page.getAttribute('[data-story="94"]', 'href')).toMatch(
        /^phone\.html\?situation=failed&mode=raw&language=en_US#\/shop\.html\?story=94$/,
      )
      await phone.locator('[data-part=fold-settings]').click()
      await phone.locator('select:has([value=ios])').selectOption('ios')
      await page.click('[data-story="94"]')
      await page.waitForFunction(() => {
        const { contentWindow } = document.querySelector('#phone') as HTMLIFrameElement
        return /situation=failed.*platform=ios/.test(contentWindow?.location.search || '')
      })
    })
  })

  it('leave two windows each its own', async () => {
    await onDemo(routes, { language: 'zh', viewport: DESKTOP, story: 'c02', fresh: true }, async (page) => {
      await shopOf(page).locator('[data-action=pay]').waitFor()
      const other = await page.context().newPage()
      await other.goto(page.url().replace('#c02', '#94'))
      await shopOf(other).locator('[data-action=pay]').waitFor()
      const situationOf = (one: typeof other) => phoneOf(one).locator('[data-part=situation]').inputValue()
      expect([await situationOf(page), await situationOf(other)]).toEqual(['c02', 'failed'])
      await shopOf(page).locator('[data-action=bioDetect]').click()
      await phoneOf(page).locator(SEEN).filter({ hasText: 'ILLEGAL_ACCESS_EXCEPTION' }).waitFor()
    })
  })
})
