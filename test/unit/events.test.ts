import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { eventTable } from '../../src/invoke/eventTable'
import { fail, succeed } from '../../src/simulator'
import { failureOf, kit, pass, stateOf, useWallets, wallet } from '../support/wallet'

useWallets()

const methodsOf = (sim: { calls: readonly { method: string }[] }) => sim.calls.map((call) => call.method)

describe('events', () => {
  it('are all that the reference names, with their methods', () => {
    const rows = readFileSync('test/data/methods.tsv', 'utf8').trim().split('\n').slice(1)
    const expected = rows
      .map((row) => row.split('\t'))
      .filter(([, , , event]) => event)
      .flatMap(([method, , , events = '', stop]) =>
        events.split(' ').map((event) => [event, { method, stop: stop || undefined }] as const),
      )
    const more = [
      ['HCEMessage', { method: 'onHCEMessage', stop: undefined }],
      ['MtuChanged', { method: 'onMtuChanged', stop: undefined }],
    ] as const
    const names = new Map<string, object>([...expected, ...more])
    expect(new Set(eventTable.keys())).toEqual(new Set(names.keys()))
    for (const [event, source] of names) expect(eventTable.get(event), event).toMatchObject(source)
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

  it('are registered after ready, and again where the parameters differ', async () => {
    const sim = wallet({ readyAfter: 100 })
    const upsdk = kit()
    upsdk.on('rightbtnclick', () => {}, { title: 'Share' })
    await pass(100)
    upsdk.on('rightbtnclick', () => {}, { title: 'Share' })
    upsdk.on('rightbtnclick', () => {})
    upsdk.on('rightbtnclick', () => {}, { title: 'Help' })
    await pass(1)
    expect(sim.calls.map((call) => call.params)).toEqual([{ title: 'Share' }, { title: 'Help' }])
  })

  it('leave one inert handler where upsdk cannot unregister', async () => {
    const sim = wallet()
    const heard = vi.fn()
    const upsdk = kit()
    upsdk.on('onPageShow', heard)()
    await pass(1)
    sim.fire('onPageShow')
    expect(heard).not.toHaveBeenCalled()
    expect(methodsOf(sim)).toEqual(['registerLifecycle'])
  })

  it('a registration’s own answer is none: monitorScreenShot has success for both', async () => {
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

  it('every success of onHCEMessage is one', async () => {
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

  it('a handler that throws does not stop the others', async () => {
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

  it('a registration that fails goes to onError, and the next on tries again', async () => {
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

  it('that do not exist throw a TypeError', () => {
    for (const event of ['click', '__proto__', 'constructor']) {
      expect(() => kit().on(event as 'compassChange', () => {})).toThrow(TypeError)
    }
  })

  it('destroy removes everything', async () => {
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

describe('a handler given to the method itself, as old code does', () => {
  it('gets the event object, beside the handlers of on', async () => {
    const sim = wallet()
    const upsdk = kit()
    const old = vi.fn()
    const plain = vi.fn()
    upsdk.on('rightbtnclick', plain)
    await upsdk.setNavigationBarRightButton({ title: 'A', handler: old })
    sim.fire('rightbtnclick', { n: 1 })
    expect(old.mock.calls[0]?.[0]).toBeInstanceOf(Event)
    expect(plain).toHaveBeenCalledExactlyOnceWith({ n: 1 })
  })

  it('is replaced by the next one given so', async () => {
    const sim = wallet()
    const upsdk = kit()
    const [first, second] = [vi.fn(), vi.fn()]
    await upsdk.setNavigationBarRightButton({ title: 'A', handler: first })
    await upsdk.setNavigationBarRightButton({ title: 'B', handler: second })
    sim.fire('rightbtnclick')
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1])
    expect(sim.calls.map((call) => call.params)).toEqual([{ title: 'A' }, { title: 'B' }])
  })

  it('a cancel by the method ends it, and leaves the handlers of on', async () => {
    const sim = wallet()
    const upsdk = kit()
    const [old, plain] = [vi.fn(), vi.fn()]
    upsdk.on('BluetoothDeviceFound', plain)
    await upsdk.call('registerBluetoothDeviceFound', { callback: old })
    await upsdk.call('cancelBluetoothDeviceFound')
    await pass(1)
    sim.fire('BluetoothDeviceFound')
    expect([old.mock.calls.length, plain.mock.calls.length]).toEqual([0, 1])
  })

  it('lifecycle handlers are heard each by its name', async () => {
    const sim = wallet()
    const [shown, hidden] = [vi.fn(), vi.fn()]
    await stateOf(kit().call('registerLifecycle', { onPageShow: shown, onPageHide: hidden }))
    sim.fire('onPageHide')
    expect([shown.mock.calls.length, hidden.mock.calls.length]).toEqual([0, 1])
  })
})

describe('a method name that upsdk does not have', () => {
  it('is unsupported, with the nearest name of the live upsdk', async () => {
    wallet()
    const error = await failureOf(kit().call('scanQrcod' as 'scanQRCode'))
    expect(error).toMatchObject({ reason: 'unsupported', sent: false })
    expect(error.hint).toContain('did you mean scanQRCode?')
  })
})

describe('numbers, where upsdk wants text', () => {
  it('are sent as text', async () => {
    const sim = wallet({ answers: { chooseImage: succeed({ base64: 'b' }) } })
    const upsdk = kit()
    await upsdk.call('setScreenBrightness', { brightness: 0.5 })
    await stateOf(
      upsdk.openLocation({ latitude: 31.2, longitude: 121.4, name: 'n', address: 'a', scale: 15 }),
    )
    await stateOf(upsdk.call('chooseImage', { maxWidth: 500, maxHeight: 1000 }))
    await stateOf(upsdk.call('uploadStepData', { scale: 2 }))
    expect(sim.calls.map((call) => call.params)).toEqual([
      { brightness: '0.5' },
      { latitude: '31.2', longitude: '121.4', name: 'n', address: 'a', scale: '15' },
      { maxWidth: 500, maxHeight: 1000 },
      { scale: 2 },
    ])
  })
})
