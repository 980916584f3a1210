/** A second tap sends nothing, and no button stays dead. */
import { describe, expect, it, vi } from 'vitest'
import { fallbacks } from '../../src/fallbacks'
import { fail, silent } from '../../wallet/simulator'
import { BUSY } from '../support/payments'
import {
  failureOf,
  ignore,
  kit,
  methodsOf,
  pass,
  type RawAnswers,
  rawUpsdk,
  stateOf,
  useWallets,
  visibility,
  wallet,
} from '../support/wallet'

useWallets()

describe('the check for a second tap (busy)', () => {
  it('refuses a second payment with equal parameters, whatever their order; only its complete runs', async () => {
    const sim = wallet({ answers: { pay: silent() } })
    const upsdk = kit()
    ignore(upsdk.pay({ tn: '1', extra: { a: 1, b: 2 } } as { tn: string }))
    const callbacks = { fail: vi.fn(), complete: vi.fn() }
    const second = upsdk.pay({ extra: { b: 2, a: 1 }, tn: '1', ...callbacks } as { tn: string })
    expect(await failureOf(second)).toMatchObject({ reason: 'busy', sent: false })
    expect(callbacks.fail).not.toHaveBeenCalled()
    expect(callbacks.complete).toHaveBeenCalledTimes(1)
    expect(sim.calls).toHaveLength(1)
  })

  it('refuses a second call with equal parameters, whatever their order, of a method that is no payment', async () => {
    const sim = wallet({ answers: { chooseImage: silent() } })
    const upsdk = kit()
    ignore(upsdk.call('chooseImage', { maxWidth: '1', extra: { a: 1, b: [2, 3] } } as never))
    const second = upsdk.call('chooseImage', { extra: { b: [2, 3], a: 1 }, maxWidth: '1' } as never)
    expect(await failureOf(second)).toMatchObject({ reason: 'busy', sent: false })
    ignore(upsdk.call('chooseImage', { extra: { b: [3, 2], a: 1 }, maxWidth: '1' } as never))
    expect(sim.calls).toHaveLength(2)
  })

  it('lets other methods pass, and other parameters unless it is a payment', () => {
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
  ] as const)(
    'of %s ends %i ms after sending, so that a lost answer leaves no dead button',
    async (method, ms) => {
      const sim = wallet({ answers: { [method]: silent() } })
      const upsdk = kit({ notify: false })
      const tap = () => upsdk.call(method as 'pay', { tn: '1' }).catch(() => {})
      tap()
      await pass(ms - 1)
      tap()
      expect(sim.calls).toHaveLength(1)
      await pass(1)
      tap()
      expect(sim.calls).toHaveLength(2)
    },
  )

  it('ends when the first call settles', async () => {
    const sim = wallet()
    const upsdk = kit()
    await upsdk.pay({ tn: '1' })
    await upsdk.pay({ tn: '1' })
    expect(sim.calls).toHaveLength(2)
  })

  it('never refuses appletAuth', async () => {
    const sim = wallet()
    const upsdk = kit()
    await Promise.all([upsdk.appletAuth(), upsdk.appletAuth()])
    expect(sim.calls).toHaveLength(2)
  })

  it('refuses a second tap while the first call still waits for the wallet, however long', async () => {
    wallet({ readyAfter: 7000 })
    const upsdk = kit()
    ignore(upsdk.bioDetect())
    await pass(6500)
    expect(await failureOf(upsdk.bioDetect())).toMatchObject({ reason: 'busy', sent: false })
  })

  it('refuses nothing if parameters cannot be compared', async () => {
    rawUpsdk({ bioDetect() {} })
    const params: Record<string, unknown> = {}
    params.self = params
    const upsdk = kit()
    const calls = [upsdk.bioDetect(params), upsdk.bioDetect(params)]
    for (const call of calls) ignore(call)
    for (const call of calls) expect(await stateOf(call)).toBe('pending')
  })

  it('is not ended by an older call that settles late', async () => {
    const answers: RawAnswers[] = []
    rawUpsdk({ bioDetect: (a: RawAnswers) => answers.push(a) })
    const upsdk = kit()
    upsdk.bioDetect()
    await pass(3100)
    ignore(upsdk.bioDetect())
    answers[0]?.success()
    expect(await failureOf(upsdk.bioDetect())).toMatchObject({ reason: 'busy' })
    expect(answers).toHaveLength(2)
  })
})

describe('a second tap on what native never answers', () => {
  it('is refused for 1 s', async () => {
    const sim = wallet()
    const upsdk = kit()
    const tap = () =>
      upsdk.showSharePopup({ title: 't', desc: 'd', shareUrl: 'https://m.example/', picUrl: '' })
    await tap()
    await pass(999)
    expect(await stateOf(tap())).toMatchObject(BUSY)
    await pass(1)
    await tap()
    expect(methodsOf(sim)).toEqual(['showSharePopup', 'showSharePopup'])
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

describe('the callback onHoldEnd', () => {
  it.each([
    ['scanQRCode', 3000],
    ['pay', 5000],
  ] as const)('of %s without an answer runs %i ms after sending', async (method, ms) => {
    wallet({ answers: { [method]: silent() } })
    const onHoldEnd = vi.fn()
    ignore(kit().call(method as 'pay', { tn: '1' }, { onHoldEnd }))
    await pass(ms - 50)
    expect(onHoldEnd).not.toHaveBeenCalled()
    await pass(100)
    expect(onHoldEnd).toHaveBeenCalledOnce()
    await pass(60_000)
    expect(onHoldEnd).toHaveBeenCalledOnce()
  })

  it('runs when the page is visible again if the hold ended while it was hidden', async () => {
    wallet({ answers: { pay: silent() } })
    const hide = visibility()
    hide(false)
    const onHoldEnd = vi.fn()
    ignore(kit().pay({ tn: '1' }, { onHoldEnd }))
    await pass(1000)
    hide(true)
    await pass(3000)
    hide(false)
    await pass(900)
    expect(onHoldEnd).not.toHaveBeenCalled()
    hide(true)
    await pass(3000)
    hide(false)
    await pass(50)
    expect(onHoldEnd).toHaveBeenCalledOnce()
  })

  it('does not run if native has answered', async () => {
    wallet({ latency: 100 })
    const onHoldEnd = vi.fn()
    await Promise.all([kit().pay({ tn: '1' }, { onHoldEnd }), pass(60_000)])
    expect(onHoldEnd).not.toHaveBeenCalled()
  })

  it('runs once for a call that native refused and its fallback took over', async () => {
    wallet({ latency: 500, answers: { scanQRCode: fail('c03') } })
    const onHoldEnd = vi.fn()
    const scanQRCode = () => new Promise<string>(() => {})
    ignore(kit({ fallbacks: fallbacks({ scanQRCode }) }).scanQRCode({}, { onHoldEnd }))
    await pass(3400)
    expect(onHoldEnd).not.toHaveBeenCalled()
    await pass(10_000)
    expect(onHoldEnd).toHaveBeenCalledOnce()
  })
})
