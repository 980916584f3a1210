// @vitest-environment node
/** `npm run lint` refuses sources that the oldest WebViews could not run. */
import { relative } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { newerApis } from '../../scripts/newer-apis.mjs'

/** Globals, statics and members that the oldest WebViews lack, and the name that the check gives to each. */
const FOUND = {
  'new AbortController()': 'AbortController',
  'new ResizeObserver(() => {})': 'ResizeObserver',
  'void globalThis': 'globalThis',
  'structuredClone(1)': 'structuredClone',
  'queueMicrotask(() => {})': 'queueMicrotask',
  "URL.canParse('a')": 'URL.canParse',
  'page.visualViewport': 'Window.visualViewport',
  'maybe?.share({})': 'Navigator.share',
  'element.replaceChildren()': 'Element.replaceChildren',
  'element.animate([], 1)': 'Element.animate',
  "element.attachShadow({ mode: 'open' }).adoptedStyleSheets = []": 'ShadowRoot.adoptedStyleSheets',
  'new (page as Window & typeof globalThis).AbortController()': 'window.AbortController',
  'const { share } = page.navigator': 'Navigator.share',
  'const { share: own } = page.navigator': 'Navigator.share',
  'const form = new URLSearchParams() as URLSearchParams | FormData; form.forEach(String)':
    'FormData.forEach',
  '/(?<=a)b/.exec("")': 'Lookbehind',
  "if (typeof ResizeObserver === 'function') new AbortController()": 'AbortController',
  '// newer-api: for nothing': 'newer-api',
}

/** APIs that those WebViews have, that the code tests for, or that are no part of the DOM. */
const LET_BE = [
  "element.attachShadow({ mode: 'open' })",
  "element.closest('a')",
  'page.performance.now()',
  "URL.createObjectURL(new Blob(['a']))",
  'const navigator: Partial<Navigator> = page.navigator; navigator.share?.({})',
  'const all: Partial<Window & typeof globalThis> = window; all.createImageBitmap?.(new Blob())',
  "if (typeof AbortController === 'function') new AbortController()",
  "typeof AbortController === 'function' && new AbortController()",
  'let controller: AbortController | undefined; void controller',
  "const own = { share() {}, constructor: 1 }; own.share(); own.constructor; 'a'.length",
  '// newer-api: it is there, as the test says\nelement.replaceChildren()',
]

/** Syntax that is newer than ES2017, and the compiler's error. */
const LANGUAGE = {
  '[1].flat()': 'flat',
  '[1].at(0)': 'at',
  "'a'.replaceAll('a', 'b')": 'replaceAll',
  'Promise.resolve().finally(() => {})': 'finally',
  'Promise.allSettled([])': 'allSettled',
  'Object.fromEntries([])': 'fromEntries',
}

const { config } = ts.readConfigFile('config/tsconfig.es2017.json', ts.sys.readFile)
const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, 'config')

/** A program of one file, checked as the sources are. */
function programOf(text: string): [ts.Program, ts.SourceFile] {
  const name = 'src/probe.ts'
  const host = ts.createCompilerHost(options)
  const { getSourceFile } = host
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ES2017, true)
  host.getSourceFile = (asked, ...rest) => (asked === name ? file : getSourceFile(asked, ...rest))
  return [ts.createProgram([name], options, host), file]
}

const probe = (lines: readonly string[]) =>
  `export function probe(element: HTMLElement, page: Window, maybe?: Navigator) {\n${lines.map((line) => `{\n${line}\n}`).join('\n')}\n}\n`

it('the check for newer APIs finds newer globals, statics and members, each once', () => {
  const [program, file] = programOf(probe(Object.keys(FOUND)))
  expect(newerApis(program, file).map(({ name }) => name)).toEqual(Object.values(FOUND))
})

it('the check for newer APIs ignores APIs that are old, tested for or allowed', () => {
  const [program, file] = programOf(probe(LET_BE))
  expect(newerApis(program, file)).toEqual([])
})

it('the compiler refuses newer syntax', () => {
  const [program, file] = programOf(
    ["'a'.padStart(2)", ...Object.keys(LANGUAGE)].map((line) => `;${line}`).join('\n'),
  )
  const found = program
    .getSemanticDiagnostics(file)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
  expect(found).toEqual(
    Object.values(LANGUAGE).map((name) => expect.stringContaining(`Property '${name}' does not exist`)),
  )
})

it('the check for newer APIs reads all sources, except those of the Vite plug-in and of Playwright’s fixture', () => {
  const names = fileNames.map((name) => relative(process.cwd(), name))
  expect(names).toEqual(
    expect.arrayContaining(['src/index.ts', 'src/show/dom/elements.ts', 'wallet/page/client.ts']),
  )
  expect(names.filter((name) => !/^(src|wallet)\//.test(name) || /vite|\bplaywright/.test(name))).toEqual([])
})
