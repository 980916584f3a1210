// @vitest-environment node
/** Packages that a test folder needs are installed again when its lock file has changed, in whatever way. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { install } from '../../scripts/install.mjs'

const folder = mkdtempSync(join(tmpdir(), 'upsdk-kit-install-'))
afterAll(() => rmSync(folder, { recursive: true }))

function declare(...names: string[]): void {
  const dependencies = Object.fromEntries(names.map((name) => [name, `file:./${name}`]))
  for (const name of names) {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, 'package.json'), JSON.stringify({ name, version: '1.0.0' }))
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }))
  execFileSync('npm', ['install', '--package-lock-only', '--no-audit', '--no-fund'], { cwd: folder })
}
const has = (name: string) => existsSync(join(folder, 'node_modules', name, 'package.json'))

it('an install is not skipped if the lock file was only rewritten', () => {
  declare('first')
  install(folder)
  expect([has('first'), has('second')]).toEqual([true, false])
  declare('first', 'second')
  expect(has('second')).toBe(false)
  install(folder)
  expect([has('first'), has('second')]).toEqual([true, true])
})

it('an install is skipped if everything is installed', () => {
  const mark = join(folder, 'node_modules/mark')
  writeFileSync(mark, '')
  install(folder)
  expect(existsSync(mark)).toBe(true)
})
