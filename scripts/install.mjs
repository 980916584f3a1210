/**
 * Installs what only some folder needs, from its own package-lock.json, unless that is done: `node scripts/install.mjs
 * examples bench`. So `npm ci` in the repository brings only what every day needs.
 */
import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** When npm last installed a folder, or its lock was last changed. */
const timeOf = (...path) => statSync(join(root, ...path), { throwIfNoEntry: false })?.mtimeMs ?? 0

export function install(folder) {
  const installed = timeOf(folder, 'node_modules/.package-lock.json')
  if (installed && installed >= timeOf(folder, 'package-lock.json')) return
  console.log(`npm ci --prefix ${folder}`)
  execFileSync('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const folder of process.argv.slice(2)) install(folder)
