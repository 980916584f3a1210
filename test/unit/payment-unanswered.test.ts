/** A payment that native never answers: the next one is held back once, and the user is asked to look at the order. */
import { describe, expect, it, vi } from 'vitest'
import type { Upsdk, UpsdkError, UpsdkOptions } from '../../src/index'
import { payments, BUSY as UNSENT } from '../support/payments'
import { dialogText, listener } from '../support/shown'
import { stepRecorder } from '../support/steps'
import {
  failureOf,
  give,
  ignore,
  kit,
  pass,
  recorder,
  stateOf,
  UNCONFIRMED,
  useWallets,
  visibility,
} from '../support/wallet'

useWallets()

const BUSY = { ...UNSENT, retry: 'never', message: UNCONFIRMED }
const ORDER = { 'payment-unconfirmed': { label: 'View order', run() {} } }
const AFTER_HOLD = 6000

/** Sends a payment that has no answer by the end of its hold. */
async function unanswered(options: UpsdkOptions = {}, callOptions: Parameters<Upsdk['pay']>[1] = {}) {
  const sent = payments()
  const presenter = recorder()
  const upsdk = kit({ locale: 'en', presenter, actions: ORDER, ...options })
  const callbacks = { success: vi.fn(), fail: vi.fn(), complete: vi.fn() }
  const first = upsdk.pay({ tn: '1', ...callbacks }, callOptions)
  ignore(first)
  await pass(AFTER_HOLD)
  return { sent, presenter, upsdk, first, callbacks }
}
const DIALOG = `${UNCONFIRMED} | Close | View order`

describe('the first payment after the hold of one without an answer', () => {
  it('is busy and unsent, and the dialog of the earlier one is shown', async () => {
    const { sent, presenter, upsdk, callbacks } = await unanswered()
    const second = await failureOf(upsdk.pay({ tn: '2' }))
    await pass(10)
    expect(second).toMatchObject(BUSY)
    expect(second.presented).toBe(true)
    expect(presenter.dialogs).toEqual([DIALOG])
    expect(sent).toHaveLength(1)
    expect(callbacks.fail).not.toHaveBeenCalled()
  })

  it('runs its own fail with the text for the user, once', async () => {
    const { presenter, upsdk } = await unanswered()
    const fail = vi.fn()
    ignore(upsdk.pay({ tn: '2', fail }))
    await pass(10)
    expect(fail).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ errcode: 'busy', msg: UNCONFIRMED }),
    )
    expect(presenter.dialogs).toEqual([DIALOG])
  })

  it('runs its handlers before the dialog is shown', async () => {
    const order: string[] = []
    const presenter = listener()
    presenter.dialog.mockImplementation(async () => order.push('dialog') > 9)
    const { upsdk } = await unanswered({ presenter })
    upsdk.pay({ tn: '2', fail: () => void order.push('fail') }).catch(() => void order.push('catch'))
    await pass(10)
    expect(order).toEqual(['fail', 'catch', 'dialog'])
  })

  it('keeps the dialog from being shown if its page prevents that, and the next one is sent', async () => {
    const { sent, presenter, upsdk } = await unanswered()
    upsdk.pay({ tn: '2' }).catch((error: UpsdkError) => error.preventDefault())
    await pass(10)
    expect(presenter.dialogs).toEqual([])
    ignore(upsdk.pay({ tn: '3' }))
    await pass(10)
    expect(sent).toHaveLength(2)
  })

  it.each(['qrPay', 'uPlanQrPay', 'qrCodePay'] as const)('may be of another method: %s', async (method) => {
    const { presenter, upsdk } = await unanswered()
    expect(await stateOf(upsdk.call(method, {} as never))).toMatchObject(BUSY)
    await pass(10)
    expect(presenter.dialogs).toEqual([DIALOG])
  })

  it('may be of another kit: the kit of the earlier one shows its dialog', async () => {
    const { sent, presenter } = await unanswered()
    const other = recorder()
    expect(await stateOf(kit({ locale: 'zh-Hans', presenter: other }).pay({ tn: '2' }))).toMatchObject(UNSENT)
    await pass(10)
    expect([presenter.dialogs, other.dialogs, sent.length]).toEqual([[DIALOG], [], 1])
  })

  it('may be of another copy of the kit', async () => {
    const { sent, presenter } = await unanswered()
    vi.resetModules()
    const copy = await import('../../src/index')
    const other = copy.createUpsdk({ presenter: recorder() })
    expect(await stateOf(other.pay({ tn: '2' }))).toMatchObject({ reason: 'busy', sent: false })
    await pass(10)
    expect([presenter.dialogs, sent.length]).toEqual([[DIALOG], 1])
    ignore(other.pay({ tn: '3' }))
    await pass(10)
    expect(sent).toHaveLength(2)
    other.destroy()
  })
})

it('the page’s `notify` is asked once about a payment without an answer', async () => {
  const notify = vi.fn(() => true)
  const { presenter, upsdk } = await unanswered({ notify })
  ignore(upsdk.pay({ tn: '2' }))
  await pass(10)
  expect(presenter.dialogs).toEqual([DIALOG])
  expect(notify).toHaveBeenCalledTimes(1)
})

it('a payment is held back too if the same message is on screen already', async () => {
  const { sent, presenter, upsdk } = await unanswered()
  upsdk.notify('x', { payment: true })
  const second = failureOf(upsdk.pay({ tn: '2' }))
  await pass(10)
  expect(sent).toHaveLength(1)
  expect(await second).toMatchObject(BUSY)
  expect(presenter.dialogs).toEqual([DIALOG])
})

describe('the next payment', () => {
  it('is sent at once after one without an answer that its page has given up, knowing the outcome', async () => {
    const controller = new AbortController()
    const { sent, presenter, upsdk } = await unanswered({}, { signal: controller.signal })
    controller.abort()
    await pass(10)
    presenter.dialogs.length = 0
    ignore(upsdk.pay({ tn: '2' }))
    await pass(10)
    expect([sent.length, presenter.dialogs]).toEqual([2, []])
  })

  it('is sent', async () => {
    const { sent, upsdk, presenter } = await unanswered()
    ignore(upsdk.pay({ tn: '2' }))
    await pass(10)
    presenter.answer(false)
    ignore(upsdk.pay({ tn: '3' }))
    await pass(10)
    expect(sent).toHaveLength(2)
  })

  it('has a dialog of its own if it has no answer either', async () => {
    const { sent, upsdk, presenter, first } = await unanswered()
    ignore(upsdk.pay({ tn: '2' }))
    await pass(10)
    presenter.answer(false)
    const third = upsdk.pay({ tn: '3' })
    await pass(AFTER_HOLD)
    expect(await stateOf(upsdk.pay({ tn: '4' }))).toMatchObject(BUSY)
    await pass(10)
    expect([presenter.dialogs, sent.length]).toEqual([[DIALOG, DIALOG], 2])
    sent[0]?.success()
    sent[1]?.fail('用户取消支付')
    expect(await stateOf(first)).toBeUndefined()
    expect(await stateOf(third)).toMatchObject({ reason: 'cancelled' })
  })

  it('is held back too until the dialog has been shown, as by a double tap', async () => {
    const { sent, upsdk, presenter } = await unanswered()
    const [second, third] = [upsdk.pay({ tn: '2' }), upsdk.pay({ tn: '3' })]
    expect([await stateOf(second), await stateOf(third)]).toMatchObject([BUSY, BUSY])
    await pass(10)
    expect([presenter.dialogs, sent.length]).toEqual([[DIALOG], 1])
  })

  it('is held back once more if the kit is destroyed before it has shown the dialog', async () => {
    const { sent, presenter } = await unanswered()
    const other = kit({ presenter: recorder() })
    const second = stateOf(other.pay({ tn: '2' }))
    other.destroy()
    await second
    await pass(10)
    expect(presenter.dialogs).toEqual([])
    ignore(kit({ presenter: recorder() }).pay({ tn: '3' }))
    await pass(10)
    expect([presenter.dialogs, sent.length]).toEqual([[DIALOG], 1])
  })
})

describe('an answer while the dialog stands:', () => {
  async function standing() {
    const presenter = listener()
    const run = vi.fn()
    const made = await unanswered({ presenter, actions: { 'payment-unconfirmed': { run } } })
    ignore(made.upsdk.pay({ tn: '2' }))
    await pass(10)
    const closed = vi.fn()
    presenter.dialog.mock.calls[0]?.[0].givenUp?.then(closed)
    return { ...made, presenter, closed, run }
  }

  it('a success closes it, and reaches the page', async () => {
    const { sent, first, callbacks, closed, run, presenter } = await standing()
    sent[0]?.success('paid')
    await pass(10)
    expect(closed).toHaveBeenCalledOnce()
    expect(callbacks.success).toHaveBeenCalledExactlyOnceWith('paid')
    expect(await stateOf(first)).toBeUndefined()
    await pass(1000)
    expect([presenter.dialog.mock.calls.length, run.mock.calls]).toEqual([1, []])
  })

  it('a cancellation closes it, and reaches the page', async () => {
    const { sent, first, callbacks, closed } = await standing()
    sent[0]?.fail({ msg: '用户取消支付' })
    await pass(1000)
    expect(closed).toHaveBeenCalledOnce()
    expect(callbacks.fail).toHaveBeenCalledOnce()
    expect(await stateOf(first)).toMatchObject({ reason: 'cancelled' })
  })

  it('a failure reaches the page, and it stays, alone', async () => {
    const { sent, first, callbacks, closed, presenter } = await standing()
    sent[0]?.fail({ msg: '余额不足' })
    await pass(1000)
    expect(closed).not.toHaveBeenCalled()
    expect(callbacks.fail).toHaveBeenCalledOnce()
    expect(await stateOf(first)).toMatchObject({ sent: true, retry: 'never', presented: true })
    expect(presenter.dialog).toHaveBeenCalledOnce()
  })

  it('the page’s own `signal` closes it', async () => {
    const controller = new AbortController()
    const presenter = listener()
    const { upsdk, first } = await unanswered({ presenter }, { signal: controller.signal })
    ignore(upsdk.pay({ tn: '2' }))
    await pass(10)
    const closed = vi.fn()
    presenter.dialog.mock.calls[0]?.[0].givenUp?.then(closed)
    controller.abort()
    await pass(10)
    expect(closed).toHaveBeenCalledOnce()
    expect(await stateOf(first)).toMatchObject({ reason: 'aborted', sent: true })
  })

  it('a time limit leaves it', async () => {
    const presenter = listener()
    const { upsdk, first } = await unanswered({ presenter }, { timeout: 8000 })
    ignore(upsdk.pay({ tn: '2' }))
    await pass(4000)
    expect(await stateOf(first)).toMatchObject({ reason: 'timeout', sent: true })
    expect(presenter.dialog).toHaveBeenCalledOnce()
  })

  it('takes it out of the queue of dialogs', async () => {
    const inspector = stepRecorder()
    const { sent, upsdk, presenter } = await unanswered({ inspector })
    upsdk.notify('99')
    ignore(upsdk.pay({ tn: '2' }))
    await pass(10)
    sent[0]?.success()
    presenter.answer(false)
    await pass(1000)
    expect(presenter.dialogs).toHaveLength(1)
    expect(inspector.steps.filter(({ id }) => id === 1).map(({ type }) => type)).toEqual([
      'called',
      'sent',
      'answered',
      'settled',
      'quiet',
    ])
  })

  it('a failure that comes before the dialog holds back the next payment until its own message is on screen', async () => {
    const { sent, upsdk, presenter } = await unanswered({}, { notify: true })
    ignore(upsdk.pay({ tn: '2' }))
    sent[0]?.fail({ msg: '支付失败' })
    await pass(100)
    ignore(upsdk.pay({ tn: '3' }))
    await pass(1000)
    expect([presenter.dialogs, sent.length]).toEqual([[DIALOG], 1])
    ignore(upsdk.pay({ tn: '4' }))
    await pass(10)
    expect(sent).toHaveLength(2)
  })

  it('comes before the dialog is shown: it is not shown', async () => {
    const { sent, upsdk, presenter } = await unanswered()
    ignore(upsdk.pay({ tn: '2' }))
    sent[0]?.success()
    await pass(1000)
    expect(presenter.dialogs).toEqual([])
  })
})

describe('after the dialog was read', () => {
  it('a failure reaches the page, and is not said again', async () => {
    const inspector = stepRecorder()
    const sent = payments()
    const presenter = recorder()
    const upsdk = kit({ locale: 'en', presenter, inspector })
    const first = upsdk.pay({ tn: '1' })
    ignore(first)
    await pass(AFTER_HOLD)
    ignore(upsdk.pay({ tn: '2' }))
    await pass(10)
    presenter.answer(true)
    sent[0]?.fail({ msg: '余额不足' })
    await pass(1000)
    expect(await stateOf(first)).toMatchObject({ reason: 'unknown', sent: true, presented: true })
    expect(presenter.dialogs).toHaveLength(1)
    expect(inspector.of('pay')).toEqual([
      'called',
      'sent',
      'called',
      'settled busy',
      'shown dialog',
      'quiet shown before',
      'answered',
      'settled unknown',
      'quiet shown before',
    ])
    expect(inspector.steps.find(({ type }) => type === 'shown')?.id).toBe(inspector.steps[0]?.id)
  })

  it('its button runs with the error of the earlier payment', async () => {
    const run = vi.fn()
    const { upsdk, presenter } = await unanswered({ actions: { 'payment-unconfirmed': { run } } })
    ignore(upsdk.pay({ tn: '2' }))
    await pass(10)
    presenter.answer(true)
    await pass(10)
    expect(run).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ method: 'pay', sent: true, retry: 'never', message: UNCONFIRMED }),
    )
  })
})

describe('nothing is shown, and nothing is held back,', () => {
  const silent = async (options: UpsdkOptions, first = {}, second = {}) => {
    const { sent, upsdk, presenter } = await unanswered(options, first)
    ignore(upsdk.pay({ tn: '2' }, second))
    await pass(1000)
    return [sent.length, presenter.dialogs.length]
  }

  it('if the kit’s `notify` is false', async () => {
    expect(await silent({ notify: false })).toEqual([2, 0])
  })

  it('unless the earlier call says `notify: true`, and so does the next one', async () => {
    expect(await silent({ notify: false }, { notify: true }, { notify: true })).toEqual([1, 1])
  })

  it.each([
    ['of both calls', { notify: false }, { notify: false }],
    ['of the earlier call', { notify: false }, {}],
    ['of the next call', {}, { notify: false }],
  ])('if the `notify` %s is false', async (_whose, first, second) => {
    expect(await silent({}, first, second)).toEqual([2, 0])
  })

  it('if the page’s `notify` returns false for the earlier payment', async () => {
    const notify = vi.fn(() => false)
    expect(await silent({ notify })).toEqual([2, 0])
    expect(notify).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ method: 'pay', sent: true, message: UNCONFIRMED }),
    )
  })

  it('if the page’s `isCancelled` takes it for cancelled', async () => {
    expect(await silent({ isCancelled: () => true })).toEqual([2, 0])
  })

  it('if the page has given the earlier payment up', async () => {
    const controller = new AbortController()
    const { sent, upsdk, presenter } = await unanswered({}, { signal: controller.signal })
    controller.abort()
    ignore(upsdk.pay({ tn: '2' }))
    await pass(1000)
    expect([sent.length, presenter.dialogs]).toEqual([2, []])
  })
})

describe('a page that pays inside the kit opens one sheet:', () => {
  it('in its `notify`', async () => {
    const sent = payments()
    const inner: Promise<unknown>[] = []
    const presenter = recorder()
    const upsdk: Upsdk = kit({
      locale: 'en',
      presenter,
      notify() {
        if (!inner.length) inner.push(upsdk.pay({ tn: '3' }))
        return false
      },
    })
    ignore(upsdk.pay({ tn: '1' }))
    await pass(AFTER_HOLD)
    ignore(upsdk.pay({ tn: '2' }))
    await pass(10)
    expect(sent).toHaveLength(2)
    expect(await stateOf(inner[0] as Promise<unknown>)).toMatchObject(UNSENT)
  })
})

it('a page that was hidden shows the dialog once it is seen', async () => {
  const { upsdk, presenter } = await unanswered()
  const setHidden = visibility()
  setHidden(true)
  ignore(upsdk.pay({ tn: '2' }))
  await pass(5000)
  expect(presenter.dialogs).toEqual([])
  setHidden(false)
  await pass(10)
  expect(presenter.dialogs).toEqual([DIALOG])
})

it('a page that comes back from the back-forward cache shows the dialog again', async () => {
  const { sent, upsdk } = await unanswered({ presenter: undefined, locale: 'zh-Hans' })
  ignore(upsdk.pay({ tn: '2' }))
  await pass(10)
  expect(dialogText()).toContain('支付结果待确认')
  window.dispatchEvent(Object.assign(new Event('pagehide'), { persisted: true }))
  await pass(100)
  expect(dialogText()).toBe('')
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
  await pass(100)
  expect(dialogText()).toContain('支付结果待确认')
  sent[0]?.success()
  await pass(100)
  expect(dialogText()).toBe('')
})

it('a kit in the place of upsdk tells an old page’s fail, and shows the dialog', async () => {
  const sent = payments()
  const presenter = recorder()
  const upsdk = kit({ locale: 'zh-Hans', presenter, translateFail: true })
  give(window, 'upsdk', upsdk)
  const page = window.upsdk as unknown as Upsdk
  const texts: unknown[] = []
  const pay = (tn: string) => void page.pay({ tn, fail: ({ msg }) => void texts.push(msg) })
  pay('1')
  await pass(AFTER_HOLD)
  pay('2')
  await pass(10)
  expect(sent).toHaveLength(1)
  expect(texts).toEqual(['支付结果待确认，请先查看订单，请勿重复支付'])
  expect(presenter.dialogs).toEqual(['支付结果待确认，请先查看订单，请勿重复支付 | 知道了'])
})

it('the shared record keeps nothing of a payment that has its answer', async () => {
  const { sent } = await unanswered()
  const shared = () => Object.getOwnPropertyDescriptor(window, Symbol.for('upsdk-kit.shared.1'))?.value
  expect(shared().unanswered).toBeTypeOf('function')
  sent[0]?.success()
  await pass(10)
  expect(shared().unanswered).toBeUndefined()
})
