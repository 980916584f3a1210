/**
 * The kit's own texts fit at twice the usual size on the smallest phone, in every language of the kit. Of those without
 * spaces a run takes one, `WHOLE=1` all.
 */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import * as fallbackTexts from '../../src/fallbacks/texts'
import * as appTexts from '../../src/openInApp/texts'
import type { OwnText } from '../../src/texts/ownText'
import { describeInBrowser, page } from '../browser/harness'
import {
  answers,
  BUTTON,
  CUT,
  cut,
  DIALOG,
  dialog,
  json,
  onPage,
  sizes,
  TOAST,
  takesTaps,
} from '../browser/screen'
import { KIT } from '../browser/scripts'
import { LANGUAGES, messagesIn, ownTextIn } from '../support/languages'
import { oneOfEach } from '../support/samples'
import { MODULES } from './modules'

/** 200 % of 16 px. */
const PHONE = { viewport: { width: 320, height: 568 }, fontSize: 32 }
/** px of the screen. */
const TAP_TARGET = 44

const isOwnText = (value: unknown): value is OwnText => typeof value === 'object' && !!value && 'key' in value
const ownTexts = [...Object.values(appTexts), ...Object.values(fallbackTexts)].filter(isOwnText)

/** The texts of a language by key: the kit's messages, and those of single parts. */
const WORDS = LANGUAGES.map((lang) => {
  const messages = messagesIn(lang)
  const own = ownTexts.map((text): [string, string] => [text.key, ownTextIn(lang, text)])
  const all = [...own, ...Object.entries(messages)]
  const named = (isMeant: (key: string) => boolean) =>
    [...new Set(all.filter(([key]) => isMeant(key)).map(([, text]) => text))].sort(
      (a, b) => b.length - a.length,
    )
  const buttons = named((key) => key.startsWith('button-'))
  const texts = named((key) => !key.startsWith('button-'))
  const cancel = messages['button-cancel'] || ''
  return { lang, texts, buttons, cancel, longest: texts[0] || '', longestButton: buttons[0] || '' }
})

/** An expression of the page: the boxes of the message and its buttons. */
const PLACES = `(({ shadowRoot }) => {
  const place = (element) => element.getBoundingClientRect().toJSON()
  const layer = shadowRoot.firstElementChild
  return { box: place(layer.firstElementChild), buttons: Array.from(layer.querySelectorAll('button'), place) }
})`

interface Place {
  left: number
  top: number
  right: number
  bottom: number
  width: number
  height: number
}
interface Shown {
  text: string
  cut: string[]
  box: Place
  buttons: Place[]
}

/** Returns what is on the screen after each of these, one after the other. */
const shown = (opened: Page, selector: string, requests: readonly { text: string; show: string }[]) =>
  opened.evaluate<Shown[]>(`${json(requests)}.map(({ text, show }) => {
    new Function(show)()
    const seen = { text, cut: ${CUT}, ...${PLACES}(document.querySelector(${json(selector)})) }
    presenter.destroy()
    return seen
  })`)

/** Scrolls to the button, and says whether a finger would hit it. */
async function canBeTapped(opened: Page, index: number): Promise<boolean> {
  await takesTaps(opened)
  return opened.evaluate(`(({ shadowRoot }) => {
    const button = shadowRoot.querySelectorAll('button')[${index}]
    button.scrollIntoView({ block: 'nearest' })
    const { left, top, width, height } = button.getBoundingClientRect()
    // A scroll position is always in whole px.
    const inside = left > -1 && top > -1 && left + width < innerWidth + 1 && top + height < innerHeight + 1
    return inside && shadowRoot.elementFromPoint(left + width / 2, top + height / 2) === button
  })(document.querySelector(${json(DIALOG)}))`)
}

function expectTapTargets(buttons: readonly Place[], what: string): void {
  for (const { width, height } of buttons)
    expect(Math.min(width, height), what).toBeGreaterThanOrEqual(TAP_TARGET)
}

/** Chinese and Japanese have no spaces, so their lines end in the same places. */
const drawn = oneOfEach('languages in large text', WORDS, ({ lang }) =>
  /^(zh|ja)/.test(lang) ? 'without spaces' : lang,
)

describeInBrowser.each(drawn)('at 200 % text on 320 × 568 px, in $lang', (words) => {
  const { lang, texts, buttons, cancel, longest, longestButton } = words

  it('every toast fits on the screen', () =>
    onPage(PHONE, async (opened) => {
      const show = (text: string) =>
        `presenter.toast(${json(text)}, { lang: ${json(lang)}, duration: 60000 })`
      const all = await shown(
        opened,
        TOAST,
        texts.map((text) => ({ text, show: show(text) })),
      )
      expect(all.length).toBeGreaterThan(40)
      for (const { text, cut: cutOff, box } of all) {
        expect(cutOff, text).toEqual([])
        expect(box.left, text).toBeGreaterThanOrEqual(0)
        expect(box.top, text).toBeGreaterThanOrEqual(0)
        expect(box.right, text).toBeLessThanOrEqual(320)
        expect(box.bottom, text).toBeLessThanOrEqual(568)
      }
    }))

  it('no dialog cuts off text, and every button is large enough', () =>
    onPage(PHONE, async (opened) => {
      const show = (request: object) => `presenter.dialog(${json({ lang, cancel, ...request })})`
      const all = await shown(opened, DIALOG, [
        ...texts.map((text) => ({ text, show: show({ message: text, confirm: longestButton }) })),
        ...buttons.map((text) => ({ text, show: show({ message: longest, confirm: text }) })),
      ])
      for (const { text, cut: cutOff, box, buttons: places } of all) {
        expect(cutOff, text).toEqual([])
        expect(box.left, text).toBeGreaterThanOrEqual(0)
        expect(box.right, text).toBeLessThanOrEqual(320)
        expect(places, text).toHaveLength(2)
        expectTapTargets(places, text)
      }
    }))

  it('the buttons of the longest dialog can be scrolled to and tapped', () =>
    onPage(PHONE, async (opened) => {
      for (const index of [0, 1]) {
        const title = texts[1]
        await dialog(opened, { title, message: longest, confirm: longestButton, cancel, lang })
        expect(await cut(opened)).toEqual([])
        for (const size of await sizes(opened)) expect(size).toBeGreaterThan(28)
        expect(await canBeTapped(opened, 0)).toBe(true)
        expect(await canBeTapped(opened, 1)).toBe(true)
        await opened.locator(BUTTON).nth(index).click()
      }
      expect(await answers(opened)).toEqual([false, true])
    }))

  it('the buttons under a link to copy by hand and under a QR code can be tapped', () =>
    onPage({ ...PHONE, html: page(KIT), routes: MODULES }, async (opened) => {
      const say = (key: string) =>
        ownTexts.filter((text) => text.key === key).map((text) => ownTextIn(lang, text))[0] || ''
      const address = `https://mini.example/${'a-long-path/'.repeat(8)}#/order/detail`
      await dialog(opened, {
        title: say('copy-by-hand'),
        message: address,
        confirm: say('button-ok'),
        lang,
      })
      expect(await cut(opened)).toEqual([])
      expect(await canBeTapped(opened, 0)).toBe(true)
      await opened.locator(BUTTON).click()

      const request = { message: say('scan-to-open'), confirm: say('button-copy-link'), cancel, lang }
      await opened.evaluate(`import('/dist/qr.js').then(({ drawQr }) => {
        const content = drawQr(${json(address)}, document)
        presenter.dialog({ ...${json(request)}, content }).then((answer) => answers.push(answer))
      })`)
      expect(await cut(opened)).toEqual([])
      const picture = await opened.locator(`${DIALOG} canvas`).boundingBox()
      expect(picture?.x).toBeGreaterThanOrEqual(0)
      expect((picture?.x || 0) + (picture?.width || 0)).toBeLessThanOrEqual(320)
      const places = await opened.evaluate<Shown>(`${PLACES}(document.querySelector(${json(DIALOG)}))`)
      expectTapTargets(places.buttons, 'QR code')
      expect([await canBeTapped(opened, 0), await canBeTapped(opened, 1)]).toEqual([true, true])
      await opened.locator(BUTTON).nth(1).click()
      expect(await answers(opened)).toEqual([true, true])
    }))
})

it('every language of the kit has texts in this test', () => {
  for (const { texts, buttons } of WORDS) expect([...texts, ...buttons].every(Boolean)).toBe(true)
})
