/**
 * The Vite plug-in simulates the wallet behind a page and leaves nothing in a build: in the newest Vite or in Vite 5,
 * `WHOLE=1` in both.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { headlessBrowser } from '../../browser/browsers'
import { describeInBrowser, REAL_SDK, SDK_URL, walletAgent } from '../../browser/harness'
import { leave } from '../../browser/inPage'
import { installKit } from '../../pages/installed'
import { oneOfEach } from '../../support/samples'

type ViteModule = typeof import('vite')

const HTML = `<!doctype html><html><head><meta charset="utf-8">
<script src="${SDK_URL}"></script>
<script>window.seenEarly = typeof upsdk + ' ' + typeof (window.upsdk || {}).pluginReady</script>
</head><body><div id="app"></div><script type="module" src="/main.js"></script></body></html>`

const MAIN = `
import { createUpsdk } from 'upsdk-kit'
window.upsdkOfPage = createUpsdk({ notify: false })
window.call = (method, params) => upsdkOfPage[method](params).then((value) => ['ok', value], (error) => [error.reason, error.code])
`

let project = ''

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'upsdk-kit-vite-'))
  writeFileSync(join(project, 'index.html'), HTML)
  writeFileSync(join(project, 'main.js'), MAIN)
  installKit(project)
})
afterAll(() => rmSync(project, { recursive: true, force: true }))

const versions = [
  ['8', 'vite'],
  ['5', resolve('test/frameworks/node_modules/vite')],
] as const

const load = async (path: string): Promise<ViteModule> =>
  path === 'vite'
    ? import('vite')
    : import(pathToFileURL(createRequire(import.meta.url).resolve(`${path}/dist/node/index.js`)).href)

describeInBrowser('the Vite plug-in', () => {
  describe.each(oneOfEach('versions of Vite', versions, () => 'Vite'))('with Vite %s', (major, path) => {
    let vite: ViteModule
    let address = ''
    let stop = async () => {}
    /** All tests share one tab, a page after the other, and clear the browser's storage between them. */
    let tab: Page
    let lines: string[] = []
    let asked: string[] = []

    const configOf = async (options: object | undefined, base = '/') => {
      const { default: upsdkKit } = await import(
        pathToFileURL(join(project, 'node_modules/upsdk-kit/dist/vite.js')).href
      )
      return {
        root: project,
        base,
        configFile: false as const,
        logLevel: 'error' as const,
        plugins: options ? [upsdkKit(options)] : [],
        cacheDir: join(project, `cache-${major}`),
        server: { host: '127.0.0.1', port: 0, hmr: false as const, fs: { strict: false } },
      }
    }

    beforeAll(async () => {
      vite = await load(path)
      const server = await vite.createServer(
        await configOf({ simulator: { results: { appletAuth: { code: 'c' } } } }),
      )
      await server.listen()
      address = server.resolvedUrls?.local[0] || ''
      stop = () => server.close()
      const context = await (await headlessBrowser()).newContext({ viewport: { width: 320, height: 568 } })
      tab = await context.newPage()
      tab.on('console', (message) => lines.push(message.text()))
      await context.route('https://open.95516.com/**', (route) => {
        asked.push(route.request().url())
        return route.fulfill({
          contentType: 'text/javascript',
          body: route.request().url() === SDK_URL ? REAL_SDK : '',
        })
      })
    })
    afterAll(async () => {
      await tab.context().close()
      await stop()
    })

    afterEach(async () => {
      if (tab.url() !== 'about:blank') await leave(tab)
    })

    async function open(url = address): Promise<{ page: Page; lines: string[]; asked: string[] }> {
      lines = []
      asked = []
      await tab.goto(url)
      await tab.waitForFunction('window.call', null, { timeout: 120_000 })
      return { page: tab, lines, asked }
    }

    /** Opens the control at its settings. */
    async function openSettings(page: Page): Promise<void> {
      await page.getByRole('button', { name: /Simulated wallet/ }).click()
      await page.getByRole('tab', { name: 'Settings' }).click()
      await page.evaluate(
        `document.querySelector('[data-upsdk-kit=wallet]').shadowRoot.querySelectorAll('details').forEach((one) => { one.open = true })`,
      )
    }

    it(`is Vite ${major}`, () => expect(vite.version.split('.')[0]).toBe(major))

    it('puts upsdk before the page’s first script, instead of upsdk.js', async () => {
      const { page, asked } = await open()
      expect(await page.evaluate('seenEarly')).toBe('object function')
      expect(asked).toEqual([])
      expect(await page.evaluate(`call('appletAuth')`)).toEqual(['ok', { code: 'c' }])
    })

    it.each(['/h5/', 'https://cdn.example.com/h5/'])(
      'puts upsdk before the page’s first script under the base %s',
      async (base) => {
        const server = await vite.createServer(
          await configOf({ simulator: { results: { appletAuth: { code: 'c' } } } }, base),
        )
        try {
          await server.listen()
          const { page, asked } = await open(server.resolvedUrls?.local[0])
          expect(new URL(page.url()).pathname).toBe('/h5/')
          expect(await page.evaluate('seenEarly')).toBe('object function')
          expect(asked).toEqual([])
          expect(await page.evaluate(`call('appletAuth')`)).toEqual(['ok', { code: 'c' }])
        } finally {
          await server.close()
        }
      },
    )

    it('has a kit that does not take upsdk.js for missing while the bridge is late', async () => {
      const server = await vite.createServer(await configOf({ simulator: { readyAfter: 1500 } }))
      try {
        await server.listen()
        const { page } = await open(server.resolvedUrls?.local[0])
        expect(await page.evaluate(`call('scanQRCode')`)).toMatchObject({ 0: 'ok' })
      } finally {
        await server.close()
      }
    })

    it('gives each kit an inspector', async () => {
      const { page, lines } = await open()
      await page.evaluate(`call('pay', { tn: '1' })`)
      expect(lines.filter((line) => line.startsWith('[upsdk-kit] pay ok'))).toHaveLength(1)
    })

    it('has a control that changes the wallet’s behaviour, kept over reloads', async () => {
      const { page } = await open()
      await openSettings(page)
      await page.getByLabel('Method').selectOption('bioDetect')
      await page.getByLabel('Its answer').selectOption('94')
      await page.evaluate('window.isSamePage = true')
      await page.getByRole('button', { name: 'Set', exact: true }).click()
      expect(await page.evaluate(`call('bioDetect')`)).toEqual(['identity', '94'])
      expect(await page.evaluate('window.isSamePage')).toBe(true)
      await page.reload()
      await page.waitForFunction('window.call')
      expect(await page.evaluate(`call('bioDetect')`)).toEqual(['identity', '94'])
      await openSettings(page)
      await page.getByLabel('Opened').selectOption('outside the wallet')
      await page.waitForFunction(`window.upsdkOfPage && !upsdkOfPage.environment.insideWallet`)
      expect(await page.evaluate(`call('bioDetect')`)).toEqual(['outside-wallet', undefined])
      await openSettings(page)
      const reset = page.getByRole('button', { name: 'Reset settings' })
      await reset.scrollIntoViewIfNeeded()
      const box = await reset.boundingBox()
      expect(box && box.x + box.width <= 320 && box.height >= 39).toBe(true)
      await reset.click()
      await page.waitForFunction(`window.upsdkOfPage && upsdkOfPage.environment.insideWallet`)
    })

    it('offers a wallet on HarmonyOS', async () => {
      const { page } = await open()
      await openSettings(page)
      await page.getByLabel('Platform').selectOption('harmony')
      await page.waitForFunction(`window.upsdkOfPage && upsdkOfPage.environment.platform === 'harmony'`)
      expect(await page.evaluate('upsdkOfPage.environment.insideWallet')).toBe(true)
      expect(await page.evaluate(`call('appletAuth')`)).toEqual(['ok', { code: 'c' }])
    })

    it('offers each answer in the control: success, cancelled, none, and the usual codes', async () => {
      const { page } = await open()
      await openSettings(page)
      const give = async (method: string, answer: string) => {
        await page.getByLabel('Method').selectOption(method)
        await page.getByLabel('Its answer').selectOption({ label: answer })
        await page.getByRole('button', { name: 'Set', exact: true }).click()
        return (await page.evaluate(`call('${method}', { tn: '1' })`)) as unknown[]
      }
      for (const method of ['pay', 'scanQRCode', 'collectCurrentApplet', 'addCommonApp', 'addBankCard'])
        expect((await give(method, 'User cancelled'))[0], method).toBe('cancelled')
      expect(await give('scanQRCode', 'c02 no permission')).toEqual(['forbidden', 'c02'])
      expect(await give('scanQRCode', 'Success')).toEqual(['ok', expect.stringMatching(/^https:/)])
      expect(await page.locator('[data-fixed="pay"]').textContent()).toContain('User cancelled')
    }, 30_000)

    it('stays away in a real wallet: the page’s own upsdk.js is loaded', async () => {
      const devtools = await tab.context().newCDPSession(tab)
      await devtools.send('Emulation.setUserAgentOverride', { userAgent: walletAgent() })
      // The server redirects to the page's own file, and Playwright's routes do not see redirects.
      await devtools.send('Fetch.enable', { patterns: [{ urlPattern: 'https://open.95516.com/*' }] })
      devtools.on('Fetch.requestPaused', ({ requestId, request: { url } }) => {
        asked.push(url)
        const body = url === SDK_URL ? REAL_SDK : ''
        const responseHeaders = [{ name: 'Content-Type', value: 'text/javascript; charset=utf-8' }]
        void devtools.send('Fetch.fulfillRequest', {
          requestId,
          responseCode: 200,
          responseHeaders,
          body: Buffer.from(body).toString('base64'),
        })
      })
      const { page } = await open()
      expect(asked[0]).toBe(SDK_URL)
      expect(await page.locator('[data-upsdk-kit="wallet"]').count()).toBe(0)
      expect(await page.evaluate('seenEarly')).toBe('object function')
      await devtools.detach()
    })

    it('changes no byte of a build', async () => {
      const build = async (name: string, options: object | undefined) => {
        const outDir = join(project, `${name}-${major}`)
        await vite.build({ ...(await configOf(options)), build: { outDir } })
        const files = readdirSync(outDir, { recursive: true, encoding: 'utf8' }).filter((file) =>
          /\.\w+$/.test(file),
        )
        return files.sort().map((file) => [file, readFileSync(join(outDir, file), 'utf8')])
      }
      const withPlugin = await build('with', {})
      expect(withPlugin).toEqual(await build('without', undefined))
      expect(withPlugin.length).toBeGreaterThan(1)
      expect(JSON.stringify(withPlugin)).not.toMatch(/sa-sdk-|upsdk-kit\.wallet/)
    })
  })
})
