/** A call costs the same however many others are open. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Upsdk } from '../../src/index'
import { createHeartbeat } from '../../src/lib/heartbeat'
import type { UpsdkWindow } from '../../src/types/window'
import { ignore, kit, pass, type RawAnswers, rawUpsdk, useWallets } from '../support/wallet'

useWallets()

const { forEach, [Symbol.iterator]: iterate } = Set.prototype
afterEach(() => Object.assign(Set.prototype, { forEach, [Symbol.iterator]: iterate }))

/** Counts the items of sets that are visited while `run` runs. */
function countVisits(run: () => void): number {
  let visits = 0
  Set.prototype.forEach = function (visit, thisArg) {
    forEach.call(this, (...args) => {
      visits++
      visit.apply(thisArg, args)
    })
  }
  Set.prototype[Symbol.iterator] = function* () {
    for (const item of { [Symbol.iterator]: () => iterate.call(this) }) {
      visits++
      yield item
    }
    return undefined
  }
  run()
  Object.assign(Set.prototype, { forEach, [Symbol.iterator]: iterate })
  return visits
}

/** Opens calls that native never answers, then counts what one more costs. */
function visitsBeside(open: number, call: (upsdk: Upsdk, id: number) => Promise<unknown>): number {
  rawUpsdk({ scanQRCode() {}, getLocationGps() {} })
  const upsdk = kit({ callTimeout: 0 })
  for (let id = 0; id < open; id++) ignore(call(upsdk, id))
  return countVisits(() => ignore(call(upsdk, open)))
}

it('once upsdk is ready, a call touches no listener of the window', async () => {
  rawUpsdk({ scanQRCode: ({ success }: RawAnswers) => success('text') })
  const upsdk = kit()
  await upsdk.scanQRCode()
  const touched = [vi.spyOn(window, 'addEventListener'), vi.spyOn(window, 'removeEventListener')]
  await upsdk.scanQRCode()
  for (const spy of touched) expect(spy).not.toHaveBeenCalled()
})

describe('beside many open calls, one more visits as few items as beside ten', () => {
  it.each([
    ['of an interactive method', (upsdk: Upsdk, id: number) => upsdk.call('scanQRCode', { id } as never)],
    ['of any other method', (upsdk: Upsdk, id: number) => upsdk.call('getLocationGps', { id } as never)],
  ])('%s', (_, call) => {
    expect(visitsBeside(1000, call)).toBe(visitsBeside(10, call))
  })

  it('while all of them wait for the bridge', async () => {
    const visits = [10, 1000].map((open) => {
      rawUpsdk({ pluginReady() {} })
      const upsdk = kit()
      const call = (id: number) => ignore(upsdk.call('scanQRCode', { id } as never))
      for (let id = 0; id < open; id++) call(id)
      return countVisits(() => call(open))
    })
    expect(visits[1]).toBe(visits[0])
  })
})

it('a time limit is kept beside half a million that come later', async () => {
  const heartbeat = createHeartbeat(window as unknown as UpsdkWindow)
  const onDue = vi.fn()
  heartbeat.after(500, onDue)
  for (let count = 0; count < 500_000; count++) heartbeat.open.add({ due: Infinity, onDue() {} })
  heartbeat.after(1500, onDue)
  await pass(1600)
  expect(onDue).toHaveBeenCalledTimes(2)
  heartbeat.stop()
})
