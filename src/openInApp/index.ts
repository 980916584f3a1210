/**
 * `upsdk-kit/open-in-app`: opens a page in the wallet app from any browser.
 *
 * @module upsdk-kit/open-in-app
 */

export type { OpenInApp } from '../types/openInApp'
export { type OpenInAppOptions, type QrModule, type WalletLinkOptions, walletLink } from './link'
export { type OauthLinkOptions, type OauthScope, oauthLink } from './oauth'
export { openInApp, openInWallet } from './open'
export { type ShareLinkOptions, shareLink } from './share'
