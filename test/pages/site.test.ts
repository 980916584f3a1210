/** The site as it is built: a page for each code and method, seen at the widths of phones and computers, and its search. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { commonCodes } from '../../src/failure/codes'
import { explain } from '../../src/index'
import { serverCodes } from '../../src/server-codes'
import { describeInBrowser, useBrowser } from '../browser/harness'
import { DIALOG, TOAST } from '../browser/screen'
import { blocks, typeErrors } from '../support/snippets'
import { buildSite, DIST, faultsOfAxe, fileOf, openSite, readIndex, searchFor, tooWide } from './sitePage'

useBrowser()

const BASES = ['/', '/en/'] as const
const LOOKED_AT = ['', 'codes/c02', 'methods/pay', 'server']
const WIDTHS = [320, 375, 1280]
const codes = [...new Set([...Object.keys(commonCodes), ...Object.keys(serverCodes)])]
const methods = readFileSync('test/data/methods.tsv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t')[0] ?? '')

describeInBrowser('the site', () => {
  beforeAll(buildSite, 300_000)

  it.each(BASES)('below %s has a page for each code and each method', (base) => {
    const pages = [
      ...codes.map((code) => `${base}codes/${code.toLowerCase()}`),
      ...methods.map((method) => `${base}methods/${method}`),
    ]
    expect(codes).toHaveLength(84)
    expect(methods).toHaveLength(205)
    expect(pages.filter((page) => !fileOf(page))).toEqual([])
  })

  it('has no link to a place that is not there', () => {
    const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.html'),
    )
    const texts = new Map(files.map((file) => [join(DIST, file), readFileSync(join(DIST, file), 'utf8')]))
    const lost = [...texts].flatMap(([file, text]) =>
      [...text.replace(/&amp;/g, '&').matchAll(/href="([^"]*)"/g)].flatMap(([, link = '']) => {
        if (/^(https|mailto|data|blob):|\.(css|js)$/.test(link)) return []
        const { pathname, hash } = new URL(link, `https://mini.example${file.slice(DIST.length)}`)
        const target = fileOf(pathname)
        const id = decodeURIComponent(hash.slice(1))
        const isThere = target && (!id || texts.get(target)?.includes(`id="${id}"`))
        return isThere ? [] : [`${file}: ${link}`]
      }),
    )
    expect([...new Set(lost)]).toEqual([])
  })

  // test/package/guides.test.ts compiles them.
  it('has all guides for assistants, with every snippet as it stands there', () => {
    const full = readFileSync(`${DIST}/llms-full.txt`, 'utf8')
    const guides = readFileSync('docs/README.md', 'utf8').matchAll(/^\| \[[^\]]+\]\(([\w-]+\.md)\)/gm)
    const snippets = [...guides].flatMap(([, guide]) => blocks(`docs/${guide}`, 'ts'))
    expect(snippets.length).toBeGreaterThan(50)
    expect(snippets.filter((code) => !full.includes(code))).toEqual([])
    const links = [...readFileSync(`${DIST}/llms.txt`, 'utf8').matchAll(/\]\(([^)]+)\)/g)].map(
      ([, link]) => `/${link}`,
    )
    expect(links.filter((link) => !fileOf(link))).toEqual([])
  })

  it('has lines to try each code that compile', () => {
    const lines = new Set(
      codes.flatMap((code) => blocks(`site/.generated/codes/${code.toLowerCase()}.md`, 'ts')),
    )
    const all = [...lines].map((code, at) => ({ name: `${at}.ts`, code }))
    expect(all.length).toBe(codes.length)
    expect(typeErrors(all)).toEqual([])
  })

  it.each(BASES.flatMap((base) => LOOKED_AT.map((page) => base + page)))(
    '%s fits phones and computers, light and dark, and axe-core finds nothing',
    async (path) => {
      const page = await openSite()
      const faults: string[] = []
      await page.visit(path)
      for (const width of WIDTHS)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize({ width, height: 800 })
          await page.emulateMedia({ colorScheme })
          await page.waitForFunction(
            `document.documentElement.classList.contains('dark') === ${colorScheme === 'dark'}`,
          )
          // Axe's rules do not change from one phone to the next.
          const found = [...(await tooWide(page)), ...(width === 375 ? [] : await faultsOfAxe(page))]
          faults.push(...found.map((fault) => `${width} ${colorScheme}: ${fault}`))
        }
      expect([...faults, ...page.faults]).toEqual([])
      await page.done()
    },
  )

  it.each([
    ['/codes/c02', TOAST, explain('c02', { locale: 'zh-Hans' }).message],
    ['/en/codes/99', DIALOG, explain('99', { locale: 'en' }).message],
    ['/en/codes/a31', TOAST, explain('a31', { locale: 'en' }).message],
  ])('%s shows what the user sees, as the kit shows it', async (path, kind, message) => {
    const page = await openSite()
    await page.visit(path)
    await page.locator('.demo-run').click()
    const shown = page.frameLocator('.demo-phone').locator(kind)
    await shown.getByText(message).waitFor()
    expect(await shown.count()).toBe(1)
    expect(page.faults).toEqual([])
    await page.done()
  })

  it('runs a method in a simulated wallet, and tells each step', async () => {
    const page = await openSite()
    await page.visit('/methods/scanQRCode')
    await page.selectOption('.demo select', 'refused')
    await page.locator('.demo-run').click()
    await page.waitForFunction(`document.querySelector('.demo-result').textContent`)
    const steps = await page.locator('.demo-told li').allTextContents()
    expect(steps.map((step) => step.split(/\s+/)[2])).toEqual(
      expect.arrayContaining(['called', 'sent', 'answered', 'settled']),
    )
    expect(JSON.parse((await page.locator('.demo-result').textContent()) ?? '')).toMatchObject({
      code: 'c02',
      reason: 'forbidden',
    })
    await page.done()
  })

  it('signs in the page, as the example server does, and sends nothing', async () => {
    const page = await openSite()
    await page.visit('/server')
    const asked = page.faults.length
    for (const [name, value] of Object.entries({
      appId: 'a',
      nonceStr: 'n',
      secret: 's',
      timestamp: '1700000000',
    }))
      await page.fill(`.calculator [name=${name}]`, value)
    const signature = page.locator('[data-signature]')
    await page.waitForFunction(
      `/^[0-9a-f]{64}$/.test(document.querySelector('[data-signature]').textContent)`,
    )
    const { createHash } = await import('node:crypto')
    const text = 'appId=a&nonceStr=n&secret=s&timestamp=1700000000'
    expect(await signature.textContent()).toBe(createHash('sha256').update(text).digest('hex'))
    await page.fill('.calculator [name=timestamp]', '1700000000000')
    expect(await page.locator('.calculator-warnings').textContent()).toContain('10')
    expect(page.faults.length).toBe(asked)
    await page.done()
  })

  /** What is typed, and what has to be among the first three. */
  const SEARCHES: readonly (readonly [words: string, path: string])[] = [
    ['c02', '/codes/c02'],
    ['C02', '/codes/c02'],
    ['[c02]', '/codes/c02'],
    ['02?', '/codes/c02'],
    ['错误码 c02', '/codes/c02'],
    ['a31', '/codes/a31'],
    ['n62132', '/codes/n62132'],
    ['3023', '/codes/3023'],
    ['CLASS_NOT_FOUND_EXCEPTION: 此插件没有实现！', '/codes/c04'],
    [
      'ILLEGAL_ACCESS_EXCEPTION: 无权限访问此插件！',
      '/faq#无权限访问此插件--illegal_access_exception--c02--非法请求',
    ],
    ['config执行成功以后才能调用插件方法', '/faq#config执行成功以后才能调用插件方法--c05'],
    ['支付插件调用失败', '/faq#支付插件调用失败--pay-没有错误码'],
    [
      "Cannot read properties of undefined (reading 'pluginReady')",
      '/faq#cannot-read-properties-of-undefined-reading-pluginready--upsdkxxx-is-not-a-function',
    ],
    ['人脸', '/codes/94'],
    ['刷脸', '/methods/bioDetect'],
    ['白屏', '/faq#云闪付小程序-白屏'],
    ['没反应', '/faq#调用没反应--回调不执行'],
    ['支付', '/error-handling#支付'],
    ['scanqrcode', '/methods/scanQRCode'],
    ['国密', '/server#国密'],
  ]

  const misses = (search: (words: string) => string[], wanted: typeof SEARCHES, most: number) =>
    wanted.flatMap(([words, path]) => {
      const found = search(words)
      const isFound = found.slice(0, most).some((link) => link === path || link.replace(/#.*/, '') === path)
      return isFound ? [] : [`${words}: ${found.slice(0, most).join(' ')}`]
    })

  it('finds codes in any spelling, error texts as they are pasted, Chinese words and other words for them', async () => {
    expect(misses(await readIndex('/'), SEARCHES, 3)).toEqual([])
  })

  it('has a search box that finds the same in the browser', async () => {
    const page = await openSite({ viewport: { width: 1280, height: 800 } })
    await page.visit('/')
    const search = await readIndex('/')
    for (const words of ['[c02]', '没反应', '刷脸'])
      expect(await searchFor(page, words)).toEqual(search(words).slice(0, 16))
    await page.done()
  })

  /** As people type them, each with the section that has the answer. */
  const QUESTIONS = readFileSync('test/data/questions.tsv', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [words = '', section = ''] = line.split('\t')
      const base = /^docs\/(?!zh)/.test(section) ? '/en/' : '/'
      return {
        base,
        question: [words, base + section.replace(/^docs\/(zh\/)?/, '').replace('.md', '')] as const,
      }
    })

  it.each(BASES)('below %s leads each question to its answer, among the first five', async (base) => {
    const asked = QUESTIONS.filter((one) => one.base === base).map(({ question }) => question)
    expect(QUESTIONS).toHaveLength(40)
    expect(misses(await readIndex(base), asked, 5)).toEqual([])
  })
})
