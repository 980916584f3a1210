/** The lines of the kit's own texts end between words, in every language, on usual phones and in large text. */
import { expect, it } from 'vitest'
import * as fallbackTexts from '../../src/fallbacks/texts'
import * as appTexts from '../../src/openInApp/texts'
import type { OwnText } from '../../src/texts/ownText'
import { describeInBrowser } from '../browser/harness'
import { DIALOG, dialog, json, LINES_OF, onPage, TOAST, toast } from '../browser/screen'
import { LANGUAGES, messagesIn, ownTextIn } from '../support/languages'

const isOwnText = (value: unknown): value is OwnText => typeof value === 'object' && !!value && 'key' in value
const ownTexts = [...Object.values(appTexts), ...Object.values(fallbackTexts)].filter(isOwnText)
/** All texts of a language but those of buttons. */
const textsIn = (lang: string) =>
  [
    ...new Map([
      ...ownTexts.map((text): [string, string] => [text.key, ownTextIn(lang, text)]),
      ...Object.entries(messagesIn(lang)),
    ]),
  ].filter(([key]) => !key.startsWith('button-'))

/** Shows each text as a toast and as a dialog, and returns their lines. */
const linesOf = (lang: string, width: number, fontSize: number) =>
  onPage({ viewport: { width, height: 640 }, fontSize }, (opened) =>
    opened.evaluate<{ text: string; lines: string[] }[]>(`${json(textsIn(lang))}.flatMap(([, text]) => {
      const lines = (kind, show) => {
        show()
        const { shadowRoot } = document.querySelector('[data-upsdk-kit=' + kind + ']')
        const seen = ${LINES_OF}(shadowRoot.querySelector(kind === 'toast' ? 'div > div' : '#upsdk-kit-message'))
        presenter.destroy()
        return { text, lines: seen }
      }
      return [
        lines('toast', () => presenter.toast(text, { lang: ${json(lang)}, duration: 60000 })),
        lines('dialog', () => presenter.dialog({ message: text, lang: ${json(lang)}, confirm: 'OK' })),
      ]
    })`),
  )

/** Names, and words of Chinese that the browser takes for two. */
const NAMES = /云闪付|雲閃付App|UnionPay|点击|客服|链接|浏览器|瀏覽器|連結|条形码|NFC|95516/g

interface Word {
  segment: string
  index: number
}
const { Segmenter } = Intl as unknown as {
  Segmenter: new (lang: string, options: object) => { segment(text: string): Iterable<Word> }
}
const chineseWords = new Segmenter('zh', { granularity: 'word' })

/** The lines that end inside a word: of Chinese as the browser knows words, of other languages by their letters. */
function brokenWords(lang: string, { text, lines }: { text: string; lines: string[] }): string[] {
  const chinese = lang.startsWith('zh') ? chineseWords.segment(text) : []
  const words = [
    ...[...text.matchAll(NAMES)].map((one) => ({ segment: one[0], index: one.index })),
    ...chinese,
  ]
  let end = 0
  return lines.slice(0, -1).flatMap((line, at) => {
    end = text.indexOf(line, end) + line.length
    const inside = words.filter(({ index, segment }) => index < end && end < index + segment.length)
    const first = lines[at + 1]?.[0] || ''
    const last = line.at(-1) || ''
    const both = (letters: RegExp) => letters.test(last) && letters.test(first)
    const isBroken =
      lang === 'ja'
        ? both(/[ァ-ヶー]/) || /^(せん|ません|した|ます|ら、|い。)/.test(lines[at + 1] || '')
        : lang !== 'zh-Hans' &&
          lang !== 'zh-Hant' &&
          both(/[a-z가-힣]/i) &&
          !/ /.test(text.slice(end - 1, end + 1))
    return inside.length || isBroken ? [lines.join(' / ')] : []
  })
}

describeInBrowser.each([320, 360, 375, 390])('on a screen of %s px', (width) => {
  it.each(LANGUAGES)('no line of a text in %s ends inside a name or a word', async (lang) => {
    const all = await linesOf(lang, width, 16)
    expect(all.length).toBeGreaterThan(80)
    expect(all.flatMap((one) => brokenWords(lang, one))).toEqual([])
  })

  it.each(LANGUAGES)('nor does one in %s in twice as large text', async (lang) => {
    const all = await linesOf(lang, width, 32)
    expect(all.flatMap((one) => brokenWords(lang, one))).toEqual([])
  })
})

describeInBrowser('a text of two sentences', () => {
  it.each([
    ['en', messagesIn('en')[94], ['Face not verified.', 'Try again tomorrow.']],
    ['ja', messagesIn('ja')[94], ['顔認証ができませんでした。', '明日、もう一度お試しください。']],
    ['ko', messagesIn('ko')[94], ['얼굴 인증에 실패했습니다.', '내일 다시 시도해 주세요.']],
    ['en', 'Ask Mr. Li at version 1.2.', ['Ask Mr. Li at version 1.2.']],
  ])('has a line for each in a dialog: %s %s', (lang, message, expected) =>
    onPage({ viewport: { width: 390, height: 640 } }, async (opened) => {
      await dialog(opened, { message, lang, confirm: 'OK' })
      const message_ = `document.querySelector(${json(DIALOG)}).shadowRoot.querySelector('#upsdk-kit-message')`
      expect(await opened.evaluate(`${LINES_OF}(${message_})`)).toEqual(expected)
      expect(await opened.evaluate(`${message_}.textContent`)).toBe(message)
    }),
  )
})

describeInBrowser('a toast', () => {
  it.each([16, 32])(
    'is as wide as its longest line, in text of %s px, also once it was read out',
    (fontSize) =>
      onPage({ viewport: { width: 375, height: 640 }, fontSize }, async (opened) => {
        for (const [lang, text] of [
          ['zh-Hans', messagesIn('zh-Hans')['payment-not-sent']],
          ['en', messagesIn('en').timeout],
          ['ja', messagesIn('ja').timeout],
        ] as const) {
          await toast(opened, text || '', { lang, duration: 60_000 })
          const spare = `(() => {
          const element = document.querySelector(${json(TOAST)}).shadowRoot.querySelector('div > div > div')
          const range = document.createRange()
          range.selectNodeContents(element)
          return element.getBoundingClientRect().width - range.getBoundingClientRect().width
        })()`
          expect(await opened.evaluate(spare)).toBeLessThan(4)
          const before = await opened.evaluate(`document.querySelector(${json(TOAST)}).shadowRoot.innerHTML`)
          await opened.evaluate('new Promise((resolve) => setTimeout(resolve, 150))')
          expect(await opened.evaluate(`document.querySelector(${json(TOAST)}).shadowRoot.innerHTML`)).toBe(
            before,
          )
          expect(
            await opened
              .locator(TOAST)
              .getByText(text || '')
              .count(),
          ).toBe(1)
        }
      }),
  )
})

describeInBrowser('the main button', () => {
  const colours = (request: object) =>
    onPage({}, async (opened) => {
      await dialog(opened, { message: 'x', lang: 'zh-Hans', ...request })
      return opened
        .locator(`${DIALOG} button`)
        .evaluateAll((buttons) => buttons.map((button) => getComputedStyle(button).backgroundColor))
    })
  const QUIET = 'rgb(242, 243, 245)'

  it.each([
    [{ confirm: '知道了' }, [QUIET]],
    [{ confirm: '去开通', cancel: '取消' }, [QUIET, 'rgb(226, 24, 54)']],
    [{ confirm: '复制链接', cancel: '取消', quiet: true }, [QUIET, QUIET]],
  ])('is the one that does something, and no other: %j', async (request, expected) => {
    expect(await colours(request)).toEqual(expected)
  })
})
