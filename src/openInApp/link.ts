import { DEV } from '../lib/dev'
import { pageAddress } from '../lib/pageAddress'
import { isFunction } from '../lib/values'
import { globalWindow } from '../lib/window'
import { linkChecks, readOptions } from '../options'
import type { UpsdkWindow } from '../types/window'

/** Which mini-program a link opens. */
export interface WalletLinkOptions {
  /** The mini-program's encrypted id, from the open platform. */
  encryptAppId: string
  /**
   * The https address it opens at, or a function that is asked at each opening. Default: this page, path and hash
   * route only.
   */
  toLink?: string | (() => string) | undefined
  /** Query parameters of this page that are handed on. @default [] @example ['id', 'storeId'] */
  keep?: readonly string[] | undefined
  /** Where the user comes from, as the open platform counts it (upsdk-behaviour §5). @default '1006' */
  scenarioId?: string | undefined
  /**
   * On iOS the universal link `https://usl.95516.com/applet?…`, as pages in production use it, instead of
   * `upwallet://applet?…`. Without the app it opens as a web page. No document of UnionPay's describes it: try it on
   * a phone first. @default false
   */
  universalLink?: boolean | undefined
}

/** `upsdk-kit/qr`. */
export interface QrModule {
  /** Draws a text as a QR code. */
  drawQr(text: string, document: Document): HTMLElement
}

/** How the page is opened in the wallet. */
export interface OpenInAppOptions extends WalletLinkOptions {
  /** For desktops: `() => import('upsdk-kit/qr')`. Without it the link is copied there too. */
  qr?: (() => Promise<QrModule>) | undefined
}

/** The address that is handed on; undefined where there is none. */
export function addressOf(
  { toLink, keep }: WalletLinkOptions,
  window: UpsdkWindow | undefined,
): string | undefined {
  const given = isFunction(toLink) ? (toLink as () => string)() : toLink
  return given || pageAddress(window, keep)
}

export function buildLink(options: WalletLinkOptions, window: UpsdkWindow | undefined): string {
  const { encryptAppId, scenarioId = '1006', universalLink } = options
  const start = universalLink && isIos(window) ? 'https://usl.95516.com/' : 'upwallet://'
  return `${start}applet?${queryOf({ encryptAppId, toLink: addressOf(options, window), scenarioId })}`
}

/** An iPad says that it is a Mac, but no Mac has a touch screen. */
export const isIpad = ({ userAgent, maxTouchPoints = 0 }: Partial<Navigator>): boolean =>
  /Macintosh/.test(String(userAgent)) && maxTouchPoints > 1

const isIos = (window: UpsdkWindow | undefined): boolean =>
  !!window && (/iphone|ipad|ipod/i.test(window.navigator.userAgent) || isIpad(window.navigator))

/** The query of a link, each value encoded once; what has none is left out. */
export const queryOf = (fields: Readonly<Record<string, string | undefined>>): string =>
  Object.keys(fields)
    .filter((name) => fields[name])
    .map((name) => `${name}=${encodeURIComponent(String(fields[name]))}`)
    .join('&')

/**
 * The link that opens a mini-program in the wallet app, from any browser: `upwallet://applet?encryptAppId=…`
 * (upsdk-behaviour §5), or with `universalLink` on iOS `https://usl.95516.com/applet?encryptAppId=…`. Without the app
 * installed nothing happens there, or a web page opens; `openInWallet` says what to do then. Throws a `TypeError` for
 * a malformed option.
 */
export function walletLink(options: WalletLinkOptions): string {
  return buildLink(readLinkOptions(options), globalWindow())
}

/** The options that all of them have. Each says what is malformed as of `openInApp`. */
export const readLinkOptions = (options: unknown): OpenInAppOptions =>
  readOptions<OpenInAppOptions>(options, linkChecks, DEV ? 'option "openInApp"' : '')
