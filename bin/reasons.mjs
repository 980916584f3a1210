// @ts-check
/** The entry of each reason, which the guide has in a table: the command line and the site's pages give it. */
import { readFileSync } from 'node:fs'
import { VERDICTS } from './verdict.mjs'

/**
 * @typedef {import('../src/types/failure').Reason} Reason
 * @typedef {'zh' | 'en'} Language
 * @typedef {{ retry: string, presentation: string, toDo: string }} ReasonEntry `toDo` has the links of the guide
 */

/** @type {Readonly<Record<Language, string>>} */
const GUIDES = { zh: 'docs/zh/error-handling.md', en: 'docs/error-handling.md' }
/** @type {Readonly<Record<Language, string>>} */
export const TABLE = { zh: `${GUIDES.zh}#原因`, en: `${GUIDES.en}#the-reasons` }

export const REASONS = /** @type {Reason[]} */ (
  Object.keys(VERDICTS).filter((one) => !/unconfirmed$/i.test(one))
)

/**
 * @param {Reason} reason
 * @param {Language} language
 * @returns {ReasonEntry}
 */
export function reasonEntry(reason, language) {
  const text = readFileSync(new URL(`../${GUIDES[language]}`, import.meta.url), 'utf8')
  const row = text.split('\n').find((line) => line.startsWith(`| \`${reason}\` | `)) ?? ''
  const [retry = '', presentation = '', , toDo = ''] = row
    .split(' | ')
    .slice(1)
    .map((cell) => cell.replace(/ \|$/, ''))
  return { retry, presentation, toDo }
}

/**
 * The reason that stands alone, or where an error's text or JSON names it: `"reason":"network"`.
 *
 * @param {string} words
 * @returns {Reason | undefined}
 */
export function reasonIn(words) {
  const [, name] =
    /^\W*([a-z]+(?:-[a-z]+)?)\W*$/i.exec(words) ?? /\breason\W+([a-z]+(?:-[a-z]+)?)/i.exec(words) ?? []
  return REASONS.find((reason) => reason === name?.toLowerCase())
}
