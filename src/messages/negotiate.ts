/** The shape of a BCP 47 tag: a language, then subtags. */
const TAG = /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i
const TRADITIONAL = /-(hk|mo|tw|hant)\b/i
const SIMPLIFIED = /-hans\b/i

/** By its shape, and where the browser knows the grammar of BCP 47, by that. */
export function isLanguageTag(tag: unknown): tag is string {
  if (typeof tag !== 'string' || !TAG.test(tag)) return false
  const { getCanonicalLocales } = (typeof Intl === 'object' ? Intl : {}) as Partial<typeof Intl>
  try {
    getCanonicalLocales?.(tag)
    return true
  } catch {
    return false
  }
}

/**
 * The available locale for a tag: the same, a parent of it, or one of the same language; for Chinese by
 * script (zh-HK, zh-MO, zh-TW → zh-Hant, any other → zh-Hans). Undefined where the language is not there.
 */
export function matchLocale(tag: string, available: readonly string[]): string | undefined {
  const find = (test: (candidate: string) => boolean) =>
    available.filter((name) => test(name.toLowerCase()))[0]
  const asked = tag.toLowerCase()
  const language = asked.split('-')[0]
  const chinese = TRADITIONAL.test(tag) && !SIMPLIFIED.test(tag) ? 'zh-hant' : 'zh-hans'
  return (
    find((name) => name === asked) ||
    (/^(zh|yue|cmn)$/.test(String(language)) && find((name) => name === chinese)) ||
    find((name) => asked.startsWith(`${name}-`)) ||
    find((name) => name.split('-')[0] === language)
  )
}

/** The available locale for the first wanted tag that has one, or else the first there is. */
export function negotiate(wanted: readonly string[], available: readonly string[]): string {
  for (const tag of wanted) {
    const match = isLanguageTag(tag) && matchLocale(tag, available)
    if (match) return match
  }
  return available[0] || wanted[0] || ''
}
