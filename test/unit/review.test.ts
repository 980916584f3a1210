/** Promises that an outside review found broken. Each test failed before its fault was fixed. */
import { describe, expect, it, vi } from 'vitest'
import { Refusal } from '../../src/fallbacks'
import { createUpsdk, type Upsdk } from '../../src/index'
import { fail, silent } from '../../src/simulator'
import {
  failureOf,
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

it('calls that are refused together each get an error of their own, beside one that has a fallback', async () => {
  wallet({ readyAfter: 'never' })
  const upsdk = kit({ notify: false, fallbacks: { scanQRCode: async () => 'text' } })
  const calls = [upsdk.scanQRCode(), upsdk.pay({ tn: '1' }), upsdk.bioDetect()].map(failureOf)
  upsdk.destroy()
  const methods = (await Promise.all(calls)).map(({ method }) => method)
  expect(methods).toEqual(['scanQRCode', 'pay', 'bioDetect'])
  expect((await failureOf(upsdk.appletAuth())).method).toBe('appletAuth')
})

it('a signal of the page’s that throws keeps no payment from being sent, nor those after it', async () => {
  const sim = wallet()
  const upsdk = kit()
  const signal = {
    aborted: false,
    addEventListener() {
      throw new Error('not here')
    },
    removeEventListener() {},
  }
  const call = upsdk.pay({ tn: '1' }, { signal })
  await expect(pass(1)).rejects.toThrow('not here')
  await call
  await upsdk.pay({ tn: '2' })
  expect(sim.calls).toHaveLength(2)
})

it('where native stays silent no callback runs, and where it answers late they do', async () => {
  const answers: RawAnswers[] = []
  rawUpsdk({ openApplet: (given: RawAnswers) => void answers.push(given) })
  const heard: unknown[] = []
  const callbacks = {
    success: (value: unknown) => heard.push(['success', value]),
    fail: (raw: unknown) => heard.push(['fail', raw]),
    complete: () => heard.push('complete'),
  }
  const upsdk = kit()
  const calls = [1, 2].map((appId) => upsdk.openApplet({ appId: String(appId), ...callbacks }))
  await pass(1500)
  await Promise.all(calls)
  expect(heard).toEqual([])
  answers[0]?.success('late')
  await pass(1)
  answers[1]?.fail('101')
  await pass(1)
  expect(heard).toEqual([['success', 'late'], 'complete', ['fail', '101'], 'complete'])
})

describe('the user agent of a request', () => {
  const userAgent = 'Android (com.unionpay.chsp) (cordova 4.5.4) (language en_US)'
  it.each(['server', 'browser'])(
    'is for environment and locale only: on a %s calls are outside',
    async (where) => {
      if (where === 'server') vi.stubGlobal('window', undefined)
      const upsdk = createUpsdk({ userAgent, notify: false })
      const outcome = await stateOf(upsdk.appletAuth())
      const { locale, environment } = upsdk
      vi.unstubAllGlobals()
      expect(outcome).toMatchObject({ reason: 'outside-wallet', sent: false })
      expect([locale, environment.insideWallet, environment.platform]).toEqual(['en', true, 'android'])
    },
  )
})

it('nothing is shown once the page has begun to leave, also where that was before the failure', async () => {
  wallet({ answers: { bioDetect: fail('95') }, latency: 10 })
  const presenter = recorder()
  const upsdk = kit({ presenter })
  const calls = [failureOf(upsdk.bioDetect())]
  await pass(20)
  calls.push(failureOf(upsdk.bioDetect()))
  window.dispatchEvent(new Event('pagehide'))
  await pass(1000)
  await Promise.all(calls)
  expect(presenter.toasts).toEqual([])
  window.dispatchEvent(new Event('pageshow'))
})

it('a button for a bare code is that of the common code, also where the call itself brings it', async () => {
  wallet({ answers: { addCommonApp: fail('99'), verifyPayPwd: fail('99') } })
  const presenter = recorder()
  const actions = { 99: { label: 'Verify now', run() {} } }
  const upsdk = kit({ presenter, locale: 'en' })
  await failureOf(upsdk.addCommonApp({ url: '/' }, { actions }))
  await pass(500)
  expect(presenter.dialogs).toEqual([])
  await failureOf(upsdk.verifyPayPwd({ transNo: '1', bizType: '1' }, { actions }))
  await pass(500)
  expect(presenter.dialogs.join()).toContain('Verify now')
})

it('an async isCancelled takes no payment for cancelled', async () => {
  wallet({ answers: { pay: fail('支付失败') } })
  const isCancelled = (async () => false) as unknown as () => boolean
  expect(await failureOf(kit({ isCancelled }).pay({ tn: '1' }))).toMatchObject({
    reason: 'unknown',
    retry: 'never',
  })
})

it('error() without a function is heeded as little as upsdk heeds it', async () => {
  wallet({ answers: { config: fail({ msg: 'refused' }) } })
  const upsdk = kit()
  upsdk.error(undefined as never)
  const heard = vi.fn()
  upsdk.error(heard)
  void upsdk.config({ appId: '1', nonceStr: '1', timestamp: '1', signature: '1' })
  await pass(100)
  expect(heard).toHaveBeenCalledTimes(1)
})

it('takes an assignment to a live value too, as a test makes it', () => {
  wallet()
  const upsdk = kit() as unknown as Record<string, unknown>
  upsdk.isInsideWallet = false
  upsdk.jsApiList = ['pay']
  expect([upsdk.isInsideWallet, upsdk.jsApiList]).toEqual([false, ['pay']])
})

it('as window.upsdk can be listed after a property was defined on it', async () => {
  wallet()
  const upsdk = kit()
  window.upsdk = upsdk
  await upsdk.ready()
  Object.defineProperty(upsdk, 'flag', { value: 1 })
  expect((upsdk as unknown as { flag: number }).flag).toBe(1)
  expect(Object.keys(upsdk)).toContain('pay')
  expect({ ...upsdk }).toHaveProperty('pay')
})

it('an inspector keeps no timer for a payment that native has answered', async () => {
  wallet({ latency: 100 })
  const types: string[] = []
  const upsdk = kit({ inspector: { step: ({ type }) => void types.push(type) } })
  const call = upsdk.pay({ tn: '1' })
  await pass(1500)
  await call
  expect(types).toEqual(['called', 'sent', 'answered', 'settled'])
  expect(vi.getTimerCount()).toBe(0)
})

it('a handler of on is registered although a direct registration, open when it came, fails', async () => {
  const registrations: RawAnswers[] = []
  rawUpsdk({ registerBluetoothDeviceFound: (given: RawAnswers) => void registrations.push(given) })
  const upsdk = kit()
  void upsdk.registerBluetoothDeviceFound({ callback() {} })
  upsdk.on('BluetoothDeviceFound', () => {})
  await pass(1)
  expect(registrations).toHaveLength(1)
  registrations[0]?.fail({ code: '1' })
  await pass(1)
  expect(registrations).toHaveLength(2)
})

describe('as window.upsdk', () => {
  it('what old code deletes is gone', async () => {
    wallet()
    const upsdk = kit() as unknown as Record<string, unknown> & Upsdk
    window.upsdk = upsdk
    await upsdk.ready()
    upsdk.flag = 1
    delete upsdk.flag
    expect(['flag' in upsdk, upsdk.flag]).toEqual([false, undefined])
  })

  it('every method that the file lacks reads as undefined, getNFCAdapter too', async () => {
    wallet({ generation: '2021' })
    const upsdk = kit()
    window.upsdk = upsdk
    await upsdk.ready()
    expect([upsdk.getNFCAdapter, upsdk.getSystemInfo]).toEqual([undefined, undefined])
  })
})

it('notify does not show what another copy of the kit has shown', async () => {
  wallet({ answers: { bioDetect: fail('95') } })
  const error = await failureOf(kit({ presenter: recorder() }).bioDetect())
  await pass(500)
  expect(error.presented).toBe(true)
  vi.resetModules()
  const copy = await import('../../src/index')
  const presenter = recorder()
  copy.createUpsdk({ presenter }).notify(error)
  expect(presenter.toasts).toEqual([])
})

it('a payment that isCancelled takes for cancelled keeps the code that the wallet gave', async () => {
  wallet({ answers: { pay: fail({ msg: '{"errcode":"77","errmsg":"x"}' }) } })
  const upsdk = kit({ isCancelled: ({ code }) => code === '77' })
  expect(await failureOf(upsdk.pay({ tn: '1' }))).toMatchObject({
    reason: 'cancelled',
    code: '77',
    retry: 'now',
    message: upsdk.explain({ errmsg: '用户取消' }, { method: 'scanQRCode' }).message,
  })
})

it('call() rejects with what a function of the page’s in a method’s place throws', async () => {
  wallet()
  const upsdk = kit()
  upsdk.pay = () => {
    throw new RangeError('mock')
  }
  await expect(upsdk.call('pay', { tn: '1' })).rejects.toThrow(RangeError)
})

it('a toast may stay as long as the page says, Infinity included', async () => {
  kit({ toastDuration: () => Infinity }).toast('text')
  await pass(60_000)
  expect(document.querySelectorAll('[data-upsdk-kit=toast]')).toHaveLength(1)
})

it('fail gets the user’s text where a fallback fails after native did', async () => {
  wallet({ answers: { scanQRCode: fail('c03') } })
  const heard = vi.fn()
  const scanQRCode = () => Promise.reject(new Refusal('permission'))
  const error = await failureOf(kit({ fallbacks: { scanQRCode } }).scanQRCode({ fail: heard }))
  const { message } = error
  expect(heard.mock.calls).toEqual([
    [{ errcode: 'permission', errmsg: message, code: 'permission', msg: message }],
  ])
})

it('in a wallet that only upsdk knows, a page’s callback that throws keeps no call from being sent', async () => {
  wallet({ insideWallet: false }).uninstall()
  const upsdk = kit()
  const registered: (() => void)[] = []
  window.upsdk = {
    isInsideWallet: true,
    pluginReady: (callback: () => void) => registered.push(callback),
    appletAuth: ({ success }: RawAnswers) => success({ code: '1' }),
  }
  try {
    const call = upsdk.appletAuth()
    // upsdk's loop has ended at another callback.
    window.dispatchEvent(Object.defineProperty(new Event('error'), 'target', { value: window }))
    registered[1]?.()
    expect(await call).toEqual({ code: '1' })
  } finally {
    delete window.upsdk
  }
})

it('preventDefault() in the function given as notify keeps the kit quiet', async () => {
  wallet({ answers: { bioDetect: fail('95') } })
  const presenter = recorder()
  await failureOf(kit({ presenter, notify: (error) => error.preventDefault() }).bioDetect())
  await pass(500)
  expect(presenter.toasts).toEqual([])
})

// The kit's function for a name runs whatever stands on the raw object, and that is the page's own by then: a payment
// is busy with itself, any other call never ends. Functions of the page's would have to be told from upsdk's: what is
// called with the callbacks of an open call is that call, and goes to what stood there before.
it.fails('as window.upsdk it lets old code put a function of its own around a method, by assignment', async () => {
  const sim = wallet()
  const upsdk = kit()
  window.upsdk = upsdk
  await upsdk.ready()
  const { pay } = upsdk
  upsdk.pay = (params) => pay(params)
  await stateOf(upsdk.pay({ tn: '1' }))
  expect(sim.calls).toHaveLength(1)
})

// The record that kits share tells until when a payment holds, not whose it is.
it.fails('a payment that is sent afresh ends the earlier one of another kit too', async () => {
  wallet({ answers: { pay: silent() } })
  const first = kit().pay({ tn: '1' })
  await pass(5500)
  kit()
    .pay({ tn: '2' })
    .catch(() => {})
  await pass(1)
  expect(await stateOf(first)).toMatchObject({ reason: 'timeout', sent: true })
})

it('fail and complete are called also where the parameters cannot be read', async () => {
  wallet()
  const [fail, complete] = [vi.fn(), vi.fn()]
  const params = {
    get needResult(): '0' {
      throw new RangeError('not now')
    },
    fail,
    complete,
  }
  await failureOf(kit().scanQRCode(params))
  expect([fail.mock.calls.length, complete.mock.calls.length]).toEqual([1, 1])
})

// The events hear of a method when it is called, not when it is sent.
it.fails('a cancel of an event that is given up before it is sent leaves the handler', async () => {
  const sim = wallet()
  const upsdk = kit()
  const heard = vi.fn()
  void upsdk.call('onCompassChange', { callback: heard })
  await pass(1)
  const controller = new AbortController()
  controller.abort()
  await stateOf(upsdk.call('offCompassChange', {}, { signal: controller.signal }))
  sim.fire('compassChange', { direction: 1 })
  expect(heard).toHaveBeenCalledTimes(1)
})

// `destroy` cancels what `on` has asked for by a call of its own, which it then gives up.
it.fails('destroy tells onError of no call that the page has not made', async () => {
  wallet({ readyAfter: 'never' })
  const methods: unknown[] = []
  const upsdk = kit({ onError: ({ method }) => methods.push(method) })
  upsdk.on('compassChange', () => {})
  upsdk.destroy()
  await pass(1)
  expect(methods).toEqual(['onCompassChange'])
})

it('a toast that the page took away is not on screen: its message is shown again', async () => {
  const upsdk = kit()
  upsdk.notify('95')
  document.querySelector('[data-upsdk-kit=toast]')?.remove()
  upsdk.notify('95')
  expect(document.querySelectorAll('[data-upsdk-kit=toast]')).toHaveLength(1)
})
