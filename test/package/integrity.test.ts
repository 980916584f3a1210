// @vitest-environment node
/** The hashes of the files for script tags, and what `npm run build:again` compares; `npm run build` comes first. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { differences } from '../../scripts/build-again.mjs'

const hashes: Record<string, string> = JSON.parse(readFileSync('dist/integrity.json', 'utf8'))

describe('dist/integrity.json', () => {
  it('has every file for a script tag', () => {
    expect(Object.keys(hashes).sort()).toEqual(
      readdirSync('dist')
        .filter((file) => /\.min\.js$|^upsdk-kit(\.dev)?\.js$/.test(file))
        .sort(),
    )
  })

  it.each(Object.keys(hashes))('has the hash of %s that a browser computes', (file) => {
    const bytes = readFileSync(`dist/${file}`)
    expect(hashes[file]).toBe(`sha384-${createHash('sha384').update(bytes).digest('base64')}`)
  })
})

describe('a comparison of two builds', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'upsdk-kit-builds-'))
    const files = { 'a/index.js': 'one', 'a/dev/index.js': 'same', 'a/gone.js': 'old', 'b/index.js': 'two' }
    for (const [path, text] of Object.entries({
      ...files,
      'b/dev/index.js': 'same',
      'b/chunks/new.js': '',
    })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('lists files with other content, and files that one of them lacks', () => {
    const found = differences(join(folder, 'a'), join(folder, 'b'))
    expect(found).toEqual([join('chunks', 'new.js'), 'gone.js', 'index.js'])
  })
})
