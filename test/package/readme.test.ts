import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { explain } from '../../src/index'
import { blocks, syntaxErrors, typeErrors } from '../support/snippets'

const READMES = [
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh-Hans'],
] as const

describe.each(READMES)('%s', (file, locale) => {
  it('has snippets that compile', { timeout: 60_000 }, () => {
    const snippets = blocks(file, 'ts')
    expect(snippets.length).toBeGreaterThanOrEqual(5)
    expect(typeErrors(snippets.map((code, index) => ({ name: `${file} ${index}.ts`, code })))).toEqual([])
  })

  it('has raw snippets that parse', () => {
    for (const snippet of blocks(file, 'js')) expect(syntaxErrors(snippet), snippet).toEqual([])
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
