/**
 * The script-tag example works with its server, as `npm run example script-tag` starts both: one command, a real
 * page in Chromium, a simulated wallet, the shop's server, and the stand-in for UnionPay behind it.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { explain } from '../../src/index'
import { headlessBrowser } from '../browser/browsers'
import { describeInBrowser } from '../browser/harness'

const SOON = { timeout: 120_000 }
const TOAST = '[data-upsdk-kit="toast"]'
const messageOf = (reason: 'unauthorized' | 'system') =>
  explain(reason === 'unauthorized' ? 'a31' : 'SG99', { locale: 'zh-CN' }).message

describeInBrowser('the script-tag example with its server', () => {
  let command: ChildProcess
  let url = ''
  let output = ''

  beforeAll(async () => {
    command = spawn(process.execPath, ['examples/server/start.mjs'], { env: { ...process.env, PORT: '0' } })
    url = await new Promise<string>((found, failed) => {
      const listen = (chunk: Buffer) => {
        output += chunk
        const address = /http:\S+/.exec(output)?.[0]
        if (address) found(address)
      }
      command.stdout?.on('data', listen)
      command.stderr?.on('data', listen)
      command.on('exit', () => failed(new Error(output)))
    })
  })
  afterAll(() => void command?.kill())

  /** Opens the page on a phone of its own. */
  async function open(query = '', results: object = {}): Promise<Page> {
    const context = await (await headlessBrowser()).newContext({
      viewport: { width: 375, height: 667 },
      isMobile: true,
    })
    const page = await context.newPage()
    // `?pay=01`: what the wallet answers.
    await page.addInitScript(`window.upsdkKitDev = {
      answers: Object.fromEntries(new URLSearchParams(location.search)),
      results: ${JSON.stringify(results)},
    }`)
    await page.goto(`${url}/${query}`)
    return page
  }
  const close = (page: Page) => page.context().close()
  const tap = (page: Page, label: string) => page.getByText(label, { exact: true }).first().click(SOON)
  const see = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor(SOON)
  const toast = (page: Page, text: string) => page.locator(TOAST).getByText(text).waitFor(SOON)
  /** Makes UnionPay fail, until the next time. */
  const faults = (query = '') => fetch(`${url}/stand-in/faults${query}`)

  it('logs in by a code that the server exchanges, again and again', async () => {
    const page = await open()
    for (let i = 0; i < 2; i++) {
      const answered = page.waitForResponse(/\/api\/login$/, SOON)
      await tap(page, '授权')
      const answer = await answered
      expect(await answer.json()).toEqual({ member: '8826' })
      await see(page, '已登录，会员 8826')
    }
    // The page's scripts cannot read the session.
    expect(await page.evaluate('document.cookie')).toBe('')
    await close(page)
  })

  it('pays a tn of the server, and trusts the server alone', async () => {
    const page = await open()
    await tap(page, '立即支付')
    await see(page, /订单 HS[0-9a-f]{12}：已支付/)
    expect(await page.evaluate(`localStorage.getItem('half-sugar-order')`)).toBe(null)
    await close(page)
  })

  it('shows nothing of a payment that the user cancelled, then pays the same order', async () => {
    const page = await open('?pay=01')
    await tap(page, '立即支付')
    await see(page, '未支付')
    const kept = await page.evaluate(`localStorage.getItem('half-sugar-order')`)
    await page.goto(`${url}/`)
    await tap(page, '立即支付')
    await see(page, `订单 ${kept}：已支付`)
    await close(page)
  })

  it('shows UnionPay’s answer to a used code in words for users', async () => {
    // Whose, what for, since when: a code that the stand-in takes once.
    const page = await open('', { appletAuth: { code: `anna.base.${Date.now().toString(36)}.a` } })
    const login = '**/api/login'
    // The page's code has been used by the time it arrives.
    await page.route(login, async (route) => {
      const body = route.request().postData() || ''
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
      await fetch(`${url}/api/login`, { method: 'POST', body, headers })
      await route.continue()
    })
    await tap(page, '授权')
    await toast(page, messageOf('unauthorized'))
    await see(page, '用云闪付账号登录')
    await close(page)
  })

  it.each(['token=not%20json', 'token=hang'])('shows the server’s own code: %s', async (query) => {
    await faults(`?${query}`)
    const page = await open()
    await tap(page, '授权')
    await toast(page, messageOf('system'))
    await faults()
    await tap(page, '授权')
    await see(page, '已登录，会员 8826')
    await close(page)
  })

  it('makes no payment if the gateway gives no tn', async () => {
    await faults('?order=not%20json')
    const page = await open()
    await tap(page, '立即支付')
    await toast(page, messageOf('system'))
    await faults()
    await tap(page, '立即支付')
    await see(page, '已支付')
    await close(page)
  })

  it('forgets an order that the server does not have, and makes another', async () => {
    const page = await open()
    await page.evaluate(`localStorage.setItem('half-sugar-order', 'HS1')`)
    await page.goto(`${url}/`)
    await tap(page, '立即支付')
    await see(page, '已支付')
    expect(await page.locator(TOAST).filter({ visible: true }).count()).toBe(0)
    await close(page)
  })

  it('logs failures, and no data of users', () => {
    const lines = output.trim().split('\n').slice(1)
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(line).toMatch(/^\S+Z ((GET|POST) \/api\/[a-z]+|backendToken) \w+$/)
    expect(output).not.toMatch(/anna|secret|HS/)
  })
})
