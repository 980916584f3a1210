/** What a page, a wallet or a fallback does while a call is on its way: no call is lost, sent twice, or left open. */
import { describe, expect, it, vi } from 'vitest'
import type { Fallbacks } from '../../src/fallbacks'
import { fail, silent } from '../../src/simulator'
import { failureOf, kit, pass, rawMethods, recorder, stateOf, useWallets, wallet } from '../support/wallet'

useWallets()

const open = async (options = {}) => {
  const upsdk = kit({ presenter: recorder(), ...options })
  await upsdk.ready()
  return upsdk
}

describe('pluginReady of a page that wraps it', () => {
  it('may make a call of its own: both are sent', async () => {
    const sim = wallet()
    const upsdk = await open()
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

  it('may give the call up: it is not sent', async () => {
    const sim = wallet()
    const upsdk = await open()
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

describe('a call given up while another is sent before it', () => {
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

describe('upsdk replaced by another', () => {
  it('by a copy, before the bridge is up: the call reaches the wallet', async () => {
    const sim = wallet({ readyAfter: 500 })
    const call = kit({ presenter: recorder() }).pay({ tn: '1' })
    window.upsdk = Object.assign({}, window.upsdk)
    await pass(2000)
    expect(sim.calls.map(({ method }) => method)).toEqual(['pay'])
    expect(await stateOf(call)).toBeUndefined()
  })

  it('while a call waits, though the old one comes up first: it goes through the new one', async () => {
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

  it('while a call waits, and nothing else happens: the new one is found', async () => {
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

  it('by none: the page is outside again, and calls are refused', async () => {
    const sim = wallet()
    const upsdk = await open()
    sim.uninstall()
    expect(await failureOf(upsdk.pay({ tn: '1' }))).toMatchObject({ reason: 'outside-wallet', sent: false })
    expect(sim.calls).toEqual([])
  })
})

describe('destroy in the middle of a call', () => {
  it.each([
    ['that goes straight', 0],
    ['that waited', 100],
  ])('%s gives it up', async (_what, readyAfter) => {
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

  it('that a fallback has taken gives it up', async () => {
    wallet({ insideWallet: false })
    const upsdk = kit({
      presenter: recorder(),
      fallbacks: {
        scanQRCode() {
          upsdk.destroy()
          return new Promise<string>(() => {})
        },
      },
    })
    const call = failureOf(upsdk.scanQRCode())
    await pass(1000)
    expect(await call).toMatchObject({ reason: 'aborted' })
  })
})

describe('a fallback', () => {
  const answersLate = { scanQRCode: () => new Promise((resolve) => setTimeout(() => resolve('text'), 1000)) }

  it.each<[string, (answers: { fail(raw: unknown): void }) => void]>([
    ['fails twice', ({ fail: failed }) => [failed({ errcode: 'c03' }), setTimeout(() => failed('c03'), 10)]],
    [
      'fails and throws',
      ({ fail: failed }) => {
        failed({ errcode: 'c03' })
        throw new Error('sdk')
      },
    ],
  ])('is not ended by an upsdk that %s', async (_what, answer) => {
    wallet()
    const upsdk = await open({ fallbacks: answersLate as Fallbacks })
    rawMethods().scanQRCode = answer
    const call = upsdk.scanQRCode()
    await pass(2000)
    expect(await stateOf(call)).toBe('text')
  })

  it('whose ending throws settles its call, and no other call loses its limit', async () => {
    wallet({ insideWallet: false })
    const upsdk = kit({
      presenter: recorder(),
      fallbacks: {
        vibrate(_params, { onEnd }) {
          onEnd(() => {
            throw new Error('of the page')
          })
          return new Promise<void>(() => {})
        },
        getScreenParams: () => new Promise<Record<string, unknown>>(() => {}),
      },
    })
    const first = failureOf(upsdk.vibrate(undefined, { timeout: 1000 }))
    await expect(pass(1500)).rejects.toThrow('of the page')
    expect(await stateOf(first)).toMatchObject({ reason: 'timeout' })
    const second = failureOf(upsdk.getScreenParams(undefined, { timeout: 1000 }))
    await pass(1500)
    expect(await second).toMatchObject({ reason: 'timeout' })
  })

  it('that took over from the wallet does not unsay that the call was sent', async () => {
    wallet({ answers: { scanQRCode: fail('c03') } })
    const records: unknown[] = []
    const upsdk = await open({
      fallbacks: { scanQRCode: () => Promise.reject({ reason: 'permission' }), vibrate: () => undefined },
      onCall: (record: unknown) => void records.push(record),
    })
    expect(await failureOf(upsdk.scanQRCode())).toMatchObject({ reason: 'permission', sent: true })
    // This wallet has no such method: nothing was sent.
    Reflect.deleteProperty(rawMethods(), 'vibrate')
    await upsdk.vibrate()
    expect(records).toMatchObject([
      { method: 'scanQRCode', outcome: 'permission', sent: true },
      { method: 'vibrate', outcome: 'success', sent: false },
    ])
  })
})

describe('called from JavaScript', () => {
  it('null in place of options is none', async () => {
    wallet()
    expect(await kit().vibrate(undefined, null as never)).toBeUndefined()
  })

  it('a text where upsdk takes none is refused, since no answer could ever come', async () => {
    const sim = wallet()
    const call = kit({ presenter: recorder() }).scanQRCode('x' as never)
    expect(await failureOf(call)).toMatchObject({ reason: 'invalid-params', sent: false })
    expect(sim.calls).toEqual([])
  })

  it('a controller in place of its signal is refused, and the button goes on working', async () => {
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

  it('an async function among the parameters becomes an ordinary one, that upsdk takes', async () => {
    wallet()
    const given: unknown[] = []
    rawMethods().showShareMorePanel = (params) => void given.push(params)
    kit()
      .showShareMorePanel({ shareCallback: async () => 'shared' })
      .catch(() => {})
    const { shareCallback } = given[0] as { shareCallback: () => unknown }
    expect(Object.prototype.toString.call(shareCallback)).toBe('[object Function]')
    expect(await shareCallback()).toBe('shared')
  })

  it('a signal of a polyfill that calls functions only gives a call up', async () => {
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
