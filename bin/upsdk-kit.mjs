#!/usr/bin/env node
/** `npx upsdk-kit explain <code> [msg]`: what a code in a log means, without a page around it. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createUpsdk } from '../dist/index.js'
import { hintInChinese } from '../dist/inspector.js'
import { ja } from '../dist/locales/ja.js'
import { ko } from '../dist/locales/ko.js'
import { serverCodes } from '../dist/server-codes.js'
import { nearest } from './nearest.mjs'
import { search } from './search.mjs'
import { words } from './words.mjs'

const HELP = `Usage: upsdk-kit explain <code> [msg] [options]
       upsdk-kit explain <words> [options]

Explains a code of UnionPay's upsdk or servers: official text and advice, reason, and what the user is told.
<code> may also be a whole answer: '{"resp":"BC0024","msg":"…"}'. [msg], the text that came with the code,
tells which of several meanings applies. Words, in Chinese or English, are looked for in the questions that are
asked most and in all texts: upsdk-kit explain 手机号

  --method <name>   the upsdk method that failed; some have codes of their own
  --locale <tag>    the language of the message: zh-Hans (the default), zh-Hant, en, ja, ko
  --json            for programs
  --version         the version of upsdk-kit
  --help            this text

Speaks Chinese where the locale, the words or the system (LANG) are Chinese.
Exits with 0 for what is known, 1 for what is not, 2 for a wrong command.
`
const OPTIONS = {
  method: { type: 'string' },
  locale: { type: 'string' },
  json: { type: 'boolean' },
  version: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
}
/** The codes that upsdk itself makes; those of the tables are in the catalogue. */
const OTHER_CODES = 'c00 c01 c03 c04 c05 c99 c101 c102 97 98 __ENV__10001 __ENV__10002'.split(' ')
const KNOWN_CODES = [...Object.keys(serverCodes), ...OTHER_CODES]

const wrong = (why) => ({ code: 2, error: `${why}\nSee upsdk-kit --help.\n` })

/** Gives what to write, and the exit code. */
function main(args) {
  let parsed
  try {
    parsed = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  } catch (error) {
    return wrong(error.message)
  }
  const { values, positionals } = parsed
  const [command, ...rest] = positionals
  if (values.help) return { code: 0, output: HELP }
  if (values.version) return { code: 0, output: `${readVersion()}\n` }
  if (command !== 'explain') return wrong(command ? `No such command: ${shorten(command)}` : 'No command.')
  if (rest.length < 1) return wrong('explain needs a code, or words.')
  try {
    return explain(rest, values)
  } catch (error) {
    // Only a malformed locale gets here: explaining never throws.
    return wrong(error.message)
  }
}

const isChinese = (text = '') => /^zh|\p{Script=Han}/iu.test(text)

function explain(given, { method, locale, json }) {
  const language =
    [locale, ...given].some(isChinese) || (!locale && isChinese(systemLanguage())) ? 'zh' : 'en'
  const kit = createUpsdk({ locale: locale || 'zh-Hans', locales: [ja, ko], catalogues: [serverCodes] })
  const told = tell(kit, given, method)
  if (told.known) told.hint = language === 'zh' ? hintInChinese(told.hint) : told.hint
  const isCodeLike = given.length === 1 && /^\s*(\w{1,8}\d+|\d+)\s*$/.test(given[0])
  const found = told.isCode || isCodeLike ? undefined : search(given.join(' '), language, everyCode(kit))
  const isFound = told.known || !!(found && found.questions.length + found.codes.length)
  const { isCode, meanings, ...facts } = told
  const output = json
    ? `${JSON.stringify({ ...facts, ...found }, null, 2)}\n`
    : inWords(told, found, words[language], kit)
  return { code: isFound ? 0 : 1, output }
}

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
      text: [code, description, solution, message, english, hint, hintInChinese(hint)].join(' '),
    }
  })
}

function inWords(told, found, say, kit) {
  const lines = told.known ? explanationLines(told, say) : []
  if (!told.known && !found?.questions.length && !found?.codes.length) {
    const scope = /^\d{1,4}$/.test(told.code) ? say.ofOneMethod : ''
    return `${say.unknown(told.code || say.empty, told.nearest)}${scope}\n`
  }
  if (found?.questions.length) {
    lines.push(...(lines.length ? [''] : []), say.questions)
    for (const { question, answer, guide } of found.questions)
      lines.push(`  ${question}`, `    ${answer}`, `    ${guide}`)
  }
  const others = (found?.codes || []).filter((code) => code !== told.code)
  if (others.length) {
    lines.push(...(lines.length ? [''] : []), say.codes(others.length))
    for (const code of others) {
      const { description, message } = kit.explain(code)
      lines.push(`  ${code}  ${[description, message].filter(Boolean).join(' → ')}`)
    }
  }
  return `${lines.join('\n')}\n`
}

function explanationLines(
  { code, meanings, source, reason, retry, presentation, hint, message, locale },
  say,
) {
  const hasSeveral = meanings.length > 1
  const lines = [[code || say.noCode, source === 'kit' ? '' : `(${source})`].filter(Boolean).join(' ')]
  if (hasSeveral) lines.push(say.several)
  for (const { description, solution } of meanings) {
    if (description) lines.push(`${say.officialText}${description}`)
    if (solution) lines.push(`${say.officialAdvice}${solution}`)
  }
  lines.push(`${say.reason}${reason} ${say.how(retry, presentation)}`)
  // The candidates are listed above.
  lines.push(`${say.check}${hasSeveral ? hint.split(/ ?(?:One of:|可能为：)/)[0] : hint}`)
  lines.push(`${say.userSees}${presentation === 'none' ? '–' : `${message} [${locale}]`}`)
  return lines
}

const shorten = (text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

const systemLanguage = () => process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''

const readVersion = () =>
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version

const { code, output, error } = main(process.argv.slice(2))
if (output) process.stdout.write(output)
if (error) process.stderr.write(error)
// Not `process.exit`: a pipe may still be taking the output.
process.exitCode = code
