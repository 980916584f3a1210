/** Callbacks run as in upsdk: success or fail, then complete, each once. */
import { describe, expect, it, vi } from 'vitest'
import { fail, succeed } from '../../wallet/simulator'
import { failureOf, kit, pass, type RawAnswers, rawUpsdk, useWallets, wallet } from '../support/wallet'

useWallets()

describe('the callbacks of a call:', () => {
  it('success gets the raw value, complete comes last, and both come before `then` handlers', async () => {
    wallet({ platform: 'android', answers: { appletAuth: succeed({ code: 'x' }) } })
    const order: unknown[] = []
    const call = kit().appletAuth({
      success: (value: unknown) => order.push(['success', value]),
      complete: () => order.push('complete'),
    })
    await call.then((value) => order.push(['promise', value]))
    expect(order).toEqual([['success', '{"code":"x"}'], 'complete', ['promise', { code: 'x' }]])
  })

  it.each(['success', 'fail'] as const)('%s never runs inside upsdk’s own callback', async (how) => {
    const order: string[] = []
    rawUpsdk({
      pay(answers: RawAnswers) {
        order.push('upsdk calls')
        answers[how]({ msg: 'x' })
        order.push('upsdk has called')
      },
    })
    await kit({ notify: false })
      .pay({ tn: '1', [how]: () => order.push(how) })
      .catch(() => {})
    expect(order).toEqual(['upsdk calls', 'upsdk has called', how])
  })

  it('complete alone runs too, after a success and after a failure', async () => {
    const sim = wallet({ platform: 'ios', answers: { bioDetect: succeed('yes') } })
    const complete = vi.fn()
    await kit().bioDetect({ complete })
    sim.answer('bioDetect', fail({ errcode: '94' }))
    await failureOf(kit().bioDetect({ complete }))
    expect(complete.mock.calls).toEqual([['yes'], [{ errcode: '94' }]])
  })

  it('success runs for a method that never answers, once it is sent', async () => {
    wallet()
    const success = vi.fn()
    await kit().call('showFlashInfo', { msg: 'm', success } as never)
    expect(success).toHaveBeenCalledTimes(1)
  })

  it('fail gets the raw failure, and cancel runs only without fail', async () => {
    wallet({ platform: 'ios', answers: { bioDetect: fail({ errcode: '94', errmsg: 'raw' }) } })
    const both = { fail: vi.fn(), cancel: vi.fn() }
    await failureOf(kit().bioDetect(both))
    expect(both.fail).toHaveBeenCalledExactlyOnceWith({ errcode: '94', errmsg: 'raw' })
    expect(both.cancel).not.toHaveBeenCalled()
    const cancel = vi.fn()
    await failureOf(kit().bioDetect({ cancel }))
    expect(cancel).toHaveBeenCalledTimes(1)
  })

  it('fail gets the user’s text if the failure is the kit’s', async () => {
    wallet({ insideWallet: false })
    const failed = vi.fn()
    await failureOf(kit({ locale: 'en' }).pay({ tn: '1', fail: failed }))
    const text = 'Open this page in the UnionPay App.'
    expect(failed).toHaveBeenCalledWith({
      errcode: 'outside-wallet',
      errmsg: text,
      code: 'outside-wallet',
      msg: text,
    })
  })

  it('none runs inside upsdk’s own callback', async () => {
    const order: string[] = []
    rawUpsdk({
      bioDetect(answers: RawAnswers) {
        answers.fail('94')
        order.push('upsdk went on')
      },
    })
    await failureOf(kit().bioDetect({ fail: () => order.push('fail') }))
    expect(order).toEqual(['upsdk went on', 'fail'])
  })

  it('an error that one throws is rethrown in a task of its own, and the call still settles', async () => {
    wallet()
    const call = kit().bioDetect({
      success() {
        throw new Error('of the page')
      },
    })
    await call
    expect(() => vi.runOnlyPendingTimers()).toThrow('of the page')
  })

  it('none runs while native is silent, and all run for its late answer', async () => {
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

  it('fail and complete run if the parameters cannot be read', async () => {
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
})
