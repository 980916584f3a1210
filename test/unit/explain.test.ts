import { describe, expect, it } from 'vitest'
import { explain, UpsdkError } from '../../src/index'

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

  it('c02 tells the user to try later, and the developer what to check', () => {
    const { message, hint } = explain('c02', { locale: 'en' })
    expect(message).toBe("This feature isn't available now. Please try again later.")
    expect(hint).toBe('Call inside pluginReady, or have this permission enabled on the open platform.')
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
    const error = new UpsdkError({
      message: 'x',
      reason: 'identity',
      retry: 'never',
      hint: '',
      sent: true,
      code: '99',
    })
    expect(explain(error, { locale: 'en' })).toMatchObject({
      code: '99',
      message: 'Verify your identity in the UnionPay App, then try again.',
    })
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

describe('what is easily misread', () => {
  it.each<[string, unknown, object]>([
    ['a code in the second text', { msg: '失败', desc: '{"errcode":"94"}' }, { code: '94' }],
    ['a text under message is a text', { message: 'boom' }, { reason: 'unknown' }],
  ])('%s', (_name, failure, expected) => {
    expect(explain(failure, { method: 'bioDetect' })).toMatchObject(expected)
  })

  it('null for options is as good as none', () => {
    expect(explain('94', null as never).code).toBe('94')
  })
})
