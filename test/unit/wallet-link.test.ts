/** The link into the mini-program carries the parts of the page’s address that belong to it, and no secret. */
import { describe, expect, it, vi } from 'vitest'
import { pageAddress } from '../../src/lib/pageAddress'
import { openInWallet, walletLink } from '../../src/openInApp'
import type { UpsdkWindow } from '../../src/types/window'
import { shortestTime } from '../support/quick'
import { give, pass, recorder, useWallets } from '../support/wallet'

useWallets()

/** Returns the target of the link of a page at that address. */
function handedOn(address: string, keep?: readonly string[]): string | null {
  const spy = vi.spyOn(document, 'location', 'get').mockReturnValue({ href: address } as Location)
  const { searchParams } = new URL(walletLink({ encryptAppId: 'app', keep }))
  spy.mockRestore()
  return searchParams.get('toLink')
}

describe('the address that a link to the wallet carries', () => {
  it.each([
    ['the path', 'https://m.example/a/b', 'https://m.example/a/b'],
    ['the port', 'http://m.example:8080/', 'http://m.example:8080/'],
    ['a path with an @', 'https://m.example/@user', 'https://m.example/@user'],
    ['the hash route', 'https://m.example/a#/shop/7', 'https://m.example/a#/shop/7'],
    ['a hash route with a bang', 'https://m.example/#!/shop', 'https://m.example/#!/shop'],
  ])('keeps %s', (_what, address, expected) => {
    expect(handedOn(address)).toBe(expected)
  })

  it.each([
    ['query', 'https://m.example/a?id=7&tn=SECRET', 'https://m.example/a'],
    ['query behind the hash', 'https://m.example/a?x=SECRET#/pay?tn=SECRET&id=7', 'https://m.example/a#/pay'],
    ['query without a name', 'https://m.example/?SECRET', 'https://m.example/'],
    ['question mark alone', 'https://m.example/a?#/b?', 'https://m.example/a#/b'],
    ['user name and password', 'https://SECRET:SECRET@m.example/', 'https://m.example/'],
    ['password with an @', 'https://user:SE@CRET@m.example/', 'https://m.example/'],
    [
      'session in the path',
      'https://m.example/app;jsessionid=SECRET/a;x=SECRET?y',
      'https://m.example/app/a',
    ],
    ['session in the route', 'https://m.example/#/a;jsessionid=SECRET', 'https://m.example/#/a'],
    ['hash that is no route', 'https://m.example/a#access_token=SECRET', 'https://m.example/a'],
    ['hash that is no route, with a query', 'https://m.example/#SECRET?id=7', 'https://m.example/'],
    ['second hash', 'https://m.example/#/a#code=SECRET', 'https://m.example/#/a'],
    ['route behind a hash that is none', 'https://m.example/#access_token=SECRET#/a', 'https://m.example/'],
    ['query that forgot its question mark', 'https://m.example/#/pay&tn=SECRET', 'https://m.example/#/pay'],
    ['query with a hash in it', 'https://m.example/#/a?id=7#SECRET', 'https://m.example/#/a'],
  ])('drops %s', (_what, address, expected) => {
    expect(handedOn(address)).toBe(expected)
    expect(handedOn(address, [])).toBe(expected)
  })

  it.each([
    ['id', 'https://m.example/a?id=7&tn=SECRET&storeId=8', 'https://m.example/a?id=7&storeId=8'],
    ['one behind the hash', 'https://m.example/?a=SECRET#/b?tn=SECRET&id=7', 'https://m.example/#/b?id=7'],
    ['one that comes twice', 'https://m.example/?id=7&x=1&id=8', 'https://m.example/?id=7&id=8'],
    ['one without a value', 'https://m.example/?id&tn=SECRET', 'https://m.example/?id'],
    [
      'a value as it was written',
      'https://m.example/?id=a+b%20c%E0%A4=',
      'https://m.example/?id=a+b%20c%E0%A4=',
    ],
    ['none that only begins alike', 'https://m.example/?idCard=SECRET&xid=SECRET', 'https://m.example/'],
    ['none in a hash that is no route', 'https://m.example/#id=SECRET', 'https://m.example/'],
    [
      'none of an address in a value',
      'https://m.example/?to=https://m.example/?id=SECRET',
      'https://m.example/',
    ],
    ['none behind a second hash', 'https://m.example/#/a?id=7#id=SECRET', 'https://m.example/#/a?id=7'],
  ])('keeps what `keep` names: %s', (_what, address, expected) => {
    expect(handedOn(address, ['id', 'storeId'])).toBe(expected)
  })

  it.each(['about:blank', 'file:///a.html', 'javascript:alert(1)', '', 'blob:https://m.example/1'])(
    'does not exist if the page is at %j',
    (address) => {
      expect(handedOn(address)).toBeNull()
    },
  )

  it('does not exist on a server, and without a location', () => {
    expect(pageAddress(undefined)).toBeUndefined()
    expect(pageAddress({ document: {} } as UpsdkWindow)).toBeUndefined()
  })

  it.each([
    ['one parameter', `https://m.example/?x=${'a'.repeat(300_000)}`],
    ['many parameters', `https://m.example/?${'a=b&'.repeat(75_000)}`],
    ['signs of every kind', `https://m.example/?${'@/?;=&%'.repeat(43_000)}`],
    ['semicolons in the path', `https://m.example/${';a/'.repeat(100_000)}`],
    ['@ in the host', `https://${'@a:'.repeat(100_000)}`],
    ['a route', `https://m.example/#/${'a?b#;'.repeat(60_000)}`],
  ])('is made at once for 300 kB of %s', (_what, address) => {
    expect(shortestTime(500, () => handedOn(address, ['id']))).toBeLessThan(500)
  })
})

describe('walletLink', () => {
  it('builds the link that opens a mini-program', () => {
    expect(
      walletLink({ encryptAppId: 'a/b+c=', toLink: 'https://m.example/a?b=1&c=2', scenarioId: '1007' }),
    ).toBe(
      'upwallet://applet?encryptAppId=a%2Fb%2Bc%3D&toLink=https%3A%2F%2Fm.example%2Fa%3Fb%3D1%26c%3D2&scenarioId=1007',
    )
  })

  it('uses the scenario 1006', () => {
    expect(new URL(walletLink({ encryptAppId: 'app' })).searchParams.get('scenarioId')).toBe('1006')
  })

  it('takes a given address unchanged', () => {
    const link = walletLink({ encryptAppId: 'app', toLink: 'https://m.example/?code=mine', keep: ['id'] })
    expect(link).toContain(encodeURIComponent('https://m.example/?code=mine'))
  })

  it('calls a function for the address, and leads to this page if that gives nothing', () => {
    const link = walletLink({ encryptAppId: 'app', toLink: () => 'https://m.example/?code=mine' })
    expect(link).toContain(encodeURIComponent('https://m.example/?code=mine'))
    const toLink = () => undefined as never
    expect(walletLink({ encryptAppId: 'app', toLink })).toBe(walletLink({ encryptAppId: 'app' }))
  })

  it.each([
    ['one long value', (length: number) => `q=${'a'.repeat(length)}`],
    ['an address in an address in an address …', (length: number) => '?a='.repeat(length / 3)],
  ])('is quick on a very long query: %s', (_what, query) => {
    const { href } = window.location
    window.history.replaceState(null, '', `?${query(30_000)}`)
    vi.useRealTimers()
    const link = () => expect(walletLink({ encryptAppId: 'app' })).toContain('encryptAppId=app')
    try {
      expect(shortestTime(3000, link)).toBeLessThan(3000)
    } finally {
      window.history.replaceState(null, '', href)
    }
  })
})

describe('the universal link of the wallet', () => {
  const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 16_3 like Mac OS X) Safari/604.1'
  const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15'
  const ANDROID = 'Mozilla/5.0 (Linux; Android 10) Chrome/78.0 Mobile Safari/537.36'
  const link = (universalLink?: boolean) =>
    walletLink({ encryptAppId: 'a/b', toLink: 'https://m.example/?b=1', universalLink })
  const query = 'applet?encryptAppId=a%2Fb&toLink=https%3A%2F%2Fm.example%2F%3Fb%3D1&scenarioId=1006'

  it.each([
    ['an iPhone', IPHONE, 5, true],
    ['an iPad that says so', IPHONE.replace(/iPhone;/, 'iPad;'), 5, true],
    ['an iPad that says that it is a Mac', MAC, 5, true],
    ['a Mac', MAC, 0, false],
    ['Android', ANDROID, 5, false],
  ])('is built as documented for %s', (_where, userAgent, touchPoints, isUniversal) => {
    give(navigator, 'userAgent', userAgent)
    give(navigator, 'maxTouchPoints', touchPoints)
    expect(link(true)).toBe((isUniversal ? 'https://usl.95516.com/' : 'upwallet://') + query)
    for (const off of [false, undefined]) expect(link(off)).toBe(`upwallet://${query}`)
  })

  it('is opened by the dialog’s button', async () => {
    give(navigator, 'userAgent', IPHONE)
    const location = { href: 'https://m.example/' } as Location
    const spy = vi.spyOn(document, 'location', 'get').mockReturnValue(location)
    const presenter = recorder()
    const opened = openInWallet({ encryptAppId: 'app', universalLink: true, presenter })
    await pass(1)
    expect(location.href).toContain('https://usl.95516.com/applet?encryptAppId=app&toLink=')
    await pass(3000)
    presenter.answer(false)
    expect(await opened).toBe(false)
    spy.mockRestore()
  })
})
