/** With `translateFail`, a page that shows what `fail` gets shows its user the kit’s text. */
import { describe, expect, it, vi } from 'vitest'
import { failureOf, kit, type RawAnswers, rawUpsdk, useWallets } from '../support/wallet'

useWallets()

describe('with translateFail, fail gets the user’s text in place of the wallet’s', () => {
  it.each<[string, unknown, unknown]>([
    ['in an object, whose code stays', { errcode: '94', errmsg: 'x', more: 1 }, { errcode: '94', more: 1 }],
    ['in JSON text, which becomes an object', '{"code":"94","msg":"x"}', { code: '94' }],
  ])('%s', async (_how, given, kept) => {
    rawUpsdk({ bioDetect: (answers: RawAnswers) => answers.fail(given) })
    const failed = vi.fn()
    const upsdk = kit({ locale: 'en', translateFail: true })
    const { message } = await failureOf(upsdk.bioDetect({ fail: failed }))
    const texts = { errmsg: message, msg: message, desc: message }
    expect(failed).toHaveBeenCalledExactlyOnceWith({ ...(kept as object), ...texts })
  })

  it('in place of a text', async () => {
    rawUpsdk({ bioDetect: (answers: RawAnswers) => answers.fail('unknown text') })
    const failed = vi.fn()
    const error = await failureOf(kit({ locale: 'en', translateFail: true }).bioDetect({ fail: failed }))
    expect(failed).toHaveBeenCalledExactlyOnceWith(error.message)
  })

  it.each([['94'], [94], [{ msg: '用户取消' }], ['{"msg":"用户取消"}']])(
    'but not in place of what old code branches on: %j',
    async (given) => {
      rawUpsdk({ bioDetect: (answers: RawAnswers) => answers.fail(given) })
      const failed = vi.fn()
      await failureOf(kit({ locale: 'en', translateFail: true }).bioDetect({ fail: failed }))
      expect(failed).toHaveBeenCalledExactlyOnceWith(given)
    },
  )
})
