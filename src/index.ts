/**
 * `upsdk-kit`: the prewired kit, with three languages, the kit's own UI and all parts.
 *
 * @module upsdk-kit
 */
import { events } from './events/events'
import { backendFailures } from './failure/backend'
import { methodCodes } from './failure/codes'
import { createExplainer } from './failure/explain'
import { explicitAuth } from './gate/explicitAuth'
import { scriptLoading } from './gate/load'
import { signedMode } from './gate/signed'
import { readUserAgent } from './gate/userAgent'
import { createKit, failedCallOf } from './kit'
import { misreadIn } from './lib/misread'
import { read, readString } from './lib/values'
import { emptyWindow, globalWindow } from './lib/window'
import type { UpsdkOptions } from './options'
import { domPresenter } from './show/dom/presenter'
import { en } from './texts/en'
import { createTexts, wantedLocales } from './texts/texts'
import { zhHans } from './texts/zh-Hans'
import { zhHant } from './texts/zh-Hant'
import type { CodeCatalogue } from './types/codes'
import type { Explanation } from './types/failure'
import type { Upsdk } from './types/upsdk'

const locales = [zhHans, zhHant, en]

/** Wraps the page's upsdk: every call runs inside `pluginReady`, always settles, and its failures are shown. */
export const createUpsdk = (options: UpsdkOptions = {}): Upsdk =>
  createKit(options, {
    locales,
    parts: [events, signedMode, scriptLoading, backendFailures, methodCodes, explicitAuth],
    presenter: (window) => domPresenter({ window }),
  })

/**
 * Explains a failure without a kit: a code, an error, the argument of `fail`, or a backend's response. Never throws.
 *
 * @param options.locale a BCP 47 tag or 'auto', the default
 * @param options.method the method of upsdk that failed
 * @param options.payment whether the failure came from the page's own payment endpoint
 */
export function explain(
  failure: unknown,
  options?: {
    locale?: string | undefined
    method?: string | undefined
    payment?: boolean | undefined
    catalogues?: readonly CodeCatalogue[] | undefined
  },
): Explanation {
  const window = globalWindow() || emptyWindow()
  const catalogues = read(options, 'catalogues')
  const pageCatalogues = Array.isArray(catalogues) ? (catalogues as readonly CodeCatalogue[]) : []
  const texts = createTexts(locales)
  const { language } = readUserAgent(String(window.navigator.userAgent))
  texts.use(() => wantedLocales(readString(options, 'locale'), window, language))
  const parts = { ...backendFailures, ...methodCodes }
  const { explainAnything } = createExplainer(texts, {
    parts,
    catalogues: pageCatalogues,
    misread: misreadIn(window.document),
  })
  return explainAnything(failure, failedCallOf(options)).error.explanation
}

export { isUpsdkError, UpsdkError } from './failure/error'
export { version } from './lib/version'
export type * from './public'
export { domPresenter }
