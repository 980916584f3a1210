import type { UpsdkWindow } from '../types/window'

const TRADITIONAL = /-(hk|mo|tw|hant)\b/i
const SIMPLIFIED = /-hans\b/i

/** Is it a BCP 47 tag, as far as this browser can tell? */
export function isLanguageTag(tag: unknown): tag is string {
  const { getCanonicalLocales } = Intl as { getCanonicalLocales?: typeof Intl.getCanonicalLocales }
  try {
    return typeof tag === 'string' && !!tag && (!getCanonicalLocales || getCanonicalLocales(tag).length > 0)
  } catch {
    return false
  }
}

/** One name for what Android calls zh-CN, iOS zh-Hans-CN, and the kit zh-Hans: what a script or a region implies is left out. */
export const plainTag = (tag: string): string =>
  tag
    .toLowerCase()
    .replace(/^zh-(hans-(?=cn|sg)|hant-(?=hk|mo|tw))/, 'zh-')
    .replace(/^zh(-cn)?$/, 'zh-hans')

/** The kit's locale for a tag of Chinese, by script: zh-HK, zh-MO, zh-TW → zh-Hant, any other → zh-Hans. */
export function chineseOf(tag: string): 'zh-Hans' | 'zh-Hant' | undefined {
  if (!/^(zh|yue|cmn)(-|$)/i.test(tag)) return undefined
  return TRADITIONAL.test(tag) && !SIMPLIFIED.test(tag) ? 'zh-Hant' : 'zh-Hans'
}

/** What stands before the region: en of en-GB. */
export const languageOf = (tag: string): string => String(tag.toLowerCase().split('-')[0])

/**
 * The available locale for a tag: the same, for Chinese one of its script, a parent of it, or one of the same language.
 * Undefined where the language is not there.
 */
function matchLocale(tag: string, available: readonly string[]): string | undefined {
  const find = (test: (plain: string) => boolean) => available.filter((name) => test(plainTag(name)))[0]
  const plain = plainTag(tag)
  const chinese = chineseOf(tag)
  return (
    find((name) => name === plain) ||
    (chinese && find((name) => name === plainTag(chinese))) ||
    find((name) => plain.startsWith(`${name}-`)) ||
    find((name) => languageOf(name) === languageOf(tag))
  )
}

/** The available locale for the first wanted tag that has one, or else the first there is. */
export function negotiate(wanted: readonly string[], available: readonly string[]): string {
  for (const tag of wanted) {
    const match = !!tag && matchLocale(tag, available)
    if (match) return match
  }
  return available[0] || wanted[0] || ''
}

/**
 * The locales to try, the most wanted first. 'auto': what the user chose in the wallet, then the browser's
 * languages, then the page's, then simplified Chinese. A locale by name falls back to English.
 *
 * @param walletLanguage the wallet's own, out of the user agent
 */
export function wantedLocales(
  locale: string | undefined,
  { navigator, document }: UpsdkWindow,
  walletLanguage = '',
): string[] {
  if (locale && locale !== 'auto') return [locale, 'en', 'zh-Hans']
  const { languages } = navigator
  // Pages replace what they read, and not always by a list of texts.
  const ofBrowser = Array.isArray(languages) ? languages.filter((tag) => typeof tag === 'string') : []
  return [walletLanguage, ...ofBrowser, document.documentElement?.lang || '', 'zh-Hans']
}
