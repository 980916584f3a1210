#!/usr/bin/env node
/** `npx upsdk-kit explain <code> [msg]`: what a code in a log means, without a page around it. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createUpsdk } from '../dist/index.js'
import { ja } from '../dist/locales/ja.js'
import { ko } from '../dist/locales/ko.js'
import { serverCodes } from '../dist/server-codes.js'

const HELP = `Usage: upsdk-kit explain <code> [msg] [options]

Explains a code of UnionPay's upsdk or servers: official text and advice, reason, and what the user is told.
<code> may also be a whole answer: '{"resp":"BC0024","msg":"…"}'. [msg], the text that came with the code,
tells which of several meanings applies.

  --method <name>   the upsdk method that failed; some have codes of their own
  --locale <tag>    the language of the message: zh-Hans (the default), zh-Hant, en, ja, ko
  --json            for programs
  --version         the version of upsdk-kit
  --help            this text

Exits with 0 for a known code, 1 for an unknown one, 2 for a wrong command.
`
const OPTIONS = {
  method: { type: 'string' },
  locale: { type: 'string', default: 'zh-Hans' },
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
  if (rest.length < 1 || rest.length > 2) return wrong('explain needs a code, and may have a text.')
  try {
    return explain(rest, values)
  } catch (error) {
    // Only a malformed locale gets here: explaining never throws.
    return wrong(error.message)
  }
}

function explain([given, msg], { method, locale, json }) {
  const kit = createUpsdk({ locale, locales: [ja, ko], catalogues: [serverCodes] })
  const failure = /^\s*\{/.test(given) ? given : { resp: given, msg }
  const explanation = { ...kit.explain(failure, { method }), locale: kit.locale }
  const isKnown = explanation.source !== 'unknown' && (explanation.code !== undefined || given.includes('{'))
  const nearest = isKnown ? [] : nearestCodes(explanation.code || given.trim())
  const { variants } = serverCodes[explanation.code] || {}
  const meanings = variants && !explanation.description ? variants : [explanation]
  const told = { known: isKnown, ...explanation }
  if (!isKnown) Object.assign(told, { code: shorten(explanation.code || given.trim()), nearest })
  if (meanings === variants) told.variants = variants
  const output = json ? `${JSON.stringify(told, null, 2)}\n` : inWords(told, meanings)
  return { code: isKnown ? 0 : 1, output }
}

function inWords(told, meanings) {
  const { code, known, nearest, source, reason, retry, presentation, hint, message, locale } = told
  if (!known) {
    const advice = nearest.length ? ` Did you mean ${nearest.join(', ')}?` : ''
    const scope = /^\d{1,4}$/.test(code) ? ' It may be a code of one method: see --method.' : ''
    return `${code || '(empty)'}: unknown.${advice}${scope}\n`
  }
  const hasSeveral = meanings.length > 1
  const lines = [[code || '(no code)', source === 'kit' ? '' : `(${source})`].filter(Boolean).join(' ')]
  if (hasSeveral) lines.push('One of several meanings; the server’s msg tells which.')
  for (const { description, solution } of meanings) {
    if (description) lines.push(`official text    ${description}`)
    if (solution) lines.push(`official advice  ${solution}`)
  }
  lines.push(`reason           ${reason} (retry: ${retry}, shown as: ${presentation})`)
  // The candidates are listed above.
  lines.push(`check            ${hasSeveral ? hint.split(' One of: ')[0] : hint}`)
  lines.push(`user sees        ${presentation === 'none' ? '–' : `${message} [${locale}]`}`)
  return `${lines.join('\n')}\n`
}

/** Up to three known codes, the nearest first, as long as at least half of it is the same. */
function nearestCodes(code) {
  const given = code.toUpperCase()
  if (given.length > 20) return []
  const limit = given.length / 2
  return KNOWN_CODES.map((known) => ({ known, distance: editDistance(given, known.toUpperCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((left, right) => left.distance - right.distance)
    .slice(0, 3)
    .map(({ known }) => known)
}

/** Levenshtein's: how many letters to change, add or leave out. */
function editDistance(from, to) {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const substituted = row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1)
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, substituted)
    }
    row = next
  }
  return row[to.length]
}

const shorten = (text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

const readVersion = () =>
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version

const { code, output, error } = main(process.argv.slice(2))
if (output) process.stdout.write(output)
if (error) process.stderr.write(error)
// Not `process.exit`: a pipe may still be taking the output.
process.exitCode = code
