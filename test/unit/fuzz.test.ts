/**
 * Properties that hold for any value: with the same 500 cases each time, or, on demand, with more or others
 * (`FUZZ_RUNS=10000 FUZZ_SEED=random`). A failure prints its seed.
 */
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { traitsOf } from '../../src/call/methods'
import { toResult } from '../../src/call/params'
import { backendFailures } from '../../src/failure/backend'
import { readFailure } from '../../src/failure/read'
import { reasons } from '../../src/failure/reasons'
import { readUserAgent } from '../../src/gate/userAgent'
import { createUpsdk, explain } from '../../src/index'
import { isLanguageTag, negotiate } from '../../src/texts/texts'

const { FUZZ_SEED = '11', FUZZ_RUNS = '500' } = process.env
const seed = FUZZ_SEED === 'random' ? Date.now() % 2 ** 31 : Number(FUZZ_SEED)
const settings = { seed, numRuns: Number(FUZZ_RUNS) }
afterAll(() => console.info(`fuzz: seed ${seed}, ${settings.numRuns} cases a property`))

const KEYS = [
  'errcode',
  'code',
  'resp',
  'respCd',
  'msg',
  'errmsg',
  'desc',
  'message',
  'name',
  'response',
  'data',
  'success',
]
const CODES = [
  '94',
  '99',
  'c02',
  'c03',
  'C05',
  '00',
  '01',
  94,
  0,
  'N62136',
  '__ENV__10001',
  'constructor',
  '__proto__',
  'toString',
]
const TEXTS = [
  '用户取消',
  '订单已取消',
  'ILLEGAL_ACCESS_EXCEPTION: x',
  'x [c02]',
  'pay调用方法缺少参数tn',
  '{"errcode":"94"}',
  '<img src=x onerror=alert(1)>',
]

const leaf = fc.oneof(
  fc.constantFrom(...CODES, ...TEXTS),
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(null, undefined, Number.NaN),
)
const failureLike = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, leaf, tie('object'), fc.array(tie('value'), { maxLength: 3 })),
  object: fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), fc.string()), tie('value'), { maxKeys: 5 }),
}))

/** Objects that throw when they are read. */
const hostile: unknown[] = [
  new Proxy(
    {},
    {
      get() {
        throw new Error('no')
      },
      has() {
        throw new Error('no')
      },
      ownKeys() {
        throw new Error('no')
      },
    },
  ),
  Object.defineProperty({}, 'code', {
    get() {
      throw new Error('no')
    },
  }),
  (() => {
    const cycle: Record<string, unknown> = { msg: 'x' }
    cycle.response = cycle
    cycle.data = cycle
    return cycle
  })(),
  'x'.repeat(200_000),
  `{"errcode":"${'9'.repeat(100_000)}"}`,
  Object.create(null),
  Symbol('x'),
  () => {},
]
/** The value is made by a function, since the fuzzer itself reads values, and hostile ones would throw. */
const anything: fc.Arbitrary<() => unknown> = fc.oneof(
  fc.nat(hostile.length - 1).map((index) => () => hostile[index]),
  fc
    .oneof(failureLike.value, failureLike.object, fc.object(), fc.string(), fc.json())
    .map((value) => () => value),
)
const method = fc.constantFrom(
  undefined,
  'pay',
  'bioDetect',
  'addCommonApp',
  'getLocationGps',
  'constructor',
  '__proto__',
)

const check = (property: fc.IProperty<unknown> | fc.IPropertyWithHooks<never>) =>
  fc.assert(property as fc.IProperty<unknown>, settings)

describe('explain() of any value', () => {
  it('gives a message of the kit’s own, a known reason, and the same result again', {}, () => {
    const own = new Set<string>()
    check(
      fc.property(anything, method, fc.constantFrom('zh-Hans', 'zh-Hant', 'en'), (make, name, locale) => {
        const failure = make()
        const explanation = explain(failure, { method: name, locale })
        expect(Object.keys(reasons())).toContain(explanation.reason)
        expect(['now', 'later', 'never']).toContain(explanation.retry)
        expect(['toast', 'dialog', 'none']).toContain(explanation.presentation)
        expect(explanation.message).not.toBe('')
        expect(explanation.message).not.toMatch(/[<>{}]/)
        expect(explain(failure, { method: name, locale })).toEqual(explanation)
        if (explanation.code !== undefined) expect(explanation.code).toMatch(/^[A-Za-z_]{0,12}\d{1,8}$/)
        own.add(explanation.message)
      }),
    )
    // Only the kit's own texts occur: few, however many failures there were.
    expect(own.size).toBeLessThan(120)
  })
})

describe('a value of any kind', () => {
  it('as a failure or a backend’s answer never throws', () => {
    check(
      fc.property(anything, (make) => {
        const raw = make()
        for (const { code, reason } of [readFailure(raw), backendFailures.backend.read(raw)]) {
          if (code !== undefined) expect(code).toMatch(/^[A-Za-z_]{0,12}\d{1,8}$/)
          if (reason !== undefined) expect(Object.keys(reasons())).toContain(reason)
        }
        expect(typeof backendFailures.backend.isSuccess(raw)).toBe('boolean')
      }),
    )
  })

  it('as a result of native gives a page what is no JSON object unchanged, and at once', {}, () => {
    check(
      fc.property(anything, (make) => {
        const value = make()
        expect(toResult('nothing', value)).toBeUndefined()
        // A promise would call its `then`, or fail to read it.
        const isPlain = toResult('raw', value) !== undefined || value === undefined
        if (isPlain) expect(Object.is(toResult('raw', value), value)).toBe(true)
        if (typeof value === 'string') expect(toResult('text', value)).toBe(value)
        const object = toResult('object', value)
        expect(Object.is(toResult('object', object), object)).toBe(true)
      }),
    )
  })

  it('as a user agent gives a well-formed environment', () => {
    const parts = fc.constantFrom(
      '(com.unionpay.chsp)',
      '(cordova 4.5.4)',
      '(securitywebcache 1.0)',
      '(version 1010)',
      '(language zh_CN)',
      '(language ',
      'iPhone',
      'Android',
      '(updebug 0)',
    )
    check(
      fc.property(fc.array(fc.oneof(parts, fc.string()), { maxLength: 12 }), (words) => {
        const { insideWallet, platform, bridge, appVersion, language } = readUserAgent(words.join(' '))
        expect(typeof insideWallet).toBe('boolean')
        expect(['ios', 'android', 'other']).toContain(platform)
        if (bridge) expect(insideWallet).toBe(true)
        if (appVersion !== undefined) expect(Number.isSafeInteger(appVersion)).toBe(true)
        if (language !== undefined) expect(language).toMatch(/^[a-zA-Z-]{2,35}$/)
      }),
    )
  })

  it('as a wanted locale gives a locale that exists', () => {
    const available = ['zh-Hans', 'zh-Hant', 'en', 'ja']
    const tag = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'zh-HK',
        'zh_CN',
        'fr',
        'JA-jp',
        '__proto__',
        'constructor',
        'zh-Hant-TW',
        'x'.repeat(9999),
      ),
    )
    check(
      fc.property(fc.array(tag, { maxLength: 4 }), (wanted) => {
        expect(available).toContain(negotiate(wanted, available))
        for (const one of wanted) if (one.includes('_')) expect(isLanguageTag(one)).toBe(false)
      }),
    )
  })

  it('as a method’s name gives complete traits', () => {
    check(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'pay')), (name) => {
        expect(Object.keys(traitsOf(name))).toEqual(Object.keys(traitsOf('pay')))
        expect(traitsOf(name).payment).toBe(['pay', 'qrPay', 'uPlanQrPay', 'qrCodePay'].includes(name))
      }),
    )
  })
})

describe('options of any kind', () => {
  const name = fc.constantFrom(
    'locale',
    'messages',
    'locales',
    'catalogues',
    'readyTimeout',
    'callTimeout',
    'notify',
    'presenter',
    'actions',
    'script',
    'config',
    'onError',
    'debug',
  )
  it('are accepted, or throw a TypeError that names one of them', () => {
    check(
      fc.property(fc.dictionary(name, anything, { maxKeys: 3 }), (made) => {
        const options: Record<string, unknown> = {}
        for (const key of Object.keys(made)) options[key] = made[key]?.()
        try {
          createUpsdk(options).destroy()
        } catch (error) {
          // A getter of the page throws its own error.
          const isPages = (error as Error).message === 'no'
          if (!isPages) expect(error).toBeInstanceOf(TypeError)
          expect((error as Error).message).toMatch(isPages ? 'no' : /^upsdk-kit: /)
        }
      }),
    )
  })
})
