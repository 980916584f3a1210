/** onCall and onError get every call once, and never parameters or results. */
import { describe, expect, it, vi } from 'vitest'
import { type UpsdkError, version } from '../../src/index'
import { fail, succeed } from '../../wallet/simulator'
import { payments } from '../support/payments'
import { failureOf, ignore, kit, pass, recorder, stateOf, useWallets, wallet } from '../support/wallet'

useWallets()

describe('the callbacks onCall and onError:', () => {
  it('onCall gets every settled call, and never parameters or results', async () => {
    const onCall = vi.fn()
    wallet({
      readyAfter: 100,
      latency: 50,
      answers: { bioDetect: fail('94'), saveData: succeed('secret-result') },
    })
    const upsdk = kit({ onCall, notify: false })
    const calls = [upsdk.saveData({ key: 'secret', value: 'secret' }), stateOf(upsdk.bioDetect())]
    await pass(200)
    await Promise.all(calls)
    expect(onCall.mock.calls.map(([record]) => record)).toEqual([
      { version, method: 'saveData', waited: 100, took: 50, outcome: 'success', code: undefined, sent: true },
      { version, method: 'bioDetect', waited: 100, took: 50, outcome: 'identity', code: '94', sent: true },
    ])
    expect(JSON.stringify(onCall.mock.calls)).not.toContain('secret')
  })

  it('onCall gets how long a call has waited, even if the wait began late', async () => {
    const onCall = vi.fn()
    wallet({ readyAfter: 1000 })
    const upsdk = kit({ onCall })
    await pass(400)
    const call = upsdk.saveData({ key: 'k', value: 'v' })
    await pass(600)
    await call
    expect(onCall.mock.calls[0]?.[0]).toMatchObject({ waited: 600, took: 0 })
  })

  it('onCall gets a success before the page’s own handlers', async () => {
    const order: string[] = []
    wallet()
    const upsdk = kit({ onCall: ({ outcome }) => void order.push(outcome) })
    await upsdk.saveData({ key: 'k', value: 'v', success: () => void order.push('callback') })
    expect(order).toEqual(['success', 'callback'])
  })

  it('onError gets every failed call once, before the page’s own handlers', async () => {
    const order: string[] = []
    wallet({ answers: { bioDetect: fail('94') } })
    const onError = vi.fn((error: UpsdkError) => void order.push(error.reason))
    const upsdk = kit({ onError })
    await upsdk.saveData({ key: 'k', value: 'v' })
    await failureOf(upsdk.bioDetect({ fail: () => order.push('fail') }))
    expect(order).toEqual(['identity', 'fail'])
    expect(onError).toHaveBeenCalledTimes(1)
  })

  it('onError gets no call that the page has not made from destroy', async () => {
    wallet({ readyAfter: 'never' })
    const methods: unknown[] = []
    const upsdk = kit({ onError: ({ method }) => methods.push(method) })
    upsdk.on('compassChange', () => {})
    upsdk.destroy()
    await pass(1)
    expect(methods).toEqual(['onCompassChange'])
  })
})

describe('the record of a payment for onCall', () => {
  it('comes after 10 s without an answer, and for an answer after its time limit', async () => {
    const sent = payments()
    const outcomes: string[] = []
    const upsdk = kit({ presenter: recorder(), onCall: ({ outcome }) => void outcomes.push(outcome) })
    ignore(upsdk.pay({ tn: '1' }, { timeout: 12_000 }))
    await pass(11_000)
    expect(outcomes).toEqual(['unanswered'])
    await pass(2000)
    sent[0]?.success()
    expect(outcomes).toEqual(['unanswered', 'timeout', 'late'])
  })
})
