/** The button of a dialog is the one that the page gave for it. */
import { describe, expect, it } from 'vitest'
import { fail } from '../../src/simulator'
import { failureOf, kit, pass, recorder, useWallets, wallet } from '../support/wallet'

useWallets()

describe('a button', () => {
  it('for a bare code is that of the common code, also where the call itself brings it', async () => {
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
