/**
 * Installs the packages of single folders from their own package-lock.json, unless that is done: `node
 * scripts/install.mjs examples bench`. So `npm ci` in the repository installs only what is needed every day.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * A copy of the lock that a folder was installed from. Times prove nothing, since npm writes its own notes even if it
 * installs nothing.
 */
const COPY = 'node_modules/.installed-lock.json'

/** @param command `install` for packages that name optional ones which were never published: `npm ci` refuses those */
export function install(folder, command = 'ci') {
  const place = resolve(root, folder)
  const lock = readFileSync(join(place, 'package-lock.json'), 'utf8')
  const copy = join(place, COPY)
  if (existsSync(copy) && readFileSync(copy, 'utf8') === lock) return
  console.log(`npm ${command} --prefix ${folder}`)
  execFileSync('npm', [command, '--prefix', folder, '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  writeFileSync(copy, lock)
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const folder of process.argv.slice(2)) install(folder)
