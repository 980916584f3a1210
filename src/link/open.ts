import type { MessageKey, Messages } from '../messages/messages'
import { ask, type Presenters, say } from '../ui/ask'
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
  presenters: Presenters
  /** Was the kit destroyed meanwhile? */
  isClosed?(): boolean
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
  const blocked = BLOCKS_LINKS.test(userAgent)
  if (phone && !blocked) {
    const left = leaves(parts.window)
    parts.window.document.location.href = buildLink(options, parts.window)
    if (await left) return true
  }
  // What is handed on is the address of the page: any camera and any browser can open that, and there the way
  // into the app is a tap.
  const address = pageAddress(parts.window) || options.toLink || buildLink(options, parts.window)
  if (phone || !(await showQr(options, address, parts)))
    await offerCopy(blocked ? 'open-in-browser' : phone ? 'open-elsewhere' : 'open-on-phone', address, parts)
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
  const { window, messages, presenters } = parts
  // A page's own presenter has no place for a picture.
  if (!qr || !presenters.kit) return false
  try {
    const { drawQr } = await qr()
    if (parts.isClosed?.()) return true
    await presenters.kit().dialog({
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
  const { window, messages, presenters } = parts
  const text = (key: MessageKey) => messages.text([key])
  const lang = messages.locale
  if (parts.isClosed?.()) return
  const offer = {
    message: text(message),
    confirm: text('button-copy-link'),
    cancel: text('button-cancel'),
    lang,
  }
  if (!(await ask(offer, presenters))) return
  if (await copyText(window, address)) say(text('link-copied'), { lang }, presenters)
  // To be copied by hand.
  else await ask({ message: address, confirm: text('button-ok'), lang }, presenters)
}
