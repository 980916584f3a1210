/** The kit's own texts, in every language that it has: a new one is here by itself. */
import type { LocaleMessages } from '../../src/index'
import { LOCALES } from '../../src/texts/ownText'

const load = async (lang: string): Promise<Record<string, string>> => {
  const [one] = Object.values<LocaleMessages>(await import(`../../src/texts/${lang}.ts`))
  return { ...(one?.messages as Record<string, string>) }
}

/** By the tag of the language, then by key. */
export const messagesOf = Object.fromEntries(
  await Promise.all(LOCALES.map(async (lang) => [lang, await load(lang)] as const)),
) as Record<(typeof LOCALES)[number], Record<string, string>>
