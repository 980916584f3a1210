/** The simulator and the kit work on jsdom, which most test runners have, with fake timers and spies. */
// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createUpsdk, type Upsdk, UpsdkError } from '../../src/index'
import { fail, installSimulator, type Simulator, silent, succeed } from '../../wallet/simulator'

let wallet: Simulator
let upsdk: Upsdk

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  })
  wallet = installSimulator({ language: 'en_US' })
  upsdk = createUpsdk()
})
afterEach(() => {
  upsdk.destroy()
  wallet.uninstall()
  vi.useRealTimers()
})

describe('a kit in a test on jsdom', () => {
  it('makes a call that reaches the simulated wallet, and gets its answer', async () => {
    wallet.answer('getLocationGps', succeed({ latitude: '31.2', longitude: '121.4' }))
    const result = upsdk.getLocationGps()
    await vi.advanceTimersByTimeAsync(10)
    await expect(result).resolves.toEqual({ latitude: '31.2', longitude: '121.4' })
    expect(wallet.calls).toEqual([{ method: 'getLocationGps', params: {} }])
  })

  it('shows a failure in the document', async () => {
    wallet.answer('bioDetect', fail('95'))
    const failed = expect(upsdk.bioDetect()).rejects.toBeInstanceOf(UpsdkError)
    await vi.advanceTimersByTimeAsync(1000)
    await failed
    const toast = document.querySelector('[data-upsdk-kit="toast"]')
    expect(toast?.shadowRoot?.textContent).toBe(upsdk.explain('95').message)
  })

  it('closes a dialog at a click', async () => {
    const run = vi.fn()
    wallet.answer('bioDetect', fail('99'))
    upsdk.bioDetect(undefined, { actions: { 99: { run } } }).catch(() => {})
    await vi.advanceTimersByTimeAsync(1000)
    const root = document.querySelector('[data-upsdk-kit="dialog"]')?.shadowRoot
    const buttons = [...(root?.querySelectorAll('button') || [])]
    buttons.find(({ textContent }) => textContent === 'Verify')?.click()
    await vi.advanceTimersByTimeAsync(1000)
    expect(run).toHaveBeenCalledOnce()
  })

  it('meets a deadline with fake timers', async () => {
    wallet.answer('getSystemInfo', silent())
    const failed = expect(upsdk.getSystemInfo()).rejects.toMatchObject({ reason: 'timeout' })
    await vi.advanceTimersByTimeAsync(16_000)
    await failed
  })

  it('lets a spy replace a method, and be restored', async () => {
    const spy = vi.spyOn(upsdk, 'pay').mockResolvedValue(undefined)
    await upsdk.pay({ tn: '1' })
    expect(spy).toHaveBeenCalledExactlyOnceWith({ tn: '1' })
    expect(wallet.calls).toEqual([])
    spy.mockRestore()
    const paid = upsdk.pay({ tn: '2' })
    await vi.advanceTimersByTimeAsync(10)
    await paid
    expect(wallet.calls).toEqual([{ method: 'pay', params: { tn: '2' } }])
  })

  it('calls a handler for an event that is fired', async () => {
    const heard = vi.fn()
    upsdk.on('screenShotAction', heard)
    await vi.advanceTimersByTimeAsync(10)
    wallet.fire('screenShotAction', { n: 1 })
    expect(heard).toHaveBeenCalledExactlyOnceWith({ n: 1 })
  })
})
