/**
 * Looks for words where a code would stand: in the questions that are asked most, in what is searched for under other
 * words, in all guides, and in all texts of all codes.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { rankSections, wordsOf } from './rank.mjs'
import { alsoTyped, topics } from './topics.mjs'

const MOST_QUESTIONS = 3
const MOST_GUIDES = 3

/** Where the guides stand, by language. */
const GUIDES = { zh: 'docs/zh', en: 'docs' }
const FAQ = 'faq.md'
/** Lists of links, and what is searched by itself. */
const NO_GUIDES = ['README.md', 'codes.md']
/** In English only. */
const ENGLISH_ONLY = ['upsdk-behaviour.md']

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

/** Has the text the words as they stand (2), or at least each of them (1)? */
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

/** The sections of a guide: heading, lines, where it stands, and other words for it. */
function sectionsOf(file) {
  return readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
    .replace(/^```[\s\S]*?^```/gm, '')
    .split(/^#{2,3} /m)
    .slice(1)
    .map((section) => {
      const [heading = '', ...lines] = section.split('\n')
      const guide = `${file}#${anchorOf(heading)}`
      return { heading, lines: lines.filter((line) => line.trim()), guide, aliases: aliasesOf(guide) }
    })
}

/** Other words for a section: those of the topics that lead there, and what else is typed for it. */
const aliasesOf = (guide) =>
  [
    ...topics.filter(({ zh, en }) => zh[2] === guide || en[2] === guide).flatMap(({ words }) => words),
    alsoTyped[guide] || '',
  ].join(' ')

function allSections(language) {
  const folder = GUIDES[language]
  return readdirSync(new URL(`../${folder}/`, import.meta.url))
    .filter((name) => name.endsWith('.md') && ![...NO_GUIDES, ...ENGLISH_ONLY].includes(name))
    .flatMap((name) => sectionsOf(`${folder}/${name}`))
}

/** The first line; of a section that is a table, the row that has most of the words. */
function answerOf(lines, words) {
  const asked = wordsOf(words)
  const hits = (line) => wordsOf(line).filter((word) => asked.includes(word)).length
  const [first = '', , ...rows] = lines
  const [best = first] = first.startsWith('|')
    ? rows.filter((row) => row.startsWith('|')).sort((left, right) => hits(right) - hits(left))
    : [first]
  return best
    .replace(/^\| | \|$/g, '')
    .replace(/ \| /g, ' → ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
}

/** What is searched for under other words: one of those stands in what was asked for. */
const topicsOf = (words) =>
  topics.filter((topic) => topic.words.some((word) => has(plain(words), word.toLowerCase())))

const inLanguage = (topic, language) => {
  const [question, answer, guide] = topic[language]
  return { question, answer, guide }
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
  const known = topicsOf(words)
  const ranked = rankSections(allSections(language), words, rankOf)
  const isQuestion = ({ guide }) => guide.startsWith(`${GUIDES[language]}/${FAQ}#`)
  const found = [
    ...known.map((topic) => inLanguage(topic, language)),
    ...ranked
      .filter(isQuestion)
      .slice(0, MOST_QUESTIONS)
      .map(({ heading, lines, guide }) => ({ question: heading, answer: answerOf(lines, words), guide })),
  ]
  const isNew = ({ guide }) => !found.some((one) => one.guide === guide)
  // 人脸 is 人像 in the texts of codes.
  const others = known.flatMap((topic) => topic.words)
  const rankOfCode = ({ text }) =>
    rankOf(text, words) || (others.some((word) => has(plain(text), word.toLowerCase())) ? 0.5 : 0)
  return {
    questions: found,
    guides: ranked
      .filter((section) => !isQuestion(section) && isNew(section))
      .slice(0, MOST_GUIDES)
      .map(({ heading, guide }) => ({ heading, guide })),
    codes: best(codes, rankOfCode).map(({ code }) => code),
  }
}
