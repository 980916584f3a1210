/** `notify` shows what was not shown, and nothing twice. */
import { describe, expect, it, vi } from 'vitest'
import { fail } from '../../src/simulator'
import { failureOf, kit, pass, recorder, useWallets, wallet } from '../support/wallet'

useWallets()

describe('notify', () => {
  it('does not show what another copy of the kit has shown', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const error = await failureOf(kit({ presenter: recorder() }).bioDetect())
    await pass(500)
    expect(error.presented).toBe(true)
    vi.resetModules()
    const copy = await import('../../src/index')
    const presenter = recorder()
    copy.createUpsdk({ presenter }).notify(error)
    expect(presenter.toasts).toEqual([])
  })
})
