import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { explain } from '../../src/index'

const READMES = [
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh-Hans'],
] as const

const blocks = (file: string, language: string): string[] =>
  Array.from(
    readFileSync(file, 'utf8').matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g')),
    ([, code]) => code || '',
  )

/** What the snippets take for granted of their page. */
const PAGE = `
declare function show(...values: unknown[]): void
declare function showMyToast(text: string): void
declare function post(path: string, body: object): Promise<unknown>
`

/** Type errors of a snippet, as a module of a page that has this repository as \`upsdk-kit\`. */
function errorsOf(code: string): string[] {
  const name = 'snippet.ts'
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
    paths: { 'upsdk-kit': ['./src/index.ts'], 'upsdk-kit/*': ['./src/*.ts'] },
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  const source = `${code}\n${PAGE}`
  host.getSourceFile = (file, ...rest) =>
    file === name ? ts.createSourceFile(file, source, ts.ScriptTarget.ES2022) : getSourceFile(file, ...rest)
  host.fileExists = (file) => file === name || fileExists(file)
  host.readFile = (file) => (file === name ? source : readFile(file))
  return ts
    .getPreEmitDiagnostics(ts.createProgram([name], options, host))
    .map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'))
}

describe.each(READMES)('%s', (file, locale) => {
  it('has snippets that compile', { timeout: 60_000 }, () => {
    const snippets = blocks(file, 'ts')
    expect(snippets.length).toBeGreaterThanOrEqual(5)
    for (const snippet of snippets) expect(errorsOf(snippet), snippet).toEqual([])
  })

  it('has raw snippets that parse', () => {
    for (const snippet of blocks(file, 'js')) {
      const { diagnostics } = ts.transpileModule(snippet, { reportDiagnostics: true })
      expect(diagnostics).toEqual([])
    }
  })

  it('says of each front-end code what the user sees', () => {
    const text = readFileSync(file, 'utf8')
    for (const code of ['c02', '94', '95', '96', '97', '99']) {
      const { message, presentation } = explain(code, { locale })
      const shown = { toast: ['toast', '轻提示'], dialog: ['dialog', '弹窗'], none: [] }[presentation]
      const row = text.split('\n').find((line) => line.startsWith('|') && line.includes(message))
      expect(row, code).toContain(code)
      expect(
        shown.some((word) => row?.includes(word)),
        row,
      ).toBe(true)
    }
  })
})

it('both READMEs have the same code, but for comments and texts', () => {
  const shape = (block: string) =>
    block
      .replace(/\/\/.*/g, '')
      .replace(/'[^']*'|\ben(?=:)/g, "''")
      .replace(/\s+/g, '')
  expect(blocks('README.zh-CN.md', 'ts').map(shape)).toEqual(blocks('README.md', 'ts').map(shape))
  expect(blocks('README.zh-CN.md', 'html')).toEqual(blocks('README.md', 'html'))
})
