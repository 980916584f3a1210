/**
 * `upsdk-kit/open-in-app`: opens a page in the wallet app from any browser.
 *
 * @module upsdk-kit/open-in-app
 */

export { type OpenInAppOptions, type QrModule, type WalletLinkOptions, walletLink } from './openInApp/link'
export { type OauthLinkOptions, type OauthScope, oauthLink } from './openInApp/oauth'
export { openInApp, openInWallet } from './openInApp/open'
export { type ShareLinkOptions, shareLink } from './openInApp/share'
export type { OpenInApp } from './types/openInApp'
