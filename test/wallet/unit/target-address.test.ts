/** The client translates addresses between the command and the target, and reads those of UnionPay’s consent page. */
import { describe, expect, it } from 'vitest'
import { addressHere, socketHere, textAtOwnServer } from '../../../wallet/page/targetAddress'
import {
  addressBack,
  asksNobody,
  exampleCode,
  isConsentPage,
  readAuthorization,
} from '../../../wallet/shared/webAuthorization'

const PAGE = 'https://open.95516.com/s/open/html/oauth.html'
const ask = (query: string) => readAuthorization(`${PAGE}?${query}`)
const same = (address: string) => address
const CONTRACT = 'https://open.95516.com/s/open/noPwd/html/open.html'

describe('the consent page of web authorization', () => {
  it.each([PAGE, `${PAGE}?appId=1`, `${PAGE}#a`, 'https://base.95516.com/oauth.html', `${CONTRACT}?appId=1`])(
    'is recognised at %s',
    (address) => {
      expect(isConsentPage(address)).toBe(true)
    },
  )

  it.each([
    'https://open.95516.com/s/open/auth/outApp/html/outLogin.html',
    'https://open.95516.com.evil.example/s/open/html/oauth.html',
    'https://evil.example/?https://open.95516.com/s/open/html/oauth.html',
    'https://open.95516.com/s/open/html/myoauth.html',
    'https://open.95516.com/s/open/html/open.html',
    'https://open.95516.com/s/open/noPwd/html/reopen.html',
    '/oauth.html',
  ])('is not taken to be at %s', (address) => expect(isConsentPage(address)).toBe(false))
})

describe('the scopes of web authorization that ask nobody', () => {
  it('are upapi_base and upapi_mshpush', () => {
    const all = ['upapi_base', 'upapi_mobile', 'upapi_auth', 'upapi_quick', 'upapi_mshpush', 'upapi_contract']
    expect([...all, '', 'upapi_basement'].filter(asksNobody)).toEqual(['upapi_base', 'upapi_mshpush'])
  })
})

describe('the address that web authorization returns to', () => {
  const code = { kind: 'succeed', value: { code: 'c &' } } as const

  it.each([
    ['https://a.example/back', 'https://a.example/back?code=c%20%26&state=s'],
    ['https://a.example/back?x=1', 'https://a.example/back?x=1&code=c%20%26&state=s'],
    ['https://a.example/#/cart', 'https://a.example/?code=c%20%26&state=s#/cart'],
  ])('of %s has code and state', (redirectUri, expected) => {
    const asked = ask(`redirectUri=${encodeURIComponent(redirectUri)}&state=s&scope=upapi_base&appId=a`)
    expect(asked).toEqual({ appId: 'a', scope: 'upapi_base', redirectUri, state: 's', planId: '' })
    expect(addressBack(asked, code, same)).toBe(expected)
  })

  it('has no state if the page gave none', () => {
    expect(addressBack(ask('redirectUri=https://a.example/'), code, same)).toBe(
      'https://a.example/?code=c%20%26',
    )
  })

  it('loses what the page forgot to encode, as at UnionPay’s', () => {
    const asked = ask('redirectUri=https://a.example/?x=1&y=2&state=s')
    expect(addressBack(asked, code, same)).toBe('https://a.example/?x=1&code=c%20%26&state=s')
  })

  it('has a code with characters that pages lose, percent-encoded', () => {
    const value = { code: exampleCode() }
    expect(value.code).toMatch(/^example\+code\/\d+=$/)
    expect(exampleCode()).not.toBe(value.code)
    const address = addressBack(
      ask('redirectUri=https://a.example/'),
      { kind: 'succeed', value },
      same,
    ) as string
    expect(address).toMatch(/\?code=example%2Bcode%2F\d+%3D$/)
    expect(new URL(address).searchParams.get('code')).toBe(value.code)
  })

  it.each([
    [{ msg: '用户取消' }, 'errmsg=%E7%94%A8%E6%88%B7%E5%8F%96%E6%B6%88&errorcode=example'],
    ['c02', 'errmsg=c02&errorcode=c02'],
  ])('has state, errmsg and errorcode after %j, and no code', (failure, expected) => {
    const asked = ask('redirectUri=https://a.example/&state=s')
    expect(addressBack(asked, { kind: 'fail', failure }, same)).toBe(`https://a.example/?state=s&${expected}`)
  })

  it('does not exist without an answer', () => {
    expect(addressBack(ask('redirectUri=https://a.example/'), { kind: 'silent' }, same)).toBe(undefined)
  })

  it.each([
    '',
    'redirectUri=',
    'redirectUri=/back',
    'redirectUri=javascript:alert(1)',
    'redirectUri=http://localhost:99999/',
  ])('does not exist for %s', (query) => expect(addressBack(ask(query), code, same)).toBe(undefined))
})

describe('an address of the page’s own server', () => {
  const origin = 'https://h5.example'

  it.each([
    [`${origin}/a?b#c`, '/a?b#c'],
    [origin, ''],
    [`${origin}?a`, '?a'],
  ])('%s is changed to this server’s', (address, rest) => {
    expect(addressHere(address, origin)).toBe(location.origin + rest)
  })

  it.each(['https://h5.example.evil/a', 'https://h5.example:8443/a', 'http://h5.example/a'])(
    '%s is not changed',
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
  ])('%s of %s is led to this server', (address, origin, path) => {
    expect(socketHere(address, origin)).toBe(`ws://${location.host}${path}`)
  })

  it.each([
    ['ws://localhost:8081/ws', 'http://localhost:8080'],
    ['ws://other.example:8080/ws', 'http://localhost:8080'],
    ['http://localhost:8080/ws', 'http://localhost:8080'],
    ['/relative', 'http://localhost:8080'],
    ['ws://[', 'http://localhost:8080'],
  ])('%s is not changed for %s', (address, origin) => expect(socketHere(address, origin)).toBe(address))
})

describe('a copied text with addresses of this server', () => {
  const text = `await page.goto('${location.origin}/a')\nshareUrl: '${location.origin}/b?c'`

  it('names the page’s own server instead', () => {
    expect(textAtOwnServer(text, 'http://localhost:8080')).toBe(
      "await page.goto('http://localhost:8080/a')\nshareUrl: 'http://localhost:8080/b?c'",
    )
  })

  it('is not changed if the page is at its own server', () => {
    expect(textAtOwnServer(text, undefined)).toBe(text)
  })
})
