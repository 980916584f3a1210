import { describe, expect, it } from 'vitest'
import { type Reason, reasons } from '../../src/codes/reasons'
import { cancel, linkCopied } from '../../src/fallbacks/texts'
import { createUpsdk, en, type LocaleMessages, type MessageKey, zhHans, zhHant } from '../../src/index'
import { ja } from '../../src/locales/ja'
import { ko } from '../../src/locales/ko'

/** Those that come with an import of their own. */
const more = [ja, ko]
const locales = [zhHans, zhHant, en, ...more]
/** Half of an em each: what is wider than Latin letters counts twice. */
const widthOf = (text: string) =>
  Array.from(text).reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e80 ? 2 : 1), 0)

describe.each(locales)('$locale', ({ locale, messages }) => {
  it('has a text for every key that another language has', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(zhHans.messages).sort())
  })

  it.each(Object.entries(messages))('%s: %s', (key, text) => {
    expect(text).toBe(text.trim())
    expect(text).not.toBe('')
    // Two lines of 17 em at 15 px, in a page 320 px wide; a button is half as wide as a line.
    expect(widthOf(text)).toBeLessThanOrEqual(key.startsWith('button-') ? 16 : 68)
    // No codes, no names of fields, nothing said twice.
    expect(text).not.toMatch(/\d|upsdk|code|token|openid|scope|[{}<>[\]_]/i)
    expect(text).not.toMatch(/[\p{P}]{2}|\s\s/u)
    expect(text).not.toMatch(/\p{Extended_Pictographic}/u)
  })

  it('says what fallbacks say in core, which has no locales', () => {
    for (const text of [cancel, linkCopied])
      expect(text[locale as 'en']).toBe(messages[text.key as MessageKey])
  })

  it('punctuates as its language does', () => {
    const texts = Object.keys(messages)
      .filter((key) => !key.startsWith('button-'))
      .map((key) => messages[key as keyof typeof messages])
    const whole = texts.join('\n')
    if (locale.startsWith('zh')) {
      expect(whole).not.toMatch(/[,.!?;:]/)
      for (const text of texts) expect(text).not.toMatch(/[。！？，]$/)
    } else if (locale === 'ja') {
      expect(whole).not.toMatch(/[,.!?，！？]/)
      for (const text of texts) expect(text).toMatch(/。$/)
    } else {
      expect(whole).not.toMatch(/[，。、！？]/)
      for (const text of texts) expect(text).toMatch(/\.$/)
    }
  })

  it('says something for every reason', () => {
    const upsdk = createUpsdk({ locale, locales: more })
    expect(upsdk.locale).toBe(locale)
    for (const reason of Object.keys(reasons) as Reason[]) {
      const entry = { reason, source: 'server' } as const
      const own = createUpsdk({ locale, locales: more, catalogues: [{ X1: entry }] })
      expect(Object.values(messages)).toContain(own.explain('X1').message)
      own.destroy()
    }
    upsdk.destroy()
  })
})

describe('the language of each', () => {
  it.each([
    ['zh-Hans', zhHans, /[電號網請稱開啟]/],
    ['zh-Hant', zhHant, /[电号网请称开启]/],
    ['ja', ja, /[가-힣]|[请账户码网络]/],
    ['ko', ko, /[\u3040-\u30ff\u4e00-\u9fff]/],
    ['en', en, /[^ -~]/],
  ] as const)('%s has no letters of another', (_tag, { messages }, foreign) => {
    for (const text of Object.values(messages)) expect(text).not.toMatch(foreign)
  })

  it.each(['ja', 'ja-JP', 'ko', 'ko-KR'])('%s is used where it was given, and English where not', (tag) => {
    const upsdk = createUpsdk({ locale: tag, locales: more })
    expect(upsdk.locale).toBe(tag.slice(0, 2))
    const without = createUpsdk({ locale: tag })
    expect(without.locale).toBe('en')
    upsdk.destroy()
    without.destroy()
  })
})

describe('a locale of a page’s own', () => {
  const create = (locale: unknown) => () => createUpsdk({ locales: [locale as LocaleMessages] })

  it('that is incomplete does not compile', () => {
    const { network, ...messages } = en.messages
    // @ts-expect-error: `network` is missing.
    const incomplete: LocaleMessages = { locale: 'fr', messages }
    expect(network).toBe(en.messages.network)
    // In JavaScript it takes the missing text from the language that stands in for it.
    const upsdk = createUpsdk({ locale: 'fr', locales: [incomplete] })
    expect(upsdk.explain({ code: 'ERR_NETWORK' }).message).toBe(network)
    upsdk.destroy()
  })

  it.each<[string, unknown, RegExp]>([
    ['a text that is none', { locale: 'fr', messages: { ...en.messages, network: 5 } }, /"network"/],
    ['an empty text', { locale: 'fr', messages: { ...en.messages, 94: '' } }, /"94"/],
    ['no texts', { locale: 'fr', messages: null }, /locales/],
    ['no tag', { messages: en.messages }, /locales/],
    ['a tag that is none', { locale: 'fr_FR', messages: en.messages }, /locales/],
    ['nothing', null, /locales/],
  ])('with %s is refused, by name', (_what, locale, name) => {
    expect(create(locale)).toThrow(TypeError)
    expect(create(locale)).toThrow(name)
  })

  it('texts of a page that are none are refused, by name', () => {
    const messages = { en: { network: 5 } } as unknown as Record<string, Record<string, string>>
    expect(() => createUpsdk({ messages })).toThrow(/messages.*"network"/)
  })
})
