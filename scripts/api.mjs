/**
 * `npm run api`, after a build: writes the types that each import path publishes to reports/api, so that a change of
 * one is a line in a diff. What `index` has stands there only, not in the reports of all that use it. Locales have one
 * type, which is in `index`, and no reports.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor'
import { entries } from '../config/entries.js'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Where the report of an entry is kept. */
export const reportOf = (name) => `reports/api/${name}.api.md`

/** What API Extractor says of an entry's types. */
function extract(name, folder) {
  const types = join(root, `dist/${name}.d.ts`)
  const compilerOptions = {
    target: 'ES2017',
    lib: ['ES2017', 'DOM'],
    module: 'esnext',
    moduleResolution: 'bundler',
    strict: true,
    types: [],
    // test/package/published-types.test.ts checks them.
    skipLibCheck: true,
  }
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: types,
      compiler: { overrideTsconfig: { compilerOptions, files: [types] } },
      apiReport: {
        enabled: true,
        reportFileName: 'report',
        reportFolder: folder,
        reportTempFolder: join(folder, 'temp'),
        // A type that only others name is published all the same.
        includeForgottenExports: true,
      },
      newlineKind: 'lf',
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        // About comments, which `npm run docs` looks after.
        extractorMessageReporting: { default: { logLevel: 'none' } },
        tsdocMessageReporting: { default: { logLevel: 'none' } },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, 'package.json'),
  })
  const problems = []
  const messageCallback = (message) => {
    message.handled = true
    if (message.category === 'Compiler' && message.logLevel !== 'none') problems.push(message.text)
  }
  Extractor.invoke(config, { localBuild: true, messageCallback })
  if (problems.length) throw new Error(`${name}: ${problems.join('\n')}`)
  return readFileSync(join(folder, 'report.api.md'), 'utf8')
}

/** The declarations of a report, without comments but for what is deprecated. */
const declarationsOf = (report) =>
  report
    .replace(/^[\s\S]*?```ts\n|```\s*$/g, '')
    .replace(/^( *\/\/) .*@deprecated.*$/gm, '$1 @deprecated')
    .replace(/^ *\/\/ (?!@deprecated).*\n/gm, '')
    .trim()
    .split('\n\n')

const withoutExport = (declaration) => declaration.replace(/^export /m, '')

/** The name that a declaration exports, if it does. */
const exportedName = (declaration) => declaration.match(/^export (?:\w+ )+?(\w+)\b(?! \w)/m)?.[1]

/** @param shared declarations that another report has */
function write(name, declarations, shared) {
  const isShared = (declaration) => shared.has(withoutExport(declaration))
  const names = declarations.filter(isShared).map(exportedName).filter(Boolean)
  const again = names.length ? [`// As upsdk-kit has them:\nexport {\n    ${names.join(',\n    ')},\n}`] : []
  const own = declarations.filter((declaration) => !isShared(declaration))
  const title = name === 'index' ? 'upsdk-kit' : `upsdk-kit/${name}`
  const code = [...again, ...own].join('\n\n')
  return `<!-- Written by \`npm run api\`. -->\n\n# ${title}\n\n\`\`\`ts\n${code}\n\`\`\`\n`
}

/** The reports of all entries, by their file. */
export function apiReports() {
  const folder = mkdtempSync(join(tmpdir(), 'upsdk-kit-api-'))
  try {
    const names = Object.keys(entries).filter((name) => !name.startsWith('locales/'))
    const found = new Map(names.map((name) => [name, declarationsOf(extract(name, folder))]))
    const shared = new Set(found.get('index').map(withoutExport))
    return Object.fromEntries(
      names.map((name) => [
        reportOf(name),
        write(name, found.get(name), name === 'index' ? new Set() : shared),
      ]),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const reports = apiReports()
  rmSync(join(root, 'reports/api'), { recursive: true, force: true })
  mkdirSync(join(root, 'reports/api'), { recursive: true })
  for (const file of Object.keys(reports)) writeFileSync(join(root, file), reports[file])
}
