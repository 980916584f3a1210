/**
 * `npm run build:again`, after a build: builds a copy of the sources in another folder, and compares every file of `dist`
 * byte for byte. Anybody gets the files again whose hashes dist/integrity.json has.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const SOURCES = ['src', 'wallet', 'scripts', 'config', 'package.json', 'tsconfig.json', 'rollup.config.js']

function buildIn(folder) {
  for (const path of SOURCES) cpSync(join(root, path), join(folder, path), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  // Source maps name the packages where they seem to be, which is inside the folder.
  const args = ['scripts/build.mjs', '--configUnchecked', '--silent', '--preserveSymlinks']
  execFileSync(process.execPath, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
}

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => extname(file))

/** Lists the files that only one of the folders has, and those that differ. */
export function differences(one, other) {
  const [here, there] = [filesIn(one), filesIn(other)]
  const isSame = (file) =>
    here.includes(file) &&
    there.includes(file) &&
    readFileSync(join(one, file)).equals(readFileSync(join(other, file)))
  return [...new Set([...here, ...there])].filter((file) => !isSame(file)).sort()
}

function main() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'upsdk-kit-built-again-')))
  try {
    buildIn(folder)
    const differ = differences(join(root, 'dist'), join(folder, 'dist'))
    const count = filesIn(join(root, 'dist')).length
    // Where all do, dist is older than the sources.
    if (differ.length) console.error(`${differ.length} of ${count} files differ:\n  ${differ.join('\n  ')}`)
    else console.log(`A second build gives the same ${count} files, byte for byte.`)
    process.exitCode = differ.length ? 1 : 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
