import { describe, expect, it, vi } from 'vitest'
import { UpsdkError } from '../../src/index'
import { fail, succeed } from '../../src/simulator'
import { failureOf, kit, pass, recorder, stateOf, useWallets, wallet } from '../support/wallet'

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
    const own = () => {}
    upsdk.shown = own
    expect(upsdk.shown).toBeTypeOf('function')
  })

  it('shows live values for old code', () => {
    expect([kit().isInsideWallet, kit().checkSdkSupport, kit().jsApiList]).toEqual([false, false, []])
    wallet()
    expect([kit().isInsideWallet, kit().checkSdkSupport, kit().jsApiList]).toEqual([true, true, []])
  })
})

describe('a method that the page wraps', () => {
  type Old = (params: Record<string, unknown>) => unknown
  const wrap = async (make: (old: Old) => Old, method: 'pay' | 'vibrate' | 'getSystemInfo') => {
    const records: unknown[] = []
    const upsdk = kit({ onCall: (record) => void records.push(record), presenter: recorder() })
    window.upsdk = upsdk
    await upsdk.ready()
    const methods = upsdk as unknown as Record<string, Old>
    methods[method] = make(methods[method] as Old)
    return { upsdk, methods, records }
  }

  it.each([
    ['handing on what it got', (old: Old) => (params: Record<string, unknown>) => old(params)],
    [
      'with callbacks of its own around the page’s',
      (old: Old) => (params: Record<string, unknown>) => {
        const { success } = params as { success(value: unknown): void }
        return old({ ...params, success: (value: unknown) => success(value) })
      },
    ],
    [
      'later',
      (old: Old) => (params: Record<string, unknown>) => {
        setTimeout(() => old(params), 10)
      },
    ],
    [
      'as a promise',
      (old: Old) => (params: Record<string, unknown>) =>
        (old(params) as Promise<unknown>).then((value) => value),
    ],
    [
      'twice over',
      (old: Old) => {
        const inner: Old = (params) => old(params)
        return (params: Record<string, unknown>) => inner(params)
      },
    ],
  ])('is sent once, and answered: %s', async (_how, make) => {
    for (const method of ['pay', 'getSystemInfo'] as const) {
      const sim = wallet({ answers: { [method]: succeed({ ok: 1 }) } })
      const { upsdk, records } = await wrap(make, method)
      const success = vi.fn()
      const call = upsdk.call(method, { tn: '1', success } as never)
      await pass(20)
      expect(await stateOf(call)).not.toBe('pending')
      expect(success).toHaveBeenCalledTimes(1)
      expect(sim.calls.map((each) => each.method)).toEqual([method])
      expect(records).toMatchObject([{ method, outcome: 'success', sent: true }])
    }
  })

  it('fails once', async () => {
    wallet({ answers: { pay: fail('c02') } })
    const { upsdk, records } = await wrap((old) => (params) => old(params), 'pay')
    const told = vi.fn()
    expect(await failureOf(upsdk.pay({ tn: '1', fail: told }))).toMatchObject({ code: 'c02' })
    expect(told).toHaveBeenCalledTimes(1)
    expect(records).toHaveLength(1)
  })

  it('may be wrapped again, and the wrapper of another kit may wrap it', async () => {
    const sim = wallet()
    const { methods, upsdk } = await wrap((old) => (params) => old(params), 'pay')
    const old = methods.pay as Old
    methods.pay = (params) => old(params)
    expect(await upsdk.pay({ tn: '1' })).toBeUndefined()
    expect(sim.calls).toHaveLength(1)
  })

  it('is as it was where it is put back', async () => {
    const sim = wallet()
    const upsdk = kit()
    await upsdk.ready()
    const methods = upsdk as unknown as Record<string, unknown>
    methods.pay = upsdk.pay || (() => {})
    expect(await upsdk.pay({ tn: '1' })).toBeUndefined()
    expect(sim.calls).toHaveLength(1)
  })

  it('that the wallet lacks fails, and goes nowhere', async () => {
    const sim = wallet()
    const { upsdk } = await wrap((old) => (params) => old(params), 'vibrate')
    const methods = upsdk as unknown as Record<string, Old>
    const old = methods.newMethod as Old
    methods.newMethod = (params) => old(params)
    const told = vi.fn()
    await failureOf(upsdk.call('newMethod' as 'pay', { tn: '1', fail: told }))
    expect(told).toHaveBeenCalledWith(expect.objectContaining({ errcode: 'unsupported' }))
    expect(sim.calls).toEqual([])
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
