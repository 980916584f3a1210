/**
 * The script-tag example works as it is on the site (GBK, jQuery, old callbacks), with its server and the stand-in
 * for UnionPay.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import type { Page } from '@playwright/test'
import { expect, test } from 'upsdk-kit/playwright'
import { siteFiles } from '../../examples/script-tag/files.mjs'

let server: ChildProcess
let address = ''

test.beforeAll(async () => {
  server = spawn(process.execPath, ['examples/server/start.mjs'], {
    cwd: new URL('../..', import.meta.url),
    env: { ...process.env, PORT: '0' },
  })
  address = await new Promise<string>((found, failed) => {
    let output = ''
    const listen = (chunk: Buffer) => {
      output += chunk
      const printed = /http:\S+/.exec(output)?.[0]
      if (printed) found(printed)
    }
    server.stdout?.on('data', listen)
    server.stderr?.on('data', listen)
    server.on('exit', () => failed(new Error(output)))
  })
})
test.afterAll(() => void server.kill())
test.describe.configure({ mode: 'serial' })
test.use({ locale: 'zh-CN' })

/** The server puts a simulated wallet into the page; this is the published one. */
async function open(page: Page): Promise<void> {
  const files: Record<string, Buffer> = siteFiles()
  for (const [path, name] of [
    ['', 'index.html'],
    ['upsdk-kit.min.js', 'upsdk-kit.min.js'],
  ] as const)
    await page.route(`${address}/${path}`, (route) =>
      route.fulfill({ contentType: path ? 'text/javascript' : 'text/html', body: files[name] as Buffer }),
    )
  await page.goto(address)
}

/** Reports each paid order to the shop's server, as UnionPay does before native answers. */
const payAtOnce = (page: Page) =>
  page.route('**/api/orders', async (route) => {
    const response = await route.fetch()
    const { tn } = await response.json()
    await page.request.post(`${address}/stand-in/paid`, { data: { tn } })
    await route.fulfill({ response })
  })

test('a payment is made: the server’s tn reaches the wallet, and the server says that it is paid', async ({
  page,
  wallet,
}) => {
  await payAtOnce(page)
  await open(page)
  await page.getByText('立即支付').click()
  await expect(wallet).toHaveCalled('pay', { tn: /^\d{10,}/ })
  await expect(page.getByText(/订单 HS[0-9a-f]{12}：已支付/)).toBeVisible()
  await expect(wallet).toHavePaid(1)
})

test('a payment that is cancelled leaves the order open, for the same tn', async ({ page, wallet }) => {
  await wallet.answer('pay', 'cancelled')
  await open(page)
  await page.getByText('立即支付').click()
  await expect(page.getByText(/：未支付/)).toBeVisible()
  await page.getByText('立即支付').click()
  await expect.poll(() => wallet.calls().filter(({ method }) => method === 'pay').length).toBe(2)
  const [first, second] = wallet.calls().filter(({ method }) => method === 'pay')
  expect(second?.params).toEqual(first?.params)
  await expect(wallet).toHavePaid(0)
})

test('a payment without an answer holds back the next tap', async ({ page, wallet }) => {
  await wallet.answer('pay', 'silent')
  await open(page)
  await page.getByText('立即支付').click()
  await expect(wallet).toHaveCalled('pay')
  await page.getByText('立即支付').click()
  await page.waitForTimeout(500)
  expect(wallet.calls().filter(({ method }) => method === 'pay')).toHaveLength(1)
  await expect(wallet).not.toHavePaid()
})

test('a payment without permission (c02) is told to the user', async ({ page, wallet }) => {
  await wallet.answer('pay', 'c02')
  await open(page)
  await page.getByText('立即支付').click()
  await expect(wallet.message()).toHaveText('该支付方式暂未开放，支付未发起，请换一种方式')
  await expect(wallet).toHavePaid(0)
})

test('a login: the server exchanges the code for the member', async ({ page, wallet }) => {
  const code = `anna.base.${Date.now().toString(36)}.${Math.random().toString(36).slice(2)}`
  await wallet.answer('appletAuth', { value: { code } })
  await open(page)
  await page.getByRole('button', { name: '授权' }).click()
  await expect(page.getByText('已登录，会员 8826')).toBeVisible()
  await expect(wallet).toHaveCalled('appletAuth')
})

test.describe('outside the wallet', () => {
  test.use({ walletSettings: { insideWallet: false } })
  test('the user is told where to open it', async ({ page, wallet }) => {
    await open(page)
    await page.getByText('立即支付').click()
    await expect(wallet.message()).toHaveText(/请在云闪付中打开/)
    expect(wallet.calls()).toEqual([])
  })
})
