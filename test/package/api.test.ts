// @vitest-environment node
/** The published types equal the reports; `npm run build` comes first. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { apiReports } from '../../scripts/api.mjs'

const reports = apiReports()

describe('the API report', () => {
  it('exists for every import path but the locales, and for no other', () => {
    const paths = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).exports)
    const entries = paths.filter((path) => !/\.json$|^\.\/(locales|dist)\//.test(path))
    const files = entries.map((path) => `${path.slice(2) || 'index'}.api.md`)
    expect(readdirSync('reports/api').sort()).toEqual(files.sort())
  })

  // A failure here is a change of a public type. If it is intended: `npm run api`, and a line in CHANGELOG.md.
  it.each(Object.keys(reports))('%s has the types as they are built', (file) => {
    expect(readFileSync(file, 'utf8').replace(/\r\n/g, '\n')).toBe(reports[file])
  })

  it('has each type once, and without comments', () => {
    const core = reports['reports/api/core.api.md'] || ''
    expect(core).toContain('\n    UpsdkOptions,\n')
    expect(core).not.toContain('interface UpsdkOptions')
    expect(reports['reports/api/index.api.md']).toContain('\nexport interface UpsdkOptions {\n')
    expect(Object.values(reports).join('')).not.toMatch(/^ *(\/\/ (?!As |@deprecated)|\/?\*)/m)
  })
})
