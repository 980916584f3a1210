/**
 * The tarball works in projects as people have them: `npm run test:install`, after a build. Each installs it with
 * `npm install` and no flag, keeps its own versions, bundles a page with its own bundler, and the page works in a
 * wallet. A run takes one project of each family, as `npm run test:install -- vue` takes those whose name has the word;
 * `WHOLE=1` takes all, and `TEST_SEED=<seed>` draws the same ones again.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pack } from '../../scripts/subpaths.mjs'
import { DRAWN_WITH, drawOneOfEach } from '../support/drawn.mjs'
import { checks } from './checks.mjs'
import { projects } from './projects.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
if (!existsSync(join(root, 'dist/index.d.ts'))) throw new Error('npm run build comes first')

const [wanted = ''] = process.argv.slice(2)
const familyOf = ({ name }) => name.split(' ')[0]
const waiting = wanted
  ? projects.filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase()))
  : [...drawOneOfEach('projects', projects, familyOf)]
const folder = mkdtempSync(join(tmpdir(), 'upsdk-kit-install-'))
const { file: tarball } = pack(folder)
const sum = { passed: 0, failed: 0 }

/** One line, and under it what failed. */
async function run(project, number) {
  const start = Date.now()
  const failures = []
  const place = { ...project, tarball, folder: join(folder, String(number)) }
  const mine = checks.filter(({ where }) => !where || where(project))
  for (const { name, check } of mine) {
    try {
      await check(place)
      sum.passed++
    } catch (error) {
      sum.failed++
      failures.push(`    ${name}: ${error.message.trim().replace(/\n/g, '\n      ')}`)
      // Nothing after a failed install can work.
      if (name === 'installs') break
    }
  }
  const seconds = ((Date.now() - start) / 1000).toFixed(1)
  const outcome = failures.length ? 'failed' : `${mine.length} checks passed`
  console.log([`${project.name}: ${outcome}, ${seconds} s`, ...failures].join('\n'))
}

/** Takes the next project until there is none. */
async function work() {
  for (let project = waiting.shift(); project; project = waiting.shift()) await run(project, waiting.length)
}

try {
  await Promise.all([work(), work()])
} finally {
  rmSync(folder, { recursive: true, force: true })
}
if (sum.failed) console.log(DRAWN_WITH)
// `.ci/run` reads it.
console.log(`Install: ${sum.passed} passed, ${sum.failed} failed`)
process.exitCode = sum.failed || !sum.passed ? 1 : 0
