/** The last step of `npm run build`: writes dist/integrity.json, the hashes of the files for script tags. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { entries } from '../config/entries.js'

const hash = (file) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`

const files = Object.values(entries).flatMap(({ global, developmentGlobal }) =>
  [global, developmentGlobal].filter(Boolean),
)
// The build of `npm test` has no development files.
const isForTests = process.argv.includes('--configTests')
const built = isForTests ? files.filter((file) => existsSync(`dist/${file}`)) : files
const hashes = Object.fromEntries(built.map((file) => [file, hash(`dist/${file}`)]))
writeFileSync('dist/integrity.json', `${JSON.stringify(hashes, null, 2)}\n`)
