/** A payment counts as cancelled if the user or the page says so, and only if nothing speaks against it. */
import { describe, expect, it, vi } from 'vitest'
import type { UpsdkError } from '../../src/index'
import { fail } from '../../wallet/simulator'
import { kitWhere, SENT } from '../support/payments'
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

describe('a payment counts as cancelled only if nothing speaks against it:', () => {
  it.each<[unknown]>([
    [{ code: 1, msg: '支付处理中' }],
    [{ code: '01', msg: '支付处理中，请勿重复支付' }],
    [{ resp: '01', msg: '订单已支付' }],
    [{ code: 1 }],
    [{ code: '01', msg: '用户取消', desc: '订单已支付' }],
    ['处理中[01]'],
    [{ msg: '取消失败：订单已支付' }],
    [{ msg: '订单已取消' }],
    [{}],
  ])('%j does not', async (raw) => {
    expect(await failureOf(kitWhere(raw).pay({ tn: '1' }))).toMatchObject(SENT)
  })

  it.each<[unknown]>([
    [{ code: '01' }],
    [{ code: '01', msg: '用户取消' }],
    [{ msg: '用户取消' }],
    [{ msg: '用户取消了支付' }],
    [{ msg: '您已取消支付' }],
    [{ msg: '您已取消本次支付。' }],
    [{ msg: '取消支付。' }],
    [{ errMsg: 'user cancelled' }],
  ])('%j does', async (raw) => {
    expect(await failureOf(kitWhere(raw).pay({ tn: '1' }))).toMatchObject({
      reason: 'cancelled',
      retry: 'now',
    })
  })

  it('a cancelled payment may be retried', async () => {
    wallet({ answers: { pay: fail('01') } })
    expect(await failureOf(kit().pay({ tn: '1' }))).toMatchObject({
      reason: 'cancelled',
      sent: true,
      retry: 'now',
    })
  })

  it('“订单已取消” does not, nor does an empty failure', async () => {
    wallet({ answers: { pay: fail({ msg: '订单已取消' }), scanQRCode: fail() } })
    expect(await failureOf(kit().pay({ tn: '1' }))).toMatchObject({ reason: 'unknown', retry: 'never' })
    expect(await failureOf(kit().scanQRCode())).toMatchObject({ reason: 'cancelled' })
  })
})

describe('the option isCancelled', () => {
  const UNPAID = { code: 'X1', msg: 'closed' }

  const paying = (failure: unknown, isCancelled: (error: UpsdkError) => boolean) => {
    rawUpsdk({ pay: (answers: RawAnswers) => answers.fail(failure) })
    const presenter = recorder()
    return { presenter, upsdk: kit({ locale: 'en', presenter, isCancelled }) }
  }

  it('makes more sent payments count as cancelled: such a one may be made again, and is not shown', async () => {
    const { upsdk, presenter } = paying(UNPAID, ({ code, sent }) => code === 'X1' && sent)
    const error = await failureOf(upsdk.pay({ tn: '1' }))
    expect(error).toMatchObject({ reason: 'cancelled', retry: 'now', sent: true, raw: UNPAID })
    await pass(1000)
    expect([presenter.toasts, presenter.dialogs]).toEqual([[], []])
  })

  it.each<[string, () => boolean]>([
    ['says no', () => false],
    ['says nothing', () => undefined as unknown as boolean],
    [
      'throws',
      () => {
        throw new Error('of the page')
      },
    ],
  ])('leaves a payment unconfirmed if it %s', async (_what, isCancelled) => {
    const error = await failureOf(paying(UNPAID, isCancelled).upsdk.pay({ tn: '1' }))
    expect(error).toMatchObject({ reason: 'unknown', retry: 'never' })
  })

  it('is not called for a known cancellation, an unsent payment, another method, or the page’s own server', async () => {
    const isCancelled = vi.fn(() => true)
    const { upsdk } = paying({ msg: '用户取消' }, isCancelled)
    expect(await failureOf(upsdk.pay({ tn: '1' }))).toMatchObject({ reason: 'cancelled' })
    rawUpsdk({ bioDetect: (answers: RawAnswers) => answers.fail(UNPAID), pluginReady() {} })
    const waiting = failureOf(kit({ isCancelled, readyTimeout: 100, notify: false }).pay({ tn: '1' }))
    await pass(100)
    expect(await waiting).toMatchObject({ reason: 'ready-timeout' })
    rawUpsdk({ bioDetect: (answers: RawAnswers) => answers.fail(UNPAID) })
    const other = kit({ isCancelled, notify: false })
    expect(await failureOf(other.bioDetect())).toMatchObject({ reason: 'unknown' })
    expect(other.explain(UNPAID, { payment: true })).toMatchObject({ reason: 'unknown' })
    expect(isCancelled).not.toHaveBeenCalled()
  })

  it('leaves a payment unconfirmed if it is async', async () => {
    wallet({ answers: { pay: fail('支付失败') } })
    const isCancelled = (async () => false) as unknown as () => boolean
    expect(await failureOf(kit({ isCancelled }).pay({ tn: '1' }))).toMatchObject({
      reason: 'unknown',
      retry: 'never',
    })
  })

  it('keeps the wallet’s code on a payment that it takes for cancelled', async () => {
    wallet({ answers: { pay: fail({ msg: '{"errcode":"77","errmsg":"x"}' }) } })
    const upsdk = kit({ isCancelled: ({ code }) => code === '77' })
    expect(await failureOf(upsdk.pay({ tn: '1' }))).toMatchObject({
      reason: 'cancelled',
      code: '77',
      retry: 'now',
      message: upsdk.explain({ errmsg: '用户取消' }, { method: 'scanQRCode' }).message,
    })
  })
})
