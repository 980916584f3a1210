/** The demo's scenarios play right, in the phone's own time. */
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { type ScenarioId, scenarios } from '../../demo/scenarios'
import { type Language, tables } from '../../demo/texts/language'
import { explain } from '../../src/index'
import { describeInBrowser } from '../browser/harness'
import { BUTTON, DIALOG, TOAST } from '../browser/screen'
import { boxOf, buildDemo, onDemo, passUntil, phoneOf, SHEET, settled } from './demoPage'

const LANGUAGES: readonly Language[] = ['zh', 'en']
const PHONE = { width: 375, height: 812 }
const LAPTOP = { width: 1120, height: 760 }

let routes: Awaited<ReturnType<typeof buildDemo>>

const chip = (page: Page, id: ScenarioId) => page.locator(`[data-scenario="${id}"]`)
const saidFor = (code: string, locale: string) => explain(code, { locale, method: 'bioDetect' }).message

describeInBrowser('the demo’s scenarios', () => {
  beforeAll(async () => {
    routes = await buildDemo()
  })

  it('play to their end with the kit, without an error', async () => {
    await onDemo(routes, { language: 'zh', viewport: LAPTOP, ownTime: true }, async (page) => {
      for (const { id, place, taps } of scenarios) {
        await chip(page, id).click()
        expect(await page.textContent('#story-name')).toContain(tables.zh.stories[id].name)
        await settled(page, place ? 1 : taps.length)
        const phone = phoneOf(page)
        await passUntil(page, async () => !(await phone.locator('.waiting').count()))
        if (id === 'lost') {
          await passUntil(page, () => phone.locator(DIALOG).count())
          await page.clock.runFor(500)
          await phone.locator(BUTTON).last().click()
          await passUntil(page, () => phone.getByText('→ openOrder()').count())
        }
        expect(await page.textContent('main'), id).not.toContain('undefined')
      }
      expect(page.errors).toEqual([])
    })
  })

  it('play the mobile number with UnionPay’s own button too', async () => {
    const play = (id: ScenarioId, ready: string, outcome: string, words: readonly string[]) =>
      onDemo(routes, { language: 'en', ownTime: true }, async (page) => {
        await page.click('button[data-mode="raw"]')
        await chip(page, id).click()
        if (ready !== 'now') await page.selectOption('#setting-ready', ready)
        await settled(page)
        const card = page.locator('#calls .card')
        expect(await card.locator('.pill').textContent()).toBe(outcome)
        await passUntil(page, async () => (await card.locator('q').count()) === words.length)
        expect(await card.locator('q').allTextContents()).toEqual(words)
        if (id === 'mobile' && ready === 'now') expect(await card.textContent()).toContain('{"code":')
      })
    await play('mobile', 'now', 'success', ['Welcome. You are a member now.'])
    // UnionPay's button waits for the bridge by itself, and calls nothing.
    await play('mobile', 'never', tables.en.timeline.open.without, ['__ENV__10001'])
    await play('mobile-refused', 'now', 'fail', ['{"errcode":"01","errmsg":"用户取消"}'])
    await play('mobile-c02', 'now', 'fail', ['c02'])
  })

  it('show what the user saw of a page without upsdk-kit, even if it made no call of upsdk', async () => {
    await onDemo(routes, { language: 'zh', ownTime: true }, async (page) => {
      await page.click('button[data-mode="raw"]')
      const play = async (id: ScenarioId) => {
        await chip(page, id).click()
        const words = page.locator('#calls q')
        await passUntil(page, () => words.count())
        return words.allTextContents()
      }
      expect(await play('network')).toEqual(['Failed to fetch'])
      expect(await play('c05')).toEqual(['config执行成功以后才能调用插件方法'])
      expect(await page.locator('#calls .line').textContent()).toBe('bioDetect()')
      // Android gives this form.
      expect(await play('wallet-toast')).toEqual(['{"errcode":"95","errmsg":"您没有通过人像验证"}'])
    })
  })

  it('say of a call without an answer that none came, once that is clear', async () => {
    await onDemo(routes, { language: 'zh', ownTime: true }, async (page) => {
      await page.click('button[data-mode="raw"]')
      await chip(page, 'late').click()
      await page.selectOption('#setting-ready', 'never')
      const said = page.getByText(tables.zh.timeline.notes.unheard)
      await passUntil(page, async () => (await page.locator('#calls .card').count()) === 2)
      expect(await said.count()).toBe(0)
      await passUntil(page, async () => (await said.count()) === 2)
      expect(await page.locator('#calls .line').allTextContents()).toEqual(['scanQRCode()', 'scanQRCode()'])
    })
  })

  it('use a HarmonyOS phone if that is chosen', async () => {
    await onDemo(routes, { language: 'zh', scenario: 'c02', ownTime: true }, async (page) => {
      await page.selectOption('#setting-platform', 'harmony')
      await settled(page)
      expect(await page.textContent('#facts')).toContain('鸿蒙')
      const phone = page.frameLocator('iframe')
      expect(await phone.locator('html').getAttribute('data-platform')).toBe('harmony')
      expect(page.errors).toEqual([])
    })
  })

  it('show c02 in the kit’s words, clear of the button', async () => {
    const look = (language: Language, locale: string, viewport: typeof PHONE) =>
      onDemo(routes, { language, viewport, scenario: 'c02', ownTime: true }, async (page) => {
        const toast = phoneOf(page).locator(`${TOAST} div div div`).last()
        await passUntil(page, () => toast.isVisible())
        expect(await toast.textContent()).toBe(saidFor('c02', locale))
        const [message, button] = [await boxOf(toast), await boxOf(phoneOf(page).locator('#act'))]
        expect(button.y - message.bottom).toBeGreaterThan(16)
      })
    for (const viewport of [PHONE, LAPTOP]) {
      await look('zh', 'zh-Hans', viewport)
      await look('en', 'en', viewport)
    }
  })

  it('show the wallet’s toast with the kit’s words', async () => {
    await onDemo(routes, { language: 'zh', scenario: 'wallet-toast', ownTime: true }, async (page) => {
      const toast = phoneOf(page).locator('[data-upsdk-kit=wallet-toast] .toast')
      await passUntil(page, () => toast.isVisible())
      expect(await toast.textContent()).toBe(saidFor('95', 'zh-Hans'))
    })
  })

  it.each(['outside', 'never'] as const)(
    'ask for the tap that they need behind a direct link to %s',
    async (id) => {
      const options = { language: 'en', scenario: id, viewport: LAPTOP, fresh: true, ownTime: true } as const
      await onDemo(routes, options, async (page) => {
        const note = page.locator('#phone-note')
        await note.filter({ hasText: tables.en.awaitsTap }).waitFor({ timeout: 5000 })
        await page.clock.runFor(800)
        expect(await page.locator('#calls .card').count()).toBe(0)
        expect(await page.evaluate('scrollY')).toBe(0)
        await phoneOf(page).locator('#act').click()
        const shown = phoneOf(page).locator(id === 'outside' ? DIALOG : TOAST)
        await passUntil(page, () => shown.count())
        expect(await note.textContent()).toBe(tables.en.places[id === 'outside' ? 'browser' : 'wallet'])
      })
    },
  )

  it.each(LANGUAGES)(
    'in %s say what is paid, and with what, if a payment has no result',
    async (language) => {
      const { stories, timeline } = tables[language]
      await onDemo(
        routes,
        { language, scenario: 'unconfirmed', viewport: LAPTOP, ownTime: true },
        async (page) => {
          const button = phoneOf(page).locator(BUTTON).last()
          await passUntil(page, () => button.count())
          await page.clock.runFor(500)
          expect(await button.textContent()).toBe(language === 'zh' ? '查看订单' : 'View order')
          await button.click()
          await passUntil(page, () => phoneOf(page).getByText('→ openOrder()').count())
        },
      )
      expect(stories.lost.kit).toMatch(language === 'zh' ? /同一个 `tn`/ : /the same `tn`/)
      expect(timeline.notes.silence).toMatch(language === 'zh' ? /同一个 tn/ : /the same tn/)
    },
  )

  it.each(['zh_CN', 'zh_HK', 'en_US'])(
    'have a cashier with a button that says what it does (%s)',
    async (tongue) => {
      await onDemo(routes, { language: 'zh', scenario: 'paid', ownTime: true }, async (page) => {
        await page.selectOption('#setting-language', tongue)
        const label = phoneOf(page).locator(`${SHEET} .main`)
        await passUntil(page, () => label.count())
        expect(await label.textContent()).toBe({ zh_CN: '确认支付', zh_HK: '確認付款', en_US: 'Pay' }[tongue])
      })
    },
  )

  it('play two payments of a page without the kit one after the other, and take the focus for neither', async () => {
    await onDemo(routes, { language: 'zh', viewport: LAPTOP, ownTime: true }, async (page) => {
      await page.click('button[data-mode="raw"]')
      await chip(page, 'double').click()
      const sheet = phoneOf(page).locator(SHEET)
      await passUntil(page, () => sheet.getByText('后面还有 1 个').isVisible())
      expect(await sheet.count()).toBe(1)
      expect(await page.evaluate('document.activeElement.dataset.scenario')).toBe('double')
      await settled(page, 2)
      expect(await page.locator('#calls .pill').allTextContents()).toEqual(['success', 'success'])
      expect(await sheet.count()).toBe(0)
    })
  })

  it('have the wallet’s title bar, which closes the page, and opens it again', async () => {
    const options = { language: 'en', scenario: 'paid', viewport: LAPTOP, ownTime: true } as const
    await onDemo(routes, options, async (page) => {
      await settled(page)
      const phone = phoneOf(page)
      await phone.locator('#act').click()
      await settled(page, 2)
      const bar = phone.locator('[data-upsdk-kit=title-bar]')
      expect(await bar.locator('.name').textContent()).toBe('Half Sugar')
      await bar.locator('[data-part=close]').click()
      await phone.locator('[data-upsdk-kit=wallet-page] [data-part=open-again]').click()
      // The scenario plays again, and is reported again.
      await passUntil(page, () => phone.locator(SHEET).count())
      await settled(page)
      expect(await page.locator('#calls .card').count()).toBe(1)
      expect(page.errors).toEqual([])
    })
  })
})
