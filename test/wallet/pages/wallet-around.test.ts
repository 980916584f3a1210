/** The wallet on the desk shows the parts around a page, and logs its calls. */
import { expect, it } from 'vitest'
import { describeInBrowser } from '../../browser/harness'
import { CONTROL, call, choose, hasHeard, onDesk, openControl, sheetOf, told } from './walletOnDesk'

const TOAST = '[data-upsdk-kit="wallet-toast"]'
const PAGE = '[data-upsdk-kit="wallet-page"]'
const ROW = '[data-upsdk-kit="log"] [data-method="pay"]'

describeInBrowser('the wallet on the desk', () => {
  it('shows the text of showFlashInfo as a toast for 2 s, above a modal dialog of the page', () =>
    onDesk({ ownTime: true, body: '<dialog>Cart</dialog>' }, async (page) => {
      await page.evaluate(`document.querySelector('dialog').showModal()`)
      await call(page, 'raw', 'showFlashInfo', { msg: 'Saved' })
      const toast = page.locator(`${TOAST} .toast`)
      await toast.waitFor()
      expect(await toast.textContent()).toBe('Saved')
      expect(await toast.evaluate((element) => element.matches(':popover-open'))).toBe(true)
      await page.clock.runFor(2100)
      expect(await page.locator(TOAST).count()).toBe(0)
    }))

  it.each([
    ['createWebView', { url: 'https://pay.example/', title: 'Help' }, 'https://pay.example/'],
    ['openApplet', { encryptAppId: 'a1b2' }, 'a1b2'],
    ['navigateTo', { url: '/pages/order' }, '/pages/order'],
  ] as const)('shows what %s would open, and returns to the page', (method, params, text) =>
    onDesk({}, async (page) => {
      await call(page, 'raw', method, params)
      const cover = page.locator(`${PAGE} dialog`)
      await cover.waitFor()
      expect(await cover.textContent()).toContain(method)
      expect(await cover.textContent()).toContain(text)
      await cover.getByRole('button', { name: 'Back' }).click()
      await cover.waitFor({ state: 'detached' })
      await call(page, 'raw', method, params)
      await cover.waitFor()
      await page.keyboard.press('Escape')
      await cover.waitFor({ state: 'detached' })
      expect(await page.evaluate('document.title')).toBe('Shop')
    }),
  )

  it('shows the wallet’s home once the page has closed itself, and opens it again', () =>
    onDesk({}, async (page) => {
      await call(page, 'raw', 'closeWebApp')
      const home = page.locator(`${PAGE}[data-kind="home"]`)
      await home.getByText('The mini-program is closed').waitFor()
      await page.evaluate('window.isOld = true')
      await home.getByRole('button', { name: 'Open again' }).click()
      await page.waitForFunction('!window.isOld && window.call')
      expect(await page.locator(PAGE).count()).toBe(0)
    }))

  it('closes no page and opens none above it where the call fails', () =>
    onDesk({ settings: { answers: { closeWebApp: 'failed', openApplet: 'failed' } } }, async (page) => {
      await call(page, 'raw', 'openApplet', { encryptAppId: 'a1b2' })
      await call(page, 'raw', 'closeWebApp')
      await expect.poll(async () => (await told(page)).length).toBe(2)
      expect(await page.locator(PAGE).count()).toBe(0)
    }))

  it('has the title and the right button in the control, and a tap on it calls the page’s handler', () =>
    onDesk(
      { script: `document.addEventListener('rightbtnclick', () => told.push(['rightbtnclick']))` },
      async (page) => {
        const control = await openControl(page)
        await call(page, 'raw', 'setNavigationBarTitle', { title: 'My orders' })
        await call(page, 'raw', 'setNavigationBarRightButton', { title: 'Share' })
        await control.locator('[data-part=title]', { hasText: 'My orders' }).waitFor()
        await control.locator('[data-part="right-button"]').click()
        expect(await told(page)).toContainEqual(['rightbtnclick'])
        await call(page, 'raw', 'setNavigationBarRightButton', { title: ' ' })
        await control.locator('[data-part="right-button"]').waitFor({ state: 'detached' })
      },
    ))

  it.each([
    [{ title: 'Orders' }, { title: 'Orders' }, 'setNavigationBarTitle'],
    [
      { appletStyle: 'white', navBackgroundColor: '0xff0b6572' },
      { text: 'white', background: '#0b6572ff' },
      'setTitleStyle',
    ],
    [
      {
        appletTitleGradientStartColor: '0xffff0000',
        appletTitleGradientEndColor: '0xff0000ff',
        appletTitleGradientOrient: 'left',
      },
      { background: '#ff0000ff', backgroundEnd: '#0000ffff', gradientFrom: 'left' },
      'setTitleStyle',
    ],
    [
      { backBtnVisible: '0', appletTitleBarVisible: '0' },
      { hasBackButton: false, isVisible: false },
      'setTitleStyle',
    ],
  ])('keeps the title bar that the page has set: %j', (params, expected, method) =>
    onDesk({}, async (page) => {
      await call(page, 'raw', method, params)
      expect(await page.evaluate('client.pageState().titleBar')).toMatchObject(expected)
    }),
  )

  it('logs each call of raw upsdk and of the kit as one row, with parameters, answers and steps', () =>
    onDesk({}, async (page) => {
      for (const how of ['raw', 'kit'] as const) {
        await call(page, how, 'pay', { tn: '201811290000001' })
        await choose(page, how === 'raw' ? 'success' : '02')
      }
      await hasHeard(page, 2)
      const control = await openControl(page)
      const rows = control.locator(ROW)
      await control.locator(`${ROW}[data-status="failure"]`).waitFor()
      expect(await rows.evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.status))).toEqual([
        'success',
        'failure',
      ])
      await rows.last().getByRole('button').click()
      const steps = await rows.last().locator('.steps').textContent()
      expect(steps).toContain('201811290000001')
      expect(steps).toContain('native answered')
      expect(steps).toContain('handed to upsdk by upsdk-kit')
    }))

  it('shortens a text that looks like a token until it is tapped', () =>
    onDesk({}, async (page) => {
      const token = 'abcdefghijklmnopqrstuvwxyz0123456789'
      await call(page, 'raw', 'saveData', { key: 'token', value: token })
      const control = await openControl(page)
      const row = control.locator('[data-upsdk-kit="log"] [data-method="saveData"]')
      await row.getByRole('button').first().click()
      expect(await row.textContent()).not.toContain(token)
      await row.getByRole('button', { name: 'show all' }).first().click()
      expect(await row.textContent()).toContain(token)
    }))

  it('copies a report without parameters and results', () =>
    onDesk({}, async (page) => {
      await call(page, 'raw', 'saveData', { key: 'secret-key', value: 'secret-value' })
      await page.evaluate(
        `navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve() }; 0`,
      )
      const control = await openControl(page)
      await control.getByRole('button', { name: 'Copy report' }).click()
      await page.waitForFunction('window.copied')
      const report = await page.evaluate<string>('copied')
      expect(report).toContain('\nsaveData: success')
      expect(report).not.toContain('secret')
    }))

  it('marks an answer that no document describes as invented, in its sheet', () =>
    onDesk({}, async (page) => {
      await call(page, 'raw', 'getContactsData')
      await sheetOf(page, 'getContactsData').getByText('No document says').waitFor()
      const field = sheetOf(page).getByLabel('Result (JSON)')
      await field.fill('{"name":"A","mobile":"1"}')
      await choose(page, 'success')
      await hasHeard(page, 1)
      expect(await told(page)).toEqual([['success', '{"name":"A","mobile":"1"}']])
    }))

  it('starts the bridge from the control if it would never come', () =>
    onDesk({ settings: { readyAfter: 'never' } }, async (page) => {
      await page.evaluate('upsdk.pluginReady(() => told.push(["ready"])); 0')
      const control = await openControl(page, 'settings')
      await control.getByRole('button', { name: 'Bring the bridge up' }).click()
      await hasHeard(page, 1)
      expect(await page.locator(CONTROL).count()).toBe(1)
    }))
})
