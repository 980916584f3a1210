/**
 * Looks for words where a code would stand: in the questions that are asked most, in what is searched for under other
 * words, in all guides, and in all texts of all codes.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { topics } from './topics.mjs'

const MOST_QUESTIONS = 3
const MOST_GUIDES = 2

/** Where the guides stand, by language. */
const GUIDES = { zh: 'docs/zh', en: 'docs' }
const FAQ = 'faq.md'
/** Lists of links; what is searched by itself; what is not in both languages. */
const NO_GUIDES = ['README.md', 'codes.md', 'upsdk-behaviour.md', FAQ]

/** As it is compared: any method stands for every method, as `upsdk.xxx` does in the questions. */
const plain = (text) =>
  text
    .toLowerCase()
    .replace(/upsdk\.(?!js\b)\w+/g, 'upsdk.xxx')
    .replace(/[`'"“”‘’]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Does a text have a word? One in Latin letters as a whole: `tn` is not in `btn`. */
function has(text, word) {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = `${text[at - 1] ?? ' '}${word[0]}`
    const after = `${word.at(-1)}${text[at + word.length] ?? ' '}`
    if (!/^\w\w$/.test(before) && !/^\w\w$/.test(after)) return true
  }
  return false
}

/** Has the text the words as they stand, or at least each of them? */
function rankOf(text, words) {
  const wanted = plain(words)
  const given = plain(text)
  // A whole sentence may be cut anywhere, as an error message is.
  if (wanted.length > 8 ? given.includes(wanted) : has(given, wanted)) return 2
  const each = wanted.split(/[\s/／、，,；;]+/).filter((word) => word.length > 1)
  return each.length && each.every((word) => has(given, word)) ? 1 : 0
}

/** GitHub's anchor of a heading. */
const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replace(/ /g, '-')

/** The sections of a guide: heading, lines, and where it stands. */
function sectionsOf(file) {
  return readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
    .replace(/^```[\s\S]*?^```/gm, '')
    .split(/^#{2,3} /m)
    .slice(1)
    .map((section) => {
      const [heading = '', ...lines] = section.split('\n')
      return { heading, lines: lines.filter((line) => line.trim()), file, anchor: anchorOf(heading) }
    })
}

/** The questions of the guide, each with the first line of its answer. */
const questions = (language) =>
  sectionsOf(`${GUIDES[language]}/${FAQ}`).map(({ heading, lines, file, anchor }) => ({
    question: heading,
    answer: lines[0] || '',
    guide: `${file}#${anchor}`,
  }))

/** What is searched for under other words: one of those stands in what was asked for. */
const topicsOf = (words) =>
  topics.filter((topic) => topic.words.some((word) => has(plain(words), word.toLowerCase())))

const inLanguage = (topic, language) => {
  const [question, answer, guide] = topic[language]
  return { question, answer, guide }
}

/** Sections of all guides, those first whose heading has the words. */
function guides(words, language) {
  const folder = new URL(`../${GUIDES[language]}/`, import.meta.url)
  const files = readdirSync(folder).filter((name) => name.endsWith('.md') && !NO_GUIDES.includes(name))
  const sections = files.flatMap((name) => sectionsOf(`${GUIDES[language]}/${name}`))
  const rank = ({ heading, lines }) =>
    rankOf(heading, words) * 2 || Math.max(0, ...lines.map((line) => rankOf(line, words)))
  return best(sections, rank)
    .slice(0, MOST_GUIDES)
    .map(({ heading, file, anchor }) => ({ heading, guide: `${file}#${anchor}` }))
}

/** Those of a rank, the highest first. */
const best = (entries, rank) =>
  entries
    .map((entry) => ({ entry, rank: rank(entry) }))
    .filter((one) => one.rank)
    .sort((left, right) => right.rank - left.rank)
    .map(({ entry }) => entry)

/**
 * @param codes each with all of its texts: `{ code, text }`
 * @returns the questions, the sections of guides and all codes that have the words
 */
export function search(words, language, codes) {
  const hasWords = /\p{L}{2}/u.test(words) && !/^\s*\{/.test(words)
  if (!hasWords) return { questions: [], guides: [], codes: [] }
  const asked = best(questions(language), ({ question, answer }) => rankOf(`${question} ${answer}`, words))
  const known = topicsOf(words)
  const found = [...known.map((topic) => inLanguage(topic, language)), ...asked.slice(0, MOST_QUESTIONS)]
  // 人脸 is 人像 in the texts of codes.
  const others = known.flatMap((topic) => topic.words)
  const rankOfCode = ({ text }) =>
    rankOf(text, words) || (others.some((word) => has(plain(text), word.toLowerCase())) ? 0.5 : 0)
  return {
    questions: found,
    guides: guides(words, language).filter(({ guide }) => !found.some((one) => one.guide === guide)),
    codes: best(codes, rankOfCode).map(({ code }) => code),
  }
}
