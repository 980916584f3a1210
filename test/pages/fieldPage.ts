/** Opens the built field test in a wallet. */
import type { Page, Request } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import type { Report } from '../../field/report'
import { globalFile, openPage, type PageOptions, SDK_URL } from '../browser/harness'

/** Its one file, as `npm run field` would write it. */
export async function buildField(): Promise<string> {
  const built = (await build({
    root: 'field',
    configFile: 'field/vite.config.mjs',
    logLevel: 'error',
    build: { write: false },
  })) as Rolldown.RolldownOutput | Rolldown.RolldownOutput[]
  const files = [built].flat().flatMap(({ output }) => output)
  if (files.length !== 1) throw new Error(`${files.length} files`)
  const [file] = files
  return file?.type === 'asset' ? String(file.source) : ''
}

/** A stand-in wallet before the page's own script; `code` is what `installSimulator` is called with. */
export const simulated = (code: string): string =>
  `${globalFile('simulator').body}\n;window.simulator = UpsdkKit.installSimulator(${code})`

export type FieldPage = Page & { done(): Promise<void>; errors: string[]; requested: string[] }

export async function openField(html: string, options: PageOptions = {}): Promise<FieldPage> {
  // The page is empty first, so that all messages of the field test are kept.
  const given: PageOptions = { reducedMotion: 'reduce', ...options, before: undefined, html: '' }
  const page = await openPage(given)
  const errors: string[] = []
  const requested: string[] = []
  const onError = ({ message }: Error) => errors.push(message)
  const onRequest = (request: Request) => requested.push(request.url())
  page.on('pageerror', onError)
  page.on('request', onRequest)
  given.html = html
  const before = options.before ? await page.addInitScript(options.before) : undefined
  await page.reload()
  const { done } = page
  return Object.assign(page, {
    errors,
    requested,
    async done() {
      page.off('pageerror', onError)
      page.off('request', onRequest)
      await before?.dispose()
      await done()
    },
  })
}

/** The texts that an element lies over. */
export const overlaps = (page: Page, above: string, texts: string): Promise<string[]> =>
  page.evaluate(
    ([first = '', rest = '']) => {
      const box = document.querySelector(first)?.getBoundingClientRect() as DOMRect
      return [...document.querySelectorAll(rest)].flatMap((element) => {
        const range = document.createRange()
        range.selectNodeContents(element)
        const isUnder = [...range.getClientRects()].some(
          ({ left, right, top, bottom }) =>
            left < box.right && right > box.left && top < box.bottom && bottom > box.top,
        )
        return isUnder ? [element.textContent ?? ''] : []
      })
    },
    [above, texts],
  )

/** Waits until all checks that run by themselves are done. */
export const readsDone = (page: Page) =>
  page.waitForSelector('html[data-reads="done"]', { state: 'attached', timeout: 120_000 })

/** The state of each check by its id. */
export const statuses = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() => {
    const all: Record<string, string> = {}
    for (const row of document.querySelectorAll<HTMLElement>('[data-check]'))
      all[row.dataset.check || ''] = row.dataset.status || ''
    return all
  })

/** Both reports, as they would be copied. */
export async function reportsOf(page: Page): Promise<{ text: string; report: Report }> {
  await page.click('#copy')
  await page.waitForSelector('#copied:not(:empty)')
  const text = await page.inputValue('#report')
  await page.click('#copy-json')
  const report = JSON.parse(await page.inputValue('#report')) as Report
  return { text, report }
}

export const isElsewhere = (url: string): boolean =>
  !url.startsWith('https://mini.example/page') &&
  !url.startsWith(SDK_URL) &&
  // upsdk.js itself loads the bridge.
  !url.startsWith('https://open.95516.com/s/open/common/')
