/** Opens the built site, and reads what it shows. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { BROWSER_AGENT, openPage, type PageOptions } from '../browser/harness'
import { AXE } from '../browser/screen'

const ORIGIN = 'https://mini.example'
export const DIST = 'site/dist'
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
}

const SOURCES = ['docs', 'bin', 'src', 'scripts', 'site', 'demo', 'test/data', 'package.json']

/** A hash of all that the site is made of. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...SOURCES], {
    encoding: 'utf8',
  })
  for (const file of files.trim().split('\n').sort())
    if (existsSync(file)) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

/** Builds the site as `npm run site:build` does, unless the same sources were built before. A dead link fails. */
export function buildSite(): void {
  const made = fingerprint()
  const note = `${DIST}/.made-of`
  if (existsSync(note) && readFileSync(note, 'utf8') === made) return
  execFileSync(process.execPath, ['scripts/site.mjs', 'build'], { stdio: 'pipe' })
  writeFileSync(note, made)
}

/** The file of an address, as GitHub Pages finds it. */
export const fileOf = (path: string): string | undefined =>
  [path, `${path}.html`, `${path.replace(/\/$/, '')}/index.html`]
    .map((file) => DIST + decodeURI(file))
    .find((file) => extname(file) && existsSync(file))

const routes: NonNullable<PageOptions['routes']> = new Proxy(
  {},
  {
    get(_target, url) {
      if (!String(url).startsWith(`${ORIGIN}/`)) return undefined
      const path = String(url).slice(ORIGIN.length)
      const file = fileOf(path)
      // GitHub Pages does the same.
      if (!file && !extname(path))
        return { status: 404, body: readFileSync(`${DIST}/404.html`), contentType: TYPES['.html'] }
      if (!file) return undefined
      return { body: readFileSync(file), contentType: TYPES[extname(file)] ?? 'text/plain' }
    },
  },
)

export type SitePage = Page & {
  done(): Promise<void>
  /** Errors since the last visit, and requests to other servers. */
  faults: string[]
  visit(path: string): Promise<void>
}

/** Opens a tab on the site; it serves for one page after the other. */
export async function openSite(options: PageOptions = {}): Promise<SitePage> {
  const opened = await openPage({
    userAgent: BROWSER_AGENT,
    reducedMotion: 'reduce',
    html: '',
    ...options,
    routes,
    fresh: true,
  })
  const faults: string[] = []
  opened.on('pageerror', ({ message }) => faults.push(message))
  opened.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${ORIGIN}/`) && !/^(data|blob|about):/.test(url)) faults.push(url)
  })
  return Object.assign(opened, {
    faults,
    async visit(path: string) {
      faults.length = 0
      await opened.goto(ORIGIN + path)
      // Vue has taken the page over, and its buttons do what they say.
      await opened.waitForFunction(
        'document.querySelector("#app").__vue_app__ && document.fonts.status === "loaded"',
      )
    },
  })
}

/** The violations that axe-core finds in a page. */
export async function faultsOfAxe(page: Page): Promise<string[]> {
  await page.evaluate(`${AXE};0`)
  return page.evaluate<string[]>(`axe.run(document, { iframes: false }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ target, failureSummary }) => target + ' ' + failureSummary).join(' | ')))`)
}

/** How far the page is wider than its window, and what is. */
export const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    return [...document.querySelectorAll('.VPContent *, header *, nav *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 40)}`)
  })

/** Types into the search, and gives the addresses that it finds, the best first. */
export async function searchFor(page: Page, words: string): Promise<string[]> {
  const box = page.locator('#localsearch-input')
  const found = page.locator('.VPLocalSearchBox .result')
  if (!(await box.isVisible())) await page.locator('.DocSearch-Button').first().click()
  // The results of earlier words disappear first.
  await box.fill('')
  await found.first().waitFor({ state: 'detached' })
  await box.fill(words)
  await page.locator('.VPLocalSearchBox :is(.result, .no-results)').first().waitFor()
  return found.evaluateAll((links) =>
    links.map((link) => decodeURI(link.getAttribute('href') ?? '').replace('.html', '')),
  )
}

interface Found {
  id: string
}

/** The file of the search's index, with the titles that it shows. */
export function indexFile(base: '/' | '/en/'): string {
  const chunks = `${DIST}/assets/chunks`
  const name = `@localSearchIndex${base === '/' ? 'root' : 'en'}.`
  return `${chunks}/${readdirSync(chunks).find((one) => one.startsWith(name))}`
}

/** The index as the browser reads it, without the 0.2 s for which the search box waits after each key. */
export async function readIndex(base: '/' | '/en/'): Promise<(words: string) => string[]> {
  const load = (file: string) => import(/* @vite-ignore */ pathToFileURL(resolve(file)).href)
  const [{ default: MiniSearch }, { default: index }, { search }] = await Promise.all([
    load('site/node_modules/minisearch/dist/es/index.js'),
    load(indexFile(base)),
    load('site/.vitepress/search.ts'),
  ])
  const { options, searchOptions } = search.miniSearch
  const loaded = MiniSearch.loadJSON(index, {
    fields: ['title', 'titles', 'text'],
    storeFields: ['title', 'titles'],
    searchOptions,
    ...options,
  })
  return (words) => loaded.search(words).map(({ id }: Found) => decodeURI(id).replace(/\.html/, ''))
}
