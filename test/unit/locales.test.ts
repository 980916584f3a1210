/** Every language has every text for every reason, and is used if it was given. */
import { describe, expect, it } from 'vitest'
import { locales, moreLocales as more } from '../../scripts/locales'
import { createUpsdk as createCore } from '../../src/core'
import { reasons } from '../../src/failure/reasons'
import * as ofFallbacks from '../../src/fallbacks/texts'
import { createUpsdk, type LocaleMessages, type MessageKey } from '../../src/index'
import { en } from '../../src/locales/en'
import { zhHans } from '../../src/locales/zh-hans'
import * as ofOpenInApp from '../../src/openInApp/texts'
import { BUILT_IN, type ImportedMessages, type OwnText } from '../../src/texts/ownText'
import type { Reason } from '../../src/types/failure'
import { ownTextIn } from '../support/languages'

/** The texts of single parts: a fallback, the way into the app. */
const ownTexts: readonly OwnText[] = [...Object.values(ofFallbacks), ...Object.values(ofOpenInApp)].filter(
  (one): one is OwnText => typeof one === 'object',
)
/** The width in half ems: wide characters count twice. */
const widthOf = (text: string) =>
  Array.from(text).reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e80 ? 2 : 1), 0)

describe.each(locales)('the locale $locale', ({ locale, messages }) => {
  const isBuiltIn = BUILT_IN.some((one) => one === locale)
  /** Those of a language with an import of its own are among its messages. */
  const ownHere = isBuiltIn ? ownTexts : []

  it('has a text for every key of the other languages', () => {
    const ofParts = isBuiltIn ? [] : ownTexts.map(({ key }) => key)
    const keys = new Set([...Object.keys(zhHans.messages), ...ofParts])
    expect(Object.keys(messages).sort()).toEqual([...keys].sort())
  })

  it.each(Object.entries(messages))('keeps the message of %s short and plain: %s', (key, text) => {
    expect(text).toBe(text.trim())
    expect(text).not.toBe('')
    // Two lines of 17 em at 15 px, in a page 320 px wide, and three if there is more to say; a button is half as wide as
    // a line.
    const isLong = /^(unsupported|user-state|payment-forbidden|permission-microphone)$/.test(key)
    expect(widthOf(text)).toBeLessThanOrEqual(key.startsWith('button-') ? 16 : isLong ? 90 : 68)
    // A text has no codes and no names of fields, and repeats nothing. UnionPay's hotline is the only number.
    const words = text.replace(/ ?\(95516\)|（95516）|95516/, '')
    expect(words).not.toMatch(/\d|upsdk|code|token|openid|scope|[{}<>[\]_]/i)
    expect(words).not.toMatch(/[^\P{P}“”‘’「」]{2}|\s\s/u)
    expect(text).not.toMatch(/\p{Extended_Pictographic}/u)
  })

  it.each(ownHere.map((text) => [text.key, text[locale as 'en']]))(
    'keeps the text of the part %s short enough: %s',
    (key, text) => {
      expect(text).toBe(text.trim())
      expect(text).not.toBe('')
      expect(widthOf(text)).toBeLessThanOrEqual(key.startsWith('button-') ? 16 : 68)
      expect(text).not.toMatch(/\d|upsdk|[{}<>[\]_]|[^\P{P}“”‘’「」]{2}|\s\s|\p{Extended_Pictographic}/u)
    },
  )

  it('has the same text as parts have without locales', () => {
    const both = ownHere.filter(({ key }) => key in messages)
    expect(both.length).toBeGreaterThan(isBuiltIn ? 2 : -1)
    for (const text of both) expect(text[locale as 'en']).toBe(messages[text.key as MessageKey])
  })

  it('uses the punctuation of its language', () => {
    const texts = Object.keys(messages)
      .filter((key) => !/^(button|title)-/.test(key))
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

  it('has a message for every reason', () => {
    const upsdk = createUpsdk({ locale, locales: more })
    expect(upsdk.locale).toBe(locale)
    for (const reason of Object.keys(reasons()) as Reason[]) {
      const entry = { reason, source: 'server' } as const
      const own = createUpsdk({ locale, locales: more, catalogues: [{ X1: entry }] })
      expect(Object.values(messages)).toContain(own.explain('X1').message)
      own.destroy()
    }
    upsdk.destroy()
  })
})

describe('the letters of each language:', () => {
  /** The letters that each language lacks. */
  const foreign: Record<string, RegExp> = {
    'zh-Hans': /[電號網請稱開啟]/,
    'zh-Hant': /[电号网请称开启]/,
    ja: /[가-힣]|[请账户码网络]/,
    ko: /[\u3040-\u30ff\u4e00-\u9fff]/,
    en: /[^ -~]/,
  }
  it.each(locales)('the locale $locale has no letters of another', ({ locale, messages }) => {
    expect(foreign[locale]).toBeDefined()
    // The wallet has the name of this page in Chinese only.
    for (const text of Object.values(messages))
      expect(text.replace('我的身份信息', '')).not.toMatch(foreign[locale] as RegExp)
    for (const text of ownTexts) expect(ownTextIn(locale, text)).not.toMatch(foreign[locale] as RegExp)
  })

  it.each(['ja', 'ja-JP', 'ko', 'ko-KR'])('the locale %s is used if it was given, else English', (tag) => {
    const upsdk = createUpsdk({ locale: tag, locales: more })
    expect(upsdk.locale).toBe(tag.slice(0, 2))
    const without = createUpsdk({ locale: tag })
    expect(without.locale).toBe('en')
    upsdk.destroy()
    without.destroy()
  })
})

describe('an imported language', () => {
  it('that lacks a text of a part does not compile', () => {
    // @ts-expect-error: those of parts are missing.
    const incomplete: ImportedMessages = en.messages
    expect(ownTexts.some(({ key }) => !(key in incomplete))).toBe(true)
  })
})

describe('a locale that a page brings', () => {
  it('that is incomplete does not compile', () => {
    const { network, ...messages } = en.messages
    // @ts-expect-error: `network` is missing.
    const incomplete: LocaleMessages = { locale: 'fr', messages }
    expect(network).toBe(en.messages.network)
    // In JavaScript the missing text comes from the language that replaces it.
    const upsdk = createUpsdk({ locale: 'fr', locales: [incomplete] })
    expect(upsdk.explain({ code: 'ERR_NETWORK' }).message).toBe(network)
    upsdk.destroy()
  })

  it.each<[string, unknown]>([
    ['a text that is none', { locale: 'fr', messages: { ...en.messages, 94: 5 } }],
    ['an empty text', { locale: 'fr', messages: { ...en.messages, 94: '' } }],
    ['no texts', { locale: 'fr', messages: null }],
    ['no tag', { messages: en.messages }],
    ['a tag that is none', { locale: 'fr_FR', messages: en.messages }],
    ['nothing', null],
  ])('with %s breaks nothing, and the inspector warns of it', (_what, locale) => {
    const upsdk = createUpsdk({ locale: 'fr', locales: [locale as LocaleMessages] })
    expect(upsdk.explain({ code: 'ERR_NETWORK' }).message).toBe(en.messages.network)
    expect(upsdk.explain('94').message).toMatch(/^5$|^Face not verified/)
    upsdk.destroy()
  })

  it('keeps its readers if the page spells another locale in a new way', () => {
    const locales = [
      { ...en, locale: 'zh-HK' },
      { ...en, locale: 'zh-CN' },
    ]
    const upsdk = createCore({ locale: 'zh-Hant', locales, messages: { zh: { network: '没有网络' } } })
    expect(upsdk.locale).toBe('zh-HK')
    upsdk.destroy()
  })

  it('spelled zh-CN serves every phone in simplified Chinese, whatever stands before it', () => {
    const locales = ['zh-TW', 'zh-CN'].map((locale) => ({ ...en, locale }))
    const upsdk = createCore({ locale: 'zh-SG', locales })
    expect(upsdk.locale).toBe('zh-CN')
    upsdk.destroy()
  })

  it('with texts that are no strings breaks nothing', () => {
    const messages = { en: { network: null, 94: {} }, fr: 'x', 'not a tag': null } as never
    const upsdk = createUpsdk({ locale: 'en', messages })
    expect(upsdk.explain({ code: 'ERR_NETWORK' }).message).toBe(en.messages.network)
    upsdk.destroy()
  })
})
