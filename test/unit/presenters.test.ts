/** A presenter of the page may fail, or never answer: what is to be said is said. */
import { describe, expect, it, vi } from 'vitest'
import { fail } from '../../src/simulator'
import { toastText } from '../support/shown'
import { failureOf, kit, pass, recorder, useWallets, wallet } from '../support/wallet'

useWallets()

describe('a presenter of the page', () => {
  it.each([
    [
      'throws',
      () => {
        throw new Error('broken')
      },
    ],
    ['rejects', () => Promise.reject(new Error('broken'))],
  ])('that %s is caught, and the kit’s own is used', async (_name, broken) => {
    wallet({ answers: { bioDetect: fail('95'), verifyPayPwd: fail('99') } })
    const upsdk = kit({
      locale: 'en',
      presenter: { toast: broken, dialog: broken as () => Promise<boolean> },
    })
    await failureOf(upsdk.bioDetect())
    await failureOf(upsdk.verifyPayPwd({ transNo: '1', bizType: '1' }))
    await pass(400)
    expect(toastText()).toContain('Face not verified')
    expect(document.querySelector('[data-upsdk-kit="dialog"]')).not.toBeNull()
  })
})

describe('a presenter whose dialog does not answer', () => {
  it('lets the next have its turn after 30 s', async () => {
    wallet()
    const dialog = vi.fn(() => new Promise<boolean>(() => {}))
    kit({ presenter: { toast() {}, dialog } }).notify('99')
    const other = recorder()
    kit({ presenter: other }).notify('94')
    await pass(29_000)
    expect([dialog.mock.calls.length, other.dialogs.length]).toEqual([1, 0])
    await pass(3000)
    expect(other.dialogs).toHaveLength(1)
  })

  it('does so by visible time', async () => {
    wallet()
    kit({ presenter: { toast() {}, dialog: () => new Promise<boolean>(() => {}) } }).notify('99')
    const other = recorder()
    kit({ presenter: other }).notify('94')
    await pass(20_000)
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    document.dispatchEvent(new Event('visibilitychange'))
    await pass(60_000)
    hidden.mockRestore()
    document.dispatchEvent(new Event('visibilitychange'))
    await pass(8000)
    expect(other.dialogs).toEqual([])
    await pass(4000)
    expect(other.dialogs).toHaveLength(1)
  })
})
