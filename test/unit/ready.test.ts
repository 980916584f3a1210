/** `ready()` and `supports()` say whether the wallet is there, and what it can do. */
import { describe, expect, it, vi } from 'vitest'
import { fail } from '../../wallet/simulator'
import { failureOf, ignore, kit, pass, stateOf, useWallets, wallet } from '../support/wallet'

useWallets()

describe('ready and pluginReady', () => {
  it('resolve to the environment', async () => {
    wallet({ platform: 'ios', bridge: 'jsbridge', language: 'en_US' })
    expect(await kit().ready()).toEqual({
      insideWallet: true,
      platform: 'ios',
      bridge: 'jsbridge',
      appVersion: 1010,
      clientVersion: 310,
      language: 'en-US',
    })
  })

  it('reject at readyTimeout, but the callback of pluginReady still runs when the bridge comes', async () => {
    wallet({ readyAfter: 20_000 })
    const callback = vi.fn()
    const ready = failureOf(kit().pluginReady(callback))
    await pass(8000)
    expect(await ready).toMatchObject({ reason: 'ready-timeout' })
    expect(callback).not.toHaveBeenCalled()
    await pass(12_000)
    expect(callback).toHaveBeenCalledTimes(1)
  })

  it('outside the wallet run the callback of pluginReady too, and reject', async () => {
    wallet({ insideWallet: false })
    const callback = vi.fn()
    expect(await failureOf(kit().pluginReady(callback))).toMatchObject({ reason: 'outside-wallet' })
    expect(callback).toHaveBeenCalledTimes(1)
  })

  it('run no callback once the kit is destroyed', async () => {
    wallet({ readyAfter: 1000 })
    const callback = vi.fn()
    const upsdk = kit()
    ignore(upsdk.pluginReady(callback))
    await pass(500)
    upsdk.destroy()
    ignore(upsdk.pluginReady(callback))
    await pass(1000)
    expect(callback).not.toHaveBeenCalled()
  })

  it('leave no timer once the bridge is up', async () => {
    wallet()
    const upsdk = kit()
    await upsdk.ready()
    await upsdk.ready(() => {})
    await upsdk.pluginReady(() => {})
    expect(vi.getTimerCount()).toBe(0)
  })

  it('show no message', async () => {
    wallet({ insideWallet: false })
    await failureOf(kit().ready())
    await pass(1000)
    expect(document.querySelector('[data-upsdk-kit]')).toBeNull()
  })
})

describe('the function supports()', () => {
  it('is false outside, when not ready in time, and for an unknown method', async () => {
    wallet({ readyAfter: 'never' })
    const late = kit().supports('pay')
    await pass(8000)
    expect(await late).toBe(false)
    wallet()
    expect(await kit().supports('pay')).toBe(true)
    expect(await kit().supports('constructor')).toBe(false)
    wallet({ insideWallet: false })
    expect(await kit().supports('pay')).toBe(false)
  })

  it('is false once the method failed with c03 or c04', async () => {
    wallet({ answers: { vibrate: fail('c03') } })
    const upsdk = kit()
    expect(await upsdk.supports('vibrate')).toBe(true)
    expect(await failureOf(upsdk.call('vibrate'))).toMatchObject({ code: 'c03', reason: 'unsupported' })
    expect(await upsdk.supports('vibrate')).toBe(false)
  })
})

describe('an upsdk without pluginReady', () => {
  it('lets a ready callback wait for the file, and what is called then is sent', async () => {
    wallet()
    const real = window.upsdk
    window.upsdk = {}
    const upsdk = kit({ notify: false })
    const callback = vi.fn()
    ignore(upsdk.pluginReady(callback))
    expect(await failureOf(upsdk.scanQRCode())).toMatchObject({ reason: 'unsupported' })
    window.upsdk = real
    await pass(500)
    expect(callback).toHaveBeenCalledTimes(1)
  })

  it('counts as missing if it only holds what the page wrote on the kit', async () => {
    const sim = wallet()
    const real = window.upsdk as object
    window.upsdk = undefined
    const upsdk = kit({ notify: false })
    window.upsdk = upsdk
    ;(upsdk as unknown as Record<string, unknown>).env = 'prod'
    const call = upsdk.saveData({ key: 'k', value: 'v' })
    expect(await stateOf(call)).toBe('pending')
    // The SDK file writes on the kit, which is window.upsdk.
    Object.assign(window.upsdk as object, real)
    await pass(100)
    expect(await stateOf(call)).toBeUndefined()
    expect(sim.calls).toHaveLength(1)
  })

  it('is gone for old code too, once the window has none', () => {
    wallet()
    const upsdk = kit()
    expect(upsdk.isInsideWallet).toBe(true)
    Reflect.deleteProperty(window, 'upsdk')
    expect([upsdk.isInsideWallet, upsdk.checkSdkSupport, upsdk.jsApiList]).toEqual([false, false, []])
  })
})

describe('an upsdk of the page that has a `then`:', () => {
  it.each<[string, PropertyDescriptor]>([
    ['that does nothing', { value: vi.fn() }],
    [
      'that throws',
      {
        get() {
          throw new Error('page')
        },
      },
    ],
  ])('with %s it becomes ready like any other', async (_name, then) => {
    wallet()
    Object.defineProperty(window.upsdk as object, 'then', { configurable: true, ...then })
    expect(await stateOf(kit().ready())).toMatchObject({ insideWallet: true })
    expect(await stateOf(kit().supports('pay'))).toBe(true)
  })
})
