/**
 * `npm run generate`: writes what is made of something else: what package.json says of the entries, the tables of methods in the sources, docs/codes.md and
 * the codes that the command line knows, the tables of wallets and of engines, docs/llms.txt. test/package/generated.test.ts checks that all are current. What is made of a build
 * has `npm run api`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'
import { withEntries } from '../config/entries.js'
import { supportWithTables } from './engines-table.mjs'
import { methodTables } from './method-table.mjs'
import { guidesWithTables } from './wallets.mjs'

const root = new URL('../', import.meta.url)

/** `exports` and `files` follow from the entries. */
function packageJson() {
  const now = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
  return { 'package.json': `${JSON.stringify(withEntries(now), null, 2)}\n` }
}

async function codeTables() {
  const path = fileURLToPath(new URL('scripts/codes-page.ts', root))
  const { module } = await runnerImport(path, { logLevel: 'warn' })
  return { 'docs/codes.md': module.codesPage(), 'bin/commandLine.mjs': module.commandLine() }
}

/** For assistants that write pages: of the package, and llms-full.txt of it, which nobody reviews and git has not. */
async function makeLlms() {
  const path = fileURLToPath(new URL('scripts/site/llms.ts', root))
  const { module } = await runnerImport(path, { logLevel: 'warn' })
  return module.makeLlms()
}
const llms = async () => ({ 'docs/llms.txt': (await makeLlms())['llms.txt'] })
export const fullLlms = async () => ({ 'docs/llms-full.txt': (await makeLlms())['llms-full.txt'] })

/** In this order: what is made later may be made of what is before it. Each gives texts by their file. */
export const makers = [packageJson, methodTables, codeTables, guidesWithTables, supportWithTables, llms]

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.chdir(fileURLToPath(root))
  // `npm pack` wants what only the package has.
  const wanted = process.argv.includes('--full') ? [fullLlms] : makers
  for (const make of wanted)
    for (const [file, text] of Object.entries(await make())) writeFileSync(file, text)
}
