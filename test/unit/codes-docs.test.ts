// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commonCodes, methodCodes } from '../../src/failure/codes'
import { serverCodes } from '../../src/server-codes'

describe('docs/codes.md', () => {
  const page = readFileSync('docs/codes.md', 'utf8')

  it('has every code', () => {
    const methods = methodCodes.ownCodes().flatMap(([, codes]) => Object.keys(codes))
    for (const catalogue of [commonCodes(), serverCodes]) {
      for (const code of Object.keys(catalogue)) expect(page).toContain(`\n| \`${code}\` |`)
    }
    for (const code of methods) expect(page).toContain(` | \`${code}\` | `)
  })

  it('has as many cells in every row of a table as its head has', () => {
    for (const table of page.split('\n\n').filter((part) => part.startsWith('|'))) {
      const widths = table
        .trim()
        .split('\n')
        .map((line) => line.split(/(?<!\\)\|/).length)
      expect(new Set(widths).size).toBe(1)
    }
  })
})
