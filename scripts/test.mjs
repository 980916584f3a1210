/**
 * `npm test`: the everyday tests, unit and browser. `npm test -- kit` leaves out the simulated wallet's, `npm test -- wallet`
 * runs those alone. Other arguments go to vitest: `npm test -- test/package/api.test.ts` runs a file of any project.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { stopUnlessUsable } from './checkout.mjs'
import { EVERY_DAY } from './everyDay.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
stopUnlessUsable()
// It imports a package, which is there only now.
const { findHeadless } = await import('./chromium.mjs')

const WALLET = 'test/wallet'
const PROJECTS = EVERY_DAY.flatMap((name) => ['--project', name])

const args = process.argv.slice(2)
const [part] = args

/** Makes vitest's arguments. */
function options() {
  if (part === 'kit') return [...PROJECTS, '--exclude', `${WALLET}/**`, ...args.slice(1)]
  if (part === 'wallet') return [WALLET, ...args.slice(1)]
  // Whoever names a file or a project means it, whichever it is.
  const isNamed = args.some((one) => one === '--project' || existsSync(one))
  return isNamed ? args : [...PROJECTS, ...args]
}

/** Says a variable that names no browser in a line of its own, before vitest says it in ten. */
function stopUnlessFound() {
  try {
    findHeadless()
  } catch ({ message }) {
    console.error(message)
    process.exit(1)
  }
}

stopUnlessFound()
const vitest = ['node_modules/vitest/vitest.mjs', 'run', ...options()]
const { status } = spawnSync(process.execPath, vitest, { stdio: 'inherit' })
if (!args.length)
  console.log(
    'Not part of it: pages, package, install, engines. `npm run check` is the cheap half of CI, `.ci/run` runs all.',
  )
process.exitCode = status ?? 1
