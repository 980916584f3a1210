/**
 * A page's wrapper around a method of the kit in upsdk's place, written in the task in which the bridge comes up. The real
 * file is in `test/browser/wrapped-in-the-files-task.test.ts`.
 */
import { describe, expect, it, vi } from 'vitest'
import { kit, pass, type RawAnswers, rawUpsdk, useWallets } from '../support/wallet'

useWallets()

type Params = Record<string, unknown>
type Method = (params: Params) => unknown

/** Puts a kit in upsdk's place, and the page's wrapper around a method in the task in which the bridge comes up. */
async function wrapped(method: Method, wrap: (old: Method) => Method) {
  const scanQRCode = ({ key, success }: Params) => (success as RawAnswers['success'])(`scanned ${key}`)
  rawUpsdk({ getData: method, scanQRCode })
  const upsdk = kit({ notify: false })
  window.upsdk = upsdk
  await upsdk.ready()
  window.dispatchEvent(new Event('deviceready'))
  const methods = upsdk as unknown as Record<'getData' | 'scanQRCode', Method>
  methods.getData = wrap(methods.getData)
  return methods
}

const answers = ({ key, success }: Params) => (success as RawAnswers['success'])(`value of ${key}`)

describe('a wrapper of the page’s around a method of the kit', () => {
  it('that calls it later is called once, and reaches native once', async () => {
    const native = vi.fn(answers)
    const around = vi.fn()
    const upsdk = await wrapped(native, (old) => (params) => {
      around()
      setTimeout(() => old({ ...params, key: 'signed' }), 10)
    })
    const success = vi.fn()
    upsdk.getData({ key: 'a', success })
    await pass(100)
    expect(success.mock.calls).toEqual([['value of signed']])
    expect([around, native].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
  })

  it('returns to the page what it returns itself', async () => {
    const upsdk = await wrapped(answers, (old) => async (params) => `wrapped ${await old(params)}`)
    expect(await upsdk.getData({ key: 'a' })).toBe('wrapped value of a')
    const silent = await wrapped(answers, (old) => (params) => void old(params))
    expect(silent.getData({ key: 'a' })).toBeUndefined()
  })

  it('gets what `call` is given, which returns a promise of its result', async () => {
    const upsdk = await wrapped(answers, (old) => (params) => old({ ...params, key: 'b' }))
    const { call } = upsdk as unknown as { call(method: string, params: Params): Promise<unknown> }
    expect(await call('getData', { key: 'a' })).toBe('value of b')
  })

  it('that has callbacks of its own hears the answer in place of the page, as with raw upsdk', async () => {
    const own = vi.fn()
    const upsdk = await wrapped(answers, (old) => (params) => old({ ...params, success: own, complete: own }))
    const success = vi.fn()
    await upsdk.getData({ key: 'a', success })
    expect([own.mock.calls, success.mock.calls]).toEqual([[['value of a'], ['value of a']], []])
  })

  it('that fails before it calls the kit rejects, and reaches native never', async () => {
    const native = vi.fn(answers)
    const thrown = new Error('no server')
    const upsdk = await wrapped(native, () => () => Promise.reject(thrown))
    await expect(upsdk.getData({ key: 'a' })).rejects.toBe(thrown)
    expect(native).not.toHaveBeenCalled()
  })

  it('may call it for another order, and keeps to its own method', async () => {
    const native = vi.fn(answers)
    const upsdk = await wrapped(native, (old) => async ({ key, success }) => {
      await new Promise((resolve) => setTimeout(resolve, 10))
      return old({ key: `${key}${key}`, success })
    })
    const calls = ['a', 'b'].map((key) => upsdk.getData({ key }))
    const all = Promise.all([...calls, upsdk.scanQRCode({ key: 'a' })])
    await pass(100)
    expect(await all).toEqual(['value of aa', 'value of bb', 'scanned a'])
    expect(native.mock.calls.map(([{ key }]) => key)).toEqual(['aa', 'bb'])
  })
})
