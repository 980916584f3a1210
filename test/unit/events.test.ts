/** Any number of handlers get an event, although upsdk has one slot for it. */

import { describe, expect, it, vi } from 'vitest'
import { methodNames, methodRows } from '../../scripts/methods.mjs'
import { eventsOf, findEvent } from '../../src/events/events'
import { createUpsdk } from '../../src/index'
import { fail, succeed } from '../../wallet/simulator'
import { failureOf, kit, methodsOf, pass, stateOf, useWallets, wallet } from '../support/wallet'

useWallets()

describe('the kit’s events', () => {
  it('are all that the reference names, with their methods', () => {
    const expected = methodRows
      .filter(({ event }) => event)
      .flatMap(({ method, event: events, stopped_by: stop }) =>
        events.split(' ').map((event) => [event, { method, stop: stop || undefined }] as const),
      )
    const more = [
      ['HCEMessage', { method: 'onHCEMessage', stop: undefined }],
      ['MtuChanged', { method: 'onMtuChanged', stop: undefined }],
    ] as const
    const names = new Map<string, object>([...expected, ...more])
    for (const [event, source] of names) expect(findEvent(event), event).toMatchObject(source)
    const methods = new Set([...methodNames, 'onHCEMessage', 'onMtuChanged'])
    const found = [...methods].flatMap((method) => eventsOf(method).map(({ event }) => event))
    expect(found.sort()).toEqual([...names.keys()].sort())
  })

  it('reach any number of handlers, with plain data, from one registration', async () => {
    const sim = wallet()
    const upsdk = kit()
    const first = vi.fn()
    const second = vi.fn()
    const stopFirst = upsdk.on('BluetoothDeviceFound', first)
    const stopSecond = upsdk.on('BluetoothDeviceFound', second)
    await pass(1)
    sim.fire('BluetoothDeviceFound', { devices: [{ deviceId: 'x' }] })
    expect(first).toHaveBeenCalledExactlyOnceWith({ devices: [{ deviceId: 'x' }] })
    expect(second).toHaveBeenCalledTimes(1)
    stopFirst()
    sim.fire('BluetoothDeviceFound')
    expect(first).toHaveBeenCalledTimes(1)
    expect(second).toHaveBeenCalledTimes(2)
    stopSecond()
    stopSecond()
    await pass(1)
    sim.fire('BluetoothDeviceFound')
    expect(second).toHaveBeenCalledTimes(2)
    expect(methodsOf(sim)).toEqual(['registerBluetoothDeviceFound', 'cancelBluetoothDeviceFound'])
  })

  it('are registered after ready, and again for other parameters', async () => {
    const sim = wallet({ readyAfter: 100 })
    const upsdk = kit()
    upsdk.on('rightbtnclick', () => {}, { title: 'Share' })
    await pass(100)
    upsdk.on('rightbtnclick', () => {}, { title: 'Share' })
    // @ts-expect-error the types ask for what is on the button, but it stands there already
    upsdk.on('rightbtnclick', () => {})
    upsdk.on('rightbtnclick', () => {}, { title: 'Help' })
    await pass(1)
    expect(sim.calls.map((call) => call.params)).toEqual([{ title: 'Share' }, { title: 'Help' }])
  })

  it('leave one inert handler if upsdk cannot unregister', async () => {
    const sim = wallet()
    const heard = vi.fn()
    const upsdk = kit()
    upsdk.on('onPageShow', heard)()
    await pass(1)
    sim.fire('onPageShow')
    expect(heard).not.toHaveBeenCalled()
    expect(methodsOf(sim)).toEqual(['registerLifecycle'])
  })

  it('do not include a registration’s own answer: monitorScreenShot uses success for both', async () => {
    const sim = wallet({ platform: 'ios' })
    const heard = vi.fn()
    const upsdk = kit()
    upsdk.on('screenShotAction', heard)
    await pass(1)
    expect(heard).not.toHaveBeenCalled()
    sim.fire('screenShotAction')
    expect(heard).toHaveBeenCalledTimes(1)
    expect(await stateOf(upsdk.call('monitorScreenShot'))).toBeUndefined()
  })

  it('include every success of onHCEMessage', async () => {
    wallet()
    let native: (value: unknown) => void = () => {}
    ;(window.upsdk as Record<string, unknown>).onHCEMessage = ({
      success,
    }: {
      success(value: unknown): void
    }) => {
      native = success
    }
    const heard = vi.fn()
    kit().on('HCEMessage', heard)
    await pass(1)
    native('{"messageType":1}')
    native({ messageType: 2 })
    expect(heard.mock.calls).toEqual([[{ messageType: 1 }], [{ messageType: 2 }]])
  })

  it('reach all handlers even if one throws', async () => {
    const sim = wallet()
    const heard = vi.fn()
    const upsdk = kit()
    upsdk.on('compassChange', () => {
      throw new Error('of the page')
    })
    upsdk.on('compassChange', heard)
    await pass(1)
    sim.fire('compassChange', { direction: 1 })
    expect(heard).toHaveBeenCalledTimes(1)
    expect(() => vi.runOnlyPendingTimers()).toThrow('of the page')
  })

  it('report a registration that fails to onError, and the next on() tries again', async () => {
    const onError = vi.fn()
    const sim = wallet({ answers: { onCompassChange: fail('c02') } })
    const upsdk = kit({ onError })
    upsdk.on('compassChange', () => {})
    await pass(1000)
    expect(onError.mock.calls.map(([error]) => [error.method, error.code])).toEqual([
      ['onCompassChange', 'c02'],
    ])
    expect(document.querySelector('[data-upsdk-kit]')).toBeNull()
    upsdk.on('compassChange', () => {})
    await pass(1)
    expect(methodsOf(sim)).toEqual(['onCompassChange', 'onCompassChange'])
  })

  it('throw a TypeError for an unknown name', () => {
    for (const event of ['click', '__proto__', 'constructor']) {
      const on = () => kit().on(event as 'compassChange', () => {})
      expect(on).toThrow(TypeError)
      expect(on).toThrow(`there is no event "${event}"`)
    }
  })

  it('throw at once for a handler that is no function', async () => {
    const sim = wallet()
    for (const handler of [undefined, null, 'text', {}]) {
      const on = () => kit().on('compassChange', handler as never)
      expect(on).toThrow(TypeError)
      expect(on).toThrow('an event handler must be a function')
    }
    await pass(1)
    expect(sim.calls).toEqual([])
  })

  it('are not cancelled if they could not be registered', async () => {
    const sim = wallet({ answers: { onCompassChange: fail('c02') } })
    const stop = kit().on('compassChange', () => {})
    await pass(1000)
    stop()
    await pass(1)
    expect(methodsOf(sim)).toEqual(['onCompassChange'])
  })

  it('stay registered if an older registration fails late', async () => {
    const answer = (params: unknown) =>
      (params as { title: string }).title === 'A' ? fail('c02') : succeed()
    const sim = wallet({ latency: 100, answers: { setNavigationBarRightButton: answer } })
    const upsdk = kit()
    upsdk.on('rightbtnclick', () => {}, { title: 'A' })
    upsdk.on('rightbtnclick', () => {}, { title: 'B' })
    await pass(1000)
    upsdk.on('rightbtnclick', () => {}, { title: 'B' })
    await pass(1)
    expect(sim.calls.map((call) => call.params)).toEqual([{ title: 'A' }, { title: 'B' }])
  })

  it('have no effect on a server, nor has stopping them', async () => {
    const { window: before } = globalThis
    vi.stubGlobal('window', undefined)
    const upsdk = createUpsdk()
    vi.stubGlobal('window', before)
    const heard = vi.fn()
    const stop = upsdk.on('compassChange', heard)
    expect(stop()).toBeUndefined()
    expect(await failureOf(upsdk.call('offCompassChange'))).toMatchObject({ reason: 'outside-wallet' })
    document.dispatchEvent(new Event('compassChange'))
    expect(heard).not.toHaveBeenCalled()
    upsdk.destroy()
    vi.unstubAllGlobals()
  })

  it('end when the kit is destroyed', async () => {
    const sim = wallet()
    const heard = vi.fn()
    const upsdk = kit()
    upsdk.on('BLEConnectionStateChange', heard)
    await pass(1)
    upsdk.destroy()
    sim.fire('BLEConnectionStateChange')
    expect(heard).not.toHaveBeenCalled()
    expect(methodsOf(sim)).toEqual(['registerBLEConnectionStateChange', 'cancelBLEConnectionStateChange'])
  })
})

describe('the data that a handler gets', () => {
  /** What a handler gets for a value of upsdk. */
  async function heardFor(given: unknown): Promise<unknown> {
    wallet()
    let native: (value: unknown) => void = () => {}
    window.upsdk = {
      pluginReady: (callback: () => void) => callback(),
      onCompassChange({ callback }: { callback(value: unknown): void }) {
        native = callback
      },
    }
    const heard = vi.fn()
    kit().on('compassChange', heard)
    await pass(1)
    native(given)
    expect(heard).toHaveBeenCalledTimes(1)
    return heard.mock.calls[0]?.[0]
  }

  it.each<[string, unknown, object]>([
    ['nothing', undefined, {}],
    ['null', null, {}],
    ['a text', 'north', { value: 'north' }],
    ['a number', 0, { value: 0 }],
    ['JSON text', '{"direction":1}', { direction: 1 }],
    ['an object, with all its fields', { direction: 1, type: 'x' }, { direction: 1, type: 'x' }],
    [
      'a DOM event: what native put onto it',
      Object.assign(new Event('compassChange'), { direction: 1 }),
      { direction: 1 },
    ],
  ])('is plain data for %s', async (_what, given, data) => {
    expect(await heardFor(given)).toStrictEqual(data)
  })
})

describe('on() with parameters', () => {
  it('that JSON cannot express registers, or throws', async () => {
    const sim = wallet()
    const on = kit().on as (event: string, handler: () => void, params: object) => void
    let thrown = 0
    try {
      on('compassChange', () => {}, { interval: BigInt(1) })
    } catch {
      thrown = 1
    }
    await pass(10)
    expect(sim.calls.length + thrown).toBe(1)
  })
})

describe('error() of an event', () => {
  it('without a function is ignored as by upsdk', async () => {
    wallet({ answers: { config: fail({ msg: 'refused' }) } })
    const upsdk = kit()
    upsdk.error(undefined as never)
    const heard = vi.fn()
    upsdk.error(heard)
    void upsdk.config({ appId: '1', nonceStr: '1', timestamp: '1', signature: '1' })
    await pass(100)
    expect(heard).toHaveBeenCalledTimes(1)
  })
})
