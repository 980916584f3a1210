/**
 * `npm run api`, after a build: writes the types of each import path to reports/api, so that a change of a type is a
 * line in a diff. Types of `index` are only in its report, not in those of other paths that use them. Locales have no
 * reports, since their one type is in `index`.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor'
import { entries } from '../config/entries.js'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Gets the path of the report of an entry. */
export const reportOf = (name) => `reports/api/${name}.api.md`

/** Extracts an entry's types with API Extractor. */
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
        // A type that only other types name is published too.
        includeForgottenExports: true,
      },
      newlineKind: 'lf',
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        // These messages are about comments, which `npm run docs` checks.
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

/** Gets the declarations of a report, without comments except deprecations. */
const declarationsOf = (report) =>
  report
    .replace(/^[\s\S]*?```ts\n|```\s*$/g, '')
    .replace(/^( *\/\/) .*@deprecated.*$/gm, '$1 @deprecated')
    .replace(/^ *\/\/ (?!@deprecated).*\n/gm, '')
    .trim()
    .split('\n\n')

const withoutExport = (declaration) => declaration.replace(/^export /m, '')

/** Gets the name that a declaration exports, if any. */
const exportedName = (declaration) => declaration.match(/^export (?:\w+ )+?(\w+)\b(?! \w)/m)?.[1]

/** @param shared declarations in another report */
function write(name, declarations, shared) {
  const isShared = (declaration) => shared.has(withoutExport(declaration))
  const names = declarations.filter(isShared).map(exportedName).filter(Boolean)
  const again = names.length ? [`// As upsdk-kit has them:\nexport {\n    ${names.join(',\n    ')},\n}`] : []
  const own = declarations.filter((declaration) => !isShared(declaration))
  const title = name === 'index' ? 'upsdk-kit' : `upsdk-kit/${name}`
  const code = [...again, ...own].join('\n\n')
  return `<!-- Written by \`npm run api\`. -->\n\n# ${title}\n\n\`\`\`ts\n${code}\n\`\`\`\n`
}

/** Makes the reports of all entries, by file. */
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
