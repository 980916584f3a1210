/**
 * `node scripts/sdk-diff.mjs <upsdk.js>`: shows what a file of UnionPay has that the known ones do not. It exits with 0
 * if there is no difference, 1 if there is one, 2 if it cannot compare. `--json` prints JSON, `--write <name>` makes
 * the file a known one. Known files are in scripts/data as facts: names, short texts and orders, none of their code.
 * The file runs in a Chromium without network.
 */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { runnerImport } from 'vite'
import { findHeadless, whyNoBrowser } from './chromium.mjs'
import { methodRows } from './methods.mjs'
import { compare } from './sdk/compare.mjs'
import { readSdk } from './sdk/read.mjs'
import { runSdk } from './sdk/run.mjs'

const place = (path) => fileURLToPath(new URL(path, import.meta.url))
const DATA = place('data/')
const USAGE = 'Usage: node scripts/sdk-diff.mjs <upsdk.js> [--json] [--write <name>]'

function readOrSay(source) {
  try {
    return readSdk(source)
  } catch ({ message }) {
    throw new Error(`That is no JavaScript: ${message}`)
  }
}

/** All that is known of a file. */
/**
 * @typedef {{ bytes: number, sha256: string, methods: readonly string[], writes: Readonly<Record<string, readonly string[]>> }} SdkFacts
 * @typedef {{ methods: readonly string[], catalogue: Readonly<Record<string, { description?: string }>> }} OwnKnowledge
 */

/**
 * @param {string} source
 * @param {import('playwright-core').Browser} browser
 * @returns {Promise<SdkFacts>}
 */
export async function factsOf(source, browser) {
  const read = readOrSay(source)
  const run = await runSdk(source, browser)
  return { ...read, ...run, events: [...new Set([...read.events, ...run.events])].sort() }
}

/**
 * Reads the facts about the known files, the newest last.
 *
 * @returns {SdkFacts[]}
 */
export const knownFacts = () =>
  readdirSync(DATA)
    .filter((file) => /^upsdk-.*\.json$/.test(file))
    .sort()
    .map((file) => withWrites(JSON.parse(readFileSync(DATA + file, 'utf8'))))

/**
 * Reads what the project knows in addition to those files.
 *
 * @returns {Promise<OwnKnowledge>}
 */
export async function ownKnowledge() {
  const { module } = await runnerImport(place('../src/failure/codes.ts'), { logLevel: 'error' })
  // Without what no file has.
  const methods = methodRows.filter((row) => row.present_in).map(({ method }) => method)
  return { methods, catalogue: module.commonCodes }
}

/** Compacts facts for storage: an order that is the same at several times is stored once. */
function toKept({ writes, ...facts }) {
  const times = new Map()
  for (const [when, names] of Object.entries(writes)) {
    const order = names.join(' ')
    times.set(order, [...(times.get(order) || []), when])
  }
  return { ...facts, writes: [...times].map(([order, when]) => ({ when, order })) }
}

function withWrites({ writes, ...facts }) {
  const all = writes.flatMap(({ when, order }) => when.map((one) => [one, order.split(' ')]))
  return { ...facts, writes: Object.fromEntries(all) }
}

export function asText({ bytes, sha256 }, known, topics) {
  const same = known.find((one) => one.sha256 === sha256)
  const blocks = Object.entries(topics).map(([title, lines]) =>
    [title, ...lines.map((line) => `  ${line}`)].join('\n'),
  )
  const count = Object.values(topics).flat().length
  const nothing = `Nothing that the known files have not${same ? '' : ', in another code: a method may do something else'}.`
  const end = count ? `${count} ${count === 1 ? 'difference' : 'differences'}.` : nothing
  const file = `${bytes} bytes, sha256 ${sha256}${same ? ': a known file' : ''}`
  return [file, ...blocks, end].join('\n\n')
}

async function main(args) {
  const options = { json: { type: 'boolean' }, write: { type: 'string' } }
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  if (positionals.length !== 1 || (values.write && !/^[\w.-]+$/.test(values.write))) throw new Error(USAGE)
  const executablePath = findHeadless()
  if (!executablePath) throw new Error(`The file runs in a browser: ${whyNoBrowser()}`)
  const source = readFileSync(positionals[0], 'utf8')
  readOrSay(source)
  // The proxy does not exist, so requests that are not answered here go nowhere.
  const browser = await chromium.launch({ executablePath, args: ['--proxy-server=http://127.0.0.1:9'] })
  const facts = await factsOf(source, browser).finally(() => browser.close())
  if (values.write) {
    writeFileSync(`${DATA}upsdk-${values.write}.json`, `${JSON.stringify(toKept(facts), null, 2)}\n`)
    return 0
  }
  const known = knownFacts()
  const topics = compare(facts, known, await ownKnowledge())
  console.log(values.json ? JSON.stringify(topics, null, 2) : asText(facts, known, topics))
  return Object.keys(topics).length ? 1 : 0
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  main(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code
    },
    ({ message }) => {
      console.error(message)
      process.exitCode = 2
    },
  )
