/** Toasts and dialogs are accessible, fit the smallest phone, and follow large text. */
import { describe, expect, it } from 'vitest'
import { ja } from '../../src/texts/ja'
import { zhHans } from '../../src/texts/zh-Hans'
import { zhHant } from '../../src/texts/zh-Hant'
import { oneOfEach, pairs } from '../support/samples'
import { describeInBrowser, page } from './harness'
import {
  answers,
  axe,
  BUTTON,
  CHINESE,
  CLEAN,
  count,
  cut,
  DIALOG,
  dialog,
  ENGLISH,
  focused,
  json,
  LINES,
  lines,
  looks,
  ONE,
  onPage,
  sizes,
  still,
  TOAST,
  TWO,
  toast,
} from './screen'
import { KIT } from './scripts'

describeInBrowser('toast and dialog', () => {
  describe('are for everyone', () => {
    it.each(['light', 'dark'] as const)(
      'axe-core finds nothing in %s mode, contrast included',
      (colorScheme) =>
        onPage({ colorScheme }, async (opened) => {
          await toast(opened, ENGLISH)
          expect(await axe(opened, TOAST)).toEqual(CLEAN)
          await opened.evaluate('presenter.destroy()')
          await dialog(opened, { ...TWO, title: '人像认证' })
          expect(await axe(opened, DIALOG)).toEqual(CLEAN)
        }),
    )

    it.each([
      ['light', '', 'rgb(255, 255, 255)'],
      ['dark', '', 'rgb(44, 44, 46)'],
      ['dark', 'light', 'rgb(255, 255, 255)'],
      ['dark', 'only light', 'rgb(255, 255, 255)'],
      ['dark', 'light dark', 'rgb(44, 44, 46)'],
      ['dark', 'dark', 'rgb(44, 44, 46)'],
    ] as const)(
      'on a %s phone, the dialog of a page with color-scheme "%s" is %s',
      (colorScheme, own, background) =>
        onPage({ colorScheme }, async (opened) => {
          await opened.evaluate(
            (value) => document.documentElement.style.setProperty('color-scheme', value),
            own,
          )
          await dialog(opened)
          const box = opened.locator(`${DIALOG} [role] > div`)
          expect(await box.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(background)
        }),
    )

    it('a toast is a status that is read out: its text is set at once, and again when the region is known', () =>
      onPage({}, async (opened) => {
        const host = opened.locator(TOAST)
        const changed = await opened.evaluate(`new Promise((resolve) => {
          presenter.toast(${json(ENGLISH)}, { lang: 'en', duration: 60000 })
          const { shadowRoot } = document.querySelector(${json(TOAST)})
          if (shadowRoot.textContent !== ${json(ENGLISH)}) resolve('too late')
          new MutationObserver(() => resolve(true)).observe(shadowRoot, { childList: true, subtree: true })
          setTimeout(resolve, 20000, false)
        })`)
        expect(changed).toBe(true)
        expect(await host.getByText(ENGLISH).count()).toBe(1)
        expect(await host.getAttribute('role')).toBe('status')
        expect(await host.getAttribute('lang')).toBe('en')
      }))

    it('a dialog is a modal alert dialog, named by its title and described by its text, in their language', () =>
      onPage({}, async (opened) => {
        await dialog(opened, { ...TWO, title: '人像认证' })
        const named = { name: '人像认证', exact: true, description: CHINESE }
        const found = opened.locator(DIALOG).getByRole('alertdialog', named)
        expect(await found.getAttribute('aria-modal')).toBe('true')
        expect(await opened.locator(DIALOG).getAttribute('lang')).toBe('zh-Hans')
        expect(await opened.locator(BUTTON).allTextContents()).toEqual(['取消', '去开通'])
      }))

    it('a dialog without a title is named by its text', () =>
      onPage({}, async (opened) => {
        await dialog(opened)
        const named = { name: ENGLISH, exact: true }
        const found = opened.locator(DIALOG).getByRole('alertdialog', named)
        expect(await found.getAttribute('aria-describedby')).toBeNull()
      }))

    it.each(['toast', 'dialog'] as const)(
      'a %s names its language, by which the browser breaks lines',
      (kind) =>
        onPage({}, async (opened) => {
          if (kind === 'toast') await toast(opened, ja.messages.timeout, { lang: 'ja', duration: 60_000 })
          else await dialog(opened, { message: ja.messages.timeout, confirm: 'OK', lang: 'ja' })
          const locale = await opened.evaluate(`getComputedStyle(
          document.querySelector('[data-upsdk-kit]').shadowRoot.firstElementChild).webkitLocale`)
          expect(locale).toBe('"ja"')
        }),
    )

    it('the focus moves into the dialog, cycles with Tab and Shift+Tab, and returns', () =>
      onPage({ html: page(`<button id="pay">Pay</button><input>${KIT}`) }, async (opened) => {
        await opened.focus('#pay')
        await dialog(opened, TWO)
        const way = [await focused(opened)]
        for (const key of ['Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab']) {
          await opened.keyboard.press(key)
          way.push(await focused(opened))
        }
        expect(way).toEqual(['dialog', '取消', '去开通', '取消', '去开通', '取消'])
        await opened.keyboard.press('Shift+Tab')
        await opened.keyboard.press('Enter')
        expect(await answers(opened)).toEqual([true])
        expect(await focused(opened)).toBe('Pay')
      }))

    it('Shift+Tab comes to the last button first', () =>
      onPage({}, async (opened) => {
        await dialog(opened, TWO)
        await opened.keyboard.press('Shift+Tab')
        expect(await focused(opened)).toBe('去开通')
      }))

    it('neither a click beside the box nor a page that takes the focus lets Tab out or stops Escape', () =>
      onPage({ html: page(`<input>${KIT}`) }, async (opened) => {
        await dialog(opened)
        await opened.mouse.click(5, 5)
        await opened.keyboard.press('Tab')
        expect(await focused(opened)).toBe('OK')
        await opened.evaluate(`document.querySelector('input').focus()`)
        await opened.keyboard.press('Tab')
        expect(await focused(opened)).toBe('OK')
        await opened.evaluate(`document.querySelector('input').focus()`)
        await opened.keyboard.press('Escape')
        expect(await answers(opened)).toEqual([false])
        expect(await count(opened)).toBe(0)
      }))

    it('box and buttons have borders if the user has chosen the colours (forced colours)', () =>
      onPage({}, async (opened) => {
        await opened.emulateMedia({ forcedColors: 'active' })
        await toast(opened, ENGLISH)
        await dialog(opened, TWO)
        const borders = await opened.evaluate<string[]>(`(() => {
          const inside = (kind) => document.querySelector('[data-upsdk-kit=' + kind + ']').shadowRoot
          const found = [inside('toast').querySelector('div > div'), inside('dialog').querySelector('[role] > div'), ...inside('dialog').querySelectorAll('button')]
          return found.map((element) => {
            const { borderTopWidth, borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(element)
            return borderTopStyle === 'solid' && parseFloat(borderTopWidth) > 0 && borderTopColor !== backgroundColor ? 'seen' : borderTopColor
          })
        })()`)
        await opened.emulateMedia({ forcedColors: null })
        expect(borders).toEqual(['seen', 'seen', 'seen', 'seen'])
      }))

    it('a focused button has a visible focus ring', () =>
      onPage({}, async (opened) => {
        await dialog(opened)
        await opened.keyboard.press('Tab')
        expect(
          await opened.locator(BUTTON).evaluate((button) => getComputedStyle(button).outlineStyle),
        ).not.toBe('none')
      }))

    it('Escape closes the upper of two dialogs', () =>
      onPage({}, async (opened) => {
        await dialog(opened, { ...ONE, message: 'lower' })
        await dialog(opened, { ...ONE, message: 'upper' })
        await opened.keyboard.press('Escape')
        expect(await opened.locator(DIALOG).getByText('lower').count()).toBe(1)
        expect(await count(opened)).toBe(1)
      }))

    it('Escape and Tab belong to the upper of two dialogs, even if the page has the focus', () =>
      onPage(
        { before: 'delete HTMLDialogElement.prototype.showModal', html: page(`<input>${KIT}`) },
        async (opened) => {
          await dialog(opened, { ...ONE, message: 'lower' })
          await dialog(opened, { ...ONE, message: 'upper' })
          await opened.evaluate(`document.querySelector('input').focus()`)
          await opened.keyboard.press('Escape')
          expect(await opened.locator(DIALOG).getByText('lower').count()).toBe(1)
          expect(await count(opened)).toBe(1)
        },
      ))

    it.each(['reduce', 'no-preference'] as const)(
      'they fade in, unless less motion is asked for: %s',
      (reducedMotion) =>
        onPage({ reducedMotion }, async (opened) => {
          const moving = await opened.evaluate(`
            presenter.toast('x', { lang: 'en', duration: 60000 }); presenter.dialog(${json(ONE)})
            Array.from(document.querySelectorAll('[data-upsdk-kit]'), (host) => host.shadowRoot.getAnimations().length)`)
          expect(moving).toEqual(reducedMotion === 'reduce' ? [0, 0] : [1, 1])
          await still(opened)
          expect(json(await looks(opened))).not.toContain('"opacity":"0')
        }),
    )
  })

  describe('fit the smallest phone', () => {
    const texts = [
      { ...ONE, toast: 'We need your mobile number. Grant access to continue.' },
      { ...ONE, confirm: 'Set up', cancel: 'Cancel', toast: 'No connection.' },
      { ...TWO, cancel: undefined, confirm: '知道了', toast: '支付结果待确认，请先查看订单，请勿重复支付' },
      { ...TWO, toast: '网络异常，请检查网络后重试' },
    ]
    it.each(texts)('no text is cut off, and both buttons are large and alike: $confirm, $cancel', (request) =>
      onPage({ viewport: { width: 320, height: 480 } }, async (opened) => {
        await toast(opened, request.toast)
        await dialog(opened, request)
        const buttons = await opened.locator(BUTTON).all()
        const places = await Promise.all(buttons.map((button) => button.boundingBox()))
        for (const place of places) expect(place?.height).toBeGreaterThanOrEqual(44)
        // The buttons are side by side, and equally wide.
        expect(new Set(places.map((place) => place?.y)).size).toBe(1)
        expect(Math.abs((places[0]?.width || 0) - (places.at(-1)?.width || 0))).toBeLessThan(4)
        expect(await cut(opened)).toEqual([])
      }),
    )

    it('long labels are stacked, the one that confirms on top', () =>
      onPage({ viewport: { width: 320, height: 480 } }, async (opened) => {
        await dialog(opened, { ...ONE, confirm: 'Open the UnionPay App', cancel: 'Not at the moment' })
        const [cancel, confirm] = await Promise.all(
          [0, 1].map((index) => opened.locator(BUTTON).nth(index).boundingBox()),
        )
        expect(cancel?.y).toBeGreaterThan((confirm?.y || 0) + (confirm?.height || 0))
        expect(await cut(opened)).toEqual([])
      }))

    it('a Japanese toast takes two lines at most', () =>
      onPage({ viewport: { width: 320, height: 568 } }, async (opened) => {
        const inDialogs =
          /^(99|update-wallet|no-phone|not-registered|nfc-off|payment-unconfirmed|permission.*|open-.*|copy-by-hand)$/
        // Two sentences of which one is as long as a line.
        const isLong = /^(unsupported|unsupported-here|user-state|payment-forbidden)$/
        const texts = Object.entries(ja.messages).filter(
          ([name]) => !/^button-/.test(name) && !inDialogs.test(name) && !isLong.test(name),
        )
        expect(texts.length).toBeGreaterThan(30)
        const long: string[] = []
        for (const [name, text = ''] of texts) {
          await opened.evaluate(`presenter.toast(${JSON.stringify(text)}, { lang: 'ja' }); 0`)
          if ((await lines(opened)).length > 2) long.push(name)
        }
        expect(long).toEqual([])
      }))

    it('Japanese lines are broken between phrases', () =>
      onPage({ viewport: { width: 375, height: 667 } }, async (opened) => {
        await dialog(opened, { message: ja.messages['payment-unconfirmed'], confirm: 'OK', lang: 'ja' })
        expect((await lines(opened)).join('|')).toMatch(/[。、]\|(再度|注文)/)
      }))

    it.each([
      [375, zhHans.messages['permission-camera']],
      [430, '字'.repeat(21)],
    ])('a toast is as wide as a phone of %s px allows: %s is one line', (width, text) =>
      onPage({ viewport: { width, height: 667 } }, async (opened) => {
        await toast(opened, text, { lang: 'zh-Hans', duration: 60_000 })
        expect(await lines(opened)).toEqual([text])
      }),
    )

    it('an endless word is broken, an endless message scrolls', () =>
      onPage({ viewport: { width: 320, height: 480 } }, async (opened) => {
        await toast(opened, 'https://example.com/'.repeat(8))
        await dialog(opened, { ...ONE, message: 'x'.repeat(2000), confirm: 'y'.repeat(80) })
        expect(await cut(opened)).toEqual([])
        await opened.locator(BUTTON).click()
        expect(await answers(opened)).toEqual([true])
      }))

    it('the dialog keeps clear of notches', () =>
      onPage({ viewport: { width: 320, height: 480 } }, async (opened) => {
        const devtools = await opened.context().newCDPSession(opened)
        const insets = { top: 47, right: 30, bottom: 34, left: 40 }
        await devtools.send('Emulation.setSafeAreaInsetsOverride', { insets })
        await dialog(opened, { ...ONE, message: `${CHINESE} `.repeat(30) })
        const box = `${DIALOG} [role] > div`
        const before = await opened.locator(box).boundingBox()
        expect(before?.x).toBeGreaterThanOrEqual(40)
        expect((before?.x || 0) + (before?.width || 0)).toBeLessThanOrEqual(290)
        expect(before?.y).toBeGreaterThanOrEqual(47)
        await opened.locator(`${DIALOG} [role]`).evaluate((layer) => layer.scrollTo(0, 1e6))
        const after = await opened.locator(box).boundingBox()
        await devtools.send('Emulation.setSafeAreaInsetsOverride', { insets: {} })
        await devtools.detach()
        expect((after?.y || 0) + (after?.height || 0)).toBeLessThanOrEqual(446)
      }))

    it('a page without a viewport tag is laid out at 980 px, and the texts keep their size on screen', () =>
      onPage(
        { html: page(KIT, ''), isMobile: true, viewport: { width: 320, height: 568 } },
        async (opened) => {
          expect(await opened.evaluate('innerWidth')).toBe(980)
          await toast(opened, ENGLISH)
          await dialog(opened)
          for (const size of await sizes(opened)) {
            expect(size).toBeGreaterThanOrEqual(12)
            expect(size).toBeLessThan(18)
          }
          expect(await cut(opened)).toEqual([])
        },
      ))
  })
})

/** Characters that a Chinese line must not begin with. */
const ENDS = /^[，。；：！？、”’）》]/
const CLAUSES = [zhHans, zhHant].flatMap(({ locale, messages }) =>
  Object.values(messages)
    .filter((message) => message.includes('，'))
    .map((message) => ({ message, lang: locale })),
)

const SIZES = oneOfEach('sizes of text', [16, 21, 24, 28, 32], (size) => (size < 24 ? 'usual' : 'large'))

const ON_SCREENS = pairs(
  'sizes of text on screens',
  SIZES.map((size) => ({ size })),
  [{ width: 320 }, { width: 375 }],
)

describeInBrowser('lines of a text', () => {
  it.each(ON_SCREENS)(
    'of $size px in Chinese never begin with punctuation on a screen of $width px',
    ({ size, width }) =>
      onPage({ viewport: { width, height: 640 }, fontSize: size }, async (opened) => {
        const found = await opened.evaluate<string[]>(`${json(CLAUSES)}.flatMap(({ message, lang }) => {
        presenter.toast(message, { lang, duration: 60000 })
        presenter.dialog({ message, lang, confirm: '知道了' })
        const lines = ${LINES}
        presenter.destroy()
        return lines
      })`)
        expect(found.length).toBeGreaterThan(2 * CLAUSES.length)
        expect(found.filter((line) => ENDS.test(line))).toEqual([])
      }),
  )
})

describeInBrowser.each(SIZES)('lines of a text of %s px', (size) => {
  it('in Korean end between words, even beside an address that is too long', () =>
    onPage({ viewport: { width: 320, height: 640 }, fontSize: size }, async (opened) => {
      const message = 'https://www.example.com/a-long-address/index.html 에서 확인해 주세요'
      await toast(opened, message, { lang: 'ko', duration: 60_000 })
      const found = await lines(opened)
      for (const word of ['에서', '확인해', '주세요']) expect(found.join('|')).toContain(word)
    }))

  it('in Chinese end at punctuation if a clause fits', () =>
    onPage({ viewport: { width: 375, height: 640 }, fontSize: size }, async (opened) => {
      await toast(opened, '网络异常，请检查网络', { lang: 'zh-Hans', duration: 60_000 })
      expect((await lines(opened)).join('|')).toMatch(/^网络异常，\|?请检查网络$/)
    }))
})

describeInBrowser('toast and dialog in large text', () => {
  // The largest text size of iOS.
  const fontSize = 53

  it.each([ENGLISH, CHINESE])('follow the user’s text size without cutting anything off: %s', (message) =>
    onPage({ viewport: { width: 320, height: 568 }, fontSize }, async (opened) => {
      await toast(opened, message)
      await dialog(opened, { ...TWO, title: '人像认证', message })
      expect(await cut(opened)).toEqual([])
      for (const size of await sizes(opened)) expect(size).toBeGreaterThan(28)
      await opened.locator(BUTTON).nth(0).click()
      expect(await answers(opened)).toEqual([false])
    }),
  )
})
