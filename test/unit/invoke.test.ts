import { describe, expect, it, vi } from 'vitest'
import { createUpsdk, type Upsdk, type UpsdkError, type UpsdkOptions, version } from '../../src/index'
import { fail, silent, succeed } from '../../src/simulator'
import { failureOf, kit, pass, recorder, stateOf, useWallets, wallet } from '../support/wallet'

useWallets()

/** A raw upsdk of the test's own, for what no simulator does. */
function rawUpsdk(methods: Record<string, unknown>): void {
  wallet()
  window.upsdk = { pluginReady: (callback: () => void) => callback(), ...methods }
}

type Answers = { success(value?: unknown): void; fail(failure?: unknown): void }

describe('a call settles exactly once', () => {
  it.each<[string, (answers: Answers) => unknown, unknown]>([
    ['success, then fail', (a) => [a.success('1'), a.fail('94')], '1'],
    ['success twice', (a) => [a.success('1'), a.success('2')], '1'],
    ['fail, then success', (a) => [a.fail('94'), a.success('1')], { code: '94' }],
    ['fail twice', (a) => [a.fail('94'), a.fail('95')], { code: '94' }],
  ])('%s', async (_name, answer, expected) => {
    rawUpsdk({ bioDetect: answer })
    const callbacks = { success: vi.fn(), fail: vi.fn(), complete: vi.fn() }
    const outcome = await stateOf(kit().bioDetect(callbacks))
    if (typeof expected === 'string') expect(outcome).toBe(expected)
    else expect(outcome).toMatchObject(expected as object)
    expect(callbacks.success.mock.calls.length + callbacks.fail.mock.calls.length).toBe(1)
    expect(callbacks.complete).toHaveBeenCalledTimes(1)
  })

  it('with what upsdk throws: invalid-params for a TypeError, else system', async () => {
    rawUpsdk({
      scanQRCode() {
        throw new TypeError('x')
      },
      bioDetect() {
        throw new Error('x')
      },
    })
    expect(await failureOf(kit().scanQRCode())).toMatchObject({ reason: 'invalid-params', sent: true })
    expect(await failureOf(kit().bioDetect())).toMatchObject({ reason: 'system', sent: true })
  })

  it('at its time limit, where no answer comes', async () => {
    wallet({
      answers: {
        getHCEState: silent(),
        getLocationGps: silent(),
        sendRequest: silent(),
        bioDetect: silent(),
      },
    })
    const upsdk = kit()
    const calls = [
      upsdk.call('getHCEState'),
      upsdk.getLocationGps(),
      upsdk.call('sendRequest', {} as never),
      upsdk.bioDetect(),
    ].map(failureOf)
    const pending = () => Promise.all(calls.map(async (call) => (await stateOf(call)) === 'pending'))
    await pass(14_999)
    expect(await pending()).toEqual([true, true, true, true])
    await pass(1)
    expect(await pending()).toEqual([false, true, true, true])
    await pass(15_000)
    expect(await pending()).toEqual([false, false, true, true])
    await pass(30_000)
    expect(await pending()).toEqual([false, false, false, true])
    expect(await calls[0]).toMatchObject({ reason: 'timeout', sent: true })
  })

  it('at the limit that the page gives it, also where there is none', async () => {
    wallet({ answers: { bioDetect: silent() } })
    const call = failureOf(kit().bioDetect(undefined, { timeout: 2000 }))
    await pass(2000)
    expect(await call).toMatchObject({ reason: 'timeout' })
  })

  it('at callTimeout, but never where a person is acting', async () => {
    wallet({ answers: { bioDetect: silent(), getHCEState: silent() } })
    const upsdk = kit({ callTimeout: 1000 })
    const acting = upsdk.bioDetect()
    acting.catch(() => {})
    const other = failureOf(upsdk.call('getHCEState'))
    await pass(60_000)
    expect(await stateOf(acting)).toBe('pending')
    expect(await other).toMatchObject({ reason: 'timeout' })
  })

  it('and leaves nothing behind: no timer, and no listener on its signal', async () => {
    rawUpsdk({ bioDetect: (a: Answers) => a.success('1'), getHCEState: (a: Answers) => a.success('2') })
    const { signal } = new AbortController()
    const added = vi.spyOn(signal, 'addEventListener')
    const removed = vi.spyOn(signal, 'removeEventListener')
    const upsdk = kit()
    await upsdk.bioDetect(undefined, { signal, timeout: 5000 })
    await upsdk.call('getHCEState')
    expect(vi.getTimerCount()).toBe(0)
    expect(added).toHaveBeenCalledTimes(1)
    expect(removed.mock.calls).toEqual(added.mock.calls)
  })

  it('after a quiet second, where native may stay silent; with its failure, where that comes first', async () => {
    const sim = wallet({ answers: { closeWebApp: silent() } })
    const upsdk = kit()
    const call = upsdk.closeWebApp()
    await pass(999)
    expect(await stateOf(call)).toBe('pending')
    await pass(1)
    expect(await call).toBeUndefined()
    sim.answer('closeWebApp', fail('c02'))
    expect(await failureOf(upsdk.closeWebApp())).toMatchObject({ code: 'c02' })
  })

  it('with aborted, when its signal says so, sent or not', async () => {
    const sim = wallet({ readyAfter: 100, answers: { pay: silent() } })
    const upsdk = kit()
    const controller = new AbortController()
    const before = failureOf(upsdk.pay({ tn: '1' }, { signal: controller.signal }))
    controller.abort()
    expect(await before).toMatchObject({ reason: 'aborted', sent: false, retry: 'now' })
    expect(await failureOf(upsdk.pay({ tn: '1' }, { signal: controller.signal }))).toMatchObject({
      reason: 'aborted',
    })
    await pass(100)
    expect(sim.calls).toEqual([])
    const second = new AbortController()
    const after = failureOf(upsdk.pay({ tn: '2' }, { signal: second.signal }))
    second.abort()
    expect(await after).toMatchObject({ reason: 'aborted', sent: true, retry: 'never' })
  })
})

describe('what is sent', () => {
  it('are the parameters as they were at the call', async () => {
    const sim = wallet({ readyAfter: 100 })
    const params = { key: 'k', value: 'before' }
    const call = kit().saveData(params)
    params.value = 'after'
    await pass(100)
    await call
    expect(sim.calls[0]?.params).toEqual({ key: 'k', value: 'before' })
  })

  it('is a string, where upsdk takes one', async () => {
    const sim = wallet()
    await kit().setNavigationBarTitle('title')
    expect(sim.calls[0]?.params).toBe('title')
  })

  it('is nothing, where the parameters cannot be read', async () => {
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

  it('is a string also to a method that may answer', async () => {
    const setMenuBarStyle = vi.fn()
    rawUpsdk({ setMenuBarStyle })
    const call = kit().call('setMenuBarStyle', 'text' as never)
    await pass(1000)
    expect(await stateOf(call)).toBeUndefined()
    expect(setMenuBarStyle).toHaveBeenCalledExactlyOnceWith('text')
  })

  it('has the kit’s own callbacks in place of the page’s, and none where upsdk never calls back', async () => {
    const seen: unknown[] = []
    const see = (params: Answers) => {
      seen.push(Object.keys(params).sort())
      params.success?.()
    }
    rawUpsdk({ saveData: see, setNavigationBarTitle: see })
    const callbacks = { success() {}, fail() {}, cancel() {}, complete() {} }
    await kit().saveData({ key: 'k', value: 'v', ...callbacks })
    await kit().setNavigationBarTitle({ title: 't', ...callbacks })
    expect(seen).toEqual([['fail', 'key', 'success', 'value'], ['title']])
  })

  it('has nothing under the names of callbacks that is no function', async () => {
    const seen: unknown[] = []
    rawUpsdk({
      bioDetect(params: Answers) {
        seen.push(Object.keys(params).sort())
        params.success('1')
      },
    })
    const texts = { success: 'text', cancel: 'text', complete: 'text' }
    expect(await kit().bioDetect(texts as never)).toBe('1')
    expect(seen).toEqual([['fail', 'success']])
    expect(() => vi.runAllTimers()).not.toThrow()
  })

  it('is nothing, where the wallet lacks the method', async () => {
    wallet({ generation: '2020' })
    expect(await failureOf(kit().call('login' as 'pay', {} as never))).toMatchObject({
      reason: 'unsupported',
      sent: false,
    })
  })

  it('keeps a property named __proto__ a property', async () => {
    let seen: unknown
    rawUpsdk({
      saveData(params: Answers) {
        seen = params
        params.success()
      },
    })
    await kit().saveData(JSON.parse('{"key":"k","value":"v","__proto__":{"evil":true}}'))
    expect(Object.getPrototypeOf(seen)).toBe(Object.prototype)
    expect(Object.getOwnPropertyDescriptor(seen, '__proto__')).toMatchObject({ value: { evil: true } })
  })
})

describe('callbacks, as upsdk has them', () => {
  it('success gets the raw value, complete comes last, both before the promise’s reactions', async () => {
    wallet({ platform: 'android', answers: { appletAuth: succeed({ code: 'x' }) } })
    const order: unknown[] = []
    const call = kit().appletAuth({
      success: (value: unknown) => order.push(['success', value]),
      complete: () => order.push('complete'),
    })
    await call.then((value) => order.push(['promise', value]))
    expect(order).toEqual([['success', '{"code":"x"}'], 'complete', ['promise', { code: 'x' }]])
  })

  it('complete alone is called too, after a success and after a failure', async () => {
    const sim = wallet({ platform: 'ios', answers: { bioDetect: succeed('yes') } })
    const complete = vi.fn()
    await kit().bioDetect({ complete })
    sim.answer('bioDetect', fail({ errcode: '94' }))
    await failureOf(kit().bioDetect({ complete }))
    expect(complete.mock.calls).toEqual([['yes'], [{ errcode: '94' }]])
  })

  it('success is called for a method that never answers, once it is sent', async () => {
    wallet()
    const success = vi.fn()
    await kit().call('showFlashInfo', { msg: 'm', success } as never)
    expect(success).toHaveBeenCalledTimes(1)
  })

  it('fail gets the raw failure, and cancel is called only where there is no fail', async () => {
    wallet({ platform: 'ios', answers: { bioDetect: fail({ errcode: '94', errmsg: 'raw' }) } })
    const both = { fail: vi.fn(), cancel: vi.fn() }
    await failureOf(kit().bioDetect(both))
    expect(both.fail).toHaveBeenCalledExactlyOnceWith({ errcode: '94', errmsg: 'raw' })
    expect(both.cancel).not.toHaveBeenCalled()
    const cancel = vi.fn()
    await failureOf(kit().bioDetect({ cancel }))
    expect(cancel).toHaveBeenCalledTimes(1)
  })

  it('fail gets the user’s text, where the failure is the kit’s', async () => {
    wallet({ insideWallet: false })
    const failed = vi.fn()
    await failureOf(kit({ locale: 'en' }).pay({ tn: '1', fail: failed }))
    const text = 'Open this page in the UnionPay App to continue.'
    expect(failed).toHaveBeenCalledWith({
      errcode: 'outside-wallet',
      errmsg: text,
      code: 'outside-wallet',
      msg: text,
    })
  })

  it('never run inside upsdk’s own callback', async () => {
    const order: string[] = []
    rawUpsdk({
      bioDetect(answers: Answers) {
        answers.fail('94')
        order.push('upsdk went on')
      },
    })
    await failureOf(kit().bioDetect({ fail: () => order.push('fail') }))
    expect(order).toEqual(['upsdk went on', 'fail'])
  })

  it('what one throws is rethrown in a task of its own, and the call still settles', async () => {
    wallet()
    const call = kit().bioDetect({
      success() {
        throw new Error('of the page')
      },
    })
    await call
    expect(() => vi.runOnlyPendingTimers()).toThrow('of the page')
  })

  it('with callbacks a rejection is never unhandled', async () => {
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    wallet({ answers: { bioDetect: fail('94'), getHCEState: fail('94') } })
    const upsdk = kit({ notify: false })
    upsdk.bioDetect({ fail() {} })
    upsdk.bioDetect({ cancel() {} })
    upsdk.call('getHCEState')
    upsdk.ready(() => {})
    vi.useRealTimers()
    await new Promise((resolve) => setTimeout(resolve, 20))
    process.off('unhandledRejection', unhandled)
    expect(unhandled).not.toHaveBeenCalled()
  })
})

describe('a rejection that the page does not handle', () => {
  /** The reasons of those that the page's error reporting hears of. */
  async function heardOf(calls: (upsdk: Upsdk) => void, options: UpsdkOptions = {}): Promise<unknown[]> {
    const others = process.rawListeners('unhandledRejection') as ((reason: unknown) => void)[]
    const heard: unknown[] = []
    const hear = (error: unknown) => void heard.push((error as UpsdkError).reason)
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', hear)
    calls(kit({ notify: false, ...options }))
    await pass(10)
    vi.useRealTimers()
    await new Promise((resolve) => setTimeout(resolve, 5))
    process.removeAllListeners('unhandledRejection')
    for (const listener of others) process.on('unhandledRejection', listener)
    return heard
  }

  const answers = { bioDetect: fail('95'), scanQRCode: fail('用户取消'), getHCEState: fail('1001') }

  it('is heard of by its error reporting', async () => {
    wallet({ answers })
    expect(await heardOf((upsdk) => void upsdk.bioDetect())).toEqual(['identity'])
  })

  it.each<[string, (upsdk: Upsdk) => void]>([
    ['a user who cancelled', (upsdk) => void upsdk.scanQRCode()],
    ['a failed read, which is quiet', (upsdk) => void upsdk.getHCEState()],
    ['a second tap', (upsdk) => void [upsdk.login(), upsdk.login()]],
    ['a call that the page gave up', (upsdk) => void [upsdk.login(), upsdk.destroy()]],
  ])('is not, where it is %s', async (_what, calls) => {
    wallet({ answers: { ...answers, login: silent() } })
    expect(await heardOf(calls)).toEqual([])
  })

  it('is not, where the kit is window.upsdk: old pages know of no promises', async () => {
    wallet({ answers })
    const heard = await heardOf((upsdk) => {
      window.upsdk = upsdk
      void upsdk.bioDetect()
    })
    expect(heard).toEqual([])
  })
})

describe('busy', () => {
  it('holds back a second tap with equal parameters, whatever their order; only its complete runs', async () => {
    const sim = wallet({ answers: { pay: silent() } })
    const upsdk = kit()
    upsdk.pay({ tn: '1', extra: { a: 1, b: 2 } } as { tn: string }).catch(() => {})
    const callbacks = { fail: vi.fn(), complete: vi.fn() }
    const second = upsdk.pay({ extra: { b: 2, a: 1 }, tn: '1', ...callbacks } as { tn: string })
    expect(await failureOf(second)).toMatchObject({ reason: 'busy', sent: false })
    expect(callbacks.fail).not.toHaveBeenCalled()
    expect(callbacks.complete).toHaveBeenCalledTimes(1)
    expect(sim.calls).toHaveLength(1)
  })

  it('holds back no other method, and no other parameters but of a payment', () => {
    const sim = wallet({ answers: { scanQRCode: silent(), bioDetect: silent() } })
    const upsdk = kit()
    upsdk.scanQRCode({ needResult: '1' })
    upsdk.scanQRCode({ needResult: '0' })
    upsdk.bioDetect()
    expect(sim.calls).toHaveLength(3)
  })

  it.each([
    ['pay', 5000],
    ['scanQRCode', 3000],
  ] as const)('of %s ends %i ms after sending: a lost answer makes no dead button', async (method, ms) => {
    const sim = wallet({ answers: { [method]: silent() } })
    const upsdk = kit()
    const tap = () => upsdk.call(method as 'pay', { tn: '1' }).catch(() => {})
    tap()
    await pass(ms - 1)
    tap()
    expect(sim.calls).toHaveLength(1)
    await pass(1)
    tap()
    expect(sim.calls).toHaveLength(2)
  })

  it('ends when the first settles', async () => {
    const sim = wallet()
    const upsdk = kit()
    await upsdk.pay({ tn: '1' })
    await upsdk.pay({ tn: '1' })
    expect(sim.calls).toHaveLength(2)
  })

  it('never holds back appletAuth', async () => {
    const sim = wallet()
    const upsdk = kit()
    await Promise.all([upsdk.appletAuth(), upsdk.appletAuth()])
    expect(sim.calls).toHaveLength(2)
  })

  it('holds back a second tap while the first still waits for the wallet, however long', async () => {
    wallet({ readyAfter: 7000 })
    const upsdk = kit()
    upsdk.bioDetect().catch(() => {})
    await pass(6500)
    expect(await failureOf(upsdk.bioDetect())).toMatchObject({ reason: 'busy', sent: false })
  })

  it('holds nothing back where parameters cannot be compared', async () => {
    rawUpsdk({ bioDetect() {} })
    const params: Record<string, unknown> = {}
    params.self = params
    const upsdk = kit()
    const calls = [upsdk.bioDetect(params), upsdk.bioDetect(params)]
    for (const call of calls) call.catch(() => {})
    for (const call of calls) expect(await stateOf(call)).toBe('pending')
  })

  it('is not ended by an older call that settles late', async () => {
    const answers: Answers[] = []
    rawUpsdk({ bioDetect: (a: Answers) => answers.push(a) })
    const upsdk = kit()
    upsdk.bioDetect()
    await pass(3100)
    upsdk.bioDetect().catch(() => {})
    answers[0]?.success()
    expect(await failureOf(upsdk.bioDetect())).toMatchObject({ reason: 'busy' })
    expect(answers).toHaveLength(2)
  })
})

describe('money', () => {
  it('a payment that was sent is never to be retried, and its message says to look at the order', async () => {
    wallet({ answers: { pay: fail('02') } })
    expect(await failureOf(kit({ locale: 'en' }).pay({ tn: '1' }))).toMatchObject({
      sent: true,
      retry: 'never',
      message: "Payment not confirmed yet. Check your order first. Don't pay again.",
    })
  })

  it('a cancelled payment may be retried', async () => {
    wallet({ answers: { pay: fail('01') } })
    expect(await failureOf(kit().pay({ tn: '1' }))).toMatchObject({
      reason: 'cancelled',
      sent: true,
      retry: 'now',
    })
  })

  it('a payment without tn never left the page', async () => {
    for (const generation of ['2020', 'latest'] as const) {
      wallet({ generation })
      expect(await failureOf(kit({ locale: 'en' }).pay({} as { tn: string }))).toMatchObject({
        reason: 'invalid-params',
        sent: false,
        message: 'Service unavailable. Contact support.',
      })
    }
  })

  it('a payment that was not sent says so', async () => {
    wallet({ readyAfter: 'never' })
    const call = failureOf(kit({ locale: 'en', readyTimeout: 100 }).pay({ tn: '1' }))
    await pass(100)
    expect(await call).toMatchObject({
      message: "This payment hasn't started. Try again, or reopen the page.",
    })
  })

  it('a payment that failed after sending is shown as a dialog', async () => {
    wallet({ answers: { pay: fail('x') } })
    const presenter = recorder()
    await failureOf(kit({ locale: 'en', presenter }).pay({ tn: '1' }))
    await pass(400)
    expect(presenter.dialogs).toEqual([
      "Payment not confirmed yet. Check your order first. Don't pay again. | OK",
    ])
    expect(presenter.toasts).toEqual([])
  })

  it('a payment that upsdk was too broken to be asked for has not started', async () => {
    rawUpsdk({
      pluginReady() {
        throw new Error('broken')
      },
    })
    expect(await failureOf(kit({ locale: 'en' }).pay({ tn: '1' }))).toMatchObject({
      sent: false,
      message: "This payment hasn't started. Try again, or reopen the page.",
    })
  })

  it('“订单已取消” is no cancellation by the user, and an empty failure of a payment is none', async () => {
    wallet({ answers: { pay: fail({ msg: '订单已取消' }), scanQRCode: fail() } })
    expect(await failureOf(kit().pay({ tn: '1' }))).toMatchObject({ reason: 'unknown', retry: 'never' })
    expect(await failureOf(kit().scanQRCode())).toMatchObject({ reason: 'cancelled' })
  })
})

describe('reports', () => {
  it('onCall hears of every settled call, and never of parameters or results', async () => {
    const onCall = vi.fn()
    wallet({
      readyAfter: 100,
      latency: 50,
      answers: { bioDetect: fail('94'), saveData: succeed('secret-result') },
    })
    const upsdk = kit({ onCall, notify: false })
    const calls = [upsdk.saveData({ key: 'secret', value: 'secret' }), stateOf(upsdk.bioDetect())]
    await pass(200)
    await Promise.all(calls)
    expect(onCall.mock.calls.map(([record]) => record)).toEqual([
      { version, method: 'saveData', waited: 100, took: 50, outcome: 'success', code: undefined, sent: true },
      { version, method: 'bioDetect', waited: 100, took: 50, outcome: 'identity', code: '94', sent: true },
    ])
    expect(JSON.stringify(onCall.mock.calls)).not.toContain('secret')
  })

  it('onCall hears how long a call has waited, also where that is not from the beginning', async () => {
    const onCall = vi.fn()
    wallet({ readyAfter: 1000 })
    const upsdk = kit({ onCall })
    await pass(400)
    const call = upsdk.saveData({ key: 'k', value: 'v' })
    await pass(600)
    await call
    expect(onCall.mock.calls[0]?.[0]).toMatchObject({ waited: 600, took: 0 })
  })

  it('onError hears of every failed call once, before the page’s own handlers', async () => {
    const order: string[] = []
    wallet({ answers: { bioDetect: fail('94') } })
    const upsdk = kit({ onError: (error) => order.push(error.reason) })
    await failureOf(upsdk.bioDetect({ fail: () => order.push('fail') }))
    expect(order).toEqual(['identity', 'fail'])
  })
})

describe('on a server', () => {
  it('creating is safe, and calls reject with outside-wallet', async () => {
    const { window: before } = globalThis
    vi.stubGlobal('window', undefined)
    const upsdk = createUpsdk()
    vi.stubGlobal('window', before)
    expect(await failureOf(upsdk.pay({ tn: '1' }))).toMatchObject({ reason: 'outside-wallet' })
    expect(upsdk.locale).toBe('zh-Hans')
    expect([upsdk.isInsideWallet, upsdk.checkSdkSupport, upsdk.jsApiList]).toEqual([false, false, []])
    vi.unstubAllGlobals()
  })
})

describe('called from JavaScript with what is no method', () => {
  it.each([undefined, null, 5, Symbol('x'), '', 'constructor', '__proto__', 'ready', 'config'])(
    '%s is unsupported',
    async (name) => {
      wallet()
      expect(await failureOf(kit().call(name as never))).toMatchObject({ reason: 'unsupported', sent: false })
    },
  )
})

describe('with translateFail, fail gets the user’s text in place of the wallet’s', () => {
  it.each<[string, unknown, unknown]>([
    ['in an object, whose code stays', { errcode: '94', errmsg: 'x', more: 1 }, { errcode: '94', more: 1 }],
    ['in JSON text, which becomes an object', '{"code":"94","msg":"x"}', { code: '94' }],
  ])('%s', async (_how, given, kept) => {
    rawUpsdk({ bioDetect: (answers: Answers) => answers.fail(given) })
    const failed = vi.fn()
    const upsdk = kit({ locale: 'en', translateFail: true })
    const { message } = await failureOf(upsdk.bioDetect({ fail: failed }))
    const texts = { errmsg: message, msg: message, desc: message }
    expect(failed).toHaveBeenCalledExactlyOnceWith({ ...(kept as object), ...texts })
  })

  it('in place of a text', async () => {
    rawUpsdk({ bioDetect: (answers: Answers) => answers.fail('unknown text') })
    const failed = vi.fn()
    const error = await failureOf(kit({ locale: 'en', translateFail: true }).bioDetect({ fail: failed }))
    expect(failed).toHaveBeenCalledExactlyOnceWith(error.message)
  })

  it.each([['94'], [94], [{ msg: '用户取消' }], ['{"msg":"用户取消"}']])(
    'but not in place of what old code branches on: %j',
    async (given) => {
      rawUpsdk({ bioDetect: (answers: Answers) => answers.fail(given) })
      const failed = vi.fn()
      await failureOf(kit({ locale: 'en', translateFail: true }).bioDetect({ fail: failed }))
      expect(failed).toHaveBeenCalledExactlyOnceWith(given)
    },
  )
})

describe('beforeSending', () => {
  it('gives up a call that still waits', async () => {
    const sim = wallet({ readyAfter: 100 })
    const controller = new AbortController()
    const call = failureOf(kit().bioDetect(undefined, { beforeSending: controller.signal }))
    controller.abort()
    expect(await call).toMatchObject({ reason: 'aborted', sent: false })
    await pass(1000)
    expect(sim.calls).toEqual([])
  })

  it('leaves alone a call that has been sent', async () => {
    wallet({ latency: 100 })
    const controller = new AbortController()
    const call = kit().bioDetect(undefined, { beforeSending: controller.signal })
    controller.abort()
    await pass(100)
    expect(await stateOf(call)).toBeUndefined()
  })
})

describe('a method that native may leave unanswered', () => {
  it.each([
    [500, 'timeout'],
    [1000, 'timeout'],
    [1001, undefined],
  ])('has gone well after a second, unless its limit is no longer: %i', async (timeout, reason) => {
    rawUpsdk({ openAppSetting() {} })
    const call = kit({ notify: false }).openAppSetting({}, { timeout })
    call.catch(() => {})
    await pass(1000)
    expect(await stateOf(call)).toEqual(reason && expect.objectContaining({ reason }))
  })
})

describe('a function among the parameters', () => {
  it('is handed on as it is, where upsdk takes it', async () => {
    const seen: unknown[] = []
    rawUpsdk({
      saveData({ success, ...params }: Answers) {
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

describe('a method that throws', () => {
  it('does not hold back the next tap', async () => {
    const scan = vi.fn(() => {
      throw new Error('broken')
    })
    rawUpsdk({ scanQRCode: scan })
    const upsdk = kit({ notify: false })
    await failureOf(upsdk.scanQRCode())
    expect(await failureOf(upsdk.scanQRCode())).toMatchObject({ reason: 'system' })
    expect(scan).toHaveBeenCalledTimes(2)
  })
})

describe('isCancelled', () => {
  const UNPAID = { code: 'X1', msg: 'closed' }
  const paying = (failure: unknown, isCancelled: (error: UpsdkError) => boolean) => {
    rawUpsdk({ pay: (answers: Answers) => answers.fail(failure) })
    const presenter = recorder()
    return { presenter, upsdk: kit({ locale: 'en', presenter, isCancelled }) }
  }

  it('says of more sent payments that the user cancelled them: such a one may be made again, and is not shown', async () => {
    const { upsdk, presenter } = paying(UNPAID, ({ code, sent }) => code === 'X1' && sent)
    const error = await failureOf(upsdk.pay({ tn: '1' }))
    expect(error).toMatchObject({ reason: 'cancelled', retry: 'now', sent: true, raw: UNPAID })
    await pass(1000)
    expect([presenter.toasts, presenter.dialogs]).toEqual([[], []])
  })

  it.each<[string, () => boolean]>([
    ['says no', () => false],
    ['says nothing', () => undefined as unknown as boolean],
    [
      'throws',
      () => {
        throw new Error('of the page')
      },
    ],
  ])('that %s leaves it unconfirmed', async (_what, isCancelled) => {
    const error = await failureOf(paying(UNPAID, isCancelled).upsdk.pay({ tn: '1' }))
    expect(error).toMatchObject({ reason: 'unknown', retry: 'never' })
  })

  it('is not asked about what is cancelled already, was not sent, is no payment, or is the page’s own server', async () => {
    const isCancelled = vi.fn(() => true)
    const { upsdk } = paying({ msg: '用户取消' }, isCancelled)
    expect(await failureOf(upsdk.pay({ tn: '1' }))).toMatchObject({ reason: 'cancelled' })
    rawUpsdk({ bioDetect: (answers: Answers) => answers.fail(UNPAID), pluginReady() {} })
    const waiting = failureOf(kit({ isCancelled, readyTimeout: 100, notify: false }).pay({ tn: '1' }))
    await pass(100)
    expect(await waiting).toMatchObject({ reason: 'ready-timeout' })
    rawUpsdk({ bioDetect: (answers: Answers) => answers.fail(UNPAID) })
    const other = kit({ isCancelled, notify: false })
    expect(await failureOf(other.bioDetect())).toMatchObject({ reason: 'unknown' })
    expect(other.explain(UNPAID, { payment: true })).toMatchObject({ reason: 'unknown' })
    expect(isCancelled).not.toHaveBeenCalled()
  })
})
