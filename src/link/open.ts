import type { MessageKey, Messages } from '../messages/messages'
import type { Presenter } from '../ui/presenter'
import type { UpsdkWindow } from '../window'
import { copyText } from './copy'
import { buildLink, pageAddress, type WalletLinkOptions } from './link'

/** `upsdk-kit/qr`. */
export interface QrModule {
  /** Draws a text as a QR code. */
  drawQr(text: string, document: Document): HTMLElement
}

/** How the page is opened in the wallet. */
export interface WalletOptions extends WalletLinkOptions {
  /** For desktops: `() => import('upsdk-kit/qr')`. Without it the link is copied there too. */
  qr?(): Promise<QrModule>
}

export interface OpenParts {
  window: UpsdkWindow
  messages: Messages
  /** The page's own; the kit's where there is none. */
  presenter?: Presenter
  /** The kit's own: no other can show a QR code. */
  kitPresenter(): Presenter
}

/** ms in which the app comes up, where it can: iOS and Android ask the user first. */
const COMES_UP_IN = 2500

const PHONE = /mobi|android|iphone|ipad|ipod|harmony/i
/** Apps whose browsers block links to other apps. */
const BLOCKS_LINKS = /MicroMessenger|\bQQ\/|Weibo|AlipayClient|DingTalk|aweme|wxwork/i

/**
 * Opens the page in the wallet app, or tells the user another way.
 *
 * @returns true when the app came up, false when the user was told another way
 */
export async function openWallet(options: WalletOptions, parts: OpenParts): Promise<boolean> {
  const { userAgent } = parts.window.navigator
  const phone = isPhone(parts.window)
  if (phone && !BLOCKS_LINKS.test(userAgent)) {
    const left = leaves(parts.window)
    parts.window.document.location.href = buildLink(options, parts.window)
    if (await left) return true
  }
  // What is handed on is the address of the page: any camera and any browser can open that, and there the way
  // into the app is a tap.
  const address = pageAddress(parts.window) || options.toLink || buildLink(options, parts.window)
  if (phone || !(await showQr(options, address, parts)))
    await offerCopy(phone ? 'open-elsewhere' : 'open-on-phone', address, parts)
  return false
}

/** An iPad says that it is a Mac, but no Mac has a touch screen. */
function isPhone({ navigator }: UpsdkWindow): boolean {
  const { userAgent, maxTouchPoints = 0 } = navigator as Partial<Navigator>
  return PHONE.test(String(userAgent)) || (/Macintosh/.test(String(userAgent)) && maxTouchPoints > 1)
}

/** Does the page go to the background? */
function leaves({ document }: UpsdkWindow): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (left: boolean) => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onChange)
      resolve(left)
    }
    const onChange = () => document.hidden && end(true)
    const timer = setTimeout(() => end(document.hidden), COMES_UP_IN)
    document.addEventListener('visibilitychange', onChange)
  })
}

async function showQr({ qr }: WalletOptions, address: string, parts: OpenParts): Promise<boolean> {
  if (!qr) return false
  const { window, messages, kitPresenter } = parts
  try {
    const { drawQr } = await qr()
    await kitPresenter().dialog({
      message: messages.text(['scan-to-open']),
      content: drawQr(address, window.document),
      confirm: messages.text(['button-ok']),
      lang: messages.locale,
    })
    return true
  } catch {
    return false
  }
}

async function offerCopy(message: MessageKey, address: string, parts: OpenParts): Promise<void> {
  const { window, messages } = parts
  const presenter = parts.presenter || parts.kitPresenter()
  const text = (key: MessageKey) => messages.text([key])
  const lang = messages.locale
  const wanted = await presenter.dialog({
    message: text(message),
    confirm: text('button-copy-link'),
    cancel: text('button-cancel'),
    lang,
  })
  if (!wanted) return
  if (await copyText(window, address)) presenter.toast(text('link-copied'), { lang })
  // To be copied by hand.
  else await presenter.dialog({ message: address, confirm: text('button-ok'), lang })
}
