/** Looks for words where a code would stand: in the questions that are asked most, and in all texts of all codes. */
import { readFileSync } from 'node:fs'

const MOST_QUESTIONS = 3
const MOST_CODES = 6

/** Where the questions stand, by language. */
const FAQ = { zh: 'docs/zh/faq.md', en: 'docs/faq.md' }

/** As it is compared: any method stands for every method, as `upsdk.xxx` does in the questions. */
const plain = (text) =>
  text
    .toLowerCase()
    .replace(/upsdk\.(?!js\b)\w+/g, 'upsdk.xxx')
    .replace(/[`'"“”‘’]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Has the text the words as they stand, or at least each of them? */
function contains(text, words) {
  const wanted = plain(words)
  const given = plain(text)
  if (given.includes(wanted)) return 2
  const each = wanted.split(/[\s/／、，,；;]+/).filter((word) => word.length > 1)
  return each.length && each.every((word) => given.includes(word)) ? 1 : 0
}

/** The questions of the guide: heading, first line, and where it stands. */
function questions(language) {
  const text = readFileSync(new URL(`../${FAQ[language]}`, import.meta.url), 'utf8')
  return text
    .split(/^#{2,3} /m)
    .slice(1)
    .map((section) => {
      const [question, ...lines] = section.split('\n')
      return { question, answer: lines.find((line) => line.trim()) || '', guide: FAQ[language] }
    })
}

/** The best first; what has the words as they stand before what has each of them. */
function best(entries, textOf, words, most) {
  return entries
    .map((entry) => ({ entry, rank: contains(textOf(entry), words) }))
    .filter(({ rank }) => rank)
    .sort((left, right) => right.rank - left.rank)
    .slice(0, most)
    .map(({ entry }) => entry)
}

/**
 * @param codes each with all of its texts: `{ code, text }`
 * @returns the questions and the codes that have the words
 */
export function search(words, language, codes) {
  if (plain(words).length < 2) return { questions: [], codes: [] }
  return {
    questions: best(
      questions(language),
      ({ question, answer }) => `${question} ${answer}`,
      words,
      MOST_QUESTIONS,
    ),
    codes: best(codes, ({ text }) => text, words, MOST_CODES).map(({ code }) => code),
  }
}
