/** A failure is not shown where the page or the moment asks for silence. */
import { describe, expect, it } from 'vitest'
import { fail } from '../../src/simulator'
import { failureOf, kit, pass, recorder, useWallets, wallet } from '../support/wallet'

useWallets()

describe('preventDefault()', () => {
  it('in the function given as notify keeps the kit quiet', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const presenter = recorder()
    await failureOf(kit({ presenter, notify: (error) => error.preventDefault() }).bioDetect())
    await pass(500)
    expect(presenter.toasts).toEqual([])
  })
})
