import type { UpsdkWindow } from '../lib/window'

/**
 * The locales to try, the most wanted first. 'auto': what the user chose in the wallet, then the browser's
 * languages, then the page's, then simplified Chinese. A locale by name falls back to English.
 *
 * @param walletLanguage the wallet's own, out of the user agent
 */
export function wantedLocales(
  locale: string | undefined,
  window: UpsdkWindow | undefined,
  walletLanguage = '',
): string[] {
  if (locale && locale !== 'auto') return [locale, 'en', 'zh-Hans']
  if (!window) return [walletLanguage, 'zh-Hans']
  const { languages } = window.navigator
  // Pages replace what they read, and not always by a list of texts.
  const own = Array.isArray(languages) ? languages.filter((tag) => typeof tag === 'string') : []
  return [walletLanguage, ...own, window.document.documentElement?.lang || '', 'zh-Hans']
}
