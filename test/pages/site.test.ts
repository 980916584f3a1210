/**
 * The built site has a page for each code and method, fits phones and computers, and its search finds what people
 * look for.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { moved } from '../../bin/moved.mjs'
import { installLines, pageCode } from '../../demo/first/lines'
import { methodNames } from '../../scripts/methods.mjs'
import { texts } from '../../site/.vitepress/texts'
import { commonCodes } from '../../src/failure/codes'
import { reasons } from '../../src/failure/reasons'
import { explain } from '../../src/index'
import { serverCodes } from '../../src/server-codes'
import { zh } from '../../wallet/view/texts/zh'
import { describeInBrowser } from '../browser/harness'
import { DIALOG, TOAST } from '../browser/screen'
import { drawOneOfEach } from '../support/drawn.mjs'
import { oneOfEach } from '../support/samples'
import { blocks, typeErrors } from '../support/snippets'
import { boxOf } from './demoPage'
import { keepPicture } from './pictures'
import { questions, type Search, searches } from './searches'
import {
  buildSite,
  DIST,
  faultsOfAxe,
  fileOf,
  indexFile,
  openSite,
  readIndex,
  type SitePage,
  searchFor,
  tooWide,
} from './sitePage'

const RAW = '支付失败'
const BASES = ['/', '/en/'] as const
const LOOKED_AT = ['', 'codes/c02', 'reasons/permission', 'methods/pay', 'server']
const WIDTHS = [320, 375, 1280]
/** The next questions whose answer is not the first result; it is among the first seven. */
const NEXT_MISSED = {
  zh: [],
  en: [
    'detect if page runs inside unionpay app',
    'user closed the payment sheet',
    'photo picker returns base64',
  ],
}
const DESKTOP = { width: 1280, height: 800 }
const codes = [...new Set([...Object.keys(commonCodes()), ...Object.keys(serverCodes)])]
describeInBrowser('the site', () => {
  let page: SitePage

  beforeAll(async () => {
    buildSite()
    page = await openSite()
  }, 900_000)
  afterAll(() => page?.done())

  it.each(BASES)('below %s has a page for each code and each method', (base) => {
    const pages = [
      ...codes.map((code) => `${base}codes/${code.toLowerCase()}`),
      ...methodNames.map((method) => `${base}methods/${method}`),
    ]
    expect(pages).not.toEqual([])
    expect(pages.filter((page) => !fileOf(page))).toEqual([])
  })

  it('has no broken link', () => {
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
  it('has all guides for assistants, with every snippet unchanged', () => {
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

  it('has lines of code to try each code, which compile', () => {
    const lines = new Set(
      codes.flatMap((code) => blocks(`site/.generated/codes/${code.toLowerCase()}.md`, 'ts')),
    )
    const all = [...lines].map((code, at) => ({ name: `${at}.ts`, code }))
    expect(all.length).toBe(codes.length)
    expect(typeErrors(all)).toEqual([])
  })

  const inBoth = BASES.flatMap((base) => LOOKED_AT.map((page) => base + page))
  it.each(oneOfEach('looked at', inBoth, (path) => path.replace(/^\/en/, '')))(
    'page %s fits phones and computers, light and dark, and axe-core finds nothing',
    async (path) => {
      const faults: string[] = []
      await page.visit(path)
      // The two phones have played.
      if (path.endsWith('/')) await bothEnded()
      for (const width of WIDTHS)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize({ width, height: 800 })
          await page.emulateMedia({ colorScheme })
          await page.waitForFunction(
            `document.documentElement.classList.contains('dark') === ${colorScheme === 'dark'}`,
          )
          // Each kind of page once in each theme at each width, over both languages: axe's rules do not change
          // from one phone, or one language, to the next.
          const isInEnglish = path.startsWith('/en/')
          const isAsked = width !== 375 && ((width === 320) === (colorScheme === 'light')) !== isInEnglish
          const found = [...(await tooWide(page)), ...(isAsked ? await faultsOfAxe(page) : [])]
          faults.push(...found.map((fault) => `${width} ${colorScheme}: ${fault}`))
          await keepPicture(page, `site${path.replace(/\//g, '-')}-${width}-${colorScheme}`)
        }
      expect([...faults, ...page.faults]).toEqual([])
    },
  )

  const bothEnded = () =>
    page.waitForFunction(() => document.querySelectorAll('[data-phone][data-ended]').length === 2)

  it.each([
    ['/', '查看订单'],
    ['/en/', 'View order'],
  ])(
    'page %s has two phones that play the same failed payment: raw, and with the kit',
    async (path, button) => {
      await page.setViewportSize(DESKTOP)
      await page.visit(path)
      expect(await page.textContent('.VPNavBarTitle')).toContain('云闪付')
      await bothEnded()
      const { message } = explain({ msg: RAW }, { locale: path === '/' ? 'zh-Hans' : 'en', method: 'pay' })
      const [raw, kit] = ['raw', 'kit'].map((which) => page.frameLocator(`[data-phone="${which}"] iframe`))
      expect(await raw?.locator('.page-alert p').textContent()).toBe(RAW)
      const dialog = kit?.locator(DIALOG)
      // Its first words are the dialog's title.
      const [, text = ''] = /^.*?(?:，|\. )(.*)$/.exec(message) || []
      await dialog?.getByText(text).waitFor()
      await dialog?.getByText(button, { exact: true }).waitFor()
      // The lines to begin with are below them, all on the first screen.
      const lines = page.locator('.first div[class*="language-"]')
      const shown = await lines.locator('code').allTextContents()
      expect(shown.map((code) => code.trimEnd())).toEqual([
        installLines(path === '/' ? 'zh' : 'en'),
        pageCode,
      ])
      for (const width of [1440, 1280, 375]) {
        await page.setViewportSize({ width, height: 900 })
        const broken = await lines
          .locator('.line')
          .evaluateAll((all) =>
            all.flatMap((line) =>
              line.getBoundingClientRect().height > 2.5 * Number.parseFloat(getComputedStyle(line).fontSize)
                ? [line.textContent]
                : [],
            ),
          )
        expect(broken, `${width}`).toEqual([])
      }
      await page.setViewportSize(DESKTOP)
      const copy = lines.locator('button.copy')
      expect(await copy.first().getAttribute('aria-label')).toBe(path === '/' ? '复制' : 'Copy')
      for (const place of [...(await lines.all()), page.locator('[data-phone="kit"] .first-phone')])
        expect((await place.boundingBox())?.y).toBeLessThan(600)
      expect(await page.evaluate('document.activeElement === document.body')).toBe(true)
      const ways = page.locator('.hero-links a')
      expect(await ways.count()).toBe(2)
      for (const way of await ways.all()) {
        expect((await boxOf(way)).bottom).toBeLessThan(600)
        expect(fileOf(await way.evaluate((link: HTMLAnchorElement) => link.pathname))).toBeTruthy()
      }
      expect(page.faults).toEqual([])
    },
  )

  it('shows its picture of the wallet in the theme of the page, and its phone alone at 375 px', async () => {
    await page.setViewportSize({ width: 375, height: 800 })
    await page.visit('/')
    const picture = page.locator('.wallet-picture')
    const { width, height } = await boxOf(picture)
    expect(height / width).toBeGreaterThan(1.8)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.waitForFunction(
        `document.documentElement.classList.contains('dark') === ${colorScheme === 'dark'}`,
      )
      const filter = await picture.evaluate((one) => getComputedStyle(one).filter)
      expect(filter.includes('invert')).toBe(colorScheme === 'dark')
    }
  })

  it('leads from /zh/ to the Chinese front page, and from a page below it to that page', async () => {
    await page.goto('https://mini.example/zh/')
    await page.waitForURL('https://mini.example/')
    await page.goto('https://mini.example/zh/faq')
    await page.waitForURL('https://mini.example/faq')
  })

  it('redirects a code in capital letters to its page', async () => {
    for (const base of BASES) {
      await page.visit(`${base}codes/C02`)
      await page.waitForURL(`**${base}codes/c02`)
      await page.getByRole('heading', { level: 1 }).getByText('c02').waitFor()
    }
    await page.visit('/codes/C9999')
    await page.getByText(texts.zh.themeConfig.notFound.title).waitFor()
  })

  // test/package/moved.test.ts checks that each leads to a place that exists.
  it.each(['zh', 'en'] as const)(
    'leads from old addresses in %s to where they stand now: a guide, a heading, and one that became a guide',
    async (language) => {
      const base = language === 'zh' ? '/' : '/en/'
      const kindOf = ([before, after]: readonly string[]) =>
        `${before?.includes('#')} ${after?.includes('#')}`
      for (const [before, after] of drawOneOfEach(language, Object.entries(moved[language]), kindOf)) {
        await page.goto(`https://mini.example${base}${before}`)
        const isThere = (url: URL) => decodeURI(url.pathname + url.hash).replace('.html', '') === base + after
        await page.waitForURL(isThere).catch(() => expect(page.url()).toBe(base + after))
      }
    },
  )

  it('has room at 320 px for messages in five languages', async () => {
    await page.setViewportSize({ width: 320, height: 800 })
    // The longest texts of all, and a short one.
    for (const code of ['c02', '96', 'n62138', 'bc2214']) {
      await page.visit(`/codes/${code}`)
      const rooms = await page
        .locator('table:has([lang="ja"])')
        .evaluateAll((tables) => tables.map((table) => table.scrollWidth - table.clientWidth))
      expect([code, ...rooms]).toEqual([code, ...rooms.map(() => 0)])
      expect(rooms.length).toBeGreaterThan(0)
    }
  })

  it.each([
    ['/codes/c02', TOAST, explain('c02', { locale: 'zh-Hans' }).message],
    ['/en/codes/99', DIALOG, explain('99', { locale: 'en' }).message],
    ['/en/codes/a31', TOAST, explain('a31', { locale: 'en' }).message],
  ])('page %s shows the user’s message as the kit shows it', async (path, kind, message) => {
    const tab = await openSite()
    await tab.visit(path)
    const frame = tab.frameLocator('.demo-phone iframe')
    const shown = frame.locator(kind)
    // It plays by itself, unless it would take the focus.
    if (kind === DIALOG) await frame.getByRole('button').click()
    // The failure shows what is there instead.
    const isShown = shown.getByText(message).waitFor()
    await isShown.catch(async () => {
      const addresses = tab.frames().map((one) => one.url())
      expect([...addresses, await frame.locator('html').innerHTML()]).toEqual([message])
    })
    expect(await shown.count()).toBe(1)
    expect(tab.faults).toEqual([])
    await tab.done()
  })

  it('runs a method in a simulated wallet, and shows each step', async () => {
    await page.visit('/methods/scanQRCode')
    await page.selectOption('.demo select', 'refused')
    // One call, one button: that of the page in the phone.
    expect(await page.locator('.demo-bar button').count()).toBe(0)
    await page.frameLocator('.demo-phone iframe').getByRole('button').click()
    await page.waitForFunction(`document.querySelector('.demo-result').textContent`)
    // The log of the wallet on the desk uses the same words.
    await page.locator('.demo-told [data-method=scanQRCode] .entry-head').click()
    await page.locator('.demo-told li').filter({ hasText: zh.steps.settled }).waitFor()
    const steps = (await page.locator('.demo-told li').allTextContents()).join('\n')
    for (const name of ['called', 'sent', 'reached', 'answered', 'settled'] as const)
      expect(steps).toContain(zh.steps[name])
    expect(JSON.parse((await page.locator('.demo-result').textContent()) ?? '')).toMatchObject({
      code: 'c02',
      reason: 'forbidden',
    })
  })

  it('asks for the answer to a payment in the phone, as the wallet does', async () => {
    await page.visit('/en/methods/pay')
    await page.locator('.demo-phone').scrollIntoViewIfNeeded()
    // The phone has a page from the start, which calls at a tap. The log speaks of the method, not of that page.
    const phone = page.frameLocator('.demo-phone iframe')
    await phone.getByRole('button', { name: 'upsdk.pay()' }).click()
    const sheet = phone.locator('[data-upsdk-kit=sheet]')
    await sheet.locator('[data-outcome=cancelled]').waitFor()
    expect(
      await page.locator('.demo-told :is([data-diagnosis], [data-note]):visible').allTextContents(),
    ).toEqual([])
    await sheet.locator('[data-outcome=cancelled]').click()
    await page.waitForFunction(`document.querySelector('.demo-result').textContent`)
    expect(JSON.parse((await page.locator('.demo-result').textContent()) ?? '')).toMatchObject({
      method: 'pay',
      reason: 'cancelled',
    })
    expect(await sheet.count()).toBe(0)
    expect(page.faults).toEqual([])
  })

  it('has the methods and codes beside the one that is open in its list, and what to read next below a guide', async () => {
    await page.setViewportSize(DESKTOP)
    for (const [path, other] of [
      ['/methods/scanQRCode', '/methods/chooseImage'],
      ['/en/codes/c02', '/en/codes/c03'],
    ] as const) {
      await page.visit(path)
      const links = page.locator('.VPSidebar .siblings a')
      expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toContain(other)
      expect(await page.locator('.siblings [aria-current]').getAttribute('href')).toBe(path)
    }
    await page.visit('/vue')
    const next = page.locator('.VPDocFooter .next')
    expect(await next.getAttribute('href')).toBe('/login-and-payment')
    expect(await next.locator('small').textContent()).not.toBe('')
  })

  it('plays a method that asks nobody once its phone comes into view', async () => {
    await page.visit('/methods/getLocationGps')
    await page.locator('.demo-phone').scrollIntoViewIfNeeded()
    await page.waitForFunction(`document.querySelector('.demo-result').textContent`)
    expect(JSON.parse((await page.locator('.demo-result').textContent()) ?? '')).toHaveProperty('latitude')
    expect(page.faults).toEqual([])
  })

  it('shows in the phone what a method does to the title bar', async () => {
    await page.visit('/en/methods/setNavigationBarTitle')
    await page.fill('.demo textarea', '{"title": "Orders"}')
    await page.locator('.demo textarea').blur()
    await page.frameLocator('.demo-phone iframe').getByRole('button').click()
    const bar = page.locator('.demo-phone [data-upsdk-kit=title-bar]')
    await bar.getByText('Orders', { exact: true }).waitFor()
  })

  it('signs in the browser as the example server does, and sends nothing', async () => {
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
  })

  it('signs only what is before the # of an address, as it says', async () => {
    await page.visit('/server')
    await page.selectOption('.calculator select', 'page')
    for (const [name, value] of Object.entries({
      appId: 'a',
      frontToken: 'f',
      nonceStr: 'n',
      timestamp: '1700000000',
      url: 'https://a.example/?b=1#/c?d=2',
    }))
      await page.fill(`.calculator [name=${name}]`, value)
    expect(await page.locator('.calculator-warnings').textContent()).toContain('#')
    expect(await page.locator('.calculator-text').first().textContent()).toBe(
      'appId=a&frontToken=f&nonceStr=n&timestamp=1700000000&url=https://a.example/?b=1',
    )
  })

  it('shows codes unchanged in the titles of its search: __ENV__10001', () => {
    for (const base of BASES) {
      const index = readFileSync(indexFile(base), 'utf8')
      expect(index.includes('__ENV__10001'), base).toBe(true)
      expect(index.match(/#\d+;/g), base).toBeNull()
    }
  })

  const misses = (search: (words: string) => string[], wanted: readonly Search[], most: number) =>
    wanted.flatMap(([words, path]) => {
      const found = search(words)
      const isFound = found.slice(0, most).some((link) => link === path || link.replace(/#.*/, '') === path)
      return isFound ? [] : [`${words}: ${found.slice(0, most).join(' ')}`]
    })

  it('finds codes in any spelling, pasted error texts, Chinese words and synonyms', async () => {
    expect(misses(await readIndex('/'), searches, 3)).toEqual([])
  })

  it.each(BASES)('below %s gives the page of a reason first, for each of them', async (base) => {
    const search = await readIndex(base)
    const first = Object.keys(reasons()).map((reason) => [reason, search(reason)[0]])
    expect(first).toEqual(
      Object.keys(reasons()).map((reason) => [reason, `${base}reasons/${reason}#${reason}`]),
    )
  })

  it('has a search box in the browser that finds the same', async () => {
    await page.setViewportSize(DESKTOP)
    await page.visit('/')
    const search = await readIndex('/')
    for (const words of ['[c02]', '没反应', '刷脸', 'not-ready'])
      expect(await searchFor(page, words)).toEqual(search(words).slice(0, 16))
  })

  it('finds in Chinese pages what was asked in either language, written down before the index was looked at', async () => {
    const search = await readIndex('/')
    const rows = readFileSync('test/data/site-questions.tsv', 'utf8').trim().split('\n').slice(1)
    const missed = rows.flatMap((row) => {
      const [words = '', places = ''] = row.split('\t')
      const found = search(words).slice(0, 5)
      const isFound = places
        .split(' ')
        .some((place) => found.some((link) => link === place || link.replace(/#.*/, '') === place))
      return isFound ? [] : [words]
    })
    expect(rows).toHaveLength(40)
    expect(missed).toEqual([])
  })

  it.each(BASES)('below %s gives the answer of the next questions first', async (base) => {
    const search = await readIndex(base)
    const language = base === '/' ? 'zh' : 'en'
    const rows = readFileSync('test/data/next-questions.tsv', 'utf8').trim().split('\n').slice(1)
    const asked = rows.map((row) => row.split('\t')).filter(([one]) => one === language)
    const missed = asked.flatMap(([, words = '', places = '']) => {
      const [first = ''] = search(words)
      return places.split(' ').includes(first.replace(/^\/en(?=\/)/, '')) ? [] : [words]
    })
    expect(asked).toHaveLength(20)
    expect(missed).toEqual(NEXT_MISSED[language])
  })

  it.each(BASES)('below %s leads each question to its answer among the first five results', async (base) => {
    const asked = questions.filter((one) => one.base === base).map(({ question }) => question)
    expect(asked).not.toEqual([])
    expect(misses(await readIndex(base), asked, 5)).toEqual([])
  })
})
