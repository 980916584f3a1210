/** Inspectors are told of every step of a call, in order. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fallbacks } from '../../src/fallbacks'
import { withoutTap } from '../../src/fallbacks/fallback'
import { serverCodes } from '../../src/server-codes'
import { fail, silent, succeed } from '../../src/simulator'
import { inShort, stepRecorder } from '../support/steps'
import { failureOf, give, ignore, kit, pass, rawUpsdk, recorder, useWallets, wallet } from '../support/wallet'

useWallets()
afterEach(() => {
  vi.restoreAllMocks()
})

describe('the steps of a call', () => {
  it('that goes well', async () => {
    wallet({ answers: { scanQRCode: succeed('x') } })
    const inspector = stepRecorder()
    await kit({ inspector }).scanQRCode()
    expect(inspector.steps.map(inShort)).toEqual(['called', 'sent', 'answered', 'settled success'])
  })

  it('have one id, its method, and times that do not run backwards', async () => {
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

  it('that fails and is shown', async () => {
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
    expect(settled).toMatchObject({ code: '94', hint: 'Face check failed too often today.' })
  })

  it('that has an official text', async () => {
    wallet({ answers: { bioDetect: fail('94') } })
    const inspector = stepRecorder()
    const catalogues = [serverCodes]
    await failureOf(kit({ inspector, catalogues, notify: false }).bioDetect())
    expect(inspector.steps).toContainEqual(
      expect.objectContaining({ type: 'settled', description: '没有通过人像验证，请次日后再试' }),
    )
  })

  it('outside the wallet: it is not sent', async () => {
    wallet({ insideWallet: false })
    const inspector = stepRecorder()
    await failureOf(kit({ inspector, presenter: recorder() }).pay({ tn: '1' }))
    await pass(10)
    expect(inspector.of('pay')).toEqual(['called', 'settled outside-wallet', 'shown dialog'])
  })

  it('for which the bridge never comes', async () => {
    wallet({ readyAfter: 'never' })
    const inspector = stepRecorder()
    const call = failureOf(kit({ inspector, presenter: recorder() }).scanQRCode())
    await pass(9000)
    await call
    expect(inspector.of('scanQRCode')).toEqual(['called', 'settled ready-timeout', 'shown toast'])
  })

  it('that has no such method', async () => {
    wallet()
    const inspector = stepRecorder()
    await failureOf(kit({ inspector, presenter: recorder() }).call('noSuchMethod' as 'scanQRCode'))
    await pass(10)
    expect(inspector.of('noSuchMethod')).toEqual(['called', 'settled unsupported', 'shown toast'])
  })

  it('that upsdk throws at', async () => {
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

  it('that is never answered', async () => {
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

  it('to which native may stay silent', async () => {
    wallet({ answers: { closeWebApp: silent() } })
    const inspector = stepRecorder()
    const call = kit({ inspector }).closeWebApp()
    await pass(1500)
    await call
    expect(inspector.of('closeWebApp')).toEqual(['called', 'sent', 'settled success'])
  })

  it('that has no answer', async () => {
    wallet()
    const inspector = stepRecorder()
    await kit({ inspector }).showFlashInfo('SECRET')
    expect(inspector.of('showFlashInfo')).toEqual(['called', 'sent', 'settled success'])
  })

  it('that cancels an event, which the page has not made itself', async () => {
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

  it('that is given up, before sending and after', async () => {
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

  it('that is a second tap', async () => {
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

  it('that is made after the kit was destroyed', async () => {
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

  it('name the cause, where several share a reason', async () => {
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

  it('name a fallback as the cause, and a missing tap', async () => {
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

  it('that a fallback does', async () => {
    wallet({ insideWallet: false })
    const inspector = stepRecorder()
    await kit({ inspector, fallbacks: fallbacks({ scanQRCode: () => 'x' }) }).scanQRCode()
    expect(inspector.of('scanQRCode')).toEqual(['called', 'settled success'])
  })

  it('with a malformed option: there are none', async () => {
    wallet()
    const inspector = stepRecorder()
    await expect(kit({ inspector }).scanQRCode({}, { timeout: '5' as never })).rejects.toThrow(TypeError)
    expect(inspector.steps).toEqual([])
  })
})

describe('a payment', () => {
  it('without an answer is told of after 10 s, and of an answer that comes late', async () => {
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

  it('that is answered in time is not', async () => {
    wallet({ latency: 1000 })
    const inspector = stepRecorder()
    const call = kit({ inspector }).pay({ tn: '1' })
    await pass(20_000)
    await call
    expect(inspector.of('pay')).toEqual(['called', 'sent', 'answered', 'settled success'])
  })

  it('counts only the time in which the page is seen', async () => {
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

  it('only a payment has these two', async () => {
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
