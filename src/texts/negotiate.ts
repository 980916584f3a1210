import type { UpsdkWindow } from '../lib/window'

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

const chineseOf = (tag: string): string =>
  TRADITIONAL.test(tag) && !SIMPLIFIED.test(tag) ? 'zh-hant' : 'zh-hans'

/**
 * The available locale for a tag: the same, a parent of it, or one of the same language; for Chinese by
 * script (zh-HK, zh-MO, zh-TW → zh-Hant, any other → zh-Hans). Undefined where the language is not there.
 */
export function matchLocale(tag: string, available: readonly string[]): string | undefined {
  const find = (test: (candidate: string) => boolean) =>
    available.filter((name) => test(name.toLowerCase()))[0]
  const lowerCase = tag.toLowerCase()
  const plain = plainTag(tag)
  const language = lowerCase.split('-')[0]
  const isChinese = ['zh', 'yue', 'cmn'].includes(String(language))
  return (
    find((name) => plainTag(name) === plain) ||
    (isChinese && find((name) => name === chineseOf(tag))) ||
    find((name) => lowerCase.startsWith(`${name}-`)) ||
    find((name) => name.split('-')[0] === language)
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
