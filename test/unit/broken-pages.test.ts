/** A page that breaks built-ins may make a call fail, but the call neither hangs nor throws synchronously. */
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { explain, UpsdkError } from '../../src/index'
import { fail, silent } from '../../wallet/simulator'
import {
  failureOf,
  give,
  ignore,
  kit,
  pass,
  type RawAnswers,
  rawUpsdk,
  recorder,
  stateOf,
  UNCONFIRMED,
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

/** `Array.from` of the libraries, which takes neither iterators nor Sets. */
function fromOfMooTools(item?: { length?: number } | null): unknown {
  if (item === null || item === undefined) return []
  return typeof item.length === 'number' && typeof item !== 'string'
    ? Array.prototype.slice.call(item)
    : [item]
}

function fromOfPrototype(item?: { length?: number } | null): unknown {
  return item ? Array.prototype.slice.call({ ...item, length: item.length || 0 }) : []
}

/** Runs it while `Array.from` is a library's. */
async function withArrayFrom<T>(from: unknown, run: () => T | Promise<T>): Promise<T> {
  const own = Array.from
  Array.from = from as typeof Array.from
  try {
    return await run()
  } finally {
    Array.from = own
  }
}

describe('a call always settles', () => {
  it('if translateFail copies a failure whose getter throws', async () => {
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

  it.each([[{}], [5], [[1]], [null]])('if navigator.languages is %j', async (languages) => {
    wallet({ answers: { bioDetect: fail('94') } })
    give(navigator, 'languages', languages)
    const presenter = recorder()
    const call = kit({ presenter, userAgent: '(com.unionpay.chsp) (cordova 4.5.4)' }).bioDetect()
    ignore(call)
    await pass(1000)
    expect(await stateOf(call)).toMatchObject({ reason: 'identity', code: '94' })
    expect(presenter.dialogs).toHaveLength(1)
  })

  it('if the parameters are a revoked Proxy', async () => {
    wallet()
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(await failureOf(kit({ notify: false }).scanQRCode(proxy))).toMatchObject({
      reason: 'invalid-params',
      sent: false,
    })
  })

  it('if the handler of an event cannot be read', async () => {
    wallet()
    const params = throwing('handler') as { title: string }
    const call = kit({ notify: false }).setNavigationBarRightButton(params)
    expect(await failureOf(call)).toMatchObject({ name: 'UpsdkError', sent: false })
  })

  it('if the method has no name', async () => {
    wallet()
    const call = kit({ notify: false }).call(Object.create(null))
    expect(await failureOf(call)).toMatchObject({ reason: 'unsupported', sent: false })
  })

  it('if the page has broken addEventListener of its document', async () => {
    const sim = wallet({ readyAfter: 100 })
    const upsdk = kit({ notify: false })
    const broken = vi.spyOn(document, 'addEventListener').mockImplementation(() => {
      throw new Error('broken')
    })
    onTestFinished(() => broken.mockRestore())
    const call = failureOf(upsdk.pay({ tn: '1' }))
    await pass(1)
    expect(await stateOf(call)).toMatchObject({ reason: 'system', sent: false })
    broken.mockRestore()
    await pass(100)
    // This payment holds back no other, and is not sent later.
    await upsdk.pay({ tn: '2' })
    expect(sim.calls.map(({ params }) => params)).toEqual([expect.objectContaining({ tn: '2' })])
  })

  it('if window.upsdk cannot be read', async () => {
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

describe('a property that a page puts on Object.prototype', () => {
  const NAMES = ['success', 'fail', 'cancel', 'complete'] as const
  afterEach(() => {
    for (const name of NAMES) Reflect.deleteProperty(Object.prototype, name)
  })

  it.each(NAMES)(
    'named `%s` is not taken for a callback of a payment: the kit shows its message',
    async (name) => {
      wallet({ answers: { pay: fail('02') } })
      const presenter = recorder()
      const upsdk = kit({ locale: 'en', presenter })
      const inherited = vi.fn()
      Object.defineProperty(Object.prototype, name, { configurable: true, writable: true, value: inherited })
      const payment = stateOf(upsdk.pay({ tn: '1' }))
      await pass(1000)
      await payment
      expect(presenter.dialogs).toEqual([expect.stringContaining(UNCONFIRMED)])
      expect(inherited).not.toHaveBeenCalled()
    },
  )

  it('named `success` swallows no answer', async () => {
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

describe('a page whose Object.prototype has an accessor', () => {
  /** An accessor that neither keeps nor gives a value. */
  const withAccessor = (name: string) => {
    Object.defineProperty(Object.prototype, name, { configurable: true, get: () => undefined, set() {} })
    onTestFinished(() => void Reflect.deleteProperty(Object.prototype, name))
  }

  it.each(['success', 'fail'] as const)('named `%s` gets the answer of native', async (how) => {
    rawUpsdk({
      getUserLogoutDate: (answers: RawAnswers) => void setTimeout(() => answers[how]({ errcode: '94' }), 10),
    })
    const upsdk = kit({ notify: false })
    await upsdk.ready()
    withAccessor(how)
    const call = upsdk.getUserLogoutDate()
    ignore(call)
    Reflect.deleteProperty(Object.prototype, how)
    await pass(100)
    expect(await stateOf(call)).toMatchObject(how === 'fail' ? { code: '94' } : { errcode: '94' })
  })

  it('named `tn` does not keep a payment from being sent with its transaction number', async () => {
    const sim = wallet()
    const upsdk = kit({ notify: false })
    await upsdk.ready()
    withAccessor('tn')
    ignore(upsdk.pay({ tn: '1' }))
    await pass(10)
    Reflect.deleteProperty(Object.prototype, 'tn')
    expect(sim.calls).toHaveLength(1)
  })
})

it('a page whose Object.prototype has `get` gets a kit that makes calls', async () => {
  wallet()
  const polluted = Object.prototype as { get?: unknown }
  let make = () => kit({ notify: false })
  polluted.get = () => 'x'
  try {
    const made = make()
    make = () => made
  } finally {
    delete polluted.get
  }
  expect(await stateOf(make().getUserLogoutDate())).not.toBeInstanceOf(Error)
})

it('a page whose Object.prototype has `get` still gets the error of a failed call', async () => {
  const raw = rawUpsdk({ bioDetect: ({ fail: answer }: RawAnswers) => answer('94') })
  const upsdk = kit({ notify: false })
  await upsdk.ready()
  expect(raw).toBe(window.upsdk)
  const polluted = Object.prototype as { get?: unknown }
  polluted.get = () => 'x'
  let code: unknown
  try {
    upsdk.bioDetect().catch((error) => {
      code = error.code
    })
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
  } finally {
    delete polluted.get
  }
  expect(code).toBe('94')
})

describe('a payment goes through', () => {
  it.each<[string, () => object]>([
    ['a frozen cordova', () => Object.freeze({ callbackStatus: { OK: 1 }, errorRetStatus: 3 })],
    [
      'an errorRetStatus that throws',
      () => ({
        callbackStatus: { OK: 1 },
        set errorRetStatus(_value: unknown) {
          throw new Error('page')
        },
      }),
    ],
  ])('%s, and the c02 of cordova’s status is not taken for the payment’s own', async (_what, cordova) => {
    const C02 = { errcode: 'c02', errmsg: 'ILLEGAL_ACCESS_EXCEPTION: 无权限访问此插件！' }
    rawUpsdk({ pay: ({ fail: answer }: RawAnswers) => void setTimeout(answer, 10, C02) })
    give(window, 'cordova', cordova())
    const call = kit({ notify: false }).pay({ tn: '1' })
    ignore(call)
    await pass(100)
    expect(await stateOf(call)).toMatchObject({ code: 'c02', sent: true, retry: 'never' })
  })
})

it('a page that replaces performance.now with a constant does not end a hold early', async () => {
  const sim = wallet({ answers: { pay: silent() } })
  const upsdk = kit({ notify: false })
  await upsdk.ready()
  const stopped = vi.spyOn(performance, 'now').mockReturnValue(5)
  onTestFinished(() => stopped.mockRestore())
  ignore(upsdk.pay({ tn: '1' }))
  await pass(6000)
  ignore(upsdk.pay({ tn: '2' }))
  await pass(10)
  expect(sim.calls).toHaveLength(2)
})

describe('on a page with MooTools 1.5', () => {
  it.each([
    ['a code', fail('94')],
    ['a code that nobody knows', fail({ errcode: 'x99' })],
    ['a text', fail({ msg: 'x' })],
    ['nothing', fail()],
  ])('a call that fails with %s settles', async (_what, answer) => {
    wallet({ answers: { bioDetect: answer } })
    const call = () => stateOf(kit({ notify: false }).bioDetect())
    expect(await withArrayFrom(fromOfMooTools, call)).toBeInstanceOf(UpsdkError)
  })

  it('a call outside the wallet settles', async () => {
    wallet({ insideWallet: false })
    const call = () => stateOf(kit({ notify: false }).bioDetect())
    expect(await withArrayFrom(fromOfMooTools, call)).toMatchObject({ reason: 'outside-wallet' })
  })

  it('a code gets its message', async () => {
    const explain = () => kit({ locale: 'en' }).explain('94')
    expect(await withArrayFrom(fromOfMooTools, explain)).toMatchObject({
      reason: 'identity',
      message: 'Face not verified. Try again tomorrow.',
    })
  })
})

describe.each([
  ['MooTools 1.5', fromOfMooTools],
  ['Prototype 1.7', fromOfPrototype],
])('on a page with %s', (_name, from) => {
  it('a handler of an event is called', async () => {
    const sim = wallet()
    const heard = vi.fn()
    await withArrayFrom(from, async () => {
      kit().on('compassChange', heard)
      await stateOf(Promise.resolve())
      sim.fire('compassChange', { angle: 1 })
    })
    expect(heard.mock.calls).toEqual([[{ angle: 1 }]])
  })

  it('the kit finds the locale', async () => {
    wallet({ language: 'en_US' })
    const locales = () => [kit().locale, kit({ locale: 'zh-HK' }).locale]
    expect(await withArrayFrom(from, locales)).toEqual(['en', 'zh-Hant'])
  })
})

describe('a getter of raw upsdk that throws', () => {
  const hostile = (name: string) => {
    const raw = rawUpsdk({ scanQRCode: ({ success }: RawAnswers) => success('scanned') })
    Object.defineProperty(raw, name, {
      enumerable: true,
      get() {
        throw new Error('hostile')
      },
    })
  }

  it.each(['pay', 'pluginReady'])('makes a call of %s settle unsent', async (name) => {
    hostile(name)
    const outcome = await stateOf(kit({ notify: false }).pay({ tn: '1' }))
    expect(outcome).toMatchObject({ name: 'UpsdkError', sent: false })
  })

  it('makes a call with a misspelt name unsupported', async () => {
    hostile('vibrate')
    expect(await stateOf(kit().call('scanQrcode' as 'scanQRCode'))).toMatchObject({
      reason: 'unsupported',
      sent: false,
    })
  })
})

describe('an error text of a page’s own backend', () => {
  it('is shown without control characters, and cut after 200', () => {
    const presenter = recorder()
    const text = `\u202e卡号\u0000错\u200f误\n${'字'.repeat(300)}`
    const upsdk = kit({ presenter, serverMessage: () => text })
    upsdk.notify({ resp: 'QZ12', msg: '' })
    const shown = presenter.toasts[0] || ''
    expect(shown.length).toBe(200)
    expect(shown.startsWith('卡号错误 字')).toBe(true)
  })
})

describe('a property of Object.prototype', () => {
  const withPolluted = <T>(name: string, run: () => T): T => {
    give(Object.prototype, name, '94')
    try {
      return run()
    } finally {
      Reflect.deleteProperty(Object.prototype, name)
    }
  }

  it('named code adds no code to a failure without one', () => {
    const clean = explain({})
    expect(withPolluted('code', () => explain({}))).toEqual(clean)
  })

  it.each(['{"desc":"x"}', '失败', { message: '失败' }, { status: 500 }, { ok: false, statusText: 'x' }])(
    'adds no code and no reason to what a page’s backend answers: %j',
    (answer) => {
      const clean = explain(answer)
      for (const name of ['code', 'reason', 'hint', 'text', 'resp', 'description'])
        expect(
          withPolluted(name, () => explain(answer)),
          name,
        ).toEqual(clean)
    },
  )

  it.each(['reason', 'hint', 'cause'])('named %s does not change an explained success', (name) => {
    const clean = explain({ resp: '00' })
    expect(withPolluted(name, () => explain({ resp: '00' }))).toEqual(clean)
  })

  it('named code that cannot be set does not hide a failure', async () => {
    wallet({ insideWallet: false })
    Object.defineProperty(Object.prototype, 'code', { configurable: true, get: () => undefined })
    const failed = stateOf(kit({ presenter: recorder() }).getSystemInfo())
    const state = await failed.finally(() => Reflect.deleteProperty(Object.prototype, 'code'))
    expect(state).toMatchObject({ reason: 'outside-wallet' })
  })
})

it('a fallback part that throws rejects its call', async () => {
  wallet({ insideWallet: false })
  const broken = {
    find() {
      throw new Error('page')
    },
  }
  const upsdk = kit({ presenter: recorder(), fallbacks: broken as never })
  expect(() => ignore(upsdk.scanQRCode())).not.toThrow()
})

it('a payment that may have been made is shown, even if the page has broken navigator.userActivation', async () => {
  wallet({ answers: { pay: fail('02') } })
  const presenter = recorder()
  const upsdk = kit({ presenter })
  await upsdk.ready()
  give(navigator, 'userActivation', undefined)
  Object.defineProperty(navigator, 'userActivation', {
    configurable: true,
    get() {
      throw new Error('page')
    },
  })
  ignore(upsdk.pay({ tn: '1' }))
  await pass(2000)
  expect(presenter.dialogs).toHaveLength(1)
})
