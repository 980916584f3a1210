/** `upsdk-kit`: the public surface, nothing else. */
import { createClient } from './client'
import { type CodeCatalogue, createLookup } from './codes/catalogue'
import { commonCodes } from './codes/common'
import { sdkTexts } from './codes/sdk'
import { type Explanation, explainAnything, toExplanation } from './explain'
import { en } from './messages/en'
import { createMessages } from './messages/messages'
import { wantedLocales } from './messages/wanted'
import { zhHans } from './messages/zh-Hans'
import { zhHant } from './messages/zh-Hant'
import type { UpsdkOptions } from './options'
import type { Upsdk } from './types/upsdk'
import { domPresenter } from './ui/dom'
import { createWalletToast } from './ui/wallet'
import { globalWindow } from './window'

const locales = [zhHans, zhHant, en]

/** Wraps the page's upsdk: every call runs inside `pluginReady`, always settles, and its failures are shown. */
export const createUpsdk = (options: UpsdkOptions = {}): Upsdk =>
  createClient(options, {
    locales,
    catalogues: [sdkTexts],
    presenter: (window) => domPresenter({ window }),
    walletToast: createWalletToast,
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
  const { locale, method, catalogues = [] } = options || {}
  const lookup = createLookup([...commonCodes, sdkTexts, ...catalogues])
  const messages = createMessages(locales)
  messages.use(wantedLocales(locale, globalWindow()))
  return toExplanation(explainAnything(failure, method, lookup, messages))
}

export { UpsdkError } from './errors'
export { type ChunkMethod, type ReadChunksOptions, readChunks } from './helpers/chunks'
export { type NfcAdapter, type NfcDiscovery, type NfcMethod, nfcAdapter } from './helpers/nfc'
export type * from './types/public'
export { domPresenter } from './ui/dom'
export { en, zhHans, zhHant }
