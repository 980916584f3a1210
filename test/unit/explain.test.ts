/** `explain` gives a failure a reason, a text for the user and a hint for the developer. */
import { describe, expect, it } from 'vitest'
import { createExplainer, NO_CALL } from '../../src/failure/explain'
import { createUpsdk, explain, UpsdkError } from '../../src/index'
import { en } from '../../src/texts/en'
import { createTexts } from '../../src/texts/texts'
import type { Reason } from '../../src/types/failure'

describe('a common code has its reason and message:', () => {
  it.each([
    ['c00', { reason: 'bad-config', source: 'sdk', retry: 'never', presentation: 'toast' }],
    ['c01', { reason: 'bad-signature', source: 'sdk', retry: 'never', presentation: 'toast' }],
    ['c02', { reason: 'forbidden', source: 'frontend', retry: 'later', presentation: 'toast' }],
    ['c03', { reason: 'unsupported', source: 'sdk', retry: 'never', presentation: 'dialog' }],
    ['c04', { reason: 'unsupported', source: 'sdk', retry: 'never', presentation: 'dialog' }],
    ['c05', { reason: 'not-ready', source: 'sdk', retry: 'now', presentation: 'toast' }],
    ['c99', { reason: 'invalid-params', source: 'sdk', retry: 'never', presentation: 'toast' }],
    ['c101', { reason: 'outside-wallet', source: 'sdk', retry: 'never', presentation: 'dialog' }],
    ['c102', { reason: 'unsupported', source: 'sdk', retry: 'never', presentation: 'dialog' }],
    ['__ENV__10001', { reason: 'outside-wallet', source: 'sdk' }],
    ['__ENV__10002', { reason: 'invalid-params', source: 'sdk' }],
    [
      '94',
      { reason: 'identity', source: 'frontend', retry: 'later', presentation: 'dialog', documented: true },
    ],
    ['95', { reason: 'identity', source: 'frontend', retry: 'now', presentation: 'toast', documented: true }],
    [
      '96',
      { reason: 'identity', source: 'frontend', retry: 'never', presentation: 'dialog', documented: true },
    ],
    [
      '97',
      { reason: 'identity', source: 'frontend', retry: 'later', presentation: 'toast', documented: false },
    ],
    [
      '98',
      { reason: 'identity', source: 'frontend', retry: 'later', presentation: 'toast', documented: false },
    ],
    [
      '99',
      { reason: 'identity', source: 'frontend', retry: 'never', presentation: 'dialog', documented: true },
    ],
  ])('%s', (code, expected) => {
    expect(explain(code)).toMatchObject({ code, ...expected })
  })

  it('c02 says to the user that it is not available, and to the developer both official causes', () => {
    const { message, hint } = explain('c02', { locale: 'en' })
    expect(message).toBe("This feature isn't available.")
    expect(hint).toMatch(/permission or capability.*domain.*outside pluginReady/)
  })

  it.each(['C02', ' c02 ', 'c02'])('%j is explained as c02', (code) => expect(explain(code).code).toBe('c02'))

  it('a code of the SDK file has that file’s text', () => {
    expect(explain('c01').description).toBe('签名未通过, 不能访问插件')
  })
})

describe('explain never throws', () => {
  const cycle: Record<string, unknown> = {}
  cycle.msg = cycle
  const hostile = new Proxy(
    {},
    {
      get() {
        throw new Error('no')
      },
      has() {
        throw new Error('no')
      },
      getPrototypeOf() {
        throw new Error('no')
      },
    },
  )
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  it.each<[string, unknown]>([
    ['null', null],
    ['undefined', undefined],
    ['NaN', Number.NaN],
    ['a symbol', Symbol('x')],
    ['a bigint', BigInt(10)],
    ['a function', () => {}],
    ['a cycle', cycle],
    ['a hostile proxy', hostile],
    ['a revoked proxy', proxy],
    ['a megabyte of text', '94'.repeat(500_000)],
    ['a megabyte of JSON', `{"errcode":"${'9'.repeat(1_000_000)}"}`],
    ['__proto__', '__proto__'],
    ['constructor as a code', { errcode: 'constructor' }],
    ['an empty text', ''],
    ['an empty list', []],
  ])('for %s', (_name, failure) => {
    for (const method of [undefined, 'pay', 'constructor', '__proto__']) {
      const explanation = explain(failure, { method, locale: 'en' })
      expect(explanation.message).toMatch(/^[A-Z]/)
      expect(explanation.message.length).toBeLessThan(80)
    }
  })
})

describe('if a page’s own catalogue throws,', () => {
  it('a failure has the reason system, and nothing throws', () => {
    const broken = Object.defineProperty({}, 'X1', {
      enumerable: true,
      get() {
        throw new Error('of the page')
      },
    })
    const upsdk = createUpsdk({ locale: 'en', catalogues: [broken] })
    expect(upsdk.explain('X1')).toMatchObject({ reason: 'system', message: en.messages.system })
    upsdk.destroy()
  })
})

describe('a page’s subclass of UpsdkError', () => {
  it('does not count the kit’s errors as its instances', () => {
    class Mine extends UpsdkError {}
    const explanation = explain('94', { locale: 'en' })
    const [ofKit, own] = [
      new UpsdkError({ explanation, sent: true }),
      new Mine({ explanation, sent: true }),
    ] as unknown[]
    expect([ofKit instanceof Mine, own instanceof Mine, own instanceof UpsdkError]).toEqual([
      false,
      true,
      true,
    ])
  })
})

describe('each reason', () => {
  type Key = keyof typeof en.messages

  /** [reason, retry, presentation, what the hint names, key of the message, if it is not the reason’s] */
  it.each<[Reason, string, string, RegExp, Key?]>([
    ['outside-wallet', 'never', 'dialog', /wallet app/],
    ['sdk-missing', 'later', 'toast', /upsdk\.js.*`script: true`/],
    ['ready-timeout', 'now', 'toast', /`readyTimeout`/],
    ['not-ready', 'now', 'toast', /pluginReady/],
    ['forbidden', 'later', 'toast', /open platform/],
    ['unsupported', 'never', 'toast', /does not have the method/],
    ['invalid-params', 'never', 'toast', /parameters/],
    ['bad-signature', 'never', 'toast', /signature/],
    ['bad-config', 'never', 'toast', /appId, nonceStr, timestamp and signature/, 'invalid-params'],
    ['unauthorized', 'never', 'toast', /appletAuth/],
    ['identity', 'later', 'toast', /Identity/],
    ['user-state', 'never', 'toast', /account/],
    ['permission', 'never', 'dialog', /settings of the phone/],
    ['network', 'now', 'toast', /connection/],
    ['busy', 'later', 'none', /still open/],
    ['cancelled', 'now', 'none', /by the user/],
    ['timeout', 'later', 'toast', /not answered in time/],
    ['aborted', 'now', 'none', /by the page/, 'cancelled'],
    ['system', 'later', 'toast', /failed/],
    ['unknown', 'later', 'toast', /`error\.raw`/],
  ])('%s has retry %s, and is shown as %s', (reason, retry, presentation, hint, key) => {
    const catalogues = [{ X1: { reason, source: 'server' as const } }]
    const explanation = explain('X1', { catalogues, locale: 'en' })
    expect(explanation).toMatchObject({ reason, retry, presentation })
    expect(explanation.hint).toMatch(hint)
    expect(explanation.message).toBe(en.messages[key || (reason as Key)])
  })
})

describe('the property source says who gave the meaning:', () => {
  it.each<[string, unknown, string]>([
    ['the kit’s, for what it has read out of a text', { msg: '用户取消' }, 'kit'],
    ['the kit’s, for an empty failure of an interactive method', undefined, 'kit'],
    ['nobody’s, for a code that no table has', { code: 'X1' }, 'unknown'],
    ['the table’s, for a code that it has', { code: '94' }, 'frontend'],
  ])('%s', (_whose, failure, source) => {
    expect(explain(failure, { method: 'bioDetect' }).source).toBe(source)
  })
})

describe('the hint of a front-end code says what to check', () => {
  it.each([
    ['94', /too often today/],
    ['95', /may try again/],
    ['96', /not enabled.*`actions`/],
    ['99', /real-name check.*`actions`/],
  ])('%s', (code, hint) => expect(explain(code).hint).toMatch(hint))
})

describe('the message of a payment', () => {
  const explainer = createExplainer(createTexts([en]))
  const traits = { payment: true, interactive: true }
  const paymentError = (reason: Reason, sent: boolean) =>
    explainer.explain({ reason }, { ...NO_CALL, method: 'pay', traits, sentAt: sent ? 0 : undefined })
      .explanation

  it.each(['ready-timeout', 'not-ready', 'system', 'unknown'] as const)(
    'that %s kept from being sent says only that it has not started',
    (reason) => {
      expect(paymentError(reason, false).message).toBe(en.messages['payment-not-sent'])
    },
  )

  it.each(['outside-wallet', 'sdk-missing', 'unsupported', 'network'] as const)(
    'that %s kept from being sent is that reason’s own',
    (reason) => {
      expect(paymentError(reason, false).message).toBe(en.messages[reason])
    },
  )

  it('that was sent and failed is shown as a dialog, and its hint is to query the order', () => {
    const { presentation, retry, hint } = explain({ msg: 'x' }, { method: 'pay' })
    expect([presentation, retry]).toEqual(['dialog', 'never'])
    expect(hint).toBe(
      'No known code: log `error.raw`. Ask your backend for the order before another payment.',
    )
  })

  it('that was sent and given up by the page is not shown', () => {
    expect(paymentError('aborted', true)).toMatchObject({
      presentation: 'none',
      retry: 'never',
      message: en.messages['payment-unconfirmed'],
    })
  })
})
