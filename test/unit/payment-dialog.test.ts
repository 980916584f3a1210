/** A payment that was sent and failed is shown as a dialog whose buttons do not invite to pay again. */
import { describe, expect, it, vi } from 'vitest'
import type { UpsdkOptions } from '../../src/index'
import { ja } from '../../src/texts/ja'
import { ko } from '../../src/texts/ko'
import { fail, silent } from '../../wallet/simulator'
import { dialogText, listener } from '../support/shown'
import { failureOf, ignore, kit, pass, recorder, UNCONFIRMED, useWallets, wallet } from '../support/wallet'

useWallets()

describe('the dialog of a payment that was sent', () => {
  it.each([
    ['timeout', silent()],
    ['unknown', fail('x')],
  ])('has none of the kit’s buttons for %s', async (reason, answer) => {
    wallet({ answers: { pay: answer } })
    const presenter = recorder()
    const upsdk = kit({ locale: 'en', presenter, actions: { [reason]: { label: 'Try again', run() {} } } })
    ignore(upsdk.pay({ tn: '1' }, { timeout: 1000 }))
    await pass(2000)
    expect(presenter.dialogs).toEqual([`${UNCONFIRMED} | OK`])
  })

  it.each([
    ['unknown', fail('x')],
    ['timeout', silent()],
  ])('has the kit’s button for payment-unconfirmed, whatever the reason: %s', async (_why, answer) => {
    wallet({ answers: { pay: answer } })
    const presenter = recorder()
    const run = vi.fn()
    const upsdk = kit({
      locale: 'en',
      presenter,
      actions: { 'payment-unconfirmed': { label: 'View order', run } },
    })
    const error = failureOf(upsdk.pay({ tn: '1' }, { timeout: 1000 }))
    await pass(2000)
    expect(presenter.dialogs).toEqual([`${UNCONFIRMED} | Close | View order`])
    presenter.answer(true)
    await pass(10)
    expect(run).toHaveBeenCalledExactlyOnceWith(await error)
  })

  it('is shown if the payment failed after sending', async () => {
    wallet({ answers: { pay: fail('x') } })
    const presenter = recorder()
    await failureOf(kit({ locale: 'en', presenter }).pay({ tn: '1' }))
    await pass(400)
    expect(presenter.dialogs).toEqual([`${UNCONFIRMED} | OK`])
    expect(presenter.toasts).toEqual([])
  })
})

describe('the dialog of an unconfirmed payment', () => {
  const leave = () => window.dispatchEvent(Object.assign(new Event('pagehide'), { persisted: true }))
  const comeBack = () => window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
  const press = (label: string) => {
    const all = document.querySelector('[data-upsdk-kit="dialog"]')?.shadowRoot?.querySelectorAll('button')
    for (const button of all || []) if (button.textContent === label) button.click()
  }

  it('is shown again until it is answered, if the page returns as it was left', async () => {
    wallet({ answers: { pay: fail('x') } })
    const run = vi.fn()
    const upsdk = kit({ locale: 'zh-Hans', actions: { 'payment-unconfirmed': { run } } })
    const error = await failureOf(upsdk.pay({ tn: '1' }))
    await pass(1000)
    expect(dialogText()).toContain('支付结果待确认')
    for (let time = 0; time < 2; time++) {
      leave()
      await pass(100)
      expect(dialogText()).toBe('')
      comeBack()
      await pass(100)
      expect(dialogText()).toContain('支付结果待确认')
    }
    expect(run).not.toHaveBeenCalled()
    press('查看订单')
    await pass(100)
    expect(run).toHaveBeenCalledExactlyOnceWith(error)
    leave()
    comeBack()
    await pass(100)
    expect(dialogText()).toBe('')
  })

  it('is shown again in its turn, and no other is', async () => {
    wallet({ answers: { pay: fail('x') } })
    const upsdk = kit({ locale: 'zh-Hans' })
    upsdk.notify('99')
    await failureOf(upsdk.pay({ tn: '1' }))
    await pass(1000)
    expect(dialogText()).toContain('实名')
    leave()
    await pass(100)
    comeBack()
    await pass(100)
    expect(dialogText()).toContain('支付结果待确认')
    // The same message again is not another dialog.
    upsdk.notify('x', { payment: true })
    press('知道了')
    await pass(100)
    expect(dialogText()).toBe('')
  })

  it('that was on screen is shown again before one that waited', async () => {
    wallet()
    const upsdk = kit({ locale: 'en' })
    upsdk.notify('x', { payment: true })
    upsdk.setLocale('zh-Hans')
    upsdk.notify('y', { payment: true })
    await pass(100)
    expect(dialogText()).toContain('Payment not confirmed')
    leave()
    comeBack()
    await pass(100)
    expect(dialogText()).toContain('Payment not confirmed')
    press('OK')
    await pass(100)
    expect(dialogText()).toContain('支付结果待确认')
  })

  it('is not shown again after destroy', async () => {
    wallet({ answers: { pay: fail('x') } })
    const upsdk = kit({ locale: 'zh-Hans' })
    await failureOf(upsdk.pay({ tn: '1' }))
    await pass(1000)
    leave()
    upsdk.destroy()
    comeBack()
    await pass(100)
    expect(dialogText()).toBe('')
  })

  it.each([
    ['zh-Hans', '知道了', '查看订单'],
    ['zh-Hant', '知道了', '查看訂單'],
    ['en', 'Close', 'View order'],
    ['ja', '閉じる', '注文を確認'],
    ['ko', '닫기', '주문 확인'],
  ])('has no button that reads as cancelling the payment: %s', async (locale, ok, order) => {
    wallet({ answers: { pay: fail('x') } })
    const presenter = recorder()
    const actions = { 'payment-unconfirmed': { run() {} }, 96: { run() {} } }
    const upsdk = kit({ presenter, locale, locales: [ja, ko], actions })
    await failureOf(upsdk.pay({ tn: '1' }))
    await pass(1000)
    expect(presenter.dialogs[0]?.split(' | ').slice(1)).toEqual([ok, order])
    presenter.answer(false)
    await pass(1)
    upsdk.notify('x', { payment: true })
    expect(presenter.dialogs[1]?.split(' | ').slice(1)).toEqual([ok, order])
    presenter.answer(false)
    await pass(1)
    // For any other method there is something to cancel.
    upsdk.notify('96')
    expect(presenter.dialogs[2]).not.toContain(`| ${ok} |`)
  })
})

it('a payment that is busy by an unconfirmed one has no button that cancels, if the page notifies of it', async () => {
  wallet({ answers: { pay: silent() } })
  const presenter = recorder()
  const upsdk = kit({ presenter, locale: 'en', actions: { 'payment-unconfirmed': { run() {} } } })
  ignore(upsdk.pay({ tn: '1' }, { timeout: 1000, notify: false }))
  await pass(1500)
  const busy = await failureOf(upsdk.pay({ tn: '2' }, { notify: false }))
  expect(busy.reason).toBe('busy')
  upsdk.notify(busy)
  await pass(100)
  expect(presenter.dialogs[0]?.split(' | ').slice(1)).toEqual(['Close', 'View order'])
})

describe('the dialog of an unconfirmed payment has a title and a text', () => {
  const shown = async (options: UpsdkOptions) => {
    wallet({ answers: { pay: fail('x') } })
    const presenter = listener()
    const error = await failureOf(kit({ presenter, locales: [ja, ko], ...options }).pay({ tn: '1' }))
    await pass(1000)
    const [[{ title, message, sentence, confirm }] = [] as never] = presenter.dialog.mock.calls
    expect([sentence, presenter.toast.mock.calls]).toEqual([error.message, []])
    return { title, message, sentence, confirm }
  }

  it.each([
    ['zh-Hans', '支付结果待确认', '请先查看订单，请勿重复支付', '支付结果待确认，请先查看订单，请勿重复支付'],
    ['zh-Hant', '付款結果待確認', '請先查看訂單，切勿重複付款', '付款結果待確認，請先查看訂單，切勿重複付款'],
    ['en', 'Payment not confirmed yet', "Check your order first. Don't pay again.", UNCONFIRMED],
    [
      'ja',
      'お支払い結果を確認できません',
      '再度支払わず、注文をご確認ください。',
      'お支払い結果を確認できません。再度支払わず、注文をご確認ください。',
    ],
    [
      'ko',
      '결제 여부가 불확실합니다',
      '재결제하지 말고 주문을 확인해 주세요.',
      '결제 여부가 불확실합니다. 재결제하지 말고 주문을 확인해 주세요.',
    ],
  ])('in %s, and one sentence for a UI without titles', async (locale, title, message, sentence) => {
    expect(await shown({ locale })).toMatchObject({ title, message, sentence })
  })

  it.each([
    ['other words', 'Ask at the counter.', undefined, 'Ask at the counter.'],
    ['the title alone', 'Payment not confirmed yet.', undefined, 'Payment not confirmed yet.'],
    [
      'the same beginning',
      'Payment not confirmed yet. Ask at the counter.',
      'Payment not confirmed yet',
      'Ask at the counter.',
    ],
  ])('unless the page has a message of its own: %s', async (_what, own, title, message) => {
    const messages = { en: { 'payment-unconfirmed': own } }
    const seen = await shown({ locale: 'en', messages })
    expect([seen.title, seen.message, seen.sentence]).toEqual([title, message, own])
  })

  it('also if the page passes the error to `notify` later', async () => {
    wallet({ answers: { pay: fail('x') } })
    const presenter = listener()
    const upsdk = kit({ presenter, locale: 'en', notify: false })
    upsdk.notify(await failureOf(upsdk.pay({ tn: '1' })))
    expect(presenter.dialog.mock.calls[0]?.[0]).toMatchObject({
      title: 'Payment not confirmed yet',
      message: "Check your order first. Don't pay again.",
      unconfirmed: true,
    })
  })

  it('and no other dialog has them', async () => {
    wallet()
    const presenter = listener()
    kit({ presenter, locale: 'en' }).notify('99')
    expect(presenter.dialog.mock.calls[0]?.[0]).toMatchObject({
      title: undefined,
      message: expect.stringMatching(/^Verify/),
    })
  })

  it('and the kit’s own dialog is named and described by them', async () => {
    wallet({ answers: { pay: fail('x') } })
    const upsdk = kit({ locale: 'en' })
    await failureOf(upsdk.pay({ tn: '1' }))
    await pass(1000)
    const root = document.querySelector('[data-upsdk-kit="dialog"]')?.shadowRoot
    const layer = root?.querySelector('[role]')
    const [named, described] = ['labelledby', 'describedby'].map(
      (name) => root?.querySelector(`#${layer?.getAttribute(`aria-${name}`)}`)?.textContent,
    )
    expect([named, described]).toEqual([
      'Payment not confirmed yet',
      "Check your order first. Don't pay again.",
    ])
    // The same message is on screen already.
    expect(upsdk.notify('x', { payment: true })?.presented).toBe(false)
  })

  it('with a blank between them when read as one text', async () => {
    wallet({ answers: { pay: fail('x') } })
    await failureOf(kit({ locale: 'zh-Hans' }).pay({ tn: '1' }))
    await pass(1000)
    expect(dialogText()).toContain('支付结果待确认 请先查看订单，请勿重复支付')
  })
})
