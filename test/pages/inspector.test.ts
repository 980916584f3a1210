/** The tab “upsdk” in the real vConsole and the real eruda, on a phone 320 px wide. */
import { beforeAll, describe, expect, it } from 'vitest'
import { describeInBrowser, openPage, page, useBrowser, walletAgent } from '../browser/harness'
import { bundlePage, LIBRARIES } from './bundle'

useBrowser()

const tools = [
  {
    name: 'vConsole',
    setup: `import VConsole from 'vconsole'
      import { vConsoleInspector } from 'upsdk-kit/inspector'
      const vConsole = new VConsole({ theme: 'light' })
      const inspector = vConsoleInspector(vConsole, VConsole)
      window.openTool = () => { vConsole.show(); setTimeout(() => vConsole.showPlugin('upsdk'), 300) }`,
    panel: '.vc-plugin-box.vc-actived [data-tool="upsdk"], .vc-plugin-box.vc-actived',
  },
  {
    name: 'eruda',
    setup: `import eruda from 'eruda'
      import { erudaInspector } from 'upsdk-kit/inspector'
      eruda.init({ useShadowDom: false, defaults: { theme: 'Light' } })
      const inspector = erudaInspector(eruda)
      window.openTool = () => { eruda.show(); eruda.show('upsdk') }`,
    panel: '.eruda-upsdk, [id*="upsdk"]',
  },
]

const SECRETS = ['TN-SECRET', 'RESULT-SECRET', 'TEXT-SECRET']
const pageScript = (setup: string) => `
import { createUpsdk } from 'upsdk-kit'
import { fail, installSimulator, succeed } from 'upsdk-kit/simulator'
const wallet = installSimulator({ answers: {
  pay: fail({ msg: 'TEXT-SECRET' }), bioDetect: fail('94'), scanQRCode: succeed('RESULT-SECRET'), getLocationCity: fail('c02'),
} })
${setup}
const upsdk = createUpsdk({ inspector, presenter: { toast() {}, dialog: async () => true } })
window.calls = async () => {
  await upsdk.scanQRCode()
  await upsdk.getLocationCity().catch(() => {})
  await upsdk.bioDetect().catch(() => {})
  await upsdk.pay({ tn: 'TN-SECRET' }).catch(() => {})
  await upsdk.noSuchMethod().catch(() => {})
}`

const WAIT = { timeout: 20_000 }

describeInBrowser('the inspector', () => {
  describe.concurrent.each(tools)('in $name', ({ setup }) => {
    let script = { js: '', css: '' }
    beforeAll(async () => {
      script = await bundlePage(pageScript(setup), LIBRARIES.consoles)
    })

    const open = async (locale: string) => {
      const opened = await openPage({
        userAgent: walletAgent(),
        viewport: { width: 320, height: 568 },
        before: `Object.defineProperty(navigator, 'language', { get: () => '${locale}' })`,
        html: page('<script src="/page.js"></script>'),
        routes: {
          'https://mini.example/page.js': { contentType: 'text/javascript; charset=utf-8', body: script.js },
        },
        fresh: true,
      })
      await opened.evaluate('calls()')
      await opened.evaluate('openTool()')
      return opened
    }

    it('shows each call, and with a tap its steps, what to check and why a message was shown or not', async () => {
      const opened = await open('en-US')
      const payment = opened.getByRole('button', { name: /^pay/ })
      await payment.waitFor({ state: 'visible', ...WAIT })
      expect(await payment.textContent()).toMatch(/pay.*unknown.*ms/)
      const face = opened.getByRole('button', { name: /^bioDetect/ })
      expect(await face.textContent()).toMatch(/94 identity/)
      await face.click()
      await opened.getByText('Sent to the wallet').waitFor({ state: 'visible', ...WAIT })
      await opened.getByText('Face check failed too often today.').waitFor({ state: 'visible', ...WAIT })
      await opened
        .getByText(/shown as a dialog|not shown/)
        .first()
        .waitFor({ state: 'visible', ...WAIT })
      await opened.done()
    })

    it('speaks Chinese to who reads it', async () => {
      const opened = await open('zh-CN')
      const face = opened.getByRole('button', { name: /^bioDetect/ })
      await face.waitFor({ state: 'visible', ...WAIT })
      await face.click()
      await opened.getByText('发给云闪付').waitFor({ state: 'visible', ...WAIT })
      await opened.getByText('当日人像验证失败次数过多。').waitFor({ state: 'visible', ...WAIT })
      await opened.done()
    })

    it('tells the environment, and looks a code up', async () => {
      const opened = await open('en-US')
      const environment = opened.getByRole('button', { name: 'Environment' })
      await environment.waitFor({ state: 'visible', ...WAIT })
      await environment.click()
      await opened.getByText('inside the wallet').waitFor({ state: 'visible', ...WAIT })
      await opened.getByText('android').waitFor({ state: 'visible', ...WAIT })
      await opened.getByRole('button', { name: 'Codes' }).click()
      await opened.getByRole('searchbox', { name: 'Codes' }).fill('a20')
      await opened.getByText(/frontToken of your server/).waitFor({ state: 'visible', ...WAIT })
      await opened.done()
    })

    it('copies a report, in which nothing is that the page or the wallet said', async () => {
      const opened = await open('en-US')
      await opened.evaluate(
        `Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text } } })`,
      )
      await opened.getByRole('button', { name: 'Copy report' }).first().click()
      await opened.waitForFunction('window.copied', null, WAIT)
      const report = await opened.evaluate<string>('copied')
      expect(report).toMatch(/^upsdk-kit \d+\.\d+\.\d+\nOpened: inside the wallet/)
      expect(report).toMatch(/bioDetect · 94 identity · \d+ ms/)
      expect(report).toMatch(/noSuchMethod · unsupported/)
      const panel = await opened.evaluate<string>('document.documentElement.innerHTML')
      for (const secret of SECRETS) {
        expect(report).not.toContain(secret)
        expect(panel).not.toContain(secret)
      }
      await opened.done()
    })

    it('can be used with a thumb: nothing is wider than the phone, what is tapped is 44 px high', async () => {
      const opened = await open('zh-CN')
      await opened.getByRole('button', { name: /^bioDetect/ }).waitFor({ state: 'visible', ...WAIT })
      await opened.getByRole('button', { name: /^bioDetect/ }).click()
      const sizes = await opened.evaluate<{ right: number; height: number; text: string }[]>(
        `[...document.querySelectorAll('[lang="zh-Hans"] button, [lang="zh-Hans"] li, [lang="zh-Hans"] input')].map((one) => { const box = one.getBoundingClientRect(); return { right: box.right, height: one.tagName === 'LI' ? 99 : box.height, text: one.textContent } })`,
      )
      expect(sizes.length).toBeGreaterThan(8)
      for (const { right, height, text } of sizes) {
        expect(right, text).toBeLessThanOrEqual(320)
        expect(height, text).toBeGreaterThanOrEqual(44)
      }
      await opened.done()
    })
  })
})
