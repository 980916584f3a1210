/** The kit's own texts, in every language that it has: a new one is here by itself. */
import { locales } from '../../scripts/locales'
import { type OwnText, ownText } from '../../src/texts/ownText'

export const LANGUAGES = locales.map(({ locale }) => locale)

/** The messages by the language's tag, then by key. */
const messages = new Map<string, Readonly<Record<string, string>>>(
  locales.map((one) => [one.locale, one.messages]),
)

export const messagesIn = (lang: string): Readonly<Record<string, string>> => messages.get(lang) || {}

/** What a part says in a language, whose import brings the text unless the part has it. */
export const ownTextIn = (lang: string, text: OwnText): string =>
  ownText(text, lang, (key) => messagesIn(lang)[key] || '')
