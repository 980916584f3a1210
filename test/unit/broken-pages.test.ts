/** What a page has broken may fail a call, but neither hangs it nor throws out of it. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fail } from '../../src/simulator'
import {
  failureOf,
  give,
  kit,
  pass,
  type RawAnswers,
  rawUpsdk,
  recorder,
  stateOf,
  useWallets,
  wallet,
} from '../support/wallet'

useWallets()

const throwing = (name: string, others: object = {}) =>
  Object.defineProperty(others, name, {
    enumerable: true,
    get() {
      throw new Error('getter')
    },
  })

describe('a call always settles', () => {
  it('where translateFail copies a failure whose getter throws', async () => {
    rawUpsdk({
      bioDetect: ({ fail: failed }: RawAnswers) => failed(throwing('extra', { errcode: '94', errmsg: 'x' })),
    })
    const upsdk = kit({ translateFail: true, notify: false })
    const handler = vi.fn()
    const call = upsdk.bioDetect({ fail: handler })
    await pass(100)
    expect(await stateOf(call)).toMatchObject({ name: 'UpsdkError' })
    expect(handler).toHaveBeenCalledTimes(1)
  })

  it.each([[{}], [5], [[1]], [null]])('where navigator.languages is %j', async (languages) => {
    wallet({ answers: { bioDetect: fail('94') } })
    give(navigator, 'languages', languages)
    const presenter = recorder()
    const call = kit({ presenter, userAgent: '(com.unionpay.chsp) (cordova 4.5.4)' }).bioDetect()
    call.catch(() => {})
    await pass(1000)
    expect(await stateOf(call)).toMatchObject({ reason: 'identity', code: '94' })
    expect(presenter.dialogs).toHaveLength(1)
  })

  it('where the parameters are a revoked Proxy', async () => {
    wallet()
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(await failureOf(kit({ notify: false }).scanQRCode(proxy))).toMatchObject({
      reason: 'invalid-params',
      sent: false,
    })
  })

  it('where the handler of an event cannot be read', async () => {
    wallet()
    const params = throwing('handler') as { title: string }
    const call = kit({ notify: false }).setNavigationBarRightButton(params)
    expect(await failureOf(call)).toMatchObject({ name: 'UpsdkError', sent: false })
  })

  it('where the method has no name', async () => {
    wallet()
    const call = kit({ notify: false }).call(Object.create(null))
    expect(await failureOf(call)).toMatchObject({ reason: 'unsupported', sent: false })
  })

  it('where window.upsdk cannot be read', async () => {
    wallet()
    const upsdk = kit({ notify: false, readyTimeout: 200 })
    give(window, 'upsdk', undefined)
    Object.defineProperty(window, 'upsdk', {
      configurable: true,
      get() {
        throw new Error('getter')
      },
    })
    const call = failureOf(upsdk.scanQRCode())
    await pass(1000)
    expect(await call).toMatchObject({ name: 'UpsdkError', sent: false })
    Reflect.deleteProperty(window, 'upsdk')
  })
})

describe('what a page has put on Object.prototype', () => {
  afterEach(() => {
    Reflect.deleteProperty(Object.prototype, 'success')
  })

  it('as `success` swallows no answer', async () => {
    wallet()
    Object.defineProperty(Object.prototype, 'success', {
      configurable: true,
      writable: true,
      value: () => true,
    })
    const done = kit().getUserLogoutDate()
    await pass(1000)
    expect(await stateOf(done)).not.toBe('pending')
  })
})

describe('parameters that upsdk would drop', () => {
  it('a number in `length` reaches native as text, with all the others', async () => {
    const sim = wallet()
    await kit().pay({ tn: '1', length: 2 } as { tn: string })
    expect(sim.calls[0]?.params).toMatchObject({ tn: '1', length: '2' })
  })
})

describe('the text of a page’s own backend', () => {
  it('is cut after 200 characters, and has no characters that turn or break the line', () => {
    const presenter = recorder()
    const text = `\u202e卡号\u0000错\u200f误\n${'字'.repeat(300)}`
    const upsdk = kit({ presenter, serverMessage: () => text })
    upsdk.notify({ resp: 'QZ12', msg: '' })
    const shown = presenter.toasts[0] || ''
    expect(shown.length).toBe(200)
    expect(shown.startsWith('卡号错误 字')).toBe(true)
  })
})

describe('a malformed option that a payment hangs on is refused', () => {
  it.each([['signal'], ['beforeSending']])('the controller in place of its signal: %s', async (name) => {
    const sim = wallet()
    const options = { [name]: new AbortController() } as object
    const error = await failureOf(kit({ notify: false }).pay({ tn: '1' }, options))
    expect(error).toMatchObject({ reason: 'invalid-params', sent: false })
    expect(error.hint).toContain(name)
    expect(sim.calls).toHaveLength(0)
  })

  it.each([[5], ['wx'], [true]])(
    'config: %j is bad-config, and no call is let through without one',
    async (config) => {
      const sim = wallet()
      const upsdk = kit({ config: config as never, notify: false })
      expect(await failureOf(upsdk.ready())).toMatchObject({ reason: 'bad-config' })
      expect(await failureOf(upsdk.pay({ tn: '1' }))).toMatchObject({ sent: false })
      expect(sim.calls).toHaveLength(0)
    },
  )
})
