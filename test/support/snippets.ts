/** The code in Markdown files: found, and compiled as a page that has the kit would be. */
import { readFileSync } from 'node:fs'
import ts from 'typescript'

/** The blocks of one language in a Markdown file, in order. */
export const blocks = (file: string, language: string): string[] =>
  Array.from(
    readFileSync(file, 'utf8').matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g')),
    ([, code]) => code || '',
  )

/** What snippets take for granted of their page. */
const PAGE = `
declare function show(...values: unknown[]): void
declare function showMyToast(text: string): void
declare function post(path: string, body: object): Promise<unknown>
`
const PAGE_FILE = 'page.d.ts'

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  // Names of one snippet are not those of the next.
  moduleDetection: ts.ModuleDetectionKind.Force,
  jsx: ts.JsxEmit.ReactJSX,
  types: [],
}
const KIT = { 'upsdk-kit': ['./src/index.ts'], 'upsdk-kit/*': ['./src/*.ts'] }

export interface Snippet {
  /** Where it stands, and its kind: 'docs/testing.md 3.ts'. */
  name: string
  code: string
}

/** Declarations, the DOM's above all, which take longer to read than all snippets do. */
const declarations = new Map<string, ts.SourceFile | undefined>()

/**
 * Type errors of snippets, each a module of its own, on a page that has this repository as `upsdk-kit`.
 *
 * @param more compiler options; its `paths` are those of other packages
 */
export function typeErrors(snippets: readonly Snippet[], more: ts.CompilerOptions = {}): string[] {
  const options = { ...OPTIONS, ...more, paths: { ...KIT, ...more.paths } }
  const sources = new Map(snippets.map(({ name, code }) => [name, code]))
  sources.set(PAGE_FILE, PAGE)
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  host.getSourceFile = (file, language, ...rest) => {
    const source = sources.get(file)
    if (source !== undefined) return ts.createSourceFile(file, source, language)
    if (!file.endsWith('.d.ts')) return getSourceFile(file, language, ...rest)
    if (!declarations.has(file)) declarations.set(file, getSourceFile(file, language, ...rest))
    return declarations.get(file)
  }
  host.fileExists = (file) => sources.has(file) || fileExists(file)
  host.readFile = (file) => sources.get(file) ?? readFile(file)
  return ts
    .getPreEmitDiagnostics(ts.createProgram(Array.from(sources.keys()), options, host))
    .map(
      ({ file, messageText }) =>
        `${file?.fileName || ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    )
}

/** What keeps plain JavaScript from being parsed. */
export const syntaxErrors = (code: string): string[] =>
  (ts.transpileModule(code, { reportDiagnostics: true }).diagnostics || []).map(({ messageText }) =>
    ts.flattenDiagnosticMessageText(messageText, '\n'),
  )
