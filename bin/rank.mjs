/** Which sections are about what was asked, the best first: by words, where the rarer one says more. */

/** Part of most questions, and of no answer. */
const FILLERS = new Set([
  ...'怎么 怎样 如何 什么 为什 为何 意思 解决 请问 哪里 可以 不 是 的 了 吗 呢 我 在 到 和 都 有 一 后 里 也 要 会'.split(
    ' ',
  ),
  ...'a an the in on of to my i is it how what why when do does can with and for get'.split(' '),
])
/** A word counts where it stands: in other words for a section, in its heading, in its text. */
const WEIGHTS = { aliases: 5, heading: 5, text: 1 }
/** The share of what was asked that a section has to have; else it is about something else. */
const LEAST = 0.45
/** It is written for those who ask. */
const FAQ_BONUS = 1.15

/** Words that the segmenter does not know, and would cut. */
const TERMS =
  /(云闪付|小程序|微信|白屏|能力包|授权码|开放平台|右上角|返回键|标题栏|真机|灰度|刷脸|人脸|鸿蒙|国密)/

const segmenter = new Intl.Segmenter('zh-Hans', { granularity: 'word' })

/** Chinese has no spaces: its words, and the pairs of signs of long ones, which one may cut elsewhere. */
export const wordsOf = (text) =>
  (text.toLowerCase().match(/\p{Script=Han}+|[\p{L}\p{N}_]+/gu) || [])
    .flatMap((run) => (/^\p{Script=Han}/u.test(run) ? chineseWordsOf(run) : [stem(run)]))
    .filter((word) => !FILLERS.has(word))

const chineseWordsOf = (run) =>
  run
    .split(TERMS)
    .flatMap((part, at) =>
      at % 2 ? [part] : [...segmenter.segment(part)].flatMap(({ segment }) => cut(segment)),
    )

const cut = (word) =>
  word.length < 3 ? [word] : Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2))

const stem = (word) => (/^[a-z]{5,}$/.test(word) ? word.replace(/(ing|ed|s)$/, '') : word)

/**
 * @param sections each with `heading`, `lines`, `aliases` and `guide`
 * @param rankOf does a text have the words as they stand (2), or each of them (1)?
 */
export function rankSections(sections, words, rankOf) {
  const asked = [...new Set(wordsOf(words))]
  const indexed = sections.map((section) => {
    const { heading, lines, aliases } = section
    const fields = { aliases, heading, text: lines.join(' ') }
    const has = Object.entries(fields).map(([name, text]) => [WEIGHTS[name], new Set(wordsOf(text))])
    return { section, has }
  })
  const rarity = new Map(
    asked.map((word) => {
      const count = indexed.filter(({ has }) => has.some(([, own]) => own.has(word))).length
      return [word, Math.log(1 + sections.length / (1 + count))]
    }),
  )
  const all = [...rarity.values()].reduce((sum, one) => sum + one, 0)
  return indexed
    .map((one) => ({ section: one.section, rank: rank(one, words, rarity, all, rankOf) }))
    .filter((one) => one.rank)
    .sort((left, right) => right.rank - left.rank)
    .map(({ section }) => section)
}

function rank({ section, has }, words, rarity, all, rankOf) {
  const { heading, lines, guide } = section
  let covered = 0
  let sum = 0
  for (const [word, rare] of rarity) {
    const weight = Math.max(0, ...has.filter(([, own]) => own.has(word)).map(([weight]) => weight))
    if (weight) covered += rare
    sum += rare * weight
  }
  // An error message is pasted as it stands.
  const literal = rankOf(heading, words) * 2 || Math.max(0, ...lines.map((line) => rankOf(line, words)))
  if (!literal && (!all || covered / all < LEAST)) return 0
  return ((all && sum / all) + literal * 3) * (/\/faq\.md#/.test(guide) ? FAQ_BONUS : 1)
}
