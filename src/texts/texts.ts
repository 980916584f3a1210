import { lazy } from '../lib/run'
import { keysInAnyCase, read, readString } from '../lib/values'
import type { LocaleMessages, MessageOverrides, TextFinder } from '../types/texts'
import type { UpsdkWindow } from '../types/window'

/** All texts of a kit. */
export interface Texts {
  /** Gets the texts of the current language. */
  current(): TextFinder
  /** Sets the wanted languages; the next text is in the best one. @param wanted BCP 47 tags, the most wanted first */
  use(wanted: () => readonly string[]): void
}

/** The texts of one locale from one source. */
interface Layer {
  readonly tag: string
  readonly messages: unknown
}

/** Joins locales and a page's overrides. If no locale matches, the first one is used. */
export function createTexts(locales: readonly LocaleMessages[], overrides: MessageOverrides = {}): Texts {
  const all: Layer[] = []
  const add = (tag: unknown, messages: unknown): void => {
    if (tag && typeof tag === 'string') all.push({ tag, messages })
  }
  for (const given of locales) add(read(given, 'locale'), read(given, 'messages'))
  for (const tag of Object.keys(overrides)) add(tag, overrides[tag])
  const choose = (wanted: () => readonly string[]) =>
    lazy((): TextFinder => {
      const locale = negotiate(wanted(), tagsOf(all))
      const layers = layersOf(plainTag(locale), all)
      return { locale, find: (keys) => findText(layers, keys) }
    })
  let current = choose(() => [])
  return {
    current: () => current(),
    use(wanted) {
      current = choose(wanted)
    },
  }
}

const tagsOf = (layers: readonly Layer[]): string[] => layers.map(({ tag }) => tag)

/**
 * Lists the layers of a locale in the order of their priority: the newest texts for it, then older ones, then those of
 * the locale that it falls back to, among the layers before it.
 *
 * @param plain its tag as `plainTag` spells it
 */
function layersOf(plain: string, all: readonly Layer[]): Layer[] {
  const layer = all.filter(({ tag }) => plainTag(tag) === plain).pop()
  if (layer) return [layer, ...layersOf(plain, all.slice(0, all.indexOf(layer)))]
  return all.length ? layersOf(plainTag(negotiate([plain, 'en', 'zh-Hans'], tagsOf(all))), all) : []
}

function findText(layers: readonly Layer[], keys: readonly string[]): string {
  for (const key of keys) {
    for (const { messages } of layers) {
      const text = textWithKey(messages, key)
      if (text) return text
    }
  }
  return ''
}

/** Finds a text by its key, in any case. Messages that cannot be read have no texts, so the next layer is used. */
function textWithKey(messages: unknown, key: string): string {
  try {
    const table = messages as Readonly<Record<string, unknown>>
    const name = keysInAnyCase(table, key).pop()
    return name === undefined ? '' : String(table[name] || '')
  } catch {
    return ''
  }
}

const TRADITIONAL = /-(hk|mo|tw|hant)\b/i
const SIMPLIFIED = /-hans\b/i

/** Is it a BCP 47 tag? */
export function isLanguageTag(tag: unknown): tag is string {
  try {
    return typeof tag === 'string' && Intl.getCanonicalLocales(tag).length > 0
  } catch {
    return false
  }
}

/**
 * Makes one tag of all spellings: Android has zh-CN, iOS zh-Hans-CN, and the kit zh-Hans. It removes a script or region
 * that the other one implies.
 */
const plainTag = (tag: string): string =>
  tag
    .toLowerCase()
    .replace(/^zh-(hans-(?=cn|sg)|hant-(?=hk|mo|tw))/, 'zh-')
    .replace(/^zh(-cn)?$/, 'zh-hans')

/** Finds the kit's locale for a Chinese tag, by its script: zh-HK, zh-MO, zh-TW → zh-Hant, any other → zh-Hans. */
export function chineseOf(tag: string): 'zh-Hans' | 'zh-Hant' | undefined {
  if (!/^(zh|yue|cmn)(-|$)/i.test(tag)) return undefined
  return TRADITIONAL.test(tag) && !SIMPLIFIED.test(tag) ? 'zh-Hant' : 'zh-Hans'
}

/** Gets the language of a tag: en of en-GB. */
export const languageOf = (tag: string): string => tag.toLowerCase().replace(/-.*/, '')

/**
 * Finds the available locale for a tag: the same one, for Chinese one of its script, a parent of it, or one of the same
 * language. Undefined if the language is not available.
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

/** Finds the available locale for the first wanted tag that has one, or else takes the first locale. */
export function negotiate(wanted: readonly string[], available: readonly string[]): string {
  const [match] = wanted.map((tag) => tag && matchLocale(tag, available)).filter(Boolean)
  return match || available[0] || wanted[0] || ''
}

/**
 * Lists the locales to try, the most wanted first. 'auto' is the wallet's language, then the browser's languages, then
 * the page's, then simplified Chinese. A named locale falls back to English.
 *
 * @param locale the page's wish, which other systems than the browser may spell zh_CN. What is no text counts as 'auto'
 * @param walletLanguage the wallet's language, from the user agent
 */
export function wantedLocales(
  locale: unknown,
  { navigator, document }: UpsdkWindow,
  walletLanguage = '',
): string[] {
  if (locale && typeof locale === 'string' && locale !== 'auto')
    return [locale.replace(/_/g, '-'), 'en', 'zh-Hans']
  const { languages } = navigator
  // Pages may replace `navigator.languages`, and not always by a list of texts.
  const ofBrowser = Array.isArray(languages) ? languages.filter((tag) => typeof tag === 'string') : []
  return [walletLanguage, ...ofBrowser, readString(document.documentElement, 'lang') || '', 'zh-Hans']
}
