/**
 * `npm run build`: builds `dist`, and writes dist/integrity.json, the hashes of the files for script tags. Arguments go to
 * rollup: `npm run build -- --configUnchecked` leaves the types to `npm run lint`.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { entries } from '../config/entries.js'

rmSync('dist', { recursive: true, force: true })
const args = ['node_modules/rollup/dist/bin/rollup', '-c', ...process.argv.slice(2)]
execFileSync(process.execPath, args, { stdio: 'inherit' })

const hash = (file) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`

const files = Object.values(entries).flatMap(({ global, developmentGlobal }) =>
  [global, developmentGlobal].filter(Boolean),
)
// The build of `npm test` has no development files.
const isForTests = process.argv.includes('--configTests')
const built = isForTests ? files.filter((file) => existsSync(`dist/${file}`)) : files
const hashes = Object.fromEntries(built.map((file) => [file, hash(`dist/${file}`)]))
writeFileSync('dist/integrity.json', `${JSON.stringify(hashes, null, 2)}\n`)
