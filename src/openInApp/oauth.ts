import { isWalletAgent } from '../gate/upsdk'
import { DEV } from '../lib/dev'
import { read } from '../lib/values'
import { globalWindow } from '../lib/window'
import { findMalformed, malformed, oauthChecks } from '../options'
import { queryOf } from './link'

const INSIDE_SCOPES = ['upapi_base', 'upapi_mobile', 'upapi_auth', 'upapi_contract', 'upapi_quick'] as const
const OUTSIDE_SCOPES = ['upapi_login', 'upapi_user'] as const

/** Scopes of web authorization: inside the app one of the first five, outside it one of the last two. */
export type OauthScope = (typeof INSIDE_SCOPES)[number] | (typeof OUTSIDE_SCOPES)[number]

/** Which authorization a link asks for, and where it comes back to. */
export interface OauthLinkOptions {
  /** The id of the app, from the open platform. */
  appId: string
  /** Where the user comes back to, with `code` and `state`, as it is, not encoded. It should be https. */
  redirectUri: string
  scope: OauthScope
  /**
   * Comes back as it is. Keep a value that nobody can guess, and compare it on return: else anyone can send your
   * users a link that logs them in as somebody else.
   */
  state?: string | undefined
  /** The plan of the contract, for `upapi_contract`. */
  planId?: string | undefined
}

/**
 * The link to UnionPay's authorization page: inside the app or outside it, as `environment` tells
 * (upsdk-behaviour §5). It comes back to `redirectUri` with `code` and `state`; your server exchanges the code. Throws
 * a `TypeError` for a malformed option, or a scope that does not exist there.
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
  // An authorization hangs on them: a malformed one is refused in production too.
  const name = findMalformed<OauthLinkOptions>(options, checks)
  if (name) throw malformed(`oauthLink: ${name}`, checks[name as keyof typeof checks].words)
  const { appId, redirectUri, scope, state, planId } = options
  const page = inside ? 'html/oauth' : 'auth/outApp/html/outLogin'
  const query = queryOf({ appId, redirectUri, responseType: 'code', scope, state, planId })
  return `https://open.95516.com/s/open/${page}.html?${query}`
}

/** UnionPay's file may admit hosts that the kit has never heard of. */
function isInsideWallet(): boolean {
  const window = globalWindow()
  const upsdkSaysSo = read(read(window, 'upsdk'), 'isInsideWallet') === true
  return upsdkSaysSo || isWalletAgent(String(window?.navigator.userAgent))
}
