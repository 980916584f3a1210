/** With `translateFail`, a page that shows what `fail` gets shows the kit’s text. */
import { describe, expect, it, vi } from 'vitest'
import { failureOf, kit, type RawAnswers, rawUpsdk, useWallets } from '../support/wallet'

useWallets()

describe('with translateFail, `fail` gets the user’s text in place of the wallet’s:', () => {
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

  it('and the message on screen has the same text', async () => {
    const failed = vi.fn()
    const upsdk = kit({ locale: 'en', translateFail: true })
    rawUpsdk({ bioDetect: (answers: RawAnswers) => answers.fail({ errcode: '94', errmsg: 'x' }) })
    const { message } = await failureOf(upsdk.bioDetect({ fail: failed }))
    rawUpsdk({ bioDetect: undefined })
    const refused = await failureOf(upsdk.bioDetect({ fail: failed }))
    expect(failed.mock.calls.map(([given]) => String(given))).toEqual([message, refused.message])
    expect(Object.keys(failed.mock.calls[0]?.[0] as object)).toEqual(['errcode', 'errmsg', 'msg', 'desc'])
    expect(JSON.stringify(failed.mock.calls[1]?.[0])).not.toContain('toString')
  })

  it('and a cancellation has its own text, as text or JSON text', async () => {
    const failed = vi.fn()
    const upsdk = kit({ locale: 'en', translateFail: true })
    const given = { msg: '用户取消', more: 1 }
    rawUpsdk({ bioDetect: (answers: RawAnswers) => answers.fail(given) })
    await failureOf(upsdk.bioDetect({ fail: failed }))
    rawUpsdk({ bioDetect: (answers: RawAnswers) => answers.fail('{"errcode":"01","errmsg":"用户取消"}') })
    await failureOf(upsdk.bioDetect({ fail: failed }))
    const [[object], [text]] = failed.mock.calls as [[object], [string]]
    expect([String(object), Object.keys(object), text]).toEqual(['用户取消', ['msg', 'more'], '用户取消'])
    // The page's object is not changed.
    expect(String(given)).toBe('[object Object]')
  })

  it.each([['94'], [94], [{ msg: '用户取消' }], ['用户取消']])(
    'but not in place of %j, which old code compares with',
    async (given) => {
      rawUpsdk({ bioDetect: (answers: RawAnswers) => answers.fail(given) })
      const failed = vi.fn()
      await failureOf(kit({ locale: 'en', translateFail: true }).bioDetect({ fail: failed }))
      expect(failed).toHaveBeenCalledExactlyOnceWith(given)
    },
  )
})
