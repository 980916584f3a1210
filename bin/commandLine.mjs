/** What the command writes, and how it ends: `start.cjs` starts it, and so do tests. */
import { readdirSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createUpsdk } from '../dist/dev/index.js'
import { hintInChinese } from '../dist/dev/inspector.js'
import { serverCodes } from '../dist/server-codes.js'
import { fileOf, questions } from './guides.mjs'
import { METHODS } from './methods.mjs'
import { reasonEntry, reasonIn, TABLE } from './reasons.mjs'
import { isTopic, linksOf, nearest, search, withoutLinks } from './search.mjs'
import { alsoTyped } from './topics.mjs'
import { ACTORS, actorOf, isOfAnyCall, isRefusalOfBridge, VERDICTS } from './verdict.mjs'
import { words } from './words.mjs'

/** Every language that is published. */
const folder = new URL('../dist/locales/', import.meta.url)
const modules = readdirSync(folder).filter((file) => file.endsWith('.js'))
const locales = (await Promise.all(modules.map((file) => import(new URL(file, folder).href)))).flatMap(
  Object.values,
)

/** Chinese comes first, since most people who type here read it. */
const tags = locales
  .map(({ locale }) => locale)
  .sort((a, b) => Number(b.startsWith('zh')) - Number(a.startsWith('zh')))
  .join(', ')

/** Of the codes that have the words, so many with their texts; the others by name. */
const MOST_CODES = 6
const OPTIONS = {
  method: { type: 'string' },
  locale: { type: 'string' },
  json: { type: 'boolean' },
  version: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
}
/** The codes that upsdk itself makes, by `npm run generate`; those of the tables are in the catalogue. */
const OTHER_CODES = '97 98 c00 c01 c03 c04 c05 c99 c101 c102 __ENV__10001 __ENV__10002'.split(' ')
const KNOWN_CODES = [...Object.keys(serverCodes), ...OTHER_CODES]

const isChinese = (text = '') => /^zh|\p{Script=Han}/iu.test(text)

/** The language of the terminal; that of the system where the terminal names none, as on Windows. */
const languageOf = (env, system) =>
  isChinese(env.LC_ALL || env.LC_MESSAGES || env.LANG || system) ? 'zh' : 'en'

const systemLanguage = () => Intl.DateTimeFormat().resolvedOptions().locale

const wrong = (why, say) => ({ code: 2, error: `${why}\n${say.seeHelp}\n` })

/** Gives what to write, without what a terminal would obey, and the exit code. */
export function commandLine(args, env, system = systemLanguage()) {
  const { code, output = '', error = '' } = main(args, languageOf(env, system))
  return { code, output: printable(output), error: printable(error) }
}

function main(args, system) {
  const say = words[system]
  let parsed
  try {
    parsed = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  } catch ({ code, message }) {
    // Node names the option in its own English.
    const [, option = ''] = /'(-[^'\s,]*)/.exec(message) || []
    const isUnknown = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
    return wrong(isUnknown ? say.noSuchOption(option) : say.malformedOption(option), say)
  }
  const { values, positionals } = parsed
  const [command, ...rest] = positionals
  if (values.help) return { code: 0, output: say.help(tags) }
  if (values.version) return { code: 0, output: `${readVersion()}\n` }
  // No command is a wrong one, for a script; for a person it is a question.
  if (!command) return { code: 2, error: indexOfGuides(system) }
  if (command !== 'explain') return wrong(say.noSuchCommand(shorten(command)), say)
  if (rest.length < 1) return wrong(say.needsCode, say)
  try {
    return explain(rest, values, system)
  } catch {
    // Only a malformed locale gets here: explaining never throws.
    return wrong(say.malformedLocale(shorten(values.locale)), say)
  }
}

/** The questions, each with the files that answer it. */
function indexOfGuides(language) {
  const lines = questions.flatMap((question) => [
    question[language],
    ...question.guides.map(
      ({ file, [language]: [title] }) =>
        `  ${title}${language === 'zh' ? '：' : ': '}${addressOf(fileOf(file, language))}`,
    ),
  ])
  return `upsdk-kit ${readVersion()}\n\n${lines.join('\n')}\n\n${words[language].commands}\n`
}

function explain(asked, { method: givenMethod, locale, json }, system) {
  // Of a name that is none, nothing is known, not even whether it pays.
  const method = METHODS.includes(givenMethod) ? givenMethod : undefined
  // As a text ends in a code, and as a log has it: [94], "94".
  const given = asked.map((one) =>
    one
      .replace(/^\s*[["'“‘「](\w{1,20})[\]"'”’」]\s*$/, '$1')
      // The SDK's codes have two digits: c2 is c02.
      .replace(/^\s*c(\d)\s*$/i, 'c0$1'),
  )
  // An error text of the wallet is always Chinese: who names a language gets that one.
  const language = isChinese(locale) || (!locale && given.some(isChinese)) ? 'zh' : locale ? 'en' : system
  const kit = createUpsdk({ locale: locale || 'zh-Hans', locales, catalogues: [serverCodes] })
  const question = given.join(' ')
  const whole = tell(kit, given, method)
  // “c02 是什么意思”: the code that stands in the words.
  const named = whole.known ? undefined : codeIn(question)
  const reason = whole.known || named ? undefined : reasonOf(kit, question)
  const told = reason
    ? tellReason(kit, reason, language)
    : named
      ? { ...tell(kit, [named], method), isCode: false }
      : whole
  if (givenMethod && !method) told.noSuchMethod = shorten(givenMethod)
  if (told.known) told.hint = language === 'zh' ? hintInChinese(told.hint) : told.hint
  const isCodeLike =
    given.length === 1 && /^\s*([a-z]{0,2}|_*env_*)\d+\s*$/i.test(given[0]) && !isTopic(given[0])
  const found = told.isCode || isCodeLike ? undefined : findAround(kit, question, reason, language)
  const isFound = told.known || hasAny(found)
  const { isCode, isReason, meanings, ...facts } = told
  const output = json
    ? `${JSON.stringify({ ...facts, ...found }, null, 2)}\n`
    : inWords(told, found, words[language], kit)
  return { code: isFound ? 0 : 1, output }
}

/** A code among words. A bare number is many things besides a code, unless the words say that it is one. */
const codeIn = (words) => {
  const names = words.toUpperCase().match(/(?<![\w-])[A-Z]{1,2}\d{1,6}(?![\w-])/g) || []
  const called = /(?:code|errcode|resp|错误码|返回码)["']?[\s:：=]*["']?(\d{1,4})(?!\w)/i.exec(words)?.[1]
  return KNOWN_CODES.find((code) => names.includes(code.toUpperCase()) || code === called)
}

/** The reason that is named, or that the kit reads from a text such as 用户取消支付. */
function reasonOf(kit, words) {
  const named = reasonIn(words)
  if (named) return named
  const read = kit.explain({ msg: textOf(words) }).reason
  return read === 'unknown' ? undefined : read
}

/** The text of an answer without a code that is known: {"msg":"…"}. */
const textOf = (words) =>
  /\b(?:msg|errmsg|desc|message)["']?\s*[:=]\s*["']([^"']+)/i.exec(words)?.[1] ?? words

const textsIn = (tag) => locales.find(({ locale }) => locale === tag)?.messages ?? {}

/** What a reason means, and what to do. */
function tellReason(kit, reason, language) {
  const { toDo, ...row } = reasonEntry(reason, language)
  const texts = textsIn(kit.locale)
  return {
    known: true,
    isReason: true,
    reason,
    source: 'kit',
    ...row,
    toDo: withoutLinks(toDo),
    hint: '',
    // `bad-config` has no text of its own.
    message: texts[reason] ?? texts['invalid-params'],
    locale: kit.locale,
    happened: reason,
    who: VERDICTS[reason].actor,
    meanings: [],
  }
}

/** The guides that the reason's row names, and the codes that have it. */
function aboutReason(kit, reason, language) {
  const guide = TABLE[language]
  return {
    questions: [],
    guides: [
      { heading: words[language].reasons, guide },
      ...linksOf(guide, reasonEntry(reason, language).toDo),
    ],
    codes: codesOf(kit, reason),
  }
}

const codesOf = (kit, reason) => KNOWN_CODES.filter((code) => kit.explain(code).reason === reason)

/** What else there is: of a reason, what its row names; of words, the guides, in the other language too if need be. */
function findAround(kit, question, reason, language) {
  if (reasonIn(question)) return aboutReason(kit, reason, language)
  const codes = everyCode(kit)
  const inLanguage = (one) => search(textOf(question), one, codes)
  const found = inLanguage(language)
  if (reason) return { ...found, codes: codesOf(kit, reason) }
  return hasAny(found) ? found : inLanguage(language === 'zh' ? 'en' : 'zh')
}

const hasAny = (found) => !!found && found.questions.length + found.guides.length + found.codes.length > 0

/** What the kit makes of it, and whether it was given as a code rather than as words. */
function tell(kit, [given, ...more], method) {
  const isAnswer = /^\s*\{/.test(given)
  const asked = isAnswer ? given : { resp: given, msg: more.join(' ') }
  const single = kit.explain(asked, { method })
  const isKnownCode = single.source !== 'unknown' && (single.code !== undefined || isAnswer)
  // Words may be a text that the SDK file itself has.
  const whole = [given, ...more].join(' ')
  const explanation = isKnownCode || !more.length ? single : kit.explain({ resp: whole }, { method })
  const known = explanation.source !== 'unknown' && (explanation.code !== undefined || isAnswer)
  const code = explanation.code || whole.trim()
  const { variants } = serverCodes[explanation.code] || {}
  const meanings = variants && !explanation.description ? variants : [explanation]
  const isCode = known && (isAnswer || code.toLowerCase() === given.trim().toLowerCase())
  const told = { known, ...explanation, locale: kit.locale, isCode, meanings }
  // It may have been made: nobody fixes anything before the order has been looked at.
  const unconfirmed = kit.explain({}, { payment: true }).message
  const isUnconfirmed = !!method && explanation.message === unconfirmed
  const mayBeUnsent = isUnconfirmed && isRefusalOfBridge(code)
  if (known) {
    const unconfirmedVerdict = mayBeUnsent ? 'refusedOrUnconfirmed' : 'unconfirmed'
    told.happened = isUnconfirmed ? unconfirmedVerdict : explanation.reason
    told.who = isUnconfirmed
      ? VERDICTS.unconfirmed.actor
      : actorOf(explanation.reason, explanation.source, explanation.hint)
  }
  // Who looks it up may not know that a payment with it is not to be repeated.
  if (known && (mayBeUnsent || (!method && isOfAnyCall(code))))
    told.inPayment = {
      // A payment that the bridge refuses says so itself; other codes have the text of any call.
      unsent:
        explanation.reason === 'forbidden'
          ? textsIn(kit.locale)['payment-forbidden']
          : kit.explain(asked).message,
      sent: kit.explain(asked, { method: 'pay' }).message,
    }
  if (meanings === variants) told.variants = variants
  return known ? told : { ...told, code: shorten(code), nearest: nearest(KNOWN_CODES, code) }
}

/** Every code with all that is said of it. */
function everyCode(kit) {
  const inEnglish = createUpsdk({ locale: 'en' })
  return KNOWN_CODES.map((code) => {
    const { description, solution, message, hint } = kit.explain(code)
    const english = inEnglish.explain(code).message
    return {
      code,
      text: [
        code,
        description,
        solution,
        message,
        english,
        hint,
        hintInChinese(hint),
        alsoTyped[`codes/${code}`],
      ].join(' '),
    }
  })
}

function inWords(told, found, say, kit) {
  if (!told.known && !hasAny(found)) {
    const scope = /^\d{1,4}$/.test(told.code) ? say.ofOneMethod : ''
    const isOfPay = kit.explain({ resp: told.code }, { method: 'pay' }).source === 'method'
    const next = say.next(addressOf(`${say.folder}/faq.md`), issues()).map((line) => `  ${line}\n`)
    const first = isOfPay ? say.ofPay(told.code) : say.unknown(told.code || say.empty, told.nearest) + scope
    return `${first}\n${next.join('')}`
  }
  const others = (found?.codes || []).filter((code) => code !== told.code)
  const { noSuchMethod: name } = told
  const groups = Object.keys(found ?? {}).filter((group) => group in linesOfGroup)
  const parts = [
    name ? [say.noSuchMethod(name, nearest(METHODS, name))] : [],
    told.known ? explanationLines(told, say) : [],
    ...groups.map((group) => linesOfGroup[group](found[group], say)),
    part(say.codes(others.length), others.slice(0, MOST_CODES), (code) => {
      const { description = describe(serverCodes[code]), message } = kit.explain(code)
      return [`${code}  ${[description, message].filter(Boolean).join(' → ')}`]
    }),
  ]
  const more = others.slice(MOST_CODES)
  const rest = more.length ? `\n  ${say.moreCodes}${more.join(' ')}` : ''
  const text = parts
    .filter((lines) => lines.length)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
  return `${text}${rest}\n`
}

/** Of a code with several meanings: all of them. */
const describe = ({ variants = [] } = {}) => variants.map(({ description }) => description).join(' / ')

/** What was found of a kind, as lines; the best one's kind comes first. */
const linesOfGroup = {
  questions: (some, say) =>
    part(say.questions, some, ({ question, answer, guide }) => [
      question,
      `  ${answer}`,
      `  ${addressOf(guide)}`,
    ]),
  guides: (some, say) => part(say.guides, some, ({ heading, guide }) => [heading, `  ${addressOf(guide)}`]),
}

/** A heading, and what stands below it; nothing where nothing does. */
const part = (heading, entries = [], linesOf) =>
  entries.length ? [heading, ...entries.flatMap(linesOf).map((line) => `  ${line}`)] : []

function explanationLines(
  { code, isReason, meanings, source, reason, retry, presentation, hint, message, locale, ...more },
  say,
) {
  const { happened, who, toDo, inPayment } = more
  const hasSeveral = meanings.length > 1
  const name = isReason ? `reason: ${reason}` : code || say.noCode
  const lines = [[name, source === 'kit' ? '' : `(${source})`].filter(Boolean).join(' ')]
  if (who) lines.push(say.happened + VERDICTS[happened][say.language], say.who + ACTORS[who][say.language])
  if (hasSeveral) lines.push(say.several)
  for (const { description, solution } of meanings) {
    if (description) lines.push(`${say.officialText}${description}`)
    if (solution) lines.push(`${say.officialAdvice}${solution}`)
  }
  lines.push(`${say.reason}${reason} ${say.how(retry, presentation)}`)
  // The candidates are listed above.
  if (toDo) lines.push(`${say.toDo}${toDo}`)
  else lines.push(`${say.check}${hasSeveral ? hint.split(/ ?(?:One of:|可能为：)/)[0] : hint}`)
  // Of a payment there is no other message than these two.
  if (!(inPayment && happened === 'refusedOrUnconfirmed'))
    lines.push(`${say.userSees}${presentation === 'none' ? '–' : `${message} [${locale}]`}`)
  if (inPayment) lines.push(...say.inPayment(inPayment).map((line) => `${line} [${locale}]`))
  return lines
}

/** A text of somebody else's in one short line. */
const shorten = (text) => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 60)}…` : line
}

/** Without what a terminal would obey: escapes, and marks that turn the direction of a text. */
const printable = (text) => text.replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, '')

const readManifest = () => JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const readVersion = () => readManifest().version

/** The file of a guide, as whoever asks gets there: it is in the package, whatever becomes of a site. */
function addressOf(guide) {
  const file = new URL(`../${guide.replace(/#.*/, '')}`, import.meta.url)
  return relative('', fileURLToPath(file)).replace(/\\/g, '/') + guide.replace(/^[^#]*/, '')
}

/** Where to ask, once somebody has claimed the repository (`npm run claim`). */
const issues = () => {
  const { url = '' } = readManifest().bugs ?? {}
  return url.includes('OWNER') ? '' : url
}
