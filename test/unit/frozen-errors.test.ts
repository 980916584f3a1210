/** An error that a page freezes is shown, kept quiet and reported like any other. */
import { describe, expect, it } from 'vitest'
import type { UpsdkError } from '../../src/index'
import { fail } from '../../wallet/simulator'
import { IDENTITY } from '../support/shown'
import { failureOf, kit, pass, recorder, useWallets, wallet } from '../support/wallet'

useWallets()

describe('an error that a page freezes', () => {
  it.each([
    ['catch', '95'],
    ['catch', '94'],
    ['onError', '95'],
    ['onError', '94'],
  ])('in %s keeps its message: %s', async (where, code) => {
    wallet({ answers: { bioDetect: fail(code) } })
    const presenter = recorder()
    const freeze = (error: UpsdkError) => void Object.freeze(error)
    const upsdk = kit({ presenter, ...(where === 'onError' ? { onError: freeze } : {}) })
    await upsdk.bioDetect().catch(where === 'catch' ? freeze : () => {})
    await pass(1000)
    expect(presenter.toasts.length + presenter.dialogs.length).toBe(1)
  })

  it('does not keep later dialogs from their turn, of other kits too', async () => {
    wallet({ answers: { verifyPayPwd: fail('99') } })
    const first = recorder()
    await kit({ presenter: first })
      .verifyPayPwd(IDENTITY)
      .catch((error) => void Object.freeze(error))
    // The page gets the error of the freezing itself, which this test does not check.
    await pass(1000).catch(() => {})
    first.answer(true)
    await pass(10)
    const other = recorder()
    await failureOf(kit({ presenter: other }).verifyPayPwd(IDENTITY))
    await pass(1000)
    expect(other.dialogs).toHaveLength(1)
  })

  it('can still be kept quiet by preventDefault()', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const presenter = recorder()
    const error = await failureOf(
      kit({ presenter })
        .bioDetect()
        .catch((frozen: UpsdkError) => {
          Object.freeze(frozen)
          frozen.preventDefault()
          throw frozen
        }),
    )
    await pass(1000)
    expect([presenter.toasts, error.presented]).toEqual([[], false])
  })

  it('has no property that says whether it was shown or prevented', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const error = await failureOf(kit({ presenter: recorder() }).bioDetect())
    await pass(1000)
    expect(error.presented).toBe(true)
    for (const name of ['presented', 'defaultPrevented'])
      expect(Object.getOwnPropertyDescriptor(error, name), name).toBeUndefined()
  })
})
