/** A page's parameters reach native as meant, and the page's objects do not change. */
import { runInNewContext } from 'node:vm'
import { describe, expect, it, vi } from 'vitest'
import { succeed } from '../../wallet/simulator'
import {
  failureOf,
  kit,
  pass,
  type RawAnswers,
  rawMethods,
  rawUpsdk,
  recorder,
  stateOf,
  useWallets,
  wallet,
} from '../support/wallet'

useWallets()

describe('the parameters that upsdk gets', () => {
  it('are those of the moment of the call', async () => {
    const sim = wallet({ readyAfter: 100 })
    const params = { key: 'k', value: 'before' }
    const call = kit().saveData(params)
    params.value = 'after'
    await pass(100)
    await call
    expect(sim.calls[0]?.params).toEqual({ key: 'k', value: 'before' })
  })

  it('are a string if the method takes one', async () => {
    const sim = wallet()
    await kit().setNavigationBarTitle('title')
    expect(sim.calls[0]?.params).toBe('title')
  })

  it('are empty if the page’s cannot be read', async () => {
    const sim = wallet()
    const params = Object.defineProperty({}, 'tn', {
      enumerable: true,
      get() {
        throw new Error('hostile')
      },
    })
    expect(await failureOf(kit().pay(params as { tn: string }))).toMatchObject({
      reason: 'system',
      sent: false,
    })
    expect(sim.calls).toEqual([])
  })

  it('are empty if the method is the handler of a click, whose event a bridge perhaps cannot take', async () => {
    const seen: object[] = []
    rawUpsdk({
      qrCodePay(params: RawAnswers) {
        seen.push(JSON.parse(JSON.stringify(params)))
        params.success()
      },
    })
    const { qrCodePay } = kit()
    const eventOfLibrary = Object.assign(Object.create({ preventDefault() {} }), { type: 'click' })
    eventOfLibrary.target = eventOfLibrary
    for (const event of [new Event('click'), eventOfLibrary])
      expect(await stateOf(qrCodePay(event as never))).toBeUndefined()
    expect(seen).toEqual([{}, {}])
  })

  it('are a string for a method that may answer too', async () => {
    const setMenuBarStyle = vi.fn()
    rawUpsdk({ setMenuBarStyle })
    const call = kit().call('setMenuBarStyle', 'text' as never)
    await pass(1000)
    expect(await stateOf(call)).toBeUndefined()
    expect(setMenuBarStyle).toHaveBeenCalledExactlyOnceWith('text')
  })

  it('have the kit’s callbacks instead of the page’s, and none if upsdk never calls back', async () => {
    const seen: unknown[] = []
    const see = (params: RawAnswers) => {
      seen.push(Object.keys(params).sort())
      params.success?.()
    }
    rawUpsdk({ saveData: see, setNavigationBarTitle: see })
    const callbacks = { success() {}, fail() {}, cancel() {}, complete() {} }
    await kit().saveData({ key: 'k', value: 'v', ...callbacks })
    await kit().setNavigationBarTitle({ title: 't', ...callbacks })
    expect(seen).toEqual([['fail', 'key', 'success', 'value'], ['title']])
  })

  it('have nothing but functions under the names of callbacks', async () => {
    const seen: unknown[] = []
    rawUpsdk({
      bioDetect(params: RawAnswers) {
        seen.push(Object.keys(params).sort())
        params.success('1')
      },
    })
    const texts = { success: 'text', cancel: 'text', complete: 'text' }
    expect(await kit().bioDetect(texts as never)).toBe('1')
    expect(seen).toEqual([['fail', 'success']])
    expect(() => vi.runAllTimers()).not.toThrow()
  })

  it('are not sent if the wallet lacks the method', async () => {
    wallet({ generation: '2020' })
    expect(await failureOf(kit().call('login' as 'pay', {} as never))).toMatchObject({
      reason: 'unsupported',
      sent: false,
    })
  })

  it('keep a property named __proto__ a property', async () => {
    let seen: unknown
    rawUpsdk({
      saveData(params: RawAnswers) {
        seen = params
        params.success()
      },
    })
    await kit().saveData(JSON.parse('{"key":"k","value":"v","__proto__":{"evil":true}}'))
    expect(Object.getPrototypeOf(seen)).toBe(Object.prototype)
    expect(Object.getOwnPropertyDescriptor(seen, '__proto__')).toEqual({
      value: { evil: true },
      configurable: true,
      enumerable: true,
      writable: true,
    })
  })

  it('are an ordinary object of upsdk’s own window (H21)', async () => {
    const ObjectThere = runInNewContext('Object') as ObjectConstructor
    const saveData = vi.fn((params: RawAnswers) => params.success())
    rawUpsdk({ saveData })
    // Everything else is the test's own window.
    const there = new Proxy(window, {
      get: (own, key) => (key === 'Object' ? ObjectThere : Reflect.get(own, key, own)),
    })
    await kit({ window: there }).saveData({ key: 'k', value: 'v' })
    expect(saveData.mock.calls[0]?.[0]).toBeInstanceOf(ObjectThere)
  })
})

describe('a signal that lacks a method', () => {
  it.each(['addEventListener', 'removeEventListener'])('keeps a call from being sent: %s', async (name) => {
    const sim = wallet()
    const signal = { aborted: false, addEventListener() {}, removeEventListener() {}, [name]: undefined }
    expect(await failureOf(kit().pay({ tn: '1' }, { signal: signal as never }))).toMatchObject({
      reason: 'invalid-params',
      sent: false,
    })
    expect(sim.calls).toEqual([])
  })
})

describe('a function among the parameters', () => {
  it('is passed on unchanged if upsdk takes it', async () => {
    const seen: unknown[] = []
    rawUpsdk({
      saveData({ success, ...params }: RawAnswers) {
        seen.push(params)
        success()
      },
    })
    const ordinary = () => {}
    const async = vi.fn(async () => {})
    await kit().call('saveData', { ordinary, async: async () => async() } as never)
    const [given] = seen as [{ ordinary: unknown; async(): void }]
    expect(given.ordinary).toBe(ordinary)
    expect(Object.prototype.toString.call(given.async)).toBe('[object Function]')
    given.async()
    expect(async).toHaveBeenCalledTimes(1)
  })
})

it('an async function among the parameters becomes an ordinary one, which upsdk takes', async () => {
  wallet()
  const given: unknown[] = []
  rawMethods().showShareMorePanel = (params) => void given.push(params)
  kit()
    .showShareMorePanel({ shareCallback: async () => 'shared' })
    .catch(() => {})
  const { shareCallback } = given[0] as { shareCallback: () => unknown }
  expect(Object.prototype.toString.call(shareCallback)).toBe('[object Function]')
  expect(await shareCallback()).toBe('shared')
})

describe('numbers, if upsdk wants text,', () => {
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

  it('are sent as text for both places of a route, and for the parts of a file', async () => {
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
  ])('reach %s as text: %j becomes %j', (method, given, sent) => {
    wallet()
    const native = vi.fn()
    window.upsdk = { pluginReady: (callback: () => void) => callback(), [method]: native }
    stateOf(kit({ notify: false }).call(method as 'getLocation', given as never))
    expect(native.mock.calls[0]?.[0]).toMatchObject(sent)
  })

  it('change no other parameter', async () => {
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

describe('parameters that upsdk would drop', () => {
  it('are completed: a number in `length` reaches native as text, with all the others', async () => {
    const sim = wallet()
    await kit().pay({ tn: '1', length: 2 } as { tn: string })
    expect(sim.calls[0]?.params).toMatchObject({ tn: '1', length: '2' })
  })
})

describe('a call from JavaScript', () => {
  it('accepts null in place of options', async () => {
    wallet()
    expect(await kit().vibrate(undefined, null as never)).toBeUndefined()
  })

  it('is refused if a text is given to a method that takes none, since no answer could come', async () => {
    const sim = wallet()
    const call = kit({ presenter: recorder() }).scanQRCode('x' as never)
    expect(await failureOf(call)).toMatchObject({ reason: 'invalid-params', sent: false })
    expect(sim.calls).toEqual([])
  })
})

describe('a call from JavaScript of what is no method:', () => {
  it.each([undefined, null, 5, Symbol('x'), '', 'constructor', '__proto__', 'ready', 'config'])(
    '%s is unsupported',
    async (name) => {
      wallet()
      expect(await failureOf(kit().call(name as never))).toMatchObject({ reason: 'unsupported', sent: false })
    },
  )
})

describe('a method name that upsdk does not have', () => {
  it('is unsupported, and never a property that is no function', async () => {
    wallet()
    window.upsdk = { pluginReady: (callback: () => void) => callback(), scanQRCodes: 'text' }
    const { hint } = await failureOf(kit({ notify: false }).scanQRCode())
    expect(hint).toBe('This wallet does not have the method.')
  })
})
