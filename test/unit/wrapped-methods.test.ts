/**
 * A page's wrapper that stands on raw upsdk, since the page wrote it while the SDK file wrote its methods. The real file
 * is in `test/browser/wrapped-in-the-files-task.test.ts`.
 */
import { describe, expect, it, vi } from 'vitest'
import type { UpsdkError } from '../../src/index'
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

/** Lets timers run, and gets what came of a promise. */
async function outcomeOf(promise: unknown): Promise<unknown> {
  const heard = Promise.resolve(promise).then(
    (value) => value,
    (error: UpsdkError) => error,
  )
  return Promise.race([heard, pass(5000).then(() => 'no answer')])
}

const later = () => new Promise((resolve) => setTimeout(resolve, 10))
const answers = ({ key, success }: Params) => (success as RawAnswers['success'])(`value of ${key}`)

describe('a wrapper of the page’s on raw upsdk', () => {
  it('that hands the callbacks on later is called once, and the call is answered once', async () => {
    const native = vi.fn(answers)
    const around = vi.fn()
    const upsdk = await wrapped(native, (old) => (params) => {
      around()
      setTimeout(() => old({ ...params, key: 'signed' }), 10)
    })
    const success = vi.fn()
    expect(await outcomeOf(upsdk.getData({ key: 'a', success }))).toBe('value of signed')
    expect([around, native, success].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1])
  })

  it('that has callbacks of its own hears the answer beside the page', async () => {
    const own = vi.fn()
    const upsdk = await wrapped(answers, (old) => (params) => old({ ...params, success: own, complete: own }))
    const [success, complete] = [vi.fn(), vi.fn()]
    await outcomeOf(upsdk.getData({ key: 'a', success, complete }))
    expect(success.mock.calls).toEqual([['value of a']])
    expect(complete.mock.calls).toEqual([['value of a']])
    expect(own.mock.calls).toEqual([['value of a'], ['value of a']])
  })

  it('that passes on the kit’s own callbacks makes nothing run twice', async () => {
    const upsdk = await wrapped(answers, (old) => (params) => old(params))
    const success = vi.fn()
    await outcomeOf(upsdk.getData({ key: 'a', success }))
    expect(success).toHaveBeenCalledTimes(1)
  })

  it('that fails before it reaches upsdk fails the call', async () => {
    const thrown = new Error('no server')
    const upsdk = await wrapped(answers, () => async () => {
      await later()
      throw thrown
    })
    const fail = vi.fn()
    expect(await outcomeOf(upsdk.getData({ key: 'a', fail }))).toMatchObject({
      raw: thrown,
      reason: 'system',
    })
    expect(fail).toHaveBeenCalledTimes(1)
  })

  it('is handed no call of another method, and of its own none that is for something else', async () => {
    const native = vi.fn(answers)
    const upsdk = await wrapped(native, (old) => async ({ key, success }) => {
      await later()
      old({ key, success: (value: unknown) => (success as RawAnswers['success'])(value) })
    })
    const calls = ['a', 'b'].map((key) => outcomeOf(upsdk.getData({ key })))
    const other = outcomeOf(upsdk.scanQRCode({ key: 'a' }))
    expect(await Promise.all([...calls, other])).toEqual(['value of a', 'value of b', 'scanned a'])
    expect(native.mock.calls.map(([{ key }]) => key)).toEqual(['a', 'b'])
  })

  it('whose own call cannot be told from the page’s ends after twenty', async () => {
    const native = vi.fn(answers)
    const around = vi.fn()
    const upsdk = await wrapped(native, (old) => async ({ success }) => {
      around()
      await later()
      old({
        key: around.mock.calls.length,
        success: (value: unknown) => (success as RawAnswers['success'])(value),
      })
    })
    expect(await outcomeOf(upsdk.getData({ key: 'a' }))).toBe('value of 20')
    expect([around.mock.calls.length, native.mock.calls.length]).toEqual([20, 1])
  })
})
