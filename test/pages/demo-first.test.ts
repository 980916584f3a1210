/** The first screen of the demo has the live phone, a film of the same failed payment, and the lines to begin with. */
import { beforeAll, expect, it } from 'vitest'
import { installLines, pageCode, walletLine } from '../../demo/first/lines'
import { firstTexts } from '../../demo/first/texts'
import { type Language, walletWords } from '../../demo/language'
import { texts } from '../../demo/texts'
import { explain } from '../../src/index'
import { describeInBrowser } from '../browser/harness'
import { BUTTON, DIALOG } from '../browser/screen'
import { typeErrors } from '../support/snippets'
import {
  boxOf,
  buildDemo,
  type DemoPage,
  onDemo,
  ownTexts,
  passUntil,
  phoneOf,
  SHEET,
  shopOf,
} from './demoPage'
import { keepPicture } from './pictures'
import { faultsOfAxe } from './sitePage'

const LANGUAGES: readonly Language[] = ['zh', 'en']
const LOCALES = { zh: 'zh-Hans', en: 'en' } as const
const PHONE = { width: 375, height: 812 }
const NARROW = { width: 320, height: 640 }
const DESKTOP = { width: 1280, height: 800 }
const WIDE = { width: 1440, height: 900 }
const MODES = ['raw', 'kit'] as const
const RAW = '支付失败'
const CHINESE = /[\u3400-\u9fff]/

/** Adds up how far what was seen has moved, as the Web Vitals do. */
const layoutShift = () =>
  new Promise<number>((resolve) => {
    let sum = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => resolve(sum), 500)
  })

let routes: Awaited<ReturnType<typeof buildDemo>>

const glassOf = (page: DemoPage, which: 'raw' | 'kit') => page.frameLocator(`[data-phone="${which}"] iframe`)
const frameOf = async (page: DemoPage, mode: 'raw' | 'kit') => {
  const frame = await (await page.locator(`[data-phone="${mode}"] iframe`).elementHandle())?.contentFrame()
  if (!frame) throw new Error(`No phone: ${mode}`)
  return frame
}

/** Waits until both phones show the end. */
async function ended(page: DemoPage): Promise<void> {
  await page.locator('#panel-film').scrollIntoViewIfNeeded()
  await passUntil(page, async () => (await page.locator('[data-phone][data-ended]').count()) === 2)
  await glassOf(page, 'kit').locator(BUTTON).last().waitFor()
}

describeInBrowser('the first screen of the demo', () => {
  beforeAll(async () => {
    routes = await buildDemo()
  })

  it.each(LANGUAGES)(
    'in %s plays by itself once: with raw upsdk, and with the kit on the same answer',
    async (language) => {
      const options = { language, viewport: DESKTOP, reducedMotion: 'no-preference', ownTime: true } as const
      await onDemo(routes, options, async (page) => {
        const { message } = explain({ msg: RAW }, { locale: LOCALES[language], method: 'pay' })
        const [raw, kit] = [glassOf(page, 'raw'), glassOf(page, 'kit')]
        for (const glass of [raw, kit]) {
          await passUntil(page, () => glass.locator(SHEET).count())
          expect(await glass.locator(`${SHEET} .main`).textContent()).toBe(
            language === 'zh' ? '确认支付' : 'Pay',
          )
        }
        await ended(page)
        expect(await raw.locator('.page-alert p').textContent()).toBe(RAW)
        const [title = '', text = ''] = await kit.locator(`${DIALOG} #upsdk-kit-text > *`).allTextContents()
        expect([title, text].map((part) => message.indexOf(part))).toEqual([0, message.length - text.length])
        expect(title && text).not.toBe('')
        expect(await kit.locator(BUTTON).last().textContent()).toBe(
          language === 'zh' ? '查看订单' : 'View order',
        )
        // The text below the phones is what they reported, and what it means.
        expect(await page.locator('[data-phone] q').allTextContents()).toEqual([
          language === 'zh' ? RAW : `${RAW} (Payment failed)`,
          expect.toSatisfy((said: string) => said.startsWith(title) && said.endsWith(text)),
        ])
        // The end stays, and nothing is played again.
        for (const mode of MODES) await (await frameOf(page, mode)).evaluate('window.testMark = true')
        await page.clock.runFor(15_000)
        expect(await raw.locator('.page-alert').count()).toBe(1)
        expect(await kit.locator(DIALOG).count()).toBe(1)
        for (const mode of MODES)
          expect(await (await frameOf(page, mode)).evaluate('window.testMark')).toBe(true)
        expect(await page.evaluate('document.activeElement === document.body')).toBe(true)
        expect(page.errors).toEqual([])
      })
    },
  )

  it('has a real kit in its phone, plays again when asked, and takes no tap, as a film', async () => {
    await onDemo(routes, { language: 'zh', viewport: DESKTOP, ownTime: true }, async (page) => {
      await ended(page)
      const kit = glassOf(page, 'kit')
      const { x, right, y, bottom } = await boxOf(kit.locator(BUTTON).last())
      await page.clock.runFor(500)
      await page.mouse.click((x + right) / 2, (y + bottom) / 2)
      await page.clock.runFor(500)
      expect(await kit.locator(DIALOG).count()).toBe(1)
      await page.click('.first-again')
      await passUntil(page, async () => !(await kit.locator(DIALOG).count()))
      await ended(page)
      expect(await kit.locator(DIALOG).count()).toBe(1)
    })
  })

  it('leaves the focus where the reader has it', async () => {
    await onDemo(routes, { language: 'zh', viewport: DESKTOP, ownTime: true }, async (page) => {
      await page.focus('#language')
      await ended(page)
      expect(await page.evaluate('document.activeElement.id')).toBe('language')
    })
  })

  it('shows the end at once to those who want no motion', async () => {
    await onDemo(routes, { language: 'zh', viewport: DESKTOP, ownTime: true }, async (page) => {
      await page.waitForFunction(
        () => document.querySelectorAll('[data-phone] .first-screen[style]').length === 2,
      )
      await passUntil(page, () => glassOf(page, 'raw').locator('.page-alert').count(), 2500)
      await passUntil(page, () => glassOf(page, 'kit').locator(DIALOG).count(), 2500)
      for (const mode of MODES) expect(await glassOf(page, mode).locator(SHEET).count()).toBe(0)
    })
  })

  it.each(LANGUAGES)('in %s names the wallet in its header, and uses one language only', async (language) => {
    await onDemo(routes, { language, viewport: PHONE }, async (page) => {
      expect(await page.textContent('header .brand')).toContain('云闪付')
      expect(await page.textContent('h1')).toBe(texts[language].page.heading.replace(/`/g, ''))
      const seen = await ownTexts(page)
      const { asIs, inPlace } = walletWords[language].phone
      for (const text of [asIs, inPlace]) expect(seen.filter((one) => one === text)).toHaveLength(2)
      const foreign = (text: string) =>
        language === 'en' ? CHINESE.test(text) : /[a-z]{3,} [a-z]{3,}/i.test(text)
      expect(seen.filter(foreign)).toEqual([])
    })
  })

  it.each(LANGUAGES)('in %s has lines of code that can be copied, and that compile', async (language) => {
    const permissions = ['clipboard-read', 'clipboard-write']
    await onDemo(routes, { language, viewport: PHONE, permissions, fresh: true }, async (page) => {
      const { copied } = firstTexts[language]
      await page.click('#tab-lines')
      for (const [at, lines] of [installLines(language), pageCode, walletLine].entries()) {
        const place = page.locator('.first-lines').nth(at)
        expect(await place.locator('code').textContent()).toBe(lines)
        await place.locator('button').click()
        await place.getByText(copied, { exact: true }).waitFor()
        expect(await page.evaluate('navigator.clipboard.readText()')).toBe(lines)
      }
    })
  })

  it('shows code for a page, which compiles', () => {
    expect(typeErrors([{ name: 'first.ts', code: `${pageCode}\nexport {}` }])).toEqual([])
  })

  it.each([PHONE, WIDE])('moves nothing while it loads and plays, at $width px', async (viewport) => {
    for (const language of LANGUAGES)
      await onDemo(routes, { language, viewport, fresh: true }, async (page) => {
        await page.locator('#panel-film').scrollIntoViewIfNeeded()
        await page.locator('[data-phone="raw"][data-ended]').waitFor()
        await page.locator('[data-phone="kit"][data-ended]').waitFor()
        expect(await page.evaluate(layoutShift)).toBeLessThanOrEqual(0.02)
      })
  })

  it('has no row of buttons above the phone, in the window of a computer', async () => {
    await onDemo(routes, { language: 'zh', viewport: WIDE, fresh: true }, async (page) => {
      const [frame, phone] = [
        await boxOf(page.locator('#phone')),
        await boxOf(phoneOf(page).locator('.device')),
      ]
      expect(phone.y - frame.y).toBeLessThan(30)
    })
  })

  it('begins with the film’s story in its phone: two clicks lead to a compared payment', async () => {
    await onDemo(routes, { language: 'zh', viewport: WIDE, fresh: true }, async (page) => {
      expect(await page.getAttribute('[data-story][aria-current]', 'data-story')).toBe('unconfirmed')
      await shopOf(page).locator('[data-action=pay]').click()
      await shopOf(page).locator('.page-alert').getByText(RAW).waitFor()
      const name = (await page.textContent('#story-name')) || ''
      await phoneOf(page).locator('[data-part=compare]').click()
      // It begins with what came of the tap, by the name that the story has.
      const shown = phoneOf(page).locator('.all [aria-current]')
      expect(await shown.getAttribute('data-situation')).toBe('failed')
      expect(await shown.textContent()).toContain(name)
      // What the story promises of the kit.
      await phoneOf(page)
        .frameLocator('[data-run=kit] iframe')
        .getByRole('button', { name: '查看订单' })
        .waitFor()
    })
  })

  it('shows the payment once: while the phone compares, neither the film nor the two sentences are there', async () => {
    const options = { language: 'zh', viewport: WIDE, fresh: true, reducedMotion: 'no-preference' } as const
    await onDemo(routes, options, async (page) => {
      const [sentences, film] = [page.locator('.story-modes'), page.locator('.first-pair')]
      await shopOf(page).locator('[data-action=pay]').click()
      await shopOf(page).locator('.page-alert').waitFor()
      await phoneOf(page).locator('[data-part=compare]').click()
      await sentences.waitFor({ state: 'hidden' })
      expect(await film.isVisible()).toBe(false)
      expect(await page.getAttribute('#tab-lines', 'aria-selected')).toBe('true')
      // The kit's dialog fades in, in a shadow root. The picture has it in full.
      const dialog = phoneOf(page).frameLocator('[data-run=kit] iframe').locator('dialog')
      expect(await dialog.evaluate((element) => getComputedStyle(element).opacity)).toBe('1')
      await phoneOf(page).locator('[data-part=all-close]').click()
      await sentences.waitFor()
    })
  })

  it.each([WIDE, PHONE])(
    'has the shop’s Pay within ten stops of the Tab key, at $width px',
    async (viewport) => {
      await onDemo(routes, { language: 'zh', viewport, fresh: true }, async (page) => {
        await shopOf(page).locator('[data-action=pay]').waitFor()
        // Sought each time: on a busy machine the demo may still load it anew.
        const shop = () =>
          page
            .frames()
            .find(
              (frame) =>
                frame.url().includes('shop.html') && frame.parentFrame()?.url().includes('phone.html'),
            )
        const isOnPay = () =>
          shop()?.evaluate(`document.activeElement?.dataset.action === 'pay' && document.hasFocus()`)
        let stops = 0
        while (stops < 20 && !(await isOnPay())) {
          await page.keyboard.press('Tab')
          stops++
        }
        expect(stops).toBeLessThanOrEqual(10)
      })
    },
  )

  it('has a skip link, which leads to the shop', async () => {
    await onDemo(routes, { language: 'zh', viewport: WIDE, fresh: true }, async (page) => {
      await shopOf(page).locator('[data-action=pay]').waitFor()
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.id')).toBe('skip')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      await shopOf(page).locator('[data-action=pay]:focus').waitFor()
    })
  })

  it('has Pay within the first screen of a phone', async () => {
    for (const language of LANGUAGES)
      for (const viewport of [
        { width: 375, height: 667 },
        { width: 320, height: 568 },
      ])
        await onDemo(routes, { language, viewport, fresh: true }, async (page) => {
          const { bottom } = await boxOf(shopOf(page).locator('[data-action=pay]'))
          expect(bottom).toBeLessThanOrEqual(viewport.height)
        })
  })

  it.each([NARROW, PHONE, DESKTOP])(
    'has its phones side by side at $width px, and scrolls one way',
    async (viewport) => {
      for (const language of LANGUAGES)
        await onDemo(routes, { language, viewport }, async (page) => {
          const [raw, kit] = [
            await boxOf(page.locator('[data-phone="raw"] .first-phone')),
            await boxOf(page.locator('[data-phone="kit"] .first-phone')),
          ]
          expect(raw.y).toBe(kit.y)
          expect(raw.right).toBeLessThan(kit.x)
          expect(raw.width).toBeGreaterThan(130)
          expect(kit.right).toBeLessThanOrEqual(viewport.width)
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width)
        })
    },
  )

  it.each(LANGUAGES)(
    'in %s is readable on every screen, light and dark: axe-core finds nothing',
    async (language) => {
      await onDemo(routes, { language, fresh: true }, async (page) => {
        await ended(page)
        const faults: string[] = []
        for (const width of [320, 375, 1280])
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.setViewportSize({ width, height: 800 })
            await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
            // Axe's rules do not change from one phone to the next.
            const found = width === 375 ? [] : await faultsOfAxe(page)
            faults.push(...found.map((fault) => `${width} ${colorScheme}: ${fault}`))
            await keepPicture(page, `demo-${language}-${width}-${colorScheme}`)
          }
        expect(faults).toEqual([])
      })
    },
  )
})
