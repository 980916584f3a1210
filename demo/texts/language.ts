import { en } from './en'
import type { Texts } from './texts'
import { zh } from './zh'

export type Language = 'zh' | 'en'

export const tables: Readonly<Record<Language, Texts>> = { zh, en }

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
