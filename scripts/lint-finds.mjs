/** Part of `npm run lint:compat`: that it finds what it is for. With nothing found, it might as well look at nothing. */
import { ESLint } from 'eslint'

/** Globals, statics and members that the oldest WebViews lack, and what is said of each. */
const FOUND = {
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

/** What they have, what is tested for, and what is no part of the DOM. */
const LET_BE = [
  "element.attachShadow({ mode: 'open' })",
  "element.closest('a')",
  'page.performance.now()',
  'const navigator: Partial<Navigator> = page.navigator; navigator.share?.({})',
  'const all: Partial<Window & typeof globalThis> = window; all.createImageBitmap?.(new Blob())',
  "if (typeof AbortController === 'function') new AbortController()",
  "const own = { share() {}, constructor: 1 }; own.share(); own.constructor; 'a'.length",
]

/** With `CI=true` the parser reads what is on disk, and not the text it is given; unless it is told so. */
const overrideConfig = { languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } } }

const lines = [...Object.keys(FOUND), ...LET_BE]
const body = lines.map((line) => `  {${line}}`).join('\n')
const text = `export function probe(element: HTMLElement, page: Window, maybe?: Navigator) {\n${body}\n}\n`
// Stands for any file of the sources.
const [{ messages }] = await new ESLint({ overrideConfig }).lintText(text, { filePath: 'src/index.ts' })

const wrong = []
for (const [index, line] of lines.entries()) {
  const said = messages.filter((message) => message.line === index + 2).map(({ message }) => message)
  const wanted = FOUND[line]
  const right = wanted ? said.length === 1 && said[0].includes(wanted) : !said.length
  if (!right) wrong.push(`${line}\n    says ${JSON.stringify(said)}, and should say ${wanted || 'nothing'}`)
}
for (const { line, message } of messages)
  if (line < 2 || line > lines.length + 1) wrong.push(`line ${line}: ${message}`)
if (wrong.length) {
  console.error(`The lint does not find what it should:\n  ${wrong.join('\n  ')}`)
  process.exitCode = 1
}
