/** The wallet on the desk is readable and accessible in every language and theme. */
import { expect, it } from 'vitest'
import { describeInBrowser } from '../../browser/harness'
import { AXE } from '../../browser/screen'
import { oneOfEach, pairs } from '../../support/samples'
import { call, type DeskPage, onDesk, openControl, sheetOf } from './walletOnDesk'

const SHARED = { title: '下午茶', desc: '第二杯半价', shareUrl: 'https://shop.example/' }

/** All layers that it shows: the name of each, and how it is opened. */
const SCENES: Readonly<Record<string, readonly [layer: string, show: (page: DeskPage) => Promise<unknown>]>> =
  {
    payment: ['sheet', (page) => call(page, 'raw', 'pay', { tn: '201811290000001' })],
    consent: ['sheet', (page) => call(page, 'raw', 'appletExplicitAuth', { scope: 'scope.mobile' })],
    face: ['sheet', (page) => call(page, 'raw', 'bioDetect')],
    scan: ['sheet', (page) => call(page, 'raw', 'scanQRCode')],
    picture: ['sheet', (page) => call(page, 'raw', 'chooseImage')],
    place: ['sheet', (page) => call(page, 'raw', 'chooseLocation')],
    share: ['sheet', (page) => call(page, 'raw', 'showShareMorePanel', SHARED)],
    other: ['sheet', (page) => call(page, 'raw', 'getContactsData', { reason: 'delivery' })],
    line: [
      'sheet',
      async (page) => {
        for (let index = 0; index < 6; index++) await call(page, 'raw', 'pay', { tn: '201811290000001' })
      },
    ],
    toast: ['wallet-toast', (page) => call(page, 'raw', 'showFlashInfo', { msg: '已保存' })],
    page: [
      'wallet-page',
      (page) => call(page, 'raw', 'createWebView', { url: 'https://pay.example/', title: 'Help' }),
    ],
    home: ['wallet-page', (page) => call(page, 'raw', 'closeWebApp')],
    badge: ['wallet', async () => {}],
    log: [
      'wallet',
      async (page) => {
        await page.evaluate(`client.change({ answers: { pay: '02' } })`)
        await call(page, 'raw', 'setNavigationBarTitle', { title: '我的订单' })
        await call(page, 'raw', 'setNavigationBarRightButton', { title: '分享' })
        await call(page, 'kit', 'pay', { tn: '201811290000001' })
        await call(page, 'raw', 'saveData', { key: 'token', value: 'abcdefghijklmnopqrstuvwxyz' })
        await page.waitForFunction('told.length > 2')
        const control = await openControl(page)
        await control.locator('[data-tab=log-all]').click()
        await control.locator('[data-method="saveData"] button').first().click()
        await control.locator('[data-method="pay"] button').first().click()
      },
    ],
    settings: [
      'wallet',
      async (page) => {
        await page.evaluate(
          `client.change({ answers: { pay: '02', bioDetect: '95' }, results: { scanQRCode: 'text' } })`,
        )
        await openControl(page, 'settings')
      },
    ],
  }
/** Colours do not depend on the language, nor names on the theme. */
const LOOKS = pairs(
  'looks of the wallet',
  [
    { language: 'en', colorScheme: 'light' },
    { language: 'zh-CN', colorScheme: 'dark' },
  ] as const,
  [{ width: 320 }, { width: 1280 }],
)

/**
 * The rules of axe-core that a layer breaks in place; contrast is checked in the body, where axe finds the
 * background of its texts.
 */
async function axe(page: DeskPage, layer: string): Promise<string[]> {
  await page.evaluate(`${AXE};0`)
  return page.evaluate<string[]>(`(async () => {
    const host = document.querySelector('[data-upsdk-kit="${layer}"]')
    const inPlace = await axe.run(host)
    document.body.appendChild(host)
    host.shadowRoot.querySelectorAll('[popover]').forEach((one) => one.matches(':popover-open') || one.showPopover())
    const { violations, incomplete } = await axe.run(host, { runOnly: ['color-contrast'] })
    return [...inPlace.violations, ...violations, ...incomplete].map(({ id, nodes }) =>
      [id, ...nodes.map(({ target, failureSummary }) => target.join(' ') + ' ' + failureSummary)].join(' '))
  })()`)
}

/** Texts that are cut off: wider than their element shows, or beyond the sides of the window. */
const cut = (page: DeskPage, layer: string) =>
  page.evaluate<string[]>(`(() => {
    const { shadowRoot } = document.querySelector('[data-upsdk-kit="${layer}"]')
    return [...shadowRoot.querySelectorAll('*')].filter((element) => {
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
      if (!own || !element.checkVisibility() || element.matches('option, .sr')) return false
      const { left, right } = element.getBoundingClientRect()
      return left < 0 || right > innerWidth + 1 || element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline'
    }).map(({ textContent }) => textContent)
  })()`)

/** Shows each layer in turn, and expects that nothing is found in it. */
async function expectNone(
  page: DeskPage,
  find: (page: DeskPage, layer: string) => Promise<readonly string[]>,
): Promise<void> {
  for (const [name, [layer, show]] of Object.entries(SCENES)) {
    await show(page)
    await page.locator(`[data-upsdk-kit="${layer}"]`).first().waitFor({ state: 'attached' })
    expect(await find(page, layer), name).toEqual([])
    await page.reload()
  }
}

describeInBrowser('the wallet on the desk', () => {
  // The window is so high that everything is visible: axe does not judge what is scrolled away.
  it.each(oneOfEach('axe', LOOKS, () => ''))(
    'has no violation that axe finds: $language, $colorScheme, $width px',
    ({ width, ...look }) =>
      onDesk({ ...look, viewport: { width, height: 2000 }, fresh: true }, (page) => expectNone(page, axe)),
  )

  it.each(oneOfEach('cut off', ['en', 'zh-CN'] as const, () => ''))(
    'cuts off no text at 320 px with large text, in %s',
    (language) =>
      onDesk({ language, viewport: { width: 320, height: 640 }, fontSize: 32, fresh: true }, (page) =>
        expectNone(page, cut),
      ),
  )

  it.each(oneOfEach('in view', ['en', 'zh-CN'] as const, () => ''))(
    'has the first button in view on a small phone, and a hint at more below, in %s',
    (language) =>
      // The window is as high as the page in a phone of 568 px.
      onDesk({ language, viewport: { width: 320, height: 500 }, fresh: true }, async (page) => {
        for (const [name, [layer, show]] of Object.entries(SCENES)) {
          if (layer !== 'sheet') continue
          await show(page)
          const sheet = sheetOf(page)
          await sheet.waitFor()
          const { y = 0, height = 0 } = (await sheet.locator('.main').boundingBox()) || {}
          expect(y + height, name).toBeLessThanOrEqual(500)
          // An end that is 2 px off, of 1 px height, counts as in view.
          const isCut = await sheet.evaluate((one) => one.scrollHeight > one.clientHeight + 3)
          const isSaid = () =>
            sheet.locator('.below').evaluate((one) => getComputedStyle(one).visibility === 'visible')
          await expect.poll(isSaid, { message: name }).toBe(isCut)
          await sheet.evaluate((one) => one.scrollTo(0, one.scrollHeight))
          await expect.poll(isSaid, { message: name }).toBe(false)
          await page.reload()
        }
      }),
  )

  it('has the choices of a payment in two columns on a phone, and every control large enough to tap', () =>
    onDesk({ viewport: { width: 375, height: 667 } }, async (page) => {
      await call(page, 'raw', 'pay', { tn: '1' })
      const choices = sheetOf(page).locator('.choice')
      await choices.first().waitFor()
      const boxes = await choices.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()))
      expect(new Set(boxes.map(({ left }) => Math.round(left))).size).toBe(2)
      expect(boxes.every(({ height }) => height >= 44)).toBe(true)
    }))
})
