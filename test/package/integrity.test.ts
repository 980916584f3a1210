// @vitest-environment node
/** The hashes of the files for script tags, and that anybody gets these files again; `npm run build` comes first. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const hashes: Record<string, string> = JSON.parse(readFileSync('dist/integrity.json', 'utf8'))

describe('dist/integrity.json', () => {
  it('has every file for a script tag', () => {
    expect(Object.keys(hashes).sort()).toEqual(
      readdirSync('dist')
        .filter((file) => /\.min\.js$|^upsdk-kit(\.dev)?\.js$/.test(file))
        .sort(),
    )
  })

  it.each(Object.keys(hashes))('has what a browser makes of %s', (file) => {
    const bytes = readFileSync(`dist/${file}`)
    expect(hashes[file]).toBe(`sha384-${createHash('sha384').update(bytes).digest('base64')}`)
  })
})

describe('a second build, in another folder', () => {
  let folder = ''
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'upsdk-kit-built-again-')))
    for (const path of ['src', 'scripts', 'config', 'package.json', 'tsconfig.json', 'rollup.config.js'])
      cpSync(path, join(folder, path), { recursive: true })
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction')
    const node = (...args: string[]) =>
      execFileSync(process.execPath, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
    // Source maps name the packages where they seem to be, which is inside the folder.
    node('scripts/build.mjs', '--configUnchecked', '--silent', '--preserveSymlinks')
  }, 180_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('gives every file again, byte for byte', () => {
    const filesIn = (root: string) => readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()
    const files = filesIn('dist').filter((file) => /\.\w+$/.test(file))
    expect(filesIn(join(folder, 'dist'))).toEqual(filesIn('dist'))
    const differ = files.filter(
      (file) => !readFileSync(join('dist', file)).equals(readFileSync(join(folder, 'dist', file))),
    )
    // Where all do: dist is older than the sources.
    expect(differ).toEqual([])
  })
})
