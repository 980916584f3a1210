/** Calls wait for the bridge, and are sent in order from inside `pluginReady`. */
import { describe, expect, it, vi } from 'vitest'
import { succeed } from '../../wallet/simulator'
import {
  failureOf,
  kit,
  pass,
  type RawAnswers,
  rawMethods,
  rawUpsdk,
  readyKit,
  recorder,
  stateOf,
  useWallets,
  wallet,
} from '../support/wallet'

useWallets()

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

  it('needs one pluginReady registration, however many calls wait', async () => {
    wallet({ readyAfter: 500 })
    const pluginReady = vi.spyOn(window.upsdk as { pluginReady(): void }, 'pluginReady')
    const upsdk = kit()
    for (let n = 0; n < 100; n++) upsdk.saveData({ key: String(n), value: '' })
    expect(pluginReady).toHaveBeenCalledTimes(1)
    await pass(500)
  })

  it('fails at its own deadline, and is never sent by a late bridge', async () => {
    const sim = wallet({ readyAfter: 10_000 })
    const upsdk = kit()
    const first = failureOf(upsdk.bioDetect({ n: '1' }))
    await pass(5000)
    const second = upsdk.bioDetect({ n: '2' })
    await pass(2999)
    expect(await stateOf(first)).toBe('pending')
    await pass(1)
    expect(await first).toMatchObject({ reason: 'ready-timeout', sent: false, retry: 'now' })
    await pass(2000)
    expect(sim.calls.map((call) => call.params)).toEqual([{ n: '2' }])
    await second
  })

  it('waits without end if readyTimeout is 0 or Infinity', async () => {
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

describe('an upsdk that has let calls through', () => {
  it('gets later calls too, whatever the user agent says by then', async () => {
    const raw = rawUpsdk({ scanQRCode: ({ success }: RawAnswers) => success('text') })
    const upsdk = kit()
    await upsdk.scanQRCode()
    Object.defineProperty(navigator, 'userAgent', { configurable: true, value: 'another' })
    expect(await upsdk.scanQRCode()).toBe('text')
    window.upsdk = { ...raw }
    expect(await failureOf(upsdk.scanQRCode())).toMatchObject({ reason: 'outside-wallet' })
  })
})

describe('an error of the page’s own', () => {
  const pluginReady = vi.fn()
  const failed = (target: unknown) =>
    window.dispatchEvent(Object.defineProperty(new Event('error'), 'target', { value: target }))

  it('in the callback that lets waiting calls through gets them registered again', async () => {
    wallet()
    pluginReady.mockReset()
    window.upsdk = { pluginReady, pay: ({ success }: { success(): void }) => success() }
    const upsdk = kit()
    const call = upsdk.pay({ tn: '1' })
    failed(document.createElement('img'))
    expect(pluginReady).toHaveBeenCalledTimes(1)
    failed(window)
    expect(pluginReady).toHaveBeenCalledTimes(2)
    for (const [callback] of pluginReady.mock.calls) callback()
    await call
  })

  it('does not concern the kit once the bridge is up, or if nothing waits', async () => {
    wallet()
    pluginReady.mockReset().mockImplementation((callback) => callback())
    window.upsdk = { pluginReady, pay: ({ success }: { success(): void }) => success() }
    const upsdk = kit()
    failed(window)
    expect(pluginReady).not.toHaveBeenCalled()
    await upsdk.pay({ tn: '1' })
    failed(window)
    expect(pluginReady).toHaveBeenCalledTimes(1)
  })
})

describe('a page’s wrapper around pluginReady', () => {
  it('may make a call of its own: both are sent', async () => {
    const sim = wallet()
    const upsdk = await readyKit()
    const own = rawMethods().pluginReady
    let once = true
    rawMethods().pluginReady = (callback) => {
      if (once) upsdk.vibrate((once = false) as never)
      own(callback)
    }
    const call = upsdk.pay({ tn: '1' })
    await pass(100)
    expect(sim.calls.map(({ method }) => method).sort()).toEqual(['pay', 'vibrate'])
    expect(await stateOf(call)).toBeUndefined()
  })
})

describe('upsdk replaced', () => {
  it('by a copy before the bridge is up: the call reaches the wallet', async () => {
    const sim = wallet({ readyAfter: 500 })
    const call = kit({ presenter: recorder() }).pay({ tn: '1' })
    window.upsdk = Object.assign({}, window.upsdk)
    await pass(2000)
    expect(sim.calls.map(({ method }) => method)).toEqual(['pay'])
    expect(await stateOf(call)).toBeUndefined()
  })

  it('while a call waits, though the old one comes up first: the call goes through the new one', async () => {
    wallet({ readyAfter: 'never' })
    const upsdk = kit({ presenter: recorder() })
    let comesUp = () => {}
    rawMethods().pluginReady = (callback) => {
      comesUp = callback
    }
    const call = upsdk.pay({ tn: '1' })
    const sent: string[] = []
    window.upsdk = {
      pluginReady: (callback: () => void) => setTimeout(callback, 50),
      pay({ success }: { success(): void }) {
        sent.push('pay')
        success()
      },
    }
    comesUp()
    await pass(1000)
    expect(sent).toEqual(['pay'])
    expect(await stateOf(call)).toBeUndefined()
  })

  it('while a call waits, without any event: the kit finds the new one', async () => {
    const old = wallet({ readyAfter: 'never' })
    const upsdk = kit({ presenter: recorder() })
    const call = upsdk.vibrate()
    await pass(100)
    old.uninstall()
    const sim = wallet()
    await pass(3000)
    expect(sim.calls.map(({ method }) => method)).toEqual(['vibrate'])
    expect(await stateOf(call)).toBeUndefined()
  })

  it('by nothing: the page is outside again, and calls are refused', async () => {
    const sim = wallet()
    const upsdk = await readyKit()
    sim.uninstall()
    expect(await failureOf(upsdk.pay({ tn: '1' }))).toMatchObject({ reason: 'outside-wallet', sent: false })
    expect(sim.calls).toEqual([])
  })
})

describe('if upsdk is missing,', () => {
  it('a call is sdk-missing at its deadline', async () => {
    wallet()
    window.upsdk = undefined
    const call = failureOf(kit({ readyTimeout: 1000 }).saveData({ key: 'k', value: '' }))
    await pass(1000)
    expect(await call).toMatchObject({ reason: 'sdk-missing', sent: false })
  })

  it('a window.upsdk that is no object counts as sdk-missing', async () => {
    wallet({ insideWallet: true })
    window.upsdk = 'loading'
    const failure = failureOf(kit({ readyTimeout: 1000 }).scanQRCode())
    await pass(1000)
    expect((await failure).reason).toBe('sdk-missing')
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

  it('a call is served as soon as the first, however long that had waited', async () => {
    const sim = wallet({ answers: { scanQRCode: succeed('text') } })
    const { upsdk } = window
    const waiting = kit()
    for (const waited of [5000, 20]) {
      window.upsdk = undefined
      const call = waiting.scanQRCode()
      await pass(waited)
      window.upsdk = upsdk
      const { length } = sim.calls
      await pass(waited === 20 ? 100 : 1000)
      expect(sim.calls).toHaveLength(length + 1)
      await call
    }
  })

  it('a call is sdk-missing at once if the script is seen to fail', async () => {
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

  it('every call outside the wallet is refused at once', async () => {
    const sim = wallet({ insideWallet: false })
    expect(await failureOf(kit().pay({ tn: '1' }))).toMatchObject({
      reason: 'outside-wallet',
      sent: false,
      retry: 'never',
    })
    expect(sim.calls).toEqual([])
  })

  it('a call whose pluginReady throws fails with system, and is not sent', async () => {
    wallet()
    ;(window.upsdk as Record<string, unknown>).pluginReady = () => {
      throw new Error('broken')
    }
    expect(await failureOf(kit().pay({ tn: '1' }))).toMatchObject({ reason: 'system', sent: false })
  })
})

describe('an upsdk without pluginReady', () => {
  it('makes a call unsupported', async () => {
    wallet()
    window.upsdk = { pay() {} }
    expect(await failureOf(kit().pay({ tn: '1' }))).toMatchObject({ reason: 'unsupported', sent: false })
  })
})
