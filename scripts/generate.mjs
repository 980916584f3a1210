/**
 * `npm run generate`: writes the generated files, and says which of them changed: package.json's part about the entries, the tables of methods in the
 * sources, docs/codes.md and the codes that the command line knows, the phone's copy of snippets, the tables of wallets, engines and situations,
 * docs/llms.txt.
 * test/package/generated.test.ts checks that all are current. `npm run api` writes those that need a build.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'
import { withEntries } from '../config/entries.js'
import { supportWithTables } from './engines-table.mjs'
import { indexTables } from './index-tables.mjs'
import { methodTables } from './method-table.mjs'
import { guidesWithSnippets, phoneSnippets } from './snippets.mjs'
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

async function situations() {
  const path = fileURLToPath(new URL('scripts/situations.ts', root))
  const { module } = await runnerImport(path, { logLevel: 'warn' })
  return module.situationTables()
}

async function llms() {
  const path = fileURLToPath(new URL('scripts/site/llms.ts', root))
  const { module } = await runnerImport(path, { logLevel: 'warn' })
  return { 'docs/llms.txt': module.packageLlms() }
}

/**
 * The generators, each of which makes texts by file. The order matters, since a later one may read the files of an
 * earlier one.
 */
export const makers = [
  packageJson,
  methodTables,
  codeTables,
  guidesWithSnippets,
  phoneSnippets,
  indexTables,
  guidesWithTables,
  supportWithTables,
  situations,
  llms,
]

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.chdir(fileURLToPath(root))
  const written = []
  for (const make of makers)
    for (const [file, text] of Object.entries(await make())) {
      if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
      writeFileSync(file, text)
      written.push(file)
    }
  console.log(written.length ? `Written anew: ${written.join(', ')}` : 'Every generated file was current.')
}
