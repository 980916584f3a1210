import { describe, expect, it } from 'vitest'
import { explain as understand } from '../../src/failure/explain'
import { createUpsdk, explain, UpsdkError } from '../../src/index'
import { en } from '../../src/texts/en'
import { createTexts } from '../../src/texts/texts'
import type { Reason } from '../../src/types/failure'

describe('a code is explained', () => {
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

  it('c02 tells the user that it is not available, and the developer both official causes', () => {
    const { message, hint } = explain('c02', { locale: 'en' })
    expect(message).toBe("This feature isn't available.")
    expect(hint).toMatch(/permission or capability.*domain.*outside pluginReady/)
  })

  it.each(['C02', ' c02 ', 'c02'])('%j is c02', (code) => expect(explain(code).code).toBe('c02'))

  it('with the SDK file’s text, where it is one of its own', () => {
    expect(explain('c01').description).toBe('签名未通过, 不能访问插件')
  })
})

describe('a failure is read, whatever its shape', () => {
  it.each<[string, unknown, object]>([
    ['errcode', { errcode: '94', errmsg: 'x' }, { code: '94' }],
    ['code', { code: 95, msg: 'x' }, { code: '95' }],
    ['resp', { resp: '96' }, { code: '96' }],
    ['respCd', { respCd: '99' }, { code: '99' }],
    ['JSON text', '{"errcode":"94"}', { code: '94' }],
    ['JSON inside msg', { msg: '{"errcode":"94","errmsg":"x"}' }, { code: '94' }],
    ['a bare code', '94', { code: '94' }],
    ['a number', 94, { code: '94' }],
    ['a code as the text', { msg: '94' }, { code: '94' }],
    [
      'a code at the end of a text',
      { msg: 'x due to y.[GCUP06038]' },
      { code: 'GCUP06038', reason: 'unknown' },
    ],
    ['ILLEGAL_ACCESS_EXCEPTION', { msg: 'ILLEGAL_ACCESS_EXCEPTION: ï¿½' }, { code: 'c02' }],
    ['INVALID_ACTION_EXCEPTION', 'INVALID_ACTION_EXCEPTION', { code: 'c03' }],
    ['CLASS_NOT_FOUND_EXCEPTION', { errmsg: 'CLASS_NOT_FOUND_EXCEPTION' }, { code: 'c04' }],
    ['missing parameters', { msg: 'pay调用方法缺少参数tn' }, { reason: 'invalid-params' }],
    [
      'missing parameters beside a code of a call before',
      { errcode: 'c02', errmsg: '调用方法缺少参数' },
      { reason: 'invalid-params' },
    ],
    ['missing parameters, garbled', { msg: 'pay璋冪敤鏂规硶缂哄皯鍙傛暟tn' }, { reason: 'invalid-params' }],
    ['用户取消', { msg: '用户取消支付' }, { reason: 'cancelled' }],
    ['cancelled by user', 'Operation Cancelled By User', { reason: 'cancelled' }],
    ['订单已取消', { msg: '订单已取消' }, { reason: 'unknown' }],
    ['00 from fail', { errcode: '00' }, { code: '00', reason: 'unknown', presentation: 'toast' }],
    ['something that is no code', { code: 'no code at all' }, { code: undefined, reason: 'unknown' }],
  ])('%s', (_name, failure, expected) => {
    expect(explain(failure, { method: 'bioDetect' })).toMatchObject(expected)
  })

  it('a payment’s 01 is a cancellation, though pay hides it in a text', () => {
    expect(explain({ msg: '{"code":"01"}' }, { method: 'pay' })).toMatchObject({
      code: '01',
      reason: 'cancelled',
    })
  })

  it('an error of the kit is explained as it was', () => {
    const explanation = explain('99', { locale: 'en' })
    const error = new UpsdkError({ explanation, sent: true })
    expect(explain(error, { locale: 'ko' })).toBe(explanation)
    expect(explanation.message).toBe('Verify your identity in the UnionPay App, then try again.')
  })
})

describe('a page’s own backend', () => {
  it.each<[string, unknown, object]>([
    [
      'a bare number in code is the merchant’s own',
      { code: 99, message: '库存不足' },
      { reason: 'unknown', code: undefined },
    ],
    ['resp is UnionPay’s', { resp: '94', msg: 'x' }, { code: '94' }],
    ['a code with a letter is UnionPay’s', { code: 'c02' }, { code: 'c02' }],
    ['a code at the end of message', { code: 5, message: 'x [c02]' }, { code: 'c02' }],
    ['with a method, code is the wallet’s', { code: 99 }, { reason: 'unknown' }],
    ['axios: cancelled', { code: 'ERR_CANCELED', name: 'CanceledError' }, { reason: 'aborted' }],
    ['fetch: aborted', { name: 'AbortError' }, { reason: 'aborted' }],
    ['axios: timeout', { code: 'ECONNABORTED' }, { reason: 'timeout' }],
    ['axios: network', { code: 'ERR_NETWORK', message: 'Network Error' }, { reason: 'network' }],
    ['fetch: no server', new TypeError('Failed to fetch'), { reason: 'network' }],
    [
      'axios: the body’s code comes first',
      { code: 'ERR_BAD_RESPONSE', response: { data: { resp: '95' } } },
      { code: '95' },
    ],
  ])('%s', (_name, failure, expected) => {
    expect(explain(failure)).toMatchObject(expected)
  })

  it('a success is presented as nothing', () => {
    expect(explain({ resp: '00', msg: 'ok', params: {} }).presentation).toBe('none')
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
  ])('given %s', (_name, failure) => {
    for (const method of [undefined, 'pay', 'constructor', '__proto__']) {
      const explanation = explain(failure, { method, locale: 'en' })
      expect(explanation.message).toMatch(/^[A-Z]/)
      expect(explanation.message.length).toBeLessThan(80)
    }
  })
})

describe('where a page’s own catalogue throws', () => {
  it('a failure is system, and nothing throws', () => {
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

describe('a page’s own class of errors', () => {
  it('has no instance that is the kit’s', () => {
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

describe('what is easily misread', () => {
  it.each<[string, unknown, object]>([
    ['a text under a name that has none before it', { msg: 5, errmsg: {}, desc: '失败[94]' }, { code: '94' }],
    ['a code in the second text', { msg: '失败', desc: '{"errcode":"94"}' }, { code: '94' }],
    ['a text under message is a text', { message: 'boom' }, { reason: 'unknown' }],
  ])('%s', (_name, failure, expected) => {
    expect(explain(failure, { method: 'bioDetect' })).toMatchObject(expected)
  })

  it.each<[string, unknown]>([
    ['an error of the browser’s, whose code is 0', new DOMException('no', 'NotAllowedError')],
    ['an error with a code of 0', Object.assign(new Error('db'), { code: 0 })],
    ['what looks like an error', { code: '00', stack: 'at x' }],
  ])('%s is no success', (_name, failure) => {
    expect(explain(failure).presentation).toBe('toast')
    const upsdk = createUpsdk()
    expect(upsdk.notify(failure)).toBeInstanceOf(UpsdkError)
    upsdk.destroy()
  })

  it.each<[string, object]>([
    ['null as catalogues', { catalogues: null }],
    ['a number as catalogues', { catalogues: 5 }],
    ['null as a catalogue', { catalogues: [null, 5] }],
    ['a symbol as the method', { method: Symbol('x') }],
    ['a number as the locale', { locale: 5 }],
    [
      'options that throw',
      new Proxy(
        {},
        {
          get() {
            throw new Error('no')
          },
        },
      ),
    ],
  ])('%s is as good as none', (_name, options) => {
    expect(explain('94', options as never).code).toBe('94')
    const upsdk = createUpsdk()
    expect(upsdk.explain('94', options as never).code).toBe('94')
    expect(upsdk.notify('94', options as never)?.code).toBe('94')
    upsdk.destroy()
  })

  it('null for options is as good as none', () => {
    expect(explain('94', null as never).code).toBe('94')
  })
})

describe('every reason', () => {
  type Key = keyof typeof en.messages

  /** [reason, retry, presentation, what the hint names, key of the message, where it is not the reason’s] */
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
    ['unknown', 'later', 'toast', /`raw`/],
  ])('%s is %s, shown as %s', (reason, retry, presentation, hint, key) => {
    const catalogues = [{ X1: { reason, source: 'server' as const } }]
    const explanation = explain('X1', { catalogues, locale: 'en' })
    expect(explanation).toMatchObject({ reason, retry, presentation })
    expect(explanation.hint).toMatch(hint)
    expect(explanation.message).toBe(en.messages[key || (reason as Key)])
  })
})

describe('the source says whose word it is', () => {
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

describe('texts at the edge of what is read', () => {
  const long = 'x'.repeat(3000)
  it.each<[string, unknown, object]>([
    ['a code at the end of a very long text counts', `${long}${long}[c02]`, { code: 'c02' }],
    ['so does what a very long text begins with', `用户取消${long}${long}`, { reason: 'cancelled' }],
    ['what stands in its middle does not', `${long}调用方法缺少参数${long}`, { reason: 'unknown' }],
    ['blanks around a text do not matter', ' \n用户取消 ', { reason: 'cancelled' }],
    ['a text of blanks is as good as none', '  ', { reason: 'cancelled' }],
    ['a code at the end may have blanks behind it', { msg: 'failed [c02] \n' }, { code: 'c02' }],
    ['a code in brackets before the end is none', { msg: '[c02] failed' }, { code: undefined }],
    ['nor is one with a full stop behind it', { msg: 'failed [c02].' }, { code: undefined }],
    ['JSON may have blanks before it', ' {"errcode":"94"}', { code: '94' }],
    ['a text in quotes is a text', '"94"', { code: undefined, reason: 'unknown' }],
    ['a list is no code', { errcode: ['94'] }, { code: undefined, reason: 'unknown' }],
    ['JSON is read one level deep', '{"msg":"{\\"errcode\\":\\"94\\"}"}', { code: undefined }],
    ['JSON that is broken off is a text', '{"errcode":"94"', { code: undefined, reason: 'unknown' }],
  ])('%s', (_what, failure, expected) => {
    expect(explain(failure, { method: 'bioDetect' })).toMatchObject(expected)
  })
})

describe('a payment', () => {
  const texts = createTexts([en])
  const paymentError = (reason: Reason, sent: boolean) =>
    understand(
      { reason },
      { method: 'pay', traits: { payment: true, interactive: true }, sentAt: sent ? 0 : undefined },
      { lookup: () => undefined, texts, options: {}, parts: {} },
    ).explanation

  it.each(['ready-timeout', 'not-ready', 'system', 'unknown'] as const)(
    'that %s kept from being sent has not started, is all that the user is told',
    (reason) => {
      expect(paymentError(reason, false).message).toBe(en.messages['payment-not-sent'])
    },
  )

  it.each(['outside-wallet', 'sdk-missing', 'unsupported', 'network'] as const)(
    'that %s kept from being sent has that reason’s message',
    (reason) => {
      expect(paymentError(reason, false).message).toBe(en.messages[reason])
    },
  )

  it('that was sent and failed is a dialog, and its hint is to ask for the order', () => {
    const { presentation, retry, hint } = explain({ msg: 'x' }, { method: 'pay' })
    expect([presentation, retry]).toEqual(['dialog', 'never'])
    expect(hint).toBe('See `raw`. Ask your backend for the order before another payment.')
  })

  it('that was sent and given up by the page is still not shown', () => {
    expect(paymentError('aborted', true)).toMatchObject({
      presentation: 'none',
      retry: 'never',
      message: en.messages['payment-unconfirmed'],
    })
  })
})
