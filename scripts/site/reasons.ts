/** Makes a page for each reason, so that a search for `permission` finds it before what only mentions it. */
import type { Reason } from '../../src/types/failure'
import { locales } from '../locales'
import { allCodes, codeLink, explainCode } from './codes'
import { CODE_WORDS as T } from './codeWords'
import { ACTORS, REASONS, reasonEntry, VERDICTS } from './commandLine'
import { guideLinks } from './guides'
import { ALONE, cell, frontMatter, inLanguage, page, table } from './text'
import { baseOf, type Language } from './words'

export const allReasons: readonly Reason[] = REASONS

export function reasonPage(reason: Reason, language: Language): string {
  const t = T[language]
  const { retry, presentation, toDo } = reasonEntry(reason, language)
  const { actor, [language]: happened } = VERDICTS[reason]
  const messages = locales.map(({ locale, messages }): [string, string] => {
    const texts: Readonly<Record<string, string | undefined>> = messages
    // `bad-config` has no text of its own.
    return [locale, texts[reason] ?? messages['invalid-params']]
  })
  const codes = allCodes.filter((code) => explainCode(code).reason === reason)
  const anchor = language === 'zh' ? '原因' : 'the-reasons'
  return page(
    frontMatter({
      title: `${reason} · ${t.reason}`,
      ...ALONE,
      description: happened,
      words: reason,
      brief: `${t.reason} ${happened}`,
    }),
    `# ${reason}`,
    `<span class="tag">${t.reason}</span> \`retry: '${retry}'\` \`${presentation}\``,
    `**${t.happened}**${t.colon}${happened}`,
    `**${t.who}**${t.colon}${ACTORS[actor][language]}`,
    `**${t.toDo}**${t.colon}${guideLinks(toDo, 'error-handling.md', language)}`,
    `## ${t.sees}`,
    presentation === 'none'
      ? t.nothing
      : table(
          [t.reads, t.said],
          messages.map(([locale, text]) => [`\`${locale}\``, inLanguage(locale, cell(text))]),
        ),
    codes.length > 0 && `## ${t.codes}`,
    codes.map((code) => `[\`${code}\`](${codeLink(code, language)})`).join(language === 'zh' ? '、' : ', '),
    `[${t.all}](${baseOf(language)}error-handling#${anchor})`,
  )
}
