/** The log notes requests that a browser refused and a wallet would not, as far as a page can observe it. */
import { expect, it } from 'vitest'
import { describeInBrowser, SDK_URL } from '../../browser/harness'
import { CONTROL, type DeskPage, onDesk, openControl } from './walletOnDesk'

const notes = (page: DeskPage) =>
  page.evaluate<[kind: string, text: string][]>(
    `client.log.notes.filter(({ kind }) => kind !== 'sdk' && kind !== 'seen' && kind !== 'own-tag').map(({ kind, text }) => [kind, text])`,
  )
const SDK_TAG = `<script src="${SDK_URL}"></script>`
/** What the log says about the page's own tag of upsdk.js. */
const ownTagOf = (page: DeskPage) =>
  page.evaluate<string[]>(`client.log.notes.filter(({ kind }) => kind === 'own-tag').map(({ text }) => text)`)
const expectNotes = (page: DeskPage, expected: [string, string][]) =>
  expect.poll(() => notes(page), { timeout: 120_000 }).toEqual(expected)

describeInBrowser('the log of a page', () => {
  it('has a violation of the page’s policy, with the directive and the address', () =>
    onDesk({ headers: { 'Content-Security-Policy': "default-src 'self'" } }, async (page) => {
      await page.evaluate(`document.body.appendChild(new Image()).src = 'https://pictures.example/a.png?token=1'
        const script = document.createElement('script')
        script.textContent = 'window.ran = true'
        document.body.appendChild(script); 0`)
      await expectNotes(page, [
        ['policy', 'script-src-elem inline'],
        ['policy', 'img-src https://pictures.example/a.png'],
      ])
    }))

  it('has a failed request to another origin once for each address, without its query', () =>
    onDesk({}, async (page) => {
      await page.evaluate(`
        const ask = (address) => fetch(address).catch(() => 0)
        ask('https://api.example/orders?token=1').then(() => ask('https://api.example/orders?token=2')).then(() => {
          const request = new XMLHttpRequest()
          request.open('POST', 'https://api.example/pay')
          request.send()
        }); 0`)
      await expectNotes(page, [
        ['request', 'https://api.example/orders'],
        ['request', 'https://api.example/pay'],
      ])
    }))

  it('has no request that another origin allowed, nor one to the page’s own', () =>
    onDesk({ fresh: true }, async (page) => {
      await page
        .context()
        .route('https://open.example/**', (route) =>
          route.fulfill({ status: 500, headers: { 'access-control-allow-origin': '*' }, body: '{}' }),
        )
      await page.evaluate(
        `fetch('https://open.example/orders').then(() => fetch('/missing').catch(() => 0)); 0`,
      )
      await page.evaluate(`fetch('https://api.example/last').catch(() => 0); 0`)
      await expectNotes(page, [['request', 'https://api.example/last']])
    }))

  it('has every error of the page’s, also one that does not name upsdk', () =>
    onDesk({}, async (page) => {
      await page.evaluate(`
        setTimeout(() => { throw new Error('of the page') })
        setTimeout(() => { const { pay } = window.upsdk.missing })
        setTimeout(() => { upsdkk.pay() }); 0`)
      await expect
        .poll(async () => (await notes(page)).map(([kind, text]) => [kind, /upsdk/.test(text)]))
        .toEqual([
          ['error', false],
          ['error', true],
          ['error', true],
        ])
    }))

  it('does not change fetch and XMLHttpRequest', () =>
    onDesk({}, async (page) => {
      expect(await page.evaluate(`[fetch, XMLHttpRequest.prototype.open].map(String)`)).toEqual([
        'function fetch() { [native code] }',
        'function open() { [native code] }',
      ])
    }))

  it('has the address that the page leaves for, without its query, and a link that only an app opens', () =>
    onDesk({ fresh: true }, async (page) => {
      // The page is kept, so that its log can be read.
      await page.evaluate(`
        navigation.addEventListener('navigate', (event) => { if (!event.destination.url.startsWith(location.origin)) event.preventDefault() })
        history.pushState(null, '', '?step=2')
        location.hash = '#/cart'
        location.href = 'https://pay.example/cashier?tn=1'; 0`)
      await expectNotes(page, [['leaves', 'https://pay.example/cashier']])
    }))

  it('has a link that the wallet would open, which is shown and not followed', () =>
    onDesk({ fresh: true }, async (page) => {
      await page.evaluate(
        `location.href = 'upwallet://applet?encryptAppId=1&toLink=https%3A%2F%2Fa.example'; 0`,
      )
      await expectNotes(page, [['wallet-link', 'upwallet://applet']])
      const drawn = page.locator('[data-upsdk-kit=wallet-page] dialog')
      expect(await drawn.textContent()).toMatch(/upwallet:\/\/applet[\s\S]*"toLink": "https:\/\/a\.example"/)
      await drawn.locator('[data-part=back]').click()
      await drawn.waitFor({ state: 'detached' })
      await page.evaluate(
        `const link = document.createElement('a'); link.id = 'go'; link.textContent = 'go'; link.href = 'upwallet://native/scanCode'; document.body.appendChild(link); 0`,
      )
      await page.locator('#go').click()
      await expect.poll(() => drawn.textContent()).toContain('upwallet://native/scanCode')
    }))

  it('has a link that only an app opens if the page is outside the wallet', () =>
    onDesk({ fresh: true, settings: { insideWallet: false } }, async (page) => {
      await page.evaluate(`navigation.addEventListener('navigate', (event) => event.preventDefault())
        location.href = 'upwallet://applet?id=1'; 0`)
      await expectNotes(page, [['leaves', 'upwallet://applet']])
    }))

  it('says once that a page has no tag of upsdk.js, which upsdk-kit/dev does not wait for', () =>
    onDesk({ body: '<p id="here">here</p>' }, async (page) => {
      await page.locator('#here').click()
      await page.waitForTimeout(3500)
      expect(await notes(page)).toEqual([['act', 'here']])
      expect(await ownTagOf(page)).toEqual([expect.stringContaining('The page has no tag of upsdk.js')])
    }))

  it.each([
    ['above', SDK_TAG, ''],
    ['below', '', SDK_TAG],
    ['async', '', SDK_TAG.replace(' ', ' async ')],
    ['deferred', '', SDK_TAG.replace(' ', ' defer ')],
  ])('says where the page’s own tag stands beside upsdk-kit/dev: %s', (where, head, body) =>
    onDesk({ head, body }, async (page) => {
      const said = { above: 'above', below: 'below', async: 'async', deferred: 'deferred' }[where] || ''
      await expect.poll(() => ownTagOf(page)).toEqual([expect.stringContaining(said)])
    }),
  )

  it('has each entry in the developer’s language', () =>
    onDesk({ language: 'zh-CN', fresh: true }, async (page) => {
      await page.evaluate(`fetch('https://api.example/orders').catch(() => 0); 0`)
      await expectNotes(page, [['request', 'https://api.example/orders']])
      await openControl(page)
      const row = page.locator(`${CONTROL} [data-note=request]`)
      expect(await row.textContent()).toContain('跨域')
      expect(await row.textContent()).toContain('https://api.example/orders')
      expect(await row.textContent()).toContain('https://mini.example')
    }))
})
