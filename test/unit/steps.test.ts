/** Inspectors get every step of a call, in order. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fallbacks } from '../../src/fallbacks'
import { withoutTap } from '../../src/fallbacks/fallback'
import type { Step } from '../../src/index'
import { serverCodes } from '../../src/server-codes'
import { fail, silent, succeed } from '../../wallet/simulator'
import { inShort, stepRecorder } from '../support/steps'
import { failureOf, give, ignore, kit, pass, rawUpsdk, recorder, useWallets, wallet } from '../support/wallet'

useWallets()
afterEach(() => {
  vi.restoreAllMocks()
})

describe('the steps of a call:', () => {
  it('a successful call has the steps called, sent, answered and settled', async () => {
    wallet({ answers: { scanQRCode: succeed('x') } })
    const inspector = stepRecorder()
    await kit({ inspector }).scanQRCode()
    expect(inspector.steps.map(inShort)).toEqual(['called', 'sent', 'answered', 'settled success'])
  })

  it('steps of a call share its id and method, and their times never go back', async () => {
    wallet({ readyAfter: 100, latency: 100, answers: { bioDetect: fail('94') } })
    const inspector = stepRecorder()
    const upsdk = kit({ inspector, presenter: recorder() })
    const calls = [failureOf(upsdk.bioDetect()), upsdk.getLocationGps()]
    await pass(5000)
    await Promise.all(calls)
    const ids = new Set(inspector.steps.map(({ id }) => id))
    expect(ids.size).toBe(2)
    for (const id of ids) {
      const own = inspector.steps.filter((step) => step.id === id)
      expect(new Set(own.map(({ method }) => method)).size).toBe(1)
      const times = own.map(({ at }) => at)
      expect(times).toEqual([...times].sort((one, other) => one - other))
    }
    const [called, sent, answered] = inspector.steps.filter(({ method }) => method === 'bioDetect')
    expect(Number(sent?.at) - Number(called?.at)).toBeGreaterThanOrEqual(99)
    expect(Number(answered?.at) - Number(sent?.at)).toBeGreaterThanOrEqual(99)
  })

  it('a failed call that is shown ends with the step shown', async () => {
    wallet({ answers: { bioDetect: fail('94') } })
    const inspector = stepRecorder()
    await failureOf(kit({ inspector, presenter: recorder() }).bioDetect())
    await pass(1000)
    expect(inspector.of('bioDetect')).toEqual([
      'called',
      'sent',
      'answered',
      'settled identity',
      'shown dialog',
    ])
    const settled = inspector.steps.filter(({ type }) => type === 'settled')[0]
    expect(settled).toMatchObject({
      code: '94',
      hint: expect.stringMatching(/^Face check failed too often today: /),
    })
  })

  it('the step shown comes once the toast was shown', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const presenter = recorder()
    const onScreen: number[] = []
    const step = ({ type }: Step) => {
      if (type === 'shown') onScreen.push(presenter.toasts.length)
    }
    await failureOf(kit({ inspector: { step }, presenter }).bioDetect())
    await pass(1000)
    expect(onScreen).toEqual([1])
  })

  it('a failed call has its official text in the step settled', async () => {
    wallet({ answers: { bioDetect: fail('94') } })
    const inspector = stepRecorder()
    const catalogues = [serverCodes]
    await failureOf(kit({ inspector, catalogues, notify: false }).bioDetect())
    expect(inspector.steps).toContainEqual(
      expect.objectContaining({ type: 'settled', description: '没有通过人像验证，请次日后再试' }),
    )
  })

  it('a call outside the wallet has no step sent', async () => {
    wallet({ insideWallet: false })
    const inspector = stepRecorder()
    await failureOf(kit({ inspector, presenter: recorder() }).pay({ tn: '1' }))
    await pass(10)
    expect(inspector.of('pay')).toEqual(['called', 'settled outside-wallet', 'shown dialog'])
  })

  it('a call without a bridge has no step sent', async () => {
    wallet({ readyAfter: 'never' })
    const inspector = stepRecorder()
    const call = failureOf(kit({ inspector, presenter: recorder() }).scanQRCode())
    await pass(9000)
    await call
    expect(inspector.of('scanQRCode')).toEqual(['called', 'settled ready-timeout', 'shown toast'])
  })

  it('a call of an unknown method settles as unsupported', async () => {
    wallet()
    const inspector = stepRecorder()
    await failureOf(kit({ inspector, presenter: recorder() }).call('noSuchMethod' as 'scanQRCode'))
    await pass(10)
    expect(inspector.of('noSuchMethod')).toEqual(['called', 'settled unsupported', 'shown toast'])
  })

  it('a call at which upsdk throws has a step settled', async () => {
    rawUpsdk({
      scanQRCode() {
        throw new TypeError('SECRET')
      },
    })
    const inspector = stepRecorder()
    await failureOf(kit({ inspector, presenter: recorder() }).scanQRCode())
    await pass(10)
    expect(inspector.of('scanQRCode')).toEqual(['called', 'sent', 'settled invalid-params', 'shown toast'])
  })

  it('a call without an answer settles with timeout', async () => {
    wallet({ answers: { getLocationCity: silent() } })
    const inspector = stepRecorder()
    const call = failureOf(kit({ inspector, callTimeout: 500 }).getLocationCity())
    await pass(1000)
    await call
    expect(inspector.of('getLocationCity')).toEqual([
      'called',
      'sent',
      'settled timeout',
      'quiet quiet method',
    ])
  })

  it('a call to which native may stay silent settles as a success', async () => {
    wallet({ answers: { closeWebApp: silent() } })
    const inspector = stepRecorder()
    const call = kit({ inspector }).closeWebApp()
    await pass(1500)
    await call
    expect(inspector.of('closeWebApp')).toEqual(['called', 'sent', 'settled success'])
  })

  it('a call that native never answers settles once it is sent', async () => {
    wallet()
    const inspector = stepRecorder()
    await kit({ inspector }).showFlashInfo('SECRET')
    expect(inspector.of('showFlashInfo')).toEqual(['called', 'sent', 'settled success'])
  })

  it('a call with which the kit cancels an event has steps too', async () => {
    wallet()
    const inspector = stepRecorder()
    const onCall = vi.fn()
    const stop = kit({ inspector, onCall }).on('screenShotAction', () => {})
    await pass(100)
    stop()
    await pass(2000)
    expect(inspector.of('removeScreenShot')).toEqual(['called', 'sent', 'answered', 'settled success'])
    expect(onCall.mock.calls.map(([{ method }]) => method)).toEqual(['monitorScreenShot'])
  })

  it('a call that is aborted before or after sending has the step settled', async () => {
    wallet({ readyAfter: 100, answers: { scanQRCode: silent() } })
    const inspector = stepRecorder()
    const upsdk = kit({ inspector })
    for (const ms of [10, 200]) {
      const controller = new AbortController()
      const call = failureOf(upsdk.scanQRCode({}, { signal: controller.signal }))
      await pass(ms)
      controller.abort()
      await call
    }
    expect(inspector.of('scanQRCode')).toEqual([
      ...['called', 'settled aborted', 'quiet never shown'],
      ...['called', 'sent', 'settled aborted', 'quiet never shown'],
    ])
  })

  it('a second tap has the steps of a busy call', async () => {
    wallet({ answers: { scanQRCode: silent() } })
    const inspector = stepRecorder()
    const upsdk = kit({ inspector })
    ignore(upsdk.scanQRCode())
    await failureOf(upsdk.scanQRCode())
    const ids = inspector.steps.map(({ id }) => id)
    expect(inspector.of('scanQRCode')).toEqual([
      'called',
      'sent',
      'called',
      'settled busy',
      'quiet never shown',
    ])
    expect(new Set(ids).size).toBe(2)
  })

  it('a call after destroy has the steps of an aborted call', async () => {
    wallet()
    const inspector = stepRecorder()
    const upsdk = kit({ inspector })
    upsdk.destroy()
    await failureOf(upsdk.scanQRCode())
    expect(inspector.of('scanQRCode')).toEqual(['called', 'settled aborted', 'quiet closed'])
    expect(inspector.steps).toContainEqual(
      expect.objectContaining({ hint: expect.stringContaining('destroyed') }),
    )
  })

  it('steps name the cause if several causes share a reason', async () => {
    wallet({ readyAfter: 'never' })
    const inspector = stepRecorder()
    const causes = () =>
      inspector.steps.flatMap((step) => (step.type === 'settled' ? [[step.outcome, step.cause]] : []))
    const upsdk = kit({ inspector, readyTimeout: 0 })
    const controller = new AbortController()
    ignore(upsdk.getLocationGps({}, { signal: controller.signal }))
    ignore(upsdk.pay({ tn: '1' }))
    await pass(9000)
    controller.abort()
    ignore(upsdk.pay({ tn: '2' }))
    ignore(upsdk.scanQRCode({}, { signal: controller as never }))
    await pass(10)
    upsdk.destroy()
    await pass(10)
    expect(causes()).toEqual([
      ['aborted', 'given up'],
      ['aborted', 'replaced'],
      ['invalid-params', 'malformed signal'],
      ['aborted', 'destroyed'],
    ])
  })

  it('steps name a fallback, and a missing tap, as the cause', async () => {
    wallet({ insideWallet: false })
    const inspector = stepRecorder()
    const failing = (failure: () => unknown) => () => Promise.reject(failure())
    const upsdk = kit({
      inspector,
      notify: false,
      fallbacks: fallbacks({
        scanQRCode: failing(withoutTap),
        getLocationGps: failing(() => ({ code: '04' })),
        vibrate: failing(() => Object.assign(new Error('x'), { cause: 'a secret' })),
      }),
    })
    await failureOf(upsdk.scanQRCode())
    await failureOf(upsdk.getLocationGps())
    await failureOf(upsdk.vibrate())
    const causes = inspector.steps.flatMap((step) => (step.type === 'settled' ? [step.cause] : []))
    expect(causes).toEqual(['no tap', 'fallback', 'fallback'])
  })

  it('a call that a fallback does has no step sent', async () => {
    wallet({ insideWallet: false })
    const inspector = stepRecorder()
    await kit({ inspector, fallbacks: fallbacks({ scanQRCode: () => 'x' }) }).scanQRCode()
    expect(inspector.of('scanQRCode')).toEqual(['called', 'settled success'])
  })

  it('a call with a malformed option has no steps', async () => {
    wallet()
    const inspector = stepRecorder()
    await expect(kit({ inspector }).scanQRCode({}, { timeout: '5' as never })).rejects.toThrow(TypeError)
    expect(inspector.steps).toEqual([])
  })
})

describe('the steps of a payment:', () => {
  it('a payment has the step unanswered after 10 s, and late for a late answer', async () => {
    let answer: ((failure: unknown) => void) | undefined
    rawUpsdk({ pay: (params: { fail(failure: unknown): void }) => void (answer = params.fail) })
    const inspector = stepRecorder()
    const call = failureOf(kit({ inspector, presenter: recorder() }).pay({ tn: '1' }, { timeout: 12_000 }))
    await pass(9900)
    expect(inspector.of('pay')).toEqual(['called', 'sent'])
    await pass(200)
    expect(inspector.of('pay')).toEqual(['called', 'sent', 'unanswered'])
    await pass(2500)
    await call
    expect(inspector.of('pay')).toEqual(['called', 'sent', 'unanswered', 'settled timeout', 'shown dialog'])
    answer?.({ msg: 'SECRET' })
    await pass(10)
    expect(inspector.of('pay').slice(5)).toEqual(['late'])
    answer?.({ msg: 'SECRET' })
    await pass(10)
    expect(inspector.of('pay')).toHaveLength(6)
    expect(new Set(inspector.steps.map(({ id }) => id)).size).toBe(1)
  })

  it('a payment that is answered in time has no step unanswered or late', async () => {
    wallet({ latency: 1000 })
    const inspector = stepRecorder()
    const call = kit({ inspector }).pay({ tn: '1' })
    await pass(20_000)
    await call
    expect(inspector.of('pay')).toEqual(['called', 'sent', 'answered', 'settled success'])
  })

  it('the step unanswered counts only time in which the page is visible', async () => {
    wallet({ answers: { pay: silent() } })
    const inspector = stepRecorder()
    kit({ inspector })
      .pay({ tn: '1' })
      .catch(() => {})
    await pass(5000)
    give(document, 'hidden', true)
    document.dispatchEvent(new Event('visibilitychange'))
    await pass(60_000)
    expect(inspector.of('pay')).toEqual(['called', 'sent'])
    give(document, 'hidden', false)
    document.dispatchEvent(new Event('visibilitychange'))
    await pass(5100)
    expect(inspector.of('pay')).toEqual(['called', 'sent', 'unanswered'])
  })

  it('only a payment has the steps unanswered and late', async () => {
    let answer: ((failure: unknown) => void) | undefined
    rawUpsdk({ scanQRCode: (params: { fail(failure: unknown): void }) => void (answer = params.fail) })
    const inspector = stepRecorder()
    const call = failureOf(kit({ inspector, notify: false }).scanQRCode({}, { timeout: 12_000 }))
    await pass(13_000)
    await call
    answer?.({ code: '1' })
    await pass(10)
    expect(inspector.of('scanQRCode')).toEqual(['called', 'sent', 'settled timeout', 'quiet notify is off'])
  })
})
