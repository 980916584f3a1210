/** `oauthLink` builds the address of a web authorization, and takes nothing that is malformed. */
import ts from 'typescript'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type OauthLinkOptions, oauthLink } from '../../src/openInApp'
import { toastText } from '../support/shown'
import { blocks } from '../support/snippets'
import { kit, pass, useWallets, wallet } from '../support/wallet'

useWallets()
beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
})
const warnings = () => vi.mocked(console.warn).mock.calls.map(([line]) => String(line))

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

describe('in development, oauthLink warns on the console', () => {
  const link = (options: Partial<OauthLinkOptions>) => {
    wallet()
    return oauthLink({ ...given, scope: 'upapi_base', ...options })
  }

  it('of a contract without a plan, and makes the link', () => {
    expect(link({ scope: 'upapi_contract' })).toContain('scope=upapi_contract')
    const line = '[upsdk-kit] oauthLink: upapi_contract needs planId, the plan of the contract.'
    expect(warnings()).toEqual([line])
    link({ scope: 'upapi_contract', planId: 'p1' })
    link({ scope: 'upapi_base' })
    expect(warnings()).toEqual([line])
  })

  it.each([
    'http://m.example/back',
    'HTTP://m.example/',
    'http://localhost.example/',
    'http://10.example:8080',
  ])('of a way back without https, and makes the link: %s', (redirectUri) => {
    expect(link({ redirectUri })).toContain(`redirectUri=${encodeURIComponent(redirectUri)}`)
    expect(warnings()).toEqual(['[upsdk-kit] oauthLink: redirectUri is http. It should be https.'])
  })

  it.each([
    'https://m.example/?from=http://m.example',
    'http://localhost:5173/back',
    'http://shop.localhost/',
    'http://127.0.0.1:4173',
    'http://192.168.1.20:5173/?a=1',
    'http://[::1]:5173/',
  ])('but not of https, nor of a developer’s own server: %s', (redirectUri) => {
    link({ redirectUri })
    expect(warnings()).toEqual([])
  })
})

describe.each(['docs/outside-the-wallet.md', 'docs/zh/outside-the-wallet.md'])('the login in %s', (guide) => {
  const code = blocks(guide, 'ts').find((snippet) => snippet.includes('oauthLink(')) || ''
  const FAILED = '操作未完成，请稍后再试'

  /** Runs a login of a page outside the wallet, with the guide's code or a changed one. */
  async function logIn(ownCode: string, post?: () => Promise<unknown>) {
    wallet({ insideWallet: false })
    const { outputText } = ts.transpileModule(ownCode, {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2020 },
    })
    const page = {} as { logIn(): Promise<void> }
    const packages = { createUpsdk: () => kit({ locale: 'zh-CN' }), oauthLink }
    new Function('require', 'exports', 'post', outputText)(() => packages, page, post)
    await page.logIn()
    await pass(1000)
  }
  const returnWith = (query: string) => {
    sessionStorage.setItem('state', 's1')
    history.replaceState(null, '', `/?${query}`)
  }
  afterEach(() => {
    sessionStorage.clear()
    history.replaceState(null, '', '/')
  })

  it('says a word where the link cannot be made', async () => {
    await logIn(code.replace("'upapi_login'", "'upapi_user_mistyped'"))
    expect(toastText()).toBe(FAILED)
  })

  it.each<[string, string, () => Promise<unknown>]>([
    ['refuses the code', FAILED, async () => ({ code: 9 })],
    ['cannot be reached', '网络', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('says a word where the server %s', async (_what, words, post) => {
    returnWith('code=c1&state=s1')
    await logIn(code, post)
    expect(toastText()).toContain(words)
  })

  it('says nothing after a success', async () => {
    returnWith('code=c1&state=s1')
    const post = vi.fn(async () => ({ code: 0 }))
    await logIn(code, post)
    expect(post).toHaveBeenCalledOnce()
    expect(toastText() || '').toBe('')
  })
})
