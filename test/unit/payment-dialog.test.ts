/** A payment that was sent and failed is a dialog, whose buttons invite nobody to pay again. */
import { describe, expect, it, vi } from 'vitest'
import { fail, silent } from '../../src/simulator'
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
