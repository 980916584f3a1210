// @vitest-environment node
/** What `npm run lint:compat` finds in the sources: with nothing found, it might as well look at nothing. */
import { readFileSync } from 'node:fs'
import { ESLint } from 'eslint'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** Stands for any file of the sources. */
const FILE = 'src/window.ts'

/** With `CI=true` the parser reads what is on disk, and not the text it is given; unless it is told so. */
const overrideConfig = { languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } } }

/** What ESLint says of each line of a function in that file; it throws where ESLint says anything of another line. */
async function lint(lines: readonly string[]): Promise<string[][]> {
  const body = lines.map((line) => `  ;${line}`).join('\n')
  const text = `export function probe(element: HTMLElement, page: Window, maybe?: Navigator) {\n${body}\n}\n`
  const [result] = await new ESLint({ overrideConfig }).lintText(text, { filePath: FILE })
  const found = result?.messages || []
  const elsewhere = found.filter(({ line }) => line < 2 || line > lines.length + 1)
  if (elsewhere.length)
    throw new Error(elsewhere.map(({ line, message }) => `${line}: ${message}`).join('\n'))
  return lines.map((_, index) => found.filter(({ line }) => line === index + 2).map(({ message }) => message))
}

describe('the lint against newer APIs', () => {
  it('finds globals, statics and members that the oldest WebViews lack', async () => {
    const lines = {
      'new AbortController()': 'AbortController',
      'new ResizeObserver(() => {})': 'ResizeObserver',
      'void globalThis': 'globalThis',
      'structuredClone(1)': 'structuredClone',
      'page.visualViewport': 'Window.visualViewport',
      'maybe?.share({})': 'Navigator.share',
      'element.replaceChildren()': 'Element.replaceChildren',
      'element.animate([], 1)': 'Element.animate',
      "element.attachShadow({ mode: 'open' }).adoptedStyleSheets = []": 'ShadowRoot.adoptedStyleSheets',
      'new (page as Window & typeof globalThis).AbortController()': 'window.AbortController',
      'const { share } = page.navigator': 'Navigator.share',
      '/(?<=a)b/.exec("")': 'Lookbehind',
    }
    const found = await lint(Object.keys(lines))
    expect(found).toEqual(Object.values(lines).map((name) => [expect.stringContaining(name)]))
  }, 60_000)

  it('lets be what they have, what is tested for, and what is no part of the DOM', async () => {
    const lines = [
      "element.attachShadow({ mode: 'open' })",
      "element.closest('a')",
      'page.performance.now()',
      'const navigator: Partial<Navigator> = page.navigator; navigator.share?.({})',
      'const all: Partial<Window & typeof globalThis> = window; all.createImageBitmap?.(new Blob())',
      "if (typeof AbortController === 'function') new AbortController()",
      "const own = { share() {}, constructor: 1 }; own.share(); own.constructor; 'a'.length",
    ]
    expect(await lint(lines)).toEqual(lines.map(() => []))
  }, 60_000)

  it('is part of npm run lint, for all sources', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(scripts.lint).toContain('npm run lint:compat')
    expect(scripts['lint:compat']).toBe('tsc -p tsconfig.es2017.json && eslint src')
  })
})

describe('the types that the sources are checked against', () => {
  const { config } = ts.readConfigFile('tsconfig.es2017.json', ts.sys.readFile)
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, '.')

  it('know what ES2017 does', () => {
    const lines = {
      '[1].flat()': 'flat',
      '[1].at(0)': 'at',
      "'a'.replaceAll('a', 'b')": 'replaceAll',
      'Promise.resolve().finally(() => {})': 'finally',
      'Promise.allSettled([])': 'allSettled',
      'Object.fromEntries([])': 'fromEntries',
    }
    const text = ["'a'.padStart(2)", ...Object.keys(lines)].map((line) => `;${line}`).join('\n')
    const host = ts.createCompilerHost(options)
    const { getSourceFile } = host
    host.getSourceFile = (name, ...rest) =>
      name.endsWith(FILE)
        ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2017)
        : getSourceFile(name, ...rest)
    const program = ts.createProgram([FILE], options, host)
    const found = program
      .getSemanticDiagnostics(program.getSourceFile(FILE))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
    expect(found).toEqual(
      Object.values(lines).map((name) => expect.stringContaining(`Property '${name}' does not exist`)),
    )
  }, 30_000)

  it('are for every file', () => {
    expect(fileNames).toEqual(expect.arrayContaining([expect.stringContaining('src/index.ts')]))
    expect(fileNames.filter((name) => !name.includes('src/'))).toEqual([])
  })
})
