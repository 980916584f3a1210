/** The message is in the user’s language, or in the page’s own words. */
import { describe, expect, it } from 'vitest'
import { en } from '../../src/locales/en'
import { zhHant } from '../../src/locales/zh-hant'
import { kit, useWallets, wallet } from '../support/wallet'

useWallets()

describe('the locale', () => {
  it.each([
    ['zh_CN', 'zh-Hans'],
    ['zh_HK', 'zh-Hant'],
    ['zh_TW', 'zh-Hant'],
    ['zh_MO', 'zh-Hant'],
    ['en_US', 'en'],
  ])('is the wallet’s own first: %s gives %s', (language, locale) => {
    wallet({ language })
    expect(kit().locale).toBe(locale)
  })

  it.each([
    ['zh-HK', 'zh-Hant'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['yue-HK', 'zh-Hant'],
    ['cmn-TW', 'zh-Hant'],
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

  it('cannot be set to what is no BCP 47 tag: setLocale throws, and nothing changes', () => {
    const upsdk = kit({ locale: 'en' })
    for (const tag of ['zh_CN', '', 'constructor()', '__proto__']) {
      expect(() => upsdk.setLocale(tag)).toThrow(TypeError)
    }
    expect(upsdk.locale).toBe('en')
  })
})

describe('a BCP 47 tag', () => {
  it.each(['de-DE-u-co-phonebk', 'sl-rozaj-biske-1994', 'es-419', 'en-US-x-twain', 'qaa-Qaaa-QM-x-southern'])(
    'may be %s',
    (tag) => {
      expect(kit({ locale: tag }).locale).toMatch(/^(zh-Han[st]|en)$/)
    },
  )

  it.each([
    'zh_CN',
    'a',
    '1',
    'zh-',
    '-zh',
    'zh--CN',
    'zh CN',
    'en-x',
    'en-a',
    'de-419-DE',
    'abcdefghi',
    'zh-CN\n',
    'auto!',
    '',
    5,
  ])('is not %j', (tag) => {
    expect(() => kit({ locale: tag as string })).toThrow(/option "locale"/)
  })
})

describe('a page’s own messages', () => {
  it('override the kit’s by code, then by reason, and change no other', () => {
    const upsdk = kit({ locale: 'en', messages: { en: { 94: 'Tomorrow!', network: 'Offline.' } } })
    expect(upsdk.explain('94').message).toBe('Tomorrow!')
    expect(upsdk.explain({ code: 'ERR_NETWORK' }).message).toBe('Offline.')
    expect(upsdk.explain('95').message).toBe(en.messages[95])
  })

  it('for a new locale are negotiated with the kit’s if one is missing', () => {
    const upsdk = kit({ locale: 'fr-CA', messages: { fr: { network: 'Hors ligne.' } } })
    expect(upsdk.locale).toBe('fr')
    expect(upsdk.explain({ code: 'ERR_NETWORK' }).message).toBe('Hors ligne.')
    expect(upsdk.explain('94').message).toBe(en.messages[94])
  })

  it.each(['zh', 'zh-CN', 'zh-Hans', 'zh-Hans-CN'])(
    'as %s serve every phone in simplified Chinese',
    (tag) => {
      for (const locale of ['zh', 'zh-CN', 'zh-Hans-CN', 'zh-Hans', 'zh-SG']) {
        const upsdk = kit({ locale, messages: { [tag]: { network: '没网了' } } })
        expect(upsdk.explain({ code: 'ERR_NETWORK' }).message, locale).toBe('没网了')
        expect(upsdk.locale).toBe('zh-Hans')
      }
      const upsdk = kit({ locale: 'zh-HK', messages: { [tag]: { network: '没网了' } } })
      expect(upsdk.explain({ code: 'ERR_NETWORK' }).message).toBe(zhHant.messages.network)
    },
  )

  it('for one region do not serve another, whatever the phone calls it', () => {
    const messages = { 'zh-HK': { network: '香港' }, 'zh-TW': { network: '台灣' } }
    const said = (locale: string) => kit({ locale, messages }).explain({ code: 'ERR_NETWORK' }).message
    expect(['zh-HK', 'zh-Hant-HK', 'zh-TW', 'zh-Hant-TW', 'zh-MO'].map(said)).toEqual([
      '香港',
      '香港',
      '台灣',
      '台灣',
      zhHant.messages.network,
    ])
  })

  it('are looked up by the code’s own key, then the code, then the reason', () => {
    const upsdk = kit({
      locale: 'en',
      messages: { EN: { S52136: 'By code', 'no-phone': 'By message', a31: 'a31!', GCUP06038: 'Limited' } },
    })
    expect(upsdk.locale).toBe('en')
    expect(upsdk.explain({ resp: 's52136' }).message).toBe('By code')
    expect(upsdk.explain({ resp: 'N62136' }).message).toBe('By message')
    expect(upsdk.explain({ resp: 'A31' }).message).toBe('a31!')
    expect(upsdk.explain({ msg: 'useId is limited.[GCUP06038]' }).message).toBe('Limited')
  })

  it('are never read from Object.prototype', () => {
    const upsdk = kit({ locale: 'en', messages: { en: {} } })
    expect(upsdk.explain({ resp: 'constructor' }).message).toBe(en.messages.unknown)
  })

  it('never override the message of a payment’s outcome', () => {
    const upsdk = kit({ locale: 'en', messages: { en: { 94: 'Pay again!' } } })
    expect(upsdk.explain('94', { method: 'pay' }).message).toBe(en.messages['payment-unconfirmed'])
  })
})

it('a page’s text under the key undefined is not used for a failure without a code', () => {
  const upsdk = kit({ locale: 'en', messages: { en: { undefined: 'Oops' } } })
  expect(upsdk.explain('94').message).not.toBe('Oops')
})
