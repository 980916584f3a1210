/** With `installSimulator({ examples: true })` a method without an answer gives an example of its documented type. */

import { describe, expect, it } from 'vitest'
import { methodRows } from '../../../scripts/methods.mjs'
import { readChunks } from '../../../src/helpers'
import { fail, succeed } from '../../../wallet/simulator'
import { EXAMPLES, exampleOf } from '../../../wallet/simulator/examples'
import { failureOf, kit, pass, useWallets, wallet } from '../../support/wallet'

useWallets()

const PLATFORMS = ['android', 'ios', 'harmony'] as const

/** Methods that answer with something. */
const giving = methodRows.filter(
  ({ gives, settles }) => gives && gives !== 'nothing' && !settles.startsWith('when sent'),
)

/** Parameters for any method. */
const PARAMS = {
  appId: 'a',
  bufferSize: '100',
  brightness: '0.7',
  characteristicId: 'c',
  dataType: 'json',
  fromOffset: '0',
  key: 'k',
  scope: 'scope.mobile',
  serviceId: 's',
  shareId: '3',
  shareType: '1',
  title: 't',
}

const text = expect.any(String)
const degrees = {
  latitude: expect.stringMatching(/^31\.\d+$/),
  longitude: expect.stringMatching(/^121\.\d+$/),
}
const devices = [
  {
    name: text,
    localName: text,
    deviceId: text,
    RSSI: expect.stringMatching(/^-\d+$/),
    manufacturerData: text,
  },
]
const chunk = { data: expect.stringMatching(/^[\w+/]+=*$/), isFinished: '1' }

/** The results as upsdk-behaviour §4 and §3 describe them. */
const DOCUMENTED: Readonly<Record<string, unknown>> = {
  addCommonApp: { code: '00', msg: text },
  appletAuth: { code: text },
  appletExplicitAuth: { code: text },
  cancelCollectApplet: { code: '00' },
  chooseFileFromAlbum: { url: text, size: expect.any(Number), filename: text },
  chooseImage: { base64: text, type: 'png' },
  chooseLocation: { name: text, address: text, provinceName: text, cityName: text, ...degrees },
  collectApplet: { code: '00' },
  collectCurrentApplet: { code: '00' },
  getBluetoothAdapterState: { available: 'yes', discovering: 'no' },
  getBluetoothDevices: { devices },
  getConnectedBluetoothDevices: { devices },
  getLocationCity: expect.stringMatching(/^31\d{4}$/),
  getLocationGps: degrees,
  getScreenBrightness: { brightness: '0.5' },
  getSharedData: text,
  getUserLogoutDate: { userLogoutDate: expect.stringMatching(/^\d{13}$/) },
  openBluetoothAdapter: { isSupportBLE: 'yes' },
  queryData: { code: '00', msg: text, key: 'k', value: text },
  readAlbumData: chunk,
  readAudioRecordingData: chunk,
  readBLECharacteristicValue: { characteristic: { characteristicId: 'c', serviceId: 's', value: text } },
  readFaceImageData: chunk,
  readFaceVideoData: chunk,
  readVideoRecordingData: chunk,
  saveData: { code: '00' },
  scanQRCode: text,
  sendRequest: { message: expect.any(Object) },
  setScreenBrightness: { brightness: '0.7' },
}

describe('the table of example answers', () => {
  it('has each method that gives something, and no other', () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual(giving.map(({ method }) => method).sort())
  })

  it('marks as invented what no document describes, and only that', () => {
    const invented = giving.filter(({ method }) => exampleOf(method, PARAMS)?.invented)
    const documented = Object.keys(DOCUMENTED)
    expect(invented.map(({ method }) => method)).toEqual(
      giving.map(({ method }) => method).filter((method) => !documented.includes(method)),
    )
  })

  it('gives each call a value of its own, which a page may change', () => {
    const first = exampleOf('getBluetoothDevices', {})?.value as { devices: unknown[] }
    first.devices.length = 0
    expect(exampleOf('getBluetoothDevices', {})?.value).toEqual(DOCUMENTED.getBluetoothDevices)
  })

  it.each(['constructor', 'toString', '__proto__', 'pay', 'futureMethod'])('has none for %s', (name) => {
    expect(exampleOf(name, undefined)).toBeUndefined()
  })
})

describe.each(PLATFORMS)('with examples on %s:', (platform) => {
  it('each method resolves to what the document says of it, or to an object', async () => {
    wallet({ platform, examples: true })
    const upsdk = kit()
    for (const { method, gives } of giving) {
      const value: unknown = await upsdk.call(method as 'queryData', PARAMS)
      // If no document names the type of the result, the kit gives native's own value (H12).
      const seen = gives === 'raw' && platform !== 'ios' ? JSON.parse(String(value)) : value
      expect([method, seen]).toEqual([method, DOCUMENTED[method] ?? expect.any(Object)])
      expect([method, Object.keys(Object(seen))]).not.toEqual([method, []])
    }
  })

  it('the first call of the README runs, and a code works once', async () => {
    wallet({ platform, examples: true })
    const upsdk = kit()
    const codes = []
    for (let call = 0; call < 2; call++) {
      const { code } = await upsdk.appletAuth()
      const { code: explicit } = await upsdk.appletExplicitAuth({ scope: 'scope.mobile' })
      codes.push(code, explicit)
    }
    expect(new Set(codes).size).toBe(4)
  })

  it('a page that reads a field of getSystemInfo runs', async () => {
    wallet({ platform, examples: true })
    const { statusBarHeight, pixelRatio } = await kit().getSystemInfo()
    expect([statusBarHeight, pixelRatio]).toEqual([expect.any(Number), expect.any(Number)])
  })

  it('readChunks reads a chosen file to its end', async () => {
    wallet({ platform, examples: true })
    const upsdk = kit()
    const { url, size } = await upsdk.chooseFileFromAlbum({ maxSize: '1000', sourceType: '01' })
    expect((await readChunks(upsdk, 'readAlbumData', { url })).size).toBe(size)
  })

  it('a method that gives nothing still gives nothing', async () => {
    wallet({ platform, examples: true })
    const upsdk = kit()
    expect(await upsdk.pay({ tn: '1' })).toBeUndefined()
    expect(await upsdk.setTitleStyle({ backBtnVisible: '0' })).toBeUndefined()
  })
})

it('on Android raw upsdk gets an object of an example as JSON text, on iOS the object', async () => {
  const heard: unknown[] = []
  for (const platform of ['android', 'ios'] as const) {
    const sim = wallet({ platform, examples: true })
    const raw = window.upsdk as Record<string, (given: unknown) => void>
    raw.pluginReady?.(() => raw.openBluetoothAdapter?.({ success: (value: unknown) => heard.push(value) }))
    await pass(10)
    sim.uninstall()
  }
  expect(heard).toEqual(['{"isSupportBLE":"yes"}', { isSupportBLE: 'yes' }])
})

it('an answer that a test sets comes before the example', async () => {
  const sim = wallet({
    examples: true,
    answers: { appletAuth: succeed({ code: 'c' }), bioDetect: fail('94'), getSystemInfo: succeed() },
  })
  const upsdk = kit({ notify: false })
  expect(await upsdk.appletAuth()).toEqual({ code: 'c' })
  expect(await failureOf(upsdk.bioDetect())).toMatchObject({ code: '94' })
  expect(await upsdk.getSystemInfo()).toBeUndefined()
  expect(await upsdk.scanQRCode()).toMatch(/^https:/)
  sim.answer('scanQRCode', succeed('mine'))
  expect(await upsdk.scanQRCode()).toBe('mine')
})

it('without examples, a method without an answer succeeds with undefined', async () => {
  wallet()
  expect(await kit().appletAuth()).toBeUndefined()
})
