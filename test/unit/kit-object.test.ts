/** The kit’s object behaves as old code expects of upsdk, also as window.upsdk. */
import { describe, expect, it, vi } from 'vitest'
import { isUpsdkError, type Upsdk, UpsdkError } from '../../src/index'
import { succeed } from '../../wallet/simulator'
import { failureOf, kit, pass, type RawAnswers, rawUpsdk, useWallets, wallet } from '../support/wallet'

useWallets()

describe('the kit’s object', () => {
  it('can be awaited, logged, compared, serialised and probed', async () => {
    const upsdk = kit()
    expect(await upsdk).toBe(upsdk)
    expect(upsdk).toEqual(upsdk)
    expect(() => JSON.stringify(upsdk)).not.toThrow()
    expect(String(upsdk)).toBe('[object Object]')
    for (const name of [
      'then',
      'toJSON',
      'nodeType',
      'asymmetricMatch',
      'render',
      'install',
      '__v_isRef',
      '$el',
      'Component',
    ]) {
      expect((upsdk as unknown as Record<string, unknown>)[name], name).toBeUndefined()
    }
    expect(upsdk.constructor).toBe(Object)
  })

  it('gives the same function for a name each time, and it works detached', async () => {
    wallet({ answers: { scanQRCode: succeed('text') } })
    const upsdk = kit()
    const { scanQRCode } = upsdk
    expect(upsdk.scanQRCode).toBe(scanQRCode)
    expect(await scanQRCode()).toBe('text')
  })

  it('has configurable properties, and is not frozen', () => {
    const upsdk = kit()
    for (const descriptor of Object.values(Object.getOwnPropertyDescriptors(upsdk)))
      expect(descriptor.configurable).toBe(true)
    expect(Object.isExtensible(upsdk)).toBe(true)
  })

  it('as window.upsdk passes the SDK file’s writes to the raw object, and never calls itself', async () => {
    const sim = wallet({ answers: { scanQRCode: succeed('text') } })
    const upsdk = kit()
    window.upsdk = upsdk
    // The SDK file begins by setting this flag.
    const raw = {
      isInsideWallet: true,
      scanQRCode: (answers: { success(text: string): void }) => answers.success('new'),
    }
    Object.assign(window.upsdk as object, raw)
    expect(await upsdk.scanQRCode()).toBe('new')
    expect(await kit().scanQRCode()).toBe('new')
    expect(sim.calls).toEqual([])
  })

  it('has every method name as a function', () => {
    wallet()
    for (const name of ['pay', 'login', 'navi', 'vibrate', 'call', 'scanQRCode', 'methodOfLater', 'get3D'])
      expect([typeof (kit() as unknown as Record<string, unknown>)[name], name in kit()], name).toEqual([
        'function',
        true,
      ])
  })

  it('has no other name of one word, since frameworks look for those; `call` has them', async () => {
    const sim = wallet({ answers: {} })
    Object.assign(window.upsdk as object, { share: ({ success }: { success(): void }) => success() })
    const upsdk = kit() as unknown as Record<string, unknown>
    for (const name of ['then', 'render', 'mock', 'payy', 'share'])
      expect([upsdk[name], name in upsdk], name).toEqual([undefined, false])
    const { call } = kit() as { call(name: string): Promise<unknown> }
    await expect(call('share')).resolves.toBeUndefined()
    expect(sim.calls).toEqual([])
  })

  it('has no method under a name that no method can have', () => {
    wallet()
    const upsdk = kit() as unknown as Record<string, unknown>
    for (const name of ['pay-now', 'pay now', 'a.b', 'Pay', '_pay', '1'])
      expect([upsdk[name], name in upsdk], name).toEqual([undefined, false])
  })

  it('keeps a flag that old code sets on it', () => {
    wallet()
    const upsdk = kit() as unknown as Record<string, unknown>
    upsdk.shown = false
    expect(upsdk.shown).toBe(false)
    expect('shown' in upsdk).toBe(true)
    upsdk._hook = upsdk.Helper = () => 'own'
    expect([upsdk._hook, upsdk.Helper].map((own) => (own as () => string)())).toEqual(['own', 'own'])
    for (const name of ['shown', '_hook', 'Helper']) delete upsdk[name]
    expect([upsdk.shown === false, upsdk._hook, upsdk.Helper]).toEqual([false, undefined, undefined])
  })

  it('may get a method of its own assigned again, and never calls itself', async () => {
    const sim = wallet()
    const upsdk = kit()
    window.upsdk = upsdk
    const methods = upsdk as unknown as Record<string, unknown>
    methods.pay = methods.pay || (() => {})
    expect(await upsdk.pay({ tn: '1' })).toBeUndefined()
    expect(sim.calls).toHaveLength(1)
  })

  it('may get a function of the page’s by defineProperty, which stays and may call the kit’s', async () => {
    const sim = wallet()
    const upsdk = kit()
    window.upsdk = upsdk
    const { pay } = upsdk
    const wrapper = vi.fn((params: { tn: string }) => pay(params))
    Object.defineProperty(upsdk, 'pay', { value: wrapper, configurable: true })
    expect(await upsdk.pay({ tn: '1' })).toBeUndefined()
    expect([wrapper.mock.calls.length, sim.calls.length]).toEqual([1, 1])
  })

  it('works after the SDK file has written its methods again', async () => {
    wallet()
    const upsdk = kit()
    window.upsdk = upsdk
    await upsdk.ready()
    const { scanQRCode } = upsdk
    const again = wallet({ answers: { scanQRCode: succeed('again') } })
    expect([await upsdk.scanQRCode(), await scanQRCode()]).toEqual(['again', 'again'])
    expect(again.calls).toHaveLength(2)
    again.uninstall()
    const third = wallet({ answers: { scanQRCode: succeed('third') } })
    expect(await upsdk.scanQRCode()).toBe('third')
    expect(third.calls).toHaveLength(1)
  })

  it('shows live values to old code', () => {
    expect([kit().isInsideWallet, kit().checkSdkSupport, kit().jsApiList]).toEqual([false, false, []])
    wallet()
    expect([kit().isInsideWallet, kit().checkSdkSupport, kit().jsApiList]).toEqual([true, true, []])
  })
})

describe('the kit as window.upsdk', () => {
  const FUTURE = 'methodOfNextYear'

  const inPlace = () => {
    const raw = window.upsdk as Record<string, unknown>
    const upsdk = kit() as unknown as Record<string, unknown>
    window.upsdk = upsdk
    return { raw, upsdk, ready: () => (upsdk.ready as () => Promise<unknown>)() }
  }

  it('has every method until upsdk is up, and then those that upsdk has', async () => {
    wallet({ readyAfter: 50 })
    const { upsdk, ready } = inPlace()
    expect([FUTURE in upsdk, typeof upsdk[FUTURE]]).toEqual([true, 'function'])
    await pass(50)
    await ready()
    expect([FUTURE in upsdk, upsdk[FUTURE]]).toEqual([false, undefined])
    expect(['pay' in upsdk, 'pluginReady' in upsdk]).toEqual([true, true])
    expect(typeof upsdk.pay).toBe('function')
  })

  it('lists the same as upsdk outside the wallet, where the file says that it is outside', () => {
    wallet({ insideWallet: false })
    const { raw, upsdk } = inPlace()
    expect(raw.isInsideWallet).toBe(false)
    expect(FUTURE in upsdk).toBe(false)
    raw.isInsideWallet = undefined
    expect(FUTURE in upsdk).toBe(true)
  })

  it.each(['ready', 'config', 'error', 'appletAuth', 'appletConfig'])(
    'keeps the page’s function %s written before the bridge was up, and the file does not overwrite it',
    async (name) => {
      wallet({ readyAfter: 50 })
      const { upsdk } = inPlace()
      const own = () => {}
      upsdk[name] = own
      await pass(100)
      expect(upsdk[name]).toBe(own)
    },
  )

  it('keeps a function that the page writes after the file has written its methods again', async () => {
    wallet()
    const { upsdk, ready } = inPlace()
    await ready()
    window.dispatchEvent(new Event('deviceready'))
    await pass(1)
    const own = () => {}
    upsdk.pay = own
    expect(upsdk.pay).toBe(own)
  })

  it('answers each of two calls with its own result while a page’s wrapper of the method awaits a server', async () => {
    const keys: string[] = []
    rawUpsdk({
      getData({ key, success }: RawAnswers & { key: string }) {
        keys.push(key)
        success(`value of ${key}`)
      },
    })
    const { upsdk, ready } = inPlace()
    await ready()
    window.dispatchEvent(new Event('deviceready'))
    const methods = upsdk as unknown as { getData(params: object): unknown }
    const { getData } = methods
    methods.getData = async ({ success, fail, ...params }: RawAnswers) => {
      await new Promise((resolve) => setTimeout(resolve, 10))
      getData({ ...params, success: (value: unknown) => success(value), fail: () => fail() })
    }
    const read = (key: string) =>
      Promise.race([
        new Promise((success) => methods.getData({ key, success })),
        pass(2000).then(() => 'no answer'),
      ])
    expect(await Promise.all([read('a'), read('b')])).toEqual(['value of a', 'value of b'])
    expect(keys).toEqual(['a', 'b'])
  })

  it('has every method inside the wallet, whatever an upsdk without its bridge says', () => {
    wallet({ readyAfter: 'never' })
    const { raw, upsdk } = inPlace()
    raw.isInsideWallet = false
    expect(FUTURE in upsdk).toBe(true)
  })

  it('has every method again if the page puts another upsdk there', async () => {
    wallet()
    const { upsdk, ready } = inPlace()
    await ready()
    expect(FUTURE in upsdk).toBe(false)
    window.upsdk = {}
    expect(FUTURE in upsdk).toBe(true)
  })

  it('keeps its own functions out of `in`, and takes symbols', async () => {
    wallet()
    const { upsdk, ready } = inPlace()
    await ready()
    expect('explain' in upsdk).toBe(false)
    expect(typeof upsdk.explain).toBe('function')
    const symbol = Symbol('own')
    Reflect.set(upsdk, symbol, 1)
    expect([symbol in upsdk, Reflect.get(upsdk, symbol)]).toEqual([true, 1])
    expect(Object.getOwnPropertyDescriptor(upsdk, symbol)?.value).toBe(1)
  })

  it('has a method that a page adds for a wallet that lacks it, even if it was read before', async () => {
    wallet({ generation: '2020' })
    const upsdk = kit({ notify: false }) as Upsdk & Record<string, unknown>
    window.upsdk = upsdk
    expect(upsdk.getSystemInfo).toBeTypeOf('function')
    await upsdk.ready()
    const added = vi.fn(({ success }: { success(value: string): void }) => success('info'))
    if (!upsdk.getSystemInfo) upsdk.getSystemInfo = added as never
    expect('getSystemInfo' in upsdk).toBe(true)
    await new Promise((success) => upsdk.call('getSystemInfo', { success } as never))
    expect(added).toHaveBeenCalledTimes(1)
  })

  it('accepts a property defined on it', async () => {
    wallet()
    const upsdk = kit()
    window.upsdk = upsdk
    await upsdk.ready()
    Object.defineProperty(upsdk, 'flag', { value: 1 })
    expect((upsdk as unknown as { flag: number }).flag).toBe(1)
  })

  it('forgets what old code deletes', async () => {
    wallet()
    const upsdk = kit() as unknown as Record<string, unknown> & Upsdk
    window.upsdk = upsdk
    await upsdk.ready()
    upsdk.flag = 1
    delete upsdk.flag
    expect(['flag' in upsdk, upsdk.flag]).toEqual([false, undefined])
  })

  it('reads as undefined for every method that the file lacks, getNFCAdapter too', async () => {
    wallet({ generation: '2021' })
    const upsdk = kit()
    window.upsdk = upsdk
    await upsdk.ready()
    expect([upsdk.getNFCAdapter, upsdk.getSystemInfo]).toEqual([undefined, undefined])
  })
})

describe('UpsdkError', () => {
  it('is an Error, which `isUpsdkError` knows of every copy of the kit', async () => {
    wallet({ insideWallet: false })
    const error = await failureOf(kit({ locale: 'en' }).pay({ tn: 'secret' }))
    expect(error).toBeInstanceOf(Error)
    expect(error.name).toBe('UpsdkError')
    const foreign = Object.assign(new Error('x'), { [Symbol.for('upsdk-kit.error')]: true })
    expect([error, foreign, new Error('x'), null].map(isUpsdkError)).toEqual([true, true, false, false])
    expect([error, foreign].map((one) => one instanceof UpsdkError)).toEqual([true, false])
    expect(error.detail).toBe('pay outside-wallet: Not opened in the wallet app.')
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'UpsdkError',
      message: 'Open this page in the UnionPay App.',
      detail: 'pay outside-wallet: Not opened in the wallet app.',
      reason: 'outside-wallet',
      method: 'pay',
      hint: 'Not opened in the wallet app.',
      retry: 'never',
      sent: false,
      presented: false,
    })
  })
})
