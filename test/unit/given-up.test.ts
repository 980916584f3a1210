/** A call that is aborted before it was sent is never sent; one that was sent settles. */
import { describe, expect, it, vi } from 'vitest'
import { fallbacks } from '../../src/fallbacks'
import { silent } from '../../wallet/simulator'
import {
  failureOf,
  ignore,
  kit,
  methodsOf,
  pass,
  rawMethods,
  readyKit,
  recorder,
  stateOf,
  useWallets,
  wallet,
} from '../support/wallet'

useWallets()

describe('the signal beforeSending', () => {
  it('aborts a call that still waits', async () => {
    const sim = wallet({ readyAfter: 100 })
    const controller = new AbortController()
    const call = failureOf(kit().bioDetect(undefined, { beforeSending: controller.signal }))
    controller.abort()
    expect(await call).toMatchObject({ reason: 'aborted', sent: false })
    await pass(1000)
    expect(sim.calls).toEqual([])
  })

  it('keeps a payment from being sent if aborted already', async () => {
    const sim = wallet()
    const upsdk = await readyKit()
    const controller = new AbortController()
    controller.abort()
    const payment = failureOf(upsdk.pay({ tn: '1' }, { beforeSending: controller.signal }))
    expect(await payment).toMatchObject({ reason: 'aborted', sent: false })
    expect(sim.calls).toEqual([])
  })

  it('does not end a call that has been sent', async () => {
    wallet({ latency: 100 })
    const controller = new AbortController()
    const call = kit().bioDetect(undefined, { beforeSending: controller.signal })
    controller.abort()
    await pass(100)
    expect(await stateOf(call)).toBeUndefined()
  })
})

describe('a call that the page aborts while another is sent before it', () => {
  it('is not sent', async () => {
    const sim = wallet({ readyAfter: 100 })
    const upsdk = kit({ presenter: recorder() })
    const controller = new AbortController()
    sim.answer('vibrate', () => {
      controller.abort()
      return silent()
    })
    upsdk.vibrate()
    const call = failureOf(upsdk.pay({ tn: '1' }, { signal: controller.signal }))
    await pass(200)
    expect(await call).toMatchObject({ reason: 'aborted', sent: false })
    expect(sim.calls.map(({ method }) => method)).toEqual(['vibrate'])
  })
})

describe('a page’s wrapper around pluginReady', () => {
  it('may abort the call: it is not sent', async () => {
    const sim = wallet()
    const upsdk = await readyKit()
    const own = rawMethods().pluginReady
    const controller = new AbortController()
    rawMethods().pluginReady = (callback) => {
      controller.abort()
      own(callback)
    }
    expect(await failureOf(upsdk.pay({ tn: '1' }, { signal: controller.signal }))).toMatchObject({
      reason: 'aborted',
      sent: false,
    })
    expect(sim.calls).toEqual([])
  })
})

describe('the option signal', () => {
  it('keeps no payment from being sent if the page’s signal throws, nor later ones', async () => {
    const sim = wallet()
    const upsdk = kit()
    const signal = {
      aborted: false,
      addEventListener() {
        throw new Error('not here')
      },
      removeEventListener() {},
    }
    const call = upsdk.pay({ tn: '1' }, { signal })
    await expect(pass(1)).rejects.toThrow('not here')
    await call
    await upsdk.pay({ tn: '2' })
    expect(sim.calls).toHaveLength(2)
  })

  it('as a controller instead of its signal is refused, and the button goes on working', async () => {
    const sim = wallet()
    const upsdk = kit({ presenter: recorder() })
    const complete = vi.fn()
    const signal = new AbortController() as unknown as AbortSignal
    const error = await failureOf(upsdk.pay({ tn: '1', complete }, { signal }))
    expect(error).toMatchObject({ reason: 'invalid-params', sent: false })
    expect(complete).toHaveBeenCalledTimes(1)
    expect(await upsdk.pay({ tn: '1' })).toBeUndefined()
    expect(sim.calls).toHaveLength(1)
  })

  it('of a polyfill that takes functions only aborts a call', async () => {
    wallet({ answers: { scanQRCode: silent() } })
    const listeners: unknown[] = []
    const signal = {
      aborted: false,
      addEventListener: (_type: string, listener: unknown) => void listeners.push(listener),
      removeEventListener: () => {},
    } as unknown as AbortSignal
    const call = failureOf(kit().scanQRCode(undefined, { signal }))
    await pass(10)
    for (const listener of listeners) (listener as () => void).call(signal)
    expect(await call).toMatchObject({ reason: 'aborted' })
  })
})

describe('destroy() of a kit', () => {
  it('aborts waiting and sent calls, and refuses later ones', async () => {
    const sim = wallet({ readyAfter: 500, latency: 100 })
    const upsdk = kit()
    const ready = vi.fn()
    const promise = failureOf(upsdk.pluginReady(ready))
    const waiting = failureOf(upsdk.pay({ tn: '1' }))
    upsdk.destroy()
    expect(await waiting).toMatchObject({ reason: 'aborted', sent: false })
    expect(await promise).toMatchObject({ reason: 'aborted', sent: false })
    await pass(1000)
    expect(sim.calls).toEqual([])
    expect(ready).not.toHaveBeenCalled()
    expect(await failureOf(upsdk.pay({ tn: '1' }))).toMatchObject({ reason: 'aborted' })
    expect(await failureOf(upsdk.ready())).toMatchObject({ reason: 'aborted' })
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('destroy() after sending', () => {
  it('aborts a call without an answer', async () => {
    wallet({ answers: { bioDetect: silent(), getHCEState: silent() } })
    const upsdk = kit()
    const calls = [upsdk.bioDetect(), upsdk.call('getHCEState')].map(failureOf)
    upsdk.destroy()
    for (const call of calls) expect(await call).toMatchObject({ reason: 'aborted', sent: true })
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('destroy() in the middle of a call', () => {
  it.each([
    ['that is sent at once', 0],
    ['that waits', 100],
  ])('aborts one %s', async (_what, readyAfter) => {
    const sim = wallet({ readyAfter })
    const upsdk = kit({ presenter: recorder() })
    if (!readyAfter) await upsdk.ready()
    sim.answer('scanQRCode', () => {
      upsdk.destroy()
      return silent()
    })
    const call = failureOf(upsdk.scanQRCode())
    await pass(1000)
    expect(await call).toMatchObject({ reason: 'aborted' })
  })

  it('aborts one that a fallback serves', async () => {
    wallet({ insideWallet: false })
    const upsdk = kit({
      presenter: recorder(),
      fallbacks: fallbacks({
        scanQRCode() {
          upsdk.destroy()
          return new Promise<string>(() => {})
        },
      }),
    })
    const call = failureOf(upsdk.scanQRCode())
    await pass(1000)
    expect(await call).toMatchObject({ reason: 'aborted' })
  })
})

it('calls that were given up while they hold back others leave no timer when their hold has ended', async () => {
  const sim = wallet({ answers: { scanQRCode: silent() } })
  const upsdk = kit({ notify: false })
  await upsdk.ready()
  for (let scan = 0; scan < 5; scan++) {
    const controller = new AbortController()
    ignore(upsdk.scanQRCode({ scanType: [String(scan)] } as never, { signal: controller.signal }))
    controller.abort()
  }
  expect(methodsOf(sim)).toHaveLength(5)
  await pass(5000)
  expect(vi.getTimerCount()).toBe(0)
})
