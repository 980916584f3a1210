/** Nothing is shown on a page that is being left. */
import { describe, expect, it } from 'vitest'
import { fail } from '../../src/simulator'
import { failureOf, kit, pass, recorder, useWallets, wallet } from '../support/wallet'

useWallets()

describe('a page that is being left', () => {
  it('shows nothing, also where it was left before the failure', async () => {
    wallet({ answers: { bioDetect: fail('95') }, latency: 10 })
    const presenter = recorder()
    const upsdk = kit({ presenter })
    const calls = [failureOf(upsdk.bioDetect())]
    await pass(20)
    calls.push(failureOf(upsdk.bioDetect()))
    window.dispatchEvent(new Event('pagehide'))
    await pass(1000)
    await Promise.all(calls)
    expect(presenter.toasts).toEqual([])
    window.dispatchEvent(new Event('pageshow'))
  })
})
