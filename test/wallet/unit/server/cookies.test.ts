// @vitest-environment node
/** The target's cookies work at the command's address, and the key of `--lan` stays here. */
import { describe, expect, it } from 'vitest'
import { keysIn, rewriteCookies, withoutKey } from '../../../../wallet/server/cookies'
import type { ResponseStep } from '../../../../wallet/server/targetResponse'

type Answer = Parameters<ResponseStep>[0]
type Asked = Parameters<ResponseStep>[1]

/** Rewrites cookies of shop.example for a host of ours. */
function rewritten(cookies: string[] | undefined, host: string, notes?: Answer['notes']): Answer {
  const answer = { headers: { 'set-cookie': cookies }, notes } as unknown as Answer
  return rewriteCookies(new URL('https://Shop.Example'))(answer, { host } as Asked)
}
const HERE = 'page.localhost:9527'
const NETWORK = '192.168.1.20:9527'
const cookieAt = (host: string, cookie: string) => rewritten([cookie], host).headers['set-cookie']

describe('a cookie of the target', () => {
  it.each([
    ['a=1; Domain=shop.example', 'a=1'],
    ['a=1; domain = .shop.example ; Path=/', 'a=1; Path=/'],
    ['a=1; DOMAIN=EXAMPLE; HttpOnly', 'a=1; HttpOnly'],
    ['a=1; Domain=; Path=/', 'a=1; Path=/'],
    ['a=1; Domain', 'a=1'],
    ['a=1; Domains=x', 'a=1; Domains=x'],
    ['a=1; x-domain=x', 'a=1; x-domain=x'],
    ['domain=x; Path=/', 'domain=x; Path=/'],
    ['a=1; Secure; SameSite=None; Partitioned', 'a=1; Secure; SameSite=None; Partitioned'],
  ])('loses its Domain alone at this machine’s name: %s', (cookie, expected) => {
    expect(cookieAt(HERE, cookie)).toEqual([expected])
  })

  it.each(['a=1; Domain=evil.example', 'a=1; Domain=op.example', 'a=1; Domain=www.shop.example'])(
    'is dropped for a domain that the target is not in: %s',
    (cookie) => expect(cookieAt(HERE, cookie)).toEqual([]),
  )

  it.each([
    ['a=1; Secure', 'a=1'],
    ['a=1; secure ; Path=/', 'a=1; Path=/'],
    ['a=1; Partitioned', 'a=1'],
    ['a=1; SameSite = None', 'a=1'],
    ['a=1; SameSite=NoneOfIt', 'a=1; SameSite=NoneOfIt'],
    ['a=1; SameSite=Lax', 'a=1; SameSite=Lax'],
    ['a=1; insecure', 'a=1; insecure'],
    ['a=1; secured', 'a=1; secured'],
  ])('loses on a network address what needs https: %s', (cookie, expected) => {
    expect(cookieAt(NETWORK, cookie)).toEqual([expected])
  })

  it.each(['127.0.0.1', '127.0.0.1:9527'])('keeps Secure at %s', (host) => {
    expect(cookieAt(host, 'a=1; Secure')).toEqual(['a=1; Secure'])
  })

  it('loses Secure at an address that only begins like this machine’s', () => {
    expect(cookieAt('127.0.0.10', 'a=1; Secure')).toEqual(['a=1'])
  })

  it.each(['__Host-a=1', ' __Secure-a=1'])(
    'whose name needs https makes a note on a network address: %s',
    (cookie) => {
      expect(rewritten([cookie], NETWORK).notes).toEqual(['cookie'])
      expect(rewritten([cookie], NETWORK, ['policy']).notes).toEqual(['policy', 'cookie'])
      expect(rewritten([cookie], HERE).notes).toBeUndefined()
    },
  )

  it('makes no note if its name needs no https', () => {
    expect(rewritten(['a__Host-=1'], NETWORK).notes).toBeUndefined()
  })

  it('that does not exist leaves the answer as it is', () => {
    expect(rewritten(undefined, NETWORK)).toEqual({ headers: { 'set-cookie': undefined }, notes: undefined })
  })
})

describe('the key of --lan', () => {
  it('is taken from no target', () => {
    expect(cookieAt(HERE, 'upsdk-kit-key=x')).toEqual([])
    expect(cookieAt(HERE, ' upsdk-kit-key =x')).toEqual([])
    expect(cookieAt(HERE, 'upsdk-kit-keys=x')).toEqual(['upsdk-kit-keys=x'])
  })

  it.each([
    ['a=1; upsdk-kit-key=x; b=2', 'a=1; b=2'],
    ['upsdk-kit-key=x; a=upsdk-kit-key', 'a=upsdk-kit-key'],
    ['upsdk-kit-key=x', ''],
    ['', ''],
  ])('is sent to no target: %s', (cookie, expected) => expect(withoutKey(cookie)).toBe(expected))

  it.each([
    ['a=1; upsdk-kit-key=x=y ; b=2', ['x=y']],
    ['upsdk-kit-key=x; upsdk-kit-key=z', ['x', 'z']],
    ['a=upsdk-kit-key', []],
    [undefined, []],
  ])('is read: %s', (cookie, expected) => expect(keysIn(cookie)).toEqual(expected))
})
