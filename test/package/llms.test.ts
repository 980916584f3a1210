// @vitest-environment node
/** An assistant that has only docs/llms.txt and docs/llms-full.txt writes a page that compiles. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fullLlms } from '../../scripts/generate.mjs'
import { blocks, typeErrors } from '../support/snippets'

const FILES = ['docs/llms.txt', 'docs/llms-full.txt'] as const
/** Made for the package alone, which `npm pack` does. */
const { 'docs/llms-full.txt': full } = await fullLlms()
const read = (file: string): string => (file === 'docs/llms-full.txt' ? full : readFileSync(file, 'utf8'))
const { exports: paths } = JSON.parse(read('package.json')) as { exports: Record<string, unknown> }
const entries = Object.keys(paths).filter((path) => path !== './package.json')

/** The names that an entry's report has as exported: `npm run api` writes them. */
const reported = (entry: string): string[] => {
  const file = `reports/api/${entry === '.' ? 'index' : entry.slice(2)}.api.md`
  if (!existsSync(file)) return []
  const text = read(file)
  return [
    ...text.matchAll(
      /^export (?:declare )?(?:abstract )?(?:class|const|function|interface|type|let|enum) (\w+)/gm,
    ),
  ].map(([, name = '']) => name)
}

describe.each(FILES)('%s', (file) => {
  const text = read(file)
  const lineOf = (entry: string) =>
    text.split('\n').find((line) => line.startsWith(`- \`upsdk-kit${entry.slice(1)}\`: `)) ?? ''

  it.each(entries)('names all that the import path %s exports', (entry) => {
    const names = lineOf(entry).split(': ')[1]?.split(', ') ?? []
    expect(names.length).toBeGreaterThan(0)
    expect(reported(entry).filter((name) => !names.includes(name))).toEqual([])
  })
})

describe('docs/skill/SKILL.md', () => {
  const file = 'docs/skill/SKILL.md'
  const text = read(file)

  it('says in its head what it is for, as assistants read it', () => {
    expect(text).toMatch(/^---\nname: [a-z-]{1,64}\ndescription: .{100,1024}\n---\n/)
  })

  it('has snippets that compile', () => {
    const snippets = blocks(file, 'ts').map((code, at) => ({ name: `SKILL.md ${at}.ts`, code }))
    expect(snippets).toHaveLength(2)
    expect(typeErrors(snippets)).toEqual([])
  })

  it('names guides that are in the package', () => {
    const named = [...text.matchAll(/`docs\/([\w-]+\.(?:md|txt))`/g)].map(([, name]) => `docs/${name}`)
    expect(named.length).toBeGreaterThan(2)
    expect(named.filter((name) => !existsSync(name))).toEqual([])
  })
})

describe('docs/llms.txt', () => {
  it('has snippets that compile', () => {
    const snippets = blocks('docs/llms.txt', 'ts').map((code, at) => ({ name: `llms.txt ${at}.ts`, code }))
    expect(snippets.length).toBeGreaterThan(1)
    expect(typeErrors(snippets)).toEqual([])
  })

  it('has links that lead somewhere', () => {
    const links = [...read('docs/llms.txt').matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => `docs/${link}`)
    expect(links.length).toBeGreaterThan(10)
    const made = 'docs/llms-full.txt'
    expect(links.filter((link) => link !== made && !existsSync(link))).toEqual([])
    expect(JSON.parse(read('package.json')).scripts.prepack).toContain('generate.mjs --full')
  })
})

describe('docs/llms-full.txt', () => {
  it('has every method and every code', () => {
    const methods = read('src/call/methods.tsv').trim().split('\n').slice(1)
    expect(
      methods.map((line) => line.split('\t')[0]).filter((name) => !full.includes(`- \`${name}`)),
    ).toEqual([])
    expect(full.match(/^- \w+: [\w-]+, retry \w+/gm)).toHaveLength(84)
  })
})
