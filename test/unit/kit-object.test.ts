import { describe, expect, it, vi } from 'vitest'
import { UpsdkError } from '../../src/index'
import { type Simulator, type SimulatorOptions, silent, succeed } from '../../src/simulator'
import { failureOf, give, kit, pass, recorder, useWallets, wallet } from '../support/wallet'

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

  it('as window.upsdk hands writes through to the raw object, and never calls itself', async () => {
    const sim = wallet({ answers: { scanQRCode: succeed('text') } })
    const upsdk = kit()
    window.upsdk = upsdk
    const raw = { scanQRCode: (answers: { success(text: string): void }) => answers.success('new') }
    Object.assign(window.upsdk as object, raw)
    expect(await upsdk.scanQRCode()).toBe('new')
    expect(await kit().scanQRCode()).toBe('new')
    expect(sim.calls).toEqual([])
  })

  it('tells which methods are there', () => {
    wallet()
    expect(['pay' in kit(), 'call' in kit(), 'payy' in kit(), 'then' in kit()]).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(vi.spyOn(kit(), 'vibrate')).toBeTypeOf('function')
  })

  it('keeps a flag that old code puts on it', () => {
    wallet()
    const upsdk = kit() as unknown as Record<string, unknown>
    upsdk.shown = false
    expect(upsdk.shown).toBe(false)
    expect('shown' in upsdk).toBe(true)
    upsdk._hook = upsdk.Helper = () => 'own'
    expect([upsdk._hook, upsdk.Helper].map((own) => (own as () => string)())).toEqual(['own', 'own'])
    for (const name of ['shown', '_hook', 'Helper']) delete upsdk[name]
    expect(['shown' in upsdk, upsdk._hook, upsdk.Helper]).toEqual([false, undefined, undefined])
  })

  it('shows live values for old code', () => {
    expect([kit().isInsideWallet, kit().checkSdkSupport, kit().jsApiList]).toEqual([false, false, []])
    wallet()
    expect([kit().isInsideWallet, kit().checkSdkSupport, kit().jsApiList]).toEqual([true, true, []])
  })
})

describe('a method that the page wraps, once upsdk is ready', () => {
  type Told = (value: unknown) => void
  type Method = (params?: Record<string, unknown>) => unknown
  const open = async (answers: SimulatorOptions['answers'] = {}) => {
    const sim = wallet({ answers })
    const records: unknown[] = []
    const upsdk = kit({ onCall: (record) => void records.push(record), presenter: recorder() })
    window.upsdk = upsdk
    await upsdk.ready()
    return { sim, records, upsdk, methods: upsdk as unknown as Record<string, Method> }
  }
  const names = (sim: Simulator) => sim.calls.map(({ method }) => method)

  it.each<[string, (old: Method) => Method]>([
    ['at once', (old) => (params) => old(params)],
    ['later', (old) => (params) => void setTimeout(() => old(params), 10)],
    [
      'later, with callbacks of its own',
      (old) =>
        async ({ tn, success } = {}) => {
          await null
          return old({ tn, success: (value: unknown) => (success as Told)(value) })
        },
    ],
    [
      'as a promise',
      (old) =>
        async ({ tn, success } = {}) =>
          (success as Told)(await old({ tn })),
    ],
  ])('is sent once, and answered: %s', async (_how, make) => {
    const { sim, methods, records } = await open({ pay: succeed(), getSystemInfo: succeed({ ok: 1 }) })
    for (const name of ['pay', 'getSystemInfo']) {
      methods[name] = make(methods[name] as Method)
      const success = vi.fn()
      methods[name]?.({ tn: '1', success })
      await pass(20)
      expect(success).toHaveBeenCalledTimes(1)
    }
    expect(names(sim)).toEqual(['pay', 'getSystemInfo'])
    expect(records).toHaveLength(2)
  })

  it('says what became of it as it is: not sent where it was not', async () => {
    const { methods } = await open()
    const old = methods.newPay as Method
    methods.newPay = (params) => old(params)
    expect(await failureOf(methods.newPay() as Promise<unknown>)).toMatchObject({
      reason: 'unsupported',
      sent: false,
    })
  })

  it('holds the second of two equal payments back', async () => {
    const { sim, methods } = await open({ pay: silent() })
    const old = methods.pay as Method
    methods.pay = (params) => old(params)
    methods.pay({ tn: '1', fail() {} })
    expect(await failureOf(methods.pay({ tn: '1' }) as Promise<unknown>)).toMatchObject({ reason: 'busy' })
    expect(sim.calls).toHaveLength(1)
  })

  it('is the kit’s again, where the page puts it back or deletes it', async () => {
    const { sim, methods } = await open()
    const old = methods.pay as Method
    const wrapper = vi.fn((params) => old(params))
    methods.pay = wrapper
    methods.pay = wrapper
    expect(methods.pay).toBe(wrapper)
    methods.pay = old
    expect(methods.pay).toBe(old)
    methods.pay = wrapper
    delete methods.pay
    expect(methods.pay).toBe(old)
    methods.pay = null as never
    methods.pay = old
    await methods.pay({ tn: '1' })
    expect(wrapper).not.toHaveBeenCalled()
    expect(sim.calls).toHaveLength(1)
  })

  it('is wrapped for this kit alone', async () => {
    const { sim, methods } = await open()
    const old = methods.pay as Method
    const wrapper = vi.fn((params) => old(params))
    methods.pay = wrapper
    await kit().pay({ tn: '1' })
    expect(wrapper).not.toHaveBeenCalled()
    await methods.pay({ tn: '2' })
    expect(names(sim)).toEqual(['pay', 'pay'])
  })

  it('may be one of an event, whose handler hears each', async () => {
    const { sim, methods } = await open()
    const old = methods.monitorScreenShot as Method
    methods.monitorScreenShot = (params) => old(params)
    const heard = vi.fn()
    methods.monitorScreenShot({ success: heard })
    await pass(10)
    heard.mockClear()
    for (let times = 0; times < 3; times++) sim.fire('screenShotAction')
    expect(heard).toHaveBeenCalledTimes(3)
  })

  it('may be the way in', async () => {
    const { sim, methods } = await open()
    const old = methods.pluginReady as Method
    const seen = vi.fn()
    methods.pluginReady = (callback) => {
      seen()
      return old(callback)
    }
    const callback = vi.fn()
    await methods.pluginReady(callback as never)
    await methods.pay?.({ tn: '1' })
    expect([seen.mock.calls.length, callback.mock.calls.length, sim.calls.length]).toEqual([1, 1, 1])
  })

  it('stays wrapped, and goes on working, when the SDK file writes its methods again', async () => {
    const { methods } = await open()
    const old = methods.scanQRCode as Method
    methods.scanQRCode = (params) => old(params)
    give(window, 'event', new Event('deviceready'))
    methods.scanQRCode = ((answers: { success(text: string): void }) => answers.success('new')) as Method
    Reflect.deleteProperty(window, 'event')
    expect(await methods.scanQRCode()).toBe('new')
  })
})

describe('UpsdkError', () => {
  it('is an Error with a brand that works across builds', async () => {
    wallet({ insideWallet: false })
    const error = await failureOf(kit({ locale: 'en' }).pay({ tn: 'secret' }))
    expect(error).toBeInstanceOf(Error)
    expect(error.name).toBe('UpsdkError')
    const foreign = Object.assign(new Error('x'), { [Symbol.for('upsdk-kit.error')]: true })
    expect(foreign instanceof UpsdkError).toBe(true)
    expect(new Error('x') instanceof UpsdkError).toBe(false)
    expect((null as unknown) instanceof UpsdkError).toBe(false)
    expect(error.detail).toBe('pay outside-wallet: Not opened in the wallet app.')
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'UpsdkError',
      message: 'Please open this page in the UnionPay App to continue.',
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
