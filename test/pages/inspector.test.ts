/** The tab “upsdk” works in the real vConsole and the real eruda, on a phone 320 px wide. */
import { beforeAll, describe, expect, it } from 'vitest'
import { describeInBrowser, openPage, page, walletAgent } from '../browser/harness'
import { bundlePage, LIBRARIES } from './bundle'

const tools = [
  {
    name: 'vConsole',
    setup: `import VConsole from 'vconsole'
      import { vConsoleInspector } from 'upsdk-kit/inspector'
      const vConsole = new VConsole({ theme: window.theme || 'light' })
      const inspector = vConsoleInspector(vConsole, VConsole)
      window.openTool = () => { vConsole.show(); setTimeout(() => vConsole.showPlugin('upsdk'), 300) }`,
    panel: '.vc-plugin-box.vc-actived [data-tool="upsdk"], .vc-plugin-box.vc-actived',
    tab: '.vc-tab.vc-actived',
  },
  {
    name: 'eruda',
    setup: `import eruda from 'eruda'
      import { erudaInspector } from 'upsdk-kit/inspector'
      eruda.init({ useShadowDom: false, defaults: { theme: window.theme === 'dark' ? 'Dark' : 'Light' } })
      const inspector = erudaInspector(eruda)
      window.openTool = () => { eruda.show(); eruda.show('upsdk') }`,
    panel: '.eruda-upsdk, [id*="upsdk"]',
    tab: undefined,
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
  await upsdk.scanQRCod().catch(() => {})
  upsdk.notify('c03')
  upsdk.notify({ code: 0 })
}
window.secondKit = () => createUpsdk({ inspector }).destroy()`

/** Texts of the panel whose contrast is below 4.5. axe-core does not judge texts under the libraries' own layers. */
const UNREADABLE = `(() => {
  const numbers = (color) => { const all = color.match(/[\\d.]+/g).map(Number); return all.length > 3 ? all : [...all, 1] }
  const over = (top, below, alpha) => [0, 1, 2].map((at) => top[at] * alpha + below[at] * (1 - alpha))
  const linear = (value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)
  const light = ([red, green, blue]) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  const upwards = (element) => (element ? [element, ...upwards(element.parentElement)] : [])
  const groundOf = (element) => upwards(element).reverse().map((one) => numbers(getComputedStyle(one).backgroundColor))
    .reduce((below, color) => over(color, below, color[3]), [255, 255, 255])
  const panel = document.querySelector('[lang="zh-Hans"]')
  const contrastOf = (element) => {
    const color = numbers(getComputedStyle(element).color)
    // The libraries fade in their own background.
    const opacity = upwards(element).filter((one) => panel.contains(one)).map((one) => Number(getComputedStyle(one).opacity)).reduce((all, one) => all * one, 1)
    const ground = groundOf(element)
    const [less, more] = [light(over(color, ground, color[3] * opacity)), light(ground)].sort((one, other) => one - other)
    return (more + 0.05) / (less + 0.05)
  }
  const texts = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT)
  const found = []
  while (texts.nextNode())
    if (texts.currentNode.parentElement.getClientRects().length) found.push([texts.currentNode.textContent, contrastOf(texts.currentNode.parentElement)])
  // The colour of a placeholder is the browser's own.
  if (panel.querySelector('[placeholder]')) throw new Error('There is a placeholder.')
  if (found.length < 4) throw new Error('The panel is not there.')
  return found.filter(([, contrast]) => contrast < 4.5).map(([text, contrast]) => text + ' ' + contrast.toFixed(2))
})()`
/** px between the box and what is below it. */
const GAP = `(() => {
  const box = document.querySelector('[lang="zh-Hans"] input')
  const found = document.createRange()
  found.selectNodeContents(box.nextElementSibling)
  const texts = document.createTreeWalker(box.nextElementSibling, NodeFilter.SHOW_TEXT)
  found.selectNode(texts.nextNode())
  return found.getBoundingClientRect().top - box.getBoundingClientRect().bottom
})()`

const WAIT = { timeout: 120_000 }

describeInBrowser('the inspector', () => {
  describe.concurrent.each(tools)('in $name', ({ setup, tab }) => {
    let script = { js: '', css: '' }
    beforeAll(async () => {
      script = await bundlePage(pageScript(setup), LIBRARIES.consoles)
    })

    const open = async (locale: string, theme = 'light') => {
      const opened = await openPage({
        userAgent: walletAgent(),
        viewport: { width: 320, height: 568 },
        before: `Object.defineProperty(navigator, 'language', { get: () => '${locale}' }); window.theme = '${theme}'`,
        html: page('<script src="/page.js"></script>'),
        routes: {
          'https://mini.example/page.js': { contentType: 'text/javascript; charset=utf-8', body: script.js },
        },
      })
      await opened.evaluate('calls()')
      await opened.evaluate('openTool()')
      return opened
    }

    it('shows each call, and after a tap its steps, what to check and why a message was shown or not', async () => {
      const opened = await open('en-US')
      const payment = opened.getByRole('button', { name: /^pay/ })
      await payment.waitFor({ state: 'visible', ...WAIT })
      expect(await payment.textContent()).toMatch(/pay.*cause unknown.*ms/)
      const face = opened.getByRole('button', { name: /^bioDetect/ })
      expect(await face.textContent()).toMatch(/94 identity check/)
      await face.click()
      await opened.getByText('Sent to the wallet').waitFor({ state: 'visible', ...WAIT })
      await opened
        .getByText('Face check failed too often today: offer another way')
        .waitFor({ state: 'visible', ...WAIT })
      await opened
        .getByText(/Shown as a dialog|Not shown/)
        .first()
        .waitFor({ state: 'visible', ...WAIT })
      await opened.done()
    })

    it('marks the chosen part of its tab', async () => {
      const opened = await open('en-US')
      const calls = opened.getByRole('button', { name: 'Calls' })
      await calls.waitFor({ state: 'visible', ...WAIT })
      const isUnderlined = (one: Element) => getComputedStyle(one).boxShadow !== 'none'
      expect(await calls.evaluate(isUnderlined)).toBe(true)
      expect(await opened.getByRole('button', { name: 'Wallet' }).evaluate(isUnderlined)).toBe(false)
      // At 320 px vConsole's own tabs would push it out of sight.
      if (tab)
        await opened.waitForFunction(
          (selector) => (document.querySelector(selector)?.getBoundingClientRect().right ?? 999) <= 320,
          tab,
          WAIT,
        )
      await opened.done()
    })

    it('is in Chinese for a Chinese browser', async () => {
      const opened = await open('zh-CN')
      const face = opened.getByRole('button', { name: /^bioDetect/ })
      await face.waitFor({ state: 'visible', ...WAIT })
      await face.click()
      await opened.getByText('发给云闪付').waitFor({ state: 'visible', ...WAIT })
      await opened
        .getByText('当日人像验证失败次数过多：请提供其他方式')
        .waitFor({ state: 'visible', ...WAIT })
      await opened.done()
    })

    it('asks for a misspelt method whether the nearest was meant, as the console does', async () => {
      const opened = await open('en-US')
      const call = opened.getByRole('button', { name: /^scanQRCod / })
      await call.waitFor({ state: 'visible', ...WAIT })
      await call.click()
      await opened.getByText('Did you mean scanQRCode?').waitFor({ state: 'visible', ...WAIT })
      await opened.done()
    })

    it('shows of notify() at once whether its message was shown', async () => {
      const opened = await open('en-US')
      const rows = opened.getByRole('button', { name: /^notify/ })
      await rows.first().waitFor({ state: 'visible', ...WAIT })
      expect(await rows.allTextContents()).toEqual(['notifyshown'])
      await opened.done()
    })

    it('lists the meanings of a code that has several', async () => {
      const opened = await open('zh-CN')
      await opened.getByRole('button', { name: '查错误码' }).click()
      await opened.getByRole('searchbox', { name: '查错误码' }).fill('BC0024')
      const meanings = opened.locator('[lang="zh-Hans"] li')
      await meanings.first().waitFor({ state: 'visible', ...WAIT })
      const texts = await meanings.allTextContents()
      expect(texts).toHaveLength(2)
      expect(texts[0]).toMatch(/非法请求\[接口调用权限认证失败\].*无接口调用权限/)
      expect(texts[1]).toMatch(/业务权限认证失败.*竖表/)
      await opened.done()
    })

    it('has readable texts that do not overlap, on a light ground and a dark one', async () => {
      for (const theme of ['light', 'dark']) {
        const opened = await open('zh-CN', theme)
        const face = opened.getByRole('button', { name: /^bioDetect/ })
        await face.waitFor({ state: 'visible', ...WAIT })
        await face.click()
        const unreadable: string[] = []
        const look = async () => void unreadable.push(...(await opened.evaluate<string[]>(UNREADABLE)))
        await look()
        await opened.getByRole('button', { name: '环境' }).click()
        await look()
        await opened.getByRole('button', { name: '查错误码' }).click()
        const box = opened.getByRole('searchbox', { name: '查错误码' })
        for (const code of ['', 'none such', 'BC0024', 'a20']) {
          await box.fill(code)
          await look()
          if (code) expect(await opened.evaluate(GAP), code).toBeGreaterThanOrEqual(8)
        }
        expect(unreadable, theme).toEqual([])
        await opened.done()
      }
    })

    it('shows the environment, and looks a code up', async () => {
      const opened = await open('en-US')
      const environment = opened.getByRole('button', { name: 'Wallet' })
      await environment.waitFor({ state: 'visible', ...WAIT })
      // All buttons are in one row, on the smallest phones too.
      await opened.setViewportSize({ width: 320, height: 640 })
      const copy = opened.getByRole('button', { name: 'Copy report' })
      expect((await copy.boundingBox())?.y).toBe((await environment.boundingBox())?.y)
      await environment.click()
      await opened.getByText('inside the wallet').waitFor({ state: 'visible', ...WAIT })
      await opened.getByText('android').waitFor({ state: 'visible', ...WAIT })
      await opened.getByRole('button', { name: 'Codes' }).click()
      await opened.getByRole('searchbox', { name: 'Codes' }).fill('a20')
      await opened.getByText(/frontToken of your server/).waitFor({ state: 'visible', ...WAIT })
      await opened.done()
    })

    it('copies a report that has nothing the page or the wallet said', async () => {
      const opened = await open('en-US')
      await opened.evaluate(
        `Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text } } })`,
      )
      // The report is read once, together with vConsole's and eruda's own parts.
      const copy = opened.getByText('Copy report')
      await copy.first().waitFor({ state: 'visible', ...WAIT })
      expect(await copy.count()).toBe(1)
      await copy.click()
      await opened.waitForFunction('window.copied', null, WAIT)
      const report = await opened.evaluate<string>('copied')
      expect(report).toMatch(/^upsdk-kit \d+\.\d+\.\d+\nOpened: inside the wallet/)
      expect(report).toMatch(/bioDetect · 94 identity check · \d+ ms/)
      expect(report).toMatch(/noSuchMethod · no such method/)
      expect(report).toMatch(/scanQRCod · no such method[\s\S]*Did you mean scanQRCode\?/)
      expect(report).toMatch(/\nnotify · shown\n {2}0 ms Shown as a dialog/)
      const panel = await opened.evaluate<string>('document.documentElement.innerHTML')
      for (const secret of SECRETS) {
        expect(report).not.toContain(secret)
        expect(panel).not.toContain(secret)
      }
      await opened.done()
    })

    it('can be used with a thumb: nothing is wider than the phone, buttons are 44 px high', async () => {
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
