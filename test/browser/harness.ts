/** Real Chromium with the real SDK file, over a small fake native side. */
import { readdirSync, readFileSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { findChromium } from '../../scripts/chromium.mjs'
import { BROWSER_AGENT, CORDOVA, JSBRIDGE, type WalletAgent, walletAgent } from '../support/nativeSide.mjs'

export { BROWSER_AGENT, type WalletAgent, walletAgent }

export const executablePath = findChromium()

/** A `describe` for tests that need a browser: left out where there is none, as chromium.ts says once. */
export const describeInBrowser = describe.skipIf(!executablePath)

export const BUNDLE = readFileSync('dist/upsdk-kit.min.js', 'utf8')
export const REAL_SDK = readFileSync('node_modules/js-upsdk/src/upsdk.js', 'utf8')
/** Routes to the package's modules, for pages that import them from /dist. */
export const MODULES: Record<string, { contentType: string; body: string }> = {}
for (const file of readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.js'),
))
  MODULES[`https://mini.example/dist/${file.replace(/\\/g, '/')}`] = {
    contentType: 'text/javascript; charset=utf-8',
    body: readFileSync(`dist/${file}`, 'utf8'),
  }

/** The route of another file for a script tag: `globalFile('inspector')`. */
export const globalFile = (name: string) => ({
  contentType: 'text/javascript; charset=utf-8',
  body: readFileSync(`dist/upsdk-kit.${name}.min.js`, 'utf8'),
})

export const SDK_URL = 'https://open.95516.com/s/open/js/upsdk.js'
export const PAGE_URL = 'https://mini.example/page'

/** What a page is opened with, and keeps. */
interface PageKind {
  userAgent?: string
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
  reducedMotion?: 'reduce' | 'no-preference'
  isMobile?: boolean
  deviceScaleFactor?: number
  /** The size in px of the user's ordinary text. */
  fontSize?: number
  permissions?: string[]
  /** The page's time stands still, and passes where the test says so: `opened.clock.runFor(ms)`. */
  ownTime?: boolean
}

export interface PageOptions extends PageKind {
  /** Runs before all scripts of the page. */
  before?: string
  /** After the page's address. */
  query?: string
  /** The body of the page; by default the SDK file, then the kit. */
  html?: string | Buffer
  /** The bridge script fails to load (H6). */
  bridgeFails?: boolean
  /** The SDK file fails to load (H7). */
  sdkFails?: boolean
  headers?: Record<string, string>
  /** More addresses that the page may load. */
  routes?: Record<string, { contentType: string; body: string | Buffer }>
  /** A page that no other test has had or gets: where its history, permissions, listeners or settings matter. */
  fresh?: boolean
}

/** The usual page: upsdk.js by its script tag, then the kit. */
export const SDK_THEN_KIT = `<script src="${SDK_URL}"></script><script src="/kit.js"></script>`

export const page = (body: string, head = '<meta name="viewport" content="width=device-width">') =>
  `<!doctype html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`

let browser: Browser | undefined

/** Connects to the browser that all files share, before the tests of a file. */
export function useBrowser(): void {
  const endpoint = inject('browser')
  if (!endpoint) return
  beforeAll(async () => {
    browser ||= await chromium.connect(endpoint)
  })
  afterAll(async () => {
    idle.clear()
    await browser?.close()
    browser = undefined
  })
}

/** A page, and what it is opened with at present. */
interface Tab {
  page: Page
  options: PageOptions
}

/** Tabs that tests of the same file have done with: a new one takes five times as long as a new page in one of them. */
const idle = new Map<string, Tab[]>()

async function newTab({ fontSize, ownTime, ...kind }: PageKind): Promise<Tab> {
  if (!browser) throw new Error('useBrowser() comes first')
  const context = await browser.newContext(kind)
  const opened = await context.newPage()
  const tab: Tab = { page: opened, options: {} }
  if (fontSize) {
    const devtools = await context.newCDPSession(opened)
    await devtools.send('Page.setFontSizes', { fontSizes: { standard: fontSize } })
  }
  await context.route('**/*', (route) => {
    const { options } = tab
    const url = route.request().url().split('?')[0] || ''
    const script = (body: string) => route.fulfill({ contentType: 'text/javascript; charset=utf-8', body })
    const own = options.routes?.[url]
    if (own) return route.fulfill(own)
    if (url === PAGE_URL) {
      const { html = page(SDK_THEN_KIT), headers } = options
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html, headers })
    }
    if (url === 'https://mini.example/kit.js') return script(BUNDLE)
    if (url === SDK_URL) return options.sdkFails ? route.abort() : script(REAL_SDK)
    if (options.bridgeFails) return route.abort()
    if (url.endsWith('/cordova.js')) return script(CORDOVA)
    if (url.endsWith('/WebViewJavascriptBridge.js')) return script(JSBRIDGE)
    return route.abort()
  })
  if (ownTime) {
    // It runs until it is stopped, which has to be before the time to stop at.
    await opened.clock.install({ time: 0 })
    await opened.clock.pauseAt(3_600_000)
  }
  await opened.addInitScript('window.native = { answers: {}, calls: [], wait: 0 }')
  return tab
}

/** Whether a tab is as good as new: nothing that it keeps came from the page that it had. */
async function isClean({ page: opened }: Tab): Promise<boolean> {
  if (opened.isClosed() || opened.context().pages().length > 1) return false
  const clean = `sessionStorage.clear(); localStorage.clear(); window.name === '' && location.href.startsWith('${PAGE_URL}')`
  return opened.evaluate<boolean>(clean).catch(() => false)
}

/** Opens a page of its own; what the tests do not route does not exist. */
export async function openPage(options: PageOptions = {}): Promise<Page & { done(): Promise<void> }> {
  const { userAgent = walletAgent(), viewport = { width: 375, height: 667 } } = options
  const { colorScheme, reducedMotion, isMobile, deviceScaleFactor, fontSize, permissions, ownTime } = options
  const { fresh, before, query } = options
  const kind = {
    userAgent,
    viewport,
    colorScheme,
    reducedMotion,
    isMobile,
    deviceScaleFactor,
    fontSize,
    permissions,
    ownTime,
  }
  const key = JSON.stringify(kind)
  const tab = (!fresh && idle.get(key)?.pop()) || (await newTab(kind))
  tab.options = options
  const opened = tab.page
  const script = before ? await opened.addInitScript(before) : undefined
  await opened.goto(PAGE_URL + (query || ''))
  const done = async () => {
    if (fresh || !(await isClean(tab))) return opened.context().close()
    await script?.dispose()
    idle.set(key, [...(idle.get(key) || []), tab])
  }
  return Object.assign(opened, { done })
}
