/** An answer of a page's own backend is a success only if its body says so, and says nothing else. */
import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { createUpsdk, explain, type UpsdkOptions } from '../../src/index'

/** Returns how `explain` would show it, and whether `notify` found a failure. */
function told(answer: unknown, options: UpsdkOptions = {}, about?: { payment?: boolean; method?: string }) {
  const upsdk = createUpsdk({ locale: 'en', ...options })
  const { presentation, reason, code, retry } = upsdk.explain(answer, about)
  const error = upsdk.notify(answer, about)
  upsdk.destroy()
  return { presentation, reason, code, retry, isFailure: !!error }
}
const SUCCESS = { presentation: 'none', isFailure: false }
const FAILURE = { isFailure: true, presentation: expect.stringMatching(/toast|dialog/) }

describe('a success', () => {
  it.each([
    ['zh-CN', '操作成功'],
    ['zh-HK', '操作成功'],
    ['en', 'Done.'],
  ])('explained in %s has a message that says so, for pages that show every message', (locale, message) => {
    expect(explain({ resp: '00' }, { locale })).toEqual(
      expect.objectContaining({ message, hint: 'It went well: there is nothing to show.', retry: 'never' }),
    )
  })

  it.each([
    { resp: '00', msg: 'ok', params: {} },
    { respCd: '00' },
    { respCode: '00', respMsg: 'ok' },
    ...['code', 'errcode', 'errCode', 'ret', 'status'].flatMap((name) =>
      [0, '0', '00', '0000', 200, '200', 'SUCCESS', 'success', 'ok'].map((value) => ({ [name]: value })),
    ),
    { success: true },
    { ok: true, message: 'created' },
    { errcode: 0, errmsg: 'ok' },
    { ret: 0, status: 200, success: true },
    '{"resp":"00"}',
    '{"status":"ok"}',
  ])('%j shows nothing', (body) => expect(told(body)).toMatchObject(SUCCESS))

  it.each([
    { resp: '01' },
    { resp: '0000' },
    { resp: 0 },
    { respCd: 'a31' },
    { respCode: '34' },
    { code: 1 },
    { code: '000000' },
    { code: 201 },
    { code: null, message: '库存不足' },
    { code: [200] },
    { code: true },
    { ret: -1 },
    { ret: ['SUCCESS::ok'] },
    { status: 500 },
    { status: 'FAIL' },
    { errcode: 40001 },
    { errCode: 'E1' },
    { ok: false },
    { ok: 1 },
    { success: false },
    { success: 'true' },
    '00',
    'ok',
    '',
    [],
    [{ code: 0 }],
    '[{"code":0}]',
    null,
    undefined,
    true,
    new Error('x'),
    Object.assign(new Error('x'), { code: 0, response: { data: { code: 0 } } }),
  ])('%j does not count as a success', (body) => expect(told(body)).toMatchObject(FAILURE))

  it.each<[unknown, string | undefined]>([
    [{ code: 200, resp: 'a31' }, 'a31'],
    [{ success: true, resp: 'N62136', msg: 'x' }, 'N62136'],
    [{ resp: '00', code: 500 }, undefined],
    [{ code: 0, success: false }, undefined],
    [{ success: true, errCode: 'E5' }, 'E5'],
    [{ status: 200, ok: false }, undefined],
  ])('is not read if one of several signs says failure: %j', (body, code) => {
    expect(told(body)).toMatchObject({ ...FAILURE, reason: expect.not.stringMatching('cancelled') })
    if (code !== 'E5') expect(told(body).code === '00' ? undefined : told(body).code).toBe(code)
  })

  it.each([
    { success: true, errCode: null, errMessage: null },
    { code: 0, resp: '' },
    { success: true, errCode: '', error: null },
  ])('is read beside empty error fields, as backends write them: %j', (body) => {
    expect(told(body)).toMatchObject(SUCCESS)
  })
})

describe('a field that is null or empty', () => {
  const SIGNS = ['resp', 'respCd', 'respCode', 'code', 'errcode', 'errCode', 'ret', 'status', 'success', 'ok']

  it.each(SIGNS)('is no sign: %s', (name) => {
    for (const blank of [null, '']) {
      expect(told({ [name]: blank, member: 1 })).toMatchObject(SUCCESS)
      expect(told(JSON.stringify({ [name]: blank }))).toMatchObject(SUCCESS)
      expect(told({ [name]: blank, error: 'Not Found' })).toMatchObject(FAILURE)
      expect(told({ [name]: blank, member: 1 }, {}, { payment: true })).toMatchObject(FAILURE)
    }
  })

  it('leaves the decision to the signs that are there', () => {
    for (const name of SIGNS.filter((one) => one !== 'ret')) {
      expect(told({ [name]: null, ret: -1 })).toMatchObject(FAILURE)
      expect(told({ [name]: '', ret: 0 })).toMatchObject(SUCCESS)
    }
  })
})

describe('a backend’s answer without a known sign', () => {
  it.each([{}, { member: '8826' }, { data: { code: 5 } }, { error: null }, '{"id":1}'])(
    '%j does not count as a failure',
    (body) => expect(told(body)).toMatchObject(SUCCESS),
  )

  it.each([
    { msg: '库存不足' },
    { message: 'Not Found' },
    { errMsg: 'request:ok' },
    { errorMsg: 'x' },
    { desc: 'x' },
    { error: 'Not Found' },
    { error: { id: 7 } },
    [],
    [1],
    new Map(),
    Promise.resolve({ resp: '00' }),
    () => ({}),
  ])('with an error text counts as a failure: %j', (body) => expect(told(body)).toMatchObject(FAILURE))
})

describe('the kit reads a response’s body alone, not the object around it', () => {
  const a31 = '{"resp":"a31","msg":"x"}'
  const carriers: [string, (text: string) => unknown][] = [
    ['jQuery’s request', (responseText) => ({ readyState: 4, status: 200, statusText: 'OK', responseText })],
    [
      'axios’ response',
      (text) => ({ status: 200, statusText: 'OK', headers: {}, config: {}, data: JSON.parse(text) }),
    ],
    ['axios’ response over HTTP/2', (text) => ({ status: 200, statusText: '', data: JSON.parse(text) })],
    ['axios’ response as text', (data) => ({ status: 200, statusText: 'OK', headers: {}, data })],
    ['uni.request’s', (text) => ({ statusCode: 200, errMsg: 'request:ok', data: JSON.parse(text) })],
  ]

  it.each(carriers)('%s', (_what, carry) => {
    expect(told(carry(a31))).toMatchObject({ ...FAILURE, code: 'a31' })
    expect(told(carry('{"ok":false}'))).toMatchObject(FAILURE)
    expect(told(carry('{"resp":"00"}'))).toMatchObject(SUCCESS)
    // A failed request does not prove that the server did anything.
    expect(told(carry('{"path":"/login"}'))).toMatchObject(FAILURE)
  })

  it('a fetch Response is no success, and the hint says to pass its body', () => {
    const request = { readyState: 4, status: 200, statusText: 'OK', response: { resp: '00', data: {} } }
    for (const carrier of [new Response(a31), new Response('{"resp":"00"}'), request]) {
      expect(told(carrier)).toMatchObject(FAILURE)
      expect(explain(carrier).hint).toBe('Hand over the parsed body, not what carries it.')
    }
    expect(explain({ status: 0, statusText: 'timeout' }).hint).not.toMatch('Hand over')
    expect(explain({ ok: false }).hint).toBe('No known code: log `error.raw`.')
    expect(explain(carriers[0]?.[1](a31)).hint).not.toMatch('Hand over')
  })

  it('a response without a body is a failure', () => {
    for (const status of [0, 200, 502])
      expect(told({ readyState: 4, status, statusText: 'x', responseText: '<html>' }).isFailure).toBe(true)
  })
})

describe('the option isSuccess', () => {
  it('decides if it returns true or false', () => {
    const isSuccess = (body: unknown) => (body as { state: string }).state === 'DONE'
    expect(told({ state: 'DONE', code: 9001, msg: 'x' }, { isSuccess })).toMatchObject(SUCCESS)
    expect(told({ state: 'OPEN', code: 0 }, { isSuccess })).toMatchObject(FAILURE)
    expect(told({ state: 'OPEN' }, { isSuccess })).toMatchObject(FAILURE)
  })

  it.each<[string, () => unknown]>([
    ['nothing', () => undefined],
    ['a promise', async () => true],
    ['a word', () => 'yes'],
    [
      'an error',
      () => {
        throw new Error('x')
      },
    ],
  ])('leaves the decision to the usual signs if it gives %s', (_what, answer) => {
    const isSuccess = answer as () => boolean
    expect(told({ code: 0 }, { isSuccess })).toMatchObject(SUCCESS)
    expect(told({ code: 9 }, { isSuccess })).toMatchObject(FAILURE)
  })

  it.each<[string, unknown, unknown[]]>([
    ['the body as it is', { code: 5 }, [{ code: 5 }]],
    ['the body that is JSON text', '{"code":5}', [{ code: 5 }]],
    ['the body in axios’ response', { status: 200, statusText: 'OK', data: { a: 1 } }, [{ a: 1 }]],
    ['nothing of a request without an answer', { readyState: 0, status: 0, statusText: 'error' }, []],
    ['nothing of what was thrown', Object.assign(new Error('x'), { response: { data: { a: 1 } } }), []],
  ])('gets %s', (_what, answer, bodies) => {
    const isSuccess = vi.fn(() => undefined)
    const upsdk = createUpsdk({ isSuccess })
    upsdk.explain(answer)
    upsdk.destroy()
    expect(isSuccess.mock.calls).toEqual(bodies.map((body) => [body]))
  })

  it('is not called for a failure of the wallet', () => {
    expect(told({ code: 'X1' }, { isSuccess: () => true }, { method: 'bioDetect' })).toMatchObject(FAILURE)
  })
})

describe('an answer of the page’s own payment endpoint', () => {
  const payment = { payment: true }
  const UNCONFIRMED = { isFailure: true, presentation: 'dialog', retry: 'never' }

  it.each([{ resp: '00' }, { respCd: '00' }, { respCode: '00', code: 0 }])(
    '%j is a success by UnionPay’s own code',
    (body) => expect(told(body, {}, payment)).toMatchObject(SUCCESS),
  )

  it.each([
    { code: 200 },
    { success: true },
    { status: 'SUCCESS', ok: true },
    {},
    { orderId: '1' },
    { resp: '00', success: false },
    { resp: 'a31' },
    undefined,
    new Response('{"resp":"00"}'),
  ])('%j leaves the payment unconfirmed', (body) =>
    expect(told(body, {}, payment)).toMatchObject(UNCONFIRMED),
  )

  it('is judged by isSuccess', () => {
    const isSuccess = (body: unknown) => (body as { state?: string }).state === 'PAID'
    expect(told({ state: 'PAID' }, { isSuccess }, payment)).toMatchObject(SUCCESS)
    expect(told({ state: 'OPEN', resp: '00' }, { isSuccess }, payment)).toMatchObject(UNCONFIRMED)
    expect(told(new Error('x'), { isSuccess: () => true }, payment)).toMatchObject(UNCONFIRMED)
  })
})

describe.each(['docs/error-handling.md', 'docs/zh/error-handling.md'])('%s', (guide) => {
  it('lists the signs of success that count, and no others', () => {
    const rows = Array.from(
      readFileSync(guide, 'utf8').matchAll(/^\| (`\w+`(?:(?:, |、)`\w+`)*) \| (`[^|]*`) \|$/gm),
      (row) => row.slice(1).map((cell) => Array.from(cell.matchAll(/`([^`]+)`/g), ([, text]) => text || '')),
    )
    expect(rows.flatMap(([names]) => names)).toEqual(
      ['resp', 'respCd', 'respCode', 'code', 'errcode', 'errCode', 'ret', 'status'].concat('success', 'ok'),
    )
    for (const [names = [], values = []] of rows) {
      for (const name of names) {
        for (const value of [
          '0',
          '200',
          '"0"',
          '"00"',
          '"0000"',
          '"200"',
          '"SUCCESS"',
          '"success"',
          '"ok"',
          'true',
        ])
          expect(told({ [name]: JSON.parse(value) }).isFailure, `${name} ${value}`).toBe(
            !values.includes(value),
          )
      }
    }
  })
})
