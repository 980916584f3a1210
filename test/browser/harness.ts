/** Opens pages in real Chromium with the real SDK file over a small fake native side. */
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { CDPSession, Page, Route } from 'playwright-core'
import { describe } from 'vitest'
import { testBuild } from '../../scripts/builds.mjs'
import { findChromium } from '../../scripts/chromium.mjs'
import { BROWSER_AGENT, CORDOVA, JSBRIDGE, type WalletAgent, walletAgent } from '../support/nativeSide.mjs'
import { headlessBrowser, wholeBrowser } from './browsers'

export { BROWSER_AGENT, type WalletAgent, walletAgent }

/** A `describe` that is skipped without a browser; requireChromium.ts reports that once. */
export const describeInBrowser = describe.skipIf(!findChromium())

let folder: string | undefined
const texts = new Map<string, string>()

/** Reads a file of the build that these tests load. Without a browser none is made, so no module of `test/browser` calls it while it loads. */
export function built(file: string): string {
  folder ||= testBuild()
  const text = texts.get(file) ?? readFileSync(`${folder}/${file}`, 'utf8')
  texts.set(file, text)
  return text
}

/** The main file, as a script tag loads it. */
export const kitFile = () => built('upsdk-kit.min.js')
export const REAL_SDK = readFileSync('node_modules/js-upsdk/src/upsdk.js', 'utf8')
/** A route's answer that is a script. */
export const script = (body: string) => ({ contentType: 'text/javascript; charset=utf-8', body })

/** The route of another file for a script tag, by its name in the table of entries. */
export const globalFile = (name: string) => script(built(`upsdk-kit.${name}.min.js`))

export const SDK_URL = 'https://open.95516.com/s/open/js/upsdk.js'
export const PAGE_URL = 'https://mini.example/page'

/** The properties of a tab that may change at any time. */
interface Look {
  userAgent?: string
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
  reducedMotion?: 'reduce' | 'no-preference'
  /** The size in px of the user's ordinary text. */
  fontSize?: number
}

/** The properties of a tab that are fixed when it opens. */
interface TabKind {
  isMobile?: boolean
  deviceScaleFactor?: number
  permissions?: string[]
  /** In a whole browser: the headless shell has neither cameras nor a full screen. */
  inWholeBrowser?: boolean
  /** The page's time stands still, and passes where the test says so: `opened.clock.runFor(ms)`. */
  ownTime?: boolean
}

export interface PageOptions extends Look, TabKind {
  /** Runs before all scripts of the page. */
  before?: string
  /** After the page's address. */
  query?: string
  /** The body of the page; by default the SDK file, then the kit. */
  html?: string | Buffer
  /** The bridge script fails to load (H6). */
  bridgeFails?: boolean
  /** The bridge script comes so many ms after it is asked for: after the page's own scripts, which may listen for it. */
  bridgeAfter?: number
  /** The SDK file fails to load (H7). */
  sdkFails?: boolean
  headers?: Record<string, string>
  /** More addresses that the page may load; `after` so many ms. */
  routes?: Record<string, { contentType: string; body: string | Buffer; after?: number }>
  /** A page that no other test has had or gets: where its history, permissions, listeners or settings matter. */
  fresh?: boolean
}

/** The usual page: upsdk.js by its script tag, then the kit. */
export const SDK_THEN_KIT = `<script src="${SDK_URL}"></script><script src="/kit.js"></script>`

export const page = (body: string, head = '<meta name="viewport" content="width=device-width">') =>
  `<!doctype html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`

/** A tab, and what it is opened with at present. */
interface Tab {
  page: Page
  devtools: CDPSession
  look: Look
  options: PageOptions
}

/** Pages whose time passes where the test says so. */
export const ownTimePages = new WeakSet<Page>()

/** Tabs that tests have done with: a new one takes ten times as long as a new page in one of them. */
const idle = new Map<string, Tab[]>()

const PHONE = { width: 375, height: 667 }

async function newTab({ ownTime, inWholeBrowser, ...kind }: TabKind): Promise<Tab> {
  const browser = await (inWholeBrowser ? wholeBrowser() : headlessBrowser())
  const context = await browser.newContext({ ...kind, viewport: PHONE })
  const opened = await context.newPage()
  const devtools = await context.newCDPSession(opened)
  const tab: Tab = { page: opened, devtools, look: { viewport: PHONE }, options: {} }
  await context.route('**/*', (route) => answer(route, tab.options))
  if (ownTime) {
    // The clock runs until it is paused, so it starts before the time of the pause.
    await opened.clock.install({ time: 0 })
    await opened.clock.pauseAt(3_600_000)
    ownTimePages.add(opened)
  }
  await opened.addInitScript('window.native = { answers: {}, calls: [], answered: 0, wait: 0 }')
  return tab
}

/** Answers a page's requests. An address that the test does not name does not exist. */
async function answer(route: Route, options: PageOptions): Promise<void> {
  const url = route.request().url().split('?')[0] || ''
  const own = options.routes?.[url]
  if (own?.after) await pause(own.after)
  if (own) return route.fulfill(own)
  if (url === PAGE_URL) {
    const { html = page(SDK_THEN_KIT), headers } = options
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html, headers })
  }
  if (url === 'https://mini.example/kit.js') return route.fulfill(script(kitFile()))
  if (url === SDK_URL) return options.sdkFails ? route.abort() : route.fulfill(script(REAL_SDK))
  if (options.bridgeFails) return route.abort()
  if (options.bridgeAfter) await pause(options.bridgeAfter)
  if (url.endsWith('/cordova.js')) return route.fulfill(script(CORDOVA))
  if (url.endsWith('/WebViewJavascriptBridge.js')) return route.fulfill(script(JSBRIDGE))
  return route.abort()
}

/** Gives a tab the look that a page asks for. */
async function dress(tab: Tab, look: Look): Promise<void> {
  const { page: opened, devtools, look: old } = tab
  const { userAgent = walletAgent(), viewport = PHONE, fontSize = 16 } = look
  const { colorScheme = 'light', reducedMotion = 'no-preference' } = look
  const next = { userAgent, viewport, fontSize, colorScheme, reducedMotion }
  if (userAgent !== old.userAgent) await devtools.send('Emulation.setUserAgentOverride', { userAgent })
  // Asked of the page: a test may have given it another size since.
  if (JSON.stringify(viewport) !== JSON.stringify(opened.viewportSize()))
    await opened.setViewportSize(viewport)
  if (fontSize !== old.fontSize)
    await devtools.send('Page.setFontSizes', { fontSizes: { standard: fontSize } })
  if (colorScheme !== old.colorScheme || reducedMotion !== old.reducedMotion)
    await opened.emulateMedia({ colorScheme, reducedMotion })
  tab.look = next
}

/** Whether a tab is as good as new: nothing that it keeps came from the page that it had. */
async function isClean({ page: opened }: Tab): Promise<boolean> {
  if (opened.isClosed() || opened.context().pages().length > 1) return false
  const clean = `sessionStorage.clear(); localStorage.clear(); window.name === '' && location.href.startsWith('${PAGE_URL}')`
  return opened.evaluate<boolean>(clean).catch(() => false)
}

/** Opens a page of its own; what the tests do not route does not exist. */
export async function openPage(options: PageOptions = {}): Promise<Page & { done(): Promise<void> }> {
  const { isMobile, deviceScaleFactor, permissions, inWholeBrowser, ownTime } = options
  const { fresh, before, query } = options
  const kind = { isMobile, deviceScaleFactor, permissions, inWholeBrowser, ownTime }
  const key = JSON.stringify(kind)
  const tab = (!fresh && idle.get(key)?.pop()) || (await newTab(kind))
  tab.options = options
  const opened = tab.page
  await dress(tab, options)
  const script = before ? await opened.addInitScript(before) : undefined
  await opened.goto(PAGE_URL + (query || ''))
  const done = async () => {
    if (fresh || !(await isClean(tab))) return opened.context().close()
    await script?.dispose()
    idle.set(key, [...(idle.get(key) || []), tab])
  }
  return Object.assign(opened, { done })
}
