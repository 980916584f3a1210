import type { MessageKey, Messages } from '../messages/messages'
import { type Dialogs, type Presenters, say } from '../ui/ask'
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
  dialogs: Dialogs
  /** Runs what is given to it when the kit is destroyed. @returns takes it back */
  onDestroy?(run: () => void): () => void
}

/** ms in which the app comes up, where it can: iOS and Android ask the user first. */
const COMES_UP_IN = 2500
/** ms in which what draws a QR code is loaded. */
const LOADS_IN = 4000

const PHONE = /mobi|android|iphone|ipad|ipod|harmony/i
/** Apps whose browsers block links to other apps. */
const BLOCKS_LINKS = /MicroMessenger|\bQQ\/|Weibo|AlipayClient|DingTalk|aweme|wxwork/i

/**
 * Opens the page in the wallet app, or tells the user another way.
 *
 * @returns true when the app came up, false when the user was told another way
 */
export async function openWallet(options: WalletOptions, parts: OpenParts): Promise<boolean> {
  const { window } = parts
  const phone = isPhone(window)
  const blocked = BLOCKS_LINKS.test(window.navigator.userAgent)
  if (phone && !blocked) {
    const left = leaves(parts)
    window.document.location.href = buildLink(options, window)
    if (await left) return true
  }
  // What is handed on is the address of the page: any camera and any browser can open that, and there the way
  // into the app is a tap.
  const address = options.toLink || pageAddress(window) || buildLink(options, window)
  const picture = phone ? undefined : await draw(options, address, parts)
  const message = !phone ? 'open-on-phone' : blocked ? 'open-in-browser' : 'open-elsewhere'
  await offerCopy(picture ? 'scan-to-open' : message, address, picture, parts)
  return false
}

/** An iPad says that it is a Mac, but no Mac has a touch screen. */
function isPhone({ navigator }: UpsdkWindow): boolean {
  const { userAgent, maxTouchPoints = 0 } = navigator as Partial<Navigator>
  return PHONE.test(String(userAgent)) || (/Macintosh/.test(String(userAgent)) && maxTouchPoints > 1)
}

/** Does the page go to the background? */
function leaves({ window: { document }, onDestroy }: OpenParts): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (left: boolean) => {
      forget?.()
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onChange)
      resolve(left)
    }
    const onChange = () => document.hidden && end(true)
    const timer = setTimeout(() => end(document.hidden), COMES_UP_IN)
    document.addEventListener('visibilitychange', onChange)
    const forget = onDestroy?.(() => end(false))
  })
}

/** A QR code, or undefined where the page has none to give, or not in time. */
async function draw({ qr }: WalletOptions, address: string, parts: OpenParts) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let forget: (() => void) | undefined
  try {
    if (!qr || !parts.presenters.kit) return undefined
    const tooLate = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(reject, LOADS_IN)
      forget = parts.onDestroy?.(reject)
    })
    const { drawQr } = await Promise.race([qr(), tooLate])
    return drawQr(address, parts.window.document)
  } catch {
    return undefined
  } finally {
    forget?.()
    clearTimeout(timer)
  }
}

async function offerCopy(
  message: MessageKey,
  address: string,
  content: HTMLElement | undefined,
  { window, messages, presenters, dialogs }: OpenParts,
): Promise<void> {
  const text = (key: MessageKey) => messages.text([key])
  const lang = messages.locale
  const offer = {
    message: text(message),
    content,
    confirm: text('button-copy-link'),
    cancel: text('button-cancel'),
    lang,
  }
  if (!(await dialogs.ask(offer))) return
  if (await copyText(window, address)) say(text('link-copied'), { lang }, presenters)
  else
    await dialogs.ask({
      title: text('copy-by-hand'),
      message: address,
      confirm: text('button-ok'),
      lang,
    })
}
