import { DEV } from '../lib/development'
import { globalWindow } from '../lib/window'
import { readOptions, shareChecks } from '../options'
import { addressOf, type WalletLinkOptions } from './link'

/** Options of `shareLink`: the mini-program that a shared page leads back into. */
export type ShareLinkOptions = Pick<WalletLinkOptions, 'encryptAppId' | 'toLink' | 'keep'>

/** UnionPay's page that opens a mini-program from a shared message (upsdk-behaviour §5). */
const SHARE_PAGE = 'https://base.95516.com/s/wl/WebAPP/helpAgree/page/help/shareRutineHelp.html'

/**
 * Makes a `shareUrl` for `showSharePopup`, `shareSinglePlugin` and `showShareMorePanel` that leads back into the
 * mini-program. A bare page address would open in a browser, outside the app (upsdk-behaviour §5).
 *
 * Make a new options object for each share, since upsdk changes it (H10). Throws a `TypeError` for a malformed option.
 *
 * @param options the mini-program's encrypted id, the https address it opens at (by default this page, with path and
 *   hash route only), and the query parameters of this page to keep (by default none)
 * @example
 * upsdk.showSharePopup({ title: '优惠券', shareUrl: shareLink({ encryptAppId, keep: ['id'] }) })
 */
export function shareLink(options: ShareLinkOptions): string {
  const given = readOptions<ShareLinkOptions>(options, shareChecks, DEV ? 'shareLink' : '')
  const { encryptAppId } = given
  const toLink = encodeURIComponent(addressOf(given, globalWindow()) || '')
  // UnionPay's page reads this JSON, and the order of its fields is part of the format. All of it is ASCII, as base64
  // requires.
  const params = btoa(JSON.stringify({ encryptAppId, toLink }))
  return `${SHARE_PAGE}?params=${encodeURIComponent(params)}`
}
