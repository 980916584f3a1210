/** The phone runs all situations, keeps its state in its link, and says on a first run what to do. */
import { readFileSync } from 'node:fs'
import axe from 'axe-core'
import { afterEach, expect, it } from 'vitest'
import { describeInBrowser } from '../../browser/harness'
import { openPhone, type Phone, useDesk } from './phoneDesk'

const SDK = '<script src="https://open.95516.com/s/open/js/upsdk.js"></script>'
const html = (body: string, script: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>Coffee</title>${SDK}</head><body>${body}<p id="out"></p><script>
function say(text) { document.getElementById('out').textContent = text }
${script}</script></body></html>`

const PAY = `document.getElementById('pay').onclick = function () {
  if (!confirm('Pay now?')) return
  upsdk.pluginReady(function () {
    upsdk.pay({ tn: '2018', success: function () { say('paid') }, fail: function (error) { say(error.msg) } })
  })
}`
const pages = {
  'index.html': html('<button id="pay">Pay</button>', PAY),
  // As a framework does after load.
  'drawn.html': html(
    '<div id="app"></div>',
    `onload = function () {
  setTimeout(function () {
    document.getElementById('app').innerHTML = '<h1>Menu</h1><button id="order">Order</button>'
    document.getElementById('order').onclick = function () {
      document.getElementById('app').insertAdjacentHTML('beforeend', '<ul><li>A</li><li>B</li><li>C</li><li>D</li><li>E</li></ul>')
      say('Sold out')
    }
  }, 50)
}`,
  ),
  // Its dialog stands in the document, hidden by the style sheet, until a class shows it.
  'hidden.html': html(
    `<style>.dialog { display: none } .failed .dialog { display: block }</style><button id="pay">Pay</button>
<div class="dialog"><h3>Sorry</h3><p>Not paid</p><button>OK</button></div>`,
    `document.getElementById('pay').onclick = function () {
  upsdk.pluginReady(function () {
    upsdk.pay({ tn: '1', success: function () { say('paid') }, fail: function () { document.body.className = 'failed' } })
  })
}`,
  ),
  'at-once.html': html(
    '<div id="app"></div>',
    `onload = function () {
  upsdk.scanQRCode({})
  document.getElementById('app').innerHTML = '<p>Not scanned</p>'
}`,
  ),
  // The page says itself that no answer came, after 3 s, and polls its server meanwhile, for ever.
  'says-itself.html': html(
    '<button id="pay">Pay</button>',
    `document.getElementById('pay').onclick = function () {
  setInterval(function () { document.body.dataset.polled = String(Date.now()) }, 800)
  setTimeout(function () { if (!document.getElementById('out').textContent) say('Look at your orders') }, 3000)
  upsdk.pluginReady(function () { upsdk.pay({ tn: '2018', success: function () { say('paid') } }) })
}`,
  ),
  // What it shows of a cancellation is text for developers: a mark, but not of money.
  'words-failures.html': html(
    '<button id="pay">Pay</button>',
    `document.getElementById('pay').onclick = function () {
  upsdk.pluginReady(function () {
    upsdk.pay({ tn: '2018', success: function () { say('paid') }, fail: function (error) {
      say(/取消/.test(error.msg) ? JSON.stringify({ errmsg: error.msg }) : '支付失败，请重试')
    } })
  })
}`,
  ),
  'asks.html': html(
    '<label><input type="radio" name="size">Large</label><button id="pay">Pay</button>',
    `document.getElementById('pay').onclick = function () {
  if (!confirm('Pay now?')) return say('Not now')
  upsdk.pluginReady(function () { upsdk.pay({ tn: '1', success: function () { say('paid') } }) })
}`,
  ),
  'chooses.html': html(
    '<button id="fifty">50</button><button id="hundred">100</button>',
    `document.getElementById('fifty').onclick = function () { say('Chosen: 50 yuan') }
document.getElementById('hundred').onclick = function () { say('Chosen: 100 yuan'); upsdk.pluginReady(function () { upsdk.pay({ tn: '1' }) }) }`,
  ),
  'kit.html': html(
    '<button id="pay">Pay</button><button id="order">Order</button><a href="/hidden.html">Orders</a>',
    `</script><script>${readFileSync('dist/upsdk-kit.min.js', 'utf8')}</script><script>
var kit = UpsdkKit.createUpsdk()
document.getElementById('pay').onclick = function () { kit.pay({ tn: '1' }).then(function () { say('Paid') }, function () { say('Not confirmed') }) }
document.getElementById('order').onclick = function () { say('Order 12') }`,
  ),
  'target.html': html(
    `<style>.sheet { display: none } .sheet:target { display: block }</style><button id="pay">Pay</button>
<div class="sheet" id="sheet"><p>Not paid: look at your orders</p></div>`,
    `document.getElementById('pay').onclick = function () {
  upsdk.pluginReady(function () { upsdk.pay({ tn: '1', fail: function () { location.hash = 'sheet' } }) })
}`,
  ),
  'slides.html': html(
    `<style>.sheet { position: fixed; bottom: 0; transform: translateY(100%); transition: transform 0.3s } .sheet:target { transform: none }
.toast { opacity: 0; transition: opacity 0.3s } .toast.on { opacity: 1 }</style><button id="pay">Pay</button>
<div class="sheet" id="sheet"><p>Not paid: look at your orders</p></div><div class="toast"><p>Sent</p></div>`,
    `document.getElementById('pay').onclick = function () {
  upsdk.pluginReady(function () {
    document.querySelector('.toast').className = 'toast on'
    upsdk.pay({ tn: '1', fail: function () { location.hash = 'sheet' } })
  })
}`,
  ),
  'stays.html': html(
    '<button id="choose">Choose</button><button id="pay">Top up</button>',
    `document.getElementById('choose').onclick = function () { say('30 yuan') }
document.getElementById('pay').onclick = function () { this.disabled = true; upsdk.pluginReady(function () { upsdk.pay({ tn: '1' }) }) }`,
  ),
  // A clock counts on while an alert is open, and after it.
  'alerts.html': html(
    '<button id="pay">Pay</button><button id="order">Order</button><p>Left: <span id="left">900</span> s</p>',
    `setInterval(function () { document.getElementById('left').textContent -= 1 }, 1000)
document.getElementById('pay').onclick = function () {
  say('Paying')
  upsdk.pluginReady(function () { upsdk.pay({ tn: '1', fail: function (error) { alert('Not paid: ' + error.msg); say('') } }) })
}
document.getElementById('order').onclick = function () { say('Order 12') }`,
  ),
  'draws.html': html(
    '<button id="pay">Pay</button><canvas id="result" width="200" height="50"></canvas>',
    `document.getElementById('pay').onclick = function () {
  function draw() { document.getElementById('result').getContext('2d').fillText('Ask at the desk', 10, 20) }
  upsdk.pluginReady(function () { upsdk.pay({ tn: '1', success: draw, fail: draw }) })
}`,
  ),
  'framed.html': html('<iframe title="Cashier" src="/index.html"></iframe>', ''),
  // The button is there at the first visit alone, as the server's cookie knows.
  'gone.html': html(
    '<div id="box"></div>',
    `if (!/visited/.test(document.cookie)) {
  document.cookie = 'visited=1'
  document.getElementById('box').innerHTML = '<button id="once">Once</button>'
  document.getElementById('once').onclick = function () { upsdk.pluginReady(function () { upsdk.pay({ tn: '1' }) }) }
}`,
  ),
}

describeInBrowser('the phone with all situations', () => {
  const desk = useDesk(pages)
  let phone: Phone
  afterEach(() => phone.reset())
  const part = (name: string) => phone.page.locator(`[data-part=${name}]`)
  async function compare(): Promise<void> {
    phone = await openPhone(desk, '/hidden.html')
    await phone.frame.locator('#pay').click()
    await part('compare').click()
  }

  it('plays a tap again in either mode, marks raw text, and opens the log of a cell', async () => {
    phone = await openPhone(desk)
    phone.page.on('dialog', (dialog) => void dialog.accept())
    await phone.frame.locator('#pay').click()
    await phone.frame.locator('[data-outcome=success]').first().click()
    await expect.poll(() => phone.frame.locator('#out').textContent()).toBe('paid')
    await phone.runAll({ situations: ['c02'], modes: ['raw', 'kit'] })
    const { cell } = phone
    expect(await cell('c02', 'raw').getAttribute('data-marked')).toBe('true')
    expect(await cell('c02', 'raw').textContent()).toContain('ILLEGAL_ACCESS_EXCEPTION')
    expect(await cell('c02', 'raw').textContent()).toContain('confirm「Pay now?」')
    expect(await cell('c02', 'kit').textContent()).toContain('该支付方式暂未开放，支付未发起，请换一种方式')
    expect(await cell('c02', 'kit').getAttribute('data-marked')).toBe('false')
    await phone.page.evaluate(axe.source)
    const found = await phone.page.evaluate(
      `axe.run(document, { iframes: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
    )
    expect(found).toEqual([])
    expect(await part('all-cost').textContent()).toContain('2 次')
    await part('all-logs').click()
    await expect.poll(() => part('all').locator('[data-method=pay]').count()).toBe(2)
    expect(await part('all').locator('.run-log .mark').allTextContents()).toHaveLength(1)
  })

  it('shows the page in two phones after a tap and a click, as it stood, and is read by the keyboard', async () => {
    await compare()
    const phones = part('all').locator('[data-run] iframe')
    await expect.poll(() => phones.count(), { timeout: 120_000 }).toBe(2)
    await part('all-again').waitFor({ timeout: 0 })
    await part('all').locator('[data-situation=c02]').focus()
    await phone.page.keyboard.press('Enter')
    expect(await part('all').locator('[aria-current]').getAttribute('data-situation')).toBe('c02')
    const shown = part('all').frameLocator('[data-run=raw] iframe')
    await expect.poll(() => shown.getByText('Not paid').isVisible()).toBe(true)
    await phone.page.keyboard.press('Escape')
    expect(await part('all').isVisible()).toBe(false)
    expect(await phone.page.evaluate('document.activeElement.dataset.part')).toBe('compare')
    // The runs are still there.
    await phone.page.keyboard.press('Enter')
    expect(await part('all-again').isVisible()).toBe(true)
  })

  it('has no second phone for a page with the kit that leads to one without', async () => {
    phone = await openPhone(desk, '/kit.html')
    await phone.page.locator('[data-part=has-kit]').waitFor()
    await phone.frame.getByText('Orders').click()
    await phone.frame.locator('.dialog').waitFor({ state: 'attached' })
    await part('compare').click()
    await part('all-again').waitFor({ timeout: 120_000 })
    expect(await part('all').locator('[data-situation] [data-mode=raw]').count()).toBeGreaterThan(0)
    expect(await part('all').locator('[data-situation] [data-mode=kit]').count()).toBe(0)
  })

  it('leaves a dialog of the kit before the next tap', async () => {
    phone = await openPhone(desk, '/kit.html')
    await phone.frame.locator('#pay').click()
    await phone.frame.locator('[data-outcome=success]').first().click()
    await phone.frame.locator('#order').click()
    await phone.runAll({ situations: ['failed'], modes: ['raw'] })
    expect(await phone.cell('failed', 'raw').textContent()).toContain('Order 12')
  })

  it('leaves it by the button that the user tapped, where it comes, and goes on', async () => {
    phone = await openPhone(desk, '/kit.html')
    await phone.frame.locator('#pay').click()
    await phone.frame.locator('[data-outcome="02"]').first().click()
    await phone.frame.getByText('知道了').click()
    await phone.frame.locator('#order').click()
    await phone.runAll({ situations: ['failed', 'success'], modes: ['raw'] })
    expect(await phone.cell('failed', 'raw').textContent()).toContain('Order 12')
    expect(await phone.cell('success', 'raw').textContent()).toContain('Order 12')
  })

  it('ends its runs where it is closed, and keeps what has run', async () => {
    await compare()
    const ran = part('all').locator('[data-situation] [data-mode][data-marked]')
    await expect.poll(() => ran.count(), { timeout: 120_000 }).toBeGreaterThan(0)
    await part('all-close').click()
    await part('compare').click()
    await part('all-again').waitFor({ timeout: 120_000 })
    const all = await part('all').locator('[data-situation] [data-mode]').count()
    expect(await ran.count()).toBeLessThan(all)
  })

  it('says that taps in a frame of the page cannot be played again', async () => {
    phone = await openPhone(desk, '/framed.html')
    phone.page.on('dialog', (dialog) => void dialog.dismiss())
    await phone.frame.frameLocator('iframe').locator('#pay').click()
    await expect.poll(() => part('diagnosed-log').textContent()).toContain('点“Pay”')
    await part('compare').click()
    expect(await part('tap-wait').textContent()).toMatch(/^页面内嵌框架（iframe）里的操作不能重放/)
    await part('tap-wait-close').click()
  })

  it('waits for a tap where there was none, and starts after it', async () => {
    phone = await openPhone(desk, '/hidden.html')
    const isFocused = (name: string) => part(name).evaluate((one) => one === document.activeElement)
    await part('compare').click()
    expect(await part('tap-wait').textContent()).toContain('先在页面里点一下')
    expect(await isFocused('all-on-load')).toBe(true)
    await phone.page.keyboard.press('Escape')
    expect(await part('tap-wait').isVisible()).toBe(false)
    expect(await isFocused('compare')).toBe(true)
    await part('compare').click()
    await phone.frame.locator('#pay').click()
    await part('all-stop').waitFor()
    expect(await part('tap-wait').isVisible()).toBe(false)
    await part('all-close').click()
    await expect.poll(() => phone.frame.locator('#pay').isVisible()).toBe(true)
  })

  it.each([
    ['en-US', 'dark', 375],
    ['zh-CN', 'light', 1280],
  ] as const)(
    'axe finds nothing as it runs, after it and outside: %s, %s, %i px',
    async (locale, colorScheme, width) => {
      phone = await openPhone({ address: `${desk.address}?mode=kit&situation=outside` }, '/', {
        locale,
        colorScheme,
        width,
      })
      phone.page.on('dialog', (dialog) => void dialog.accept())
      await phone.frame.locator('#pay').click()
      await phone.show('settings')
      await phone.page.locator('.options summary').click()
      await phone.show('log')
      await part('compare').click()
      const look = async () => {
        await phone.page.evaluate(axe.source)
        return phone.page.evaluate(
          `axe.run(document, { iframes: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
        )
      }
      expect(await look()).toEqual([])
      await part('all-again').waitFor({ timeout: 0 })
      expect(await look()).toEqual([])
    },
  )

  it.each([
    ['en-US', 375],
    ['zh-CN', 375],
    ['en-US', 1280],
  ] as const)('cuts off no control with text of 24 px: %s, %i px', async (locale, width) => {
    const look = { locale, width, height: 800, fontSize: 24 }
    phone = await openPhone({ address: `${desk.address}?mode=kit` }, '/', look)
    expect(await phone.page.evaluate('getComputedStyle(document.documentElement).fontSize')).toBe('24px')
    await phone.frame.locator('#pay').waitFor()
    const cutNow = () =>
      phone.page.evaluate<string[]>(`[...document.querySelectorAll('button, select, a, h1, h2')]
      .filter((one) => one.checkVisibility() && !one.closest('.device'))
      .filter((one) => {
        const { left, right } = one.getBoundingClientRect()
        const isHidden = getComputedStyle(one).clipPath !== 'none'
        return !isHidden && (left < 0 || right > innerWidth + 1 || one.scrollWidth > one.clientWidth + 1)
      })
      .map((one) => one.dataset.part || one.textContent)`)
    for (const panel of ['page', 'log', 'settings'] as const) {
      await phone.show(panel)
      expect(await cutNow(), panel).toEqual([])
    }
  })

  it('tells messages from the content that a page draws after load, and from lists', async () => {
    phone = await openPhone(desk, '/drawn.html')
    await phone.frame.locator('#order').click()
    await phone.runAll({ situations: ['success'], modes: ['raw'] })
    const seen = await phone.cell('success', 'raw').textContent()
    expect(seen).toContain('「Sold out」')
    expect(seen).not.toContain('Menu')
    expect(seen).not.toContain('ABC')
  })

  it('tells a message that stood hidden in the page', async () => {
    phone = await openPhone(desk, '/hidden.html')
    await phone.frame.locator('#pay').click()
    await phone.frame.locator('[data-outcome=success]').first().click()
    await phone.runAll({ situations: ['success', 'c02'], modes: ['raw'] })
    expect(await phone.cell('c02', 'raw').textContent()).toMatch(/「Sorry」.*「Not paid」/)
    expect(await phone.cell('c02', 'raw').getAttribute('data-marked')).toBe('false')
    expect(await phone.cell('success', 'raw').textContent()).not.toContain('Sorry')
  })

  it('tells a message that a page shows at its load, after a call', async () => {
    phone = await openPhone(desk, '/at-once.html')
    await expect.poll(async () => (await phone.seen()).join()).toContain('Not scanned')
  })

  it.each([
    ['cancelled', /^用户取消/],
    ['success', /^成功/],
  ])('shows first what was chosen last on a sheet: %s', async (outcome, title) => {
    phone = await openPhone(desk)
    phone.page.on('dialog', (dialog) => void dialog.accept())
    await phone.frame.locator('#pay').click()
    await phone.frame.locator(`[data-outcome="${outcome}"]`).first().click()
    await expect.poll(() => phone.frame.locator('#out').textContent()).not.toBe('')
    await part('compare').click()
    await expect.poll(() => part('run-main').locator('h3').textContent()).toMatch(title)
  })

  it('shows first what may cost the user money, and says that the page words it itself', async () => {
    phone = await openPhone(desk, '/words-failures.html')
    await phone.frame.locator('#pay').click()
    await phone.frame.locator('[data-outcome=success]').first().click()
    await part('compare').click()
    await phone.page.locator('[data-part=copy-markdown]:enabled').waitFor({ timeout: 0 })
    expect(await phone.cell('cancelled', 'raw').getAttribute('data-marked')).toBe('true')
    expect(await part('run-main').locator('h3').textContent()).toMatch(/^失败/)
    expect(await part('own-words').count()).toBe(1)
    await phone.page.locator('[data-part=all] [data-situation=success]').click()
    expect(await part('own-words').count()).toBe(0)
  })

  it('waits for a text of the page’s own, but not for ever for one that polls', async () => {
    phone = await openPhone(desk, '/says-itself.html')
    await phone.frame.locator('#pay').click()
    await phone.frame.locator('[data-outcome=success]').first().click()
    await phone.runAll({ situations: ['silent', 'bridge-late'], modes: ['raw'] })
    const [silent, late] = [phone.cell('silent', 'raw'), phone.cell('bridge-late', 'raw')]
    expect(await silent.textContent()).toContain('「Look at your orders」')
    expect(await silent.getAttribute('data-marked')).toBe('false')
    expect(await silent.getAttribute('data-end')).toBe('done')
    expect(await late.textContent()).toMatch(/「Look at your orders」.*「paid」.* 操作后 \d\.\d s/)
  })

  it('answers a question as the user did, and chooses a box once', async () => {
    phone = await openPhone(desk, '/asks.html')
    await phone.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    phone.page.on('dialog', (dialog) => void dialog.dismiss())
    await phone.frame.getByText('Large').click()
    await phone.frame.locator('#pay').click()
    // The phone has the answer too.
    await expect.poll(phone.seen).toContainEqual(expect.stringContaining('Pay now? →'))
    await phone.runAll({ situations: ['success'], modes: ['raw'] })
    const cell = await phone.cell('success', 'raw').textContent()
    expect(cell).toContain('Not now')
    expect(cell).not.toContain('paid')
    await part('copy-tests').click()
    const copied = await phone.page.evaluate<string>('navigator.clipboard.readText()')
    expect(copied).toContain('const answers: (boolean | string)[] = [false]')
    expect(copied.split('setChecked(true)')).toHaveLength(2)
  })

  it('shows the page at the end of its last action, whatever text an earlier one showed', async () => {
    phone = await openPhone(desk, '/stays.html')
    await phone.frame.locator('#choose').click()
    await expect.poll(() => phone.frame.locator('#out').textContent()).toBe('30 yuan')
    await phone.frame.locator('#pay').click()
    await phone.frame.locator('[data-outcome=cancelled]').first().click()
    await phone.runAll({ situations: ['silent'], modes: ['raw'] })
    const picture = part('all').frameLocator('[data-run=raw] iframe')
    const button = picture.getByText('Top up')
    await expect.poll(() => button.count(), { timeout: 10_000 }).toBe(1)
    expect(await button.isDisabled()).toBe(true)
  })

  it('shows the page behind an alert as it stood then, whatever counts on', async () => {
    phone = await openPhone(desk, '/alerts.html')
    phone.page.on('dialog', (dialog) => void dialog.accept())
    await phone.page.waitForTimeout(2200)
    await phone.frame.locator('#pay').click()
    await phone.frame.locator('[data-outcome=cancelled]').first().click()
    await phone.runAll({ situations: ['failed'], modes: ['raw'] })
    const run = part('all').locator('[data-run=raw]')
    await expect
      .poll(() => run.locator('.run-dialog').textContent({ timeout: 10_000 }))
      .toContain('Not paid: 支付失败')
    const page = run.locator('iframe').contentFrame()
    await expect.poll(() => page.getByText('Paying').count(), { timeout: 10_000 }).toBe(1)
  })

  it('shows the step that a mark is about in both phones, and leads to the end and back, while nothing moves', async () => {
    phone = await openPhone(desk, '/alerts.html')
    phone.page.on('dialog', (dialog) => void dialog.accept())
    await phone.frame.locator('#pay').click()
    await phone.frame.locator('[data-outcome=cancelled]').first().click()
    await phone.frame.locator('#order').click()
    await phone.runAll({ situations: ['failed'], modes: ['raw', 'kit'] })
    const inBoth = async (expected: readonly (string | RegExp)[]) => {
      for (const [index, mode] of ['raw', 'kit'].entries()) {
        const run = part('all').locator(`[data-run=${mode}]`)
        const dialog = await run.locator('.run-dialog').allTextContents()
        const orders = run.locator('iframe').contentFrame().getByText('Order 12')
        await expect.poll(() => orders.count(), { timeout: 10_000 }).toBe(dialog.length ? 0 : 1)
        expect(dialog.join()).toMatch(expected[index] || /^$/)
      }
    }
    await inBoth([/Not paid: 支付失败/, /Not paid: 支付结果待确认/])
    const button = (name: string) => part('all').locator('[data-run=raw]').getByRole('button', { name })
    const isShown = (name: string) => button(name).getAttribute('aria-pressed')
    const places = () =>
      part('all')
        .locator('.run-phone, .run-said p')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()))
    expect([await isShown('看画面：支付已发出'), await isShown('看画面：最后')]).toEqual(['true', 'false'])
    const before = await places()
    await button('看画面：最后').click()
    await inBoth([])
    expect([await isShown('看画面：支付已发出'), await isShown('看画面：最后')]).toEqual(['false', 'true'])
    await expect.poll(places).toEqual(before)
    await button('看画面：支付已发出').click()
    await inBoth([/Not paid: 支付失败/, /Not paid: 支付结果待确认/])
  })

  it('tells and shows a sheet that the fragment of the address opens', async () => {
    phone = await openPhone(desk, '/target.html')
    await phone.frame.locator('#pay').click()
    await phone.frame.locator('[data-outcome=cancelled]').first().click()
    await phone.runAll({ situations: ['failed'], modes: ['raw'] })
    expect(await phone.cell('failed', 'raw').textContent()).toContain('「Not paid: look at your orders」')
    const sheet = part('all').frameLocator('[data-run=raw] iframe').getByText('Not paid')
    await expect.poll(() => sheet.isVisible(), { timeout: 10_000 }).toBe(true)
  })

  it('tells a toast that fades in and a sheet that comes from below the screen, once each', async () => {
    phone = await openPhone(desk, '/slides.html')
    await phone.frame.locator('#pay').click()
    await phone.frame.locator('[data-outcome=cancelled]').first().click()
    const told = ['Sent', 'Not paid: look at your orders']
    await expect.poll(phone.seen).toEqual(told.map((text) => expect.stringContaining(text)))
    await phone.runAll({ situations: ['failed'], modes: ['raw'] })
    for (const text of told) expect(await phone.cell('failed', 'raw').textContent()).toContain(`「${text}」`)
  })

  it('does not deny what a canvas shows, which it does not read', async () => {
    phone = await openPhone(desk, '/draws.html')
    await phone.frame.locator('#pay').click()
    await phone.frame.locator('[data-outcome=success]').first().click()
    await phone.runAll({ situations: ['failed'], modes: ['raw'] })
    expect(await phone.cell('failed', 'raw').textContent()).toContain('画布（canvas）里的内容没有读取')
    expect(await phone.cell('failed', 'raw').getAttribute('data-marked')).toBe('false')
  })

  it('tells and shows a text that an action changed in its digits alone', async () => {
    phone = await openPhone(desk, '/chooses.html')
    await phone.frame.locator('#fifty').click()
    await phone.frame.locator('#hundred').click()
    await phone.frame.locator('[data-outcome=cancelled]').first().click()
    await phone.runAll({ situations: ['silent'], modes: ['raw'] })
    expect(await phone.cell('silent', 'raw').textContent()).toMatch(
      /「Chosen: 50 yuan」.*「Chosen: 100 yuan」/,
    )
    // The cancellation, which was shown before, is left out.
    const picture = part('all').frameLocator('[data-run=raw] iframe')
    await expect.poll(() => picture.getByText('Chosen: 100 yuan').count(), { timeout: 10_000 }).toBe(1)
  })

  it('ends a run whose element is gone, with its name', async () => {
    phone = await openPhone(desk, '/gone.html')
    await phone.frame.locator('#once').click()
    await phone.frame.locator('[data-outcome=cancelled]').click()
    await phone.runAll({ situations: ['success'], modes: ['raw'] })
    expect(await phone.cell('success', 'raw').getAttribute('data-end')).toBe('missing')
    expect(await phone.cell('success', 'raw').textContent()).toContain('Once')
  })

  it('says what to do while the log is empty, and takes its state from a link', async () => {
    phone = await openPhone({ address: `${desk.address}?situation=c02&mode=kit&size=320x568&nonsense=1` })
    await expect.poll(() => part('situation').inputValue()).toBe('c02')
    await expect
      .poll(() => phone.page.locator('iframe').evaluate((one) => (one as HTMLElement).offsetWidth))
      .toBe(320)
    await expect
      .poll(() => phone.page.locator('[data-note=server]').allTextContents())
      .toContainEqual(expect.stringContaining('nonsense=1'))
    expect(await part('hint').textContent()).toContain('点页面里的按钮试试')
    await expect
      .poll(() => new URL(phone.page.url()).search)
      .toBe(
        '?situation=c02&mode=kit&size=320x568&landscape=0&platform=android&bridge=cordova&theme=system&language=zh_CN',
      )
    await part('situation').selectOption('outside')
    await part('address-bar').waitFor()
    expect(await phone.page.locator('[data-upsdk-kit=title-bar]').isVisible()).toBe(false)
  })
})
