/** Addresses of a page whose server stands behind another one, and those of UnionPay’s consent page. */
import { describe, expect, it } from 'vitest'
import { addressHere, socketHere, textAtOwnServer } from '../../src/wallet/targetAddress'
import { addressBack, isConsentPage, readAuthorization } from '../../src/wallet/webAuthorization'

const PAGE = 'https://open.95516.com/s/open/html/oauth.html'
const ask = (query: string) => readAuthorization(`${PAGE}?${query}`)
const same = (address: string) => address

describe('the consent page', () => {
  it.each([PAGE, `${PAGE}?appId=1`, `${PAGE}#a`, 'https://base.95516.com/oauth.html'])('is %s', (address) => {
    expect(isConsentPage(address)).toBe(true)
  })

  it.each([
    'https://open.95516.com/s/open/auth/outApp/html/outLogin.html',
    'https://open.95516.com.evil.example/s/open/html/oauth.html',
    'https://evil.example/?https://open.95516.com/s/open/html/oauth.html',
    'https://open.95516.com/s/open/html/myoauth.html',
    '/oauth.html',
  ])('is not %s', (address) => expect(isConsentPage(address)).toBe(false))
})

describe('the address back', () => {
  it.each([
    ['https://a.example/back', 'https://a.example/back?code=c+%26&state=s'],
    ['https://a.example/back?x=1', 'https://a.example/back?x=1&code=c+%26&state=s'],
    ['https://a.example/#/cart', 'https://a.example/?code=c+%26&state=s#/cart'],
  ])('of %s has code and state', (redirectUri, expected) => {
    const asked = ask(`redirectUri=${encodeURIComponent(redirectUri)}&state=s&scope=upapi_base&appId=a`)
    expect(asked).toEqual({ appId: 'a', scope: 'upapi_base', redirectUri, state: 's' })
    expect(addressBack(asked, 'c &', same)).toBe(expected.replace('c+', 'c%20'))
  })

  it('has no state where the page gave none', () => {
    expect(addressBack(ask('redirectUri=https://a.example/'), 'c', same)).toBe('https://a.example/?code=c')
  })

  it('loses what the page forgot to encode, as at UnionPay’s', () => {
    const asked = ask('redirectUri=https://a.example/?x=1&y=2&state=s')
    expect(addressBack(asked, 'c', same)).toBe('https://a.example/?x=1&code=c&state=s')
  })

  it.each(['', 'redirectUri=', 'redirectUri=/back', 'redirectUri=javascript:alert(1)'])(
    'is none for %s',
    (query) => expect(addressBack(ask(query), 'c', same)).toBe(undefined),
  )
})

describe('an address of the page’s own server', () => {
  const origin = 'https://h5.example'

  it.each([
    [`${origin}/a?b#c`, '/a?b#c'],
    [origin, ''],
    [`${origin}?a`, '?a'],
  ])('%s is one of this server’s', (address, rest) => {
    expect(addressHere(address, origin)).toBe(location.origin + rest)
  })

  it.each(['https://h5.example.evil/a', 'https://h5.example:8443/a', 'http://h5.example/a'])(
    '%s stays',
    (address) => expect(addressHere(address, origin)).toBe(address),
  )
})

describe('a socket of the page’s own server', () => {
  it.each([
    ['ws://localhost:8080/ws?a=1', 'http://localhost:8080', '/ws?a=1'],
    ['ws://127.0.0.1:8080/', 'http://localhost:8080', '/'],
    ['ws://0.0.0.0:8080/ws', 'http://[::1]:8080', '/ws'],
    ['wss://h5.example/hot', 'https://h5.example', '/hot'],
    ['ws://h5.example:443/hot', 'https://h5.example', '/hot'],
  ])('%s of %s leads here', (address, origin, path) => {
    expect(socketHere(address, origin)).toBe(`ws://${location.host}${path}`)
  })

  it.each([
    ['ws://localhost:8081/ws', 'http://localhost:8080'],
    ['ws://other.example:8080/ws', 'http://localhost:8080'],
    ['http://localhost:8080/ws', 'http://localhost:8080'],
    ['/relative', 'http://localhost:8080'],
    ['ws://[', 'http://localhost:8080'],
  ])('%s stays for %s', (address, origin) => expect(socketHere(address, origin)).toBe(address))
})

describe('a text with addresses of this server', () => {
  const text = `await page.goto('${location.origin}/a')\nshareUrl: '${location.origin}/b?c'`

  it('has those of the page’s own server instead', () => {
    expect(textAtOwnServer(text, 'http://localhost:8080')).toBe(
      "await page.goto('http://localhost:8080/a')\nshareUrl: 'http://localhost:8080/b?c'",
    )
  })

  it('stays where the page is at its own server', () => {
    expect(textAtOwnServer(text, undefined)).toBe(text)
  })
})
