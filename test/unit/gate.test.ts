import { describe, expect, it, vi } from 'vitest'
import { fail, succeed } from '../../src/simulator'
import { failureOf, kit, pass, stateOf, useWallets, wallet } from '../support/wallet'

useWallets()

const signed = { appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's' }

describe('a call made before the bridge is up', () => {
  it('waits, and is sent in order with the others', async () => {
    const sim = wallet({ readyAfter: 500 })
    const upsdk = kit()
    const calls = [upsdk.saveData({ key: 'a', value: '1' }), upsdk.saveData({ key: 'b', value: '2' })]
    await pass(499)
    expect(sim.calls).toEqual([])
    await pass(1)
    expect(sim.calls.map((call) => call.params)).toEqual([
      { key: 'a', value: '1' },
      { key: 'b', value: '2' },
    ])
    await Promise.all(calls)
  })

  it('is registered with pluginReady once, however many wait', async () => {
    wallet({ readyAfter: 500 })
    const pluginReady = vi.spyOn(window.upsdk as { pluginReady(): void }, 'pluginReady')
    const upsdk = kit()
    for (let n = 0; n < 100; n++) upsdk.saveData({ key: String(n), value: '' })
    expect(pluginReady).toHaveBeenCalledTimes(1)
    await pass(500)
  })

  it('is given up at its own deadline, and never sent by a bridge that comes late', async () => {
    const sim = wallet({ readyAfter: 10_000 })
    const upsdk = kit()
    const first = failureOf(upsdk.pay({ tn: '1' }))
    await pass(5000)
    const second = upsdk.pay({ tn: '2' })
    await pass(2999)
    expect(await stateOf(first)).toBe('pending')
    await pass(1)
    expect(await first).toMatchObject({ reason: 'ready-timeout', sent: false, retry: 'now' })
    await pass(2000)
    expect(sim.calls.map((call) => call.params)).toEqual([{ tn: '2' }])
    await second
  })

  it('waits without end where readyTimeout is 0 or Infinity', async () => {
    wallet({ readyAfter: 100_000 })
    const calls = [0, Infinity].map((readyTimeout) => kit({ readyTimeout }).saveData({ key: 'k', value: '' }))
    await pass(99_999)
    expect(await stateOf(Promise.race(calls))).toBe('pending')
    await pass(1)
    await Promise.all(calls)
  })

  it('does not lose time while the document is hidden', async () => {
    wallet({ readyAfter: 'never' })
    const call = failureOf(kit().saveData({ key: 'k', value: '' }))
    await pass(4000)
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    document.dispatchEvent(new Event('visibilitychange'))
    await pass(60_000)
    expect(await stateOf(call)).toBe('pending')
    hidden.mockRestore()
    document.dispatchEvent(new Event('visibilitychange'))
    await pass(3999)
    expect(await stateOf(call)).toBe('pending')
    await pass(1)
    expect(await call).toMatchObject({ reason: 'ready-timeout' })
  })
})

describe('where upsdk is missing', () => {
  it('a call is sdk-missing at its deadline', async () => {
    wallet()
    window.upsdk = undefined
    const call = failureOf(kit({ readyTimeout: 1000 }).saveData({ key: 'k', value: '' }))
    await pass(1000)
    expect(await call).toMatchObject({ reason: 'sdk-missing', sent: false })
  })

  it('a call is served by an upsdk that comes in time', async () => {
    const sim = wallet({ answers: { scanQRCode: succeed('text') } })
    const { upsdk } = window
    window.upsdk = undefined
    const call = kit().scanQRCode()
    await pass(1000)
    window.upsdk = upsdk
    await pass(1000)
    expect(await call).toBe('text')
    expect(sim.calls).toHaveLength(1)
  })

  it('a call is sdk-missing at once, when the script is seen to fail', async () => {
    wallet()
    window.upsdk = undefined
    const upsdk = kit()
    const call = failureOf(upsdk.scanQRCode())
    const script = document.createElement('script')
    script.setAttribute('src', 'https://open.95516.com/s/open/js/upsdk.js')
    Object.defineProperty(script, 'src', { value: 'https://open.95516.com/s/open/js/upsdk.js' })
    window.dispatchEvent(Object.defineProperty(new Event('error'), 'target', { value: script }))
    expect(await call).toMatchObject({ reason: 'sdk-missing' })
    expect(await failureOf(upsdk.scanQRCode())).toMatchObject({ reason: 'sdk-missing' })
  })

  it('outside the wallet everything is refused at once', async () => {
    const sim = wallet({ insideWallet: false })
    expect(await failureOf(kit().pay({ tn: '1' }))).toMatchObject({
      reason: 'outside-wallet',
      sent: false,
      retry: 'never',
    })
    expect(sim.calls).toEqual([])
  })

  it('a pluginReady that throws gives system, and nothing is sent', async () => {
    wallet()
    ;(window.upsdk as Record<string, unknown>).pluginReady = () => {
      throw new Error('broken')
    }
    expect(await failureOf(kit().pay({ tn: '1' }))).toMatchObject({ reason: 'system', sent: false })
  })
})

describe('ready', () => {
  it('gives the environment', async () => {
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

  it('rejects at readyTimeout, but its callback still runs when the bridge comes', async () => {
    wallet({ readyAfter: 20_000 })
    const callback = vi.fn()
    const ready = failureOf(kit().ready(callback))
    await pass(8000)
    expect(await ready).toMatchObject({ reason: 'ready-timeout' })
    expect(callback).not.toHaveBeenCalled()
    await pass(12_000)
    expect(callback).toHaveBeenCalledTimes(1)
  })

  it('runs its callback outside the wallet too, and rejects', async () => {
    wallet({ insideWallet: false })
    const callback = vi.fn()
    expect(await failureOf(kit().pluginReady(callback))).toMatchObject({ reason: 'outside-wallet' })
    expect(callback).toHaveBeenCalledTimes(1)
  })

  it('shows nothing', async () => {
    wallet({ insideWallet: false })
    await failureOf(kit().ready())
    await pass(1000)
    expect(document.querySelector('[data-upsdk-kit]')).toBeNull()
  })
})

describe('supports', () => {
  it('is false outside, when not ready in time, and for what is no method', async () => {
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

describe('signed mode', () => {
  it('sends after an accepted config only', async () => {
    const sim = wallet({ latency: 100, answers: { config: succeed({ jsApiList: ['pay'] }) } })
    const pluginReady = vi.spyOn(window.upsdk as { pluginReady(): void }, 'pluginReady')
    const upsdk = kit({ config: signed })
    const call = upsdk.pay({ tn: '1' })
    await pass(99)
    expect(sim.calls.map((call) => call.method)).toEqual(['config'])
    await pass(200)
    await call
    expect(sim.calls.map((call) => call.method)).toEqual(['config', 'pay'])
    expect(upsdk.jsApiList).toEqual(['pay'])
    expect(pluginReady).not.toHaveBeenCalled()
  })

  it('rejects everything with bad-signature after a refusal, until a new config', async () => {
    const sim = wallet({ answers: { config: fail({ errmsg: 'refused' }) } })
    const upsdk = kit()
    const told = vi.fn()
    upsdk.error(told)
    expect(await failureOf(upsdk.config(signed))).toMatchObject({
      reason: 'bad-signature',
      raw: { errmsg: 'refused' },
    })
    expect(await failureOf(upsdk.pay({ tn: '1' }))).toMatchObject({ reason: 'bad-signature', sent: false })
    expect(told).toHaveBeenCalledExactlyOnceWith({ errmsg: 'refused' })
    sim.answer('config', succeed({ jsApiList: [] }))
    await upsdk.config(signed)
    await upsdk.pay({ tn: '1' })
  })

  it('gives bad-config where the signature function fails, or gives nothing', async () => {
    wallet()
    const failing = kit({ config: () => Promise.reject(new Error('no network')) })
    expect(await failureOf(failing.pay({ tn: '1' }))).toMatchObject({ reason: 'bad-config' })
    expect(await failureOf(kit().config(undefined as never))).toMatchObject({ reason: 'bad-config' })
  })

  it('shows the wallet’s toast only where the config granted it', async () => {
    const sim = wallet({ answers: { config: succeed({ jsApiList: ['saveData'] }) } })
    const upsdk = kit({ config: signed })
    await upsdk.saveData({ key: 'k', value: 'v' })
    upsdk.toast('hello')
    expect(sim.calls.map((call) => call.method)).not.toContain('showFlashInfo')
    expect(document.querySelector('[data-upsdk-kit="toast"]')?.shadowRoot?.textContent).toBe('hello')
  })
})

describe('destroy', () => {
  it('gives up what waits and what was sent, and refuses what comes later', async () => {
    const sim = wallet({ readyAfter: 500, latency: 100 })
    const upsdk = kit()
    const ready = vi.fn()
    upsdk.ready(ready)
    const waiting = failureOf(upsdk.pay({ tn: '1' }))
    upsdk.destroy()
    expect(await waiting).toMatchObject({ reason: 'aborted', sent: false })
    await pass(1000)
    expect(sim.calls).toEqual([])
    expect(ready).not.toHaveBeenCalled()
    expect(await failureOf(upsdk.pay({ tn: '1' }))).toMatchObject({ reason: 'aborted' })
    expect(await failureOf(upsdk.ready())).toMatchObject({ reason: 'aborted' })
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a newer config', () => {
  it('is handed on, though an older one is answered while its signature is being fetched', async () => {
    const sim = wallet({ latency: 100 })
    const upsdk = kit()
    upsdk.config(signed)
    await pass(10)
    upsdk.config(
      () => new Promise((resolve) => setTimeout(() => resolve({ ...signed, nonceStr: 'newer' }), 500)),
    )
    await pass(3000)
    expect(sim.calls.map(({ params }) => (params as { nonceStr: string }).nonceStr)).toEqual(['n', 'newer'])
  })

  it('that is accepted opens the way, though an older one was refused on the way', async () => {
    let configs = 0
    wallet({
      latency: 100,
      answers: { config: () => (configs++ ? succeed({ jsApiList: [] }) : fail({ errmsg: 'refused' })) },
    })
    const upsdk = kit()
    upsdk.config(signed)
    await pass(50)
    upsdk.config(signed)
    await pass(1000)
    const call = upsdk.saveData({ key: 'k', value: 'v' })
    await pass(200)
    await call
  })
})
