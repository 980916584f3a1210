/**
 * `npm run build`: builds `dist`, and writes dist/integrity.json, the hashes of the files for script tags. Arguments go to
 * rollup: `npm run build -- --configUnchecked` leaves the types to `npm run lint`.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { entries } from '../config/entries.js'

const options = process.argv.slice(2)
// The build of `npm test` has no development files and no declarations.
const isForTests = options.includes('--configTests')

async function rollup(...more) {
  const args = ['node_modules/rollup/dist/bin/rollup', '-c', ...options, ...more]
  const [code] = await once(spawn(process.execPath, args, { stdio: 'inherit' }), 'exit')
  if (code !== 0) process.exit(1)
}

rmSync('dist', { recursive: true, force: true })
// Beside each other: neither reads what the other makes.
await Promise.all(isForTests ? [rollup()] : [rollup(), rollup('--configTypes')])

const hash = (file) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`

const files = Object.values(entries).flatMap(({ global, developmentGlobal }) =>
  [global, developmentGlobal].filter(Boolean),
)
const built = isForTests ? files.filter((file) => existsSync(`dist/${file}`)) : files
const hashes = Object.fromEntries(built.map((file) => [file, hash(`dist/${file}`)]))
writeFileSync('dist/integrity.json', `${JSON.stringify(hashes, null, 2)}\n`)
