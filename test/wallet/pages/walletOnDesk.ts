/** Opens a page in the wallet on the desk by a script tag, and reads what is drawn over it and what its calls gave. */
import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import type { DevSettings } from '../../../wallet/dev'
import type { WalletClient } from '../../../wallet/page/client'
import type { DeskSettings } from '../../../wallet/shared/settings'
import { BROWSER_AGENT, openPage, type PageOptions, page, script } from '../../browser/harness'

const ORIGIN = 'https://mini.example'
const DEV = script(readFileSync('dist/upsdk-kit.dev.js', 'utf8'))
const KIT = script(readFileSync('dist/upsdk-kit.js', 'utf8'))
const PRODUCTION_KIT = script(readFileSync('dist/upsdk-kit.min.js', 'utf8'))

type Passed = 'viewport' | 'fresh' | 'colorScheme' | 'ownTime' | 'fontSize' | 'headers' | 'inWholeBrowser'

export interface DeskOptions extends Pick<PageOptions, Passed> {
  /** The wallet's settings. By default it asks, and neither its bridge nor its answers take time. */
  settings?: DevSettings
  /** The developer's language. @default 'en' */
  language?: 'en' | 'zh-CN'
  /** The text of a script of the page's, before all others. */
  before?: string
  /** The text of a script of the page's, after the wallet and the kit. */
  script?: string
  body?: string
  /** Is the page's kit a production build, which uses no tools? */
  isProduction?: boolean
  /** What stands in the head, above the wallet. */
  head?: string
}

export type DeskPage = Page & { done(): Promise<void>; lines: string[]; errors: string[] }

/** Opens a page with the kit in the wallet, with `call` and `told` of `callsInPage`. Its scripts are files: a strict policy blocks others. */
export async function openOnDesk(options: DeskOptions = {}): Promise<DeskPage> {
  const {
    settings,
    language = 'en',
    before = '',
    script: own = '',
    body = '',
    head = '',
    isProduction,
    ...kind
  } = options
  const given: DevSettings = { anyHost: true, ask: true, latency: 0, readyAfter: 0, ...settings }
  const files = ['before', 'settings', 'dev', 'kit', 'page']
  const opened = await openPage({
    userAgent: BROWSER_AGENT,
    reducedMotion: 'reduce',
    ...kind,
    before: `Object.defineProperty(Navigator.prototype, 'language', { get: () => '${language}', configurable: true })`,
    html: page(
      `<main>${body}</main>`,
      `<title>Shop</title><meta name="viewport" content="width=device-width">${head}${files.map((name) => `<script src="/${name}.js"></script>`).join('')}`,
    ),
    routes: {
      [`${ORIGIN}/before.js`]: script(before),
      [`${ORIGIN}/settings.js`]: script(`window.upsdkKitDev = ${JSON.stringify(given)}`),
      [`${ORIGIN}/dev.js`]: DEV,
      [`${ORIGIN}/kit.js`]: isProduction ? PRODUCTION_KIT : KIT,
      [`${ORIGIN}/page.js`]: script(`(${callsInPage})();\n${own}`),
    },
  })
  const lines: string[] = []
  const errors: string[] = []
  const keepLine = (message: { text(): string }) => void lines.push(message.text())
  const keepError = (error: Error) => void errors.push(error.message)
  opened.on('console', keepLine)
  opened.on('pageerror', keepError)
  const { done } = opened
  return Object.assign(opened, {
    lines,
    errors,
    async done() {
      opened.off('console', keepLine)
      opened.off('pageerror', keepError)
      await done()
    },
  })
}

/** Opens a page, looks at it, and closes it. */
export async function onDesk<T>(options: DeskOptions, look: (page: DeskPage) => Promise<T>): Promise<T> {
  const opened = await openOnDesk(options)
  try {
    return await look(opened)
  } finally {
    await opened.done()
  }
}

export type How = 'raw' | 'kit'
type Callbacks = Record<'success' | 'fail', (value: unknown) => void>

/** What `callsInPage` leaves in the window. */
interface CallsWindow extends Window {
  client: WalletClient
  told: unknown[]
  call(how: How, method: string, params?: object): void
  upsdk: Record<string, (params?: unknown) => unknown>
  cordova: { exec(success: unknown, fail: unknown, plugin: string, action: string, args: unknown[]): void }
  UpsdkKit: {
    createUpsdk(options: object): Record<string, (params?: object) => Promise<unknown>> & { destroy(): void }
  }
}

/** Runs in the page. `call` makes a call, and `told` keeps what the page then gets. */
function callsInPage(): void {
  const desk = window as unknown as CallsWindow
  desk.client = (window as unknown as Record<symbol, WalletClient>)[
    Symbol.for('upsdk-kit.wallet')
  ] as WalletClient
  desk.told = []
  const hears = (name: string) => (value: unknown) => void desk.told.push([name, value])
  function callRaw(method: string, params: object): void {
    const callbacks: Callbacks = { success: hears('success'), fail: hears('fail') }
    // UnionPay's button calls the bridge itself.
    if (method === 'appletExplicitAuth')
      desk.cordova.exec(callbacks.success, callbacks.fail, 'UPWebBars', method, [params])
    else desk.upsdk[method]?.({ ...params, ...callbacks })
  }
  function callKit(method: string, params: object | undefined): void {
    const kit = desk.UpsdkKit.createUpsdk({ notify: false })
    kit[method]?.(params).then(
      hears('resolved'),
      ({ reason, code, sent }: { reason: string; code?: string; sent: boolean }) =>
        hears('rejected')({ reason, code, sent }),
    )
  }
  desk.call = (how, method, params) => {
    if (how === 'kit') callKit(method, params)
    else desk.upsdk.pluginReady?.(() => callRaw(method, params || {}))
  }
}

/** Makes a call; its answer may be open when this ends. */
export const call = (opened: Page, how: How, method: string, params?: object): Promise<unknown> =>
  opened.evaluate(`call(${JSON.stringify(how)}, ${JSON.stringify(method)}, ${JSON.stringify(params)}); 0`)

/** What the page has got: names of callbacks, or how a promise ended, with the values. */
export const told = (opened: Page) => opened.evaluate<[name: string, value: unknown][]>('told')

/** The parameters of a payment. */
export const TN = { tn: '201811290000001' }

export const SHEET = '[data-upsdk-kit="sheet"]'
export const CONTROL = '[data-upsdk-kit="wallet"]'

/** The dialog of a sheet: its host has no place of its own on the screen. */
export const sheetOf = (opened: Page, method?: string): Locator =>
  opened.locator(method ? `${SHEET}[data-method="${method}"] dialog` : `${SHEET} dialog`)

/** Taps an outcome of the sheet on screen. */
export const choose = (opened: Page, outcome: string) =>
  sheetOf(opened).locator(`[data-outcome="${outcome}"]`).click()

/** Waits until no sheet is there. */
export const sheetGone = (opened: Page) => sheetOf(opened).waitFor({ state: 'detached' })

/** Waits until the page has got as much. */
export const hasHeard = (opened: Page, count: number) =>
  opened.waitForFunction(`told.length >= ${count}`, null, { polling: 20 })

/** Opens the control, at one of its tabs. */
export async function openControl(opened: Page, tab: 'log' | 'settings' = 'log'): Promise<Locator> {
  const control = opened.locator(CONTROL)
  await control.locator('.opener').click()
  if (tab !== 'log') await control.locator(`[data-tab="${tab}"]`).click()
  await opened.evaluate(
    `document.querySelector('${CONTROL}').shadowRoot.querySelectorAll('details').forEach((one) => { one.open = true })`,
  )
  return control
}

/** The outcome of a call, without times, numbers of calls, and values that differ from call to call. */
export interface Trail {
  calls: unknown
  told: unknown
  steps: unknown
}

/** The settings that the developer has chosen. */
export const settingsOf = (opened: Page) => opened.evaluate<DeskSettings>('client.settings()')

/** Clears the log before a call that is checked. */
export const forget = (opened: Page) =>
  opened.evaluate('client.log.clear(); client.simulator.calls.length = 0; told.length = 0; 0')

export async function trailOf(opened: Page): Promise<Trail> {
  const trail = await opened.evaluate<Trail>(`({
    calls: client.simulator.calls.slice(),
    told: told.slice(),
    steps: client.log.entries.map(({ method, by, steps }) => [method, by, ...steps.filter(({ type }) => type !== 'chosen').map(({ id, at, ...step }) => step)]),
  })`)
  const text = JSON.stringify(trail)
    .replace(/example-code-\d+/g, 'example-code')
    // The browser's canvas makes its own bytes of a picture.
    .replace(/\/9j\/[\w+/=]*/g, 'a picture')
    // The log says how long the kit waited, and how long a call took.
    .replace(/"(waited|took)":\d+(\.\d+)?,?/g, '')
  return JSON.parse(text) as Trail
}
