import { isWalletAgent } from '../gate/userAgent'
import { DEV } from '../lib/development'
import { read } from '../lib/values'
import { globalWindow } from '../lib/window'
import { findMalformed, malformed, oauthChecks } from '../options'
import { queryOf } from './link'

const INSIDE_SCOPES = [
  'upapi_base',
  'upapi_mobile',
  'upapi_auth',
  'upapi_quick',
  'upapi_mshpush',
  'upapi_contract',
] as const
const OUTSIDE_SCOPES = ['upapi_login', 'upapi_user'] as const

/** A scope of web authorization: one of the first six inside the app, one of the last two outside it. */
export type OauthScope = (typeof INSIDE_SCOPES)[number] | (typeof OUTSIDE_SCOPES)[number]

/** The authorization that a link asks for, and the address to return to. */
export interface OauthLinkOptions {
  /** The id of the app, from the open platform. */
  appId: string
  /** The address that the user returns to, with `code` and `state`. Do not encode it. It should be https. */
  redirectUri: string
  scope: OauthScope
  /**
   * A value that comes back unchanged: at most 128 letters and digits. Use one that nobody can guess, and compare it on
   * return. Otherwise anyone can send your users a link that logs them in as somebody else.
   */
  state?: string | undefined
  /** The plan of the contract, for `upapi_contract`. */
  planId?: string | undefined
}

/**
 * Makes the link to UnionPay's authorization page, inside the app or outside it, depending on `environment`
 * (upsdk-behaviour §5). The page returns to `redirectUri` with `code` and `state`, and your server exchanges the code. If
 * the user refuses, it returns with `state`, `errmsg` and `errorcode`.
 * Throws a `TypeError` for a malformed option, and for a scope that does not exist there. The development build warns on
 * the console of `upapi_contract` without `planId`, and of a `redirectUri` that is http.
 *
 * @example location.href = oauthLink({ appId, redirectUri: 'https://m.example.com/back', scope: 'upapi_base', state })
 */
export function oauthLink(options: OauthLinkOptions): string {
  const inside = isInsideWallet()
  const scopes: readonly unknown[] = inside ? INSIDE_SCOPES : OUTSIDE_SCOPES
  const checks = oauthChecks(
    (value) => scopes.includes(value),
    DEV ? `one of ${scopes.join(', ')} ${inside ? 'inside' : 'outside'} the app` : '',
  )
  // An authorization depends on these options, so a malformed one is refused in production too.
  const name = findMalformed<OauthLinkOptions>(options, checks)
  if (name) throw malformed(`oauthLink: ${name}`, checks[name as keyof typeof checks].words)
  const { appId, redirectUri, scope, state, planId } = options
  if (DEV) warnOfOptions(options)
  const page = !inside
    ? 'auth/outApp/html/outLogin'
    : scope === 'upapi_contract'
      ? 'noPwd/html/open'
      : 'html/oauth'
  const query = queryOf({ appId, redirectUri, responseType: 'code', scope, state, planId })
  return `https://open.95516.com/s/open/${page}.html?${query}`
}

/** Matches an http address, but not one of a developer's own server: localhost, or an address in numbers. */
const WITHOUT_TLS = /^http:\/\/(?!([\w-]+\.)*localhost([:/?#]|$)|[\d.]+([:/?#]|$)|\[)/i

/** Warns on the console of what UnionPay's page may refuse. The link is made all the same. For development alone. */
function warnOfOptions({ redirectUri, scope, planId }: OauthLinkOptions): void {
  if (scope === 'upapi_contract' && !planId)
    console.warn('[upsdk-kit] oauthLink: upapi_contract needs planId, the plan of the contract.')
  if (WITHOUT_TLS.test(redirectUri))
    console.warn('[upsdk-kit] oauthLink: redirectUri is http. It should be https.')
}

/** Is the page inside the wallet? The SDK file may accept apps that the kit does not know. */
function isInsideWallet(): boolean {
  const window = globalWindow()
  const upsdkSaysSo = read(read(window, 'upsdk'), 'isInsideWallet') === true
  return upsdkSaysSo || isWalletAgent(String(window?.navigator.userAgent))
}
