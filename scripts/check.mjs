/**
 * `npm run check`, before a pull request: the cheap half of CI. Writes what is generated and the API reports anew, and says
 * which of them changed: they belong to the change. Then everything about the package, and its sizes.
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
const before = changes()

let status = 0
const run = (...args) => {
  if (spawnSync(process.execPath, args, { stdio: 'inherit' }).status !== 0) status = 1
}

run('scripts/generate.mjs')
buildIfStale()
run('scripts/api.mjs')
run('node_modules/vitest/vitest.mjs', 'run', '--project', 'package')
run('scripts/sizes.mjs')

const written = [...changes()].filter(([file, hash]) => before.get(file) !== hash).map(([file]) => file)
if (written.length) console.log(`\nWritten anew, to be committed with the change:\n  ${written.join('\n  ')}`)
process.exitCode = status
