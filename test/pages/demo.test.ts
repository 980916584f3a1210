/** The built demo works in both languages, and at the widths of phones and computers. */
import { beforeAll, expect, it } from 'vitest'
import { type Language, tables } from '../../demo/texts/language'
import { describeInBrowser } from '../browser/harness'
import { boxOf, buildDemo, onDemo, ownTexts, phoneOf, SMALL_TARGETS, settled } from './demoPage'

const LANGUAGES: readonly Language[] = ['zh', 'en']
const PHONE = { width: 375, height: 812 }
const WIDTHS = [320, 375, 768, 1120, 1440]
const CHINESE = /[\u3400-\u9fff]/
/** Words that Chinese pages write in Latin letters too. */
const NAMES = /upsdk-kit|upsdk|error\.detail|Android|iOS|Cordova|JSBridge|\bms\b|\bs\b/g

let routes: Awaited<ReturnType<typeof buildDemo>>

describeInBrowser('the demo', () => {
  beforeAll(async () => {
    routes = await buildDemo()
  })

  it.each(LANGUAGES)('in %s has all its texts, and none of the other language', async (language) => {
    await onDemo(routes, { language, scenario: 'c02' }, async (page) => {
      await settled(page)
      await page.fill('#lookup-box', 'a31')
      expect(await page.getAttribute('html', 'lang')).toBe(tables[language].lang)
      expect(await page.locator('[data-text]:empty').count()).toBe(0)
      const texts = await ownTexts(page)
      expect(texts.length).toBeGreaterThan(90)
      expect(texts.filter((text) => /undefined|null|NaN|`|…{2}/.test(text))).toEqual([])
      const foreign = (text: string) =>
        language === 'en' ? CHINESE.test(text) : !CHINESE.test(text) && /[a-z]/i.test(text.replace(NAMES, ''))
      expect(texts.filter(foreign)).toEqual([])
      expect(page.errors).toEqual([])
    })
  })

  it.each([
    ['zh-HK', 'zh'],
    ['en-GB', 'en'],
    ['fr', 'en'],
  ] as const)('in a browser of %s is in %s', async (tag, language) => {
    const before = `Object.defineProperty(navigator, 'language', { get: () => '${tag}' })`
    await onDemo(routes, { before }, async (page) => {
      expect(await page.textContent('#timeline-name')).toBe(tables[language].page.timeline)
    })
  })

  it('switches its language in place, keeps it in the address, and leaves the phone alone', async () => {
    await onDemo(routes, { language: 'zh', scenario: 'c02' }, async (page) => {
      await settled(page)
      const phone = await page.getAttribute('#phone', 'src')
      await page.click('[data-language="en"]')
      expect(await page.title()).toBe(tables.en.page.title)
      expect(await page.textContent('#calls .steps b')).toBe(tables.en.timeline.steps.called)
      expect(await page.getAttribute('#phone', 'src')).toBe(phone)
      expect(await page.inputValue('#setting-language')).toBe('zh_CN')
      expect(page.url()).toContain('lang=en')
      expect(page.url()).toContain('#c02')
      await page.reload()
      expect(await page.getAttribute('html', 'lang')).toBe('en')
      expect(await page.getAttribute('[data-language="en"]', 'aria-pressed')).toBe('true')
    })
  })

  it.each(['c02', 'outside'] as const)('works with a finger, in the phone too (%s)', async (id) => {
    for (const language of LANGUAGES)
      await onDemo(routes, { language, viewport: PHONE, scenario: id }, async (page) => {
        await phoneOf(page).locator('#act:not(:empty)').waitFor()
        const frames = await Promise.all(page.frames().map((frame) => frame.evaluate(SMALL_TARGETS)))
        expect(frames).toEqual([[], []])
      })
  })

  it.each(LANGUAGES)('in %s never scrolls sideways', async (language) => {
    await onDemo(routes, { language, scenario: 'mobile-c02', fresh: true }, async (page) => {
      await settled(page)
      await page.fill('#lookup-box', 'N62')
      const room = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 })
        const rooms = await Promise.all(page.frames().map((frame) => frame.evaluate(room)))
        expect([width, ...rooms]).toEqual([width, 0, 0])
      }
    })
  })

  it.each([1120, 1440])('never puts its phone above the look-up at %d px', async (width) => {
    await onDemo(routes, { viewport: { width, height: 760 } }, async (page) => {
      await page.fill('#lookup-box', 'a')
      await page.evaluate('scrollTo(0, document.body.scrollHeight)')
      const [lookup, phone] = [
        await boxOf(page.locator('.lookup')),
        await boxOf(page.locator('.phone-column')),
      ]
      expect(phone.bottom).toBeLessThanOrEqual(lookup.y)
    })
  })

  it('shows the timeline right below the phone at 375 px', async () => {
    await onDemo(routes, { viewport: PHONE }, async (page) => {
      const [phone, timeline] = [
        await boxOf(page.locator('.phone-column')),
        await boxOf(page.locator('.timeline')),
      ]
      expect(timeline.y - phone.bottom).toBeGreaterThan(0)
      expect(timeline.y - phone.bottom).toBeLessThan(24)
    })
  })

  it('shows hints in the reader’s language in the look-up of a code', async () => {
    for (const language of LANGUAGES)
      await onDemo(routes, { language }, async (page) => {
        const codes = { a31: ['appletAuth', '用户授权码'], c02: ['open platform', '开放平台'] }
        for (const [code, [english = '', chinese = '']] of Object.entries(codes)) {
          await page.fill('#lookup-box', code)
          const hint = page.locator('.found').first().locator('dd').nth(1)
          expect(await hint.textContent()).toContain(language === 'zh' ? chinese : english)
          expect(await hint.locator('p').getAttribute('lang')).toBe(tables[language].lang)
          if (language === 'zh') expect(await hint.textContent()).not.toMatch(/[a-z]{2,} [a-z]{2,}/i)
        }
      })
  })

  it.each(LANGUAGES)('in %s has room for the text of a step, on the narrowest phone', async (language) => {
    const viewport = { width: 320, height: 640 }
    await onDemo(routes, { language, viewport, scenario: 'c02', ownTime: true }, async (page) => {
      await settled(page)
      const widths = await page
        .locator('.steps li > span:not(.time)')
        .evaluateAll((steps) => steps.map((step) => step.getBoundingClientRect().width))
      expect(widths.length).toBeGreaterThan(3)
      for (const width of widths) expect(width).toBeGreaterThan(180)
    })
  })
})
