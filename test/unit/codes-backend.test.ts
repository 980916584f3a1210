/** The kit reads UnionPay’s codes in the answers of a page’s own server, in every shape, and no other codes. */
import { describe, expect, it, vi } from 'vitest'
import { Refusal } from '../../src/fallbacks'
import { createUpsdk, explain, type Upsdk } from '../../src/index'
import { en } from '../../src/locales/en'

const inEnglish = (failure: unknown) => explain(failure, { locale: 'en' })

describe('a code of UnionPay’s in a backend’s answer', () => {
  it.each<[string, unknown, string]>([
    ['resp', { resp: 'a31', msg: '不合法的授权code，或已过期', params: {} }, 'a31'],
    ['respCd', { respCd: 'N62136' }, 'N62136'],
    ['errcode', { errcode: 99 }, '99'],
    ['a code that begins with a letter', { code: 'a31', message: 'x' }, 'a31'],
    ['with an underscore', { code: '__ENV__10001' }, '__ENV__10001'],
    ['the end of msg', { code: 500, msg: 'useId is limited.[GCUP06038]' }, 'GCUP06038'],
    ['the end of message', { code: 500, message: '失败[a31]' }, 'a31'],
    ['the end of an error’s message', new Error('失败[a31]'), 'a31'],
    ['an error that carries it', Object.assign(new Error('x'), { resp: 'a31' }), 'a31'],
    ['JSON text', '{"resp":"a31","msg":"x"}', 'a31'],
    ['JSON inside msg', { msg: '{"resp":"a31"}' }, 'a31'],
    ['a bare text', 'a31', 'a31'],
    ['a bare number', 3023, '3023'],
    ['the whole of msg, as pay gives it', { msg: '94' }, '94'],
    ['errcode, with the same for a text', { errcode: '99', msg: '99', code: 1 }, '99'],
    ['a text with a number at either end', { resp: 'x', msg: '5 pieces left[a31]' }, 'a31'],
    ['axios’ body', { code: 'ERR_BAD_REQUEST', response: { status: 400, data: { resp: 'a31' } } }, 'a31'],
    ['axios’ body as text', { code: 'ERR_NETWORK', response: { data: '{"resp":"a31"}' } }, 'a31'],
    ['jQuery’s body as text', { readyState: 4, status: 400, responseText: '{"resp":"a31"}' }, 'a31'],
    ['axios’ body of a merchant', { response: { data: { code: 1, message: '失败[a31]' } } }, 'a31'],
  ])('is read in %s', (_where, failure, code) => expect(explain(failure).code).toBe(code))
})

describe('a code of the merchant’s own', () => {
  it.each<[string, unknown]>([
    ['a number in code', { code: 99, message: '库存不足' }],
    ['a number in code as text', { code: '94', msg: '库存不足' }],
    ['the same in axios’ body', { response: { data: { code: 3023, message: '库存不足' } } }],
    ['a number in other fields', { status: 99, errno: 94, error: 3023 }],
    ['an order that was cancelled', { code: 5, msg: '取消订单失败' }],
    ['an order that was cancelled before', { code: '5', msg: '已取消的订单不能支付' }],
    ['a word in code', { code: 'FAIL', msg: '失败' }],
    ['a number for a text', { code: 1, msg: '99' }],
    ['a number for a message', { code: 1, message: '99' }],
    ['an error about an order', new Error('取消订单失败')],
  ])('is not taken for UnionPay’s: %s', (_what, failure) => {
    expect(explain(failure)).toMatchObject({ code: undefined, reason: 'unknown', presentation: 'toast' })
  })

  it('is looked up if a method is named', () => {
    expect(explain({ code: 99 }, { method: 'bioDetect' }).reason).toBe('identity')
  })

  it.each([
    { success: false, msg: '取消收藏失败' },
    { resp: 'ZZ1', msg: '取消订单失败' },
    { status: 1, msg: '取消预约失败' },
    { code: 5001, msg: '已取消的订单' },
  ])('%j is shown as a failure, and not as a cancellation', (body) => {
    expect(explain(body)).toMatchObject({ reason: 'unknown', presentation: 'toast' })
  })

  it('the user’s cancellation is `cancelled`, in every shape', () => {
    for (const failure of [
      { msg: '用户取消支付' },
      { code: '01', msg: '用户取消' },
      { errmsg: '取消' },
      { msg: '取消支付' },
      { code: 1, msg: '已取消' },
      { code: 1, message: '您取消了支付' },
      { msg: '用户已取消' },
      new Error('用户取消'),
    ]) {
      expect(explain(failure).reason).toBe('cancelled')
    }
  })
})

describe('a backend request without an answer', () => {
  const domException = (name: string, code: number) => Object.assign(new Error('x'), { name, code })
  it.each<[string, unknown, string]>([
    ['axios cancelled', { name: 'CanceledError', code: 'ERR_CANCELED' }, 'aborted'],
    ['axios before 0.22 cancelled', { message: undefined, __CANCEL__: true }, 'aborted'],
    ['fetch aborted', domException('AbortError', 20), 'aborted'],
    ['fetch timed out', domException('TimeoutError', 23), 'timeout'],
    ['axios timed out', { code: 'ECONNABORTED', message: 'timeout of 1000ms exceeded' }, 'timeout'],
    ['axios timed out, newer', { code: 'ETIMEDOUT' }, 'timeout'],
    ['axios offline', { code: 'ERR_NETWORK', message: 'Network Error' }, 'network'],
    ['axios before 0.27 offline', new Error('Network Error'), 'network'],
    ['fetch, Chrome', new TypeError('Failed to fetch'), 'network'],
    ['fetch, Safari', new TypeError('Load failed'), 'network'],
    ['fetch, iOS 10', new TypeError('The Internet connection appears to be offline.'), 'network'],
    ['fetch, iOS 12', new TypeError('The network connection was lost.'), 'network'],
    ['fetch, Firefox', new TypeError('NetworkError when attempting to fetch resource.'), 'network'],
    ['fetch, polyfill', new TypeError('Network request failed'), 'network'],
    ['an old request, offline', domException('NetworkError', 19), 'network'],
    ['jQuery kept from sending', { readyState: 0, status: 0, statusText: 'canceled' }, 'aborted'],
    ['a request that the page gave up', { readyState: 0, status: 0, statusText: '' }, 'unknown'],
    ['a merchant’s own timeout', { code: 'timeout', message: '订单已超时关闭' }, 'unknown'],
    ['a merchant’s own abort', { code: 'abort', message: '审批已终止' }, 'unknown'],
    [
      'a server’s page about a cancellation',
      { readyState: 4, status: 500, responseText: '<pre>request cancelled by user filter</pre>' },
      'unknown',
    ],
    ['jQuery offline', { readyState: 0, status: 0, statusText: 'error' }, 'network'],
    ['jQuery timed out', { readyState: 0, status: 0, statusText: 'timeout' }, 'timeout'],
    ['jQuery aborted', { readyState: 0, status: 0, statusText: 'abort' }, 'aborted'],
    ['Zepto offline', { readyState: 4, status: 0, statusText: '', responseText: '' }, 'network'],
    [
      'jQuery, a server’s page',
      { readyState: 4, status: 502, statusText: 'error', responseText: '<html>' },
      'unknown',
    ],
    ['uni-app offline', { errMsg: 'request:fail' }, 'network'],
    ['uni-app timed out', { errMsg: 'request:fail timeout' }, 'timeout'],
    ['uni-app aborted', { errMsg: 'request:fail abort' }, 'aborted'],
    ['uni-app, something else', { errMsg: 'chooseImage:fail' }, 'unknown'],
    ['a merchant’s status 0', { status: 0, info: 'x' }, 'unknown'],
    ['a bug in the page', new TypeError("Cannot read property 'network' of undefined"), 'unknown'],
    ['a page’s own error', new Error('Failed to fetch the orders'), 'unknown'],
    ['axios, no code in the body', { code: 'ERR_BAD_RESPONSE', response: { data: '<html>' } }, 'unknown'],
  ])('%s has its reason: %s', (_what, failure, reason) => {
    const explanation = inEnglish(failure)
    expect(explanation.reason).toBe(reason)
    expect(explanation.code).toBeUndefined()
    expect(Object.values(en.messages)).toContain(explanation.message)
  })
})

it('an HTML page as a server’s answer is not passed to serverMessage', () => {
  const serverMessage = vi.fn((body: unknown) => (typeof body === 'string' ? body : undefined))
  const upsdk = createUpsdk({ locale: 'en', serverMessage })
  const request = { readyState: 4, status: 502, responseText: '<html>Bad Gateway</html>' }
  expect(upsdk.explain(request).message).toBe(en.messages.unknown)
  upsdk.destroy()
})

describe('the option serverMessage', () => {
  /** Its argument, and what the kit makes of its result. */
  function asked(failure: unknown, method?: string) {
    const serverMessage = vi.fn((_body: unknown): string | undefined => '库存不足')
    const upsdk: Upsdk = createUpsdk({ locale: 'en', serverMessage })
    const { message } = upsdk.explain(failure, { method })
    upsdk.destroy()
    return { message, bodies: serverMessage.mock.calls.map(([body]) => body) }
  }

  it.each<[string, unknown, unknown]>([
    ['an answer as it is', { code: 99, message: 'm' }, { code: 99, message: 'm' }],
    ['the body of axios’ error', { response: { data: { code: 99 } }, stack: 'x' }, { code: 99 }],
    ['the body that is JSON text', { response: { data: '{"code":99}' }, stack: 'x' }, { code: 99 }],
    ['JSON text, read', '{"code":99}', { code: 99 }],
    ['a code that nobody knows', { resp: 'X1' }, { resp: 'X1' }],
  ])('gets %s', (_what, failure, body) => {
    expect(asked(failure)).toEqual({ message: '库存不足', bodies: [body] })
  })

  it.each<[string, unknown, string?]>([
    ['codes that the kit knows', { resp: 'a31' }],
    ['errors without an answer', new Error('Request failed with status code 500')],
    ['requests that got none', { code: 'ERR_NETWORK', stack: 'x' }],
    ['what the wallet said', { code: 'X1', msg: 'x' }, 'bioDetect'],
    ['a success', { success: true }],
    ['nothing', undefined],
  ])('is not called for %s', (_what, failure, method) => {
    expect(asked(failure, method).bodies).toEqual([])
  })

  it('leaves the kit’s own message if it throws or gives no text', () => {
    for (const answer of [undefined, '', 5, null]) {
      const upsdk = createUpsdk({ locale: 'en', serverMessage: () => answer as string })
      expect(upsdk.explain({ code: 5 }).message).toBe(en.messages.unknown)
      upsdk.destroy()
    }
    const serverMessage = () => {
      throw new Error('no')
    }
    const upsdk = createUpsdk({ locale: 'en', serverMessage })
    expect(upsdk.explain({ code: 5 }).message).toBe(en.messages.unknown)
    upsdk.destroy()
  })
})

it('the option serverMessage is not called for a failure that has a text of its own', () => {
  const serverMessage = vi.fn(() => 'x')
  const upsdk = createUpsdk({ serverMessage })
  expect(upsdk.explain(new Refusal('unknown', 'own text')).message).toBe('own text')
  expect(serverMessage).not.toHaveBeenCalled()
})
