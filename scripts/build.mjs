/**
 * `npm run build`: builds `dist`, and writes dist/integrity.json, the hashes of the files for script tags. Arguments go to
 * rollup: `npm run build -- --configUnchecked` leaves the types to `npm run lint`.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { entries } from '../config/entries.js'
import { BUILD, TEST_BUILD } from './builds.mjs'
import { stopUnlessUsable } from './checkout.mjs'

stopUnlessUsable()

const options = process.argv.slice(2)
// The build of `npm test` has no development files and no declarations, and leaves `dist` as it is.
const isForTests = options.includes('--configTests')
const folder = isForTests ? TEST_BUILD : BUILD

async function rollup(...more) {
  const args = ['node_modules/rollup/dist/bin/rollup', '-c', ...options, ...more]
  const [code] = await once(spawn(process.execPath, args, { stdio: 'inherit' }), 'exit')
  if (code !== 0) process.exit(1)
}

rmSync(folder, { recursive: true, force: true })
// Beside each other: neither reads what the other makes.
await Promise.all(isForTests ? [rollup()] : [rollup(), rollup('--configTypes')])

const hash = (file) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`

const files = Object.values(entries).flatMap(({ global, developmentGlobal }) =>
  [global, developmentGlobal].filter(Boolean),
)
const built = isForTests ? files.filter((file) => existsSync(`${folder}/${file}`)) : files
const hashes = Object.fromEntries(built.map((file) => [file, hash(`${folder}/${file}`)]))
writeFileSync(`${folder}/integrity.json`, `${JSON.stringify(hashes, null, 2)}\n`)
