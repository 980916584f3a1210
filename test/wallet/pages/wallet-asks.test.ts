/** The wallet on the desk asks once for each call, in order. A call that is left open gets no answer. */
import { expect, it } from 'vitest'
import { SHEET_AFTER } from '../../../wallet/page/asker'
import { describeInBrowser } from '../../browser/harness'
import {
  CONTROL,
  call,
  choose,
  type DeskPage,
  hasHeard,
  onDesk,
  openControl,
  openOnDesk,
  settingsOf,
  sheetGone,
  sheetOf,
  TN,
  told,
} from './walletOnDesk'

const stepsOf = (page: DeskPage, method: string) =>
  page.evaluate<string[]>(
    `client.log.entries.filter((entry) => entry.method === '${method}')[0].steps.map(({ from, type }) => from + ' ' + type)`,
  )

describeInBrowser('the wallet on the desk', () => {
  it.each([
    ['pay', 'fail', '用户取消支付'],
    ['scanQRCode', 'fail', '用户取消'],
  ])('takes Escape on the sheet of %s for a cancellation by the user', (method, callback, text) =>
    onDesk({}, async (page) => {
      await call(page, 'raw', method, TN)
      await sheetOf(page).waitFor()
      await page.keyboard.press('Escape')
      await hasHeard(page, 1)
      expect(await told(page)).toEqual([[callback, expect.objectContaining({ msg: text })]])
      expect(await sheetOf(page).count()).toBe(0)
    }),
  )

  it('takes Escape on a share panel for its closing, which no callback reports', () =>
    onDesk({}, async (page) => {
      await call(page, 'raw', 'showSharePopup', { title: 'Shop', shareUrl: 'https://shop.example/' })
      await sheetOf(page).waitFor()
      await page.keyboard.press('Escape')
      await sheetGone(page)
      expect(await told(page)).toEqual([])
      expect(await stepsOf(page, 'showSharePopup')).toEqual([
        'upsdk called',
        'upsdk reached',
        'client chosen',
      ])
    }))

  it('answers a late payment with success after 12 s, in the same document', () =>
    onDesk({ ownTime: true }, async (page) => {
      await call(page, 'raw', 'pay', TN)
      await page.clock.runFor(SHEET_AFTER)
      await choose(page, 'late')
      await sheetGone(page)
      await page.clock.runFor(11_000)
      expect(await told(page)).toEqual([])
      await page.clock.runFor(2000)
      expect((await told(page)).map(([name]) => name)).toEqual(['success'])
    }))

  it('leaves a payment without an answer while its sheet is open: the kit says so, holds back a second one, and takes the late answer', () =>
    onDesk({ ownTime: true }, async (page) => {
      await call(page, 'kit', 'pay', TN)
      await page.clock.runFor(1000)
      await sheetOf(page).waitFor()
      await call(page, 'kit', 'pay', TN)
      await page.clock.runFor(1000)
      expect(await told(page)).toEqual([['rejected', expect.objectContaining({ reason: 'busy' })]])
      await page.clock.runFor(10_000)
      expect(await page.evaluate('client.simulator.calls.length')).toBe(1)
      expect(await stepsOf(page, 'pay')).toContain('kit unanswered')
      await choose(page, 'success')
      await page.clock.runFor(1000)
      expect((await told(page)).map(([name]) => name)).toEqual(['rejected', 'resolved'])
    }))

  it('asks for one call at a time in their order, and says how many wait', () =>
    onDesk({}, async (page) => {
      for (const method of ['pay', 'scanQRCode', 'bioDetect']) await call(page, 'raw', method, TN)
      for (const [method, waiting] of [
        ['pay', '2 more waiting'],
        ['scanQRCode', '1 more waiting'],
        ['bioDetect', ''],
      ] as const) {
        await sheetOf(page, method).waitFor()
        expect(await sheetOf(page).count()).toBe(1)
        expect(
          await sheetOf(page).getByText('more waiting').filter({ visible: true }).allTextContents(),
        ).toEqual(waiting ? [waiting] : [])
        expect(await sheetOf(page).getByRole('button', { name: 'Leave all unanswered' }).count()).toBe(0)
        await choose(page, 'cancelled')
      }
      await hasHeard(page, 3)
      expect(await sheetOf(page).count()).toBe(0)
    }))

  it('offers to leave more than three waiting calls unanswered, and then asks for the next call again', () =>
    onDesk({}, async (page) => {
      for (let index = 0; index < 5; index++) await call(page, 'raw', 'scanQRCode')
      await sheetOf(page).getByRole('button', { name: 'Leave all unanswered' }).click()
      await sheetGone(page)
      expect(await told(page)).toEqual([])
      await call(page, 'raw', 'bioDetect')
      await choose(page, '94')
      await hasHeard(page, 1)
      expect(JSON.stringify(await told(page))).toContain('94')
    }))

  it('stops asking after the choice “always”, over reloads, until the control takes it back', async () => {
    const page = await openOnDesk({ fresh: true })
    await call(page, 'raw', 'pay', TN)
    await sheetOf(page)
      .getByLabel(/Always answer/)
      .check()
    await choose(page, '02')
    await hasHeard(page, 1)
    await call(page, 'raw', 'scanQRCode')
    await sheetOf(page).getByLabel('Scanned text').fill('table 7')
    await sheetOf(page)
      .getByLabel(/Always answer/)
      .check()
    await choose(page, 'success')
    await hasHeard(page, 2)
    expect(await settingsOf(page)).toMatchObject({
      answers: { pay: '02' },
      results: { scanQRCode: 'table 7' },
    })

    await page.reload()
    await call(page, 'raw', 'pay', TN)
    await call(page, 'raw', 'scanQRCode')
    await hasHeard(page, 2)
    expect(await told(page)).toEqual([
      ['fail', { msg: '支付失败' }],
      ['success', 'table 7'],
    ])

    const control = await openControl(page, 'settings')
    await control.locator('[data-fixed="pay"]').getByRole('button', { name: 'Ask again' }).click()
    expect(await control.locator('[data-fixed]').count()).toBe(1)
    await call(page, 'raw', 'pay', TN)
    await sheetOf(page, 'pay').waitFor()
    await page.done()
  })

  it('remembers the last scanned text, and no picture', async () => {
    const page = await openOnDesk({ fresh: true })
    await call(page, 'raw', 'scanQRCode')
    await sheetOf(page).getByLabel('Scanned text').fill('table 8')
    await choose(page, 'success')
    await hasHeard(page, 1)
    await page.reload()
    await call(page, 'raw', 'scanQRCode')
    expect(await sheetOf(page).getByLabel('Scanned text').inputValue()).toBe('table 8')
    await choose(page, 'cancelled')
    await call(page, 'raw', 'chooseImage')
    await sheetOf(page, 'chooseImage').waitFor()
    expect(
      await sheetOf(page)
        .getByLabel(/Always answer/)
        .count(),
    ).toBe(0)
    await page.done()
  })

  it('scales the developer’s own picture to the size that the page asks for', () =>
    onDesk({}, async (page) => {
      const wide = await page.evaluate<string>(
        `(() => { const canvas = document.createElement('canvas'); canvas.width = 400; canvas.height = 200; return canvas.toDataURL('image/png').split(',')[1] })()`,
      )
      await call(page, 'kit', 'chooseImage', { maxWidth: '100', maxHeight: '100', sourceType: '3' })
      await sheetOf(page)
        .locator('input[type=file]')
        .setInputFiles({ name: 'wide.png', mimeType: 'image/png', buffer: Buffer.from(wide, 'base64') })
      await choose(page, 'success')
      await hasHeard(page, 1)
      const size = `new Promise((done) => {
        const image = new Image()
        image.onload = () => done([image.width, image.height])
        image.src = 'data:image/jpeg;base64,' + told[0][1].base64
      })`
      expect(await page.evaluate(size)).toEqual([100, 50])
    }))

  it('shows the picture that the page gets, and keeps it if a chosen file is no picture', () =>
    onDesk({}, async (page) => {
      await call(page, 'kit', 'chooseImage', { maxWidth: '160' })
      const preview = sheetOf(page).locator('[data-part=preview]')
      const files = sheetOf(page).locator('input[type=file]')
      expect(await preview.getAttribute('aria-label')).toBe('sample picture · 160 × 120')
      const [picker] = await Promise.all([
        page.waitForEvent('filechooser'),
        sheetOf(page).getByRole('button', { name: 'Choose a picture' }).click(),
      ])
      await picker.setFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('text') })
      await sheetOf(page).getByText('notes.txt: not a picture that the browser can read').waitFor()
      expect(await files.count()).toBe(1)
      await choose(page, 'success')
      await hasHeard(page, 1)
      expect((await told(page))[0]).toMatchObject(['resolved', { base64: expect.stringMatching(/^\/9j\//) }])
    }))

  it('shares to the chosen channel, and says whether the link comes back into the mini-program', () =>
    onDesk({}, async (page) => {
      const channel = () => sheetOf(page).getByLabel('Share to')
      await call(page, 'raw', 'showShareMorePanel', { title: 'Shop', shareUrl: 'https://shop.example/' })
      await sheetOf(page).waitFor()
      expect(await sheetOf(page).getByText('Opens a browser, not the mini-program').count()).toBe(1)
      await channel().selectOption('Weibo')
      await choose(page, 'success')
      await hasHeard(page, 1)
      expect(await told(page)).toEqual([['success', '4']])
      await call(page, 'raw', 'showShareMorePanel', { title: 'Shop', shareUrl: 'upwallet://applet/1' })
      await sheetOf(page).getByText('Opens the mini-program again').waitFor()
    }))

  it('does not ask for methods that are not interactive, or that the settings answer', () =>
    onDesk({ settings: { answers: { pay: 'cancelled' }, results: { scanQRCode: 'text' } } }, async (page) => {
      for (const method of ['pay', 'scanQRCode', 'getLocationGps']) await call(page, 'raw', method, TN)
      await call(page, 'raw', 'appletAuth')
      await hasHeard(page, 4)
      expect(await sheetOf(page).count()).toBe(0)
    }))

  it('does not ask while a test drives the browser, unless the settings say so', () =>
    onDesk({ settings: { ask: undefined } }, async (page) => {
      await call(page, 'raw', 'pay', TN)
      await hasHeard(page, 1)
      expect(await sheetOf(page).count()).toBe(0)
      expect((await told(page)).map(([name]) => name)).toEqual(['success'])
    }))

  it('takes a changed latency, and the setting not to ask, without a reload', () =>
    onDesk({ settings: { latency: 5000 } }, async (page) => {
      await page.evaluate('window.isSame = true')
      const control = await openControl(page, 'settings')
      await control.getByLabel('Delay').selectOption('none')
      await control.getByLabel('On a call').selectOption('succeed at once')
      await call(page, 'raw', 'scanQRCode')
      await hasHeard(page, 1)
      expect(await page.evaluate('window.isSame')).toBe(true)
    }))

  it('keeps its sheet over pushState and changes of the hash', () =>
    onDesk({}, async (page) => {
      await call(page, 'raw', 'pay', TN)
      await sheetOf(page).waitFor()
      await page.evaluate(`history.pushState({}, '', '?orders'); location.hash = '#/cart'`)
      await choose(page, 'success')
      await hasHeard(page, 1)
      await page.evaluate(`history.replaceState({}, '', '/page')`)
    }))

  it('has a badge that the keyboard can move, and that stays where it was put', async () => {
    const page = await openOnDesk({ fresh: true })
    const opener = page.locator(`${CONTROL} .opener`)
    const before = await opener.boundingBox()
    await opener.press('ArrowUp')
    await opener.press('ArrowRight')
    const after = await opener.boundingBox()
    expect([after?.x, after?.y]).toEqual([(before?.x || 0) + 24, (before?.y || 0) - 24])
    await page.reload()
    await page.waitForFunction(
      `document.querySelector('${CONTROL}').shadowRoot.querySelector('.opener').getBoundingClientRect().x === ${after?.x}`,
    )
    await page.done()
  })
})
