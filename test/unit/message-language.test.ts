/** The texts of one message are in one language, whenever the page changes it. */
import { describe, expect, it } from 'vitest'
import type { DialogRequest, Presenter } from '../../src/index'
import { fail } from '../../wallet/simulator'
import { IDENTITY, listener } from '../support/shown'
import { failureOf, kit, pass, useWallets, wallet } from '../support/wallet'

useWallets()

describe('the title, text and button of one message', () => {
  it.each(['en', 'zh-Hans'])(
    'are in one language if the locale changes while it waits for its turn: %s',
    async (locale) => {
      const presenter = listener()
      presenter.dialog.mockImplementation(async () => false)
      const upsdk = kit({ presenter, locale, actions: { 96: { run() {} } } })
      upsdk.notify('99')
      upsdk.notify('96')
      upsdk.setLocale(locale === 'en' ? 'zh-Hans' : 'en')
      await pass(10)
      const shown: Partial<DialogRequest> = presenter.dialog.mock.calls[1]?.[0] || {}
      const { message, confirm, cancel, lang } = shown
      const texts =
        locale === 'en'
          ? ['Turn on face verification under your ID info in the UnionPay App.', 'Set up', 'Cancel', 'en']
          : ['尚未开通人像认证，请到云闪付“我的身份信息”开通', '去开通', '取消', 'zh-Hans']
      expect([message, confirm, cancel, lang]).toEqual(texts)
    },
  )

  it('are in the language at the failure if a page shows it later by itself', async () => {
    wallet({ answers: { verifyPayPwd: fail('96') } })
    const presenter = listener()
    const upsdk = kit({ presenter, locale: 'en', notify: false, actions: { 96: { run() {} } } })
    const error = await failureOf(upsdk.verifyPayPwd(IDENTITY))
    upsdk.setLocale('zh-Hans')
    upsdk.notify(error)
    expect(presenter.dialog.mock.calls[0]?.[0]).toMatchObject({
      message: error.message,
      lang: 'en',
      cancel: 'Cancel',
    })
  })
})

describe('a message that is shown', () => {
  /** Returns what is shown of a failure if the locale changes meanwhile. */
  async function shown(code: string, before: string, after: string): Promise<unknown[]> {
    wallet({ answers: { bioDetect: fail(code) } })
    const seen: unknown[] = []
    const presenter: Presenter = {
      toast: (message, { lang }) => void seen.push({ message, lang }),
      dialog: async ({ message, confirm, cancel, lang }) => {
        seen.push({ message, confirm, cancel, lang })
        return false
      },
    }
    const upsdk = kit({ presenter, locale: before, actions: { 96: { run() {} } } })
    await failureOf(upsdk.bioDetect())
    upsdk.setLocale(after)
    await pass(5000)
    return seen
  }

  it.each(['95', '96', '94'])('is in one language if setLocale comes first: %s', async (code) => {
    const [english] = await shown(code, 'en', 'en')
    const [chinese] = await shown(code, 'zh-Hans', 'zh-Hans')
    expect(english).not.toEqual(chinese)
    expect([english, chinese]).toContainEqual((await shown(code, 'en', 'zh-Hans'))[0])
  })
})
