/** A payment that was sent and failed is a dialog, whose buttons invite nobody to pay again. */
import { describe, expect, it, vi } from 'vitest'
import { fail, silent } from '../../wallet/simulator'
import { dialogText } from '../support/shown'
import { failureOf, ignore, kit, pass, recorder, UNCONFIRMED, useWallets, wallet } from '../support/wallet'

useWallets()

describe('the dialog of a payment that was sent', () => {
  it.each([
    ['timeout', silent()],
    ['unknown', fail('x')],
  ])('has no button that the kit was given for %s', async (reason, answer) => {
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
    expect(presenter.dialogs).toEqual([`${UNCONFIRMED} | OK | View order`])
    presenter.answer(true)
    await pass(10)
    expect(run).toHaveBeenCalledExactlyOnceWith(await error)
  })

  it('comes where it failed after sending', async () => {
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

  it('comes again when the page comes back as it was left, until it is answered', async () => {
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

  it('comes again in its turn, and no other does', async () => {
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
    // The same once more is not another dialog.
    upsdk.notify('x', { payment: true })
    press('知道了')
    await pass(100)
    expect(dialogText()).toBe('')
  })

  it('of two, the one that was on screen comes again first', async () => {
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

  it('does not come again after destroy', async () => {
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
    ['en', 'OK', 'View order'],
  ])('has no button that reads as cancelling the payment: %s', async (locale, ok, order) => {
    wallet({ answers: { pay: fail('x') } })
    const presenter = recorder()
    const actions = { 'payment-unconfirmed': { run() {} }, 96: { run() {} } }
    const upsdk = kit({ presenter, locale, actions })
    await failureOf(upsdk.pay({ tn: '1' }))
    await pass(1000)
    expect(presenter.dialogs[0]?.split(' | ').slice(1)).toEqual([ok, order])
    presenter.answer(false)
    await pass(1)
    upsdk.notify('x', { payment: true })
    expect(presenter.dialogs[1]?.split(' | ').slice(1)).toEqual([ok, order])
    presenter.answer(false)
    await pass(1)
    // Of anything else there is something to cancel.
    upsdk.notify('96')
    expect(presenter.dialogs[2]).not.toContain(`| ${ok} |`)
  })
})
