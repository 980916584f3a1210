/** Faults found by attacks, around payments and second taps. Each test failed before its fault was fixed. */
import { inspect } from 'node:util'
import { describe, expect, it, vi } from 'vitest'
import { createUpsdk } from '../../src/index'
import { fail, type Simulator, silent } from '../../src/simulator'
import {
  failureOf,
  kit,
  pass,
  type RawAnswers,
  rawUpsdk,
  recorder,
  SHARED,
  stateOf,
  useWallets,
  wallet,
} from '../support/wallet'

useWallets()

const UNCONFIRMED = "Payment not confirmed yet. Check your order first. Don't pay again."
const BUSY = { name: 'UpsdkError', reason: 'busy', sent: false }

/** Its rejection is none of the test's business. */
const ignore = (call: Promise<unknown>): void => void call.catch(() => {})
const namesOf = (sim: Simulator) => sim.calls.map(({ method }) => method)

describe('a payment that was sent holds back every other of the window', () => {
  type Sheet = { sim: Simulator; second(): Promise<unknown> }

  it.each<[string, () => Sheet | Promise<Sheet>]>([
    [
      'of another kit',
      () => {
        const sim = wallet({ answers: { pay: silent() } })
        ignore(kit().pay({ tn: '1' }))
        return { sim, second: () => kit().pay({ tn: '1' }) }
      },
    ],
    [
      'of another copy of the kit',
      async () => {
        const sim = wallet({ answers: { pay: silent() } })
        ignore(kit().pay({ tn: '1' }))
        vi.resetModules()
        const copy = await import('../../src/index')
        expect(copy.createUpsdk).not.toBe(createUpsdk)
        return { sim, second: () => copy.createUpsdk({ notify: false }).pay({ tn: '1' }) }
      },
    ],
    [
      'of a new kit after destroy',
      () => {
        const sim = wallet({ answers: { pay: silent() } })
        const first = kit()
        ignore(first.pay({ tn: '1' }))
        first.destroy()
        return { sim, second: () => kit().pay({ tn: '1' }) }
      },
    ],
    [
      'after it was aborted',
      () => {
        const sim = wallet({ answers: { pay: silent() } })
        const upsdk = kit({ presenter: recorder() })
        const controller = new AbortController()
        ignore(upsdk.pay({ tn: '1' }, { signal: controller.signal }))
        controller.abort()
        return { sim, second: () => upsdk.pay({ tn: '1' }) }
      },
    ],
    [
      'after its time limit',
      async () => {
        const sim = wallet({ answers: { pay: silent() } })
        const upsdk = kit({ presenter: recorder() })
        ignore(upsdk.pay({ tn: '1' }, { timeout: 1000 }))
        await pass(1500)
        return { sim, second: () => upsdk.pay({ tn: '1' }) }
      },
    ],
    [
      'whose parameters JSON cannot compare',
      () => {
        const sim = wallet({ answers: { pay: silent() } })
        const upsdk = kit()
        const params = { tn: '1', amount: BigInt(1) } as { tn: string }
        ignore(upsdk.pay(params))
        return { sim, second: () => upsdk.pay(params) }
      },
    ],
    [
      'with a new tn',
      () => {
        const sim = wallet({ answers: { pay: silent() } })
        const upsdk = kit()
        ignore(upsdk.pay({ tn: '1' }))
        return { sim, second: () => upsdk.pay({ tn: '2' }) }
      },
    ],
    [
      'by another method',
      () => {
        const sim = wallet({ answers: { pay: silent() } })
        const upsdk = kit()
        ignore(upsdk.pay({ tn: '1' }))
        return { sim, second: () => upsdk.call('qrCodePay') }
      },
    ],
  ])('%s', async (_which, open) => {
    const { sim, second } = await open()
    expect(namesOf(sim)).toEqual(['pay'])
    const outcome = await stateOf(second())
    expect(namesOf(sim)).toEqual(['pay'])
    expect(outcome).toMatchObject(BUSY)
  })

  it('also while it still waits to be sent', async () => {
    const sim = wallet({ readyAfter: 2000, answers: { pay: silent() } })
    ignore(kit().pay({ tn: '1' }))
    expect(await stateOf(kit().pay({ tn: '2' }))).toMatchObject(BUSY)
    await pass(2000)
    expect(sim.calls.map(({ params }) => params)).toEqual([{ tn: '1' }])
  })

  it('for 5 s from its sending, and no longer', async () => {
    const sim = wallet({ readyAfter: 2000, answers: { pay: silent() } })
    const upsdk = kit()
    ignore(upsdk.pay({ tn: '1' }))
    await pass(2000 + 4999)
    expect(await stateOf(kit().pay({ tn: '2' }))).toMatchObject(BUSY)
    await pass(1)
    ignore(kit().pay({ tn: '3' }))
    expect(sim.calls.map(({ params }) => params)).toEqual([{ tn: '1' }, { tn: '3' }])
  })

  it('until native answers, also where the call has been given up', async () => {
    const sheets: RawAnswers[] = []
    rawUpsdk({ pay: (answers: RawAnswers) => sheets.push(answers) })
    const first = kit()
    ignore(first.pay({ tn: '1' }))
    first.destroy()
    const upsdk = kit()
    expect(await stateOf(upsdk.pay({ tn: '2' }))).toMatchObject(BUSY)
    sheets[0]?.fail({ msg: '用户取消支付' })
    ignore(upsdk.pay({ tn: '3' }))
    expect(sheets).toHaveLength(2)
  })

  it('in one record of the window that is in no list and knows no tn', () => {
    wallet({ answers: { pay: silent() } })
    ignore(kit().pay({ tn: 'SECRET' }))
    expect(Object.getOwnPropertyDescriptor(window, SHARED)).toMatchObject({ enumerable: false })
    expect(inspect(Reflect.get(window, SHARED), { depth: 9, showHidden: true })).not.toContain('SECRET')
  })
})

describe('a payment held back', () => {
  it('is not shown, and of its callbacks only complete runs', async () => {
    wallet({ answers: { pay: silent() } })
    ignore(kit().pay({ tn: '1' }))
    const presenter = recorder()
    const callbacks = { fail: vi.fn(), cancel: vi.fn(), complete: vi.fn() }
    const upsdk = kit({ presenter })
    expect(await stateOf(upsdk.pay({ tn: '2', ...callbacks }, { notify: true }))).toMatchObject(BUSY)
    expect(await stateOf(upsdk.pay({ tn: '3' }))).toMatchObject(BUSY)
    await pass(1000)
    expect([presenter.toasts, presenter.dialogs]).toEqual([[], []])
    expect(
      [callbacks.fail, callbacks.cancel, callbacks.complete].map(({ mock }) => mock.calls.length),
    ).toEqual([0, 0, 1])
  })

  describe('by one that was given up', () => {
    function givenUp() {
      wallet({ answers: { pay: silent() } })
      const first = kit()
      ignore(first.pay({ tn: '1' }))
      first.destroy()
      const presenter = recorder()
      return { presenter, upsdk: kit({ presenter, locale: 'en' }) }
    }

    it('tells its fail', async () => {
      const { upsdk } = givenUp()
      const failed = vi.fn()
      ignore(upsdk.pay({ tn: '2', fail: failed }))
      await pass(10)
      expect(failed).toHaveBeenCalledTimes(1)
    })

    it('tells the user to look at the order', async () => {
      const { upsdk, presenter } = givenUp()
      expect(await stateOf(upsdk.pay({ tn: '2' }))).toMatchObject(BUSY)
      await pass(1000)
      expect(presenter.dialogs).toEqual([`${UNCONFIRMED} | OK`])
    })
  })
})

describe('an earlier call that is still open when the same is sent afresh', () => {
  it.each([
    ['pay', 5000],
    ['scanQRCode', 3000],
  ] as const)('of %s settles with timeout, and is not shown', async (method, hold) => {
    const sim = wallet({ answers: { [method]: silent() } })
    const presenter = recorder()
    const upsdk = kit({ presenter })
    const tap = () => upsdk.call(method as 'pay', { tn: '1' })
    const first = tap()
    await pass(hold)
    expect(await stateOf(first)).toBe('pending')
    ignore(tap())
    expect(namesOf(sim)).toEqual([method, method])
    expect(await stateOf(first)).toMatchObject({ reason: 'timeout', sent: true })
    await pass(1000)
    expect([presenter.toasts, presenter.dialogs]).toEqual([[], []])
  })
})

describe('a second tap on what native never answers', () => {
  it('is held back for 1 s', async () => {
    const sim = wallet()
    const upsdk = kit()
    const tap = () =>
      upsdk.showSharePopup({ title: 't', desc: 'd', shareUrl: 'https://m.example/', picUrl: '' })
    await tap()
    await pass(999)
    expect(await stateOf(tap())).toMatchObject(BUSY)
    await pass(1)
    await tap()
    expect(namesOf(sim)).toEqual(['showSharePopup', 'showSharePopup'])
  })
})

describe('what the SDK file itself refuses was not sent', () => {
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

  it('so a payment after a refused config is bad-signature, and its fail gets what upsdk says', async () => {
    const sim = wallet({ answers: { config: fail({ errmsg: 'refused' }) } })
    const upsdk = kit({ notify: false })
    await failureOf(upsdk.config({ appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's' }))
    const failed = vi.fn()
    expect(await failureOf(upsdk.pay({ tn: '1', fail: failed }))).toMatchObject({
      reason: 'bad-signature',
      sent: false,
    })
    expect(failed.mock.calls).toEqual([[{ msg: 'config执行成功以后才能调用插件方法' }]])
    expect(namesOf(sim)).toEqual(['config'])
  })
})

describe('a payment that was sent is unconfirmed', () => {
  const SENT = { sent: true, retry: 'never', message: UNCONFIRMED }
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
  ])('where its text is “%s”: that is no cancellation', async (msg) => {
    const error = await outcome({ msg })
    expect(error).toMatchObject(SENT)
    expect(error.reason).not.toBe('cancelled')
  })

  it.each(['调用方法缺少参数，支付处理中', '处理中：pay调用方法缺少参数tn'])(
    'where its text is “%s”: that does not say that it never left',
    async (msg) => {
      expect(await outcome({ msg })).toMatchObject(SENT)
    },
  )

  it.each([
    ['reason', 'cancelled'],
    ['code', '01'],
    ['errcode', '01'],
    ['msg', '用户取消支付'],
    ['errmsg', '用户取消支付'],
  ])('where Object.prototype has a %s of somebody’s', async (key, value) => {
    rawUpsdk({ pay: (answers: RawAnswers) => answers.fail({ desc: 'x' }) })
    const upsdk = kit({ locale: 'en', notify: false })
    const polluted = Object.prototype as Record<string, unknown>
    let seen: unknown
    polluted[key] = value
    try {
      const error = await failureOf(upsdk.pay({ tn: '1' }))
      seen = [error.reason, error.sent, error.retry, error.message]
    } finally {
      delete polluted[key]
    }
    expect(seen).toEqual(['unknown', true, 'never', UNCONFIRMED])
  })
})

describe('the dialog of a payment that was sent', () => {
  it.each([
    ['timeout', silent()],
    ['unknown', fail('x')],
  ])('has no button that the kit was given for %s', async (reason, answer) => {
    wallet({ answers: { pay: answer } })
    const presenter = recorder()
    const upsdk = kit({ locale: 'en', presenter, actions: { [reason]: { label: 'Try again', run() {} } } })
    ignore(upsdk.pay({ tn: '1' }, { timeout: 1000 }))
    await pass(2000)
    expect(presenter.dialogs).toEqual([`${UNCONFIRMED} | OK`])
  })

  it.each([
    ['unknown', fail('x')],
    ['timeout', silent()],
  ])('has the kit’s button for payment-unconfirmed, whatever the reason: %s', async (_why, answer) => {
    wallet({ answers: { pay: answer } })
    const presenter = recorder()
    const run = vi.fn()
    const upsdk = kit({
      locale: 'en',
      presenter,
      actions: { 'payment-unconfirmed': { label: 'View order', run } },
    })
    const error = failureOf(upsdk.pay({ tn: '1' }, { timeout: 1000 }))
    await pass(2000)
    expect(presenter.dialogs).toEqual([`${UNCONFIRMED} | OK | View order`])
    presenter.answer(true)
    await pass(10)
    expect(run).toHaveBeenCalledExactlyOnceWith(await error)
  })
})
