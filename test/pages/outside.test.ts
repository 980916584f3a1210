/** Outside the wallet: the dialog that leads into the app, under the user agents of where a shared link is opened. */
import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import decodeQr from 'qr/decode.js'
import { expect, it } from 'vitest'
import {
  BROWSER_AGENT,
  describeInBrowser,
  globalFile,
  openPage,
  page,
  SDK_THEN_KIT,
} from '../browser/harness'
import { WITHOUT } from '../browser/oldWebView'
import { still } from '../browser/screen'
import { KIT } from '../browser/scripts'
import { MODULES } from './modules'

const AGENTS = {
  iPhone: BROWSER_AGENT,
  Android:
    'Mozilla/5.0 (Linux; Android 13; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36',
  WeChat:
    'Mozilla/5.0 (Linux; Android 13; M2102J2SC; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.47 Language/zh_CN',
  desktop:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36',
}

const html = (options: string) =>
  page(`<h1>订单</h1><button id="pay">付款</button>${KIT}<script src="/open-in-app.js"></script><script>
  const { createUpsdk, openInApp } = UpsdkKit
  window.upsdkKit = createUpsdk(${options})
  const run = (call) => call.catch((error) => { window.failed = error.reason })
  document.querySelector('#pay').onclick = () => run(upsdkKit.pay({ tn: '1' }))
  if (/load=pay/.test(location.search)) run(upsdkKit.pay({ tn: '1' }))
  if (/load=scan/.test(location.search)) run(upsdkKit.scanQRCode())
</script>`)

const routes = { ...MODULES, 'https://mini.example/open-in-app.js': globalFile('open-in-app') }
const WITH_QR = `{ locale: 'zh-CN', openInApp: openInApp({ encryptAppId: 'app', keep: ['id', 'item'], qr: () => import('/dist/qr.js') }) }`

async function open(
  agent: keyof typeof AGENTS,
  {
    options = WITH_QR,
    query = '',
    fresh = false,
  }: { options?: string; query?: string; fresh?: boolean } = {},
) {
  const desktop = agent === 'desktop'
  const opened = await openPage({
    userAgent: AGENTS[agent],
    html: html(options),
    routes,
    query,
    fresh,
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: desktop ? { width: 1280, height: 800 } : { width: 375, height: 667 },
  })
  const session = await opened.context().newCDPSession(opened)
  const wentTo: string[] = []
  session.on('Page.frameRequestedNavigation', ({ url }) => wentTo.push(url))
  await session.send('Page.enable')
  const done = () => session.detach().then(() => opened.done())
  return Object.assign(Object.create(opened) as Page, { wentTo, done })
}

const text = (opened: Page) => opened.locator('[data-upsdk-kit=dialog] [role=alertdialog]')
const button = (opened: Page, name: string) =>
  opened.locator('[data-upsdk-kit=dialog]').getByRole('button', { name })
const copied = (opened: Page) => opened.evaluate(() => navigator.clipboard.readText())

/** Reads a QR code as it is on the screen. */
async function readQr(opened: Page): Promise<string> {
  await still(opened)
  const picture = await text(opened).locator('canvas').screenshot()
  const pixels = await opened.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const { width, height } = bitmap
    const drawing = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d')
    drawing?.drawImage(bitmap, 0, 0)
    const data = drawing?.getImageData(0, 0, width, height).data || []
    // The bytes are sent as text: a list of numbers takes seconds.
    return { width, height, data: btoa(Array.from(data, (value) => String.fromCharCode(value)).join('')) }
  }, picture.toString('base64'))
  return decodeQr({ ...pixels, data: Uint8Array.from(Buffer.from(pixels.data, 'base64')) })
}

async function look(opened: Page, name: string) {
  if (!process.env.SCREENSHOTS) return
  mkdirSync(process.env.SCREENSHOTS, { recursive: true })
  await still(opened)
  await opened.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png` })
}

describeInBrowser('a tap outside the wallet', () => {
  it.each(['iPhone', 'Android'] as const)(
    'in a browser of %s opens the app, and shows a link to copy if that has no effect',
    async (agent) => {
      const opened = await open(agent, { query: '?id=7&code=secret', fresh: true })
      // The clock is set before the dialog, which reads the page's time from its first frame on.
      await opened.clock.install()
      await opened.click('#pay')
      await text(opened).waitFor()
      expect(await text(opened).textContent()).toContain('请在云闪付中打开本页面')
      await look(opened, `${agent}-1`)
      await button(opened, '打开云闪付').click()
      await expect
        .poll(() => opened.wentTo, { timeout: 120_000 })
        .toEqual([
          `upwallet://applet?encryptAppId=app&toLink=${encodeURIComponent('https://mini.example/page?id=7')}&scenarioId=1006`,
        ])
      await opened.clock.fastForward(5000)
      await button(opened, '复制链接').waitFor({ timeout: 120_000 })
      await look(opened, `${agent}-2`)
      // A real click has no effect once a headless browser was asked for an app that it does not have.
      await button(opened, '复制链接').dispatchEvent('click')
      await opened.waitForSelector('[data-upsdk-kit=toast]', { state: 'attached' })
      expect(await copied(opened)).toBe('https://mini.example/page?id=7')
      await look(opened, `${agent}-3`)
      await opened.done()
    },
  )

  it('shows nothing more if the app comes up', async () => {
    const opened = await open('Android', { fresh: true })
    await opened.clock.install()
    await opened.click('#pay')
    await button(opened, '打开云闪付').click()
    await opened.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await opened.clock.runFor(30_000)
    expect(await opened.locator('[data-upsdk-kit]').count()).toBe(0)
    await opened.done()
  })

  it('in WeChat, which blocks such links, shows a link to copy at once', async () => {
    const opened = await open('WeChat')
    await opened.click('#pay')
    await button(opened, '复制链接').waitFor({ timeout: 120_000 })
    expect(await text(opened).textContent()).toMatch(/^请在云闪付中打开本页面 请点击右上角/)
    expect(opened.wentTo).toEqual([])
    await look(opened, 'WeChat-2')
    await opened.done()
  })

  it('on a desktop shows a QR code of the page that a phone can read', async () => {
    const opened = await open('desktop', { query: '?id=7&tn=secret' })
    await opened.click('#pay')
    await text(opened).locator('canvas').waitFor()
    await look(opened, 'desktop-2')
    expect(await readQr(opened)).toBe('https://mini.example/page?id=7')
    await button(opened, '复制链接').click()
    await opened.waitForSelector('[data-upsdk-kit=toast]', { state: 'attached' })
    expect(await copied(opened)).toBe('https://mini.example/page?id=7')
    await opened.done()
  })

  it('on a desktop shows a QR code that can be read from the screen, for the longest address allowed', async () => {
    const query = `?item=${'a'.repeat(460)}`
    const opened = await open('desktop', { query })
    await opened.click('#pay')
    await text(opened).locator('canvas').waitFor()
    await look(opened, 'desktop-long')
    expect(await readQr(opened)).toBe(`https://mini.example/page${query}`)
    await opened.done()
  })

  it('on a desktop shows a link to copy if a QR code would be too fine', async () => {
    const opened = await open('desktop', { query: `?item=${'a'.repeat(800)}` })
    await opened.click('#pay')
    await button(opened, '复制链接').waitFor()
    expect(await text(opened).locator('canvas').count()).toBe(0)
    await opened.done()
  })

  it('on a desktop without the QR module shows a link to copy', async () => {
    const opened = await open('desktop', {
      options: `{ locale: 'en', openInApp: openInApp({ encryptAppId: 'app' }) }`,
    })
    await opened.click('#pay')
    await button(opened, 'Copy link').click()
    await opened.waitForSelector('[data-upsdk-kit=toast]', { state: 'attached' })
    expect(await copied(opened)).toBe('https://mini.example/page')
    await opened.done()
  })

  it('leaves no QR code behind when the kit is destroyed', async () => {
    const opened = await open('desktop')
    await opened.click('#pay')
    await text(opened).locator('canvas').waitFor()
    await opened.evaluate('upsdkKit.destroy()')
    expect(await opened.locator('[data-upsdk-kit]').count()).toBe(0)
    await opened.done()
  })

  it('is not needed for a payment: a cashier that pays on load shows where to open the page', async () => {
    const opened = await open('WeChat', { query: '?load=pay', fresh: true })
    await text(opened).waitFor()
    expect(await opened.evaluate('window.failed')).toBe('outside-wallet')
    await opened.done()
  })

  it('is needed for anything else: other calls on load show nothing', async () => {
    const opened = await open('WeChat', { query: '?load=scan', fresh: true })
    await opened.waitForFunction('window.failed')
    expect(await opened.evaluate('window.failed')).toBe('outside-wallet')
    await opened.clock.install()
    await opened.clock.runFor(1000)
    expect(await opened.locator('[data-upsdk-kit]').count()).toBe(0)
    await opened.click('#pay')
    await text(opened).waitFor()
    await opened.done()
  })
})

describeInBrowser('in an old browser outside the wallet', () => {
  it('a tap leads into the app, and to a link that is copied in the old way', async () => {
    const opened = await openPage({
      userAgent: `${BROWSER_AGENT} MicroMessenger/8.0`,
      before: WITHOUT,
      html: page(`${SDK_THEN_KIT}<script src="/open.js"></script>`),
      routes: { 'https://mini.example/open.js': globalFile('open-in-app') },
    })
    await opened.evaluate(
      `window.kit = UpsdkKit.createUpsdk({ locale: 'en', openInApp: UpsdkKit.openInApp({ encryptAppId: 'app' }) }); document.execCommand = (name) => { window.copied = [name, document.activeElement.value]; return true }; kit.pay({ tn: '1' }).catch(() => {})`,
    )
    const press = (label: string) =>
      opened.evaluate(
        `new Promise((resolve) => { const look = () => { const host = document.querySelector('[data-upsdk-kit=dialog]'); const button = host && Array.from(host.shadowRoot.querySelectorAll('button')).filter((one) => one.textContent === '${label}')[0]; if (button) resolve(button.click()); else setTimeout(look, 20) }; look() })`,
      )
    await press('Copy link')
    await opened.waitForFunction('window.copied')
    expect(await opened.evaluate('window.copied')).toEqual(['copy', 'https://mini.example/page'])
    await opened.done()
  })
})
