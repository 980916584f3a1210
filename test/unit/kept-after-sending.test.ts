/** The kit keeps nothing of the page's that it no longer needs for a sent call. */
import { describe, expect, it, vi } from 'vitest'
import { Call } from '../../src/call/call'
import { fail, silent, succeed } from '../../wallet/simulator'
import { ignore, pass, readyKit, stateOf, useWallets, wallet } from '../support/wallet'

useWallets()

/** Returns the records of all calls that enter the gate from now on. */
function recordsOfCalls(): Call[] {
  const records: Call[] = []
  const { add } = Set.prototype
  vi.spyOn(Set.prototype, 'add').mockImplementation(function (this: Set<unknown>, item: unknown) {
    if (item instanceof Call) records.push(item)
    return add.call(this, item)
  })
  return records
}

describe('a kit keeps no data of a payment', () => {
  it('that waits for native: its transaction number is gone', async () => {
    wallet({ answers: { pay: silent() } })
    const upsdk = await readyKit()
    const records = recordsOfCalls()
    ignore(upsdk.pay({ tn: '201811291234' }))
    await pass(100)
    expect(records[0]?.phase).toEqual({
      state: 'sent',
      argument: undefined,
      silenceIsSuccess: false,
      isAwaited: true,
    })
  })

  it.each([
    ['succeeded', succeed()],
    ['failed', fail('02')],
  ])('that has %s: its callbacks and promise are gone', async (_how, answer) => {
    wallet({ answers: { pay: answer } })
    const upsdk = await readyKit()
    const records = recordsOfCalls()
    const call = upsdk.pay({ tn: '1', success() {}, fail() {}, complete() {} })
    await pass(100)
    expect(await stateOf(call)).not.toBe('pending')
    expect(Object.keys(records[0]?.callbacks || {})).toEqual([])
    expect(records[0]?.promise).toBeUndefined()
  })
})
