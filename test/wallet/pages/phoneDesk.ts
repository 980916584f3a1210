/** Opens a phone in a browser, around pages of a Vite project that has the plug-in. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FrameLocator, Locator, Page } from 'playwright-core'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll } from 'vitest'
import type { Situation } from '../../../wallet/shared/situations'
import { headlessBrowser } from '../../browser/browsers'
import { installKit } from '../../pages/installed'

export interface Desk {
  /** The phone's address, without what is behind `#`. */
  readonly address: string
  readonly server: ViteDevServer
  close(): Promise<void>
}

/** Serves pages, by their names, under `base`. */
export async function serveDesk(
  pages: Readonly<Record<string, string>>,
  { base = '/', simulator = { ask: true } }: { base?: string; simulator?: object | boolean } = {},
): Promise<Desk> {
  const project = mkdtempSync(join(tmpdir(), 'upsdk-kit-phone-'))
  for (const [name, html] of Object.entries(pages)) writeFileSync(join(project, name), html)
  installKit(project)
  const { default: upsdkKit } = await import(
    pathToFileURL(join(project, 'node_modules/upsdk-kit/dist/vite.js')).href
  )
  const server = await createServer({
    root: project,
    base,
    configFile: false,
    logLevel: 'error',
    plugins: [upsdkKit({ simulator })],
    // Vite's pre-bundling hangs once another server of the same process was closed; the kit needs none.
    optimizeDeps: { noDiscovery: true },
    server: { host: '127.0.0.1', port: 0, hmr: false, fs: { strict: false } },
  })
  await server.listen()
  const [local = ''] = server.resolvedUrls?.local || []
  return {
    address: new URL('/@upsdk-kit/', local).href,
    server,
    async close() {
      await server.close()
      rmSync(project, { recursive: true, force: true })
    },
  }
}

/** Serves pages to the phones of all tests of a group. */
export function useDesk(pages: Parameters<typeof serveDesk>[0]): Pick<Desk, 'address'> {
  let desk: Desk | undefined
  beforeAll(async () => {
    desk = await serveDesk(pages)
  })
  afterAll(() => desk?.close())
  return {
    get address() {
      return desk?.address || ''
    },
  }
}

export interface Phone {
  readonly page: Page
  /** The page in the phone. */
  readonly frame: FrameLocator
  /** Opens a path of the project in it. */
  open(path: string): Promise<void>
  /** Shows a panel: its tab in a narrow window. Beside the others it is in sight already. */
  show(panel: 'page' | 'log' | 'settings'): Promise<void>
  choose(choice: { mode?: 'as-is' | 'in-place'; situation?: string }): Promise<void>
  /** Replays the recorded actions in these situations and modes, and waits for the table. */
  runAll(plan: { situations: readonly Situation[]; modes: readonly ('raw' | 'kit')[] }): Promise<void>
  /** The mark of a run, with all that is known of it. */
  cell(situation: Situation, mode: 'raw' | 'kit'): Locator
  /** Lists what the user saw since the page was opened, as the phone tells it. */
  seen(): Promise<string[]>
  close(): Promise<void>
  /** Ends the phone, and resets the desk, so that no choice reaches the next test. */
  reset(): Promise<void>
}

interface Look {
  locale: string
  width: number
  height: number
  colorScheme: 'light' | 'dark' | null
  /** The size in px of the user's ordinary text. */
  fontSize?: number
}

const USUAL_LOOK: Look = { locale: 'zh-CN', width: 1280, height: 860, colorScheme: 'light' }

/** Tabs that tests have done with, by their look: a phone opens in one of them in half the time. */
const idle = new Map<string, Page[]>()

async function newTab({ locale, width, height, colorScheme, fontSize }: Look): Promise<Page> {
  const browser = await headlessBrowser()
  const context = await browser.newContext({ viewport: { width, height }, locale, colorScheme })
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  if (fontSize) {
    const devtools = await context.newCDPSession(page)
    await devtools.send('Page.setFontSizes', { fontSizes: { standard: fontSize } })
  }
  return page
}

/** Keeps a tab for the next phone, unless its page has opened a window. */
async function giveBack(page: Page, tabs: Page[]): Promise<void> {
  const context = page.context()
  if (context.pages().length > 1) return context.close()
  page.removeAllListeners('dialog')
  await context.unrouteAll({ behavior: 'ignoreErrors' })
  await page.evaluate('localStorage.clear(); sessionStorage.clear()')
  // A page that still runs could set a cookie afterwards.
  await page.goto('about:blank')
  await context.clearCookies()
  tabs.push(page)
}

export async function openPhone(
  { address }: Pick<Desk, 'address'>,
  path = '/',
  given: Partial<Look> = {},
): Promise<Phone> {
  const look = { ...USUAL_LOOK, ...given }
  const key = JSON.stringify(look)
  const tabs = idle.get(key) || []
  idle.set(key, tabs)
  const page = tabs.pop() || (await newTab(look))
  const frame = page.frameLocator('iframe[data-upsdk-kit=page]')

  /** Waits until the page in the frame has started its client, and its bridge is as its settings say. */
  async function started(): Promise<void> {
    // The frame has an empty document first.
    await page.waitForFunction(
      "document.querySelector('iframe[data-upsdk-kit=page]')?.contentDocument?.URL !== 'about:blank'",
    )
    await frame.locator('body').waitFor()
  }
  async function open(to: string): Promise<void> {
    await page.goto('about:blank')
    await page.goto(`${address}#${to}`)
    await started()
  }
  await open(path)
  let isOver = false

  return {
    page,
    frame,
    open,
    async show(panel) {
      const tab = page.locator(`[role=tab][data-tab=${panel}]`)
      if (await tab.isVisible()) await tab.click()
    },
    async choose({ mode, situation }) {
      const state = JSON.stringify({
        ...(mode && { inPlace: mode === 'in-place' }),
        ...(situation !== undefined && { situation: situation || null }),
      })
      await page.evaluate(
        (body) => fetch('state', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }),
        state,
      )
      // The phone's own address has the earlier choices, and would restore them.
      await page.evaluate("history.replaceState(null, '', location.pathname + location.hash)")
      await page.reload()
      await started()
    },
    async runAll({ situations, modes }) {
      const all = page.locator('[data-part=all]')
      const button = (name: string) => page.locator(`[data-part=all-${name}]`)
      if (!(await all.isVisible())) {
        await page.locator('[data-part=compare]').click()
        // Nothing was tapped: it waits for a tap.
        await all.or(button('on-load')).first().waitFor()
        if (await button('on-load').isVisible()) await button('on-load').click()
      }
      // It has started all of them.
      await button('stop').or(button('again')).filter({ visible: true }).waitFor()
      if (await button('stop').isVisible()) await button('stop').click()
      await button('again').waitFor()
      if (!(await all.locator('details[open]').count())) await all.locator('summary').click()
      for (const one of await all.locator('input[value]:enabled').all())
        await one.setChecked(
          [...situations, ...modes].includes((await one.getAttribute('value')) as Situation),
        )
      await button('again').press('Enter')
      await page.locator('[data-part=copy-markdown]:enabled').waitFor({ timeout: 0 })
    },
    cell: (situation, mode) => page.locator(`[data-situation="${situation}"] [data-mode=${mode}]`),
    seen: () => page.locator('[data-upsdk-kit=log] [data-note=seen] [data-part=text]').allTextContents(),
    close: () => page.context().close(),
    async reset() {
      // The test after it may have failed to open its own phone.
      if (isOver) return
      isOver = true
      // A phone that still plays situations would write its own settings after this.
      await page.goto(new URL('/@upsdk-kit/state', page.url()).href)
      await page.evaluate(
        `fetch('/@upsdk-kit/state', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: 'null' })`,
      )
      await giveBack(page, tabs)
    },
  }
}
