/**
 * `npm run check`, before a pull request: the cheap half of CI. First what fails by itself, in two minutes, and it stops at the
 * first failure: the types, what is generated, the build, the API reports, the sizes, the texts in Chinese, the
 * reference. Then everything about the package. What is generated and the reports are written anew, and it says which
 * of them changed: they belong to the change.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './builds.mjs'
import { stopUnlessUsable } from './checkout.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
stopUnlessUsable()

/** Everything that differs from the last commit, with its content's hash. */
const changes = () => {
  const files = execFileSync('git', ['diff', '--name-only', '-z', 'HEAD'], { encoding: 'utf8' }).split('\0')
  return new Map(
    files
      .filter(Boolean)
      .map((file) => [file, spawnSync('git', ['hash-object', file], { encoding: 'utf8' }).stdout]),
  )
}

const node = (...args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0
const npmRun = (name) =>
  spawnSync('npm', ['run', '--silent', name], { stdio: 'inherit', shell: process.platform === 'win32' })
    .status === 0
const vitest = (...args) => node('node_modules/vitest/vitest.mjs', 'run', ...args)

function build() {
  try {
    buildIfStale()
    return true
  } catch {
    // It has said why.
    return false
  }
}

/** Each returns whether it passed. What comes later reads what earlier ones made. */
const STEPS = {
  types: () => npmRun('types'),
  'what is generated': () => node('scripts/generate.mjs'),
  build,
  'API reports': () => node('scripts/api.mjs'),
  sizes: () => node('scripts/sizes.mjs'),
  'reference (npm run docs)': () => npmRun('docs'),
  'the package': () => vitest('--project', 'package'),
}

const before = changes()
for (const [name, passes] of Object.entries(STEPS)) {
  const start = performance.now()
  console.log(`\n── ${name}`)
  const isOk = passes()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${isOk ? '✓' : '✗'} ${name}, ${seconds} s`)
  if (isOk) continue
  process.exitCode = 1
  break
}

const written = [...changes()].filter(([file, hash]) => before.get(file) !== hash).map(([file]) => file)
if (written.length) console.log(`\nWritten anew, to be committed with the change:\n  ${written.join('\n  ')}`)
