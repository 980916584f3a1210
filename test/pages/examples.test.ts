/**
 * The examples work, each built by its own configuration, then used as a customer of the shop would, in a simulated
 * wallet. The example of uni-app is tested elsewhere, since it needs a toolchain of its own.
 */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'acorn'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { explain } from '../../src/index'
import {
  describeInBrowser,
  globalFile,
  openPage,
  PAGE_URL,
  type PageOptions,
  walletAgent,
} from '../browser/harness'
import { WITHOUT } from '../browser/oldWebView'

const UNI = resolve('examples/uni-app-h5')
const UNI_BUILDER = `${UNI}/node_modules/@dcloudio/vite-plugin-uni/bin/uni.js`

interface Example {
  folder: string
  /** The elements of its toasts and dialogs. */
  toast: string
  dialog: string
  /** Whether its own code looks up a payment that may have been made, without a dialog. */
  goesToOrder?: boolean
  /** Whether it is old code, which writes errors into its row. */
  writes?: readonly string[]
}

const EXAMPLES: readonly Example[] = [
  { folder: 'vue-vant', toast: '.van-toast', dialog: '.van-dialog' },
  { folder: 'react-antd-mobile', toast: '.adm-toast-main', dialog: '.adm-dialog-body' },
  { folder: 'uni-app-h5', toast: 'uni-toast', dialog: 'uni-modal', goesToOrder: true },
  {
    folder: 'script-tag',
    toast: '[data-upsdk-kit="toast"]',
    dialog: '[data-upsdk-kit="dialog"]',
    writes: ['授权', '定位'],
  },
]

const isInstalled = ({ folder }: Example) => folder !== 'uni-app-h5' || existsSync(UNI_BUILDER)
if (!EXAMPLES.every(isInstalled))
  console.warn(
    'The uni-app example is left out: `node scripts/install.mjs examples/uni-app-h5` installs its toolchain.',
  )

type Files = ReadonlyMap<string, Buffer>

/** Builds in a process of its own, as a user does: the `NODE_ENV` of a test would make another build. */
async function build({ folder }: Example, outDir: string): Promise<Files> {
  const { NODE_ENV: _, ...rest } = process.env
  const [args, options] =
    folder === 'uni-app-h5'
      ? [[UNI_BUILDER, 'build'], { cwd: UNI, env: { ...rest, UNI_OUTPUT_DIR: outDir } }]
      : [
          ['examples/node_modules/vite/bin/vite.js', 'build', `examples/${folder}`, '--outDir', outDir],
          { env: rest },
        ]
  await promisify(execFile)(process.execPath, args, options)
  const names = readdirSync(outDir, { recursive: true, encoding: 'utf8' }).filter((name) => extname(name))
  return new Map(names.map((name) => [name.replace(/\\/g, '/'), readFileSync(join(outDir, name))]))
}

const TYPES: Record<string, string> = { '.css': 'text/css', '.js': 'text/javascript', '.html': 'text/html' }
/** A text that only the simulator's user agent has. */
const SIMULATORS_OWN = 'sa-sdk-'
const SITE = 'https://mini.example'

const SCANNED = 'https://example.com/table/7'
const TN = '202601010001001'
/** The wallet exists before the page does, as on a phone. */
const simulated = (settings: string) => `${globalFile('simulator').body}
const { fail, succeed } = UpsdkKit
window.fail = fail
window.wallet = UpsdkKit.installSimulator({ latency: 30, ${settings} answers: {
  appletAuth: succeed({ code: 'a-code' }),
  scanQRCode: succeed('${SCANNED}'),
  getLocationGps: succeed({ latitude: '31.2304', longitude: '121.4737' }),
} })`

/** The shop's server, which says of the order what the test says. */
interface Shop {
  state: 'waiting' | 'paid'
  isDown?: boolean
}

const json = (body: () => object) => ({
  contentType: 'application/json',
  get body() {
    return JSON.stringify(body())
  },
})

/** Serves the build as a site. */
function routesOf(files: Files, shop: Shop): NonNullable<PageOptions['routes']> {
  const order = () => ({ id: 'HS1001', tn: TN, state: shop.state })
  const routes: NonNullable<PageOptions['routes']> = {}
  for (const [name, body] of files)
    routes[`${SITE}/${name}`] = { contentType: TYPES[extname(name)] || '', body }
  // The server names no charset: the page declares its own.
  routes[PAGE_URL] = { contentType: 'text/html', body: files.get('index.html') || '' }
  if (shop.isDown) return routes
  return Object.assign(routes, {
    [`${SITE}/api/login`]: json(() => ({ member: '8826' })),
    [`${SITE}/api/orders`]: json(() => ({ ...order(), state: 'waiting' })),
    [`${SITE}/api/order`]: json(order),
  })
}

/** @param earlier runs before the wallet is there */
function open(files: Files, shop: Shop = { state: 'waiting' }, settings = '', earlier = '') {
  const before = `${earlier}\n${simulated(settings)}`
  // The simulated wallet is upsdk.js.
  return openPage({ before, routes: routesOf(files, shop), sdkFails: true, isMobile: true })
}

const SOON = { timeout: 120_000 }
const tap = (page: Page, label: string) => page.getByText(label, { exact: true }).first().click(SOON)
const see = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor(SOON)
const callsOf = (page: Page) =>
  page.evaluate<string[]>(
    `wallet.calls.map(({ method }) => method).filter((name) => !/NavigationBar/.test(name))`,
  )
const answer = (page: Page, method: string, code: string) =>
  page.evaluate(`wallet.answer('${method}', fail('${code}'))`)
const messageOf = (method: string, code: string) => explain(code, { method, locale: 'zh-CN' }).message

/** The number of the order without a final state. */
const KEPT = `localStorage.getItem('half-sugar-order')`

const isKits = (selector: string) => selector.includes('upsdk-kit')

/** ms after which every message about a payment has been shown. */
const SHOWN_BY = 1200

describeInBrowser('the example', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'upsdk-kit-examples-'))
  })
  afterAll(() => folder && rmSync(folder, { recursive: true }))

  describe.concurrent.each(EXAMPLES.filter(isInstalled))('$folder', (example) => {
    const { toast, dialog, goesToOrder, writes = [] } = example
    let files: Files = new Map()
    beforeAll(async () => {
      files = await build(example, join(folder, example.folder))
    })

    it('is built as classic scripts that old WebViews parse, without the simulator', () => {
      const html = new TextDecoder('latin1').decode(files.get('index.html'))
      expect(html).not.toMatch(/type="?module|modulepreload/)
      const inPage = Array.from(html.matchAll(/<script>([\s\S]*?)<\/script>/g), ([, code]) => code || '')
      const inFiles = Array.from(files).filter(([name]) => name.endsWith('.js'))
      const scripts = [...inPage, ...inFiles.map(([, code]) => code.toString())]
      expect(scripts.length).toBeGreaterThan(0)
      expect(globalFile('simulator').body).toContain(SIMULATORS_OWN)
      for (const code of scripts) {
        expect(code).not.toContain(SIMULATORS_OWN)
        parse(code, { ecmaVersion: 2017 })
      }
    })

    if (example.folder === 'script-tag') {
      it('is encoded in GBK, as it declares', async () => {
        const bytes = files.get('index.html')
        expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow()
        expect(new TextDecoder('gbk', { fatal: true }).decode(bytes)).toContain('<title>半糖咖啡</title>')
        const page = await open(files)
        expect(await page.evaluate('document.characterSet + document.title')).toBe('GBK半糖咖啡')
        await page.done()
      })
    }

    it('works on the real SDK file, over each bridge', async () => {
      for (const agent of [{ platform: 'android' }, { bridge: 'jsbridge' }] as const) {
        const page = await openPage({
          routes: routesOf(files, { state: 'waiting' }),
          before: `native.answers = { 'UPWebUI.scanQRCode': { success: '${SCANNED}' } }`,
          userAgent: walletAgent(agent),
        })
        await tap(page, '扫一扫')
        await see(page, '已选 7 号桌')
        await page.done()
      }
    })

    it('does what its six buttons say, without APIs that old WebViews lack', async () => {
      const shop: Shop = { state: 'waiting' }
      const page = await open(files, shop, '', WITHOUT)
      for (const [button, outcome] of [
        ['授权', '已登录，会员 8826'],
        ['扫一扫', '已选 7 号桌'],
        ['定位', '北纬 31.23，东经 121.47'],
        ['分享', '已打开分享面板'],
        ['核验', '核验通过'],
      ] as const) {
        await tap(page, button)
        await see(page, outcome)
      }
      shop.state = 'paid'
      await tap(page, '立即支付')
      await see(page, '已支付')
      expect(await callsOf(page)).toEqual([
        'appletAuth',
        'scanQRCode',
        'getLocationGps',
        'showSharePopup',
        'bioDetect',
        'pay',
      ])
      expect(await page.evaluate(KEPT)).toBe(null)
      expect(await page.locator(`${toast}, ${dialog}`).filter({ visible: true }).count()).toBe(0)
      await page.done()
    })

    it('shows failures in the style of its library', async () => {
      const page = await open(files)
      for (const [button, method, code] of [
        ['授权', 'appletAuth', 'c02'],
        ['扫一扫', 'scanQRCode', 'a10'],
        ['定位', 'getLocationGps', 'c01'],
      ] as const) {
        await answer(page, method, code)
        await tap(page, button)
        const message = messageOf(method, code)
        if (writes.includes(button)) await see(page, message)
        else await page.locator(toast).getByText(message).waitFor(SOON)
      }
      await answer(page, 'bioDetect', '94')
      await tap(page, '核验')
      const shown = page.locator(dialog).getByText(messageOf('bioDetect', '94'))
      await shown.waitFor(SOON)
      await tap(page, '知道了')
      await shown.waitFor({ state: 'hidden', ...SOON })
      expect(await page.getByText('未完成').count()).toBe(4 - writes.length)
      if (!isKits(dialog)) expect(await page.locator('[data-upsdk-kit]').count()).toBe(0)
      await page.done()
    })

    it('says where it belongs if opened elsewhere', async () => {
      const page = await open(files, undefined, 'insideWallet: false,')
      await tap(page, '分享')
      await page
        .locator(dialog)
        .getByText(/云闪付|UnionPay/)
        .first()
        .waitFor(SOON)
      await page.done()
    })

    it('shows that the shop’s server cannot be reached', async () => {
      const page = await open(files, { state: 'waiting', isDown: true })
      await tap(page, '立即支付')
      await page.locator(toast).getByText('网络异常').waitFor(SOON)
      expect(await callsOf(page)).toEqual([])
      await page.done()
    })

    it('shows nothing if the user has cancelled a payment, and pays the same order after that', async () => {
      const page = await open(files)
      await answer(page, 'pay', '01')
      await tap(page, '立即支付')
      await see(page, /HS1001：未支付/)
      await page.waitForTimeout(SHOWN_BY)
      expect(await page.locator(`${toast}, ${dialog}`).filter({ visible: true }).count()).toBe(0)
      expect(await page.getByText('已支付').count()).toBe(0)
      await tap(page, '立即支付')
      const paid = `wallet.calls.filter(({ method }) => method === 'pay').map(({ params }) => params.tn)`
      await page.waitForFunction(`${paid}.length === 2`, null, SOON)
      expect(await page.evaluate(paid)).toEqual([TN, TN])
      await page.done()
    })

    it('does not pay a paid order again', async () => {
      const shop: Shop = { state: 'waiting' }
      const page = await open(files, shop)
      const tapPay = (label: string) =>
        page.evaluate(`Array.from(document.querySelectorAll('button, uni-button'))
          .filter(({ textContent }) => textContent.trim() === '${label}').map((button) => button.click()).length`)
      shop.state = 'paid'
      await tap(page, '立即支付')
      await see(page, /HS1001：已支付/)
      // The click is forced, even if something lies above the button.
      await page.waitForTimeout(SHOWN_BY)
      expect([await tapPay('立即支付'), await tapPay('已支付')]).toEqual([0, 1])
      await page.waitForTimeout(SHOWN_BY)
      expect(await callsOf(page)).toEqual(['pay'])
      await page.done()
    })

    it('leads to the order of a payment that may have been made, and looks it up on the next start', async () => {
      const shop: Shop = { state: 'waiting' }
      const page = await open(files, shop)
      await answer(page, 'pay', '02')
      await tap(page, '立即支付')
      if (!goesToOrder) {
        // Its first words are the dialog's title.
        const [, ...text] = messageOf('pay', '02').split('，')
        await page.locator(dialog).getByText(text.join('，')).waitFor(SOON)
        await tap(page, '查看订单')
      }
      await see(page, '待确认')
      await page.waitForTimeout(SHOWN_BY)
      expect(await page.locator(dialog).filter({ visible: true }).count()).toBe(0)
      shop.state = 'paid'
      await page.goto('about:blank')
      await page.goto(PAGE_URL)
      await see(page, '已支付')
      expect(await page.evaluate(KEPT)).toBe(null)
      await page.done()
    })
  })
})

describe('the sources of the examples', () => {
  it('have no type errors', async () => {
    const compiler = 'examples/node_modules/vue-tsc/bin/vue-tsc.js'
    await promisify(execFile)(process.execPath, [compiler, '-p', 'examples'])
  })
})
