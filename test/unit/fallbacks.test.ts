/** A fallback serves a call that the wallet cannot, and never one about money or identity. */
import { describe, expect, it, vi } from 'vitest'
import { type FallbackTable, fallbacks, Refusal, webFallbacks } from '../../src/fallbacks'
import { createUpsdk } from '../../src/index'
import { openInApp } from '../../src/openInApp'
import { fail, silent } from '../../wallet/simulator'
import { outsideWith } from '../support/outside'
import {
  failureOf,
  kit,
  pass,
  rawMethods,
  readyKit,
  recorder,
  stateOf,
  useWallets,
  wallet,
} from '../support/wallet'

useWallets()

describe('a fallback', () => {
  it('serves a call outside the wallet with its parameters, and gives its result to promise and callbacks', async () => {
    const seen: unknown[] = []
    const upsdk = outsideWith({
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

  it.each(['c03', 'c04'])('serves a call that the wallet refuses with %s', async (code) => {
    const sim = wallet({ answers: { scanQRCode: fail(code) } })
    const seen: unknown[] = []
    const upsdk = kit({
      fallbacks: fallbacks({
        scanQRCode(params) {
          seen.push(params)
          return 'scanned'
        },
      }),
    })
    expect(await upsdk.scanQRCode({ needResult: '1' })).toBe('scanned')
    expect(sim.calls).toHaveLength(1)
    expect(seen).toEqual([{ needResult: '1' }])
    expect(await upsdk.supports('scanQRCode')).toBe(false)
  })

  it('serves a call of a method that the SDK file lacks', async () => {
    wallet({ generation: '2020' })
    const upsdk = kit({ fallbacks: fallbacks({ vibrate: () => undefined }) })
    expect(await upsdk.vibrate()).toBeUndefined()
  })

  it('a fallback does not run if the wallet succeeds, or fails in another way', async () => {
    wallet({ answers: { bioDetect: fail('95'), scanQRCode: fail('c02') } })
    const scanQRCode = vi.fn(() => 'scanned')
    const upsdk = kit({ fallbacks: fallbacks({ scanQRCode }) })
    await failureOf(upsdk.scanQRCode())
    expect(scanQRCode).not.toHaveBeenCalled()
  })

  it('a fallback does not run if the wallet does not answer', async () => {
    wallet({ answers: { getBatteryInfo: silent() } })
    const call = failureOf(kit({ fallbacks: webFallbacks }).getBatteryInfo())
    await pass(16_000)
    expect(await call).toMatchObject({ reason: 'timeout', sent: true })
  })

  const cannot = () => {
    throw new Refusal('unsupported')
  }

  it('a fallback that is unsupported leaves the wallet’s failure', async () => {
    wallet({ answers: { scanQRCode: fail('c03') } })
    const presenter = recorder()
    const error = await failureOf(
      kit({ presenter, locale: 'en', fallbacks: fallbacks({ scanQRCode: cannot }) }).scanQRCode(),
    )
    expect(error).toMatchObject({ code: 'c03', reason: 'unsupported', sent: true })
    await pass(500)
    expect(presenter.dialogs).toEqual([expect.stringContaining('Update')])
  })

  it('a fallback that is unsupported outside the wallet leaves the button that opens the app', async () => {
    const presenter = recorder()
    const upsdk = outsideWith(
      { scanQRCode: cannot, vibrate: cannot },
      { presenter, openInApp: openInApp({ encryptAppId: 'a' }) },
    )
    expect(await failureOf(upsdk.scanQRCode())).toMatchObject({ reason: 'unsupported', sent: false })
    await failureOf(upsdk.vibrate())
    await pass(10)
    expect(presenter.dialogs).toEqual([
      "This browser can't do this. Open this page in the UnionPay App. | Cancel | Open UnionPay",
    ])
    expect(presenter.toasts).toEqual([])
  })

  it('a fallback that is unsupported outside the wallet shows a toast without openInApp', async () => {
    const presenter = recorder()
    await failureOf(outsideWith({ scanQRCode: cannot }, { presenter }).scanQRCode())
    await pass(10)
    expect(presenter.toasts).toHaveLength(1)
  })

  it('a fallback’s call does not count as sent, and onCall gets its outcome', async () => {
    const records: unknown[] = []
    const upsdk = outsideWith(
      { scanQRCode: () => 'x' },
      { onCall: (record: unknown) => records.push(record) },
    )
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
  ])('never replaces the wallet for %s', async (method) => {
    const taken = vi.fn()
    const upsdk = outsideWith({ [method]: taken } as FallbackTable)
    expect(await failureOf(upsdk.call(method as 'pay', { tn: '1' }))).toMatchObject({
      reason: 'outside-wallet',
      sent: false,
    })
    expect(taken).not.toHaveBeenCalled()
  })

  it('a fallback is found in the page’s own table only, never in a prototype', async () => {
    const upsdk = outsideWith(Object.create({ scanQRCode: () => 'x' }))
    expect(await failureOf(upsdk.scanQRCode())).toMatchObject({ reason: 'outside-wallet' })
  })

  it('the option fallbacks may be undefined', () => {
    expect(() => kit({ fallbacks: fallbacks({ vibrate: undefined }) })).not.toThrow()
  })

  it.each(['all', 5])('the option fallbacks may not be %j', (option) => {
    expect(() => createUpsdk({ fallbacks: option as never })).toThrow(/option "fallbacks"/)
  })

  it('a fallback that is no function is ignored, and the inspector warns', async () => {
    const upsdk = outsideWith({ scanQRCode: 'x' } as never)
    expect(await failureOf(upsdk.scanQRCode())).toMatchObject({ reason: 'outside-wallet' })
  })
})

describe('a fallback that took over from the wallet', () => {
  const answersLate = { scanQRCode: () => new Promise((resolve) => setTimeout(() => resolve('text'), 1000)) }

  it.each<[string, (answers: { fail(raw: unknown): void }) => void]>([
    ['fails twice', ({ fail: failed }) => [failed({ errcode: 'c03' }), setTimeout(() => failed('c03'), 10)]],
    [
      'fails and throws',
      ({ fail: failed }) => {
        failed({ errcode: 'c03' })
        throw new Error('sdk')
      },
    ],
  ])('settles once even if upsdk %s', async (_what, answer) => {
    wallet()
    const upsdk = await readyKit({ fallbacks: fallbacks(answersLate as FallbackTable) })
    rawMethods().scanQRCode = answer
    const call = upsdk.scanQRCode()
    await pass(2000)
    expect(await stateOf(call)).toBe('text')
  })

  it('a call that was sent still counts as sent after a fallback took over', async () => {
    wallet({ answers: { scanQRCode: fail('c03') } })
    const records: unknown[] = []
    const upsdk = await readyKit({
      fallbacks: fallbacks({
        scanQRCode: () => Promise.reject({ reason: 'permission' }),
        vibrate: () => undefined,
      }),
      onCall: (record: unknown) => void records.push(record),
    })
    expect(await failureOf(upsdk.scanQRCode())).toMatchObject({ reason: 'permission', sent: true })
    // This wallet lacks the method, so nothing was sent.
    Reflect.deleteProperty(rawMethods(), 'vibrate')
    await upsdk.vibrate()
    expect(records).toMatchObject([
      { method: 'scanQRCode', outcome: 'permission', sent: true },
      { method: 'vibrate', outcome: 'success', sent: false },
    ])
  })

  it('a failed fallback passes the user’s text to `fail` with translateFail', async () => {
    wallet({ answers: { scanQRCode: fail('c03') } })
    const heard = vi.fn()
    const scanQRCode = () => Promise.reject(new Refusal('permission'))
    const error = await failureOf(kit({ fallbacks: fallbacks({ scanQRCode }) }).scanQRCode({ fail: heard }))
    const { message } = error
    expect(heard.mock.calls).toEqual([
      [{ errcode: 'permission', errmsg: message, code: 'permission', msg: message }],
    ])
  })
})

describe('a fallback that fails', () => {
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
  ])('with %s rejects as the wallet would', async (_what, thrown, expected) => {
    const upsdk = outsideWith({
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

  it('may return a promise that rejects', async () => {
    const upsdk = outsideWith({ scanQRCode: () => Promise.reject(new Refusal('unsupported')) })
    expect(await failureOf(upsdk.scanQRCode())).toMatchObject({ reason: 'unsupported' })
  })

  it('is shown like any failure', async () => {
    const presenter = recorder()
    const upsdk = outsideWith(
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

describe('a fallback’s second argument:', () => {
  it('a fallback can check whether its call is over', async () => {
    const isOver: (() => boolean)[] = []
    const upsdk = outsideWith({
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

  it('a fallback can give a hint for the developer', async () => {
    const refusing = (hint?: string) =>
      outsideWith({
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
