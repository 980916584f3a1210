/** Faults found by attacks, around calls, events and the object. Each test failed before its fault was fixed. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { readChunks } from '../../src/helpers'
import { type Upsdk, UpsdkError } from '../../src/index'
import { walletLink } from '../../src/open-in-app'
import { type AnswerOf, fail, succeed } from '../../src/simulator'
import {
  failureOf,
  kit,
  pass,
  type RawAnswers,
  rawUpsdk,
  recorder,
  stateOf,
  useWallets,
  wallet,
} from '../support/wallet'

useWallets()

describe('upsdk.isInsideWallet', () => {
  beforeEach(() => {
    wallet({ insideWallet: false })
    window.upsdk = {
      isInsideWallet: true,
      pluginReady: (callback: () => void) => callback(),
      scanQRCode: ({ success }: RawAnswers) => success('scanned'),
    }
  })

  it('decides over the user agent: a call goes through', async () => {
    expect(await stateOf(kit({ notify: false }).scanQRCode())).toBe('scanned')
  })

  it('decides over the user agent: ready resolves, and supports is true', async () => {
    const upsdk = kit()
    expect(await upsdk.supports('scanQRCode')).toBe(true)
    expect(await stateOf(upsdk.ready())).toMatchObject({ insideWallet: true })
  })
})

/** `Array.from` as the libraries have it: neither takes iterators or Sets. */
function fromOfMooTools(item?: { length?: number } | null): unknown {
  if (item === null || item === undefined) return []
  return typeof item.length === 'number' && typeof item !== 'string'
    ? Array.prototype.slice.call(item)
    : [item]
}
function fromOfPrototype(item?: { length?: number } | null): unknown {
  return item ? Array.prototype.slice.call({ ...item, length: item.length || 0 }) : []
}

/** What comes of it while `Array.from` is a library's. */
async function withArrayFrom<T>(from: unknown, run: () => T | Promise<T>): Promise<T> {
  const own = Array.from
  Array.from = from as typeof Array.from
  try {
    return await run()
  } finally {
    Array.from = own
  }
}

describe('on a page with MooTools 1.5', () => {
  it.each([
    ['a code', fail('94')],
    ['a code that nobody knows', fail({ errcode: 'x99' })],
    ['a text', fail({ msg: 'x' })],
    ['nothing', fail()],
  ])('a call that fails with %s settles', async (_what, answer) => {
    wallet({ answers: { bioDetect: answer } })
    const call = () => stateOf(kit({ notify: false }).bioDetect())
    expect(await withArrayFrom(fromOfMooTools, call)).toBeInstanceOf(UpsdkError)
  })

  it('a call outside the wallet settles', async () => {
    wallet({ insideWallet: false })
    const call = () => stateOf(kit({ notify: false }).bioDetect())
    expect(await withArrayFrom(fromOfMooTools, call)).toMatchObject({ reason: 'outside-wallet' })
  })

  it('a code is explained', async () => {
    const explain = () => kit({ locale: 'en' }).explain('94')
    expect(await withArrayFrom(fromOfMooTools, explain)).toMatchObject({
      reason: 'identity',
      message: 'Face not verified. Try again tomorrow.',
    })
  })
})

describe.each([
  ['MooTools 1.5', fromOfMooTools],
  ['Prototype 1.7', fromOfPrototype],
])('on a page with %s', (_name, from) => {
  it('events are heard', async () => {
    const sim = wallet()
    const heard = vi.fn()
    await withArrayFrom(from, async () => {
      kit().on('compassChange', heard)
      await stateOf(Promise.resolve())
      sim.fire('compassChange', { angle: 1 })
    })
    expect(heard.mock.calls).toEqual([[{ angle: 1 }]])
  })

  it('the locale is found', async () => {
    wallet({ language: 'en_US' })
    const locales = () => [kit().locale, kit({ locale: 'zh-HK' }).locale]
    expect(await withArrayFrom(from, locales)).toEqual(['en', 'zh-Hant'])
  })
})

describe('a getter of raw upsdk that throws', () => {
  const hostile = (name: string) => {
    const raw = rawUpsdk({ scanQRCode: ({ success }: RawAnswers) => success('scanned') })
    Object.defineProperty(raw, name, {
      enumerable: true,
      get() {
        throw new Error('hostile')
      },
    })
  }

  it.each(['pay', 'pluginReady'])('for %s: the call settles, and was not sent', async (name) => {
    hostile(name)
    const outcome = await stateOf(kit({ notify: false }).pay({ tn: '1' }))
    expect(outcome).toMatchObject({ name: 'UpsdkError', sent: false })
  })

  it('for any other: a call with a misspelt name is unsupported', async () => {
    hostile('vibrate')
    expect(await stateOf(kit().call('scanQrcode' as 'scanQRCode'))).toMatchObject({
      reason: 'unsupported',
      sent: false,
    })
  })
})

describe('a malformed option of one call', () => {
  it.each<[string, string, unknown]>([
    ['timeout', 'a text', '500'],
    ['timeout', 'no number', Number.NaN],
    ['timeout', 'negative', -1],
    ['timeout', 'an object', {}],
    ['notify', 'a text', 'x'],
    ['notify', 'a number', 1],
  ])(
    '(%s: %s) rejects with a TypeError that names it, and nothing else happens',
    async (name, _what, value) => {
      const sim = wallet()
      const told = vi.fn()
      const upsdk = kit({ presenter: recorder(), onError: told, onCall: told })
      const callbacks = { success: told, fail: told, complete: told }
      const call = upsdk.pay({ tn: '1', ...callbacks }, { [name]: value })
      const outcome = await stateOf(call)
      await pass(1000)
      expect(outcome).toBeInstanceOf(TypeError)
      expect(String(outcome)).toContain(name)
      expect(sim.calls).toEqual([])
      expect(told).not.toHaveBeenCalled()
    },
  )
})

describe('readChunks', () => {
  it('ends where native gives crumbs and no end', async () => {
    let reads = 0
    const crumb = () => succeed({ data: 'AA==', isFinished: ++reads < 3000 ? '0' : '1' } as const)
    wallet({ answers: { readAlbumData: crumb as AnswerOf<'readAlbumData'> } })
    const reading = readChunks(kit({ notify: false }), 'readAlbumData', { url: 'file' })
    expect(await failureOf(reading)).toMatchObject({ reason: 'system' })
  })
})

describe('on', () => {
  it('registers anew where a registration by the method itself has failed', async () => {
    const sim = wallet({ answers: { registerBluetoothDeviceFound: fail('c02') } })
    const upsdk = kit({ notify: false })
    await failureOf(upsdk.call('registerBluetoothDeviceFound', { callback() {} }))
    sim.answer('registerBluetoothDeviceFound', succeed())
    const heard = vi.fn()
    upsdk.on('BluetoothDeviceFound', heard)
    await pass(10)
    expect(sim.calls).toHaveLength(2)
    sim.fire('BluetoothDeviceFound', { n: 1 })
    expect(heard).toHaveBeenCalledTimes(1)
  })

  it('with parameters that JSON cannot say registers, or throws', async () => {
    const sim = wallet()
    const on = kit().on as (event: string, handler: () => void, params: object) => void
    let thrown = 0
    try {
      on('compassChange', () => {}, { interval: BigInt(1) })
    } catch {
      thrown = 1
    }
    await pass(10)
    expect(sim.calls.length + thrown).toBe(1)
  })
})

describe('a result', () => {
  const THEN = 'then'
  const throwing = () => {
    throw new Error('bare')
  }

  it('that is a thenable which never settles does not keep its call open', async () => {
    rawUpsdk({ saveData: ({ success }: RawAnswers) => success({ [THEN]() {} }) })
    const call = kit().call('saveData', { key: 'k', value: 'v' })
    let settled = false
    const note = () => {
      settled = true
    }
    call.then(note, note)
    await pass(100)
    expect(settled).toBe(true)
  })

  it.each<[string, object]>([
    ['a then that throws', { [THEN]: throwing }],
    [
      'a then that rejects',
      { [THEN]: (_: unknown, reject: (error: Error) => void) => reject(new Error('bare')) },
    ],
    ['a getter that throws', Object.defineProperty({}, THEN, { get: throwing })],
    ['no property that can be read', new Proxy({}, { get: throwing, ownKeys: throwing })],
  ])('with %s never makes its call reject with a bare error', async (_what, result) => {
    rawUpsdk({ getSystemInfo: ({ success }: RawAnswers) => success(result) })
    const outcome = await kit({ notify: false })
      .call('getSystemInfo' as 'bioDetect')
      .then(
        () => 'resolved',
        (error) => (error instanceof UpsdkError ? 'rejected' : error),
      )
    expect(['resolved', 'rejected']).toContain(outcome)
  })
})

describe('a method of a kit that is not window.upsdk, replaced by a test', () => {
  type Stub = { restore(): void }
  type Mock = ReturnType<typeof vi.fn>
  type Methods = Record<string, unknown>

  /** As sinon does it. */
  function stub(object: object, name: string, method: unknown): Stub {
    const own = Object.getOwnPropertyDescriptor(object, name)
    const before = Reflect.get(object, name)
    Object.defineProperty(object, name, {
      value: method,
      writable: true,
      configurable: true,
      enumerable: true,
    })
    return {
      restore() {
        if (own) return void Object.defineProperty(object, name, own)
        Reflect.deleteProperty(object, name)
        if (Reflect.get(object, name) === method) Reflect.set(object, name, before)
      },
    }
  }

  type Way = [string, (upsdk: Upsdk, mock: Mock) => Stub]
  const STUBS: Way[] = [
    [
      'vi.spyOn',
      (upsdk, mock) => {
        const spy = vi.spyOn(upsdk, 'pay').mockImplementation(mock as Upsdk['pay'])
        return { restore: () => spy.mockRestore() }
      },
    ],
    ['sinon.stub', (upsdk, mock) => stub(upsdk, 'pay', mock)],
  ]
  const ASSIGNMENTS: Way[] = [
    [
      'an assignment',
      (upsdk, mock) => {
        const before = upsdk.pay
        ;(upsdk as unknown as Methods).pay = mock
        return {
          restore() {
            ;(upsdk as unknown as Methods).pay = before
          },
        }
      },
    ],
    [
      'an assignment, taken back by delete',
      (upsdk, mock) => {
        ;(upsdk as unknown as Methods).pay = mock
        return { restore: () => void Reflect.deleteProperty(upsdk, 'pay') }
      },
    ],
  ]

  it.each([...STUBS, ...ASSIGNMENTS])(
    'by %s: what is put there is called with what the page gives',
    async (_way, replace) => {
      const sim = wallet()
      const upsdk = kit()
      const mock = vi.fn(async () => {})
      replace(upsdk, mock)
      await stateOf(upsdk.pay({ tn: '1' }))
      expect(mock.mock.calls).toEqual([[{ tn: '1' }]])
      await stateOf(upsdk.call('pay', { tn: '2' }))
      expect(mock.mock.calls.map(([params]: unknown[]) => params)).toEqual([{ tn: '1' }, { tn: '2' }])
      expect(sim.calls).toEqual([])
    },
  )

  async function expectPutBack(replace: Way[1]): Promise<void> {
    const sim = wallet()
    const upsdk = kit()
    const before = upsdk.pay
    const raw = Reflect.get(window.upsdk as object, 'pay')
    const mock = vi.fn(async () => {})
    const { restore } = replace(upsdk, mock)
    expect(Reflect.get(window.upsdk as object, 'pay')).toBe(raw)
    await kit().pay({ tn: '1' })
    expect(sim.calls).toHaveLength(1)
    restore()
    expect(upsdk.pay).toBe(before)
    await upsdk.pay({ tn: '2' })
    expect(sim.calls).toHaveLength(2)
    expect(mock).not.toHaveBeenCalled()
  }

  // No fault, but what the others are measured by.
  it.each(STUBS)('by %s: raw upsdk and other kits have none of it, and it is put back', (_way, replace) =>
    expectPutBack(replace),
  )

  it.each(ASSIGNMENTS)(
    'by %s: raw upsdk and other kits have none of it, and it is put back',
    (_way, replace) => expectPutBack(replace),
  )
})

describe('walletLink', () => {
  it.each([
    ['one long value', (length: number) => `q=${'a'.repeat(length)}`],
    ['an address in an address in an address …', (length: number) => '?a='.repeat(length / 3)],
  ])('is quick on a very long query: %s', (_what, query) => {
    const { href } = window.location
    // Today it takes a second and a half, and four times as long for twice the length.
    window.history.replaceState(null, '', `?${query(30_000)}`)
    vi.useRealTimers()
    const start = performance.now()
    try {
      expect(walletLink({ encryptAppId: 'app' })).toContain('encryptAppId=app')
      expect(performance.now() - start).toBeLessThan(2000)
    } finally {
      window.history.replaceState(null, '', href)
    }
  })
})
