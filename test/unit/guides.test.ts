import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import * as vitest from 'vitest'
import { describe, expect, it } from 'vitest'
import { reasons } from '../../src/failure/reasons'
import * as kit from '../../src/index'
import * as simulator from '../../src/simulator'
import { blocks, type Snippet, typeErrors } from '../support/snippets'

const guides = readdirSync('docs').filter((name) => name.endsWith('.md'))

const snippetsOf = (language: string): Snippet[] =>
  guides.flatMap((guide) =>
    blocks(`docs/${guide}`, language).map((code, index) => ({
      name: `docs/${guide} ${index}.${language}`,
      code,
    })),
  )

/** The scripts that stand in a page. */
const inlineScripts = (): Snippet[] =>
  snippetsOf('html').flatMap(({ name, code }) =>
    Array.from(code.matchAll(/<script>([\s\S]*?)<\/script>/g), ([, script], index) => ({
      name: `${name} ${index}.js`,
      code: script || '',
    })),
  )

const isForVant3 = ({ code }: Snippet) => code.startsWith('// Vant 3\n')

/** What a page with script tags has. */
const GLOBALS: Snippet = {
  name: 'globals.d.ts',
  code: `
declare var upsdk: any
declare const UpsdkKit: typeof import('upsdk-kit') & typeof import('upsdk-kit/inspector')
`,
}

describe('the guides', () => {
  it('have TypeScript that compiles', { timeout: 120_000 }, () => {
    const snippets = [...snippetsOf('ts'), ...snippetsOf('tsx')].filter((one) => !isForVant3(one))
    expect(snippets.length).toBeGreaterThanOrEqual(30)
    expect(typeErrors(snippets)).toEqual([])
  })

  it('have TypeScript for Vant 3 that compiles with it', { timeout: 60_000 }, () => {
    const snippets = snippetsOf('ts').filter(isForVant3)
    expect(snippets).toHaveLength(1)
    expect(typeErrors(snippets, { paths: { vant: ['./node_modules/vant-3/lib/index.d.ts'] } })).toEqual([])
  })

  it('have JavaScript that compiles', { timeout: 60_000 }, () => {
    const snippets = [...snippetsOf('js'), ...inlineScripts()]
    expect(snippets.length).toBeGreaterThanOrEqual(3)
    expect(typeErrors([...snippets, GLOBALS], { allowJs: true, checkJs: true, strict: false })).toEqual([])
  })

  it('have an index that names them all', () => {
    const index = readFileSync('docs/README.md', 'utf8')
    for (const guide of guides) if (guide !== 'README.md') expect(index).toContain(`](${guide})`)
  })

  it.each(guides)('%s has links that lead somewhere', (guide) => {
    const text = readFileSync(`docs/${guide}`, 'utf8').replace(/```[\s\S]*?```/g, '')
    for (const [, link = ''] of text.matchAll(/\]\(([^)]+)\)/g)) {
      if (/^https?:/.test(link)) continue
      const [file = '', heading] = link.split('#')
      const target = join(dirname(`docs/${guide}`), file)
      expect(existsSync(target), link).toBe(true)
      if (heading) expect(headingsOf(target), link).toContain(heading)
    }
  })

  it('say of each reason when to retry, and how it is shown', () => {
    const text = readFileSync('docs/error-handling.md', 'utf8')
    for (const [reason, { retry, presentation }] of Object.entries(reasons))
      expect(text).toContain(`| \`${reason}\` | ${retry} | ${presentation} |`)
  })
})

/** The anchors that GitHub makes of a file's headings. */
const headingsOf = (file: string): string[] =>
  Array.from(readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replace(/ /g, '-'),
  )

describe('the test in the guide to testing passes:', () => {
  const packages: Record<string, unknown> = { vitest, 'upsdk-kit': kit, 'upsdk-kit/simulator': simulator }
  const code = blocks('docs/testing.md', 'ts').find((snippet) => snippet.includes("from 'vitest'")) || ''
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  })
  new Function('require', 'exports', outputText)((name: string) => packages[name], {})
})
