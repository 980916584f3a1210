import { readUserAgent } from '../gate/userAgent'
import { copyText } from '../lib/copyText'
import { createHeartbeat } from '../lib/heartbeat'
import { createCleanups, lazy, noop, oneAtATime } from '../lib/run'
import { read, readString } from '../lib/values'
import { globalWindow } from '../lib/window'
import { dialogChecks, readOptions } from '../options'
import { createDialogs, presentToast } from '../show/dialogs'
import { domPresenter } from '../show/dom/presenter'
import { BUILT_IN, type OwnText, ownText } from '../texts/ownText'
import { negotiate, wantedLocales } from '../texts/texts'
import type { OpenInApp, OpenInAppContext } from '../types/openInApp'
import type { DialogRequest, Presenter } from '../types/presenter'
import type { LocaleMessages, TextFinder } from '../types/texts'
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

/** Options for the dialogs of `openInWallet`. */
interface DialogOptions {
  locale?: string | undefined
  locales?: readonly LocaleMessages[] | undefined
  presenter?: Presenter | undefined
}

/** How long to wait for the app to open, in ms. iOS and Android ask the user first. */
const COMES_UP_IN = 2500
/** How long to wait for the module that draws a QR code, in ms. */
const LOADS_IN = 4000

const PHONE = /mobi|android|iphone|ipad|ipod|harmony/i
/** Matches apps whose browsers block links to other apps. */
const BLOCKS_LINKS = /MicroMessenger|\bQQ\/|Weibo|AlipayClient|DingTalk|aweme|wxwork/i

/** Matches a text that says first what failed, then what to do. */
const TWO_PARTS = /^([^，。]+?)(?:[，。]|\. )(.+)$/

const say = ({ locale, find }: TextFinder, text: OwnText): string =>
  ownText(text, locale, (key) => find([key]))

/**
 * Makes the part for the option `openInApp`: the dialog for `outside-wallet` gets a button that opens this page in the
 * app. Throws a `TypeError` for a malformed option.
 *
 * @example
 * createUpsdk({ openInApp: openInApp({ encryptAppId, qr: () => import('upsdk-kit/qr') }) })
 */
export function openInApp(asked: OpenInAppOptions): OpenInApp {
  const options = readLinkOptions(asked)
  return {
    handsOnQuery: !!(options.toLink || options.keep),
    label: (texts) => say(texts, openTheApp),
    canOpen,
    // A second tap joins the first one.
    open: oneAtATime((context: OpenInAppContext, failure?: string) => openPage(options, context, failure)),
  }
}

async function openPage(
  options: OpenInAppOptions,
  context: OpenInAppContext,
  failure?: string,
): Promise<boolean> {
  const { window } = context
  const phone = isPhone(window)
  const opens = canOpen(window)
  if (opens) {
    const left = leaves(context)
    window.document.location.href = buildLink(options, window)
    if (await left) return true
  }
  // The QR code has the address of the page: any camera and browser can open it, and from there the app is one tap
  // away.
  const address = addressOf(options, window) || buildLink(options, window)
  const picture = phone ? undefined : await draw(options, address, context)
  const message = picture ? scanToOpen : opens ? openElsewhere : phone ? openInBrowser : openOnPhone
  await offerCopy({ message, address, picture, failure }, context)
  return false
}

const isPhone = ({ navigator }: UpsdkWindow): boolean =>
  PHONE.test(String(navigator.userAgent)) || isIpad(navigator)

/** Do links of this browser open other apps? */
const canOpen = (window: UpsdkWindow): boolean =>
  isPhone(window) && !BLOCKS_LINKS.test(window.navigator.userAgent)

/** Waits whether the page goes to the background. */
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

/** Draws a QR code; undefined if the page has no module for it, or it does not load in time. */
async function draw({ qr }: OpenInAppOptions, address: string, context: OpenInAppContext) {
  if (!qr || !context.canShowPicture) return undefined
  try {
    const drawing = await within(LOADS_IN, qr(), context)
    return drawing?.drawQr(address, context.window.document)
  } catch {
    return undefined
  }
}

/**
 * Waits for a promise, at most some ms, and not after the kit is destroyed; undefined if it has not resolved by then.
 */
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

/** Another way into the app, for a person who copies a link or scans it. */
interface OtherWay {
  readonly message: OwnText
  readonly address: string
  /** The address as a QR code. */
  readonly picture: HTMLElement | undefined
  /** The text of the failure that it is offered for. */
  readonly failure: string | undefined
}

async function offerCopy(
  { message, address, picture, failure }: OtherWay,
  { window, texts, ask, toast }: OpenInAppContext,
): Promise<void> {
  const now = texts()
  const text = (own: OwnText) => say(now, own)
  const lang = now.locale
  const said = text(message)
  // The title names what failed here, unless a call has failed before.
  const [, failed, rest] = (!failure && message === openElsewhere && TWO_PARTS.exec(said)) || []
  const offer: DialogRequest = {
    title: failure || failed,
    message: rest || said,
    sentence: failure ? `${failure} ${said}` : failed && said,
    content: picture,
    confirm: text(copyLink),
    cancel: text(cancel),
    // Beside a QR code, copying is only another way.
    quiet: !!picture,
    lang,
  }
  if (!(await ask(offer))) return
  if (await copyText(window, address)) toast(text(linkCopied))
  else await ask({ title: text(copyByHand), message: address, confirm: text(ok), lang })
}

/**
 * Opens the page in the wallet app, for the page's own “open in the app” button. If that has no effect (no app, a
 * browser that blocks such links, a desktop), it shows the user another way: a link to copy, or a QR code. Call it
 * while a tap is being handled. Throws a `TypeError` for a malformed option.
 *
 * @param options.locale BCP 47 or 'auto', the default
 * @param options.locales more languages, as for a kit: `[ja]` of `upsdk-kit/locales/ja`
 * @param options.presenter your own UI; the kit's own UI shows a QR code
 * @returns true if the app opened, false if the user was shown another way
 */
export function openInWallet(options: OpenInAppOptions & DialogOptions): Promise<boolean> {
  const own: DialogOptions = readOptions<DialogOptions>(options, dialogChecks)
  const window = globalWindow()
  return window ? openOnce({ ...readLinkOptions(options), ...own }, window) : Promise.resolve(false)
}

/** A second tap joins the first one. The dialogs wait in one queue with those of every kit. */
const openOnce = /* @__PURE__ */ oneAtATime(
  async (options: OpenInAppOptions & DialogOptions, window: UpsdkWindow): Promise<boolean> => {
    const { presenter: page, locale, locales = [] } = options
    const { language } = readUserAgent(window.navigator.userAgent)
    const tags = [...BUILT_IN, ...locales.map((one) => readString(one, 'locale') || '')]
    const lang = negotiate(wantedLocales(locale, window, language), tags)
    const messages = read(locales.filter((one) => read(one, 'locale') === lang)[0], 'messages')
    const texts: TextFinder = { locale: lang, find: ([key = '']) => readString(messages, key) || '' }
    const presenters = { page, kit: lazy(() => domPresenter({ window })) }
    const heartbeat = createHeartbeat(window)
    const { add, end } = createCleanups()
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
