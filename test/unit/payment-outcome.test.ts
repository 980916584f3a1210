/** A page and its user learn of a failed payment whether native has it, and never to pay again before looking. */
import { describe, expect, it, vi } from 'vitest'
import { WALLET_KEYS } from '../../src/failure/read'
import type { Upsdk } from '../../src/index'
import { en } from '../../src/texts/en'
import { fail, silent } from '../../wallet/simulator'
import { kitWhere, SENT } from '../support/payments'
import {
  failureOf,
  give,
  ignore,
  kit,
  methodsOf,
  pass,
  type RawAnswers,
  rawMethods,
  rawUpsdk,
  recorder,
  SIGNED,
  UNCONFIRMED,
  useWallets,
  wallet,
} from '../support/wallet'

useWallets()

const C02 = 'ILLEGAL_ACCESS_EXCEPTION: 无权限访问此插件！'
const C03 = 'INVALID_ACTION_EXCEPTION: 插件里面没有此方法！'
const C04 = 'CLASS_NOT_FOUND_EXCEPTION: 此插件没有实现！'
const C05 = 'config执行成功以后才能调用插件方法'

describe.each(['pay', 'qrPay'] as const)(
  '%s that native got is unconfirmed, whatever code its answer has:',
  (method) => {
    it.each<[unknown]>([
      ['支付处理中，请勿重复支付[c05]'],
      ['支付处理中，请勿重复支付[C99]'],
      ['支付处理中，请勿重复支付[C101]'],
      ['支付处理中，请勿重复支付[c02]'],
      ['c05'],
      ['c02'],
      [{ errcode: 'C99', errmsg: '处理中' }],
      [{ errcode: 'c02', errmsg: '处理中' }],
      [{ msg: C02, desc: '支付处理中' }],
      [{ msg: C02, errmsg: C04 }],
      [{ errcode: 'c02', errmsg: C04 }],
      [{ msg: JSON.stringify({ errcode: 'c05', errmsg: '支付处理中' }) }],
      [{ msg: C03 }],
    ])('%j', async (raw) => {
      const error = await failureOf(kitWhere(raw).call(method, { tn: '1' } as never))
      expect(error).toMatchObject(SENT)
    })
  },
)

describe('a payment that was sent never has a reason that denies it:', () => {
  const mine = {
    X1: { reason: 'sdk-missing', source: 'server' },
    X2: { reason: 'ready-timeout', source: 'server' },
    X3: { reason: 'busy', source: 'server' },
  } as const

  it.each<[unknown, string]>([
    ['支付处理中[c05]', 'c05'],
    [{ errcode: 'C99', errmsg: '处理中' }, 'c99'],
    ['支付处理中[c101]', 'c101'],
    [{ errcode: 'c00', errmsg: '处理中' }, 'c00'],
    [{ errcode: 'c01', errmsg: '处理中' }, 'c01'],
    [{ errcode: '__ENV__10001', errmsg: '处理中' }, '__ENV__10001'],
    [{ errcode: '__ENV__10002', errmsg: '处理中' }, '__ENV__10002'],
    [{ errcode: 'X1', errmsg: '处理中' }, 'X1'],
    [{ errcode: 'X2', errmsg: '处理中' }, 'X2'],
    [{ errcode: 'X3', errmsg: '处理中' }, 'X3'],
  ])('native’s answer %j is unknown, with its code %s', async (raw, code) => {
    rawUpsdk({ pay: ({ fail }: RawAnswers) => fail(raw) })
    const upsdk = kit({ locale: 'en', notify: false, catalogues: [mine] })
    expect(await failureOf(upsdk.pay({ tn: '1' }))).toMatchObject({ ...SENT, reason: 'unknown', code })
  })

  it.each([TypeError, Error])('it is unknown if upsdk threw a %o', async (Thrown) => {
    rawUpsdk({
      pay() {
        throw new Thrown('broken')
      },
    })
    const outcome = failureOf(kit({ locale: 'en', notify: false }).pay({ tn: '1' }))
    expect(await outcome).toMatchObject({ ...SENT, reason: 'unknown' })
  })

  it('it is unknown after a refused config too', async () => {
    const sim = wallet({ answers: { config: fail({ errmsg: 'refused' }) } })
    const upsdk = kit({ locale: 'en', notify: false })
    await failureOf(upsdk.config(SIGNED))
    rawMethods().pay = ({ fail }) => fail({ errcode: 'c05', errmsg: '支付处理中' })
    expect(await failureOf(upsdk.pay({ tn: '1' }))).toMatchObject({ ...SENT, reason: 'unknown', code: 'c05' })
    expect(methodsOf(sim)).toEqual(['config'])
  })

  it('a failure of the page’s own payment endpoint is unknown, with its code', () => {
    const upsdk = kit({ locale: 'en', notify: false })
    const error = upsdk.notify({ resp: 'c05', msg: 'x' }, { payment: true })
    expect(error).toMatchObject({ ...SENT, reason: 'unknown', code: 'c05' })
  })

  it.each([
    [{ msg: C03 }, 'unsupported', 'c03'],
    [{ errcode: 'c02', errmsg: '处理中' }, 'forbidden', 'c02'],
  ])('but %j keeps its reason, which says nothing about the sending', async (raw, reason, code) => {
    expect(await failureOf(kitWhere(raw).pay({ tn: '1' }))).toMatchObject({ ...SENT, reason, code })
  })

  it('a payment that the page aborts after sending is aborted and sent', async () => {
    wallet({ answers: { pay: silent() } })
    const upsdk = kit({ locale: 'en', notify: false })
    const outcome = failureOf(upsdk.pay({ tn: '1' }))
    await pass(10)
    upsdk.destroy()
    expect(await outcome).toMatchObject({ sent: true, reason: 'aborted' })
  })
})

describe('a payment refused before any plug-in ran was not sent, and says why:', () => {
  it.each<[unknown, object]>([
    [
      { msg: C02 },
      { reason: 'forbidden', code: 'c02', message: en.messages['payment-forbidden'], retry: 'later' },
    ],
    [
      { errcode: 'c02', errmsg: C02 },
      { reason: 'forbidden', code: 'c02' },
    ],
    [{ msg: C04 }, { reason: 'unsupported', code: 'c04', retry: 'never' }],
    [{ msg: C05 }, { reason: 'not-ready', code: 'c05', message: en.messages['not-ready'] }],
    [{ msg: 'pay调用方法缺少参数tn' }, { reason: 'invalid-params' }],
  ])('%j', async (raw, expected) => {
    const error = await failureOf(kitWhere(raw).pay({ tn: '1' }))
    expect(error).toMatchObject({ sent: false, ...expected })
    expect(error.message).not.toBe(UNCONFIRMED)
  })

  it('and may have been sent if the answer took more than a second', async () => {
    const outcome = failureOf(kitWhere({ msg: C02 }, 1200).pay({ tn: '1' }))
    await pass(2000)
    expect(await outcome).toMatchObject({ ...SENT, reason: 'forbidden' })
  })

  it.each([
    ['before it', 0, 100],
    ['after it', 100, 0],
  ])('even if an unanswered call was made %s', async (_when, pause, before) => {
    const upsdk = kitWhere({ msg: C02 }, 500)
    const open = () => ignore(upsdk.scanQRCode())
    if (before) open()
    await pass(before)
    const outcome = failureOf(upsdk.pay({ tn: '1' }))
    await pass(pause)
    if (!before) open()
    await pass(500)
    expect(await outcome).toMatchObject({ sent: false, reason: 'forbidden' })
  })

  describe('but counts as sent if native answered another call while it was open:', () => {
    const copyOfKit = async () => {
      vi.resetModules()
      return (await import('../../src/index')).createUpsdk({ notify: false })
    }

    it.each(
      [
        ['of the same kit', (same: Upsdk) => same],
        ['of another kit', () => kit({ notify: false })],
        ['of another copy of the kit', copyOfKit],
      ].flatMap(([whose, other]) =>
        (['success', 'fail'] as const).map((how) => [whose, how, other] as const),
      ),
    )('%s, with %s', async (_whose, how, other) => {
      const told: RawAnswers[] = []
      rawUpsdk({
        pay: ({ fail }: RawAnswers) => void setTimeout(() => fail({ msg: C02 }), 500),
        scanQRCode: (answers: RawAnswers) => void told.push(answers),
      })
      const upsdk = kit({ locale: 'en', notify: false })
      ignore((await (other as (same: Upsdk) => Upsdk | Promise<Upsdk>)(upsdk)).scanQRCode())
      await pass(100)
      const outcome = failureOf(upsdk.pay({ tn: '1' }))
      await pass(100)
      told[0]?.[how]({ errcode: '94' })
      await pass(1000)
      expect(await outcome).toMatchObject({ ...SENT, reason: 'forbidden' })
    })

    it('a second answer to a call that has settled counts too', async () => {
      const told: RawAnswers[] = []
      rawUpsdk({
        pay: ({ fail }: RawAnswers) => void setTimeout(() => fail({ msg: C02 }), 500),
        getSystemInfo: (answers: RawAnswers) => void told.push(answers),
      })
      const upsdk = kit({ locale: 'en', notify: false })
      const call = upsdk.getSystemInfo()
      await pass(100)
      told[0]?.success({})
      await call
      const outcome = failureOf(upsdk.pay({ tn: '1' }))
      told[0]?.fail('again')
      await pass(1000)
      expect(await outcome).toMatchObject(SENT)
    })

    it('an answer after the time limit of its call counts too', async () => {
      const told: RawAnswers[] = []
      rawUpsdk({
        pay: ({ fail }: RawAnswers) => void setTimeout(() => fail({ msg: C02 }), 500),
        getSystemInfo: (answers: RawAnswers) => void told.push(answers),
      })
      const upsdk = kit({ locale: 'en', notify: false })
      ignore(upsdk.getSystemInfo({}, { timeout: 50 }))
      await pass(100)
      const outcome = failureOf(upsdk.pay({ tn: '1' }))
      told[0]?.fail('late')
      await pass(1000)
      expect(await outcome).toMatchObject(SENT)
    })

    it('a refused config counts too', async () => {
      const sim = wallet({ latency: 100, answers: { config: fail({ errmsg: 'refused' }) } })
      const upsdk = kit({ locale: 'en', notify: false })
      await pass(1)
      sim.answer('pay', () => new Promise(() => {}) as never)
      rawMethods().pay = ({ fail }) => void setTimeout(() => fail({ msg: C02 }), 500)
      const outcome = failureOf(upsdk.pay({ tn: '1' }))
      ignore(upsdk.config(SIGNED))
      await pass(1000)
      expect(await outcome).toMatchObject(SENT)
    })
  })

  describe('a share that native may have refused silently', () => {
    const share = (upsdk: Upsdk, method: string) =>
      ignore(upsdk.call(method as 'showSharePopup', { title: 't', shareId: '1', shareType: '1' } as never))
    const paid = (upsdk: Upsdk) => failureOf(upsdk.pay({ tn: '1' }))
    const shares = { showSharePopup() {}, shareSinglePlugin() {}, showShareMorePanel() {} }
    const refusing = (after: number) =>
      rawUpsdk({
        ...shares,
        pay: ({ fail }: RawAnswers) => void setTimeout(() => fail({ msg: C02 }), after),
      })
    const METHODS = Object.keys(shares)

    it.each(METHODS)('%s less than 10 s before a payment makes the payment unconfirmed', async (method) => {
      refusing(100)
      const upsdk = kit({ notify: false })
      // The page has been open for longer than that.
      await pass(20_000)
      share(upsdk, method)
      await pass(9900)
      const outcome = paid(kit({ locale: 'en', notify: false }))
      await pass(500)
      expect(await outcome).toMatchObject({ ...SENT, reason: 'forbidden' })
    })

    it.each(METHODS)('%s while a payment is open makes the payment unconfirmed', async (method) => {
      refusing(500)
      const outcome = paid(kit({ locale: 'en', notify: false }))
      await pass(100)
      share(kit({ notify: false }), method)
      await pass(500)
      expect(await outcome).toMatchObject({ ...SENT, reason: 'forbidden' })
    })

    it('10 s before a payment does not', async () => {
      refusing(100)
      const upsdk = kit({ locale: 'en', notify: false })
      share(upsdk, 'showSharePopup')
      await pass(10_100)
      const outcome = paid(upsdk)
      await pass(500)
      expect(await outcome).toMatchObject({ sent: false, reason: 'forbidden' })
    })
  })

  it('the status that cordova kept of an earlier refusal is reset before a payment is sent', async () => {
    const cordova = { callbackStatus: { OK: 1, ILLEGAL_ACCESS_EXCEPTION: 3 }, errorRetStatus: 3 }
    const seen: number[] = []
    rawUpsdk({
      pay({ success }: RawAnswers) {
        seen.push(cordova.errorRetStatus)
        success()
      },
    })
    give(window, 'cordova', cordova)
    await kit().pay({ tn: '1' })
    expect(seen).toEqual([1])
  })
})

describe('a payment that the SDK file itself refuses was not sent:', () => {
  it.each([
    ['c05 as pay gives it', { msg: 'config执行成功以后才能调用插件方法' }, 'c05', 'not-ready'],
    ['c05', { errcode: 'c05', errmsg: 'config执行成功以后才能调用插件方法' }, 'c05', 'not-ready'],
    ['c99 as pay gives it', { msg: '银联钱包支付必须先生成TN号' }, 'c99', 'invalid-params'],
    ['c99', { errcode: 'c99', errmsg: '银联钱包支付必须先生成TN号' }, 'c99', 'invalid-params'],
  ])('%s', async (_which, raw, code, reason) => {
    rawUpsdk({ pay: (answers: RawAnswers) => answers.fail(raw) })
    const error = await failureOf(kit({ locale: 'en', notify: false }).pay({ tn: '1' }))
    expect(error).toMatchObject({ code, reason, sent: false })
    expect(error.message).not.toBe(UNCONFIRMED)
  })

  it('so it is bad-signature after a refused config, and its fail gets upsdk’s text', async () => {
    const sim = wallet({ answers: { config: fail({ errmsg: 'refused' }) } })
    const upsdk = kit({ notify: false })
    await failureOf(upsdk.config(SIGNED))
    const failed = vi.fn()
    expect(await failureOf(upsdk.pay({ tn: '1', fail: failed }))).toMatchObject({
      reason: 'bad-signature',
      sent: false,
    })
    expect(failed.mock.calls).toEqual([[{ msg: 'config执行成功以后才能调用插件方法' }]])
    expect(methodsOf(sim)).toEqual(['config'])
  })
})

describe('a payment that was sent is unconfirmed', () => {
  const outcome = (raw: unknown) => {
    rawUpsdk({ pay: (answers: RawAnswers) => answers.fail(raw) })
    return failureOf(kit({ locale: 'en', notify: false }).pay({ tn: '1' }))
  }

  it.each([
    '取消失败：订单已支付',
    '取消支付失败，请查询订单',
    '用户取消支付失败',
    '处理中[01]',
    '1',
    'user cancelled failed: order is paid',
  ])('if its text is “%s”, which is no cancellation', async (msg) => {
    const error = await outcome({ msg })
    expect(error).toMatchObject(SENT)
    expect(error.reason).not.toBe('cancelled')
  })

  it.each(['调用方法缺少参数，支付处理中', '处理中：pay调用方法缺少参数tn'])(
    'if its text is “%s”, which does not say that it never left',
    async (msg) => {
      expect(await outcome({ msg })).toMatchObject(SENT)
    },
  )

  /** What a page may put on `Object.prototype`: each key under which a failure, or what was read of it, has a fact. */
  const INHERITED: [key: string, value: unknown][] = [
    ...WALLET_KEYS.codes.map((key): [string, unknown] => [key, '01']),
    ...WALLET_KEYS.texts.map((key): [string, unknown] => [key, '用户取消支付']),
    [String(WALLET_KEYS.inner), { code: '01' }],
    ['reason', 'cancelled'],
    ['text', '用户取消支付'],
    ['empty', true],
    ['refused', true],
    ['isSdkText', true],
    ['codeInText', true],
    ['onlyCancelled', true],
    ['description', 'x'],
    ['codes', ['desc']],
    ['inner', 'data'],
  ]

  it.each(INHERITED)('if Object.prototype has a %s of the page’s', async (key, value) => {
    const polluted = Object.prototype as Record<string, unknown>
    for (const raw of [
      { desc: 'x' },
      'x',
      '{"desc":"x"}',
      { msg: '{"desc":"x"}' },
      { error: { desc: 'x' } },
    ]) {
      rawUpsdk({ pay: (answers: RawAnswers) => answers.fail(raw) })
      const upsdk = kit({ locale: 'en', notify: false })
      let seen: unknown
      polluted[key] = value
      try {
        const error = await failureOf(upsdk.pay({ tn: '1' }))
        seen = [error.code, error.reason, error.sent, error.retry, error.message]
      } finally {
        delete polluted[key]
      }
      expect(seen, JSON.stringify(raw)).toEqual([undefined, 'unknown', true, 'never', UNCONFIRMED])
    }
  })
})

describe('the money of a payment:', () => {
  it('one that was sent is never to be retried, and its message says to look at the order', async () => {
    wallet({ answers: { pay: fail('02') } })
    expect(await failureOf(kit({ locale: 'en' }).pay({ tn: '1' }))).toMatchObject({
      sent: true,
      retry: 'never',
      message: UNCONFIRMED,
    })
  })

  it('one without tn never left the page', async () => {
    for (const generation of ['2020', 'latest'] as const) {
      wallet({ generation })
      expect(await failureOf(kit({ locale: 'en' }).pay({} as { tn: string }))).toMatchObject({
        reason: 'invalid-params',
        sent: false,
        message: "Service unavailable. Contact this mini-program's support.",
      })
    }
  })

  it('one that was not sent says so', async () => {
    wallet({ readyAfter: 'never' })
    const call = failureOf(kit({ locale: 'en', readyTimeout: 100 }).pay({ tn: '1' }))
    await pass(100)
    expect(await call).toMatchObject({
      message: "This payment hasn't started. Try again, or reopen the page.",
    })
  })

  it('one that upsdk was too broken to send has not started', async () => {
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
})

describe('the SDK file refuses synchronously, so the same text later is native’s:', () => {
  const MISSING = 'pay调用方法缺少参数tn'
  it.each([
    ['a missing parameter', { msg: MISSING }, 'invalid-params'],
    ['no config', { errcode: 'c05', errmsg: C05 }, 'not-ready'],
  ])('%s is unsent during the call, and unconfirmed 8 s after it', async (_what, raw, reason) => {
    expect(await failureOf(kitWhere(raw).pay({ tn: '1' }))).toMatchObject({ reason, sent: false })
    const late = kitWhere(raw, 8000).pay({ tn: '1' })
    ignore(late)
    await pass(9000)
    expect(await failureOf(late)).toMatchObject(SENT)
  })

  it('JSON inside a text that quotes the file is native’s, also during the call', async () => {
    const raw = JSON.stringify({ errcode: 'c05', errmsg: C05 })
    for (const nested of [raw, { msg: raw }]) {
      expect(await failureOf(kitWhere(nested).pay({ tn: '1' }))).toMatchObject(SENT)
      // Until the message is on screen.
      await pass(1000)
    }
  })
})

it('a config that is refused while a newer signature is fetched leaves no status to another kit’s payment', async () => {
  let refuse = (_failure: unknown): void => {}
  let failPayment = (_raw: unknown): void => {}
  rawUpsdk({
    ready() {},
    config() {},
    error(run: typeof refuse) {
      refuse = run
    },
    pay: (answers: RawAnswers) => {
      failPayment = answers.fail
    },
  })
  const signed = kit({ presenter: recorder(), config: SIGNED })
  await pass(1)
  ignore(signed.config(() => new Promise(() => {})))
  await pass(1)
  const payment = kit({ presenter: recorder() }).pay({ tn: '1' })
  ignore(payment)
  await pass(1)
  refuse({ errmsg: 'refused' })
  failPayment({ msg: C02 })
  await pass(1)
  expect(await failureOf(payment)).toMatchObject({ sent: true, retry: 'never' })
})

it.each(['gbk', 'gb18030', 'big5', 'utf-8'])(
  'a payment that the bridge refuses is unsent in a page in %s, whose upsdk.js names no charset',
  async (encoding) => {
    wallet({ encoding, answers: { pay: fail('c02') } })
    expect(await failureOf(kit().pay({ tn: '1' }))).toMatchObject({ reason: 'forbidden', sent: false })
  },
)
