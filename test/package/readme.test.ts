import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { explain } from '../../src/index'
import { blocks, syntaxErrors, typeErrors } from '../support/snippets'

const READMES = [
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh-Hans'],
] as const

let known: string[] | undefined

/** What the package has. */
function packed(): string[] {
  if (known) return known
  const [{ files }] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  ) as [{ files: { path: string }[] }]
  known = files.map(({ path }) => path)
  return known
}

/** What stands where, on the first screens: each comes after the one before it. */
const ORDER = {
  en: [
    'It solves three problems',
    'Beta, and never run in a real wallet',
    'no 1.0 before one published trace each from an iOS and an Android wallet',
    "import { createUpsdk } from 'upsdk-kit'",
    'docs/phones.en.png',
    'npm ci && npm run demo',
    '## Status',
    '## Install and use',
  ],
  'zh-Hans': [
    '解决三个问题',
    '测试版，从未在真机的云闪付里运行过',
    '取消、被拒、没有返回的支付各一笔，才会发布 1.0',
    "import { createUpsdk } from 'upsdk-kit'",
    'docs/phones.zh.png',
    'npm ci && npm run demo',
    '## 现状',
    '## 安装与使用',
  ],
}

describe.each(READMES)('%s', (file, locale) => {
  it('has snippets that compile', { timeout: 60_000 }, () => {
    const snippets = blocks(file, 'ts')
    expect(snippets.length).toBeGreaterThanOrEqual(5)
    expect(typeErrors(snippets.map((code, index) => ({ name: `${file} ${index}.ts`, code })))).toEqual([])
  })

  it('says what it is, that it is beta, and how it looks, before anything else', () => {
    const text = readFileSync(file, 'utf8')
    const places = ORDER[locale].map((words) => text.indexOf(words))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((one, other) => one - other))
    // Code on the first screen: three lines of it.
    const [first = ''] = blocks(file, 'ts')
    expect(first.trim().split('\n')).toHaveLength(3)
    expect(text.slice(0, text.indexOf(first)).split('\n').length).toBeLessThan(16)
  })

  it('names what people do not find by themselves', () => {
    const text = readFileSync(file, 'utf8')
    const domain = locale === 'en' ? 'a domain that is registered' : '已在开放平台登记的域名'
    for (const name of ['`examples/`', 'appletExplicitAuth', 'vConsole', "'upsdk-kit/dev'", domain])
      expect(text).toContain(name)
    expect(text).not.toContain('<!-- engines')
  })

  it('has no link that the package has not', () => {
    const files = packed()
    const links = [...readFileSync(file, 'utf8').matchAll(/\]\(([^)#]+)/g)].map(([, link = '']) => link)
    expect(links.length).toBeGreaterThan(15)
    expect(links.filter((link) => !/^https:/.test(link) && !files.includes(link))).toEqual([])
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
