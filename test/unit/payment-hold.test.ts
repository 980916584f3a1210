/** A window has one payment at a time: a sent one holds back every other. */
import { inspect } from 'node:util'
import { describe, expect, it, vi } from 'vitest'
import { createUpsdk } from '../../src/index'
import { type Simulator, silent } from '../../wallet/simulator'
import { BUSY, payments } from '../support/payments'
import { dialogText } from '../support/shown'
import {
  give,
  ignore,
  kit,
  methodsOf,
  PAYMENT,
  pass,
  type RawAnswers,
  rawUpsdk,
  recorder,
  SHARED,
  stateOf,
  UNCONFIRMED,
  useWallets,
  wallet,
} from '../support/wallet'

useWallets()

describe('a sent payment holds back every other payment of the window:', () => {
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
    expect(methodsOf(sim)).toEqual(['pay'])
    const outcome = await stateOf(second())
    expect(methodsOf(sim)).toEqual(['pay'])
    expect(outcome).toMatchObject(BUSY)
  })

  it('and so does a payment that waits to be sent', async () => {
    const sim = wallet({ readyAfter: 2000, answers: { pay: silent() } })
    ignore(kit().pay({ tn: '1' }))
    expect(await stateOf(kit().pay({ tn: '2' }))).toMatchObject(BUSY)
    await pass(2000)
    expect(sim.calls.map(({ params }) => params)).toEqual([{ tn: '1' }])
  })

  it('but only for 5 s from its sending', async () => {
    const sim = wallet({ readyAfter: 2000, answers: { pay: silent() } })
    const upsdk = kit()
    ignore(upsdk.pay({ tn: '1' }))
    await pass(2000 + 4999)
    expect(await stateOf(kit().pay({ tn: '2' }))).toMatchObject(BUSY)
    await pass(1)
    ignore(kit({ notify: false }).pay({ tn: '3' }))
    expect(sim.calls.map(({ params }) => params)).toEqual([{ tn: '1' }, { tn: '3' }])
  })

  it('until native answers, even if the call was aborted', async () => {
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

  it('by one record of the window that is in no list and holds no tn', () => {
    wallet({ answers: { pay: silent() } })
    ignore(kit().pay({ tn: 'SECRET' }))
    expect(Object.getOwnPropertyDescriptor(window, SHARED)).toMatchObject({ enumerable: false })
    expect(inspect(Reflect.get(window, SHARED), { depth: 9, showHidden: true })).not.toContain('SECRET')
  })
})

describe('a payment held back', () => {
  it('is not shown, and only its complete runs', async () => {
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

  describe('by one that was aborted', () => {
    function givenUp() {
      wallet({ answers: { pay: silent() } })
      const first = kit()
      ignore(first.pay({ tn: '1' }))
      first.destroy()
      const presenter = recorder()
      return { presenter, upsdk: kit({ presenter, locale: 'en' }) }
    }

    it('passes the reason to its fail', async () => {
      const { upsdk } = givenUp()
      const failed = vi.fn()
      ignore(upsdk.pay({ tn: '2', fail: failed }))
      await pass(10)
      expect(failed).toHaveBeenCalledTimes(1)
    })

    it('asks the user to look at the order', async () => {
      const { upsdk, presenter } = givenUp()
      expect(await stateOf(upsdk.pay({ tn: '2' }))).toMatchObject(BUSY)
      await pass(1000)
      expect(presenter.dialogs).toEqual([`${UNCONFIRMED} | OK`])
    })

    it('has a dialog that does not read as cancelling the payment, and stays on the next route', async () => {
      wallet({ answers: { pay: silent() } })
      const first = kit()
      ignore(first.pay({ tn: '1' }))
      first.destroy()
      ignore(kit({ locale: 'zh-Hans', actions: { 'payment-unconfirmed': { run() {} } } }).pay({ tn: '2' }))
      await pass(1000)
      window.dispatchEvent(new PopStateEvent('popstate'))
      await pass(1000)
      expect(dialogText()).toMatch(/支付结果待确认.*知道了查看订单$/)
    })
  })
})

describe('the record of a payment that all kits and copies of a window share', () => {
  it('is { left() } by the clock of the kit that made it, and cannot be listed', async () => {
    payments()
    ignore(kit({ presenter: recorder() }).pay({ tn: '1' }))
    await pass(1000)
    const record = (window as unknown as Record<symbol, { left(): number }>)[PAYMENT] as { left(): number }
    expect(Object.keys(record)).toEqual(['left'])
    expect(record.left()).toBe(4000)
    expect(Object.getOwnPropertyDescriptor(window, PAYMENT)?.enumerable).toBe(false)
    await pass(5000)
    expect(record.left()).toBeLessThanOrEqual(0)
  })

  it('holds back a payment while another copy says that time is left', async () => {
    const sent = payments()
    let left = 1000
    give(window, PAYMENT, { left: () => left })
    const upsdk = kit({ presenter: recorder() })
    expect(await stateOf(upsdk.pay({ tn: '1' }))).toMatchObject({ reason: 'busy' })
    left = 0
    ignore(upsdk.pay({ tn: '2' }))
    await pass(100)
    expect(sent).toHaveLength(1)
  })
})
