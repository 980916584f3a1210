// @ts-check
/** The FAQ's last table: what is asked, and the section that answers it. The question finds that section. */
import { readFileSync } from 'node:fs'

/** @param {string} text */
const tableIn = (text) =>
  text.split(/^## /m).find((section) => /^(Other questions|其他问题)\n/.test(section)) ?? ''

/**
 * Is it a row whose answer is a link?
 *
 * @param {string} line
 */
export const onlyLeads = (line) => /^\| [^|]+ \| \[/.test(line)

/**
 * The questions by the section that their answer is no more than a link to.
 *
 * @returns {Record<string, string>}
 */
export function otherQuestions() {
  /** @type {Record<string, string>} */
  const found = {}
  for (const folder of /** @type {const} */ (['docs', 'docs/zh'])) {
    const text = readFileSync(new URL(`../${folder}/faq.md`, import.meta.url), 'utf8')
    for (const [, question = '', link = ''] of tableIn(text).matchAll(
      /^\| ([^|]+) \| \[[^\]]*\]\(([^)]*)\)/gm,
    )) {
      const section = `${folder}/${link}`
      found[section] = [found[section], question].filter(Boolean).join(' ')
    }
  }
  return found
}
