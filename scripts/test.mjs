/**
 * `npm test`: builds if the build is older than the sources, and runs the everyday test projects. Arguments go to
 * vitest: `npm test -- test/browser/ui.test.ts`, `npm test -- --project browser`.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

/** The last file that a build writes. */
const LAST = 'dist/integrity.json'
/** The time of a folder changes if a file is added or removed. */
const SOURCES = [
  'src',
  'wallet',
  'config',
  'rollup.config.js',
  'tsconfig.json',
  'node_modules/.package-lock.json',
]

const timeOf = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0)
const newest = (path) =>
  Math.max(
    timeOf(path),
    ...(existsSync(path) && statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map((file) => timeOf(join(path, file)))
      : []),
  )

if (timeOf(LAST) < Math.max(...SOURCES.map(newest))) {
  console.log('Building what the tests load …')
  execFileSync(process.execPath, ['scripts/build.mjs', '--configTests', '--silent'], { stdio: 'inherit' })
}

const args = process.argv.slice(2)
const projects = args.includes('--project') ? [] : ['--project', 'unit', '--project', 'browser']
const vitest = ['node_modules/vitest/vitest.mjs', 'run', ...projects, ...args]
const { status } = spawnSync(process.execPath, vitest, { stdio: 'inherit' })
if (!args.length)
  console.log(
    'Left out: pages, package, install, engines. `npm run test:all` runs the first two, `.ci/run` all.',
  )
process.exitCode = status ?? 1
