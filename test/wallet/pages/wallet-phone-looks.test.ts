/** The phone's own texts and controls fit, at a desk and on a phone, in both languages. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { describeInBrowser } from '../../browser/harness'
import { oneOfEach, pairs } from '../../support/samples'
import { startCommand } from './commandServer'
import { openPhone, type Phone, useDesk } from './phoneDesk'

const SDK = '<script src="https://open.95516.com/s/open/js/upsdk.js"></script>'
const html = (script: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>Coffee</title>${SDK}</head><body><button id="pay">Pay</button><p id="out"></p><script>
document.getElementById('pay').onclick = function () { ${script} }</script></body></html>`
const PAY = `upsdk.pluginReady(function () {
  function say(text) { document.getElementById('out').textContent = text }
  upsdk.pay({ tn: '1', success: function () { say('paid') }, fail: function (error) { say('Not paid: ' + error.msg) } })
})`

/**
 * Texts of the phone that another text lies over, or that are cut off at a side of the window or of a box that scrolls.
 * The screen of all situations covers everything else, and what is scrolled out of it is not seen. A text that ends in an
 * ellipsis is as wide as its element.
 */
const WRONG = `(() => {
  const all = document.querySelector('[data-part=all]')
  const ownTexts = (one) => [...one.childNodes].filter((node) => node.nodeType === 3 && node.data.trim())
  const texts = [...(all.checkVisibility() ? all : document.body).querySelectorAll('*')].filter((one) =>
    one.checkVisibility() && !one.closest('svg, option, script, .sr, [data-part=device]') &&
    getComputedStyle(one).clipPath === 'none' && ownTexts(one).length)
  const boxOf = (one) => {
    const own = ownTexts(one)
    const range = document.createRange()
    range.setStartBefore(own[0])
    range.setEndAfter(own[own.length - 1])
    const text = range.getBoundingClientRect()
    const { right } = getComputedStyle(one).textOverflow === 'ellipsis' ? one.getBoundingClientRect() : text
    const isWhole = (scroller) => getComputedStyle(scroller).overflowY === 'visible'
    const scrollers = [one.closest('.run-list, details, .run-side, .run-main'), one.closest('.all-body')].filter((box) => box && !isWhole(box))
    const { top, bottom } = scrollers[0]?.getBoundingClientRect() || text
    const y = Math.max(text.top, top)
    return new DOMRect(text.x, y, Math.min(text.right, right) - text.x, Math.max(0, Math.min(text.bottom, bottom) - y))
  }
  const shown = texts.map((one) => ({ one, box: boxOf(one) }))
  const wrong = shown.filter(({ one, box }) => box.left < -1 || box.right > innerWidth + 1).map(({ one }) => 'cut: ' + one.textContent)
  for (const { one, box } of shown)
    for (const other of shown) {
      if (one.contains(other.one) || other.one.contains(one)) continue
      const width = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
      const height = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top)
      if (width > 2 && height > 8 && one.compareDocumentPosition(other.one) & 4 && !one.closest('.side') === !other.one.closest('.side'))
        wrong.push('over each other: ' + one.textContent + ' / ' + other.one.textContent)
    }
  document.querySelectorAll('.side, .all, .all-body, .run-side, .run-main, .desk, html').forEach((one) => {
    if (one.scrollWidth > one.clientWidth + 1) wrong.push('scrolls sideways: ' + one.className)
  })
  return wrong
})()`

/** Controls of the phone that are smaller than a finger needs. Links in a text are not. */
const SMALL = `[...document.querySelectorAll('button, select, textarea, summary, a[aria-label], input, label.check')]
  .map((one) => one.closest('label.check') || one)
  .filter((one) => one.checkVisibility() && (one.getBoundingClientRect().height < 43.9 || one.getBoundingClientRect().width < 43.9))
  .map((one) => (one.dataset.part || one.className || one.tagName) + ' ' + one.textContent.slice(0, 20))`

/** Lists whose chosen value is wider than what they show. */
const CUT_LISTS = `[...document.querySelectorAll('select')].filter((one) => one.checkVisibility()).filter((one) => {
  const { font, paddingLeft, paddingRight } = getComputedStyle(one)
  const context = document.createElement('canvas').getContext('2d')
  context.font = font
  const arrow = 16
  return context.measureText(one.selectedOptions[0].text).width > one.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - arrow
}).map((one) => one.value)`

/** What scrolls up and down on the screen of the situations. */
const SCROLLERS = `[...document.querySelectorAll('.all *')]
  .filter((one) => one.checkVisibility() && one.scrollHeight > one.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(one).overflowY))
  .map((one) => one.className)`

const LANGUAGES = ['zh-CN', 'en'] as const
const TABLES = pairs(
  'looks of the table',
  LANGUAGES.map((locale) => ({ locale })),
  [
    { width: 1280, height: 800 },
    { width: 375, height: 667 },
  ],
)

describeInBrowser('the looks of the phone', () => {
  const desk = useDesk({
    'index.html': html(PAY),
    'long.html': html(`var out = document.getElementById('out')
;[1, 2, 3, 4].forEach(function (count) {
  setTimeout(function () {
    upsdk.getLocationCity({ success: function () {} })
    out.textContent = 'Asks ' + 'abcd'[count - 1]
  }, 500 * count)
})`),
    // A situation that no call of the success meets is not run.
    'leaves.html': html(`upsdk.pluginReady(function () {
  function leave() { location.href = 'https://elsewhere.example/cashier' }
  upsdk.pay({ tn: '1', success: leave, fail: leave })
})`),
  })
  let phone: Phone
  afterEach(() => phone.reset())
  const part = (name: string) => phone.page.locator(`[data-part=${name}]`)
  /** Another one stands in the head of the situations. */
  const useIt = () => phone.page.locator('#panel-log [data-part=use-it]')
  const wrong = () => phone.page.evaluate(WRONG)

  it.each(oneOfEach('tables that fit', TABLES, () => ''))(
    'all situations fit at $width × $height, with what each run ended by, in $locale',
    async (look) => {
      phone = await openPhone(desk, '/leaves.html', look)
      await phone.page
        .context()
        .route('https://elsewhere.example/**', (route) =>
          route.fulfill({ contentType: 'text/html', body: '<p>' }),
        )
      await phone.frame.locator('#pay').click()
      await phone.frame.locator('[data-outcome=success]').click()
      await phone.show('log')
      await expect.poll(() => phone.page.locator('[data-note=leaves]').count()).toBe(1)
      await phone.runAll({ situations: ['success', 'c02'], modes: ['raw', 'kit'] })
      expect(await phone.cell('c02', 'kit').textContent()).toContain('https://elsewhere.example/cashier')
      expect(await wrong()).toEqual([])
      expect(await part('all').locator('[data-end=left]').count()).toBe(4)
    },
  )

  /** Runs the success, chooses it in the list, and measures both phones and the list. */
  async function bothPhones(width: number) {
    phone = await openPhone(desk, '/', { width, height: 700 })
    await phone.frame.locator('#pay').click()
    await phone.frame.locator('[data-outcome=success]').click()
    await phone.runAll({ situations: ['success'], modes: ['raw', 'kit'] })
    await phone.page.locator('[data-part=all] [data-situation=success]').click()
    const [raw, kit] = await Promise.all(
      ['raw', 'kit'].map((mode) => phone.page.locator(`[data-run=${mode}] iframe`).boundingBox()),
    )
    return { raw, kit, list: await phone.page.locator('.run-list').boundingBox() }
  }

  it.each([375, 320])('changes the phones of a situation in one place, at %i px', async (width) => {
    const { raw, kit } = await bothPhones(width)
    if (!raw) throw new Error('it is not on the screen')
    expect(kit).toBe(null)
    // A choice has led to it.
    expect(raw.y + raw.height).toBeLessThan(700)
    await part('all-switch').getByRole('button').nth(1).click()
    // It gets its size as it is drawn.
    await expect.poll(() => phone.page.locator('[data-run=kit] iframe').boundingBox()).toEqual(raw)
    expect(await phone.page.locator('[data-run=raw] iframe').isVisible()).toBe(false)
    await part('all-to-list').click()
    expect((await phone.page.locator('[aria-current]').boundingBox())?.y).toBeGreaterThan(50)
  })

  it('has one scroller for the logs of a situation, at 375 px', async () => {
    phone = await openPhone(desk, '/long.html', { width: 375, height: 667 })
    await phone.frame.locator('#pay').click()
    await expect.poll(() => phone.frame.locator('#out').textContent()).toBe('Asks d')
    await phone.runAll({ situations: ['success'], modes: ['raw', 'kit'] })
    await part('all-logs').click()
    for (const mode of ['raw', 'kit']) {
      await part('all-switch').locator(`[value=${mode}]`).click()
      await phone.page.locator(`.run-log[data-run=${mode}]`).waitFor()
      expect(await phone.page.evaluate(SCROLLERS)).toEqual(['all-body'])
    }
  })

  it('has both phones of a situation beside each other, at 560 px', async () => {
    const width = 560
    const { raw, kit, list } = await bothPhones(width)
    const right = (one: typeof raw) => (one ? one.x + one.width : Number.NaN)
    expect(raw?.x).toBeGreaterThan(right(list))
    expect(kit?.x).toBeGreaterThan(right(raw ?? null))
    expect(kit?.y).toBe(raw?.y)
    expect(right(kit ?? null)).toBeLessThanOrEqual(width)
    expect((kit?.y ?? Number.NaN) + (kit?.height ?? Number.NaN)).toBeLessThanOrEqual(700)
  })

  it.each([
    { width: 375, height: 667, rows: 10 },
    { width: 320, height: 568, rows: 7 },
  ])('has $rows situations in sight at $width px', async ({ rows, ...look }) => {
    phone = await openPhone(desk, '/', look)
    await phone.frame.locator('#pay').click()
    await phone.frame.locator('[data-outcome=success]').click()
    await phone.runAll({ situations: ['success'], modes: ['raw', 'kit'] })
    await phone.page.locator('.all-body').evaluate('(body) => body.scrollTo(0, 0)')
    const row = await phone.page.locator('.run-row').first().boundingBox()
    if (!row) throw new Error('it is not on the screen')
    expect(Math.floor((look.height - row.y) / row.height)).toBeGreaterThanOrEqual(rows)
  })

  it('has what came of the calls in sight on the smallest phone', async () => {
    phone = await openPhone(desk, '/', { locale: 'en', width: 320, height: 568 })
    await phone.frame.locator('#pay').click()
    await phone.frame.locator('[data-outcome="02"]').click()
    await phone.runAll({ situations: ['success', 'failed'], modes: ['raw', 'kit'] })
    await phone.page.locator('[data-part=all] [data-situation=failed]').click()
    const said = phone.page.locator('.run-said')
    const { y, height } = (await said.first().boundingBox()) || { y: Number.NaN, height: 0 }
    expect(y + height).toBeLessThan(568)
    expect(await said.count()).toBe(2)
  })

  describe.each(oneOfEach('controls', LANGUAGES, () => ''))('in %s', (locale) => {
    it('every control is large enough for a finger at 375 px', async () => {
      phone = await openPhone({ address: `${desk.address}?mode=kit` }, '/', {
        locale,
        width: 375,
        height: 667,
      })
      await phone.frame.locator('#pay').click()
      await phone.frame.locator('[data-outcome=cancelled]').click()
      expect(await phone.page.evaluate(SMALL)).toEqual([])
      await phone.show('log')
      await phone.page.locator('[data-upsdk-kit=log] [data-method=pay] button').first().click()
      await part('log-menu').click()
      expect(await phone.page.evaluate(SMALL)).toEqual([])
      await useIt().click()
      expect(await phone.page.evaluate(SMALL)).toEqual([])
      await part('use-it-close').click()
      await phone.show('settings')
      for (const one of await phone.page.locator('summary').all()) await one.click()
      expect(await phone.page.evaluate(SMALL)).toEqual([])
      await part('compare').click()
      await part('all-again').waitFor({ timeout: 0 })
      expect(await phone.page.evaluate(SMALL)).toEqual([])
    })

    it('the settings show their values at 1280 px', async () => {
      phone = await openPhone(desk, '/', { locale, width: 1280, height: 800 })
      const fixed = JSON.stringify({ answers: { pay: '02', showShareMorePanel: 'cancelled' } })
      await phone.page.evaluate(
        (body) => fetch('state', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }),
        fixed,
      )
      await phone.page.reload()
      const rows = phone.page.locator('[data-fixed]')
      await expect.poll(() => rows.count()).toBe(2)
      expect(await phone.page.evaluate(CUT_LISTS)).toEqual([])
      const buttons = await rows
        .getByRole('button')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right))
      expect(new Set(buttons.map(Math.round)).size).toBe(1)
    })
  })

  it.each(oneOfEach('title bar', LANGUAGES, () => ''))(
    'the title bar has room for the title of the page in place of a missing one, in %s',
    async (locale) => {
      const folder = mkdtempSync(join(tmpdir(), 'upsdk-kit-folder-'))
      writeFileSync(join(folder, 'index.html'), '<p>home')
      const command = await startCommand(folder)
      onTestFinished(async () => {
        await command.close()
        rmSync(folder, { recursive: true })
      })
      phone = await openPhone({ address: `${command.origin}/@upsdk-kit/` }, '/missing.html', { locale })
      const title = phone.page.locator('[data-upsdk-kit=title-bar] .name')
      await expect.poll(() => title.textContent()).toBeTruthy()
      expect(await title.evaluate((one) => one.scrollWidth > one.clientWidth)).toBe(false)
    },
  )

  it.each(['raw', 'kit'])('shows all lines that a page needs for the kit, in mode %s', async (mode) => {
    phone = await openPhone({ address: `${desk.address}?mode=${mode}` }, '/', { width: 1280, height: 800 })
    await useIt().click()
    const isCut = await part('lines').evaluate((one) => one.scrollHeight > one.clientHeight + 1)
    expect(isCut).toBe(false)
    await phone.page.keyboard.press('Escape')
    expect(await useIt().evaluate((one) => one === document.activeElement)).toBe(true)
  })

  it('names the delay of an answer as a length, and when the bridge is up as a time', async () => {
    phone = await openPhone(desk, '/', { locale: 'en' })
    const options = (name: string) =>
      phone.page.locator(`label:has(> span:text-is("${name}")) option`).allTextContents()
    expect(await options('Delay')).toEqual(['none', '300 ms', '1500 ms', '5000 ms'])
    expect(await options('Bridge up')).toEqual(['at once', 'after 300 ms', 'after 3000 ms', 'never'])
  })

  it.each([
    { width: 1024, height: 768 },
    { width: 375, height: 667 },
  ])('cuts no value in the log at $width px, and has all results in one column', async (size) => {
    phone = await openPhone(desk, '/', size)
    await phone.choose({ situation: 'success' })
    const appId = 'a5949221470c4059b9b0b45a90c81527'
    await phone.frame.locator('body').evaluate(`upsdk.pluginReady(() => {
      upsdk.setNavigationBarTitle({ title: 'Coffee and cake' })
      upsdk.appletAuth({ appId: '${appId}', success() {} })
      upsdk.pay({ success() {}, fail() {} })
    })`)
    await phone.show('log')
    // A log that is opened after its first problem begins with the problems.
    await phone.page.locator('[data-tab=log-all]').click()
    const calls = phone.page.locator('[data-upsdk-kit=log] [data-method]')
    await expect.poll(() => calls.count()).toBe(3)
    await expect.poll(() => calls.nth(1).getAttribute('data-status')).toBe('success')
    const values = phone.page.locator('[data-part=parameter]')
    expect(await values.evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth))).toEqual([
      0, 0,
    ])
    // A call without a parameter has one line where there is room, and its result before the time.
    const edgesOf = (part: string) =>
      calls.locator(part).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right))
    expect(new Set(await edgesOf('.duration')).size).toBe(1)
    expect(new Set((await edgesOf('.status')).slice(0, 2)).size).toBe(1)
  })

  it('opens a log with problems at its causes on a phone, and leads from the tabs back to their start', async () => {
    phone = await openPhone(desk, '/', { width: 375, height: 667 })
    await phone.choose({ situation: 'failed' })
    const isChosen = (tab: string) =>
      phone.page.locator(`[data-tab=log-${tab}]`).getAttribute('aria-selected')
    await phone.show('log')
    expect(await isChosen('all')).toBe('true')
    await phone.show('page')
    await phone.frame.locator('body').evaluate(`upsdk.pluginReady(() =>
      upsdk.getLocationGps({ success() {}, fail(error) {
        const text = document.createElement('p')
        text.textContent = String(error)
        document.body.append(text)
      } }))`)
    await phone.page.locator('[data-part=panel-bar] .flag').waitFor()
    await phone.show('log')
    await expect.poll(() => isChosen('problems')).toBe('true')
    await phone.page.locator('[data-part=causes] [data-part=raw-texts]').waitFor()
    // Whoever has chosen a tab keeps it.
    await phone.page.locator('[data-tab=log-all]').click()
    await phone.show('page')
    await phone.show('log')
    expect(await isChosen('all')).toBe('true')
  })

  it('begins the problems at their first row, wherever all rows were read', async () => {
    phone = await openPhone(desk, '/', { width: 1280, height: 700 })
    await phone.choose({ situation: 'failed' })
    await phone.frame.locator('body').evaluate(`upsdk.pluginReady(() => {
      for (let count = 0; count < 60; count++) upsdk.getLocationGps({ page: String(count), success() {}, fail() {} })
      for (let count = 0; count < 12; count++) upsdk['none' + count]?.()
    })`)
    const scroller = phone.page.locator('.log-scroller')
    await expect
      .poll(() => phone.page.locator('[data-upsdk-kit=log] [data-method]').count())
      .toBeGreaterThan(0)
    await scroller.evaluate((one) => one.scrollTo(0, 9999))
    await phone.page.locator('[data-tab=log-problems]').click()
    await expect.poll(() => scroller.evaluate((one) => one.scrollTop)).toBe(0)
  })

  it('reloads the page from its tab on a phone, where the path stands above the settings', async () => {
    phone = await openPhone(desk, '/', { width: 375, height: 667 })
    const reload = phone.page.locator('[data-part=reload-page]')
    expect((await reload.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await phone.frame.locator('body').evaluate('window.isOld = true')
    await reload.click()
    await expect.poll(() => phone.frame.locator('body').evaluate('window.isOld')).toBe(undefined)
  })

  it('cuts no method and no result in a log of 320 px', async () => {
    phone = await openPhone(desk, '/', { locale: 'en', width: 320, height: 568 })
    await phone.choose({ situation: 'success' })
    await phone.frame
      .locator('body')
      .evaluate("upsdk.pluginReady(() => upsdk.setNavigationBarRightButton({ title: 'Share' }))")
    await phone.show('log')
    const row = phone.page.locator('[data-upsdk-kit=log] [data-method=setNavigationBarRightButton]')
    await expect.poll(() => row.getAttribute('data-status')).toBe('success')
    for (const part of ['.name', '.status'])
      expect(await row.locator(part).evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
  })

  it('shows the name of an error of native in full', async () => {
    phone = await openPhone(desk)
    await phone.frame.locator('#pay').click()
    await phone.frame.locator('[data-outcome=c02]').click()
    await expect.poll(() => phone.frame.locator('#out').textContent()).toContain('Not paid')
    // It comes before a sheet, so it holds for the next payment.
    await phone.frame.locator('#pay').click()
    const row = phone.page.locator('[data-upsdk-kit=log] [data-method=pay]').nth(1)
    await expect.poll(() => row.getAttribute('data-status')).toBe('failure')
    await row.getByRole('button').first().click()
    expect(await row.locator('.steps').textContent()).toContain('ILLEGAL_ACCESS_EXCEPTION')
  })
})
