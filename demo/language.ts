import { en } from '../wallet/view/texts/en'
import type { Words } from '../wallet/view/texts/words'
import { zh } from '../wallet/view/texts/zh'

/** The language of our pages. */
export type Language = 'zh' | 'en'

/** The languages of the wallet, in the settings of the phone. */
export const WALLET_LANGUAGES: Readonly<Record<Language, string>> = { zh: 'zh_CN', en: 'en_US' }

/** The wallet’s own words: the demo and the site name the two modes by them. */
export const walletWords: Readonly<Record<Language, Words>> = { zh, en }

const languageOf = (tag: string): Language => (/^zh/i.test(tag) ? 'zh' : 'en')

/** Finds the first language: that in the address, else the browser's. */
export const firstLanguage = (): Language =>
  languageOf(new URLSearchParams(location.search).get('lang') || navigator.language)

/** Keeps the choice in the address, for reloads and for shared links. */
export function keepLanguage(language: Language): void {
  const query = new URLSearchParams(location.search)
  query.set('lang', language)
  history.replaceState(null, '', `?${query}${location.hash}`)
}

/** Makes a page in a frame speak the language of the page around it, where the browser has another one. */
export function speakAsAround(): void {
  const around = window.parent === window ? '' : window.frameElement?.ownerDocument.documentElement.lang
  if (!around) return
  const speak = (name: 'language' | 'languages', value: unknown) =>
    Object.defineProperty(navigator, name, { configurable: true, get: () => value })
  speak('language', around)
  speak('languages', [around])
}
