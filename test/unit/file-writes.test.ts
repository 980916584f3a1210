/**
 * A kit that is `window.upsdk` survives all that write on it: the real SDK file, even with two tags, and the page
 * (H23, H26).
 */
import { describe, expect, it, vi } from 'vitest'
import { KIT } from '../../src/gate/rawUpsdk'
import { createUpsdk, type Upsdk, type UpsdkOptions } from '../../src/index'
import { paymentsOf, type SdkWindow, sdkWindow } from '../support/sdkWindow'
import { pass, recorder, SIGNED, stateOf, useWallets } from '../support/wallet'

useWallets()

/** Makes a kit as `window.upsdk`. */
function inPlace({ window }: SdkWindow, options: UpsdkOptions = {}): Upsdk {
  const upsdk = createUpsdk({ presenter: recorder(), ...options, window })
  window.upsdk = upsdk
  return upsdk
}

/** Returns what old code sees behind `window.upsdk`. */
type OldUpsdk = Record<string, (params?: unknown) => Promise<unknown> | undefined>

const succeedAtOnce = (wallet: SdkWindow) => {
  wallet.onCall = (call) => setTimeout(call.succeed)
}

describe.each(['cordova', 'jsbridge'] as const)('window.upsdk as the kit, over %s', (bridge) => {
  describe('with two upsdk.js tags:', () => {
    /** The attack found this order: a callback waits in the first file while the second one loads. */
    function twoTags() {
      const wallet = sdkWindow(bridge)
      wallet.runFile()
      const upsdk = inPlace(wallet)
      const ready = vi.fn()
      upsdk.pluginReady(ready)
      wallet.runFile()
      wallet.bridgeUp()
      return { wallet, upsdk: upsdk as unknown as OldUpsdk, ready }
    }

    it('a double tap pays once', async () => {
      const { wallet, upsdk, ready } = twoTags()
      await pass(1)
      expect(ready).toHaveBeenCalledOnce()
      const first = upsdk.pay?.({ tn: '1' })
      expect(first).toBeInstanceOf(Promise)
      upsdk.pay?.({ tn: '2' })?.catch(() => {})
      await pass(1)
      expect(paymentsOf(wallet)).toHaveLength(1)
    })

    it.each(['a second deviceready', 'a third tag, and its deviceready'])(
      'a double tap after %s pays once, and its success is heard',
      async (what) => {
        const { wallet, upsdk } = twoTags()
        wallet.onCall = (call) => setTimeout(call.succeed, 50)
        await pass(1)
        upsdk.setNavigationBarTitle?.({ title: 'Shop' })?.catch(() => {})
        if (what.includes('tag')) wallet.runFile()
        await Promise.resolve()
        wallet.bridgeUp()
        const [success, fail] = [vi.fn(), vi.fn()]
        for (let tap = 0; tap < 2; tap++) upsdk.pay?.({ tn: '1', success, fail })?.catch(() => {})
        await pass(200)
        expect([paymentsOf(wallet).length, success.mock.calls.length, fail.mock.calls.length]).toEqual([
          1, 1, 0,
        ])
      },
    )

    it('a call reaches native without another pluginReady of the page', async () => {
      const { wallet, upsdk } = twoTags()
      succeedAtOnce(wallet)
      await pass(1)
      const call = upsdk.getLocationGps?.()
      await pass(10)
      expect(await stateOf(call as Promise<unknown>)).not.toBeInstanceOf(Error)
      expect(wallet.calls.map(({ name }) => name)).toContain('UPWalletPlugin.fetchNativeData')
    })

    it('a function that the page writes in its pluginReady callback stays the page’s own', async () => {
      const wallet = sdkWindow(bridge)
      wallet.runFile()
      const upsdk = inPlace(wallet) as unknown as OldUpsdk
      const around = vi.fn()
      upsdk.pluginReady?.(() => {
        const old = upsdk.pay
        upsdk.pay = (params) => {
          around()
          return old?.call(upsdk, params)
        }
      })
      wallet.runFile()
      wallet.bridgeUp()
      succeedAtOnce(wallet)
      await pass(1)
      await Promise.all([upsdk.pay?.({ tn: '1' }), pass(20)])
      expect([around.mock.calls.length, paymentsOf(wallet).length]).toEqual([1, 1])
    })
  })

  describe('if the page wraps a method before the first call,', () => {
    /** The bridge is up before the kit is made, and the kit has sent nothing yet. */
    function wrapped() {
      const wallet = sdkWindow(bridge)
      wallet.runFile()
      wallet.bridgeUp()
      const upsdk = inPlace(wallet) as unknown as OldUpsdk
      const old = upsdk.pay
      const around = vi.fn()
      upsdk.pay = (params) => {
        around()
        return old?.call(upsdk, params)
      }
      return { wallet, upsdk, around }
    }

    it('the method reaches native once at each call, and its callbacks run', async () => {
      const { wallet, upsdk, around } = wrapped()
      succeedAtOnce(wallet)
      const success = vi.fn()
      upsdk.pay?.({ tn: '1', success })
      await pass(20)
      expect([paymentsOf(wallet).length, success.mock.calls.length]).toEqual([1, 1])
      upsdk.pay?.({ tn: '2', success })
      await pass(20)
      expect([paymentsOf(wallet).length, success.mock.calls.length]).toEqual([2, 2])
      expect(around).toHaveBeenCalled()
    })

    it('the wrapper stays once another call went through', async () => {
      const { wallet, upsdk, around } = wrapped()
      succeedAtOnce(wallet)
      upsdk.getLocationGps?.()?.catch(() => {})
      await pass(20)
      await Promise.all([upsdk.pay?.({ tn: '1' }), pass(20)])
      expect([around.mock.calls.length, paymentsOf(wallet).length]).toEqual([1, 1])
    })

    it('the file overwrites the wrapper if it writes later, as without the kit', async () => {
      const wallet = sdkWindow(bridge)
      wallet.runFile()
      const upsdk = inPlace(wallet) as unknown as OldUpsdk
      const around = vi.fn()
      upsdk.pay = around
      wallet.bridgeUp()
      succeedAtOnce(wallet)
      await Promise.all([upsdk.pay?.({ tn: '1' }), pass(20)])
      expect([around.mock.calls.length, paymentsOf(wallet).length]).toEqual([0, 1])
    })
  })

  describe('if the page wraps pay in the file’s task, and asks its server before it pays,', () => {
    /** @param before changes upsdk before the page wraps its method */
    async function paid(params: object, before?: (raw: Record<string, unknown>) => void) {
      const wallet = sdkWindow(bridge)
      wallet.runFile()
      const upsdk = inPlace(wallet) as unknown as OldUpsdk
      wallet.afterBridge = () => {
        before?.(
          (wallet.window.upsdk as unknown as Record<symbol, () => Record<string, unknown>>)[KIT]?.() || {},
        )
        const old = upsdk.pay
        upsdk.pay = async (given) => {
          await new Promise((resolve) => setTimeout(resolve, 500))
          return old?.({ ...(given as object) })
        }
      }
      wallet.bridgeUp()
      succeedAtOnce(wallet)
      const ended = upsdk.pay?.(params)?.then(
        () => 'paid',
        ({ reason, sent }) => [reason, sent],
      )
      await pass(3000)
      return [paymentsOf(wallet).length, await Promise.race([ended, 'open'])]
    }

    it('it pays once', async () => {
      expect(await paid({ tn: '1' })).toEqual([1, 'paid'])
    })

    it('what the file refuses then was not sent', async () => {
      expect(await paid({})).toEqual([0, ['invalid-params', false]])
    })

    it('what the file throws then fails the payment', async () => {
      const outcome = await paid({ tn: '1' }, (raw) => {
        raw.pay = () => {
          throw new TypeError('No bridge')
        }
      })
      expect(outcome).toEqual([0, ['unknown', true]])
    })
  })

  it.each(['pluginReady', 'ready'])(
    'a page that wraps %s before the bridge is up still gets its calls sent',
    async (name) => {
      const wallet = sdkWindow(bridge)
      wallet.runFile()
      const upsdk = inPlace(wallet) as unknown as OldUpsdk
      const old = upsdk[name]
      upsdk[name] = (callback) => old?.call(upsdk, callback)
      const ready = vi.fn()
      upsdk[name]?.(ready)
      if (name === 'ready') upsdk.config?.(SIGNED)?.catch(() => {})
      wallet.onCall = ({ name: method, succeed }) =>
        setTimeout(succeed, 1, method === 'UPWebSdk.config' ? { jsApiList: [] } : undefined)
      const call = upsdk.pay?.({ tn: '1' })
      await pass(1)
      wallet.bridgeUp()
      await pass(2000)
      expect([ready.mock.calls.length, await stateOf(call as Promise<unknown>)]).toEqual([1, undefined])
    },
  )

  it('a destroyed kit that is still window.upsdk lets no payment through, whatever the file writes', async () => {
    const wallet = sdkWindow(bridge)
    wallet.runFile()
    wallet.bridgeUp()
    const kit = inPlace(wallet)
    await kit.ready()
    kit.destroy()
    const upsdk = kit as unknown as OldUpsdk
    wallet.runFile()
    wallet.bridgeUp()
    const outcomes = ['1', '2'].map((tn) => upsdk.pay?.({ tn }))
    await pass(10_000)
    for (const outcome of outcomes)
      expect(await stateOf(outcome as Promise<unknown>)).toMatchObject({ reason: 'aborted', sent: false })
    expect(paymentsOf(wallet)).toEqual([])
  })
})
