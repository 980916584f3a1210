import { readUserAgent } from '../gate/upsdk'
import { copyText } from '../lib/copyText'
import { createHeartbeat } from '../lib/heartbeat'
import { createEndings, lazy, noop, oneAtATime } from '../lib/run'
import { globalWindow } from '../lib/window'
import { dialogChecks, readOptions } from '../options'
import { createDialogs, presentToast } from '../show/dialogs'
import { domPresenter } from '../show/dom/presenter'
import { type OwnText, ownLocaleOf, ownText } from '../texts/ownText'
import { wantedLocales } from '../texts/texts'
import type { OpenInApp, OpenInAppContext } from '../types/openInApp'
import type { Presenter } from '../types/presenter'
import type { TextFinder } from '../types/texts'
import type { UpsdkWindow } from '../types/window'
import { addressOf, buildLink, isIpad, type OpenInAppOptions, readLinkOptions } from './link'
import {
  cancel,
  copyByHand,
  copyLink,
  linkCopied,
  ok,
  openElsewhere,
  openInBrowser,
  openOnPhone,
  openTheApp,
  scanToOpen,
} from './texts'

/** How `openInWallet` speaks. */
interface DialogOptions {
  locale?: string | undefined
  presenter?: Presenter | undefined
}

/** ms in which the app comes up, where it can: iOS and Android ask the user first. */
const COMES_UP_IN = 2500
/** ms in which what draws a QR code is loaded. */
const LOADS_IN = 4000

const PHONE = /mobi|android|iphone|ipad|ipod|harmony/i
/** Apps whose browsers block links to other apps. */
const BLOCKS_LINKS = /MicroMessenger|\bQQ\/|Weibo|AlipayClient|DingTalk|aweme|wxwork/i

const say = ({ locale, find }: TextFinder, text: OwnText): string =>
  ownText(text, locale, (key) => find([key]))

/**
 * The way into the app, for the option `openInApp`: the dialog of `outside-wallet` gets a button that opens this page
 * in the app. Throws a `TypeError` for a malformed option.
 *
 * @example
 * createUpsdk({ openInApp: openInApp({ encryptAppId, qr: () => import('upsdk-kit/qr') }) })
 */
export function openInApp(asked: OpenInAppOptions): OpenInApp {
  const options = readLinkOptions(asked)
  return {
    handsOnQuery: !!(options.toLink || options.keep),
    label: (texts) => say(texts, openTheApp),
    // A second tap is the first one's.
    open: oneAtATime((context: OpenInAppContext) => openPage(options, context)),
  }
}

async function openPage(options: OpenInAppOptions, context: OpenInAppContext): Promise<boolean> {
  const { window } = context
  const phone = isPhone(window)
  const blocked = BLOCKS_LINKS.test(window.navigator.userAgent)
  if (phone && !blocked) {
    const left = leaves(context)
    window.document.location.href = buildLink(options, window)
    if (await left) return true
  }
  // The address of the page is handed on: any camera and any browser can open that, and there the way
  // into the app is a tap.
  const address = addressOf(options, window) || buildLink(options, window)
  const picture = phone ? undefined : await draw(options, address, context)
  const message = !phone ? openOnPhone : blocked ? openInBrowser : openElsewhere
  await offerCopy(picture ? scanToOpen : message, address, picture, context)
  return false
}

const isPhone = ({ navigator }: UpsdkWindow): boolean =>
  PHONE.test(String(navigator.userAgent)) || isIpad(navigator)

/** Does the page go to the background? */
async function leaves(context: OpenInAppContext): Promise<boolean> {
  const { document } = context.window
  let onChange = noop
  const isHidden = new Promise<void>((resolve) => {
    onChange = () => document.hidden && resolve()
    document.addEventListener('visibilitychange', onChange)
  })
  await within(COMES_UP_IN, isHidden, context)
  document.removeEventListener('visibilitychange', onChange)
  return document.hidden
}

/** A QR code, or undefined where the page has none to give, or not in time. */
async function draw({ qr }: OpenInAppOptions, address: string, context: OpenInAppContext) {
  if (!qr || !context.canShowPicture) return undefined
  try {
    const drawing = await within(LOADS_IN, qr(), context)
    return drawing?.drawQr(address, context.window.document)
  } catch {
    return undefined
  }
}

/** Waits for something, but no longer than that, nor than the kit is there; undefined where it has not come. */
function within<T>(ms: number, work: Promise<T>, { onDestroy }: OpenInAppContext): Promise<T | undefined> {
  return new Promise((resolve) => {
    const end = (result?: T) => {
      clearTimeout(timer)
      forget()
      resolve(result)
    }
    const giveUp = () => end()
    const timer = setTimeout(giveUp, ms)
    const forget = onDestroy(giveUp)
    work.then(end, giveUp)
  })
}

async function offerCopy(
  message: OwnText,
  address: string,
  content: HTMLElement | undefined,
  { window, texts, ask, toast }: OpenInAppContext,
): Promise<void> {
  const now = texts()
  const text = (own: OwnText) => say(now, own)
  const lang = now.locale
  const offer = { message: text(message), content, confirm: text(copyLink), cancel: text(cancel), lang }
  if (!(await ask(offer))) return
  if (await copyText(window, address)) toast(text(linkCopied))
  else await ask({ title: text(copyByHand), message: address, confirm: text(ok), lang })
}

/**
 * For the page's own “open in the app” button: opens the page in the wallet app. Where that has no effect (no app, a
 * browser that blocks such links, a desktop) it tells the user another way: a link to copy, or a QR code. Call it
 * while a tap is being handled. Throws a `TypeError` for a malformed option.
 *
 * @param options.locale BCP 47 or 'auto', the default
 * @param options.presenter your own UI; a QR code is shown by the kit's
 * @returns true when the app came up, false when the user was shown another way
 */
export function openInWallet(options: OpenInAppOptions & DialogOptions): Promise<boolean> {
  const own: DialogOptions = readOptions<DialogOptions>(options, dialogChecks)
  const window = globalWindow()
  return window ? openOnce({ ...readLinkOptions(options), ...own }, window) : Promise.resolve(false)
}

/** A second tap is the first one's. Its dialogs wait in one queue with those of every kit. */
const openOnce = /* @__PURE__ */ oneAtATime(
  async (options: OpenInAppOptions & DialogOptions, window: UpsdkWindow): Promise<boolean> => {
    const { presenter: page, locale } = options
    const { language } = readUserAgent(window.navigator.userAgent)
    const lang = String(wantedLocales(locale, window, language).map(ownLocaleOf).filter(Boolean)[0])
    const texts: TextFinder = { locale: lang, find: () => '' }
    const presenters = { page, kit: lazy(() => domPresenter({ window })) }
    const heartbeat = createHeartbeat(window)
    const { add, end } = createEndings()
    const dialogs = createDialogs(window, heartbeat, presenters, add)
    try {
      return await openPage(options, {
        window,
        texts: () => texts,
        ask: dialogs.ask,
        toast: (text) => presentToast(text, { lang }, presenters),
        canShowPicture: true,
        onDestroy: () => noop,
      })
    } finally {
      end()
      heartbeat.stop()
    }
  },
)
