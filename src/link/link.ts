import type { UpsdkWindow } from '../window'
import { shareableAddress } from './address'

/** Which mini-program a link opens. */
export interface WalletLinkOptions {
  /** The mini-program's encrypted id, from the open platform. */
  encryptAppId: string
  /** The https address it opens at. Default: this page, without the parameters that look like secrets. */
  toLink?: string
  /** Where the user comes from, as the open platform counts it. Default '1006' (upsdk-behaviour §5). */
  scenarioId?: string
}

/**
 * The link that opens a mini-program in the wallet app, from any browser: `upwallet://applet?encryptAppId=…`
 * (upsdk-behaviour §5). Without the app installed, nothing happens there; `openInWallet` says what to do then.
 */
export function buildLink(
  { encryptAppId, toLink, scenarioId = '1006' }: WalletLinkOptions,
  window: UpsdkWindow | undefined,
): string {
  const address = toLink || pageAddress(window)
  const fields = [
    ['encryptAppId', encryptAppId],
    ['toLink', address],
    ['scenarioId', scenarioId],
  ]
  return `upwallet://applet?${fields
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&')}`
}

/** The address of the page, fit to be handed on; undefined where there is none. */
export const pageAddress = (window: UpsdkWindow | undefined): string | undefined =>
  shareableAddress(String(window?.document.location?.href))
