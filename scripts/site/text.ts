/** Small things of Markdown that all generators of pages need. */
import type { Language } from './words'
import { baseOf } from './words'

/** GitHub's anchor of a heading, so that links of the guides lead to the same place in both. */
export const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replace(/ /g, '-')

/** Plain text as Markdown: nothing of it is markup, or a placeholder of Vue. Code spans stay. */
export const plain = (text: string): string =>
  text
    .split(/(`[^`\n]*`)/)
    .map((part, at) =>
      at % 2 ? part : part.replace(/[<>{}[\]*_|\\]/g, (sign) => `&#${sign.charCodeAt(0)};`),
    )
    .join('')

/** In a table: one line, and no sign that ends a cell. */
export const cell = (text: string): string => plain(text.replace(/\s*\n\s*/g, ' ')).replace(/\|/g, '\\|')

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A language whose texts stand in a page of another. */
export const inLanguage = (lang: string, text: string): string => `<span lang="${lang}">${text}</span>`

/** H16 and §4 of a docstring lead to the guide on upsdk's behaviour. */
export const withReferences = (text: string, language: Language): string =>
  text.replace(
    /upsdk-behaviour §(\d)|\bH(\d{1,2})\b/g,
    (name, section) =>
      `[${name}](${baseOf(language)}upsdk-behaviour#${section ? SECTIONS[section] : SECTIONS[2]})`,
  )

const SECTIONS: Readonly<Record<string, string>> = {
  1: '1-what-a-page-gets',
  2: '2-hazards-of-calling-it-directly',
  3: '3-codes',
  4: '4-documented-parameters-and-results',
  5: '5-around-the-sdk',
  6: '6-engines-of-the-wallets-webviews',
}

/** The front matter of a page that is none of a series. */
export const ALONE = { prev: false, next: false }

/** The front matter of a page. JSON is YAML. */
export const frontMatter = (fields: Readonly<Record<string, unknown>>): string =>
  `---\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join('\n')}\n---`

export const page = (...parts: readonly (string | false | undefined)[]): string =>
  `${parts
    .filter((part): part is string => Boolean(part))
    .map((part) => part.trim())
    .join('\n\n')}\n`
