/** A payment that failed holds back the next one until its message is on screen: no second cashier opens over it (H20). */
import { describe, expect, it } from 'vitest'
import type { Presenter, UpsdkOptions } from '../../src/index'
import { paymentOf } from '../../src/lib/shared'
import { payments } from '../support/payments'
import { ignore, kit, pass, recorder, stateOf, UNCONFIRMED, useWallets, visibility } from '../support/wallet'

useWallets()

/** Pays on a page whose native side fails at once, and gets what a second tap leads to. */
async function secondTap(
  options: UpsdkOptions,
  after: number,
  failure: unknown = { msg: '支付失败' },
  params = {},
) {
  const sent = payments()
  const upsdk = kit({ locale: 'en', presenter: recorder(), ...options })
  ignore(upsdk.pay({ tn: '1', ...params }))
  await pass(20)
  sent[0]?.fail(failure)
  // The page's own functions may throw, in a task of their own.
  await pass(after).catch(() => pass(after))
  const second = upsdk.pay({ tn: '2' })
  ignore(second)
  await pass(1)
  return { sent: sent.length, outcome: await stateOf(second) }
}
const C02 = 'ILLEGAL_ACCESS_EXCEPTION: 无权限访问此插件！'
const BUSY = { sent: 1, outcome: { reason: 'busy', sent: false } }
const SENT = { sent: 2, outcome: 'pending' }
const throws = (): never => {
  throw new Error('the page’s')
}

describe('a second payment after one that has failed', () => {
  it.each([0, 50, 120, 250, 350])('%s ms later, before the message, is busy', async (after) => {
    const presenter = recorder()
    expect(await secondTap({ presenter }, after)).toMatchObject(BUSY)
    await pass(500)
    expect(presenter.dialogs).toEqual([`${UNCONFIRMED} | OK`])
  })

  it('is sent once the message is on screen', async () => {
    expect(await secondTap({}, 420)).toMatchObject(SENT)
  })

  it('that a page makes in its catch is busy', async () => {
    const sent = payments()
    const upsdk = kit({ presenter: recorder() })
    const pay = (tn: string) => upsdk.pay({ tn })
    const again = pay('1').catch(() => pay('2'))
    ignore(again)
    await pass(20)
    sent[0]?.fail({ msg: '支付失败' })
    await pass(1)
    expect(await stateOf(again)).toMatchObject({ reason: 'busy' })
    expect(sent).toHaveLength(1)
  })

  it.each<[string, UpsdkOptions, unknown?, object?]>([
    ['the kit shows nothing', { notify: false }],
    ['the page has its own fail', {}, undefined, { fail() {} }],
    ['the user cancelled', {}, { msg: '用户取消支付' }],
    ['the bridge refused it unsent', {}, { msg: C02 }],
  ])('is sent at once if %s', async (_why, options, failure, params) => {
    expect(await secondTap(options, 1, failure, params)).toMatchObject(SENT)
  })

  it.each<[string, UpsdkOptions]>([
    ['its `notify` returns false', { notify: () => false }],
    ['its `notify` throws', { notify: throws }],
    ['its presenter throws', { presenter: { toast: throws, dialog: throws } as Presenter }],
    ['its presenter never answers', { presenter: { toast() {}, dialog: () => new Promise(() => {}) } }],
  ])('is sent after the time of a message if %s', async (_why, options) => {
    expect(await secondTap(options, 420)).toMatchObject(SENT)
  })

  it('is sent in the next task if the page prevents the message', async () => {
    const sent = payments()
    const upsdk = kit({ presenter: recorder() })
    upsdk.pay({ tn: '1' }).catch((error) => error.preventDefault())
    await pass(20)
    sent[0]?.fail({ msg: '支付失败' })
    await pass(5)
    ignore(upsdk.pay({ tn: '2' }))
    await pass(1)
    expect(sent).toHaveLength(2)
  })

  it('is sent after destroy, or if 8 s later no message has come', async () => {
    const hide = visibility()
    const sent = payments()
    const upsdk = kit({ presenter: recorder() })
    ignore(upsdk.pay({ tn: '1' }))
    await pass(20)
    sent[0]?.fail({ msg: '支付失败' })
    hide(true)
    await pass(1000)
    expect(paymentOf(window)?.left()).toBe(7000)
    await pass(6999)
    expect(await stateOf(kit({ presenter: recorder() }).pay({ tn: '2' }))).toMatchObject({ reason: 'busy' })
    await pass(2)
    expect(paymentOf(window)?.left()).toBe(0)
    hide(false)
    ignore(upsdk.pay({ tn: '3' }))
    await pass(20)
    sent[1]?.fail({ msg: '支付失败' })
    await pass(10)
    expect(paymentOf(window)?.left()).toBeGreaterThan(7900)
    upsdk.destroy()
    expect(paymentOf(window)?.left()).toBe(0)
  })
})
