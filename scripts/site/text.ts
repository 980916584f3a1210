/** Small Markdown functions for all generators of pages. */
import type { Language } from './words'
import { baseOf } from './words'

/** Makes GitHub's anchor of a heading, so that links in guides work both there and on the site. */
export const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replace(/ /g, '-')

/** Escapes plain text for Markdown and for Vue's placeholders. Code spans stay. */
export const plain = (text: string): string =>
  text
    .split(/(`[^`\n]*`)/)
    .map((part, at) =>
      at % 2 ? part : part.replace(/[<>{}[\]*_|\\]/g, (sign) => `&#${sign.charCodeAt(0)};`),
    )
    .join('')

/** Escapes a text for a cell of a table: one line, without characters that end a cell. */
export const cell = (text: string): string => plain(text.replace(/\s*\n\s*/g, ' ')).replace(/\|/g, '\\|')

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Marks a text in another language than its page. */
export const inLanguage = (lang: string, text: string): string => `<span lang="${lang}">${text}</span>`

/** The names of links to a hazard and to a section of that guide: a reader of one page knows no numbers. */
const REFERENCES = { zh: ['原因', '出处'], en: ['why', 'source'] } as const

/** Links H16 and §4 in a docstring to the guide on upsdk's behaviour. */
export const withReferences = (text: string, language: Language): string =>
  text.replace(
    /upsdk-behaviour §(\d)|\bH(\d{1,2})\b/g,
    (_name, section) =>
      `[${REFERENCES[language][section ? 1 : 0]}](${baseOf(language)}upsdk-behaviour#${section ? SECTIONS[section] : SECTIONS[2]})`,
  )

const SECTIONS: Readonly<Record<string, string>> = {
  1: '1-what-a-page-gets',
  2: '2-hazards-of-calling-it-directly',
  3: '3-codes',
  4: '4-documented-parameters-and-results',
  5: '5-around-the-sdk',
  6: '6-engines-of-the-wallets-webviews',
}

/** The front matter of a page that is not part of a series. */
export const ALONE = { prev: false, next: false }

/** The pages beside a page, which its sidebar has. @param links the text and the address of each */
export const siblings = (title: string, links: readonly (readonly [text: string, link: string])[]) => ({
  siblings: { title, links },
})

/** Makes the front matter of a page. JSON is valid YAML. */
export const frontMatter = (fields: Readonly<Record<string, unknown>>): string =>
  `---\n${Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join('\n')}\n---`

export const page = (...parts: readonly (string | false | undefined)[]): string =>
  `${parts
    .filter((part): part is string => Boolean(part))
    .map((part) => part.trim())
    .join('\n\n')}\n`
