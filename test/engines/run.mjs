/**
 * The kit on real engines, old ones first: `npm run test:engines`, after a build. What ran goes into
 * reports/engines.json and the tables of SUPPORT. A name as argument runs one: `npm run test:engines -- webkit`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { REPORT, supportWithTables } from '../../scripts/engines-table.mjs'
import { chromium64 } from './drivers/chromium.mjs'
import { firefox } from './drivers/firefox.mjs'
import { Missing } from './drivers/programs.mjs'
import { webkit } from './drivers/webkit.mjs'
import { bridges } from './places.mjs'
import { v8 } from './v8.mjs'
import { visitAll } from './visit.mjs'

const inBrowser = (begin) => async () => {
  const browser = await begin()
  try {
    return { version: browser.version, bridges, checks: await visitAll(browser) }
  } finally {
    await browser.close()
  }
}

const ENGINES = {
  v8,
  chromium64: inBrowser(chromium64),
  webkit: inBrowser(webkit),
  firefox: inBrowser(firefox),
}

if (!existsSync('dist/index.d.ts')) throw new Error('npm run build comes first')
const [only] = process.argv.slice(2)
const report = existsSync(REPORT) ? JSON.parse(readFileSync(REPORT, 'utf8')) : {}
let failed = false

async function runEngine(name) {
  const start = Date.now()
  try {
    const { version, checks, bridges = [] } = await ENGINES[name]()
    const passed = checks.filter(({ ok }) => ok).length
    report[name] = { version, bridges, passed, of: checks.length }
    const seconds = Math.round((Date.now() - start) / 1000)
    console.log(`${name} ${version}: ${passed} of ${checks.length} checks passed, ${seconds} s`)
    for (const { name, ok, detail } of checks) if (!ok) console.log(`  ${name}\n    ${detail}`)
    failed ||= passed < checks.length || !checks.length
  } catch (error) {
    // One line where it is only not there; what it says where it should have run.
    const missing = error instanceof Missing
    console.log(`${name} ${missing ? `left out: ${error.message}` : `failed: ${error.stack}`}`)
    failed ||= !missing || !!process.env.REQUIRE_BROWSER
  }
}

// All at once, since each mostly waits for its pages' timers.
await Promise.all(
  Object.keys(ENGINES)
    .filter((name) => !only || name === only)
    .map(runEngine),
)

mkdirSync('reports', { recursive: true })
const sorted = Object.keys(ENGINES).filter((name) => report[name])
const inOrder = Object.fromEntries(sorted.map((name) => [name, report[name]]))
// As the formatter has it.
const text = JSON.stringify(inOrder, null, 2).replace(
  /\[\s+([^\]]*?)\s+\]/g,
  (_, list) => `[${list.replace(/\s+/g, ' ')}]`,
)
writeFileSync(REPORT, `${text}\n`)
for (const [file, text] of Object.entries(supportWithTables())) writeFileSync(file, text)
process.exit(failed ? 1 : 0)
