// @vitest-environment node
/** An assistant that has only docs/llms.txt, or the site’s llms-full.txt, writes a page that compiles. */

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { methodNames } from '../../scripts/methods.mjs'
import { siteLlms } from '../../scripts/site/llms'
import { commonCodes } from '../../src/failure/codes'
import { serverCodes } from '../../src/server-codes'
import { blocks, typeErrors } from '../support/snippets'

const FULL = 'llms-full.txt'
const FILES = ['docs/llms.txt', FULL] as const
const full = siteLlms()[FULL]
const read = (file: string): string => (file === FULL ? full : readFileSync(file, 'utf8'))
const { exports: paths } = JSON.parse(read('package.json')) as { exports: Record<string, unknown> }
const entries = Object.keys(paths).filter((path) => !/\.json$|^\.\/dist\//.test(path))

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

describe.each(FILES)('the text for assistants %s', (file) => {
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

  it('says in its header what it is for, in the form that assistants read', () => {
    expect(text).toMatch(/^---\nname: [a-z-]{1,64}\ndescription: .{100,1024}\n---\n/)
  })

  it('has snippets that compile', () => {
    const snippets = blocks(file, 'ts').map((code, at) => ({ name: `SKILL.md ${at}.ts`, code }))
    expect(snippets).not.toEqual([])
    expect(typeErrors(snippets)).toEqual([])
  })

  it('names guides that exist', () => {
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

  it('has no broken link', () => {
    const links = [...read('docs/llms.txt').matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => `docs/${link}`)
    expect(links.length).toBeGreaterThan(10)
    expect(links.filter((link) => !existsSync(link))).toEqual([])
  })
})

describe(FULL, () => {
  it('has every method and every code', () => {
    expect(methodNames.filter((name) => !full.includes(`- \`${name}`))).toEqual([])
    const codes = [...new Set([...Object.keys(commonCodes()), ...Object.keys(serverCodes)])]
    const told = [...full.matchAll(/^- (\w+): [\w-]+, retry \w+/gm)].map(([, code]) => code)
    expect(told.sort()).toEqual(codes.sort())
  })
})
