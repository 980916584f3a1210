import { Window } from 'happy-dom'
import { describe, expect, it, vi } from 'vitest'
import { type Fallbacks, Refusal, webFallbacks } from '../../src/fallbacks'
import { createUpsdk } from '../../src/index'
import { openInApp } from '../../src/open-in-app'
import { fail, silent } from '../../src/simulator'
import { failureOf, kit, pass, recorder, stateOf, useWallets, wallet } from '../support/wallet'

useWallets()

const outside = (fallbacks: Fallbacks, options = {}) => {
  wallet({ insideWallet: false })
  return kit({ fallbacks, locale: 'en', ...options })
}

describe('a fallback', () => {
  it('takes a call outside the wallet, with its parameters, and gives its result to promise and callbacks', async () => {
    const seen: unknown[] = []
    const upsdk = outside({
      queryData(params) {
        seen.push(params)
        return { code: '00', msg: '', key: params.key, value: 'v' }
      },
    })
    const [success, complete] = [vi.fn(), vi.fn()]
    const params = { key: 'k', success, complete }
    expect(await upsdk.queryData(params)).toEqual({ code: '00', msg: '', key: 'k', value: 'v' })
    expect(seen).toEqual([{ key: 'k' }])
    expect(success).toHaveBeenCalledWith({ code: '00', msg: '', key: 'k', value: 'v' })
    expect(complete).toHaveBeenCalledTimes(1)
  })

  it.each(['c03', 'c04'])('takes a call that the wallet refuses with %s', async (code) => {
    const sim = wallet({ answers: { scanQRCode: fail(code) } })
    const seen: unknown[] = []
    const upsdk = kit({
      fallbacks: {
        scanQRCode(params) {
          seen.push(params)
          return 'scanned'
        },
      },
    })
    expect(await upsdk.scanQRCode({ needResult: '1' })).toBe('scanned')
    expect(sim.calls).toHaveLength(1)
    expect(seen).toEqual([{ needResult: '1' }])
    expect(await upsdk.supports('scanQRCode')).toBe(false)
  })

  it('takes a call of a method that the SDK file lacks', async () => {
    wallet({ generation: '2020' })
    const upsdk = kit({ fallbacks: { vibrate: () => undefined } })
    expect(await upsdk.vibrate()).toBeUndefined()
  })

  it('is not asked where the wallet can do it, or fails in another way', async () => {
    wallet({ answers: { bioDetect: fail('95'), scanQRCode: fail('c02') } })
    const scanQRCode = vi.fn(() => 'scanned')
    const upsdk = kit({ fallbacks: { scanQRCode } })
    await failureOf(upsdk.scanQRCode())
    expect(scanQRCode).not.toHaveBeenCalled()
  })

  it('is not asked where the wallet does not answer', async () => {
    wallet({ answers: { getBatteryInfo: silent() } })
    const call = failureOf(kit({ fallbacks: webFallbacks }).getBatteryInfo())
    await pass(16_000)
    expect(await call).toMatchObject({ reason: 'timeout', sent: true })
  })

  const cannot = () => {
    throw new Refusal('unsupported')
  }

  it('that cannot do it either leaves what the wallet said', async () => {
    wallet({ answers: { scanQRCode: fail('c03') } })
    const presenter = recorder()
    const error = await failureOf(
      kit({ presenter, locale: 'en', fallbacks: { scanQRCode: cannot } }).scanQRCode(),
    )
    expect(error).toMatchObject({ code: 'c03', reason: 'unsupported', sent: true })
    await pass(500)
    expect(presenter.dialogs).toEqual([expect.stringContaining('Update')])
  })

  it('that cannot do it outside the wallet leaves the way into the app', async () => {
    const presenter = recorder()
    const upsdk = outside(
      { scanQRCode: cannot, vibrate: cannot },
      { presenter, openInApp: openInApp({ encryptAppId: 'a' }) },
    )
    expect(await failureOf(upsdk.scanQRCode())).toMatchObject({ reason: 'unsupported', sent: false })
    await failureOf(upsdk.vibrate())
    await pass(10)
    expect(presenter.dialogs).toEqual([
      'This device or browser doesn’t support this feature. | Cancel | Open the app'.replace('’', "'"),
    ])
    expect(presenter.toasts).toEqual([])
  })

  it('that cannot do it outside the wallet is told in a toast where the page has no way into the app', async () => {
    const presenter = recorder()
    await failureOf(outside({ scanQRCode: cannot }, { presenter }).scanQRCode())
    await pass(10)
    expect(presenter.toasts).toHaveLength(1)
  })

  it('does not count as sent, and is told to onCall as what it is', async () => {
    const records: unknown[] = []
    const upsdk = outside({ scanQRCode: () => 'x' }, { onCall: (record: unknown) => records.push(record) })
    await upsdk.scanQRCode()
    expect(records).toMatchObject([{ method: 'scanQRCode', outcome: 'success', sent: false, took: 0 }])
  })

  it.each([
    'pay',
    'qrPay',
    'uPlanQrPay',
    'qrCodePay',
    'appletAuth',
    'verifyPayPwd',
    'addBankCard',
    'addBankCardWithSn',
    'bioDetect',
    'idCardRecognition',
    'readFaceImageData',
    'login',
    'getUserStatus',
    'configApplePay',
    'appletConfig',
  ])('never takes the place of the wallet for %s', async (method) => {
    const taken = vi.fn()
    const upsdk = outside({ [method]: taken } as Fallbacks)
    expect(await failureOf(upsdk.call(method as 'pay', { tn: '1' }))).toMatchObject({
      reason: 'outside-wallet',
      sent: false,
    })
    expect(taken).not.toHaveBeenCalled()
  })

  it('is taken from the page’s own table only, never from a prototype', async () => {
    const upsdk = outside(Object.create({ scanQRCode: () => 'x' }))
    expect(await failureOf(upsdk.scanQRCode())).toMatchObject({ reason: 'outside-wallet' })
  })

  it('may be undefined, as its type says', () => {
    expect(() => kit({ fallbacks: { vibrate: undefined } })).not.toThrow()
  })

  it.each(['all', 5])('%j are none', (option) => {
    expect(() => createUpsdk({ fallbacks: option as never })).toThrow(/option "fallbacks"/)
  })

  it('that is no function is none: the inspector warns of it', async () => {
    const upsdk = outside({ scanQRCode: 'x' } as never)
    expect(await failureOf(upsdk.scanQRCode())).toMatchObject({ reason: 'outside-wallet' })
  })
})

describe('a fallback that cannot', () => {
  it.each([
    [
      'a Refusal',
      () => new Refusal('permission', 'Allow the camera.'),
      { reason: 'permission', message: 'Allow the camera.' },
    ],
    [
      'a Refusal without a text',
      () => new Refusal('cancelled'),
      { reason: 'cancelled', message: 'Cancelled.' },
    ],
    ['a code of the method', () => ({ code: '03' }), { reason: 'invalid-params', code: '03' }],
    ['an error of its own', () => new TypeError('x'), { reason: 'system' }],
    ['a failed fetch', () => new TypeError('Failed to fetch'), { reason: 'network' }],
    ['an aborted fetch', () => new DOMException('x', 'AbortError'), { reason: 'aborted' }],
    ['an error', () => new Error('x'), { reason: 'system' }],
    ['nothing', () => undefined, { reason: 'cancelled' }],
  ])('with %s fails as the wallet would', async (_what, thrown, expected) => {
    const upsdk = outside({
      chooseFileFromAlbum() {
        throw thrown()
      },
    })
    const call = upsdk.chooseFileFromAlbum({ maxSize: 1, sourceType: '02' })
    expect(await failureOf(call)).toMatchObject({
      ...expected,
      sent: false,
      method: 'chooseFileFromAlbum',
      hint: expect.stringContaining('fallback'),
    })
  })

  it('may have a promise that rejects', async () => {
    const upsdk = outside({ scanQRCode: () => Promise.reject(new Refusal('unsupported')) })
    expect(await failureOf(upsdk.scanQRCode())).toMatchObject({ reason: 'unsupported' })
  })

  it('is shown like any failure', async () => {
    const presenter = recorder()
    const upsdk = outside(
      {
        scanQRCode() {
          throw new Refusal('unknown', 'No code found.')
        },
      },
      { presenter },
    )
    await failureOf(upsdk.scanQRCode())
    await pass(500)
    expect(presenter.toasts).toEqual(['No code found.'])
  })
})

describe('a fallback ends', () => {
  it.each<[string, (controller: AbortController, upsdk: ReturnType<typeof kit>) => void]>([
    ['the page aborts', (controller) => controller.abort()],
    ['the kit is destroyed', (_controller, upsdk) => upsdk.destroy()],
  ])('and frees what it holds, when %s', async (_what, end) => {
    const freed = vi.fn()
    const upsdk = outside({
      scanQRCode(_params, { onEnd }) {
        onEnd(freed)
        return new Promise<string>(() => {})
      },
    })
    const controller = new AbortController()
    const call = failureOf(upsdk.scanQRCode(undefined, { signal: controller.signal }))
    await pass(10)
    expect(freed).not.toHaveBeenCalled()
    end(controller, upsdk)
    expect(await call).toMatchObject({ reason: 'aborted' })
    expect(freed).toHaveBeenCalledTimes(1)
  })

  it('frees at once what it comes to hold after the end', async () => {
    const freed = vi.fn()
    let late: (() => void) | undefined
    const upsdk = outside({
      scanQRCode(_params, { onEnd }) {
        late = () => onEnd(freed)
        return 'x'
      },
    })
    await upsdk.scanQRCode()
    late?.()
    expect(freed).toHaveBeenCalledTimes(1)
  })

  it('at the time limit of its method', async () => {
    const upsdk = outside({ getLocationGps: () => new Promise<never>(() => {}) })
    const call = failureOf(upsdk.getLocationGps())
    await pass(31_000)
    expect(await call).toMatchObject({ reason: 'timeout', sent: false })
  })

  it('never, where a person is acting; a second tap is busy for 3 s', async () => {
    const upsdk = outside({ scanQRCode: () => new Promise<never>(() => {}) })
    const call = upsdk.scanQRCode()
    expect(await failureOf(upsdk.scanQRCode())).toMatchObject({ reason: 'busy' })
    await pass(60_000)
    expect(await stateOf(call)).toBe('pending')
    call.catch(() => {})
  })
})

describe('webFallbacks', () => {
  it('has the methods of the list, none for money, identity or cards, and none that sends a place to others', () => {
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
    // From version 25 on Node has one itself, without a place to keep anything, and the environment leaves it there.
    const { localStorage } = new Window({ url: 'https://mini.example/' })
    vi.stubGlobal('localStorage', localStorage)
    const upsdk = outside(webFallbacks)
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
    const upsdk = outside(webFallbacks)
    expect(await failureOf(upsdk.queryData(params as { key: string }))).toMatchObject({ reason })
  })

  it('say that there is no room left, or no storage at all', async () => {
    const upsdk = outside(webFallbacks)
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
      expect(await failureOf(outside(webFallbacks).createWebView({ url }))).toMatchObject({
        reason: 'invalid-params',
      })
    },
  )
})

describe('what a fallback knows and says', () => {
  it('is whether its call is over', async () => {
    const isOver: (() => boolean)[] = []
    const upsdk = outside({
      queryData: (_params, context) => {
        isOver.push(context.isOver)
        return new Promise(() => {})
      },
    })
    const controller = new AbortController()
    const call = failureOf(upsdk.queryData({ key: 'k' }, { signal: controller.signal }))
    expect(isOver.map((ask) => ask())).toEqual([false])
    controller.abort()
    expect(await call).toMatchObject({ reason: 'aborted' })
    expect(isOver.map((ask) => ask())).toEqual([true])
  })

  it('is a hint of its own for the developer', async () => {
    const refusing = (hint?: string) =>
      outside({
        queryData: () => {
          throw new Refusal('system', undefined, hint)
        },
      })
    expect((await failureOf(refusing('Full.').queryData({ key: 'k' }))).hint).toBe('Full.')
    expect((await failureOf(refusing().queryData({ key: 'k' }))).hint).toBe(
      'From its fallback, not from the wallet.',
    )
  })
})
