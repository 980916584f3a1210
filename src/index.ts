/**
 * `upsdk-kit`: the public surface, nothing else.
 *
 * @module upsdk-kit
 */
import { createClient } from './client'
import { type CodeCatalogue, createLookup } from './codes/catalogue'
import { commonCodes } from './codes/common'
import { sdkTexts } from './codes/sdk'
import { type Explanation, explainAnything, toExplanation } from './explain'
import { buildLink, type WalletLinkOptions } from './link/link'
import { openWallet, type WalletOptions } from './link/open'
import { en } from './messages/en'
import { createMessages } from './messages/messages'
import { zhHans } from './messages/zh-Hans'
import { zhHant } from './messages/zh-Hant'
import { checkOption, type UpsdkOptions } from './options'
import { lazy, oneAtATime, read, readString } from './run'
import type { Upsdk } from './types/upsdk'
import { createDialogs } from './ui/ask'
import { domPresenter } from './ui/dom'
import type { Presenter } from './ui/presenter'
import { createWalletToast } from './ui/wallet'
import { wantedLocales } from './wantedLocales'
import { globalWindow, type UpsdkWindow } from './window'

const locales = [zhHans, zhHant, en]

/** Wraps the page's upsdk: every call runs inside `pluginReady`, always settles, and its failures are shown. */
export const createUpsdk = (options: UpsdkOptions = {}): Upsdk =>
  createClient(options, {
    locales,
    catalogues: [sdkTexts],
    presenter: (window) => domPresenter({ window }),
    walletToast: createWalletToast,
    openWallet,
  })

/**
 * Explains anything without an instance: a code, an error, what `fail` got, a backend's answer. Never throws.
 *
 * @param options.locale BCP 47 or 'auto', the default
 * @param options.method the method that failed, where it was one of upsdk's
 */
export function explain(
  failure: unknown,
  options?: { locale?: string; method?: string; catalogues?: readonly CodeCatalogue[] },
): Explanation {
  const catalogues = read(options, 'catalogues')
  const own = Array.isArray(catalogues) ? (catalogues as readonly CodeCatalogue[]) : []
  const lookup = createLookup([...commonCodes, sdkTexts, ...own])
  const messages = createMessages(locales)
  messages.use(() => wantedLocales(readString(options, 'locale'), globalWindow()))
  return toExplanation(explainAnything(failure, readString(options, 'method'), lookup, messages))
}

/**
 * Builds the link that opens a mini-program in the wallet app from any browser (upsdk-behaviour §5):
 * `upwallet://applet?encryptAppId=…&toLink=…&scenarioId=…`.
 */
export function walletLink(options: WalletLinkOptions): string {
  checkOption('wallet', options)
  return buildLink(options, globalWindow())
}

/**
 * For the page's own “open in the app” button: opens the page in the wallet app. Where that has no effect (no app, a
 * browser that blocks such links, a desktop) it tells the user another way: a link to copy, or a QR code. Call it
 * while a tap is being handled.
 *
 * @param options.locale BCP 47 or 'auto', the default
 * @param options.presenter your own UI; a QR code is shown by the kit's
 * @returns true when the app came up, false when the user was told another way
 */
export function openInWallet(
  options: WalletOptions & { locale?: string; presenter?: Presenter },
): Promise<boolean> {
  checkOption('wallet', options)
  const { locale, presenter } = options
  if (locale !== undefined) checkOption('locale', locale)
  if (presenter !== undefined) checkOption('presenter', presenter)
  const window = globalWindow()
  if (!window) return Promise.resolve(false)
  return openOnce(options, window)
}

/** A second tap is the first one's. */
const openOnce = /* @__PURE__ */ oneAtATime(
  (options: Parameters<typeof openInWallet>[0], window: UpsdkWindow) => {
    const messages = createMessages(locales)
    messages.use(() => wantedLocales(options.locale, window))
    const presenters = { page: options.presenter, kit: lazy(() => domPresenter({ window })) }
    const dialogs = createDialogs(window, presenters)
    return openWallet(options, { window, messages, presenters, dialogs })
  },
)

export { UpsdkError } from './errors'
export { type ChunkMethod, type ReadChunksOptions, readChunks } from './helpers/chunks'
export { type NfcAdapter, type NfcDiscovery, type NfcMethod, nfcAdapter } from './helpers/nfc'
export type * from './types/public'
export { domPresenter } from './ui/dom'
export { en, zhHans, zhHant }
