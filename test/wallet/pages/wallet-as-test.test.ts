/** “Copy as test” writes a Playwright test of what a developer did and saw, and the test passes unchanged. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findHeadless } from '../../../scripts/chromium.mjs'
import { headlessBrowser } from '../../browser/browsers'
import { describeInBrowser } from '../../browser/harness'
import { installKit } from '../../pages/installed'
import { openPhone, serveDesk } from './phoneDesk'
import { choose, openControl, sheetGone, sheetOf } from './walletOnDesk'

const TOOLS =
  '<script>window.upsdkKitDev = { ask: true, latency: 0, readyAfter: 0 }</script><script src="/upsdk-kit.dev.js"></script>'
const UPSDK = '<script src="https://open.95516.com/s/open/js/upsdk.js"></script>'
const page = (head: string, body: string, script: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>小店's</title>${TOOLS}${head}</head><body>${body}<script>${script}</script></body></html>`

/** A page of old code, with a field, a box, a list, an alert, and the button of the title bar. */
const RAW = page(
  UPSDK,
  `<input placeholder="备注"><label><input type="checkbox"> 同意</label>
   <button id="pay">支付</button><button>扫码</button><button>扫码</button><div onclick="locate()">定位</div><p></p>`,
  `const say = (text) => { document.querySelector('p').textContent = text }
   const box = document.querySelector('[type=checkbox]')
   document.querySelector('#pay').onclick = () => {
     if (!box.checked) return alert('请先同意')
     if (!confirm('现在支付？')) return say('以后再付')
     const tn = String(Date.now()) + '01'
     upsdk.pay({ tn, remark: document.querySelector('input').value,
       success: () => say('已支付，单号 ' + tn), fail: (error) => say('支付失败：' + error.msg) })
   }
   document.querySelectorAll('button')[2].onclick = () => upsdk.scanQRCode({ success: (text) => say('桌号 ' + text) })
   function locate() { upsdk.getLocationGps({ success: () => say('找到了') }) }
   upsdk.pluginReady(() => upsdk.setNavigationBarRightButton({ title: '分享', handler: () => upsdk.showFlashInfo({ msg: '已分享' }) }))`,
)
/** A page with the kit, which shows a toast and a dialog. */
const KIT = page(
  `${UPSDK}<script src="/upsdk-kit.js"></script>`,
  '<button>扫码</button><button>支付</button><p></p>',
  `const say = (text) => { document.querySelector('p').textContent = text }
   const kit = UpsdkKit.createUpsdk({ actions: { 'payment-unconfirmed': { run: () => say('订单 1001：待确认') } } })
   const [scan, pay] = document.querySelectorAll('button')
   scan.onclick = () => kit.scanQRCode().catch(() => {})
   pay.onclick = () => kit.pay({ tn: '201811290000001' }).catch(() => {})`,
)
/** A page that pays, and goes on to another document: the one of the order. */
const GOES_ON = page(
  UPSDK,
  '<button>支付</button>',
  `document.querySelector('button').onclick = () => upsdk.pluginReady(() =>
     upsdk.pay({ tn: '201811290000001', success: () => { location.href = 'order.html' }, fail() {} }))`,
)
const ORDER = page(UPSDK, '<p>订单已支付</p>', '')

const FILES: Record<string, readonly [type: string, text: () => string]> = {
  '/raw': ['text/html', () => RAW],
  '/kit': ['text/html', () => KIT],
  '/goes-on/': ['text/html', () => GOES_ON],
  '/goes-on/order.html': ['text/html', () => ORDER],
  '/upsdk-kit.dev.js': ['text/javascript', () => readFileSync('dist/upsdk-kit.dev.js', 'utf8')],
  '/upsdk-kit.js': ['text/javascript', () => readFileSync('dist/upsdk-kit.js', 'utf8')],
}

let server: Server
let address = ''
let project = ''

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    const [type, text] = FILES[url.split('?')[0] || ''] || []
    response.writeHead(type ? 200 : 404, { 'Content-Type': `${type}; charset=utf-8` }).end(text?.())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  project = mkdtempSync(join(tmpdir(), 'upsdk-kit-copied-'))
  installKit(project)
  mkdirSync(join(project, 'node_modules/@playwright'), { recursive: true })
  for (const name of ['@playwright/test', 'playwright', 'playwright-core'])
    symlinkSync(resolve('node_modules', name), join(project, 'node_modules', name))
  const launchOptions = { executablePath: findHeadless(), args: ['--no-sandbox'] }
  const config = { testDir: '.', workers: 1, reporter: 'line', use: { launchOptions } }
  writeFileSync(join(project, 'playwright.config.js'), `module.exports = ${JSON.stringify(config)}`)
})
afterAll(() => {
  server.close()
  rmSync(project, { recursive: true, force: true })
})

async function open(path: string): Promise<Page> {
  const context = await (await headlessBrowser()).newContext({
    locale: 'zh-CN',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const opened = await context.newPage()
  await opened.goto(address + path)
  return opened
}

/** Taps “copy as test” in the control. */
async function copyFrom(opened: Page): Promise<string> {
  const control = await openControl(opened)
  await control.locator('[data-part="copy-test"]').click()
  await control.getByText('已复制').waitFor()
  const copied = await opened.evaluate<string>('navigator.clipboard.readText()')
  await opened.context().close()
  return copied
}

/** Runs the copied test. */
async function runCopied(copied: string, name: string): Promise<string> {
  writeFileSync(join(project, `${name}.spec.ts`), copied)
  const { NODE_ENV: _mode, JEST_WORKER_ID: _jest, ...env } = process.env
  const cli = resolve('node_modules/@playwright/test/cli.js')
  const output = await new Promise<string>((done) => {
    execFile(
      process.execPath,
      [cli, 'test', `${name}.spec.ts`],
      { cwd: project, env },
      (_error, stdout, stderr) => done(stdout + stderr),
    )
  })
  expect(output, `${copied}\n${output}`).toMatch(/^ *1 passed/m)
  return copied
}

describeInBrowser('a test that is copied from the desk', () => {
  it('passes for old code: fields, an alert, a cancelled and a made payment, the title bar', async () => {
    const opened = await open('/raw?table=7')
    const answers = [true, false]
    opened.on('dialog', (dialog) => void ((answers.shift() ?? true) ? dialog.accept() : dialog.dismiss()))
    await opened.locator('#pay').click()
    await opened.getByPlaceholder('备注').fill("It's hot")
    await opened.getByText('同意').click()
    await opened.locator('#pay').click()
    await opened.getByText('以后再付').waitFor()
    for (const outcome of ['cancelled', 'success']) {
      await opened.locator('#pay').click()
      await choose(opened, outcome)
      await sheetGone(opened)
      await opened.locator('p', { hasText: outcome === 'success' ? '已支付' : '支付失败' }).waitFor()
    }
    await opened.getByRole('button', { name: '扫码' }).nth(1).click()
    const sheet = sheetOf(opened)
    await sheet.locator('input, textarea').first().fill('table-7')
    await choose(opened, 'success')
    await opened.getByText('桌号 table-7').waitFor()
    const control = await openControl(opened)
    await control.locator('[data-part="right-button"]').click()
    await control.getByRole('button', { name: '关闭', exact: true }).click()
    await opened.getByText('定位').click()
    await opened.getByText('找到了').waitFor()
    const copied = await runCopied(await copyFrom(opened), 'raw')
    expect(copied).toContain(`await page.goto('${address}/raw?table=7')`)
    expect(copied).toContain("test('小店\\'s', async")
    expect(copied).toMatch(
      /answer\('pay', 'cancelled'\)[\s\S]*'支付', exact: true \}\)\.click\(\)[\s\S]*answer\('pay', 'success'\)/,
    )
    expect(copied).toContain("toHaveCalled('pay', { tn: /^\\d{15}$/, remark: 'It\\'s hot' })")
    expect(copied).toContain("answer('scanQRCode', { value: 'table-7' })")
    expect(copied).toContain("await wallet.fire('rightbtnclick')")
    expect(copied).toContain('toHavePaid(1)')
  })

  it('passes for a page with the kit: a toast, and a dialog whose button works', async () => {
    const opened = await open('/kit')
    await opened.getByRole('button', { name: '扫码', exact: true }).click()
    await sheetOf(opened).waitFor()
    await opened.keyboard.press('Escape')
    await sheetGone(opened)
    await opened.getByRole('button', { name: '支付', exact: true }).click()
    await choose(opened, '02')
    await opened.getByRole('button', { name: '查看订单' }).click()
    await opened.getByText('订单 1001：待确认').waitFor()
    await opened.getByRole('button', { name: '支付', exact: true }).click()
    // The bridge refuses before a sheet opens, so the code holds for the next tap.
    await choose(opened, 'c02')
    await sheetGone(opened)
    await opened.getByRole('button', { name: '支付', exact: true }).click()
    await opened
      .locator('[data-upsdk-kit=toast] div div', { hasText: '该支付方式暂未开放，支付未发起，请换一种方式' })
      .first()
      .waitFor()
    const copied = await runCopied(await copyFrom(opened), 'kit')
    expect(copied).toContain("await wallet.answer('scanQRCode', 'cancelled')")
    expect(copied).toContain(
      "await expect(wallet.message()).toHaveText('该支付方式暂未开放，支付未发起，请换一种方式')",
    )
    expect(copied).toContain("getByRole('button', { name: '查看订单', exact: true }).click()")
    expect(copied).toContain('toHavePaid(0)')
  })

  it('asserts the payment of a page that has gone on to another document', async () => {
    const opened = await open('/goes-on/')
    await opened.getByRole('button', { name: '支付' }).click()
    await choose(opened, 'success')
    await opened.getByText('订单已支付').waitFor()
    const copied = await runCopied(await copyFrom(opened), 'goes-on')
    expect(copied).toContain(`await page.goto('${address}/goes-on/')`)
    expect(copied).toMatch(/click\(\)\n.*toHaveCalled\('pay'.*\n.*toHavePaid\(1\)/)
  })

  it('begins anew with a document that the developer opens, in the phone too', async () => {
    const files = { 'index.html': GOES_ON, 'order.html': ORDER }
    const desk = await serveDesk(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.replace(TOOLS, '')])),
    )
    const phone = await openPhone(desk)
    const copied = async () => {
      await phone.page.locator('[data-part=log-menu]').click()
      await phone.page.locator('[data-part="copy-test"]').click()
      await phone.page.getByText('已复制').waitFor()
      return phone.page.evaluate<string>('navigator.clipboard.readText()')
    }
    try {
      await phone.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await phone.frame.getByRole('button', { name: '支付' }).click()
      await phone.frame.locator('[data-upsdk-kit="sheet"] dialog [data-outcome="success"]').click()
      await phone.frame.getByText('订单已支付').waitFor()
      expect(await runCopied(await copied(), 'phone-goes-on')).toContain('toHavePaid(1)')
      await phone.page.reload()
      await phone.frame.getByText('支付').first().waitFor()
      expect(await copied()).not.toContain('toHavePaid')
    } finally {
      await phone.close()
      await desk.close()
    }
  })

  it('passes for a page of a development server in the phone, with the button of its title bar', async () => {
    const desk = await serveDesk({ 'index.html': RAW.replace(TOOLS, '') })
    const phone = await openPhone(desk)
    phone.page.on('dialog', (dialog) => void dialog.accept())
    try {
      await phone.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      // The page shows its button once the bridge is ready: an earlier payment is lost, as on a phone (H1).
      const rightButton = phone.page.locator('[data-upsdk-kit=title-bar] [data-part=right-button]')
      await rightButton.waitFor()
      await phone.frame.getByText('同意').click()
      await phone.frame.locator('#pay').click()
      await phone.frame.locator('[data-upsdk-kit="sheet"] dialog [data-outcome="cancelled"]').click()
      await phone.frame.locator('p', { hasText: '支付失败' }).waitFor()
      await rightButton.click()
      await phone.page.locator('[data-method=showFlashInfo]').waitFor()
      await phone.page.locator('[data-part=log-menu]').click()
      await phone.page.locator('[data-part="copy-test"]').click()
      await phone.page.getByText('已复制').waitFor()
      const copied = await phone.page.evaluate<string>('navigator.clipboard.readText()')
      await runCopied(copied, 'phone')
      expect(copied).toContain("await wallet.answer('pay', 'cancelled')")
      expect(copied).toContain("await wallet.fire('rightbtnclick')")
      expect(copied).not.toContain('@upsdk-kit/')
    } finally {
      await phone.close()
      await desk.close()
    }
  })
})
