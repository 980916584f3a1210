/** Every call settles exactly once, whatever upsdk and native do: with a result, or with an UpsdkError. */
import { describe, expect, it, vi } from 'vitest'
import { fallbacks } from '../../src/fallbacks'
import { UpsdkError } from '../../src/index'
import { fail, silent } from '../../wallet/simulator'
import {
  failureOf,
  ignore,
  kit,
  pass,
  type RawAnswers,
  rawUpsdk,
  stateOf,
  useWallets,
  wallet,
} from '../support/wallet'

useWallets()

describe('a call', () => {
  it.each<[string, (answers: RawAnswers) => unknown, unknown]>([
    ['success, then fail', (a) => [a.success('1'), a.fail('94')], '1'],
    ['success twice', (a) => [a.success('1'), a.success('2')], '1'],
    ['fail, then success', (a) => [a.fail('94'), a.success('1')], { code: '94' }],
    ['fail twice', (a) => [a.fail('94'), a.fail('95')], { code: '94' }],
  ])('settles exactly once: %s', async (_name, answer, expected) => {
    rawUpsdk({ bioDetect: answer })
    const callbacks = { success: vi.fn(), fail: vi.fn(), complete: vi.fn() }
    const outcome = await stateOf(kit().bioDetect(callbacks))
    if (typeof expected === 'string') expect(outcome).toBe(expected)
    else expect(outcome).toMatchObject(expected as object)
    expect(callbacks.success.mock.calls.length + callbacks.fail.mock.calls.length).toBe(1)
    expect(callbacks.complete).toHaveBeenCalledTimes(1)
  })

  it('rejects if upsdk throws: invalid-params for a TypeError, else system', async () => {
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

  it('rejects at its time limit without an answer', async () => {
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

  it('rejects at the time limit that the page gives, even for a method without one', async () => {
    wallet({ answers: { bioDetect: silent() } })
    const call = failureOf(kit().bioDetect(undefined, { timeout: 2000 }))
    await pass(2000)
    expect(await call).toMatchObject({ reason: 'timeout' })
  })

  it('rejects at callTimeout, but never while a person is acting', async () => {
    wallet({ answers: { bioDetect: silent(), getHCEState: silent() } })
    const upsdk = kit({ callTimeout: 1000 })
    const acting = upsdk.bioDetect()
    ignore(acting)
    const other = failureOf(upsdk.call('getHCEState'))
    await pass(60_000)
    expect(await stateOf(acting)).toBe('pending')
    expect(await other).toMatchObject({ reason: 'timeout' })
  })

  it('leaves no timer and no listener on its signal once settled', async () => {
    rawUpsdk({ bioDetect: (a: RawAnswers) => a.success('1'), getHCEState: (a: RawAnswers) => a.success('2') })
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

  it('resolves after a quiet second if native may stay silent, and rejects if a failure comes first', async () => {
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

  it('rejects with aborted when its signal aborts, sent or not', async () => {
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

describe('a method that native may leave unanswered', () => {
  it.each([
    [500, 'timeout'],
    [1000, 'timeout'],
    [1001, undefined],
  ])('resolves after a second, unless its limit is no longer: %i', async (timeout, reason) => {
    rawUpsdk({ openAppSetting() {} })
    const call = kit({ notify: false }).openAppSetting({}, { timeout })
    ignore(call)
    await pass(1000)
    expect(await stateOf(call)).toEqual(reason && expect.objectContaining({ reason }))
  })
})

describe('the result of a call', () => {
  const THEN = 'then'
  const throwing = () => {
    throw new Error('bare')
  }

  it('may be a thenable that never settles: the call still settles', async () => {
    rawUpsdk({ saveData: ({ success }: RawAnswers) => success({ [THEN]() {} }) })
    const call = kit().call('saveData', { key: 'k', value: 'v' })
    let settled = false
    const note = () => {
      settled = true
    }
    call.then(note, note)
    await pass(100)
    expect(settled).toBe(true)
  })

  it.each<[string, object]>([
    ['a then that throws', { [THEN]: throwing }],
    [
      'a then that rejects',
      { [THEN]: (_: unknown, reject: (error: Error) => void) => reject(new Error('bare')) },
    ],
    ['a getter that throws', Object.defineProperty({}, THEN, { get: throwing })],
    ['no property that can be read', new Proxy({}, { get: throwing, ownKeys: throwing })],
  ])('with %s never makes its call reject with an error that is not the kit’s', async (_what, result) => {
    rawUpsdk({ getSystemInfo: ({ success }: RawAnswers) => success(result) })
    const outcome = await kit({ notify: false })
      .call('getSystemInfo' as 'bioDetect')
      .then(
        () => 'resolved',
        (error) => (error instanceof UpsdkError ? 'rejected' : error),
      )
    expect(['resolved', 'rejected']).toContain(outcome)
  })
})

describe('calls that are refused together', () => {
  it('get an error each, beside one that has a fallback', async () => {
    wallet({ readyAfter: 'never' })
    const upsdk = kit({ notify: false, fallbacks: fallbacks({ scanQRCode: async () => 'text' }) })
    const calls = [upsdk.scanQRCode(), upsdk.pay({ tn: '1' }), upsdk.bioDetect()].map(failureOf)
    upsdk.destroy()
    const methods = (await Promise.all(calls)).map(({ method }) => method)
    expect(methods).toEqual(['scanQRCode', 'pay', 'bioDetect'])
    expect((await failureOf(upsdk.appletAuth())).method).toBe('appletAuth')
  })
})
