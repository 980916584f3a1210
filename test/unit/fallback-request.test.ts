/** The fallback of `sendRequest` sends what the page meant. Forms, blobs and bad headers: test/pages. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fallbacks, sendRequest } from '../../src/fallbacks'
import { failureOf, kit, recorder, useWallets, wallet } from '../support/wallet'

useWallets()
afterEach(() => {
  vi.restoreAllMocks()
})

const fetching = () =>
  vi.spyOn(window, 'fetch').mockImplementation(async () => new window.Response('{}') as never)
const send = (params: object) => {
  wallet({ insideWallet: false })
  const upsdk = kit({ fallbacks: fallbacks({ sendRequest }), presenter: recorder() })
  return upsdk.sendRequest(Object.assign({ url: 'https://m.example/', dataType: 'json' as const }, params))
}

/** Returns the address, method, content type and body of the request that a page's parameters make. */
async function sent(params: object) {
  const fetch = fetching()
  await send(params)
  const [address, init] = fetch.mock.calls[0] as unknown as [string, RequestInit]
  const { method, headers, body } = init
  return { address, method, type: (headers as Headers).get('content-type'), body }
}

describe('the fallback of sendRequest:', () => {
  it.each([
    ['an object says that it is JSON', { data: { a: 1 } }, 'application/json', '{"a":1}'],
    ['a list, too', { data: [1] }, 'application/json', '[1]'],
    ['a text says nothing of itself', { data: 'a=1' }, null, 'a=1'],
    [
      'the page’s own header is kept',
      { data: { a: 1 }, headers: { 'Content-Type': 'text/x' } },
      'text/x',
      '{"a":1}',
    ],
    [
      '`header` and `body` are other names',
      { body: 'b', header: { 'content-type': 'text/y' } },
      'text/y',
      'b',
    ],
  ])('%s', async (_what, more, type, body) => {
    expect(await sent({ method: 'POST', ...more })).toEqual({
      address: 'https://m.example/',
      method: 'POST',
      type,
      body,
    })
  })

  it.each([
    ['fields', () => new URLSearchParams('a=1')],
    ['bytes', () => new Uint8Array(2)],
    ['a buffer', () => new ArrayBuffer(2)],
  ])('leaves the body of %s as it is, and its content type to the browser', async (_what, make) => {
    const data = make()
    const { body, type } = await sent({ method: 'put', data })
    expect(body).toBe(data)
    expect(type).toBeNull()
  })

  it.each([
    ['a record', { a: 1, b: 'x&y', c: { d: 2 }, e: undefined }, '?a=1&b=x%26y&c=%7B%22d%22%3A2%7D'],
    ['a query', 'a=1', '?a=1'],
    ['fields', new URLSearchParams('a=1'), '?a=1'],
    ['nothing', null, ''],
    ['an empty record', {}, ''],
  ])('puts data into the address for %s', async (_what, data, query) => {
    for (const method of ['GET', 'head']) {
      const { address, body } = await sent({ method, data })
      expect([address, body]).toEqual([`https://m.example/${query}`, undefined])
      vi.restoreAllMocks()
    }
  })

  it('keeps the query and the fragment of the address', async () => {
    const { address } = await sent({ url: 'https://m.example/?x=1#part', data: { a: 1 } })
    expect(address).toBe('https://m.example/?x=1&a=1#part')
  })

  it.each([
    ['no address', { url: '' }],
    ['an address that is none', { url: 'https://:0:0/' }],
    ['bytes in a query', { data: new Uint8Array(1) }],
  ])('refuses %s before anything is sent', async (_what, params) => {
    const fetch = fetching()
    expect(await failureOf(send(params))).toMatchObject({ reason: 'invalid-params', sent: false })
    expect(fetch).not.toHaveBeenCalled()
  })
})
