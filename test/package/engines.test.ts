// @vitest-environment node
/**
 * The published statements about engines equal the runs (`npm run test:engines`), and the pages of those runs are
 * ES5.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'acorn'
import { describe, expect, it } from 'vitest'
import { type EngineReport, REPORT } from '../../scripts/engines-table.mjs'

const report: EngineReport = JSON.parse(readFileSync(REPORT, 'utf8'))

describe('the support line', () => {
  it('rests on runs on every engine, with no failed check', () => {
    expect(Object.keys(report)).toEqual(['v8', 'chromium64', 'webkit', 'firefox'])
    for (const { passed, of } of Object.values(report)) {
      expect(of).toBeGreaterThan(30)
      expect(passed).toBe(of)
    }
  })

  it('rests on the same checks for every browser, over both bridges', () => {
    const { v8: _withoutPages, ...browsers } = report
    expect(new Set(Object.values(browsers).map(({ of }) => of)).size).toBe(1)
    for (const { bridges } of Object.values(browsers)) expect(bridges).toEqual(['cordova', 'jsbridge'])
  })
})

describe('a page that runs on old engines', () => {
  const folder = 'test/engines/pages'

  it.each(readdirSync(folder))('is ES5 except for the import of modules: %s', (file) => {
    const source = readFileSync(`${folder}/${file}`, 'utf8').replace(/^import .*$/gm, '')
    expect(() => parse(source, { ecmaVersion: 5 })).not.toThrow()
  })
})
