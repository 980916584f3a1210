/** The addresses of upsdk's file, of its bridge, and of the script that stands in for them. */
import { isUpsdkScript } from '../../src/internalsWithoutDom'

/** Is this the address of a file of upsdk? A relative address may be just the file's name. */
export const isSdkFile = (address: string): boolean => isUpsdkScript({ src: `/${address}` })

/** Is this the address of our stand-in? The page's own address stands behind its `?`. */
export const isStandIn = (address: string): boolean => /\/@upsdk-kit\/upsdk\.js([?#]|$)/.test(address)

/**
 * Makes the address of our stand-in for a file. The file's address is encoded, since Vite merges double slashes in the
 * addresses of a page.
 */
export const standInAddress = (standIn: string, address: string): string =>
  `${standIn}?${encodeURIComponent(address)}`

/** Reads the address of the file that a stand-in replaces from the stand-in's address. */
export function replacedAddress(address: string): string {
  const own = address.slice(address.indexOf('?') + 1)
  try {
    return decodeURIComponent(own)
  } catch {
    return own
  }
}

/** Is the file at UnionPay's own address? A copy elsewhere is not updated with the app (upsdk-behaviour §7). */
export const isOfficial = (address: string): boolean =>
  /^(https?:)?\/\/([\w-]+\.)*95516\.com\//i.test(address)

/**
 * Is it the wallet's bridge script (upsdk-behaviour §1)? Only upsdk loads it. Since upsdk's own file is kept out, such
 * an upsdk is in a bundle or in a file with another name.
 */
export const isBridgeFile = (address: string): boolean =>
  isOfficial(address) && /\/(cordova|WebViewJavascriptBridge)\.js([?#]|$)/i.test(address)
