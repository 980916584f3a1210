/**
 * How text is cut into words and found again, for the command line and the site alike; the engine itself is MiniSearch.
 * VitePress takes these functions to the browser as text, so each stands alone.
 */

/**
 * Cuts a text into words: Chinese by the language's own words, codes whole and without the signs around them ([c02], 02?).
 *
 * @param {string} text
 * @returns {string[]}
 */
export function tokenize(text) {
  // A console writes the same fault with the name of a method, and Safari in other words than Chrome.
  const plain = String(text)
    .replace(/\b\w+(?:\.\w+)*\.\w+ is not a function/g, 'upsdk.xxx is not a function')
    .replace(/undefined is not an object \(evaluating [^)]*\)/g, 'Cannot read properties of undefined')
    .replace(/(properties of undefined \(reading )'(?!pluginReady)[^)]*/g, '$1')
    .replace(/\b(?:Uncaught )?(?:Type|Reference)Error: /g, '')
    .replace(/ at \S+:\d+(?::\d+)?/g, '')
  /** @type {string[]} */
  const words = []
  // What was typed is the whole title of a page, as with the name of a reason: permission, outside-wallet.
  const [, whole] = /^\W*([a-z]+(?:-[a-z]+)*)\W*$/i.exec(plain) || []
  // Three signs, so that no misspelling of the word itself is taken for it.
  if (whole) words.push(`===${whole}`)
  // People write uniapp for uni-app, and Vue2 for Vue 2.
  for (const run of plain.match(/[a-z]+(?:-[a-z]+)+|[a-z]{3,}[ -]\d+/gi) || [])
    words.push(run.replace(/[ -]/g, ''))
  for (const run of plain.match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}_])+/gu) || []) {
    if (!/^\p{Script=Han}/u.test(run)) {
      words.push(run)
      // People leave the zero of c02 out.
      if (/^c\d$/i.test(run)) words.push(`c0${run[1]}`)
      // A method's name is found by its parts too; that of an error says no more than the whole.
      const parts = /Error$/.test(run) ? [] : run.split(/(?<=[a-z])(?=[A-Z])|(?<=^[A-Za-z]{3,})(?=\d+$)/)
      if (parts.length > 1) words.push(...parts)
      continue
    }
    const segments = Intl.Segmenter
      ? [...new Intl.Segmenter('zh-Hans', { granularity: 'word' }).segment(run)].map(({ segment }) => segment)
      : []
    // Another browser may cut elsewhere: pairs of signs are there in any case.
    for (let at = 0; at < run.length - 1; at++) words.push(run.slice(at, at + 2))
    // A single sign says too little, unless it is all.
    words.push(...segments.filter((word) => word.length > 2 || (word.length === 1 && run.length === 1)))
  }
  return words
}

/**
 * A word as it is compared: without its ending, and not at all if most questions have it.
 *
 * @param {string} term
 */
export function processTerm(term) {
  const word = term.toLowerCase()
  if (
    /^(怎么|么办|能用|里能|能不|是否|怎样|如何|什么|为什|为何|意思|解决|请问|哪里|可以|是什|怎么办|为什么|是什么|怎么样)$/.test(
      word,
    )
  )
    return null
  if (
    /^(an?|the|in|on|of|to|my|our|your|we|you|i|is|it|this|that|are|was|be|if|how|what|why|when|do|does|did|can|has|have|with|from|by|at|and|or|for|get|but|not)$/.test(
      word,
    )
  )
    return null
  return /^[a-z]{5,}$/.test(word) ? word.replace(/(ing|ed|es|e|s)$/, '') : word
}

/**
 * c02 is not nearly c03; 付款 is not nearly 付费.
 *
 * @param {string} term
 */
const fuzzy = (term) => (/^[a-z_]{5,}$/.test(term) ? 0.15 : false)
/** @param {string} term */
const prefix = (term) => term.length > 2 && !/^(=|\p{Script=Han})/u.test(term)

/** The page of a code or a method before all pages that mention it. */
export const boostDocument = (/** @type {unknown} */ id, /** @type {string} */ term) => {
  // The whole title was typed, so no page with a part of it comes first: not-ready, and the method ready.
  if (term.startsWith('===')) return 50
  // It explains reasons, in English alone: guides come before it.
  if (/upsdk-behaviour/.test(String(id))) return 0.3
  const [, name] = /(?:^|\/)(?:codes|methods)\/([^/#]*)/.exec(String(id).toLowerCase()) || []
  // pay and error are words of many questions too.
  if (name && (name === term || name === `c${term}`)) return /^(pay|ready|error|config)$/.test(name) ? 2 : 20
  // Who asks about a timeout asks for more than the reason of that name.
  if (/(^|\/)reasons\//.test(String(id))) return 0.05
  // Who types 支付 wants to pay.
  if (name === 'pay' && term === '支付') return 8
  // A guide's name is an ordinary word too: wallet, server.
  const [, guide] = /(?:^|\/)([\w-]+)(?:\.html|\.md)?#/.exec(String(id)) || []
  if (guide === term) return 2
  // They are in most titles and questions here.
  if (/^(小程|程序|云闪|闪付|unionpay|wallet|app)$/.test(term) && !/methods\//.test(String(id))) return 0.5
  // Parts of methods' names are ordinary words: screen, login.
  return /^[a-z]/.test(term) && /(^|\/)methods\//.test(String(id)) ? 0.1 : 1
}

/** The beginning of a method's name says little: add is no addBankCard. */
const weights = { fuzzy: 0.45, prefix: 0.05 }

export const searchOptions = {
  fuzzy,
  prefix,
  weights,
  boost: { title: 4, text: 2, titles: 1 },
  boostDocument,
}
