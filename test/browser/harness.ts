/** Real Chromium with the real SDK file, over a small fake native side. */
import { readdirSync, readFileSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { findChromium } from '../../scripts/chromium.mjs'

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

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 16_3_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 /sa-sdk-ios/sensors-verify/analytics.95516.com?production (com.unionpay.chsp)'
const ANDROID =
  'Mozilla/5.0 (Linux; Android 10; SM-G9750; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/78.0.3904.62 Mobile Safari/537.36 (com.unionpay.mobilepay)'
const REST = '(version 1010) (UnionPay/1.0 CloudPay) (clientVersion 310)'

export interface WalletAgent {
  platform?: 'ios' | 'android'
  bridge?: 'cordova' | 'jsbridge' | 'none'
  language?: string
  /** Without `(updebug 0)` the SDK file throws (H25). */
  updebug?: boolean
}

/** A user agent of the reference, with its bridge and language. */
export function walletAgent({
  platform = 'ios',
  bridge = 'cordova',
  language = 'zh_CN',
  updebug = true,
}: WalletAgent = {}): string {
  const way = { cordova: '(cordova 4.5.4)', jsbridge: '(securitywebcache 1.0.0)', none: '' }[bridge]
  return `${platform === 'ios' ? IPHONE : ANDROID} ${way} ${updebug ? '(updebug 0) ' : ''}${REST} (language ${language}) (languageFamily ${language}) (upApplet single) (walletMode 00)`
}

export const BROWSER_AGENT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 16_3_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.3 Mobile/15E148 Safari/604.1'

/**
 * What native says, by "plugin.action": `answers` in the page, so that a test may change it. A value is
 * `{ success }`, `{ fail }`, `{ status }` (a cordova status such as ILLEGAL_ACCESS_EXCEPTION) or `{ silent: true }`.
 */
const NATIVE = `
window.native = window.native || { answers: {}, calls: [], wait: 0 }
window.native.exec = function (success, fail, plugin, action, args) {
  var name = plugin + '.' + action
  native.calls.push({ name: name, args: JSON.parse(JSON.stringify(args || [])) })
  var answer = native.answers[name] || { success: undefined }
  if (typeof answer === 'function') answer = answer(args)
  setTimeout(function () {
    if (answer.silent) return
    native.answered = (native.answered || 0) + 1
    var times = answer.times || 1
    for (var i = 0; i < times; i++) {
      if (answer.status) {
        if (window.cordova) cordova.errorRetStatus = cordova.callbackStatus[answer.status]
        fail && fail('fail' in answer ? answer.fail : '')
      } else if ('fail' in answer) fail && fail(answer.fail)
      else success && success(answer.success)
      if (answer.thenFail !== undefined) fail && fail(answer.thenFail)
    }
  }, native.wait)
}`

const CORDOVA = `${NATIVE}
window.cordova = {
  callbackStatus: { OK: 1, INVALID_ACTION: 7, CLASS_NOT_FOUND_EXCEPTION: 2, ILLEGAL_ACCESS_EXCEPTION: 3 },
  errorRetStatus: 1,
  exec: function (success, fail, plugin, action, args) { native.exec(success, fail, plugin, action, args) }
}
window.deviceReady = function () {
  var event = document.createEvent('Event')
  event.initEvent('deviceready', false, false)
  document.dispatchEvent(event)
}
if (window.readyAfter !== 'never') setTimeout(window.deviceReady, window.readyAfter || 0)`

const JSBRIDGE = `${NATIVE}
;(function () {
  function wrap(value) { return typeof value === 'string' ? { resultString: value } : { resultParams: value } }
  window.WebViewJavascriptBridge = {
    callHandler: function (plugin, action, args, success, fail) {
      native.exec(function (v) { success(wrap(v)) }, function (v) { fail(wrap(v)) }, plugin, action, args)
    },
    registerHandler: function (name, handler) { (native.handlers = native.handlers || {})[name] = handler }
  }
})()`

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

async function newTab({ fontSize, ...kind }: PageKind): Promise<Tab> {
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
  const { colorScheme, reducedMotion, isMobile, deviceScaleFactor, fontSize, permissions } = options
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
