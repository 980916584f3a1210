/** A dialog has the button that the page gave for it. */
import { describe, expect, it, vi } from 'vitest'
import { fail } from '../../wallet/simulator'
import {
  failureOf,
  kit,
  pass,
  type RawAnswers,
  rawUpsdk,
  recorder,
  useWallets,
  wallet,
} from '../support/wallet'

useWallets()

describe('a dialog’s button', () => {
  it('is shown if the page gave an action by code or reason, and runs it', async () => {
    wallet({ answers: { bioDetect: fail('96'), verifyPayPwd: fail('99') } })
    const presenter = recorder()
    const run = vi.fn()
    const upsdk = kit({
      presenter,
      locale: 'zh-Hans',
      actions: { 96: { run }, identity: { label: '去看看', run() {} } },
    })
    const error = await failureOf(upsdk.bioDetect())
    await failureOf(upsdk.verifyPayPwd({ transNo: '1', bizType: '1' }))
    await pass(400)
    presenter.answer(true)
    await pass(1)
    expect(run).toHaveBeenCalledExactlyOnceWith(error)
    expect(presenter.dialogs).toEqual([
      '尚未开通人像认证，请到云闪付“我的身份信息”开通 | 取消 | 去开通',
      '尚未实名认证，请先在云闪付完成认证 | 取消 | 去看看',
    ])
  })

  it('is shown on a sent payment if its call gave an action by code or reason', async () => {
    for (const key of ['X1', 'unknown']) {
      rawUpsdk({ pay: ({ fail: failed }: RawAnswers) => failed({ code: 'X1', msg: 'x' }) })
      const presenter = recorder()
      const own = { notify: true, actions: { [key]: { label: 'Order', run() {} } } }
      await failureOf(kit({ presenter, locale: 'en' }).pay({ tn: '1' }, own))
      await pass(400)
      expect(presenter.dialogs[0], key).toMatch(/ \| Close \| Order$/)
      presenter.answer(false)
      await pass(10_000)
    }
  })

  it('does nothing when the user cancels', async () => {
    wallet({ answers: { bioDetect: fail('96') } })
    const presenter = recorder()
    const run = vi.fn()
    await failureOf(kit({ presenter }).bioDetect(undefined, { actions: { 96: { run } } }))
    await pass(400)
    presenter.answer(false)
    await pass(1)
    expect(run).not.toHaveBeenCalled()
  })
})

describe('the action of a button', () => {
  it('may throw, which the page hears of', async () => {
    const presenter = recorder()
    const run = () => {
      throw new Error('of the page')
    }
    kit({ presenter }).notify('99', { actions: { 99: { run } } })
    presenter.answer(true)
    await expect(pass(1)).rejects.toThrow('of the page')
  })

  it('does nothing once the kit is destroyed', async () => {
    const presenter = recorder()
    const run = vi.fn()
    const upsdk = kit({ presenter })
    upsdk.notify('99', { actions: { 99: { run } } })
    presenter.answer(true)
    upsdk.destroy()
    await pass(1)
    expect(run).not.toHaveBeenCalled()
  })
})

describe('the button of a common code', () => {
  it('is shown for a bare code too, even if the call itself brings an action', async () => {
    wallet({ answers: { addCommonApp: fail('99'), verifyPayPwd: fail('99') } })
    const presenter = recorder()
    const actions = { 99: { label: 'Verify now', run() {} } }
    const upsdk = kit({ presenter, locale: 'en' })
    await failureOf(upsdk.addCommonApp({ url: '/' }, { actions }))
    await pass(500)
    expect(presenter.dialogs).toEqual([])
    await failureOf(upsdk.verifyPayPwd({ transNo: '1', bizType: '1' }, { actions }))
    await pass(500)
    expect(presenter.dialogs.join()).toContain('Verify now')
  })
})
