/** Opens the built demo, and reads what it shows. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import type { Language } from '../../demo/language'
import { BROWSER_AGENT, openPage, ownTimePages, type PageOptions } from '../browser/harness'

const ORIGIN = 'https://mini.example'
const TYPES: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css' }

type Routes = NonNullable<PageOptions['routes']>

let built: Promise<Routes> | undefined

/** Its files by address, as `vite build demo` would write them; once for all that a worker runs. */
export const buildDemo = (): Promise<Routes> => {
  built ||= makeDemo()
  return built
}

async function makeDemo(): Promise<Routes> {
  const { output } = (await build({
    root: 'demo',
    logLevel: 'error',
    build: { write: false },
  })) as Rolldown.RolldownOutput
  const standIn = '@upsdk-kit/upsdk.js'
  const routes: Routes = {
    // The files of `public` are no part of the output.
    [`${ORIGIN}/${standIn}`]: {
      body: readFileSync(`demo/public/${standIn}`, 'utf8'),
      contentType: 'text/javascript',
    },
  }
  for (const file of output) {
    const body = file.type === 'chunk' ? file.code : String(file.source)
    const type = TYPES[file.fileName.split('.').pop() ?? ''] ?? 'text/plain'
    routes[`${ORIGIN}/${file.fileName}`] = { body, contentType: `${type}; charset=utf-8` }
  }
  return routes
}

export type DemoPage = Page & { done(): Promise<void>; errors: string[] }

type Passed = 'viewport' | 'fresh' | 'before' | 'colorScheme' | 'reducedMotion' | 'ownTime' | 'permissions'

export interface DemoOptions extends Pick<PageOptions, Passed> {
  /** The query and hash of the address; by default empty. */
  language?: Language
  story?: string
}

/** The wallet asks nobody while a test drives the browser; here a reader taps. */
const AS_A_READER = "Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false })"

let opened = 0

/** Opens the demo; what goes wrong in it or its phone is kept in `errors`. */
export async function openDemo(routes: Routes, options: DemoOptions = {}): Promise<DemoPage> {
  const { language, story, before = '', ...kind } = options
  const errors: string[] = []
  // Another number each time: a page that differs in its hash alone would not be loaded anew.
  const query = new URLSearchParams({ n: String(++opened), ...(language && { lang: language }) })
  const page = await openPage({
    userAgent: BROWSER_AGENT,
    reducedMotion: 'reduce',
    ...kind,
    before: `${AS_A_READER}\n${before}`,
    routes,
    html: routes[`${ORIGIN}/index.html`]?.body,
    query: `?${query}${story ? `#${story}` : ''}`,
  })
  const keep = (error: Error) => errors.push(error.message)
  page.on('pageerror', keep)
  const { done } = page
  return Object.assign(page, {
    errors,
    async done() {
      page.off('pageerror', keep)
      await done()
    },
  })
}

/** Opens the demo, looks at it, and closes it. */
export async function onDemo<T>(
  routes: Routes,
  options: DemoOptions,
  look: (page: DemoPage) => Promise<T>,
): Promise<T> {
  const page = await openDemo(routes, options)
  try {
    return await look(page)
  } finally {
    await page.done()
  }
}

/** The sheet in which the wallet asks, in a phone. */
export const SHEET = '[data-upsdk-kit=sheet]'

/** The phone, and the shop in it. */
export const phoneOf = (page: Page) => page.frameLocator('#phone')
export const shopOf = (page: Page) => phoneOf(page).frameLocator('iframe[data-upsdk-kit=page]')

/** ms of a page's own time between two looks; each costs a moment of the machine's. */
const STEP = 250

/** Lets the time of a page pass, if the page has a clock of its own, until something holds. */
export async function passUntil(page: Page, holds: () => Promise<unknown>, most = 20_000): Promise<void> {
  const isOwn = ownTimePages.has(page)
  for (let passed = 0; passed < most; passed += STEP) {
    if (await holds()) return
    if (isOwn) await page.clock.runFor(STEP)
    else await page.waitForTimeout(STEP)
  }
  throw new Error('It never came to that')
}

/** The page's own texts: without code, the kit's messages, and names of languages. */
export function ownTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = []
    const other = document.documentElement.lang === 'en' ? '[lang|="zh"]' : '[lang="en"]:not(html)'
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement
      const isOther = parent?.closest(`${other}, code, pre, script, noscript, q`)
      if (!isOther) texts.push(walker.currentNode.textContent?.trim() ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder']) texts.push(element.getAttribute(name) ?? '')
    return [document.title, ...texts].filter(Boolean)
  })
}

/** Finds the place of an element, on the page or in its phone. */
export async function boxOf(locator: ReturnType<Page['locator']>) {
  const box = await locator.boundingBox()
  if (!box) throw new Error('Not on the page')
  return { ...box, right: box.x + box.width, bottom: box.y + box.height }
}

/** Elements that can be tapped and are less than 44 px high or wide. */
export const SMALL_TARGETS = `[...document.querySelectorAll('button, select, input, a')]
  .filter((element) => element.checkVisibility())
  .map((element) => ({ name: element.id || element.textContent || element.tagName, box: element.getBoundingClientRect() }))
  .filter(({ box }) => box.height < 43.9 || box.width < 43.9)
  .map(({ name, box }) => name + ' ' + box.width + ' x ' + box.height)`
