/** `oauthLink` builds the address of a web authorization, and takes nothing that is malformed. */
import { describe, expect, it } from 'vitest'
import { type OauthLinkOptions, oauthLink } from '../../src/openInApp'
import { useWallets, wallet } from '../support/wallet'

useWallets()

const INSIDE = 'https://open.95516.com/s/open/html/oauth.html'
const OUTSIDE = 'https://open.95516.com/s/open/auth/outApp/html/outLogin.html'
const redirectUri = 'https://m.example/back?order=7&from=a b#/done'
const given = { appId: 'app/1', redirectUri, state: 's1' }
const CONTRACT = 'https://open.95516.com/s/open/noPwd/html/open.html'
const INSIDE_SCOPES = [
  'upapi_base',
  'upapi_mobile',
  'upapi_auth',
  'upapi_quick',
  'upapi_mshpush',
  'upapi_contract',
] as const
const OUTSIDE_SCOPES = ['upapi_login', 'upapi_user'] as const

describe.each([
  ['inside the app', true, INSIDE, INSIDE_SCOPES, OUTSIDE_SCOPES],
  ['outside the app', false, OUTSIDE, OUTSIDE_SCOPES, INSIDE_SCOPES],
] as const)('oauthLink %s', (place, insideWallet, address, scopes, others) => {
  it.each(scopes)('leads to UnionPay’s page with the scope %s', (scope) => {
    wallet({ insideWallet })
    const link = new URL(oauthLink({ ...given, scope }))
    expect(link.origin + link.pathname).toBe(scope === 'upapi_contract' ? CONTRACT : address)
    expect([...link.searchParams]).toEqual([
      ['appId', 'app/1'],
      ['redirectUri', redirectUri],
      ['responseType', 'code'],
      ['scope', scope],
      ['state', 's1'],
    ])
  })

  it.each([...others, 'upapi_none', 'constructor', '', undefined])(
    'refuses the scope %s, and names those that exist',
    (scope) => {
      wallet({ insideWallet })
      const run = () => oauthLink({ ...given, scope: scope as never })
      expect(run).toThrow(TypeError)
      expect(run).toThrow(`scope must be one of ${scopes.join(', ')} ${place}`)
    },
  )
})

describe('oauthLink', () => {
  const scope = 'upapi_base'

  it('encodes redirectUri once', () => {
    wallet()
    expect(oauthLink({ appId: 'a', redirectUri: 'https://m.example/a?b=1&c=%20', scope, state: 'x' })).toBe(
      `${INSIDE}?appId=a&redirectUri=https%3A%2F%2Fm.example%2Fa%3Fb%3D1%26c%3D%2520&responseType=code&scope=upapi_base&state=x`,
    )
  })

  it('leads to the contract page with planId, and without a state if none is given', () => {
    wallet()
    const link = oauthLink({
      appId: 'a',
      redirectUri: 'https://m.example/',
      scope: 'upapi_contract',
      planId: 'p 1',
    })
    expect(link).toBe(
      `${CONTRACT}?appId=a&redirectUri=https%3A%2F%2Fm.example%2F&responseType=code&scope=upapi_contract&planId=p%201`,
    )
  })

  it('takes http too', () => {
    wallet()
    expect(oauthLink({ appId: 'a', redirectUri: 'HTTP://m.example/', scope })).toContain(
      'HTTP%3A%2F%2Fm.example',
    )
  })

  it('takes a state of 128 letters and digits', () => {
    wallet()
    const state = 'aZ09'.repeat(32)
    expect(oauthLink({ appId: 'a', redirectUri: 'https://m.example/', scope, state })).toContain(
      `&state=${state}`,
    )
  })

  it.each<[string, unknown]>([
    ['appId', undefined],
    ['appId', null],
    ['appId', 'app'],
    ['appId', { redirectUri, scope }],
    ['appId', { appId: '', redirectUri, scope }],
    ['appId', { appId: 5, redirectUri, scope }],
    ['redirectUri', { appId: 'a', scope }],
    ['redirectUri', { appId: 'a', scope, redirectUri: '/back' }],
    ['redirectUri', { appId: 'a', scope, redirectUri: 5 }],
    ['redirectUri', { appId: 'a', scope, redirectUri: ['https://m.example/'] }],
    ['redirectUri', { appId: 'a', scope, redirectUri: 'javascript:alert(1)' }],
    ['redirectUri', { appId: 'a', scope, redirectUri: 'm.example/?https://m.example/' }],
    ['redirectUri', { appId: 'a', scope, redirectUri: encodeURIComponent(redirectUri) }],
    ['state', { appId: 'a', scope, redirectUri, state: 5 }],
    ['state', { appId: 'a', scope, redirectUri, state: '' }],
    ['state', { appId: 'a', scope, redirectUri, state: 'a'.repeat(129) }],
    ['state', { appId: 'a', scope, redirectUri, state: 'a-b' }],
    ['state', { appId: 'a', scope, redirectUri, state: 'a\n' }],
    ['state', { appId: 'a', scope, redirectUri, state: '订单' }],
    ['planId', { appId: 'a', scope, redirectUri, planId: {} }],
  ])('names the malformed %s: %j', (name, options) => {
    wallet()
    const run = () => oauthLink(options as OauthLinkOptions)
    expect(run).toThrow(TypeError)
    expect(run).toThrow(`upsdk-kit: oauthLink: ${name} must be`)
  })
})

describe('oauthLink in a host that only the SDK file knows', () => {
  it('counts as inside, as `environment` does', () => {
    wallet({ insideWallet: false })
    Object.assign(window, { upsdk: { isInsideWallet: true } })
    expect(oauthLink({ ...given, scope: 'upapi_base' })).toContain(INSIDE)
    Reflect.deleteProperty(window, 'upsdk')
  })
})
