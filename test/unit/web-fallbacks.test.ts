/** `webFallbacks` has the documented methods, keeps data apart, and speaks the user's language. */
import { Window } from 'happy-dom'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { getLocation, webFallbacks } from '../../src/fallbacks'
import { outsideWith } from '../support/outside'
import { failureOf, give, kit, recorder, useWallets, wallet } from '../support/wallet'

useWallets()
afterEach(() => {
  vi.restoreAllMocks()
})

describe('webFallbacks', () => {
  it('cover the methods of the list, none for money, identity or cards, and none that sends a location to others', () => {
    expect(Object.keys(webFallbacks).sort()).toMatchInlineSnapshot(`
      [
        "chooseFileFromAlbum",
        "chooseImage",
        "closeWebApp",
        "createWebView",
        "deleteAllKeys",
        "deleteData",
        "getAllKeys",
        "getBatteryInfo",
        "getLocation",
        "getLocationGps",
        "getScreenParams",
        "getSharedData",
        "getSystemInfo",
        "navigateBack",
        "navigateTo",
        "queryData",
        "readAlbumData",
        "redirectTo",
        "saveData",
        "saveImage",
        "scanQRCode",
        "sendRequest",
        "setNavigationBarTitle",
        "setScreenBrightness",
        "setSharedData",
        "showFlashInfo",
        "showSharePopup",
        "vibrate",
      ]
    `)
  })

  it('keep data apart from the page’s own, and delete only theirs', async () => {
    // From version 25 on, Node itself has a localStorage without a file, and the environment leaves it there.
    const { localStorage } = new Window({ url: 'https://mini.example/' })
    vi.stubGlobal('localStorage', localStorage)
    const upsdk = outsideWith(webFallbacks)
    localStorage.setItem('page', 'own')
    expect(await upsdk.saveData({ key: 'a', value: '{"json":1}' })).toEqual({ code: '00' })
    await upsdk.saveData({ key: 'b', value: '2' })
    await upsdk.setSharedData({ key: 'a', value: 'shared' })
    expect(await upsdk.queryData({ key: 'a' })).toEqual({
      code: '00',
      msg: '',
      key: 'a',
      value: '{"json":1}',
    })
    expect(await upsdk.getSharedData({ key: 'a' })).toBe('shared')
    expect(await upsdk.getAllKeys()).toEqual({ code: '00', keys: ['a', 'b'] })
    await upsdk.deleteData({ key: 'a' })
    expect(await upsdk.queryData({ key: 'a' })).toMatchObject({ value: '' })
    await upsdk.deleteAllKeys()
    expect(await upsdk.getAllKeys()).toEqual({ code: '00', keys: [] })
    expect(await upsdk.getSharedData({ key: 'a' })).toBe('shared')
    expect(localStorage.getItem('page')).toBe('own')
    vi.unstubAllGlobals()
  })

  it.each([
    ['no key', {}, 'invalid-params'],
    ['an empty key', { key: '' }, 'invalid-params'],
  ])('refuse data with %s', async (_what, params, reason) => {
    const upsdk = outsideWith(webFallbacks)
    expect(await failureOf(upsdk.queryData(params as { key: string }))).toMatchObject({ reason })
  })

  it('report a full storage, or none at all', async () => {
    const upsdk = outsideWith(webFallbacks)
    const storage = vi.spyOn(window, 'localStorage', 'get')
    const throwing = (name: string) => ({
      setItem() {
        throw new DOMException('no', name)
      },
    })
    storage.mockReturnValue(throwing('QuotaExceededError') as unknown as Storage)
    expect(await failureOf(upsdk.saveData({ key: 'a', value: 'b' }))).toMatchObject({ reason: 'system' })
    storage.mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError')
    })
    expect(await failureOf(upsdk.saveData({ key: 'a', value: 'b' }))).toMatchObject({ reason: 'unsupported' })
    storage.mockRestore()
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'upwallet://applet', ''])(
    'open web addresses only, not %j',
    async (url) => {
      expect(await failureOf(outsideWith(webFallbacks).createWebView({ url }))).toMatchObject({
        reason: 'invalid-params',
      })
    },
  )
})

describe('a text of a fallback', () => {
  const refused = (options: object) => {
    wallet({ insideWallet: false })
    give(navigator, 'mediaDevices', {
      getUserMedia: () => Promise.reject(new DOMException('', 'NotAllowedError')),
    })
    give(
      window,
      'BarcodeDetector',
      class {
        detect = () => []
      },
    )
    const upsdk = kit({ fallbacks: webFallbacks, presenter: recorder(), ...options })
    return failureOf(upsdk.scanQRCode()).then(({ message }) => message)
  }

  it.each([
    ['zh-CN', '请在浏览器设置中开启相机权限后再试'],
    ['zh-HK', '未獲相機權限，請在瀏覽器設定中允許後再試'],
    ['en', 'Allow the camera in your browser, then try again.'],
  ])('is in the user’s language: %s', async (locale, text) => {
    expect(await refused({ locale })).toBe(text)
  })

  it('is the page’s own if the page has one under the same key', async () => {
    const messages = { en: { 'allow-camera': 'Camera, please.', permission: 'Permission, please.' } }
    expect(await refused({ locale: 'en', messages })).toBe('Camera, please.')
  })

  it('is the message of its reason in a language that only the page has', async () => {
    const messages = { fr: { permission: 'Autorisation refusée.' } }
    expect(await refused({ locale: 'fr', messages })).toBe('Autorisation refusée.')
  })
})

it('a location may be as old as `cacheTimeout` says in seconds; 30 s by default', async () => {
  const getCurrentPosition = vi.fn((found: PositionCallback, _failed: unknown, _options: PositionOptions) =>
    found({ coords: { latitude: 51.5, longitude: -0.1, accuracy: 20 } } as GeolocationPosition),
  )
  give(navigator, 'geolocation', { getCurrentPosition })
  give(navigator, 'userActivation', { hasBeenActive: true, isActive: true })
  const upsdk = outsideWith({ getLocation })
  await upsdk.getLocation({ cacheTimeout: 5 })
  await upsdk.getLocation({ cacheTimeout: '0' })
  await upsdk.getLocation()
  expect(getCurrentPosition.mock.calls.map(([, , options]) => options.maximumAge)).toEqual([5000, 0, 30_000])
})
