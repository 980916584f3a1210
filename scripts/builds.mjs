/** The two builds: `dist`, which is published, and what `npm test` loads, its main file alone, made in a fifth of the time. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const BUILD = 'dist'
export const TEST_BUILD = 'dist-test'

const root = fileURLToPath(new URL('..', import.meta.url))

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

const sourceTime = () => Math.max(...SOURCES.map((path) => newest(join(root, path))))

/** When a build was made: when its last file was written. 0 if there is none, or if it was stopped. */
const buildTime = (folder) => timeOf(join(root, folder, 'integrity.json'))

const isStale = (folder) => buildTime(folder) < sourceTime()

/** The build that browser tests load: the published one, unless it is older than the sources. */
export const testBuild = () => (isStale(BUILD) ? TEST_BUILD : BUILD)

function build(...options) {
  console.log(`npm run build -- ${options.join(' ')}`)
  execFileSync(process.execPath, ['scripts/build.mjs', ...options, '--silent'], {
    cwd: root,
    stdio: 'inherit',
  })
}

/** Builds `dist`, if it is older than the sources. */
export function buildIfStale() {
  if (isStale(BUILD)) build('--configUnchecked')
}

/** Builds what browser tests load, if both builds are older than the sources. */
export function buildForTestsIfStale() {
  if (isStale(testBuild())) build('--configTests')
}
