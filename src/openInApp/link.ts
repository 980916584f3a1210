import { DEV } from '../lib/development'
import { pageAddress } from '../lib/pageAddress'
import { askPage } from '../lib/run'
import { isFunction } from '../lib/values'
import { globalWindow } from '../lib/window'
import { linkChecks, readOptions } from '../options'
import type { UpsdkWindow } from '../types/window'

/** The mini-program that a link opens. */
export interface WalletLinkOptions {
  /** The mini-program's encrypted id, from the open platform. */
  encryptAppId: string
  /**
   * The https address it opens at, or a function that returns it at each opening. Default, and if the function throws:
   * this page, with path and hash route only.
   */
  toLink?: string | (() => string) | undefined
  /** Query parameters of this page to keep in the address. @default [] @example ['id', 'storeId'] */
  keep?: readonly string[] | undefined
  /** The source of the user in the open platform's statistics (upsdk-behaviour §5). @default '1006' */
  scenarioId?: string | undefined
  /**
   * Uses the universal link `https://usl.95516.com/applet?…` on iOS, as pages in production do, instead of
   * `upwallet://applet?…`. Without the app, it opens a web page. No document of UnionPay describes it, so try it on a
   * phone first. @default false
   */
  universalLink?: boolean | undefined
}

/** `upsdk-kit/qr`. */
export interface QrModule {
  /** Draws a text as a QR code. */
  drawQr(text: string, document: Document): HTMLElement
}

/** How to open the page in the wallet. */
export interface OpenInAppOptions extends WalletLinkOptions {
  /** Draws a QR code on desktops: `() => import('upsdk-kit/qr')`. Without it, the link is copied there too. */
  qr?: (() => Promise<QrModule>) | undefined
}

/**
 * Finds the address to open in the mini-program; undefined if there is none. If the page's function throws, it is that of
 * this page: the user who has tapped must still be shown a way.
 */
export function addressOf(
  { toLink, keep }: WalletLinkOptions,
  window: UpsdkWindow | undefined,
): string | undefined {
  const given = isFunction(toLink) ? askPage(toLink as () => string) : toLink
  return given || pageAddress(window, keep)
}

export function buildLink(options: WalletLinkOptions, window: UpsdkWindow | undefined): string {
  const { encryptAppId, scenarioId = '1006', universalLink } = options
  const start = universalLink && isIos(window) ? 'https://usl.95516.com/' : 'upwallet://'
  return `${start}applet?${queryOf({ encryptAppId, toLink: addressOf(options, window), scenarioId })}`
}

/** Is the device an iPad? It claims to be a Mac, but no Mac has a touch screen. */
export const isIpad = ({ userAgent, maxTouchPoints = 0 }: Partial<Navigator>): boolean =>
  /Macintosh/.test(String(userAgent)) && maxTouchPoints > 1

const isIos = (window: UpsdkWindow | undefined): boolean =>
  !!window && (/iphone|ipad|ipod/i.test(window.navigator.userAgent) || isIpad(window.navigator))

/** Makes the query of a link. Each value is encoded once, and undefined ones are left out. */
export const queryOf = (fields: Readonly<Record<string, string | undefined>>): string =>
  Object.keys(fields)
    .filter((name) => fields[name])
    .map((name) => `${name}=${encodeURIComponent(String(fields[name]))}`)
    .join('&')

/**
 * Makes the link that opens a mini-program in the wallet app, from any browser: `upwallet://applet?encryptAppId=…`
 * (upsdk-behaviour §5), or on iOS with `universalLink` `https://usl.95516.com/applet?encryptAppId=…`. If the app is not
 * installed, nothing happens, or a web page opens; `openInWallet` then shows the user another way. Throws a `TypeError`
 * for a malformed option.
 */
export function walletLink(options: WalletLinkOptions): string {
  return buildLink(readLinkOptions(options), globalWindow())
}

/** Reads the options that all these functions share. Errors name the option as one of `openInApp`. */
export const readLinkOptions = (options: unknown): OpenInAppOptions =>
  readOptions<OpenInAppOptions>(options, linkChecks, DEV ? 'option "openInApp"' : '')
