/** A real wallet gets the recorder from `upsdk-kit wallet --lan`, and keeps the real SDK file and its native side. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import type { Trace } from '../../../wallet/recorder'
import { headlessBrowser } from '../../browser/browsers'
import { describeInBrowser, REAL_SDK, SDK_URL, script, walletAgent } from '../../browser/harness'
import { CORDOVA, JSBRIDGE } from '../../support/nativeSide.mjs'
import { startCommand } from './commandServer'

const KIT = readFileSync('dist/upsdk-kit.js', 'utf8')
const RAW = `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<script src="${SDK_URL}"></script></head><body><button id="pay">付款</button><p id="out"></p><script>
document.getElementById('pay').onclick = function () {
  upsdk.pay({ tn: 'SECRET-TN', success: function () { out.textContent = 'paid' }, fail: function (e) { out.textContent = 'failed ' + (e.msg || e.errmsg) } })
}
upsdk.pluginReady(function () { document.getElementById('out').textContent = 'ready' })
</script></body></html>`
const WITH_KIT = RAW.replace('<script>', '<script src="/kit.js"></script><script>').replace(
  'upsdk.pay({',
  'UpsdkKit.createUpsdk({ raw: upsdk }).pay({',
)

const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

interface Opened {
  page: Page
  agents: string[]
}

/** Opens a page of a target by the address that `--lan` prints. It is on loopback, since no test sends to any other. */
async function open(
  html: string,
  place: { platform: 'ios' | 'android'; bridge: 'cordova' | 'jsbridge' },
): Promise<Opened> {
  const agents: string[] = []
  const target = createServer((request, response) => {
    agents.push(request.headers['user-agent'] || '')
    const isKit = request.url === '/kit.js'
    response.setHeader('Content-Type', isKit ? 'text/javascript; charset=utf-8' : 'text/html')
    response.setHeader('Content-Security-Policy', "script-src 'unsafe-inline' https://open.95516.com")
    response.end(isKit ? KIT : html)
  })
  await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve))
  endings.push(() => {
    target.closeAllConnections()
    target.close()
  })
  const command = await startCommand(`http://127.0.0.1:${(target.address() as AddressInfo).port}`, {
    lan: true,
  })
  endings.push(command.close)
  const context = await (await headlessBrowser()).newContext({
    userAgent: walletAgent(place),
    viewport: { width: 375, height: 667 },
    locale: 'zh-CN',
  })
  endings.push(() => context.close())
  await context.addInitScript(
    `window.native = { answers: new Proxy({}, { get: (_all, name) => (/\\.pay$/.test(name) ? { fail: { msg: 'SECRET' } } : { success: undefined }) }), calls: [], wait: 30 }`,
  )
  await context.route(/^https:.*95516\.com/, (route) => {
    const url = route.request().url()
    if (url === SDK_URL) return route.fulfill(script(REAL_SDK))
    if (url.endsWith('/cordova.js')) return route.fulfill(script(CORDOVA))
    if (url.endsWith('/WebViewJavascriptBridge.js')) return route.fulfill(script(JSBRIDGE))
    return route.abort()
  })
  const page = await context.newPage()
  await page.goto(`http://127.0.0.2:${command.port}/@upsdk-kit/enter?${command.server.key}`)
  return { page, agents }
}

const says = (page: Page, text: string | RegExp) =>
  expect.poll(() => page.locator('#out').textContent(), { timeout: 120_000 }).toMatch(text)

const PLACES = [
  { platform: 'android', bridge: 'cordova' },
  { platform: 'ios', bridge: 'jsbridge' },
] as const

describeInBrowser('a real wallet behind the command', () => {
  it.each(PLACES)('keeps its own upsdk over $bridge on $platform, and is recorded', async (place) => {
    const { page, agents } = await open(RAW, place)
    await says(page, 'ready')
    expect(
      await page.evaluate(
        `[!!window.${place.bridge === 'cordova' ? 'cordova' : 'WebViewJavascriptBridge'}, document.querySelector('script[src$="upsdk.js"]').src]`,
      ),
    ).toEqual([true, SDK_URL])
    await page.click('#pay')
    await says(page, /^failed/)
    // Native got the call, with the page's parameters.
    expect(await page.evaluate('JSON.stringify(native.calls)')).toContain('SECRET-TN')
    // Nothing is simulated, nothing of the kit is in the page's way, and every request has the wallet's own user
    // agent.
    expect(await page.locator('[data-upsdk-kit=wallet]').count()).toBe(0)
    expect(agents).toContain(walletAgent(place))

    await page.locator('[data-upsdk-kit=recorder] .opener').click()
    const row = page.locator('[data-upsdk-kit=recorder] [data-method=pay]')
    expect(await row.getAttribute('data-status')).toBe('failure')
    expect(await page.locator('[data-upsdk-kit=recorder] [data-note=policy]').count()).toBe(1)
    await page.evaluate(
      `navigator.clipboard ? (navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve() }) : (document.execCommand = () => { window.copied = document.activeElement.value; return true })`,
    )
    await page.locator('[data-part=copy-trace]').click()
    await expect.poll(() => page.locator('[data-part=copy-trace]').textContent()).toBe('已复制')
    const text = (await page.evaluate('window.copied')) as string
    expect(text).not.toContain('SECRET')
    const trace = JSON.parse(text) as Trace
    expect(trace).toMatchObject({ version: 1, environment: { insideWallet: true, ...place } })
    expect(trace.methods.length).toBeGreaterThan(50)
    expect(trace.calls).toMatchObject([{ method: 'pay', answers: [{ how: 'fail' }] }])
    await page.locator('[data-upsdk-kit=recorder] .panel .icon-button').first().click()
    expect(await page.locator('[data-upsdk-kit=recorder] .panel').isVisible()).toBe(false)
  })

  it('shows the calls of a page that has the kit in the panel', async () => {
    const { page } = await open(WITH_KIT, PLACES[0])
    await says(page, 'ready')
    await page.click('#pay')
    await says(page, /^failed/)
    await page.locator('[data-upsdk-kit=recorder] .opener').click()
    await expect
      .poll(() => page.locator('[data-upsdk-kit=recorder] .pane').textContent())
      .toMatch(/pay[\s\S]*环境/)
    await page.getByRole('button', { name: '环境' }).click()
    await expect
      .poll(() => page.locator('[data-upsdk-kit=recorder] .pane').textContent())
      .toContain('cordova')
    expect(await page.locator('body').textContent()).not.toContain('录制')
  })
})
