/**
 * The kit reads a failure of a wallet or a server in every shape, and never takes it for a cancellation that it is
 * not.
 */
import { describe, expect, it } from 'vitest'
import { createUpsdk, explain, UpsdkError } from '../../src/index'
import { failureOf, kit, type RawAnswers, rawUpsdk, useWallets } from '../support/wallet'

useWallets()

/** Returns the error of a face check that failed with this. */
async function told(raw: unknown) {
  rawUpsdk({ bioDetect: ({ fail }: RawAnswers) => fail(raw) })
  return failureOf(kit({ locale: 'en', notify: false }).bioDetect())
}

describe('a failure with a code alone', () => {
  it.each([
    ['c05', false],
    ['c99', false],
    ['c101', false],
    ['c02', true],
    ['94', true],
  ])('is sent or not by its code, if the call is no payment: %s: %s', async (errcode, sent) => {
    expect(await told({ errcode })).toMatchObject({ code: errcode, sent })
  })
})

describe('the kit reads a failure in every shape:', () => {
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

  it('01 of a payment is a cancellation, though pay hides it in a text', () => {
    expect(explain({ msg: '{"code":"01"}' }, { method: 'pay' })).toMatchObject({
      code: '01',
      reason: 'cancelled',
    })
  })

  it('an error of the kit is explained unchanged', () => {
    const explanation = explain('99', { locale: 'en' })
    const error = new UpsdkError({ explanation, sent: true })
    expect(explain(error, { locale: 'ko' })).toBe(explanation)
    expect(explanation.message).toBe('Verify your identity in the UnionPay App, then try again.')
  })
})

describe('the kit reads an answer of a page’s own backend:', () => {
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

  it('a success shows nothing', () => {
    expect(explain({ resp: '00', msg: 'ok', params: {} }).presentation).toBe('none')
  })
})

describe('the kit does not misread', () => {
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
  ])('%s as a success', (_name, failure) => {
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
  ])('%s, which counts as empty', (_name, options) => {
    expect(explain('94', options as never).code).toBe('94')
    const upsdk = createUpsdk()
    expect(upsdk.explain('94', options as never).code).toBe('94')
    expect(upsdk.notify('94', options as never)?.code).toBe('94')
    upsdk.destroy()
  })

  it('null for options, which counts as empty', () => {
    expect(explain('94', null as never).code).toBe('94')
  })
})

describe('the limits of what the kit reads in a text:', () => {
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

describe('the failure of an interactive method in other words:', () => {
  it.each<[unknown, object]>([
    [{ errorMsg: '系统繁忙' }, { reason: 'unknown' }],
    [{ errorMsg: '人脸识别失败[95]' }, { reason: 'identity', code: '95' }],
    [
      { errCode: '94', errMsg: '人脸识别失败' },
      { reason: 'identity', code: '94' },
    ],
    [{ errorCode: 95 }, { reason: 'identity', code: '95' }],
    [{ error: { code: '94' } }, { reason: 'identity', code: '94' }],
    [{ error: { errmsg: '次数超限[94]' } }, { reason: 'identity', code: '94' }],
    // Outer fields count before inner ones, and deeper ones do not count.
    [
      { msg: '次数超限', error: { code: '94' } },
      { reason: 'unknown', code: undefined },
    ],
    [
      { msg: '次数超限[95]', error: { code: '94' } },
      { reason: 'identity', code: '95' },
    ],
    [{ error: { error: { code: '94' } } }, { reason: 'unknown', code: undefined }],
    [{ status: 'denied' }, { reason: 'unknown' }],
    ['{"result":"face failed"}', { reason: 'unknown' }],
    ['[94]', { reason: 'identity', code: '94' }],
    [[94], { reason: 'unknown' }],
    ['\ufeff{"errcode":"94"}', { reason: 'identity', code: '94' }],
    [{ msg: '\ufeff{"errcode":"94"}' }, { reason: 'identity', code: '94' }],
    [{ code: 0 }, { reason: 'unknown' }],
  ])('%j is no cancellation', async (raw, expected) => {
    expect(await told(raw)).toMatchObject(expected)
  })

  it.each<[unknown]>([
    [undefined],
    [null],
    [''],
    [{}],
    [[]],
    [{ code: '', msg: '' }],
    [{ errmsg: null, data: undefined }],
    [{ errmsg: '您已取消' }],
    [{ errMsg: '用户取消了人脸识别' }],
    [{ error: { message: 'cancelled by user' } }],
  ])('%j is a cancellation', async (raw) => {
    expect((await told(raw)).reason).toBe('cancelled')
  })
})

describe('a text of the SDK file that native uses for other things', () => {
  it.each([['参数错误'], ['签名未通过, 不能访问插件']])('is unknown alone: %s', async (errmsg) => {
    const error = await told({ errmsg })
    expect(error.reason).toBe('unknown')
    expect(error.code).toBeUndefined()
  })

  it('has the meaning of a code beside it', async () => {
    expect(await told({ errcode: 'c00', errmsg: '参数错误' })).toMatchObject({ reason: 'bad-config' })
  })
})
