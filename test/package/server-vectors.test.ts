// @vitest-environment node
/** The vectors of the guide to the server are what `examples/server` gives, in JavaScript and in Java. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blocks } from '../support/snippets'

interface ServerFile {
  sign(fields: Record<string, string>, hash?: string): string
  decrypt(text: string, key: string): string
}
const { sign, decrypt }: ServerFile = await import(pathToFileURL(resolve('examples/server/server.mjs')).href)
const JAVA = 'examples/server/java/Signatures.java'
const hasJava = spawnSync('javac', ['-version']).status === 0

let classes = ''
beforeAll(() => {
  classes = mkdtempSync(join(tmpdir(), 'upsdk-kit-java-'))
  if (hasJava) execFileSync('javac', ['-encoding', 'UTF-8', '-d', classes, JAVA])
})
afterAll(() => rmSync(classes, { recursive: true, force: true }))

const java = (...args: string[]) =>
  execFileSync('java', ['-cp', classes, 'Signatures', ...args], { encoding: 'utf8' })
    .trim()
    .split(/\r?\n/)

describe.each(['docs/server.md', 'docs/zh/server.md'])('the vectors of %s', (guide) => {
  const [block = ''] = blocks(guide, 'text').filter((text) => text.includes('SHA-256'))
  const lines = block.trim().split('\n')
  const signed = lines.flatMap((line, at) =>
    line.startsWith('appId=') ? [[line, lines[at + 1], lines[at + 2]]] : [],
  )
  const [encrypted = '', key = '', plain = ''] = lines.slice(-3)
  const fieldsOf = (text: string): Record<string, string> =>
    Object.fromEntries(text.split('&').map((field) => /^([^=]+)=(.*)$/.exec(field)?.slice(1) ?? []))

  it('equal what the example signs and decrypts', () => {
    expect(signed).toHaveLength(2)
    for (const [text = '', sha256, sm3] of signed) {
      expect(sha256).toBe(`SHA-256  ${sign(fieldsOf(text))}`)
      if (sm3?.startsWith('SM3')) expect(sm3).toBe(`SM3      ${sign(fieldsOf(text), 'sm3')}`)
    }
    expect(decrypt(encrypted, key)).toBe(plain)
  })

  it('equal its requests and answers too', () => {
    const text = readFileSync(guide, 'utf8')
    expect(text).toContain(`"signature":"${sign(fieldsOf(signed[0]?.[0] ?? ''))}"`)
    expect(text).toContain(`"mobile":"${encrypted}"`)
  })

  it.skipIf(!hasJava)('equal what the Java twin gives, compiled here', () => {
    for (const [text = '', sha256] of signed) {
      const [inOrder, signature] = java('sign', ...text.split('&').reverse())
      expect([inOrder, `SHA-256  ${signature}`]).toEqual([text, sha256])
    }
    expect(java('decrypt', encrypted, key)).toEqual([plain])
  })
})

it.skipIf(!hasJava)('the Java twin signs empty fields and Chinese as the example does', () => {
  const fields = { b: '云闪付', a: '', B: '1' }
  const given = Object.entries(fields).map(([name, value]) => `${name}=${value}`)
  expect(java('sign', ...given)[1]).toBe(sign(fields))
})
