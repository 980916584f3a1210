import { readUserAgent } from './gate/environment'
import type { UpsdkWindow } from './window'

/**
 * The locales to try, the most wanted first. 'auto': what the user chose in the wallet, then the browser's
 * languages, then the page's, then simplified Chinese. A locale by name falls back to English.
 */
export function wantedLocales(locale: string | undefined, window: UpsdkWindow | undefined): string[] {
  if (locale && locale !== 'auto') return [locale, 'en', 'zh-Hans']
  if (!window) return ['zh-Hans']
  const { navigator, document } = window
  const { language = '' } = readUserAgent(String(navigator.userAgent))
  return [language, ...(navigator.languages || []), document.documentElement?.lang || '', 'zh-Hans']
}
