/** The built demo works in both languages, at the widths of phones and computers, and on a static site. */
import { beforeAll, expect, it } from 'vitest'
import type { Language } from '../../demo/language'
import { storyTexts } from '../../demo/stories/texts'
import { texts } from '../../demo/texts'
import { describeInBrowser } from '../browser/harness'
import { boxOf, buildDemo, type DemoPage, onDemo, ownTexts, phoneOf, shopOf } from './demoPage'

const LANGUAGES: readonly Language[] = ['zh', 'en']
const PHONE = { width: 375, height: 812 }
const DESKTOP = { width: 1440, height: 900 }
const CHINESE = /[\u3400-\u9fff]/
/** Words that Chinese pages write in Latin letters too. */
const NAMES = /upsdk-kit|upsdk\.js|upsdk|Vite/g

/** Storage that is full, and storage that is refused. */
const STORAGES = {
  full: `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }`,
  refused: `for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError') } })`,
}

let routes: Awaited<ReturnType<typeof buildDemo>>

const shopIsOpen = (page: DemoPage) => shopOf(page).locator('[data-action=pay]').waitFor()

describeInBrowser('the demo', () => {
  beforeAll(async () => {
    routes = await buildDemo()
  })

  it.each(LANGUAGES)('in %s has all its texts, and none of the other language', async (language) => {
    await onDemo(routes, { language, story: 'c02', viewport: DESKTOP }, async (page) => {
      await shopIsOpen(page)
      expect(await page.getAttribute('html', 'lang')).toBe(texts[language].lang)
      expect(await page.locator('[data-text]:empty').count()).toBe(0)
      const own = await ownTexts(page)
      expect(own.length).toBeGreaterThan(40)
      expect(own.filter((text) => /undefined|null|NaN|`|…{2}/.test(text))).toEqual([])
      const foreign = (text: string) =>
        language === 'en' ? CHINESE.test(text) : !CHINESE.test(text) && /[a-z]/i.test(text.replace(NAMES, ''))
      expect(own.filter(foreign)).toEqual([])
      expect(page.errors).toEqual([])
    })
  })

  it.each(LANGUAGES)('has phone and shop in %s too, whatever the browser reads', async (language) => {
    const before = `Object.defineProperty(navigator, 'language', { get: () => 'fr', configurable: true })`
    await onDemo(routes, { language, story: 'paid', viewport: DESKTOP, before }, async (page) => {
      await shopIsOpen(page)
      const isChinese = language === 'zh'
      const [phone, shop] = [phoneOf(page).locator('h1'), shopOf(page).locator('[data-action=pay]')]
      expect(CHINESE.test((await phone.textContent()) || '')).toBe(isChinese)
      expect(await shop.textContent()).toBe(isChinese ? '立即付款' : 'Pay now')
      await shop.click()
      const confirm = shopOf(page).locator('[data-upsdk-kit=sheet] .main')
      await confirm.waitFor()
      expect(await confirm.textContent()).toBe(isChinese ? '确认支付' : 'Pay')
    })
  })

  it.each([
    ['zh-HK', 'zh'],
    ['en-GB', 'en'],
    ['fr', 'en'],
  ] as const)('in a browser of %s is in %s', async (tag, language) => {
    const before = `Object.defineProperty(navigator, 'language', { get: () => '${tag}', configurable: true })`
    await onDemo(routes, { before }, async (page) => {
      expect(await page.textContent('#stories-name')).toBe(texts[language].page.stories)
    })
  })

  it('switches its language in place, keeps it in the address, and opens the same story in it', async () => {
    await onDemo(routes, { language: 'zh', story: 'c02', viewport: DESKTOP }, async (page) => {
      await shopIsOpen(page)
      await page.click('#language')
      expect(await page.title()).toBe(texts.en.page.title)
      expect(await page.textContent('#story-raw')).toBe(storyTexts.en.stories.c02.raw.replace(/`/g, ''))
      await shopOf(page).getByText('Pay now').waitFor()
      expect(page.url()).toMatch(/lang=en.*#c02$/)
      await page.reload()
      expect(await page.getAttribute('html', 'lang')).toBe('en')
    })
  })

  it('can be tapped with a finger', async () => {
    await onDemo(routes, { language: 'zh', viewport: PHONE, story: 'c02' }, async (page) => {
      await shopIsOpen(page)
      const small = await page.locator('button, a').evaluateAll((all) =>
        all
          .filter((one) => one.checkVisibility())
          // The film takes no taps.
          .filter((one) => !((one.getRootNode() as Partial<ShadowRoot>).host ?? one).closest('[inert]'))
          .map((one) => ({ name: one.textContent, box: one.getBoundingClientRect() }))
          .filter(({ box }) => box.height < 43.9 || box.width < 43.9)
          .map(({ name, box }) => `${name} ${box.width} x ${box.height}`),
      )
      expect(small).toEqual([])
    })
  })

  it.each(LANGUAGES)('in %s never scrolls sideways', async (language) => {
    await onDemo(routes, { language, story: 'mobile-c02', fresh: true }, async (page) => {
      await shopIsOpen(page)
      const room = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
      for (const width of [320, 375, 768, 900, 1120, 1440]) {
        await page.setViewportSize({ width, height: 800 })
        const shop = page.frames().find((frame) => /shop\.html/.test(frame.url()))
        expect([width, await page.evaluate(room), await shop?.evaluate(room)]).toEqual([width, 0, 0])
      }
    })
  })

  it('has the phone on the screen at 320 px, with all of the shop’s button', async () => {
    await onDemo(
      routes,
      { viewport: { width: 320, height: 640 }, story: 'c02', fresh: true },
      async (page) => {
        await shopIsOpen(page)
        const [frame, button] = [
          await boxOf(page.locator('#phone')),
          await boxOf(shopOf(page).locator('[data-action=pay]')),
        ]
        expect(button.x).toBeGreaterThanOrEqual(frame.x)
        expect(button.right).toBeLessThanOrEqual(frame.right)
        expect(button.bottom).toBeLessThanOrEqual(frame.bottom)
      },
    )
  })

  it('keeps what was chosen in the phone in the browser, for the next window too', async () => {
    await onDemo(routes, { language: 'zh', viewport: DESKTOP, story: 'paid', fresh: true }, async (page) => {
      await shopIsOpen(page)
      await phoneOf(page).locator('[data-part=fold-settings]').click()
      await phoneOf(page).locator('select:has([value=ios])').selectOption('ios')
      await page.waitForFunction(() => /"platform":"ios"/.test(localStorage['upsdk-kit.wallet.desk'] || ''))
      const alone = await page.context().newPage()
      await alone.goto(new URL('phone.html', page.url()).href)
      await alone.waitForFunction(() => /platform=ios/.test(location.search))
      const shop = alone.frameLocator('iframe[data-upsdk-kit=page]')
      await shop.locator('[data-action=pay]').waitFor()
      expect(await shop.locator('html').evaluate(() => navigator.userAgent)).toContain('iPhone')
      // The shop without the phone has the same settings, and the wallet's control over it.
      await alone.goto(new URL('shop.html', page.url()).href)
      await alone.locator('[data-upsdk-kit=wallet]').waitFor({ state: 'attached' })
      expect(await alone.evaluate(() => navigator.userAgent)).toContain('iPhone')
    })
  })

  it.each(Object.entries(STORAGES))(
    'works with storage that is %s, only that nothing is kept',
    async (_kind, before) => {
      await onDemo(
        routes,
        { language: 'zh', viewport: DESKTOP, story: 'c02', fresh: true, before },
        async (page) => {
          await shopIsOpen(page)
          await shopOf(page).locator('[data-action=bioDetect]').click()
          await shopOf(page).getByText('ILLEGAL_ACCESS_EXCEPTION').waitFor()
          await page.click('.story-modes [data-mode=kit]')
          await page.locator('.story-modes [data-mode=kit][aria-current]').waitFor()
          await shopIsOpen(page)
          await shopOf(page).locator('[data-action=bioDetect]').click()
          await shopOf(page).getByText('该功能暂未开放').waitFor()
          expect(page.errors).toEqual([])
        },
      )
    },
  )

  it('says that the phone did not open, and opens it when asked again', async () => {
    const address = Object.keys(routes).find((one) => one.endsWith('/phone.html')) || ''
    const phone = routes[address]
    const broken = { ...routes }
    delete broken[address]
    await onDemo(broken, { language: 'zh', viewport: DESKTOP, story: 'c02', fresh: true }, async (page) => {
      await page.getByText(texts.zh.failed.text).waitFor()
      if (phone) broken[address] = phone
      await page.getByText(texts.zh.failed.again, { exact: true }).click()
      await shopIsOpen(page)
      expect(await page.getByText(texts.zh.failed.text).isVisible()).toBe(false)
    })
  })

  it('says in the phone that its shop is not there', async () => {
    const broken = { ...routes }
    for (const one of Object.keys(broken))
      if (one.endsWith('/shop.html'))
        broken[one] = { contentType: 'text/html', body: '<!doctype html><p>404' }
    await onDemo(broken, { language: 'zh', viewport: DESKTOP, story: 'c02', fresh: true }, async (page) => {
      await phoneOf(page).frameLocator('iframe').getByText('404').waitFor()
      expect(await phoneOf(page).locator('[data-upsdk-kit=log] .empty').count()).toBe(1)
      expect(page.errors).toEqual([])
    })
  })

  it('leads to the tool for a page of one’s own', async () => {
    await onDemo(routes, { language: 'zh', viewport: DESKTOP }, async (page) => {
      expect(await page.textContent('.foot')).toContain('npx upsdk-kit wallet')
    })
  })
})
