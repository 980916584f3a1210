import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { explain } from '../../src/index'
import { headingsOf } from '../support/headings'
import { blocks, typeErrors } from '../support/snippets'

const READMES = [
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh-Hans'],
] as const

let known: string[] | undefined

/** The files of the package. */
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

/** Headings and words in their order: each comes after the one before it. */
const ORDER = {
  en: [
    'A TypeScript wrapper around `upsdk`',
    'docs/phones.en.png',
    'Status: beta, not yet on npm, and never run in the wallet on a real phone',
    '1.0 will ship after we publish a trace from iOS and one from Android',
    '## Install',
    "import { createUpsdk } from 'upsdk-kit'",
    '## I want to',
    '## Payments',
    '## Outside the wallet',
    '## Guides',
    'Not affiliated with China UnionPay',
  ],
  'zh-Hans': [
    '`upsdk` 的 TypeScript 封装',
    'docs/phones.zh.png',
    '现状：测试版，尚未发布到 npm，也从未在真机的云闪付里运行过',
    '各公开一份真机记录（含取消、被拒、没有返回的支付）之后，才发布 1.0',
    '## 安装',
    "import { createUpsdk } from 'upsdk-kit'",
    '## 我想……',
    '## 支付',
    '## 在云闪付之外',
    '## 指南',
    '与中国银联没有关联',
  ],
}

describe.each(READMES)('%s', (file, locale) => {
  it('has snippets that compile', () => {
    const snippets = blocks(file, 'ts')
    expect(snippets.length).toBeGreaterThanOrEqual(3)
    expect(typeErrors(snippets.map((code, index) => ({ name: `${file} ${index}.ts`, code })))).toEqual([])
  })

  it('shows in twenty seconds what it is, how it looks, that it is beta, and how to begin', () => {
    const text = readFileSync(file, 'utf8')
    const places = ORDER[locale].map((words) => text.indexOf(words))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(text.trim().split('\n').length).toBeLessThanOrEqual(120)
    // The first screen has the install command and at most eight lines of code.
    const [first = ''] = blocks(file, 'ts')
    expect(first.trim().split('\n').length).toBeLessThanOrEqual(8)
    expect(text.slice(0, text.indexOf(first)).split('\n').length).toBeLessThan(25)
  })

  it('has the two commands of the repository in one block, each complete', () => {
    const commands = blocks(file, 'sh').map((block) => block.trim().replace(/ *#.*/gm, '').split('\n'))
    expect(commands).toContainEqual(['npm ci && npm run demo', 'npm ci && npm test'])
  })

  it('names the features that people do not find by themselves', () => {
    const text = readFileSync(file, 'utf8')
    const domain = locale === 'en' ? 'a domain that is registered' : '已在开放平台配置的域名'
    const onTheDesk = [
      'npx upsdk-kit wallet http://localhost:8080',
      '`/@upsdk-kit/`',
      '`upsdk-kit/playwright`',
    ]
    for (const name of [
      '`examples/`',
      'appletExplicitAuth',
      'vConsole',
      "'upsdk-kit/dev'",
      domain,
      ...onTheDesk,
    ])
      expect(text).toContain(name)
    expect(text).not.toContain('<!-- engines')
  })

  it('links to nothing that the package lacks', () => {
    const files = packed()
    const links = [...readFileSync(file, 'utf8').matchAll(/\]\(([^)#]+)/g)].map(([, link = '']) => link)
    expect(links.length).toBeGreaterThan(15)
    expect(links.filter((link) => !/^https:/.test(link) && !files.includes(link))).toEqual([])
  })

  it('links to headings that exist', () => {
    const links = [...readFileSync(file, 'utf8').matchAll(/\]\(([^)#]+)#([^)]+)\)/g)]
    expect(links.length).toBeGreaterThan(3)
    expect(links.filter(([, target = '', heading = '']) => !headingsOf(target).includes(heading))).toEqual([])
  })
})

describe.each([
  ['docs/error-handling.md', 'en'],
  ['docs/zh/error-handling.md', 'zh-Hans'],
])('%s', (file, locale) => {
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
