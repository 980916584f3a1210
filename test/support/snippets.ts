/** Finds the code in Markdown files, and compiles it as a page that has the kit. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { typeProblems } from './typeProblems'

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

const OPTIONS = {
  strict: true,
  skipLibCheck: true,
  target: 'ES2022',
  module: 'ESNext',
  moduleResolution: 'bundler',
  // The names of one snippet do not reach the next.
  moduleDetection: 'force',
  jsx: 'react-jsx',
  types: [],
}
const KIT = { 'upsdk-kit': ['./src/index.ts'], 'upsdk-kit/*': ['./src/*.ts'] }

/** Inside the repository, whose packages snippets import. */
const CACHE = 'node_modules/.cache/upsdk-kit'

/** The folders in which packages are looked for, by the names of the packages. */
type Paths = Readonly<Record<string, readonly string[]>>

export interface Snippet {
  /** Its file, number and kind: 'docs/testing.md 3.ts'. */
  name: string
  code: string
}

const absolute = (paths: Paths) =>
  Object.fromEntries(
    Object.entries(paths).map(([name, targets]) => [name, targets.map((one) => resolve(one))]),
  )

/**
 * Type errors of snippets, each a module of its own, on a page that has this repository as `upsdk-kit`.
 *
 * @param more options of tsconfig.json; its `paths` are those of other packages
 */
export function typeErrors(
  snippets: readonly Snippet[],
  { paths, ...more }: { paths?: Paths; [option: string]: unknown } = {},
): string[] {
  mkdirSync(CACHE, { recursive: true })
  const folder = mkdtempSync(`${CACHE}/snippets-`)
  try {
    const files = new Map([
      ...Object.entries(PROJECT),
      ...snippets.map(({ name, code }) => [name, code] as const),
    ])
    for (const [name, code] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), code)
    }
    const compilerOptions = { ...OPTIONS, ...more, paths: absolute({ ...KIT, ...paths }) }
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: [...files.keys()] }),
    )
    return (
      typeProblems(folder)
        // `npm run lint` finds errors in the repository's own files.
        .filter(({ file }) => !file || files.has(file))
        .map(({ file, message }) => `${file}: ${message}`)
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
