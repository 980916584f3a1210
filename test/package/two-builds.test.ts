// @vitest-environment happy-dom
/**
 * The development build and the production build do the same, except for what only developers read; `npm run build`
 * comes first.
 */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { commonCodes, methodCodes } from '../../src/failure/codes'
import { fallbacks } from '../../src/fallbacks'
import type * as Kit from '../../src/index'
import { callChecks, kitChecks } from '../../src/options'
import { serverCodes } from '../../src/server-codes'
import { fail, installSimulator, type Simulator, silent, succeed } from '../../wallet/simulator'
import { PAYMENT, recorder, SHARED } from '../support/wallet'

type Build = Pick<typeof Kit, 'createUpsdk' | 'explain' | 'version'>
type Upsdk = Kit.Upsdk
type Options = Kit.UpsdkOptions

const load = (file: string): Promise<Build> => import(/* @vite-ignore */ pathToFileURL(resolve(file)).href)
const development = await load('dist/dev/index.js')
const production = await load('dist/index.js')

/** The things that a scenario uses. */
interface Place {
  upsdk: Upsdk
  wallet: Simulator
  build: Build
}
interface Scenario {
  name: string
  wallet?: Parameters<typeof installSimulator>[0]
  options?: Options
  run(place: Place): unknown
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

/** Any value, without the parts that only developers read. */
function plain(value: unknown): unknown {
  if (value instanceof Error || (typeof value === 'object' && value && 'retry' in value)) {
    const { explanation, ...rest } = { ...(value as Kit.UpsdkError) }
    const { hint, detail, description, ...own } = rest as Record<string, unknown>
    const { message } = value as Error
    return { ...own, message, ...(explanation && { explanation: plain(explanation) }) }
  }
  return Array.isArray(value) ? value.map(plain) : value
}

const settled = (promise: Promise<unknown>) =>
  promise.then(
    (value) => ({ value: plain(value) }),
    (error) => ({ error: plain(error) }),
  )
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

/** Lets time pass, also where functions of the page throw in tasks of their own. */
async function passAll(ms: number): Promise<void> {
  const end = performance.now() + ms
  while (performance.now() < end) await pass(end - performance.now()).catch(() => {})
}

/** All effects of a scenario that a page and its user notice. */
async function outcomeOf(build: Build, scenario: Scenario): Promise<unknown> {
  for (const key of [SHARED, PAYMENT]) Reflect.deleteProperty(window, key)
  vi.setSystemTime(0)
  const wallet = installSimulator(scenario.wallet)
  const presenter = recorder()
  const told: unknown[] = []
  const started = performance.now()
  const upsdk = build.createUpsdk({
    presenter,
    onError: (error) => void told.push(['onError', plain(error)]),
    onCall: ({ version, ...record }) => void told.push(['onCall', record]),
    inspector: {
      step(step) {
        const { hint, description, at, ...rest } = step as Kit.Step & { hint?: string; description?: string }
        told.push([Math.round(at - started), rest])
      },
    },
    ...scenario.options,
  })
  try {
    const outcome = scenario.run({ upsdk, wallet, build })
    await passAll(70_000)
    const result = plain(await outcome)
    return {
      result,
      told,
      shown: [presenter.toasts, presenter.dialogs],
      calls: wallet.calls,
      locale: upsdk.locale,
    }
  } finally {
    upsdk.destroy()
    wallet.uninstall()
    vi.clearAllTimers()
  }
}

const all = (...calls: Promise<unknown>[]) => Promise.all(calls.map(settled))
const call = (upsdk: Upsdk, method: string, params?: object) => upsdk.call(method as 'pay', params as never)

/** A code as wallets give it. */
const shapes: readonly (readonly [name: string, (code: string) => unknown])[] = [
  ['bare', (code) => code],
  ['errcode', (errcode) => ({ errcode, errmsg: 'x' })],
  ['resp', (resp) => ({ resp, msg: '0706-红包活动编号' })],
  ['JSON in a text', (code) => ({ msg: JSON.stringify({ code, msg: 'x' }) })],
  ['at the end of a text', (code) => ({ msg: `failed[${code}]` })],
]
const codes = [...Object.keys({ ...commonCodes(), ...serverCodes }), '00', 'X1', '取消']
const ownCodes = methodCodes.ownCodes().flatMap(([methods, own]) =>
  ['pay', 'readAlbumData', 'readFaceVideoData', 'startAudioRecording', 'collectCurrentApplet', 'addCommonApp']
    .concat('openApplet', 'shareSinglePlugin', 'recentlyUsedAppletList', 'sendHCEMessage')
    .filter((method) => methods.test(method))
    .flatMap((method) => Object.keys(own).map((code) => [method, code] as const)),
)

const inWallet: Scenario[] = [
  {
    name: 'calls that succeed, stay silent, or are never answered',
    wallet: { answers: { scanQRCode: succeed('x'), vibrate: silent(), getSystemInfo: succeed({ a: 1 }) } },
    run: ({ upsdk }) =>
      all(
        upsdk.scanQRCode(),
        upsdk.vibrate(),
        upsdk.getSystemInfo(),
        upsdk.closeWebApp(),
        upsdk.pay({ tn: '1' }),
        upsdk.supports('pay'),
        upsdk.ready(),
      ),
  },
  ...shapes.map(
    ([shape, raw]): Scenario => ({
      name: `every code, ${shape}`,
      options: { catalogues: [serverCodes] },
      run: ({ upsdk, build }) => [
        ...codes.flatMap((code) => [
          upsdk.explain(raw(code)),
          upsdk.explain(raw(code), { method: 'pay' }),
          upsdk.explain(raw(code), { method: 'bioDetect' }),
          upsdk.explain(raw(code), { payment: true }),
          build.explain(raw(code)),
          build.explain(raw(code), { locale: 'en', method: 'scanQRCode' }),
        ]),
        ...ownCodes.map(([method, code]) => upsdk.explain(raw(code), { method })),
      ],
    }),
  ),
  ...shapes.map(
    ([shape, raw]): Scenario => ({
      name: `calls that fail, ${shape}`,
      run: async ({ upsdk, wallet }) => {
        const outcomes: unknown[] = []
        for (const [method, code] of [
          ...['94', '96', 'c00', 'c02', 'c03', 'a31', 'X1'].map((code) => ['bioDetect', code] as const),
          ...ownCodes,
        ]) {
          wallet.answer(method, fail(raw(code) as never))
          outcomes.push(await settled(call(upsdk, method, { tn: '1' })))
        }
        return outcomes
      },
    }),
  ),
  {
    name: 'a cancellation, a busy call, an empty failure, and what upsdk throws',
    wallet: {
      latency: 1000,
      answers: { pay: fail({ msg: '用户取消' } as never), bioDetect: fail('' as never) },
    },
    run: ({ upsdk }) =>
      all(
        upsdk.pay({ tn: '1' }),
        upsdk.pay({ tn: '2' }),
        upsdk.bioDetect(),
        upsdk.bioDetect(),
        call(upsdk, 'noSuchMethod'),
        upsdk.call('' as never),
        upsdk.pay({} as never),
      ),
  },
  {
    name: 'time limits',
    wallet: { answers: { getLocationGps: silent(), pay: silent() } },
    run: ({ upsdk }) => all(upsdk.getLocationGps(), upsdk.pay({ tn: '1' }, { timeout: 11_000 })),
  },
  {
    name: 'a bridge that never comes',
    wallet: { readyAfter: 'never' },
    run: ({ upsdk }) => all(upsdk.scanQRCode(), upsdk.getLocationGps(), upsdk.supports('pay')),
  },
  {
    name: 'calls that are given up',
    wallet: { latency: 500 },
    run: async ({ upsdk }) => {
      const [early, late] = [new AbortController(), new AbortController()]
      early.abort()
      const calls = all(
        upsdk.scanQRCode({}, { signal: early.signal }),
        upsdk.bioDetect({}, { signal: late.signal }),
        upsdk.getLocationGps({}, { beforeSending: late.signal }),
        upsdk.getSystemInfo(),
      )
      await pass(100)
      late.abort()
      await pass(10)
      upsdk.destroy()
      return [await calls, await settled(upsdk.scanQRCode()), await settled(upsdk.ready())]
    },
  },
  {
    name: 'old callbacks',
    wallet: { answers: { scanQRCode: fail('c02'), bioDetect: fail('95') } },
    options: { translateFail: true },
    run: async ({ upsdk }) => {
      const got: unknown[] = []
      upsdk.scanQRCode({ fail: (raw: unknown) => void got.push(raw), complete: () => void got.push('end') })
      upsdk.bioDetect({ cancel: (raw: unknown) => void got.push(raw) } as never)
      await pass(1000)
      return got
    },
  },
  {
    name: 'a refused config',
    options: { config: { appId: 'x' } as never },
    run: ({ upsdk }) => all(upsdk.ready(), upsdk.pay({ tn: '1' }), upsdk.config({} as never)),
  },
  {
    name: 'what a page asks to be shown',
    run: ({ upsdk }) => {
      upsdk.toast('text')
      upsdk.setLocale('en')
      return [
        upsdk.notify({ resp: 'a31' }),
        upsdk.notify({ code: 0 }),
        upsdk.notify(new TypeError('Failed to fetch'), { payment: true }),
        upsdk.notify('99', { method: 'bioDetect' }),
        upsdk.environment,
      ]
    },
  },
]

const outside: Scenario[] = [
  {
    name: 'outside the wallet, with and without a fallback',
    wallet: { insideWallet: false },
    options: {
      fallbacks: fallbacks({
        scanQRCode: () => 'x' as never,
        getLocationGps: () => Promise.reject({ reason: 'permission', text: 'mine', hint: 'for developers' }),
        vibrate: () => Promise.reject({ reason: 'unsupported', cause: 'no tap' }),
        queryData: () => Promise.reject(new Error('x')),
      }),
    },
    run: ({ upsdk }) =>
      all(
        upsdk.scanQRCode(),
        upsdk.getLocationGps(),
        upsdk.vibrate(),
        upsdk.queryData({ key: 'k' }),
        upsdk.pay({ tn: '1' }),
        upsdk.ready(),
      ),
  },
]

const same = async (scenario: Scenario) => {
  const expected = await outcomeOf(development, scenario)
  expect(await outcomeOf(production, scenario)).toEqual(expected)
  return expected as { result: unknown; told: unknown[] }
}

describe('the development and the production build do the same', () => {
  it.each([...inWallet, ...outside])('for $name', async (scenario) => {
    const { result } = await same(scenario)
    expect(result).toBeTruthy()
  })

  it.each(['signal', 'beforeSending'])('for a malformed %s, which both refuse', async (name) => {
    const { told } = await same({
      name,
      run: ({ upsdk }) =>
        all(
          upsdk.pay({ tn: '1' }, { [name]: new AbortController() }),
          upsdk.pay({ tn: '1' }, { [name]: null }),
        ),
    })
    expect(JSON.stringify(told)).toContain('"malformed signal"')
    expect(JSON.stringify(told)).not.toContain('"sent"}')
  })

  it.each([5, 'wx', null, true])('for a malformed config, which both refuse: %j', async (config) => {
    const { result } = await same({
      name: '',
      options: { config: config as never },
      run: ({ upsdk }) => all(upsdk.ready(), upsdk.pay({ tn: '1' })),
    })
    expect(JSON.stringify(result)).toContain('"bad-config"')
  })
})

/** A value that is malformed for every option that is checked. */
const MALFORMED = -1
/** A scenario in which each option would change what the page gets, or what is shown, or when. */
const failing: Scenario = {
  name: '',
  wallet: { answers: { bioDetect: fail('94'), getLocationGps: silent() } },
  run: ({ upsdk }) => all(upsdk.bioDetect(), upsdk.getLocationGps(), upsdk.scanQRCode()),
}
const options = Object.keys(kitChecks).filter((name) => name !== 'config')
const callOptions = Object.keys(callChecks).filter((name) => !/signal|beforeSending/.test(name))

describe('a malformed option', () => {
  it.each(options)('named %s throws in development, and counts as not given in production', async (name) => {
    expect(() => development.createUpsdk({ [name]: MALFORMED })).toThrow(`option "${name}" must be`)
    const given = { inspector: undefined, onError: undefined, onCall: undefined, presenter: undefined }
    const without = await outcomeOf(production, {
      ...failing,
      options: name in given ? { [name]: undefined } : {},
    })
    const malformed = await outcomeOf(production, { ...failing, options: { [name]: MALFORMED } })
    expect(malformed).toEqual(without)
  })

  it.each(['500', Number.NaN, {}])(
    'of a call (timeout %j) is the usual limit in production',
    async (timeout) => {
      const run = (own?: object) => (place: Place) => settled(place.upsdk.getSystemInfo({}, own))
      const wallet = { answers: { getSystemInfo: silent() } }
      const usual = await outcomeOf(production, { name: '', wallet, run: run() })
      expect(await outcomeOf(production, { name: '', wallet, run: run({ timeout }) })).toEqual(usual)
    },
  )

  it.each(callOptions)(
    'of a call (%s) rejects in development, and counts as not given in production',
    async (name) => {
      const own = { [name]: MALFORMED } as never
      const rejected = await outcomeOf(development, {
        ...failing,
        run: ({ upsdk }) => settled(upsdk.bioDetect({}, own)),
      })
      expect(rejected).toMatchObject({ result: { error: { message: expect.stringContaining(`"${name}"`) } } })
      expect(rejected).toMatchObject({ calls: [], told: [] })
      const plainRun = await outcomeOf(production, {
        ...failing,
        run: ({ upsdk }) => settled(upsdk.bioDetect()),
      })
      const run = ({ upsdk }: Place) => settled(upsdk.bioDetect({}, own))
      expect(await outcomeOf(production, { ...failing, run })).toEqual(plainRun)
    },
  )

  it('that cannot even be read throws the page’s own error, in both builds', () => {
    const unreadable = {
      get notify(): boolean {
        throw new Error('of the page')
      },
    }
    for (const build of [development, production])
      expect(() => build.createUpsdk(unreadable)).toThrow('of the page')
  })

  it('in production, options that are none at all make a kit like any other', () => {
    const kindOf = (given?: unknown) => {
      const upsdk = production.createUpsdk(given as never)
      const { locale, environment } = upsdk
      upsdk.destroy()
      return { locale, environment, names: Object.keys(upsdk) }
    }
    for (const none of [null, 5, 'x']) expect(kindOf(none)).toEqual(kindOf())
  })

  it.each([
    ['zh_CN', 'zh-Hans'],
    ['zh_HK', 'zh-Hant'],
    ['Auto!', 'en'],
  ])('locale %s is %s in production', (locale, expected) => {
    const upsdk = production.createUpsdk({ locale })
    expect(upsdk.locale).toBe(expected)
    upsdk.setLocale(expected === 'en' ? 'zh-HK' : 'en')
    upsdk.setLocale(locale)
    expect(upsdk.locale).toBe(expected)
    upsdk.destroy()
  })

  it.each([
    ['in development', 'dist/dev/open-in-app.js'],
    ['in production', 'dist/open-in-app.js'],
  ])('in the build %s, oauthLink throws for a state that UnionPay does not take', async (_build, file) => {
    const { oauthLink } = (await import(
      /* @vite-ignore */ pathToFileURL(resolve(file)).href
    )) as typeof import('../../src/openInApp')
    const link = (state: string) =>
      oauthLink({ appId: 'a', redirectUri: 'https://m.example/', scope: 'upapi_login', state })
    expect(link('s1')).toContain('&state=s1')
    for (const state of ['a'.repeat(129), 'a-b', 'a b']) expect(() => link(state)).toThrow(TypeError)
  })

  it.each([
    ['in development', 'dist/dev/open-in-app.js', 1],
    ['in production', 'dist/open-in-app.js', 0],
  ])(
    'in the build %s, oauthLink takes http, and warns of it in development alone',
    async (_build, file, warnings) => {
      const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
      const { oauthLink } = (await import(
        /* @vite-ignore */ pathToFileURL(resolve(file)).href
      )) as typeof import('../../src/openInApp')
      const link = oauthLink({ appId: 'a', redirectUri: 'http://m.example/', scope: 'upapi_login' })
      expect(link).toContain('redirectUri=http%3A')
      expect(warn).toHaveBeenCalledTimes(warnings)
      warn.mockRestore()
    },
  )
})
