// @vitest-environment node
/** Files, commands and links that CONTRIBUTING, the architecture and the decisions name exist. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const TEXTS = [
  'CONTRIBUTING.md',
  'docs/architecture.md',
  'test/mutation/README.md',
  ...readdirSync('docs/decisions').map((name) => `docs/decisions/${name}`),
]
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file && existsSync(file))
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

/** Lists the code spans of a text. */
const codesIn = (text: string) =>
  [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)

describe.each(TEXTS)('%s', (file) => {
  const text = readFileSync(file, 'utf8')

  it('names files that exist', () => {
    const named = codesIn(text)
      .filter((code) => /^[\w./-]+(\.(ts|mjs|cjs|js|tsv|json|md|vue|yml)|\/)$/.test(code))
      // UnionPay's, and what is built.
      .filter((code) => !/^(upsdk|cordova)\.js$|^dist\//.test(code))
    const isThere = (name: string) =>
      name.endsWith('/')
        ? files.some((one) => `/${one}`.includes(`/${name}`))
        : files.some((one) => `/${one}`.endsWith(`/${name}`))
    expect(named.filter((name) => !isThere(name))).toEqual([])
  })

  it('names commands of package.json', () => {
    const named = codesIn(text).flatMap((code) =>
      [...code.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name),
    )
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })

  it('has links that lead somewhere', () => {
    const links = [...text.matchAll(/\]\(([^)#]+)/g)].map(([, link = '']) => link)
    expect(links.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([])
  })
})

it('CONTRIBUTING is what one needs to send a change', () => {
  expect(readFileSync('CONTRIBUTING.md', 'utf8').length).toBeLessThan(13_000)
  expect(codesIn(readFileSync('docs/architecture.md', 'utf8')).length).toBeGreaterThan(100)
})
