/** Finds the code in Markdown files, and compiles it as a page that has the kit. */
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import ts from 'typescript'

/** The blocks of one language in a Markdown file, in order. */
export const blocks = (file: string, language: string): string[] =>
  Array.from(
    readFileSync(file, 'utf8').matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g')),
    ([, code]) => code || '',
  )

/** The globals that snippets expect of their page. */
const PAGE = `
declare function show(...values: unknown[]): void
declare function showMyToast(text: string): void
declare function post(path: string, body: object): Promise<unknown>
`
/** The other files of the guides' projects, which snippets import. */
const PROJECT = {
  'page.d.ts': PAGE,
  'files.d.ts': `
declare module '*.css'
declare module '*.vue' {
  const component: import('vue').Component
  export default component
}
`,
  'docs/wallet.ts': "import { createUpsdk } from 'upsdk-kit'\nexport const upsdk = createUpsdk()",
  'docs/App.tsx': 'export const App = () => null',
}

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  // The names of one snippet do not reach the next.
  moduleDetection: ts.ModuleDetectionKind.Force,
  jsx: ts.JsxEmit.ReactJSX,
  types: [],
}
const KIT = { 'upsdk-kit': ['./src/index.ts'], 'upsdk-kit/*': ['./src/*.ts'] }

export interface Snippet {
  /** Its file, number and kind: 'docs/testing.md 3.ts'. */
  name: string
  code: string
}

/** The parsed declarations, above all of the DOM, which take longer to read than all snippets. */
const declarations = new Map<string, ts.SourceFile | undefined>()

/**
 * Type errors of snippets, each a module of its own, on a page that has this repository as `upsdk-kit`.
 *
 * @param more compiler options; its `paths` are those of other packages
 */
export function typeErrors(snippets: readonly Snippet[], more: ts.CompilerOptions = {}): string[] {
  const options = { ...OPTIONS, ...more, paths: { ...KIT, ...more.paths } }
  const sources = new Map(snippets.map(({ name, code }) => [name, code]))
  for (const [name, code] of Object.entries(PROJECT)) sources.set(name, code)
  // An import between files is an absolute path.
  const sourceOf = (file: string) => sources.get(file) ?? sources.get(relative('', file))
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  host.getSourceFile = (file, language, ...rest) => {
    const source = sourceOf(file)
    if (source !== undefined) return ts.createSourceFile(file, source, language)
    if (!file.endsWith('.d.ts')) return getSourceFile(file, language, ...rest)
    if (!declarations.has(file)) declarations.set(file, getSourceFile(file, language, ...rest))
    return declarations.get(file)
  }
  host.fileExists = (file) => sourceOf(file) !== undefined || fileExists(file)
  host.readFile = (file) => sourceOf(file) ?? readFile(file)
  const program = ts.createProgram(Array.from(sources.keys()), options, host)
  // Errors in the repository's own files are left out: `npm run lint` finds them, and they take longer than all
  // snippets.
  const files = program.getSourceFiles().filter(({ fileName }) => sourceOf(fileName) !== undefined)
  return [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...files.flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]),
  ].map(
    ({ file, messageText }) =>
      `${file?.fileName || ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
  )
}
