import { describe, expect, it } from 'vitest'
import { en, explain, zhHans, zhHant } from '../../src/index'
import { kit, useWallets, wallet } from '../support/wallet'

useWallets()

describe('the locale', () => {
  it.each([
    ['zh_CN', 'zh-Hans'],
    ['zh_HK', 'zh-Hant'],
    ['zh_TW', 'zh-Hant'],
    ['zh_MO', 'zh-Hant'],
    ['en_US', 'en'],
  ])('is the wallet’s own first: %s is %s', (language, locale) => {
    wallet({ language })
    expect(kit().locale).toBe(locale)
  })

  it.each([
    ['zh-HK', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['zh-Hans-SG', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['en-GB', 'en'],
    ['EN', 'en'],
    ['fr', 'en'],
  ])('asked for as %s is %s', (asked, locale) => {
    const upsdk = kit()
    upsdk.setLocale(asked)
    expect(upsdk.locale).toBe(locale)
  })

  it('that is no BCP 47 tag throws, and changes nothing', () => {
    const upsdk = kit({ locale: 'en' })
    for (const tag of ['zh_CN', '', 'constructor()', '__proto__']) {
      expect(() => upsdk.setLocale(tag)).toThrow(TypeError)
    }
    expect(upsdk.locale).toBe('en')
  })
})

describe('a page’s own messages', () => {
  it('override by code, then by reason, and leave the rest', () => {
    const upsdk = kit({ locale: 'en', messages: { en: { 94: 'Tomorrow!', network: 'Offline.' } } })
    expect(upsdk.explain('94').message).toBe('Tomorrow!')
    expect(upsdk.explain({ code: 'ERR_NETWORK' }).message).toBe('Offline.')
    expect(upsdk.explain('95').message).toBe(en.messages[95])
  })

  it('for a new locale fall back by negotiation for what they do not say', () => {
    const upsdk = kit({ locale: 'fr-CA', messages: { fr: { network: 'Hors ligne.' } } })
    expect(upsdk.locale).toBe('fr')
    expect(upsdk.explain({ code: 'ERR_NETWORK' }).message).toBe('Hors ligne.')
    expect(upsdk.explain('94').message).toBe(en.messages[94])
  })

  it('never override what is told of money', () => {
    const upsdk = kit({ locale: 'en', messages: { en: { 94: 'Pay again!' } } })
    expect(upsdk.explain('94', { method: 'pay' }).message).toBe(en.messages['payment-unconfirmed'])
  })
})

describe.each([zhHans, zhHant, en])('$locale', ({ locale, messages }) => {
  it.each(Object.entries(messages))('%s fits two lines at 320 px, and names no code', (key, text) => {
    const width = Array.from(text).reduce(
      (sum, character) => sum + (character.charCodeAt(0) > 0x2e80 ? 2 : 1),
      0,
    )
    // 17 em of 15 px: 34 half-width characters a line.
    expect(width).toBeLessThanOrEqual(68)
    if (!key.startsWith('button-')) expect(text).not.toMatch(/\d|[。！？]$|c0|upsdk|code/)
    expect(text).not.toMatch(/([，。！？.,!?])\1/)
  })

  it('says something for every reason', () => {
    for (const code of ['c00', 'c01', 'c02', 'c05', 'c99', 'x']) {
      expect(explain(code, { locale }).message).not.toBe('')
    }
  })
})
