/** The wallet on the desk works in pages that stand in its way, or says what it cannot do. */
import { expect, it } from 'vitest'
import { describeInBrowser, SDK_URL } from '../../browser/harness'
import {
  CONTROL,
  call,
  choose,
  type DeskPage,
  hasHeard,
  onDesk,
  openControl,
  SHEET,
  sheetGone,
  sheetOf,
  TN,
  told,
} from './walletOnDesk'

/** A payment is asked for, tapped, and heard of; no error came of it. */
async function expectAsking(page: DeskPage): Promise<void> {
  const before = (await told(page)).length
  await call(page, 'raw', 'pay', TN)
  await choose(page, 'success')
  await hasHeard(page, before + 1)
  expect((await told(page)).pop()?.[0]).toBe('success')
  expect(page.errors).toEqual([])
}

describeInBrowser('the wallet on the desk', () => {
  it.each([
    ['answers', { answers: { pay: 7 } }],
    ['answers', { answers: ['cancelled'] }],
    ['results', { results: 'c' }],
    ['platform', { platform: 'windows' }],
    ['readyAfter', { readyAfter: -1 }],
    ['latency', { latency: '300' }],
    ['ask', { ask: 'yes' }],
  ])('names a malformed setting on the console, leaves it out, and works: %s %j', (name, settings) =>
    onDesk({ settings: { ask: true, ...settings } as object }, async (page) => {
      // `ask` is what it asks by.
      if (name !== 'ask') await expectAsking(page)
      await page.reload()
      expect(page.lines.filter((line) => line.includes(`The setting "${name}"`)).length).toBeGreaterThan(0)
      expect(page.errors).toEqual([])
    }),
  )

  it.each(['{', '[]', '{"answers":3}', '"text"'])(
    'works on after something else was stored in its place: %s',
    (text) =>
      onDesk({ before: `localStorage.setItem('upsdk-kit.wallet', ${JSON.stringify(text)})` }, expectAsking),
  )

  it('takes an answer that no method knows for a code that native gives', () =>
    onDesk({ settings: { answers: { pay: '__proto__', bioDetect: '' } } }, async (page) => {
      await call(page, 'raw', 'pay', TN)
      await hasHeard(page, 1)
      expect((await told(page))[0]?.[0]).toBe('fail')
      expect(page.errors).toEqual([])
    }))

  it.each([
    [`document.querySelectorAll('[data-upsdk-kit]').forEach((element) => element.remove())`, 'its elements'],
    [`document.body.innerHTML = ''`, 'the content of its body'],
    [`document.documentElement.replaceChild(document.createElement('body'), document.body)`, 'its body'],
    [`document.body.textContent = ''; document.head.textContent = ''`, 'its head'],
    [`document.open(); document.write('<title>New</title><p>New</p>'); document.close()`, 'its document'],
  ])('is there again, sheet and control, after the page has run %s', (removal) =>
    onDesk({ fresh: true }, async (page) => {
      await call(page, 'raw', 'pay', TN)
      await sheetOf(page).waitFor()
      await page.evaluate(`${removal}; 0`)
      await choose(page, 'success')
      await hasHeard(page, 1)
      await openControl(page)
      await page.locator(`${CONTROL} [data-method="pay"][data-status="success"]`).waitFor()
    }),
  )

  it('says that it stays away from a page that removes it again and again, which goes on', () =>
    onDesk({ fresh: true }, async (page) => {
      await page.evaluate(`new MutationObserver(() => document.querySelector('${SHEET}')?.remove())
        .observe(document, { childList: true, subtree: true })`)
      await call(page, 'raw', 'pay', TN)
      await page.waitForFunction(`!document.querySelector('${SHEET}')`)
      await expect.poll(() => page.lines.filter((line) => line.includes('keeps removing')).length).toBe(1)
      expect(await page.evaluate('1 + 1')).toBe(2)
    }))

  it('lies above what a page covers it with', () =>
    onDesk({}, async (page) => {
      await page.evaluate(`
        const cover = document.createElement('div')
        cover.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647; background: red'
        document.documentElement.appendChild(cover); 0`)
      await expectAsking(page)
      await openControl(page)
    }))

  it('lies above a modal dialog that the page has open', () =>
    onDesk({ body: '<dialog>Cart</dialog>' }, async (page) => {
      await page.evaluate(`document.querySelector('dialog').showModal()`)
      await expectAsking(page)
      expect(await page.evaluate(`document.querySelector('dialog').open`)).toBe(true)
    }))

  it.each([
    '*:not(html) { display: none !important }',
    'div, html > * { opacity: 0 !important; visibility: hidden !important; pointer-events: none !important }',
    'div { all: unset !important; transform: scale(0) !important; position: absolute !important; left: -9999px !important }',
  ])('is there whatever the page’s style sheet hides: %s', (css) =>
    onDesk({}, async (page) => {
      await page.evaluate(
        `const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(css)}); document.adoptedStyleSheets = [sheet]; 0`,
      )
      await call(page, 'raw', 'pay', { tn: '1' })
      const button = sheetOf(page).locator('[data-outcome=cancelled]')
      await button.click({ timeout: 120_000 })
      await hasHeard(page, 1)
      const opener = page.locator(`${CONTROL} .opener`)
      const { x = 0, y = 0 } = (await opener.boundingBox()) || {}
      expect([x >= 0, y > 0]).toEqual([true, true])
      await opener.click({ timeout: 120_000 })
    }),
  )

  it('waits behind a modal dialog that the page opens over a sheet, and is there when that closes', () =>
    onDesk({ body: '<dialog><button id="ok">OK</button></dialog>' }, async (page) => {
      await call(page, 'raw', 'pay', TN)
      await sheetOf(page).waitFor()
      await page.evaluate(
        `document.querySelector('dialog').showModal(); ok.onclick = () => document.querySelector('dialog').close()`,
      )
      await page.click('#ok')
      await choose(page, 'success')
      await hasHeard(page, 1)
    }))

  it('asks for 1,000 calls of a loop one after the other, and lets all be left at once', () =>
    onDesk({}, async (page) => {
      await page.evaluate(`for (let index = 0; index < 1000; index++) call('raw', 'scanQRCode')`)
      await sheetOf(page).getByText('999 more waiting').waitFor()
      await sheetOf(page).getByRole('button', { name: 'Leave all unanswered' }).click()
      await sheetGone(page)
      await expectAsking(page)
      expect(await page.evaluate<number>('client.log.entries.length')).toBeLessThanOrEqual(1000)
    }))

  it('answers a call that is not asked for while a sheet is open', () =>
    onDesk({}, async (page) => {
      await call(page, 'raw', 'pay', TN)
      await sheetOf(page).waitFor()
      await call(page, 'raw', 'getLocationGps')
      await hasHeard(page, 1)
      expect(await sheetOf(page, 'pay').isVisible()).toBe(true)
      await choose(page, 'cancelled')
      await hasHeard(page, 2)
    }))

  it('lets a sheet go with its page; the next page is asked anew', () =>
    onDesk({ fresh: true }, async (page) => {
      await call(page, 'raw', 'pay', TN)
      await sheetOf(page).waitFor()
      await page.goto('https://mini.example/page?next')
      expect(await sheetOf(page).count()).toBe(0)
      expect(await told(page)).toEqual([])
      await expectAsking(page)
    }))

  it('breaks no strict policy: neither inline scripts and styles, nor HTML text, nor data addresses', () =>
    onDesk(
      {
        headers: {
          'Content-Security-Policy': `default-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`,
        },
        before: `window.violations = []
          document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, sample }) =>
            violations.push([violatedDirective, sourceFile, sample]))`,
      },
      async (page) => {
        await expectAsking(page)
        for (const method of ['scanQRCode', 'chooseImage', 'chooseLocation', 'bioDetect', 'showSharePopup']) {
          await call(page, 'raw', method, { title: 'Shop' })
          await choose(page, 'success')
          await sheetGone(page)
        }
        await call(page, 'raw', 'showFlashInfo', { msg: 'Saved' })
        await call(page, 'raw', 'createWebView', { url: 'https://pay.example/' })
        await page.locator('[data-upsdk-kit="wallet-page"]').getByRole('button', { name: 'Back' }).click()
        const control = await openControl(page, 'settings')
        expect(
          await control.locator('.opener').evaluate((element) => getComputedStyle(element).borderRadius),
        ).not.toBe('0px')
        expect(await page.evaluate('violations')).toEqual([])
      },
    ))

  it('takes taps and keys in a page that guards them in the capture phase of its window', () =>
    onDesk(
      {
        script: `
          for (const type of ['click', 'mousedown', 'pointerdown', 'keydown', 'focusin', 'touchstart'])
            addEventListener(type, (event) => {
              if (document.querySelector('main').contains(event.target)) return
              event.preventDefault()
              event.stopImmediatePropagation()
            }, true)`,
      },
      async (page) => {
        await expectAsking(page)
        await call(page, 'raw', 'scanQRCode')
        await sheetOf(page).getByLabel('Scanned text').click()
        await page.keyboard.press('Control+A')
        await page.keyboard.type('table 9')
        await choose(page, 'success')
        await hasHeard(page, 2)
        expect((await told(page))[1]).toEqual(['success', 'table 9'])
        const control = await openControl(page, 'settings')
        await control.getByLabel('Delay').selectOption('none')
        await control.getByRole('button', { name: 'Close' }).click()
      },
    ))

  it('keeps the focus in its control from a page’s focus trap', () =>
    onDesk(
      {
        body: '<button id="trap">Trap</button>',
        script: `document.addEventListener('focusin', () => trap.focus())`,
      },
      async (page) => {
        const control = await openControl(page, 'settings')
        await control.getByLabel('Delay').focus()
        const focused = `document.querySelector('${CONTROL}').shadowRoot.activeElement?.tagName`
        expect(await page.evaluate(focused)).toBe('SELECT')
      },
    ))

  it('keeps a page’s shortcuts from hearing what is typed in a sheet', () =>
    onDesk(
      { script: `window.keys = []; addEventListener('keydown', ({ key }) => keys.push(key), true)` },
      async (page) => {
        await call(page, 'raw', 'scanQRCode')
        await sheetOf(page).getByLabel('Scanned text').press('x')
        expect(await page.evaluate('keys')).toEqual([])
      },
    ))

  it('keeps the page’s own upsdk.js out, and runs its onload', () =>
    onDesk(
      {
        body: `<script src="${SDK_URL}" onload="window.loaded = true"></script>`,
        script: `window.simulated = upsdk.pay`,
      },
      async (page) => {
        expect(await page.evaluate('[window.loaded, upsdk.pay === simulated]')).toEqual([true, true])
        await expectAsking(page)
      },
    ))

  it('asks in a page whose storage is closed', () =>
    onDesk(
      {
        before: `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })`,
      },
      expectAsking,
    ))
})
