/**
 * Looks for words where a code would stand: in the questions that are asked most, in what is searched for under other
 * words, in all guides, and in all texts of all codes.
 */
import { readdirSync, readFileSync } from 'node:fs'
import MiniSearch from '../dist/minisearch.mjs'
import { processTerm, searchOptions, tokenize } from './engine.mjs'
import { fileOf, questions as groups } from './guides.mjs'
import { onlyLeads, otherQuestions } from './otherQuestions.mjs'
import { alsoTyped, topics } from './topics.mjs'

const MOST_QUESTIONS = 3
const MOST_GUIDES = 3
/** The share of what was asked that a section has to have, where the rarer word says more; else it is about something else. */
const LEAST = 0.395
/** As how many documents a word counts that none has: it says most about what was asked. */
const UNKNOWN = 0.25
/** It is written for those who ask. */
const FAQ_BONUS = 1.5
/** A guide's beginning says what the whole of it is about. */
const BEGINNING_BONUS = 1.6
/** The words stand there as they were pasted. */
const LITERAL_BONUS = 4

/** Where the guides stand, by language. */
const GUIDES = { zh: 'docs/zh', en: 'docs' }
const FAQ = 'faq.md'
/** In English only. */
const CHANGELOG = 'CHANGELOG.md#changelog'
/** Lists of links, what is searched by itself, and what is for those who change the sources. */
const NO_GUIDES = ['README.md', 'codes.md', 'architecture.md']
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

/** As it was pasted: a whole sentence may be cut anywhere, as an error message is. */
const isLiteral = (text, asked) => (asked.length > 8 ? text.includes(asked) : has(text, asked))

/** GitHub's anchor of a heading. */
const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replace(/ /g, '-')

/** Where a link leads is no text. */
export const withoutLinks = (text) => text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')

/** The sections to which a text leads, that stands in the section `from`. */
export const linksOf = (from, text) =>
  Array.from(text.matchAll(/\[([^\]]*)\]\(([^)]*)\)/g), ([, heading, link]) => ({
    heading,
    guide: decodeURI(new URL(link, `file:///${from}`).href).slice('file:///'.length),
  }))

/** The sections of a guide, its beginning too: heading, lines, where it stands, and other words for it. */
function sectionsOf(file) {
  const [, ...sections] = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/^\[(English|简体中文)\].*$/m, '')
    .split(/^#{1,3} /m)
  const titles = sections[0]?.split('\n')[0] ?? ''
  return sections.map((section) => {
    const [heading = '', ...all] = section.split('\n')
    // A question that only leads elsewhere is found there.
    const lines = file.endsWith(`/${FAQ}`) ? all.filter((line) => !onlyLeads(line)) : all
    const id = `${file}#${anchorOf(heading)}`
    const text = withoutLinks([aliasesOf(id), ...lines].join('\n'))
    return {
      id,
      title: heading,
      titles: id.endsWith(anchorOf(titles)) ? '' : titles,
      text,
      lines: lines.filter((line) => line.trim()),
    }
  })
}

/** Other words for a section: those of the topics that lead there, and what else is typed for it. */
const aliasesOf = (guide) =>
  [
    ...topics.filter(({ zh, en }) => zh[2] === guide || en[2] === guide).flatMap(({ words }) => words),
    alsoTyped[guide] || '',
    leading[guide] || '',
  ].join(' ')

const leading = otherQuestions()

function allSections(language) {
  const folder = GUIDES[language]
  return [
    ...readdirSync(new URL(`../${folder}/`, import.meta.url))
      .filter((name) => name.endsWith('.md') && ![...NO_GUIDES, ...ENGLISH_ONLY].includes(name))
      .flatMap((name) => sectionsOf(`${folder}/${name}`)),
    // Its lines mention everything, so it is found by its title.
    { id: CHANGELOG, title: 'Changelog', titles: '', text: aliasesOf(CHANGELOG), lines: [] },
  ]
}

/** What can be searched: the index of documents, and each by its id. */
function indexed(documents) {
  const index = new MiniSearch({ fields: ['title', 'titles', 'text'], tokenize, processTerm, searchOptions })
  index.addAll(documents)
  return { index, byId: new Map(documents.map((one) => [one.id, one])) }
}

const indexes = {}
/** The sections of all guides in a language, read once. */
const guidesIn = (language) => (indexes[language] ??= indexed(allSections(language)))

/** Words that the segmenter does not know, and would cut. */
const TERMS =
  /(云闪付|小程序|微信|白屏|能力包|授权码|开放平台|右上角|返回键|标题栏|真机|灰度|刷脸|人脸|鸿蒙|国密|验签|扣款|弹窗|轻提示)/
const segmenter = new Intl.Segmenter('zh-Hans', { granularity: 'word' })
/** Signs that are in most questions, and say nothing by themselves. */
const FILLERS = /[的了吗呢吧是不我你在到和都有一后里上下才能也要会把被去]/

/** The words of a question by which it is judged what is about it: pairs of signs within a word, never over two of them. */
function wordsOf(text) {
  if (!/\p{Script=Han}/u.test(text)) return tokenize(text)
  const parts = text
    .split(TERMS)
    .flatMap((part, at) => (at % 2 ? [part] : [...segmenter.segment(part)].map(({ segment }) => segment)))
  // What the segmenter does not know, it cuts into single signs: 白, 屏.
  const joined = parts.reduce((all, part) => {
    const last = all.at(-1) ?? ''
    const isSingle = (one) => /^\p{Script=Han}$/u.test(one) && !FILLERS.test(one)
    return isSingle(part) && (isSingle(last) || all.joining) ? joinLast(all, part) : next(all, part)
  }, [])
  return joined.flatMap((part) => (/^\p{Script=Han}{2}/u.test(part) ? pairsOf(part) : tokenize(part)))
}

const next = (all, part) => Object.assign([...all, part], { joining: false })
const joinLast = (all, part) => Object.assign([...all.slice(0, -1), all.at(-1) + part], { joining: true })
const pairsOf = (word) => Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2))

/** How much each word of a question says: the fewer documents have it, the more. */
function weightsOf(index, words) {
  const terms = [
    ...new Set(
      wordsOf(words)
        // A single sign says too little, and a part of the question is not the whole of a title.
        .filter((word) => !/^(===.*|\p{Script=Han})$/u.test(word))
        .map(processTerm)
        .filter(Boolean),
    ),
  ]
  const countOf = (term) =>
    index.search(term, { tokenize: (one) => [one], processTerm: (one) => one, boostDocument: undefined })
      .length
  const counts = terms.map((term) => [term, countOf(term)])
  // `tokenize` also makes words that nobody typed: goinglive of going-live. One that no guide has says nothing.
  // A pair over the end of a word that the guides have is none: 面嵌 of 页面嵌在.
  const isKnown = (pair) => /^\p{Script=Han}{2}$/u.test(pair) && countOf(pair) > 0
  const isOverlap = (term) => {
    const at = words.indexOf(term)
    return isKnown(words.slice(at - 1, at + 1)) || isKnown(words.slice(at + 1, at + 3))
  }
  const asked = counts.filter(([term, count]) => {
    if (!count && /^\p{Script=Han}{2}$/u.test(term) && isOverlap(term)) return false
    return count || words.toLowerCase().includes(term)
  })
  return new Map(
    asked.map(([term, count]) => [term, Math.log(1 + index.documentCount / (count ? 1 + count : UNKNOWN))]),
  )
}

/** Does the title of a guide have half of what was asked? */
const isAbout = ({ titles, title }, sum, all) =>
  !titles && sum(new Set(tokenize(title).map(processTerm))) >= all / 2

/** The documents that are about what was asked, the best first. */
function find({ index, byId }, words) {
  const weights = weightsOf(index, words)
  const sum = (terms) => [...terms].reduce((total, term) => total + (weights.get(term) ?? 0), 0)
  const all = sum([...weights.keys()])
  const asked = plain(words)
  return index
    .search(words)
    .map(({ id, score, queryTerms }) => {
      const document = byId.get(id)
      const literal = isLiteral(plain(`${document.title}\n${document.text}`), asked)
      const share = all ? sum(queryTerms) / all : 0
      const kind = id.includes(`/${FAQ}#`) ? FAQ_BONUS : isAbout(document, sum, all) ? BEGINNING_BONUS : 1
      const bonus = (literal ? LITERAL_BONUS : 1) * kind
      return { document, literal, share, score: score * share * bonus }
    })
    .filter(({ literal, share }) => literal || share >= LEAST)
    .sort((left, right) => right.score - left.score)
}

/** The first line; of a section that is a table, the row that has most of the words. */
function answerOf(lines, words) {
  const asked = tokenize(words).map(processTerm)
  const hits = (line) => tokenize(line).filter((word) => asked.includes(processTerm(word))).length
  const [first = '', , ...rows] = lines
  const [best = first] = first.startsWith('|')
    ? rows.filter((row) => row.startsWith('|')).sort((left, right) => hits(right) - hits(left))
    : [first]
  return withoutLinks(best.replace(/^\| | \|$/g, '').replace(/ \| /g, ' → '))
}

/** What is searched for under other words: one of those stands in what was asked for. */
const topicsOf = (words) =>
  topics.filter((topic) => topic.words.some((word) => has(plain(words), word.toLowerCase())))

const inLanguage = (topic, language) => {
  const [question, answer, guide] = topic[language]
  return { question, answer, guide }
}

/** Codes with the words in any of their texts, as they stand or each of them; then those that have other words for them. */
function codesWith(codes, words) {
  const asked = plain(words)
  const each = asked.split(/[\s/／、，,；;]+/).filter((word) => word.length > 1)
  const others = topicsOf(words).flatMap((topic) => topic.words)
  const rankOf = ({ text }) => {
    const given = plain(text)
    if (isLiteral(given, asked)) return 3
    if (each.length && each.every((word) => has(given, word))) return 2
    // 人脸 is 人像 in the texts of codes.
    return others.some((word) => has(given, word.toLowerCase())) ? 1 : 0
  }
  const ranked = codes.map((one) => ({ code: one.code, rank: rankOf(one) })).filter(({ rank }) => rank)
  if (!ranked.length)
    return find(
      indexed(codes.map(({ code, text }) => ({ id: `codes/${code}`, code, title: code, titles: '', text }))),
      words,
    ).map(({ document }) => document.code)
  return ranked.sort((left, right) => right.rank - left.rank).map(({ code }) => code)
}

/** The guide that was asked for by the name of its file, if one was. */
function guideNamed(words, language) {
  const name = words.trim().toLowerCase()
  const guide = groups
    .flatMap(({ guides }) => guides)
    .find(({ file }) => [file, file.replace('.md', ''), fileOf(file, language)].includes(name))
  if (!guide) return []
  const file = fileOf(guide.file, language)
  const beginning = [...guidesIn(language).byId.keys()].find((id) => id.startsWith(`${file}#`))
  return [{ heading: guide[language][0], guide: beginning ?? file }]
}

/** Is there anything that is searched for under other words? */
export const isTopic = (words) => topicsOf(words).length > 0

/**
 * @param codes each with all of its texts: `{ code, text }`
 * @returns the questions, the sections of guides and all codes that have the words; the group of the best one first
 */
export function search(words, language, codes) {
  const hasWords = /\p{L}{2}/u.test(words) && !/^\s*\{/.test(words)
  if (!hasWords) return { questions: [], guides: [], codes: [] }
  const ranked = find(guidesIn(language), words).map(({ document }) => document)
  const isQuestion = ({ id }) => id.startsWith(`${GUIDES[language]}/${FAQ}#`)
  const isNamed = ({ title }) => isLiteral(plain(title), plain(words))
  const toQuestion = ({ id, title, lines }) => ({
    question: title,
    answer: answerOf(lines, words),
    guide: id,
  })
  const questions = ranked.filter(isQuestion).slice(0, MOST_QUESTIONS)
  const found = [
    // A question with these very words comes before what they are also about.
    ...questions.filter(isNamed).map(toQuestion),
    ...topicsOf(words).map((topic) => inLanguage(topic, language)),
    ...questions.filter((one) => !isNamed(one)).map(toQuestion),
  ]
  const named = guideNamed(words, language)
  const isNew = ({ id }) => ![...found, ...named].some(({ guide }) => guide === id)
  const guides = [
    ...named,
    ...ranked
      .filter((section) => !isQuestion(section) && isNew(section))
      .map(({ id, title }) => ({ heading: title, guide: id })),
  ].slice(0, MOST_GUIDES)
  // The best of all stands first, so its group does.
  const isGuideBest =
    guides.length > 0 && !topicsOf(words).length && guides[0].guide === (named[0]?.guide ?? ranked[0]?.id)
  return {
    ...(isGuideBest && { guides }),
    questions: found,
    guides,
    codes: codesWith(codes, words),
  }
}

/** Up to three of the known codes that one is nearly. */
export function nearest(known, code) {
  const given = code.toUpperCase()
  if (given.length > 20) return []
  const index = new MiniSearch({
    fields: ['id'],
    tokenize: (text) => [text],
    processTerm: (term) => term.toUpperCase(),
  })
  index.addAll(known.map((id) => ({ id })))
  return index
    .search(given, { fuzzy: 0.5 })
    .slice(0, 3)
    .map(({ id }) => id)
}
