/** The panels of the phone: tabs in a narrow window, folds, and the way to the page by keyboard. */
import { afterEach, describe, expect, it } from 'vitest'
import { describeInBrowser } from '../../browser/harness'
import { openPhone, type Phone, useDesk } from './phoneDesk'

const SDK = '<script src="https://open.95516.com/s/open/js/upsdk.js"></script>'
const page = (script: string, more = '') =>
  `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Shop</title>${SDK}</head><body><button id="pay">Pay</button><p id="out"></p>${more}<script>
function say(text) { document.getElementById('out').textContent = text }
document.getElementById('pay').onclick = function () { upsdk.pay({ tn: '1', success: function () { say('paid') }, fail: function () { say('not paid') } }) }
upsdk.pluginReady(function () { say('ready') })
${script}</script></body></html>`

const CALLS = `upsdk.pluginReady(function () {
  upsdk.setNavigationBarTitle({ title: 'Shop' })
  upsdk.logEvent({ eventId: 'view' })
  upsdk.getLocationGps({ success: function () {}, fail: function () {} })
})`

const pages = {
  'index.html': page(CALLS),
  'thirty.html': page(
    `document.getElementById('pay').onclick = function () {
  var count = 0
  var answered = 0
  var timer = setInterval(function () {
    upsdk.getLocationGps({ success: function (at) { say(++answered === 15 ? 'over' : 'at ' + at.longitude) }, fail: function () {} })
    upsdk.saveData({ key: 'k' + count, value: 'v' })
    if (++count === 15) clearInterval(timer)
  }, 80)
}`,
  ),
  'taps.html': page(
    `${CALLS}
document.getElementById('more').onclick = function () {
  for (var count = 0; count < 3; count++) upsdk.saveData({ key: 'k' + count, value: 'v' })
}`,
    '<button id="more">More</button>',
  ),
  'tall.html': page(CALLS, '<div style="height:9000px">tall</div>'),
  'wide.html': page(CALLS, '<div style="width:5000px;height:20px">wide</div>'),
  'dark.html': page(
    CALLS,
    '<style>:root{color-scheme:dark;background:#000}body{color:#fff;margin:0}</style>',
  ),
  'modal.html': page(
    `${CALLS}
document.getElementById('modal').showModal()`,
    '<dialog id="modal"><button id="in-modal" onclick="upsdk.pay({ tn: \'1\', success: function () { say(\'paid\') } })">Pay here</button></dialog>',
  ),
}

describeInBrowser('the panels of the phone', () => {
  const desk = useDesk(pages)
  let phone: Phone
  afterEach(() => phone.reset())
  const part = (name: string) => phone.page.locator(`[data-part=${name}]`)
  const panel = (name: string) => phone.page.locator(`#panel-${name}`)
  const rows = () => phone.page.locator('[data-upsdk-kit=log] [data-method]')
  const box = async (locator: ReturnType<typeof part>) => {
    const found = await locator.boundingBox()
    if (!found) throw new Error('it is not on the screen')
    return found
  }
  const ready = () => expect.poll(() => phone.frame.locator('#out').textContent()).toBe('ready')
  const focused = () =>
    phone.page.evaluate(
      `(() => { const one = document.activeElement; return one.dataset.part || one.dataset.upsdkKit || one.id || one.className })()`,
    )

  describe('in a narrow window', () => {
    it('count calls on the tab of the log, with a mark beside them as soon as there is a problem', async () => {
      phone = await openPhone(desk, '/', { width: 320, height: 568, locale: 'en' })
      await ready()
      const mark = phone.page.locator('[data-tab=log] .flag')
      await expect.poll(() => part('log-count').textContent()).toMatch(/^3/)
      expect(await mark.isVisible()).toBe(false)
      await phone.frame.locator('body').evaluate('upsdk.pay({})')
      await expect.poll(() => part('log-count').textContent()).toMatch(/^44 calls, \d/)
      expect((await box(mark)).y).toBeCloseTo((await box(part('log-count'))).y, -1)
    })

    it('are tabs, and calls are in view without scrolling', async () => {
      phone = await openPhone(desk, '/', { width: 375, height: 667 })
      await ready()
      const tabs = phone.page.getByRole('tablist').getByRole('tab')
      expect(await tabs.count()).toBe(3)
      await expect.poll(() => part('log-count').textContent()).toMatch(/^3/)
      expect(await panel('log').isVisible()).toBe(false)
      await phone.show('log')
      await expect.poll(() => rows().count()).toBe(3)
      for (const row of await rows().all()) {
        const { y, height } = await box(row)
        expect(y).toBeGreaterThan(0)
        expect(y + height).toBeLessThanOrEqual(667)
      }
      expect(await phone.page.locator('iframe').isVisible()).toBe(false)
      // The title bar neither shines through nor takes the focus.
      const bar = phone.page.locator('[data-upsdk-kit=title-bar]')
      expect(await bar.evaluate((one) => one.closest('[inert]') !== null)).toBe(true)
      const { x, y, width, height } = await box(bar)
      const isAtBar = `!!document.elementFromPoint(${x + width / 2}, ${y + height / 2}).closest('.stage')`
      expect(await phone.page.evaluate(isAtBar)).toBe(false)
    })

    it('keep the page running behind the log, and lead back to it', async () => {
      phone = await openPhone(desk, '/', { width: 375, height: 667 })
      await ready()
      await phone.show('log')
      await phone.page.frames()[1]?.evaluate(`upsdk.saveData({ key: 'a', value: 'b' })`)
      await phone.page.locator('[data-method=saveData]').waitFor()
      await phone.page.keyboard.press('ArrowLeft')
      expect(await focused()).toBe('tab-page')
      await phone.frame.locator('#pay').click()
      await phone.frame.locator('[data-outcome=cancelled]').click()
      await expect.poll(() => phone.frame.locator('#out').textContent()).toBe('not paid')
    })
  })

  describe('at a desk', () => {
    const width = async (name: string) => Math.round((await box(panel(name))).width)

    it('fold and open by a button', async () => {
      phone = await openPhone(desk)
      await ready()
      const before = await width('page')
      await part('fold-settings').click()
      expect(await part('fold-settings').getAttribute('aria-expanded')).toBe('false')
      expect(await panel('settings').isVisible()).toBe(false)
      expect(await width('page')).toBeGreaterThan(before + 100)
      await part('fold-settings').click()
      expect(await width('page')).toBe(before)
      await part('fold-log').click()
      expect(await panel('log').isVisible()).toBe(false)
      await part('fold-log').click()
      await expect.poll(() => rows().count()).toBe(3)
    })

    it('give a device on its side the whole width, with the log below', async () => {
      phone = await openPhone(desk, '/', { width: 1280, height: 800 })
      await ready()
      await part('landscape').click()
      await expect.poll(async () => (await box(part('device'))).width).toBeGreaterThan(640)
      const { y } = await box(panel('log'))
      const device = await box(part('device'))
      expect(y).toBeGreaterThanOrEqual(device.y + device.height)
      expect(await rows().first().isVisible()).toBe(true)
    })
  })

  it.each([
    { width: 1280, height: 860 },
    { width: 375, height: 812 },
    { width: 320, height: 568 },
  ])(
    'move nothing of the log as thirty calls come, and count them at its foot, at $width px',
    async (look) => {
      phone = await openPhone(desk, '/thirty.html', look)
      await ready()
      await phone.show('log')
      await phone.page.evaluate(
        `window.moved = 0; new PerformanceObserver((list) => { for (const one of list.getEntries()) moved += one.value }).observe({ type: 'layout-shift' })`,
      )
      await phone.page.frames()[1]?.evaluate(`document.getElementById('pay').click()`)
      await expect.poll(() => phone.frame.locator('#out').textContent()).toBe('over')
      await part('new-calls').waitFor()
      // What is said of texts comes two seconds after the last call.
      await expect.poll(() => part('diagnoses').textContent()).toContain('提示 1 条')
      expect(await phone.page.evaluate('moved')).toBeLessThan(0.02)
      await part('new-calls').click()
      await expect.poll(() => part('new-calls').isVisible()).toBe(false)
    },
  )

  it.each([800, 960])(
    'show a new tap below whole ones, with no call under the heading of its tap, at %i px',
    async (height) => {
      phone = await openPhone(desk, '/taps.html', { width: 1280, height })
      await ready()
      for (let taps = 1; taps <= 6; taps++) {
        await phone.frame.locator('#more').click()
        await expect.poll(() => rows().count()).toBe(3 + taps * 3)
        const hidden =
          await phone.page.evaluate(`[...document.querySelectorAll('[data-part=tap]')].filter((tap, index, all) => {
        const { top, bottom } = tap.getBoundingClientRect()
        const edge = tap.closest('.log-scroller').getBoundingClientRect().top
        const calls = tap.nextElementSibling?.getBoundingClientRect()
        const next = all[index + 1]?.getBoundingClientRect().top
        const isCut = bottom > edge + 2 && next > edge + 2 && next < bottom - 2
        return tap.checkVisibility() && (isCut || (calls?.top < bottom - 2 && calls.bottom > edge))
      }).length`)
        expect(hidden, `after ${taps} taps`).toBe(0)
      }
    },
  )

  it('fill the window with the page on a phone, in its own size', async () => {
    phone = await openPhone(desk, '/', { width: 375, height: 667 })
    await ready()
    const { x, width, height } = await box(phone.page.locator('iframe'))
    expect([x, width]).toEqual([0, 375])
    expect(height).toBeGreaterThan(480)
  })

  it.each([1280, 375, 320])('stay where they are as “Compare” waits for a tap, at %i px', async (width) => {
    phone = await openPhone(desk, '/', { width, height: 667 })
    await ready()
    const before = await box(phone.page.locator('iframe'))
    await part('compare').click()
    const wait = await box(part('tap-wait'))
    const after = await box(phone.page.locator('iframe'))
    expect(after).toEqual(before)
    expect(wait.y + wait.height).toBeLessThan(after.y)
  })

  it('have the address above all other settings on a phone', async () => {
    phone = await openPhone(desk, '/', { width: 375, height: 667 })
    await phone.show('settings')
    expect((await box(part('path'))).y).toBeLessThan((await box(part('theme'))).y)
  })

  it('show the page to its corners', async () => {
    phone = await openPhone(desk)
    await ready()
    const atCorners = `(() => {
      const { left, right, bottom } = document.querySelector('iframe').getBoundingClientRect()
      return [left + 1, right - 2].map((x) => document.elementFromPoint(x, bottom - 2).tagName)
    })()`
    expect(await phone.page.evaluate(atCorners)).toEqual(['IFRAME', 'IFRAME'])
  })

  describe('by keyboard', () => {
    it('have a first stop that skips to the page, and leaves the address alone', async () => {
      phone = await openPhone(desk, '/#/cart')
      await ready()
      const address = phone.page.url()
      await phone.page.keyboard.press('Tab')
      expect(await focused()).toBe('skip')
      await phone.page.keyboard.press('Enter')
      expect(await focused()).toBe('page')
      expect(phone.page.url()).toBe(address)
      await phone.page.keyboard.press('Tab')
      expect(await phone.page.frames()[1]?.evaluate('document.activeElement.id')).toBe('pay')
    })
  })

  it('have the tools of the log in a menu, which Escape and a tap elsewhere close', async () => {
    phone = await openPhone(desk)
    await ready()
    const { keyboard } = phone.page
    const names = () => phone.page.locator('#log-menu-list button:visible').allTextContents()
    expect(await names()).toEqual([])
    await part('log-menu').click()
    expect(await names()).toEqual(['复制为测试', '复制报告', '保存记录', '清空'])
    await keyboard.press('ArrowUp')
    expect(await focused()).toBe('clear')
    await keyboard.press('Escape')
    expect([await focused(), await names()]).toEqual(['log-menu', []])
    await part('log-menu').click()
    await phone.page.locator('[data-upsdk-kit=log]').click({ position: { x: 5, y: 5 } })
    expect(await names()).toEqual([])
  })

  describe.each([
    { width: 320, height: 568 },
    { width: 1280, height: 800 },
  ])('at $width px hold out against a page', (look) => {
    it.each(['tall', 'wide', 'dark', 'modal'])('that is %s', async (name) => {
      phone = await openPhone(desk, `/${name}.html`, look)
      await ready()
      const device = await box(part('device'))
      const stage = await box(panel('page'))
      expect(device.x).toBeGreaterThanOrEqual(stage.x)
      expect(device.x + device.width).toBeLessThanOrEqual(stage.x + stage.width)
      expect(device.y + device.height).toBeLessThanOrEqual(stage.y + stage.height)
      expect(
        await phone.page.evaluate(
          'document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight',
        ),
      ).toBe(true)
      await phone.frame.locator(name === 'modal' ? '#in-modal' : '#pay').click()
      await phone.frame.locator('[data-upsdk-kit=sheet] [data-outcome=success]').click()
      await expect.poll(() => phone.frame.locator('#out').textContent()).toBe('paid')
      await phone.show('log')
      await expect.poll(() => phone.page.locator('[data-method=pay]').isVisible()).toBe(true)
    })
  })
})
