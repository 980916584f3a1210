import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { eventsOf, findEvent } from '../../src/events/table'
import { createUpsdk } from '../../src/index'
import { fail, silent, succeed } from '../../src/simulator'
import { failureOf, kit, methodsOf, pass, stateOf, useWallets, wallet } from '../support/wallet'

useWallets()

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
    for (const [event, source] of names) expect(findEvent(event), event).toMatchObject(source)
    const methods = new Set([...rows.map((row) => row.split('\t')[0] || ''), 'onHCEMessage', 'onMtuChanged'])
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

  it('are registered after ready, and again where the parameters differ', async () => {
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
      const on = () => kit().on(event as 'compassChange', () => {})
      expect(on).toThrow(TypeError)
      expect(on).toThrow(`there is no event "${event}"`)
    }
  })

  it('take functions only, and say so at once', async () => {
    const sim = wallet()
    for (const handler of [undefined, null, 'text', {}]) {
      const on = () => kit().on('compassChange', handler as never)
      expect(on).toThrow(TypeError)
      expect(on).toThrow('an event handler must be a function')
    }
    await pass(1)
    expect(sim.calls).toEqual([])
  })

  it('are not cancelled where they could not be registered', async () => {
    const sim = wallet({ answers: { onCompassChange: fail('c02') } })
    const stop = kit().on('compassChange', () => {})
    await pass(1000)
    stop()
    await pass(1)
    expect(methodsOf(sim)).toEqual(['onCompassChange'])
  })

  it('stay registered, where an older registration of theirs fails late', async () => {
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

  it('are safe to listen to on a server, and to stop', () => {
    const { window: before } = globalThis
    vi.stubGlobal('window', undefined)
    const upsdk = createUpsdk()
    vi.stubGlobal('window', before)
    const stop = upsdk.on('compassChange', () => {})
    stop()
    upsdk.call('offCompassChange').catch(() => {})
    upsdk.destroy()
    vi.unstubAllGlobals()
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

describe('the data of an event', () => {
  /** What a handler hears for what upsdk gave. */
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
  ])('of %s', async (_what, given, data) => {
    expect(await heardFor(given)).toStrictEqual(data)
  })
})

describe('a handler given to the method itself, as old code does', () => {
  it('is heard beside one that on adds later, without another registration', async () => {
    const sim = wallet()
    const upsdk = kit()
    const [old, plain] = [vi.fn(), vi.fn()]
    await upsdk.call('onCompassChange', { callback: old })
    upsdk.on('compassChange', plain)
    await pass(1)
    sim.fire('compassChange', { direction: 1 })
    expect(old).toHaveBeenCalledTimes(1)
    expect(plain).toHaveBeenCalledExactlyOnceWith({ direction: 1 })
    expect(methodsOf(sim)).toEqual(['onCompassChange'])
  })

  it('stays, where the method is called again without one', async () => {
    const sim = wallet()
    const upsdk = kit()
    const old = vi.fn()
    await upsdk.setNavigationBarRightButton({ title: 'A', handler: old })
    await upsdk.setNavigationBarRightButton({ title: 'B' })
    sim.fire('rightbtnclick')
    expect(old).toHaveBeenCalledTimes(1)
  })

  it('is not made up, where the page gives none', async () => {
    wallet()
    const seen: unknown[] = []
    window.upsdk = {
      pluginReady: (callback: () => void) => callback(),
      onCompassChange: (params: object) => seen.push(Object.keys(params).sort()),
    }
    stateOf(kit().call('onCompassChange', {}))
    expect(seen).toEqual([['fail', 'success']])
  })

  it('is not registered again by a cancel of the method', async () => {
    const sim = wallet()
    const upsdk = kit()
    await upsdk.call('onCompassChange', { callback: () => {} })
    await upsdk.call('offCompassChange')
    await pass(1)
    expect(methodsOf(sim)).toEqual(['onCompassChange', 'offCompassChange'])
  })

  it('in success is for the events of onHCEMessage, and never for the sending', async () => {
    wallet()
    let native: (value: unknown) => void = () => {}
    window.upsdk = {
      pluginReady: (callback: () => void) => callback(),
      onHCEMessage({ success }: { success(value: unknown): void }) {
        native = success
      },
    }
    const heard = vi.fn()
    await kit().call('onHCEMessage', { success: heard })
    expect(heard).not.toHaveBeenCalled()
    native({ messageType: 1 })
    expect(heard).toHaveBeenCalledExactlyOnceWith({ messageType: 1 })
  })

  it('in success of monitorScreenShot gets its answer and its events', async () => {
    const sim = wallet({ platform: 'ios', answers: { monitorScreenShot: succeed('ok') } })
    const heard = vi.fn()
    await kit().call('monitorScreenShot', { success: heard })
    expect(heard).toHaveBeenCalledExactlyOnceWith('ok')
    sim.fire('screenShotAction')
    expect(heard.mock.calls[1]?.[0]).toBeInstanceOf(Event)
  })

  it('an event of monitorScreenShot is no answer to it', async () => {
    const sim = wallet({ platform: 'ios', answers: { monitorScreenShot: silent() } })
    const upsdk = kit()
    const direct = upsdk.call('monitorScreenShot', { success() {} })
    sim.fire('screenShotAction')
    expect(await stateOf(direct)).toBe('pending')
    upsdk.on('screenShotAction', () => {})
    sim.fire('screenShotAction')
    expect(await stateOf(direct)).toBe('pending')
  })

  it('changes what stands on the button, so that the next view registers its own anew', async () => {
    const sim = wallet()
    const upsdk = kit()
    const stop = upsdk.on('rightbtnclick', () => {}, { title: 'Share' })
    await pass(1)
    stop()
    await upsdk.setNavigationBarRightButton({ title: ' ' })
    upsdk.on('rightbtnclick', () => {}, { title: 'Share' })
    await pass(1)
    expect(sim.calls.map(({ params }) => params)).toEqual([
      { title: 'Share' },
      { title: ' ' },
      { title: 'Share' },
    ])
  })

  it('gets the event object, beside the handlers of on', async () => {
    const sim = wallet()
    const upsdk = kit()
    const old = vi.fn()
    const plain = vi.fn()
    upsdk.on('rightbtnclick', plain, { title: 'A' })
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
  it('is never taken for a property that is no function', async () => {
    wallet()
    window.upsdk = { pluginReady: (callback: () => void) => callback(), scanQRCodes: 'text' }
    const { hint } = await failureOf(kit({ notify: false }).scanQRCode())
    expect(hint).toBe('This wallet does not have the method.')
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

  it('are so for both places of a route, and for the parts of a file', async () => {
    const sim = wallet()
    const upsdk = kit()
    await stateOf(
      upsdk.call('navi', { sLat: 31, sLon: 121, sName: 's', dLat: 32, dLon: 122, dName: 'd' } as never),
    )
    await stateOf(upsdk.call('readAlbumData', { bufferSize: 1024, fromOffset: 0, url: 'u' } as never))
    expect(sim.calls.map((call) => call.params)).toEqual([
      { sLat: '31', sLon: '121', sName: 's', dLat: '32', dLon: '122', dName: 'd' },
      { bufferSize: '1024', fromOffset: '0', url: 'u' },
    ])
  })

  it.each([
    ['chooseFileFromAlbum', { maxSize: 9 }, { maxSize: '9' }],
    ['startAudioRecording', { maxTime: 9 }, { maxTime: '9' }],
    ['startVideoRecording', { maxTime: 9 }, { maxTime: '9' }],
    ['readAudioRecordingData', { fromOffset: 0 }, { fromOffset: '0' }],
    ['readVideoRecordingData', { fromOffset: 0 }, { fromOffset: '0' }],
    ['readFaceVideoData', { bufferSize: 9 }, { bufferSize: '9' }],
    ['readFaceImageData', { bufferSize: 9 }, { bufferSize: '9' }],
    ['getLocation', { cacheTimeout: 30 }, { cacheTimeout: '30' }],
    ['getLocation', { xscale: 1, scaleX: 1 }, { xscale: 1, scaleX: 1 }],
    ['xgetLocation', { scale: 1 }, { scale: 1 }],
    ['getLocationX', { scale: 1 }, { scale: 1 }],
  ])('%s is given %j as %j', (method, given, sent) => {
    wallet()
    const native = vi.fn()
    window.upsdk = { pluginReady: (callback: () => void) => callback(), [method]: native }
    stateOf(kit({ notify: false }).call(method as 'getLocation', given as never))
    expect(native.mock.calls[0]?.[0]).toMatchObject(sent)
  })

  it('leave everything else as the page gave it', async () => {
    wallet()
    let seen: Record<string, unknown> = {}
    window.upsdk = {
      pluginReady: (callback: () => void) => callback(),
      openLocation: (params: Record<string, unknown>) => (seen = params),
    }
    const given = { latitude: undefined, longitude: null, scale: true, zoom: 3 }
    stateOf(kit().call('openLocation', given as never))
    expect(seen).toMatchObject(given)
  })
})
