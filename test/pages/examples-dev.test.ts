/** The shops of `examples/` as they are developed, each by the server that `npm run example` starts. */
import { type ChildProcess, spawn } from 'node:child_process'
import type { Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import { headlessBrowser } from '../browser/browsers'
import { describeInBrowser } from '../browser/harness'
import { isWhole, oneOfEach } from '../support/samples'

const VITE = 'examples/node_modules/vite/bin/vite.js'
const SHOPS = [
  ['vue-vant', [VITE, 'examples/vue-vant'], 'as printed'],
  ['react-antd-mobile', [VITE, 'examples/react-antd-mobile'], 'as printed'],
  ['script-tag', ['examples/server/start.mjs'], 'as printed'],
  ['script-tag', ['examples/server/start.mjs'], 'localhost'],
] as const

/** The shops in a phone, with what makes their servers take another port than one that a developer has open. */
const IN_PHONE: ReadonlyArray<readonly [name: string, ...more: string[]]> = [
  ['vue-vant', '--port', '5391', '--strictPort'],
  ['react-antd-mobile', '--port', '5392', '--strictPort'],
  ['script-tag'],
]

/** Pays on the wallet's sheet, and waits until the shop says so. */
async function confirmPayment(shop: Pick<Page, 'getByRole' | 'getByText'>): Promise<void> {
  await shop.getByRole('button', { name: '确认支付' }).click()
  await shop
    .getByText(/已支付/)
    .first()
    .waitFor()
}

/** Runs all situations, and reads what came of them, without times. */
async function allSituations(page: Page, start: string): Promise<{ cells: string[]; seconds: number }> {
  const started = performance.now()
  await page.locator(`[data-part=${start}]`).click()
  await page.locator('[data-part=all-stop]').waitFor()
  await page.locator('[data-part=copy-markdown]:enabled').waitFor({ timeout: 0 })
  const seconds = (performance.now() - started) / 1000
  const cells = await page.locator('[data-situation] [data-mode]').allInnerTexts()
  // Each order has a number of its own.
  return { cells: cells.map((text) => text.replace(/\d+\.\d s|HS\w+/g, '')), seconds }
}

describeInBrowser('while it is developed', () => {
  let server: ChildProcess | undefined
  afterEach(() => void server?.kill())

  /** @returns the address that the server prints */
  function serve(args: readonly string[], wanted = /http:\/\/(localhost|127\.0\.0\.1):\d+/): Promise<string> {
    const { NODE_ENV: _, ...env } = process.env
    const started = spawn(process.execPath, args, { env: { ...env, PORT: '0', NO_COLOR: '1' } })
    server = started
    return new Promise((resolve, reject) => {
      let printed = ''
      const read = (chunk: Buffer) => {
        printed += chunk
        const [found] = wanted.exec(printed) || []
        if (found) resolve(found)
      }
      started.stdout.on('data', read)
      started.stderr.on('data', read)
      started.on('exit', () => reject(new Error(printed)))
    })
  }

  it.each(oneOfEach('shops', SHOPS, () => ''))(
    'the shop %s shows the wallet’s sheet for a payment, and its server hears of it',
    async (_name, args, host) => {
      const printed = await serve(args)
      const address = host === 'localhost' ? printed.replace('127.0.0.1', host) : printed
      const context = await (await headlessBrowser()).newContext({ locale: 'zh-CN', isMobile: true })
      const page = await context.newPage()
      await page.route('https://open.95516.com/**', (route) => route.abort())
      // In a browser that is driven the wallet asks only where it is told to.
      await page.addInitScript('window.upsdkKitDev = { ask: true }')
      await page.goto(address)
      const pay = page.getByText('立即支付', { exact: true }).first()
      await pay.click({ timeout: 120_000 })
      await page.locator('[data-outcome=cancelled]').click()
      await page.getByText('未支付').first().waitFor()
      await pay.click()
      await confirmPayment(page)
      expect(await page.evaluate(`localStorage.getItem('half-sugar-order')`)).toBe(null)
      // On a computer it is as wide as a phone.
      await page.setViewportSize({ width: 1280, height: 800 })
      for (const part of ['.item', '.bar, .van-submit-bar'])
        expect((await page.locator(part).first().boundingBox())?.width).toBeLessThanOrEqual(480)
      await context.close()
    },
  )

  it.each(oneOfEach('shops in a phone', IN_PHONE, () => ''))(
    'npm run example %s prints the address of a phone, in which the shop is paid',
    async (name, ...more) => {
      const phone = await serve(['scripts/example.mjs', name, ...more], /http:\/\/\S+@upsdk-kit\/\S*/)
      const context = await (await headlessBrowser()).newContext({ locale: 'zh-CN' })
      const page = await context.newPage()
      await page.addInitScript(
        "Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false })",
      )
      await page.goto(phone)
      const shop = page.frameLocator('iframe[data-upsdk-kit=page]')
      const pay = shop.getByText('立即支付', { exact: true }).first()
      await pay.waitFor({ timeout: 120_000 })
      // Whoever taps sooner than a person can has a payment beside calls that are still open, and so has each run.
      if (isWhole) await page.waitForTimeout(2500)
      await pay.click()
      await confirmPayment(shop)
      await page.locator('[data-upsdk-kit=log] [data-method=pay]').first().waitFor()
      if (isWhole) {
        const first = await allSituations(page, 'compare')
        const again = await allSituations(page, 'all-again')
        expect(again.cells).toEqual(first.cells)
        expect(Math.max(first.seconds, again.seconds)).toBeLessThan(60)
        process.stdout.write(`${name}: ${first.seconds.toFixed(1)} and ${again.seconds.toFixed(1)} s\n`)
      }
      await context.close()
    },
  )
})
