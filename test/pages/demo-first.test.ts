/** The first screen of the demo has the live phone with its story, and the lines to begin with. */
import { beforeAll, expect, it } from 'vitest'
import { installLines, pageCode, walletLine } from '../../demo/first/lines'
import { firstTexts } from '../../demo/first/texts'
import type { Language } from '../../demo/language'
import { texts } from '../../demo/texts'
import { describeInBrowser } from '../browser/harness'
import { typeErrors } from '../support/snippets'
import { boxOf, buildDemo, layoutShift, onDemo, ownTexts, phoneOf, shopOf } from './demoPage'
import { keepPicture } from './pictures'
import { faultsOfAxe } from './sitePage'

const LANGUAGES: readonly Language[] = ['zh', 'en']
const PHONE = { width: 375, height: 812 }
const WIDE = { width: 1440, height: 900 }
const RAW = '支付失败'
const CHINESE = /[\u3400-\u9fff]/

let routes: Awaited<ReturnType<typeof buildDemo>>

describeInBrowser('the first screen of the demo', () => {
  beforeAll(async () => {
    routes = await buildDemo()
  })

  it('tells its story once: no film plays beside the phone', async () => {
    await onDemo(routes, { language: 'zh', viewport: WIDE, fresh: true }, async (page) => {
      await shopOf(page).locator('[data-action=pay]').waitFor()
      expect(await page.locator('iframe').count()).toBe(1)
      expect(await page.getByText(RAW).count()).toBe(1)
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

  it.each(LANGUAGES)('in %s names the wallet in its header, and uses one language only', async (language) => {
    await onDemo(routes, { language, viewport: PHONE }, async (page) => {
      expect(await page.textContent('header .brand')).toContain('云闪付')
      expect(await page.textContent('h1')).toBe(texts[language].page.heading.replace(/`/g, ''))
      const seen = await ownTexts(page)
      for (const name of ['raw', 'kit', 'own'] as const) expect(seen).toContain(texts[language].page[name])
      const foreign = (text: string) =>
        language === 'en' ? CHINESE.test(text) : /[a-z]{3,} [a-z]{3,}/i.test(text)
      expect(seen.filter(foreign)).toEqual([])
    })
  })

  it.each(LANGUAGES)('in %s has lines of code that can be copied, and that compile', async (language) => {
    const permissions = ['clipboard-read', 'clipboard-write']
    await onDemo(routes, { language, viewport: PHONE, permissions, fresh: true }, async (page) => {
      const { copied } = firstTexts[language]
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

  it.each([PHONE, WIDE])('moves nothing while it loads, at $width px', async (viewport) => {
    for (const language of LANGUAGES)
      await onDemo(routes, { language, viewport, fresh: true }, async (page) => {
        await shopOf(page).locator('[data-action=pay]').waitFor()
        expect(await page.evaluate(layoutShift)).toBeLessThanOrEqual(0.02)
      })
  })

  it('begins with a payment in its phone: two clicks lead to a compared payment', async () => {
    await onDemo(routes, { language: 'zh', viewport: WIDE, fresh: true }, async (page) => {
      expect(await page.getAttribute('[data-story][aria-current]', 'data-story')).toBe('unconfirmed')
      await shopOf(page).locator('[data-action=pay]').click()
      await shopOf(page).locator('.page-alert').getByText(RAW).waitFor()
      await phoneOf(page).locator('[data-part=compare]').click()
      // It begins with what came of the tap.
      const shown = phoneOf(page).locator('.all [aria-current]')
      expect(await shown.getAttribute('data-situation')).toBe('failed')
      // What the story promises of the kit.
      await phoneOf(page)
        .frameLocator('[data-run=kit] iframe')
        .getByRole('button', { name: '查看订单' })
        .waitFor()
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

  it.each(LANGUAGES)(
    'in %s is readable on every screen, light and dark: axe-core finds nothing',
    async (language) => {
      await onDemo(routes, { language, fresh: true }, async (page) => {
        await shopOf(page).locator('[data-action=pay]').waitFor()
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
