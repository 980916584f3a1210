/** A page’s tests may replace methods and values of a kit, and restore them. */
import { describe, expect, it, vi } from 'vitest'
import type { Upsdk } from '../../src/index'
import { kit, stateOf, useWallets, wallet } from '../support/wallet'

useWallets()

describe('a method of a kit beside window.upsdk, replaced by a test', () => {
  type Stub = { restore(): void }

  type Mock = ReturnType<typeof vi.fn>

  type Methods = Record<string, unknown>

  /** Replaces a method as sinon does. */
  function stub(object: object, name: string, method: unknown): Stub {
    const own = Object.getOwnPropertyDescriptor(object, name)
    const before = Reflect.get(object, name)
    Object.defineProperty(object, name, {
      value: method,
      writable: true,
      configurable: true,
      enumerable: true,
    })
    return {
      restore() {
        if (own) return void Object.defineProperty(object, name, own)
        Reflect.deleteProperty(object, name)
        if (Reflect.get(object, name) === method) Reflect.set(object, name, before)
      },
    }
  }

  type Way = [string, (upsdk: Upsdk, mock: Mock) => Stub]

  const STUBS: Way[] = [
    [
      'vi.spyOn',
      (upsdk, mock) => {
        const spy = vi.spyOn(upsdk, 'pay').mockImplementation(mock as Upsdk['pay'])
        return { restore: () => spy.mockRestore() }
      },
    ],
    ['sinon.stub', (upsdk, mock) => stub(upsdk, 'pay', mock)],
  ]

  const ASSIGNMENTS: Way[] = [
    [
      'an assignment',
      (upsdk, mock) => {
        const before = upsdk.pay
        ;(upsdk as unknown as Methods).pay = mock
        return {
          restore() {
            ;(upsdk as unknown as Methods).pay = before
          },
        }
      },
    ],
    [
      'an assignment, taken back by delete',
      (upsdk, mock) => {
        ;(upsdk as unknown as Methods).pay = mock
        return { restore: () => void Reflect.deleteProperty(upsdk, 'pay') }
      },
    ],
  ]

  it.each([...STUBS, ...ASSIGNMENTS])('by %s is called with the page’s arguments', async (_way, replace) => {
    const sim = wallet()
    const upsdk = kit()
    const mock = vi.fn(async () => {})
    replace(upsdk, mock)
    await stateOf(upsdk.pay({ tn: '1' }))
    expect(mock.mock.calls).toEqual([[{ tn: '1' }]])
    await stateOf(upsdk.call('pay', { tn: '2' }))
    expect(mock.mock.calls.map(([params]: unknown[]) => params)).toEqual([{ tn: '1' }, { tn: '2' }])
    expect(sim.calls).toEqual([])
  })

  async function expectPutBack(replace: Way[1]): Promise<void> {
    const sim = wallet()
    const upsdk = kit()
    const before = upsdk.pay
    const raw = Reflect.get(window.upsdk as object, 'pay')
    const mock = vi.fn(async () => {})
    const { restore } = replace(upsdk, mock)
    expect(Reflect.get(window.upsdk as object, 'pay')).toBe(raw)
    await kit().pay({ tn: '1' })
    expect(sim.calls).toHaveLength(1)
    restore()
    expect(upsdk.pay).toBe(before)
    await upsdk.pay({ tn: '2' })
    expect(sim.calls).toHaveLength(2)
    expect(mock).not.toHaveBeenCalled()
  }

  // Stubs are what the assignments are compared with.
  it.each(STUBS)('by %s does not change raw upsdk or other kits, and can be restored', (_way, replace) =>
    expectPutBack(replace),
  )

  it.each(ASSIGNMENTS)(
    'by %s does not change raw upsdk or other kits, and can be restored',
    (_way, replace) => expectPutBack(replace),
  )

  it('by a function that uses `this` runs the same by call(), also detached', async () => {
    wallet()
    const upsdk = kit()
    const toast = vi.spyOn(upsdk, 'toast')
    upsdk.pay = async function (this: Upsdk) {
      this.toast('paying')
    }
    const { call } = upsdk
    for (const pay of [upsdk.pay({ tn: '1' }), upsdk.call('pay', { tn: '1' }), call('pay', { tn: '1' })])
      await pay
    expect(toast).toHaveBeenCalledTimes(3)
  })

  it('by a function that throws makes call() reject with that error', async () => {
    wallet()
    const upsdk = kit()
    upsdk.pay = () => {
      throw new RangeError('mock')
    }
    await expect(upsdk.call('pay', { tn: '1' })).rejects.toThrow(RangeError)
  })
})

describe('a live value of the kit', () => {
  it('takes an assignment, as a test makes it', () => {
    wallet()
    const upsdk = kit() as unknown as Record<string, unknown>
    upsdk.isInsideWallet = false
    upsdk.jsApiList = ['pay']
    expect([upsdk.isInsideWallet, upsdk.jsApiList]).toEqual([false, ['pay']])
  })
})
