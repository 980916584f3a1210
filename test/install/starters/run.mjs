/**
 * From an empty folder to a payment in the simulated wallet, by the steps of the frameworks’ guides (docs/zh/vue.md and others) alone, and the
 * page's own tests by Playwright (`specs/`): `npm run starters`, after a build. The guide has the tarball in `vendor`, and
 * so has this. A run takes one starter of each group, drawn again each time; `WHOLE=1` takes all, and `TEST_SEED=<seed>`
 * draws the same ones again. A part of a name runs those that have it, `en` takes the English guide:
 * `npm run starters -- vue`, `npm run starters -- en`. Those with a large toolchain run only if they are named:
 * `npm run starters -- uni-app`, `npm run starters -- taro`.
 */
import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { findHeadless, whyNoBrowser } from '../../../scripts/chromium.mjs'
import { pack } from '../../../scripts/subpaths.mjs'
import { DRAWN_WITH, drawOneOfEach } from '../../support/drawn.mjs'
import { NPM_SETTINGS } from '../checks.mjs'
import { FIND_TOOLS, readSteps, starters, TEXTS } from './guide.mjs'
import { useOtherPages, useOwnUi, writeOtherPages } from './otherGuides.mjs'
import {
  checkBuild,
  PHONE,
  payInVain,
  payOn,
  runInShell,
  scriptBytes,
  serve,
  writeFiles,
} from './project.mjs'
import { addSpecs, INSTALL, runSpecs, serveBuild } from './specs.mjs'
import { withoutKit } from './withoutKit.mjs'

const root = fileURLToPath(new URL('../../..', import.meta.url))
if (!existsSync(join(root, 'dist/index.d.ts'))) throw new Error('npm run build comes first')
const executablePath = findHeadless()
if (!executablePath) throw new Error(`The starters open a browser: ${whyNoBrowser()}`)

const args = process.argv.slice(2)
const language = args.includes('en') ? 'en' : 'zh'
const wanted = (args.find((one) => one !== 'en') || '').toLowerCase()
const sdk = readFileSync(join(root, 'node_modules/js-upsdk/src/upsdk.js'), 'utf8')
const place = mkdtempSync(join(tmpdir(), 'upsdk-kit-starters-'))
const { file: tarball } = pack(place)
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })

/** How much larger the scripts of the build are than those of the same page without the kit's code. */
async function kitBytes(folder, { build }, { out, isBundled = true }) {
  const whole = scriptBytes(join(folder, out))
  if (!isBundled) return whole
  const bare = await withoutKit(folder, async () => {
    rmSync(join(folder, out), { recursive: true })
    await runInShell(folder, build)
    return scriptBytes(join(folder, out))
  })
  return whole - bare
}

/** @returns a row of the table: seconds for each part, and the kit's bytes */
async function follow(starter, folder) {
  const steps = readSteps(starter, language)
  const texts = TEXTS[language]
  const times = [performance.now()]
  const mark = () => times.push(performance.now())
  mkdirSync(join(folder, 'vendor'), { recursive: true })
  cpSync(tarball, join(folder, 'vendor', basename(tarball)))
  for (const commands of steps.setUp) await runInShell(folder, commands, NPM_SETTINGS)
  mark()
  writeFiles(folder, steps.files)
  if (starter.isInOthers) writeOtherPages(folder, steps, language)
  const server = await serve(folder, steps.serve)
  const page = await browser.newPage(PHONE)
  try {
    const { paid } = await payOn(page, server.address, texts, sdk, starter)
    mark()
    await payInVain(page, server.address, texts, sdk, starter)
    times.push(times.at(-1) - paid)
    if (starter.isInOthers) await useOtherPages(page, server.address, texts, starter.dialog)
  } finally {
    server.stop()
  }
  const out = join(folder, starter.out)
  await runInShell(folder, steps.build)
  checkBuild(out)
  assert.equal((await runInShell(folder, FIND_TOOLS)).stdout, '', 'tools of developers')
  const whole = scriptBytes(out)
  const [start, installed, done, tapped] = times
  const seconds = [installed - start, tapped - installed, done - tapped, done - start]
  const row = [...seconds.map((ms) => (ms / 1000).toFixed(1)), await kitBytes(folder, steps, starter)]
  if (starter.library) await useOwnUi(folder, steps, starter, { page, whole, language, texts, sdk })
  await page.close()
  return [...row, await passSpecs(folder, steps, starter)]
}

/** The page's own tests by Playwright, as it is developed and as it is built. @returns how many passed */
async function passSpecs(folder, steps, { out, element }) {
  await runInShell(folder, INSTALL, NPM_SETTINGS)
  addSpecs(folder, executablePath)
  let passed = 0
  const run = async (server) => {
    try {
      passed += await runSpecs(folder, server.address, TEXTS[language], element)
    } finally {
      server.stop()
    }
  }
  await run(await serve(folder, steps.serve))
  rmSync(join(folder, out), { recursive: true })
  await runInShell(folder, steps.build)
  await run(await serveBuild(join(folder, out)))
  return passed
}

let failed = 0
const small = starters.filter(({ isLarge }) => !isLarge)
const drawn = drawOneOfEach('starters', small, ({ group }) => group)
const waiting = starters
  .map((starter, at) => ({ starter, at }))
  .filter(({ starter }) => (wanted ? starter.name.toLowerCase().includes(wanted) : drawn.includes(starter)))
const rows = []

/** Takes the next starter until there is none. */
async function work() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { starter, at } = next
    try {
      rows[at] = [starter.name, ...(await follow(starter, join(place, String(at))))]
      console.log(`${starter.name}: paid`)
    } catch (error) {
      failed++
      console.log(`${starter.name}: failed\n    ${error.message.trim().replace(/\n/g, '\n    ')}`)
    }
  }
}

try {
  // Two at a time: each waits for its downloads, its server and its pages.
  await Promise.all([work(), work()])
} finally {
  await browser.close()
  rmSync(place, { recursive: true, force: true })
}
const followed = rows.filter(Boolean)
console.log(`
| project | install, s | start, s | pay, s | from an empty folder, s | the kit in the build, bytes, min + gzip | specifications passed |
| --- | --- | --- | --- | --- | --- | --- |
${followed.map((row) => `| ${row.join(' | ')} |`).join('\n')}
`)
if (failed) console.log(DRAWN_WITH)
// `.ci/run` reads it.
console.log(`Starters: ${followed.length} passed, ${failed} failed`)
process.exitCode = failed || !followed.length ? 1 : 0
