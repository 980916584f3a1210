/** The wallet's settings apply at once, or load the page again where the page has read them at its start. */
import { expect, it } from 'vitest'
import type { DeskSettings } from '../../../wallet/shared/settings'
import { describeInBrowser } from '../../browser/harness'
import {
  call,
  choose,
  type DeskPage,
  hasHeard,
  onDesk,
  openControl,
  settingsOf,
  sheetGone,
  sheetOf,
  TN,
  told,
} from './walletOnDesk'

const KEPT = 'localStorage.getItem("upsdk-kit.wallet")'

const change = (page: DeskPage, settings: DeskSettings | undefined) =>
  page.evaluate(`client.change(${JSON.stringify(settings)}); 0`)

/** Marks the document, to tell it from one that is loaded later. */
const mark = (page: DeskPage) => page.evaluate('window.isFirst = true')
const isFirst = (page: DeskPage) => page.evaluate<boolean>('!!window.isFirst')

/** Pays, and returns the page's callback and its value. @param outcome what is tapped, if the wallet asks */
async function paid(page: DeskPage, outcome?: string) {
  const before = (await told(page)).length
  await call(page, 'raw', 'pay', TN)
  if (outcome) await choose(page, outcome)
  await hasHeard(page, before + 1)
  return (await told(page))[before]
}

describeInBrowser('the wallet’s settings', () => {
  it('fix an answer, another delay or no question at once, and the page is not loaded again', () =>
    onDesk({}, async (page) => {
      await mark(page)
      await change(page, { answers: { pay: 'cancelled' }, latency: 1, ask: false })
      expect(await paid(page)).toEqual(['fail', { msg: '用户取消支付' }])
      // Nothing fixes its answer.
      await call(page, 'raw', 'scanQRCode')
      await hasHeard(page, 2)
      expect((await told(page))[1]?.[0]).toBe('success')
      expect(await settingsOf(page)).toMatchObject({ latency: 1, ask: false, readyAfter: 0 })
      expect(await isFirst(page)).toBe(true)
    }))

  it.each<[DeskSettings, seen: string, unknown]>([
    [{ platform: 'ios' }, 'navigator.userAgent.includes("iPhone")', true],
    [{ language: 'en_US' }, 'navigator.userAgent.includes("en_US")', true],
    [{ situation: 'sdk-missing' }, 'typeof window.upsdk', 'undefined'],
    [{ insideWallet: false }, 'navigator.userAgent.includes("UnionPay")', false],
  ])('that a page reads at its start load it again, and are in force then: %j', (changed, seen, value) =>
    onDesk({}, async (page) => {
      expect(await page.evaluate(seen)).not.toBe(value)
      await mark(page)
      await change(page, changed)
      await page.waitForFunction('!window.isFirst && window.client')
      expect(await page.evaluate(seen)).toBe(value)
      expect(await settingsOf(page)).toMatchObject(changed)
    }),
  )

  it('that are as they were load nothing again', () =>
    onDesk({}, async (page) => {
      await mark(page)
      await change(page, { readyAfter: 0, latency: 0 })
      await paid(page, 'success')
      expect(await isFirst(page)).toBe(true)
    }))

  it('are the page’s own again once they are restored, and nothing is kept in its storage', () =>
    onDesk({}, async (page) => {
      await change(page, { answers: { pay: 'cancelled' } })
      expect(JSON.parse(await page.evaluate<string>(KEPT))).toMatchObject({ answers: { pay: 'cancelled' } })
      await mark(page)
      await change(page, undefined)
      expect(await page.evaluate(KEPT)).toBe(null)
      expect((await settingsOf(page)).answers).toBe(undefined)
      await paid(page, 'success')
      expect(await isFirst(page)).toBe(true)
    }))

  it('keep a choice “always” beside those of other methods: a code as an answer, a value as a result', () =>
    onDesk({}, async (page) => {
      const always = async (method: string, outcome: string, params?: object) => {
        await call(page, 'raw', method, params)
        const sheet = sheetOf(page, method)
        await sheet.getByLabel(/Always answer/).check()
        await sheet.locator(`[data-outcome="${outcome}"]`).click()
        await sheetGone(page)
      }
      await always('pay', 'cancelled', TN)
      await always('bioDetect', '94')
      await always('scanQRCode', 'success')
      const { answers, results } = await settingsOf(page)
      expect(answers).toEqual({ pay: 'cancelled', bioDetect: '94' })
      expect(Object.keys(results || {})).toEqual(['scanQRCode'])
      await always('chooseLocation', 'cancelled')
      expect((await settingsOf(page)).answers).toEqual({
        pay: 'cancelled',
        bioDetect: '94',
        chooseLocation: 'cancelled',
      })
    }))

  it('that change while the control is open are shown in it', () =>
    onDesk({}, async (page) => {
      const control = await openControl(page, 'settings')
      expect(await control.locator('[data-fixed]').count()).toBe(0)
      await change(page, { answers: { pay: '02' } })
      await control.locator('[data-fixed="pay"]').waitFor()
    }))

  it('fix a success without a value with the method’s example', () =>
    onDesk({ settings: { answers: { scanQRCode: 'success', pay: 'success' } } }, async (page) => {
      expect((await paid(page))?.[0]).toBe('success')
      await call(page, 'raw', 'scanQRCode')
      await hasHeard(page, 2)
      const [, scanned] = await told(page)
      expect(scanned?.[0]).toBe('success')
      expect(String(scanned?.[1])).not.toBe('undefined')
      expect(await sheetOf(page).count()).toBe(0)
    }))

  it('fix a value for a method that asks nobody too', () =>
    onDesk({ settings: { results: { getLocationCity: '杭州市' } } }, async (page) => {
      await call(page, 'raw', 'getLocationCity')
      await hasHeard(page, 1)
      expect(JSON.stringify(await told(page))).toContain('杭州市')
    }))
})
