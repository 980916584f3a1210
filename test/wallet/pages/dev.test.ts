/** `upsdk-kit/dev` simulates the wallet in development alone: in Vite 8 and 5, webpack 5 and a script tag. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { headlessBrowser } from '../../browser/browsers'
import { describeInBrowser, REAL_SDK, SDK_URL, script, walletAgent } from '../../browser/harness'
import { leave } from '../../browser/inPage'
import { installKit } from '../../pages/installed'
import { oneOfEach } from '../../support/samples'

const MAIN = `
import { createUpsdk } from 'upsdk-kit'
window.upsdkOfPage = createUpsdk({ notify: false })
window.call = (method, params) => upsdkOfPage[method](params).then((value) => ['ok', value], (error) => [error.reason, error.code])
`
const SDK_TAG = `<script src="${SDK_URL}"></script>`
const html = (scripts: string) =>
  `<!doctype html><html><head><meta charset="utf-8">${scripts}</head><body><div id="app"></div></body></html>`

let project = ''

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'upsdk-kit-dev-'))
  for (const [name, code] of [
    ['with', `import 'upsdk-kit/dev'\n${MAIN}`],
    ['without', MAIN],
  ] as const) {
    mkdirSync(join(project, name))
    writeFileSync(join(project, name, 'main.js'), code)
    writeFileSync(
      join(project, name, 'index.html'),
      html(`${SDK_TAG}<script type="module" src="/main.js"></script>`),
    )
  }
  installKit(project)
})
afterAll(() => rmSync(project, { recursive: true, force: true }))

type Root = 'with' | 'without'
type Mode = 'production' | 'development'

/** The output of a bundler: each file's text by its name. */
function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.\w+$/.test(name),
  )
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

interface Bundler {
  name: string
  build(root: Root, mode: Mode): Promise<Record<string, string>>
}

type ViteModule = typeof import('vite')
const requireHere = createRequire(import.meta.url)
const fromFrameworks = (name: string) => resolve('test/frameworks/node_modules', name)
const loadVite = async (major: number): Promise<ViteModule> =>
  major === 5
    ? import(pathToFileURL(requireHere.resolve(`${fromFrameworks('vite')}/dist/node/index.js`)).href)
    : import('vite')

const configOf = (root: Root, cache: string) => ({
  root: join(project, root),
  configFile: false as const,
  logLevel: 'error' as const,
  cacheDir: join(project, `cache-${cache}`),
})

const vite = (major: number): Bundler => ({
  name: `Vite ${major}`,
  async build(root, mode) {
    const { build, version } = await loadVite(major)
    expect(version.split('.')[0]).toBe(String(major))
    const outDir = join(project, `vite-${major}-${root}-${mode}`)
    // Vite's command line has this value; vitest has set another.
    const before = process.env.NODE_ENV
    process.env.NODE_ENV = mode
    await build({ ...configOf(root, `${major}`), mode, build: { outDir } }).finally(() => {
      process.env.NODE_ENV = before
    })
    return filesIn(outDir)
  },
})

type Webpack = (config: object, done: (error: unknown, stats: { hasErrors(): boolean }) => void) => void

const webpack: Bundler = {
  name: 'webpack 5',
  async build(root, mode) {
    const run: Webpack = requireHere(fromFrameworks('webpack'))
    const path = join(project, `webpack-${root}-${mode}`)
    const config = {
      mode,
      context: join(project, root),
      entry: './main.js',
      output: { path, filename: 'page.js' },
    }
    await new Promise<void>((done, refuse) =>
      run(config, (error, stats) => (error || stats.hasErrors() ? refuse(error || String(stats)) : done())),
    )
    return filesIn(path)
  },
}

interface Opened {
  page: Page
  lines: string[]
}

/** The tab in which all pages are opened one after the other, and the answers for its present page. */
let tab: Page
let answer: (route: Route) => Promise<void>
let lines: string[] = []

/** Opens a page at an address that this test answers: `scripts` are in its head, `files` beside it. */
async function open(
  address: string,
  scripts: string,
  files: Readonly<Record<string, string>> = {},
): Promise<Opened> {
  answer = (route) => {
    const { href, pathname } = new URL(route.request().url())
    if (href === SDK_URL) return route.fulfill(script(REAL_SDK))
    const file = files[pathname.slice(1)]
    if (file !== undefined) return route.fulfill(script(file))
    return pathname === '/'
      ? route.fulfill({ contentType: 'text/html', body: html(scripts) })
      : route.fulfill({ status: 404, body: '' })
  }
  const opened = { page: tab, lines: (lines = []) }
  await tab.goto(address)
  await tab.waitForFunction('window.call')
  return opened
}

const badge = ({ page }: Opened) => page.getByRole('button', { name: /Simulated wallet/ })
const pay = ({ page }: Opened) => page.evaluate(`call('pay', { tn: '1' })`)
const close = ({ page }: Opened) => leave(page)

/** Checks that the wallet, the badge and the log exist. */
async function expectTools(opened: Opened) {
  expect(await pay(opened)).toEqual(['ok', undefined])
  expect(await badge(opened).isVisible()).toBe(true)
  expect(opened.lines.filter((line) => line.startsWith('[upsdk-kit] pay ok'))).toHaveLength(1)
}

async function expectNothing(opened: Opened) {
  expect(await pay(opened)).toEqual(['outside-wallet', undefined])
  expect(await badge(opened).count()).toBe(0)
  expect(opened.lines.filter((line) => line.startsWith('[upsdk-kit] pay'))).toEqual([])
}

describeInBrowser('upsdk-kit/dev', () => {
  beforeAll(async () => {
    const browser = await headlessBrowser()
    const context = await browser.newContext({ viewport: { width: 320, height: 568 }, locale: 'en-US' })
    tab = await context.newPage()
    tab.on('console', (message) => lines.push(message.text()))
    await context.route('**/*', (route) => answer(route))
  })
  afterAll(() => tab?.context().close())

  describe.each(oneOfEach('builds', [vite(8), vite(5), webpack], () => ''))(
    'in a build by $name',
    ({ build }) => {
      it('adds nothing to production: the same bytes as without its import', async () => {
        const files = await build('with', 'production')
        expect(files).toEqual(await build('without', 'production'))
        expect(JSON.stringify(files)).toContain('pluginReady')
        expect(JSON.stringify(files)).not.toMatch(/sa-sdk-|upsdkKitDev|upsdk-kit\.dev/)
      })

      it('is included in a development build', async () => {
        const files = await build('with', 'development')
        expect(JSON.stringify(files)).toContain('upsdkKitDev')
        expect(JSON.stringify(await build('without', 'development'))).not.toContain('upsdkKitDev')
      })
    },
  )

  it.each(oneOfEach('served by Vite', [8, 5], () => ''))(
    'has the wallet, its badge and the log in a page that Vite %i serves',
    async (major) => {
      const { createServer } = await loadVite(major)
      const server = await createServer({
        ...configOf('with', `${major}-served`),
        server: { host: '127.0.0.1', port: 0, hmr: false, fs: { strict: false } },
      })
      await server.listen()
      answer = (route) =>
        route.request().url() === SDK_URL ? route.fulfill(script(REAL_SDK)) : route.continue()
      const opened = { page: tab, lines: (lines = []) }
      await tab.goto(server.resolvedUrls?.local[0] || '')
      await tab.waitForFunction('window.call', null, { timeout: 120_000 })
      await expectTools(opened)
      await close(opened)
      await server.close()
    },
  )

  describe('in a page that webpack built for development', () => {
    let files: Record<string, string> = {}
    const TAGS = `${SDK_TAG}<script defer src="/page.js"></script>`
    beforeAll(async () => {
      files = await webpack.build('with', 'development')
    })

    it.each([
      'http://localhost:8080/',
      'http://my.localhost/',
      'http://127.0.0.1/',
      'http://127.8.0.1/',
      'http://10.0.0.7/',
      'http://172.16.0.1/',
      'http://172.31.255.254:3000/',
      'http://192.168.31.7:5173/',
      'http://[::1]:5173/',
      'http://[fd00::7]:5173/',
      'http://phone.local/',
    ])('works at %s', async (address) => {
      const opened = await open(address, TAGS, files)
      await expectTools(opened)
      await close(opened)
    })

    it.each([
      'http://test.example.com/',
      'http://h5.test/',
      'http://172.15.0.1/',
      'http://172.32.0.1/',
      'http://11.0.0.1/',
      'http://192.169.0.1/',
      'http://10.0.0.1.example.com/',
      'http://localhost.example.com/',
      'http://notlocalhost/',
      'http://local/',
    ])('does nothing at %s, and says so', async (address) => {
      const opened = await open(address, TAGS, files)
      await expectNothing(opened)
      expect(opened.lines.filter((line) => line.includes('upsdk-kit/dev does nothing'))).toHaveLength(1)
      await close(opened)
    })

    it.each([
      ['true', 'true'],
      ['anyHost', '{ anyHost: true }'],
    ])('works at any host if the page says so: %s', async (_name, says) => {
      const opened = await open(
        'http://test.example.com/',
        `<script>upsdkKitDev = ${says}</script>${TAGS}`,
        files,
      )
      await expectTools(opened)
      await close(opened)
    })

    it('takes the wallet’s settings from the page, and works on no other host because of them', async () => {
      const says = `<script>upsdkKitDev = { results: { appletAuth: { code: 'c' } }, answers: { pay: 'cancelled' } }</script>`
      const opened = await open('http://localhost/', says + TAGS, files)
      expect(await opened.page.evaluate(`call('appletAuth')`)).toEqual(['ok', { code: 'c' }])
      expect(await pay(opened)).toEqual(['cancelled', undefined])
      await close(opened)
      const elsewhere = await open('http://test.example.com/', says + TAGS, files)
      await expectNothing(elsewhere)
      expect(elsewhere.lines.join('\n')).toContain('upsdk-kit/dev does nothing on test.example.com')
      await close(elsewhere)
    })

    it('runs the first call of the README, and answers with an example if nothing was set', async () => {
      const opened = await open('http://localhost/', TAGS, files)
      const { page } = opened
      expect(await page.evaluate('upsdkOfPage.appletAuth().then(({ code }) => typeof code)')).toBe('string')
      expect(await page.evaluate(`call('openBluetoothAdapter')`)).toEqual(['ok', { isSupportBLE: 'yes' }])
      expect(await page.evaluate(`call('queryData', { key: 'k' })`)).toMatchObject(['ok', { key: 'k' }])
      await close(opened)
    })

    it('does nothing if the page forbids it', async () => {
      const opened = await open('http://localhost/', `<script>upsdkKitDev = false</script>${TAGS}`, files)
      await expectNothing(opened)
      expect(opened.lines).toEqual([])
      await close(opened)
    })

    it('leaves a real wallet alone: neither simulated wallet nor badge', async () => {
      const devtools = await tab.context().newCDPSession(tab)
      await devtools.send('Emulation.setUserAgentOverride', { userAgent: walletAgent() })
      const opened = await open('http://192.168.31.7/', TAGS, files)
      expect(await badge(opened).count()).toBe(0)
      expect(await opened.page.evaluate('navigator.userAgent')).toBe(walletAgent())
      expect(await opened.page.evaluate('typeof cordova')).toBe('undefined')
      await devtools.detach()
      await close(opened)
    })

    it('starts once, even if the page loads it twice', async () => {
      const dev = readFileSync('dist/upsdk-kit.dev.js', 'utf8')
      const opened = await open('http://localhost/', `<script src="/dev.js"></script>${TAGS}`, {
        ...files,
        'dev.js': dev,
      })
      await expectTools(opened)
      expect(await badge(opened).count()).toBe(1)
      await close(opened)
    })
  })

  describe('loaded by script tags', () => {
    const FILES = {
      'dev.js': readFileSync('dist/upsdk-kit.dev.js', 'utf8'),
      'kit.js': readFileSync('dist/upsdk-kit.js', 'utf8'),
      'page.js': MAIN.replace(/import.*/, 'const { createUpsdk } = UpsdkKit'),
    }
    const tags = (...names: string[]) =>
      names.map((name) => (name === 'sdk' ? SDK_TAG : `<script src="/${name}.js"></script>`)).join('')

    it.each([
      ['before upsdk.js', tags('dev', 'sdk', 'kit', 'page')],
      ['after upsdk.js', tags('sdk', 'dev', 'kit', 'page')],
      ['before the kit', tags('dev', 'kit', 'sdk', 'page')],
      ['after the kit', tags('kit', 'sdk', 'dev', 'page')],
      ['without upsdk.js', tags('dev', 'kit', 'page')],
    ])('has the wallet, its badge and the log %s', async (_where, scripts) => {
      const opened = await open('http://localhost/', scripts, FILES)
      await expectTools(opened)
      await close(opened)
    })
  })
})
