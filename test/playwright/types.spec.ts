/** The types of `upsdk-kit/playwright` refuse these uses; `npm run lint` checks it. */
import { test as base } from '@playwright/test'
import { expect, test, type Wallet } from 'upsdk-kit/playwright'

test.use({ walletSettings: { platform: 'ios', answers: { pay: '01' } } })

base('names of methods, answers and parameters are typed', () => {
  const types = async (wallet: Wallet) => {
    await wallet.answer('pay', '01')
    await wallet.answer('scanQRCode', { value: 'text' })
    await wallet.answer('getLocationGps', { value: { latitude: '1', longitude: '2' } })
    await wallet.answer('config', 'silent')
    // @ts-expect-error no such method
    await wallet.answer('payy', '01')
    // @ts-expect-error no such answer
    await wallet.answer('pay', { code: '01' })
    // @ts-expect-error a code without its user
    await wallet.answer('appletAuth', { value: { kode: 1 } })
    await expect(wallet).toHaveCalled('pay')
    await expect(wallet).toHaveCalled('pay', { tn: /^2018/ })
    await expect(wallet).toHaveCalled('pay', { tn: '1' }, { timeout: 100 })
    await expect(wallet).not.toHaveCalled('pay')
    // @ts-expect-error no such method
    await expect(wallet).toHaveCalled('payy')
    // @ts-expect-error no such parameter of that method
    await expect(wallet).toHaveCalled('pay', { latitude: /1/ })
    await expect(wallet).toHavePaid(2)
    // @ts-expect-error a number
    await expect(wallet).toHavePaid('2')
    for (const call of wallet.calls()) if (call.method === 'pay') call.params.tn.trim()
  }
  expect(types).toBeInstanceOf(Function)
})
