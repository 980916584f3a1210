/** “All situations” survives difficult pages: each run ends and says why, and the next one begins as it should. */
import { afterEach, expect, it } from 'vitest'
import { pause } from '../../../wallet/shared/pause'
import { describeInBrowser } from '../../browser/harness'
import { isWhole, oneOfEach } from '../../support/samples'
import { openPhone, type Phone, useDesk } from './phoneDesk'

const html = (body: string, script: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>Coffee</title><script src="https://open.95516.com/s/open/js/upsdk.js"></script></head><body>${body}<p id="out"></p><script>
function say(text) { document.getElementById('out').textContent = text }
function pay() { upsdk.pluginReady(function () { upsdk.pay({ tn: '1', success: function () { say('paid') } }) }) }
function tap(run) { document.querySelector('button').onclick = run }
${script}</script></body></html>`
/** A field filled and a button clicked, again and again: two hundred actions in all, fewer every day. */
const PAIRS = isWhole ? 100 : 25
const BUTTON = '<button>Go</button>'

/** The page differs at each visit after the first, which its server knows by a cookie. */
const laterVisits = (name: string, change: string) => `
if (document.cookie.includes('${name}')) { ${change} } else document.cookie = '${name}=1'
tap(pay)`

const pages = {
  'index.html': html(BUTTON, 'tap(pay)'),
  'reloads.html': html(
    BUTTON,
    `tap(function () { localStorage.on = 1; location.reload() })
     if (localStorage.on) setTimeout(function () { location.reload() }, 50)`,
  ),
  'windows.html': html(BUTTON, `tap(function () { for (var i = 0; i < 3; i++) open('/index.html') })`),
  'link.html': html('<a href="/index.html" target="_blank">Help</a>', ''),
  'request.html': html(BUTTON, `tap(function () { fetch('/never'); pay() })`),
  'calls.html': html(
    BUTTON,
    `tap(function () { upsdk.pluginReady(function () { for (var i = 0; i < 10000; i++) upsdk.logEvent({ id: i }); pay() }) })`,
  ),
  'calls-after.html': html(
    BUTTON,
    `tap(function () { upsdk.pluginReady(function () {
       upsdk.pay({ tn: '1', success: function () { say('paid') }, fail: function () { say('not paid') } })
       for (var i = 0; i < 1500; i++) upsdk.logEvent({ id: i })
     }) })`,
  ),
  // A page may have a clock of its own, on which its timers never run.
  'own-timers.html': html(
    BUTTON,
    `tap(pay)
     window.setTimeout = window.setInterval = window.requestAnimationFrame = function () { return 1 }
     window.Date = function () { return { getTime: function () { return 0 } } }; Date.now = function () { return 0 }`,
  ),
  'frames.html': html(
    BUTTON,
    `var n = 0; (function draw() { document.body.style.opacity = n++ % 2 ? 1 : 0.99; requestAnimationFrame(draw) })(); tap(pay)`,
  ),
  'zero.html': html(BUTTON, `(function again() { setTimeout(again, 0) })(); tap(pay)`),
  // It waits for time to go by, in microtasks and in none.
  'loops.html': html(
    BUTTON,
    `tap(async function () { var end = Date.now() + 100; while (Date.now() < end) await null
       end = performance.now() + 100; while (performance.now() < end); pay() })`,
  ),
  'alerts.html': html(BUTTON, `tap(function () { for (var n = 0; n < 25; n++) alert('Again') })`),
  'signs.html': html(
    BUTTON,
    `tap(function () { setTimeout(function () { fetch('/api/order?at=' + Date.now()).then(pay) }, 9000) })`,
  ),
  'many.html': html(
    '<input><button>Go</button>',
    `var n = 0; tap(function () { if (++n === ${PAIRS}) pay() })`,
  ),
  'strict.html': `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="script-src 'self'; require-trusted-types-for 'script'"><script src="https://open.95516.com/s/open/js/upsdk.js"></script></head><body>${BUTTON}<p id="out"></p><script src="/strict.js"></script></body></html>`,
  'strict.js': `document.querySelector('button').onclick = function () {
     setTimeout(function () { upsdk.pluginReady(function () { upsdk.pay({ tn: '1', success: function () { document.getElementById('out').textContent = 'paid' } }) }) }, 2000)
   }`,
  'ids.html': html(
    '<div id="box"></div>',
    `document.getElementById('box').innerHTML = '<button id="x' + Math.random().toString().slice(2) + '"><img alt="" width="30" height="30"></button>'
     tap(pay)`,
  ),
  'confirms.html': html(BUTTON, `tap(function () { while (confirm('Again ' + Math.random() + '?')) {} })`),
  'leaves.html': html(BUTTON, `tap(function () { location.href = 'https://elsewhere.example/' })`),
  'hidden.html': html(
    BUTTON,
    laterVisits('hidden', `document.querySelector('button').style.visibility = 'hidden'`),
  ),
  'disabled.html': html(BUTTON, laterVisits('disabled', `document.querySelector('button').disabled = true`)),
  'trusted.html': html(BUTTON, 'tap(function (event) { if (event.isTrusted) pay() })'),
  'cart.html': html('<a href="/cashier.html">Next</a>', ''),
  'cashier.html': html(BUTTON, 'tap(pay)'),
  'on-load.html': html('Cashier', 'pay()'),
  'twice.html': html(
    BUTTON,
    `if (!location.search) tap(function () { setTimeout(function () { location.href = '/twice.html?2' }, 1500) })`,
  ),
  'touch.html': html(
    BUTTON,
    `tap(pay)
     // FastClick does the same.
     document.addEventListener('touchend', function (event) {
       event.preventDefault()
       event.target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
     }, { passive: false })`,
  ),
}

describeInBrowser('all situations of a page', () => {
  const desk = useDesk(pages)
  let phone: Phone
  afterEach(() => phone.reset())

  /** Opens a page, taps its button, and chooses success where the wallet asks. */
  async function tapped(path: string, asks = true): Promise<void> {
    phone = await openPhone(desk, path)
    await phone.frame.locator('button').click()
    if (asks) await phone.frame.locator('[data-outcome=success]').first().click()
  }
  const endOf = async (mode: 'raw' | 'kit' = 'raw') => phone.cell('success', mode).getAttribute('data-end')
  const textOf = async (mode: 'raw' | 'kit' = 'raw') => phone.cell('success', mode).textContent()

  it('end if the page reloads itself for ever', async () => {
    await tapped('/reloads.html', false)
    await phone.runAll({ situations: ['success'], modes: ['raw', 'kit'] })
    expect([await endOf(), await endOf('kit')]).toEqual(['reloads', 'reloads'])
  })

  it.each([
    { path: '/windows.html', windows: 3 },
    { path: '/link.html', windows: 1 },
  ])(
    'say that a page which opens a window must be tried by hand, and open none: $path',
    async ({ path, windows }) => {
      phone = await openPhone(desk, path)
      const { length } = phone.page.context().pages()
      await phone.frame.locator('button, a').first().click()
      const before = length + windows
      await expect.poll(() => phone.page.context().pages()).toHaveLength(before)
      await phone.runAll({ situations: ['success'], modes: ['raw'] })
      expect(await endOf()).toBe('hand')
      expect(phone.page.context().pages()).toHaveLength(before)
    },
  )

  it('end if a request never ends, with its address, and keep the results until then', async () => {
    phone = await openPhone(desk, '/request.html')
    await phone.page.context().route('**/never', () => undefined)
    await phone.frame.locator('button').click()
    await phone.frame.locator('[data-outcome=success]').first().click()
    await phone.runAll({ situations: ['success'], modes: ['raw'] })
    expect(await endOf()).toBe('time')
    expect(await textOf()).toContain('/never 10 秒没有应答')
    expect(await textOf()).toContain('paid')
  })

  it('wait for the next page, which takes longer than a person did, and tap there', async () => {
    phone = await openPhone(desk, '/cart.html')
    const { frame, page } = phone
    await frame.locator('a').click()
    await frame.locator('button').click()
    await frame.locator('[data-outcome=success]').first().click()
    await page.context().route('**/cashier.html', (route) => pause(4000).then(() => route.continue()))
    await phone.runAll({ situations: ['success'], modes: ['raw'] })
    expect(await endOf()).toBe('done')
    expect(await textOf()).toMatch(/paid.*发起支付 1 次/)
  })

  it('count the payment among 10,000 calls', async () => {
    await tapped('/calls.html')
    await phone.runAll({ situations: ['success'], modes: ['raw'] })
    expect(await endOf()).toBe('done')
    expect(await textOf()).toContain('发起支付 1 次')
  })

  it('keep the outcome of a payment that more than 1,000 calls follow, and show it in the log of the run', async () => {
    await tapped('/calls-after.html')
    await expect.poll(() => phone.frame.locator('#out').textContent()).toBe('paid')
    await phone.runAll({ situations: ['success', 'cancelled'], modes: ['raw', 'kit'] })
    for (const mode of ['raw', 'kit'] as const) {
      expect(await endOf(mode)).toBe('done')
      expect(await textOf(mode)).toMatch(/paid.*pay(\.|: )success.*发起支付 1 次/)
      expect(await phone.cell('cancelled', mode).textContent()).toMatch(/not paid.*pay(\.fail|: cancelled)/)
    }
    await phone.page.locator('[data-situation=success]').click()
    await phone.page.locator('[data-part=all-logs]').click()
    await expect
      .poll(() => phone.page.locator('[data-part=all] [data-method=pay]').first().getAttribute('data-status'))
      .toBe('success')
  })

  const difficult = ['own-timers', 'frames', 'zero', 'loops', 'strict']
  it.each(oneOfEach('difficult pages', difficult, (name) => String(difficult.indexOf(name) % 2)))(
    'play a difficult page to its end: %s',
    async (name) => {
      phone = await openPhone({ address: `${desk.address}?situation=success` }, `/${name}.html`)
      await phone.frame.locator('button').click()
      await phone.runAll({ situations: ['success'], modes: ['raw'] })
      expect(await endOf()).toBe('done')
      expect(await textOf()).toContain('发起支付 1 次')
    },
  )

  it('end if the page alerts in a loop', async () => {
    phone = await openPhone(desk, '/alerts.html')
    phone.page.on('dialog', (dialog) => void dialog.accept())
    await phone.frame.locator('button').click()
    await phone.runAll({ situations: ['success'], modes: ['raw'] })
    expect(await endOf()).toBe('dialogs')
  })

  it('sign a request with a time that the server takes: at most a minute ahead', async () => {
    await tapped('/signs.html', false)
    const times: number[] = []
    await phone.page.context().route('**/api/order*', (route) => {
      times.push(Number(new URL(route.request().url()).searchParams.get('at')) - Date.now())
      return route.fulfill({ json: {} })
    })
    await phone.runAll({ situations: ['success'], modes: ['raw'] })
    expect(await textOf()).toContain('发起支付 1 次')
    const ahead = times.at(-1) || 0
    expect(ahead).toBeGreaterThan(5000)
    expect(ahead).toBeLessThan(60_000)
  })

  it('play where the browser draws no frames, as in a hidden tab', async () => {
    await tapped('/index.html')
    await phone.page.evaluate('window.requestAnimationFrame = () => 0')
    await phone.runAll({ situations: ['success'], modes: ['raw'] })
    expect([await endOf(), await textOf()]).toEqual(['done', expect.stringContaining('paid')])
  })

  it(`play ${2 * PAIRS} actions`, async () => {
    phone = await openPhone(desk, '/many.html')
    await phone.frame.locator('body').evaluate(() => undefined)
    for (let count = 0; count < PAIRS; count++) {
      await phone.frame.locator('input').fill(String(count))
      await phone.frame.locator('button').click()
    }
    await phone.frame.locator('[data-outcome=success]').first().click()
    await phone.runAll({ situations: ['success'], modes: ['raw'] })
    expect(await textOf()).toMatch(/paid.*发起支付 1 次/)
  })

  it('find a button whose id differs at each load', async () => {
    await tapped('/ids.html')
    await phone.runAll({ situations: ['success'], modes: ['raw'] })
    expect(await textOf()).toContain('发起支付 1 次')
  })

  it('end if the page asks confirm in a loop, each time another question', async () => {
    phone = await openPhone(desk, '/confirms.html')
    let count = 0
    phone.page.on('dialog', (dialog) => void (++count < 3 ? dialog.accept() : dialog.dismiss()))
    await phone.frame.locator('button').click()
    await phone.runAll({ situations: ['success'], modes: ['raw'] })
    expect(await endOf()).toBe('dialogs')
  })

  it('end if the page leaves for another origin, and start again at the recorded page', async () => {
    phone = await openPhone(desk, '/leaves.html')
    await phone.page
      .context()
      .route('https://elsewhere.example/**', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<p>elsewhere' }),
      )
    await phone.frame.locator('button').click()
    await phone.frame.getByText('elsewhere').waitFor()
    await phone.runAll({ situations: ['success'], modes: ['raw', 'kit'] })
    expect([await endOf(), await endOf('kit')]).toEqual(['left', 'left'])
    expect(await textOf()).toContain('elsewhere.example')
    await phone.frame.locator('button').waitFor()
  })

  it.each(oneOfEach('out of reach', ['hidden', 'disabled'], () => ''))(
    'end at an element that is %s, and name it',
    async (state) => {
      await tapped(`/${state}.html`)
      await phone.runAll({ situations: ['success'], modes: ['raw'] })
      expect(await endOf()).toBe(state)
      expect(await textOf()).toContain('Go')
    },
  )

  it('say that a page which wants trusted taps must be tried by hand', async () => {
    await tapped('/trusted.html')
    await phone.runAll({ situations: ['success'], modes: ['raw'] })
    expect(await endOf()).toBe('untrusted')
  })

  it('play the load of a page that pays without a tap', async () => {
    phone = await openPhone(desk, '/on-load.html')
    await phone.frame.locator('[data-outcome=success]').first().click()
    await expect.poll(() => phone.frame.locator('#out').textContent()).toBe('paid')
    await phone.runAll({ situations: ['success'], modes: ['raw'] })
    expect(await textOf()).toContain('发起支付 1 次')
  })

  it('record the click that a library makes of a touch', async () => {
    phone = await openPhone(desk, '/touch.html')
    const devtools = await phone.page.context().newCDPSession(phone.page)
    await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true })
    const { x = 0, y = 0 } = (await phone.frame.locator('button').boundingBox()) || {}
    const touchPoints = [{ x: x + 5, y: y + 5 }]
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: false })
    await phone.frame.locator('[data-outcome=success]').first().click()
    await phone.runAll({ situations: ['success'], modes: ['raw'] })
    expect(await textOf()).toContain('发起支付 1 次')
  })

  it('end if another phone changes the same desk meanwhile', async () => {
    await tapped('/twice.html', false)
    await expect.poll(() => phone.page.frames()[1]?.url()).toContain('?2')
    const other = await openPhone(desk, '/')
    await other.page.evaluate(
      `setInterval(() => fetch('state', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"situation":"outside"}' }), 50)`,
    )
    await phone.runAll({ situations: ['success'], modes: ['raw'] })
    expect(await endOf()).toBe('changed')
    await other.close()
  })

  it('take no setting from another phone beside this one, which says what that has changed', async () => {
    phone = await openPhone(desk, '/')
    const page = await phone.page.context().newPage()
    await page.goto(`${desk.address}#/`)
    await page.locator('[data-part=situation]').selectOption('c02')
    await expect.poll(() => phone.page.locator('[data-part=situation]').inputValue()).toBe('c02')
    await expect
      .poll(() => phone.page.locator('[data-note=server]').allTextContents())
      .toContainEqual(expect.stringContaining('situation=c02'))
  })
})
