// @vitest-environment happy-dom
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import * as vitest from 'vitest'
import { describe, expect, it } from 'vitest'
import { fileOf, questions } from '../../bin/guides.mjs'
import { entries } from '../../config/entries.js'
import { readSnippet } from '../../scripts/snippets.mjs'
import { reasons } from '../../src/failure/reasons'
import * as kit from '../../src/index'
import { callChecks, kitChecks } from '../../src/options'
import * as simulator from '../../wallet/simulator'
import { headingsOf } from '../support/headings'
import { blocks, type Snippet, typeErrors } from '../support/snippets'

const guidesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'architecture.md')
    .map((name) => `${folder}/${name}`)
const READMES = ['README.md', 'README.zh-CN.md']
const guides = [...guidesIn('docs'), ...guidesIn('docs/zh')]
/** Each Chinese guide with its English twin. Both have the same code, so each snippet is compiled once. */
const twins = guidesIn('docs/zh').map((guide) => [guide, guide.replace('/zh/', '/')] as const)

const snippetsOf = (language: string): Snippet[] =>
  guidesIn('docs').flatMap((guide) =>
    blocks(guide, language).map((code, index) => ({ name: `${guide} ${index}.${language}`, code })),
  )

/** Code without comments, split at its texts. */
const pieces = (code: string): string[] =>
  code
    .replace(/<html lang="[\w-]+">/, '<html>')
    .replace(/^\s*\/\/.*\n|<!--.*-->|(\s|^)\/\/ .*/gm, '')
    .split(/('[^'\n]*'|"[^"\n]*"|`[^`]*`)/)
    .map((piece, index) => (index % 2 ? piece : piece.replace(/\s+/g, '')))
const isChinese = (text: string) => /\p{Script=Han}/u.test(text)

/** The inline scripts of a page. */
const inlineScripts = (): Snippet[] =>
  snippetsOf('html').flatMap(({ name, code }) =>
    Array.from(code.matchAll(/<script>([\s\S]*?)<\/script>/g), ([, script], index) => ({
      name: `${name} ${index}.js`,
      code: script || '',
    })),
  )

const isForVue2 = ({ code }: Snippet) => code.includes('new Vue(')
const isForVant3 = ({ code }: Snippet) => code.startsWith('// Vant 3\n')
/**
 * These snippets run in builds of their own (`npm run test:uni-app`, `test:taro`, `starters`), or say how a bundler
 * copies a file.
 */
const isOfBuilds = ({ name, code }: Snippet) =>
  /^docs\/(uni-app|taro)\.md/.test(name) || /copy-webpack-plugin|\?url'|@dcloudio|@tarojs/.test(code)
/** The global that it declares would apply to all other snippets too. */
const declaresGlobal = ({ code }: Snippet) => code.includes('declare global')

/** The folders in which the libraries of pages are installed. */
const LIBRARIES = {
  vant: ['./examples/node_modules/vant'],
  'antd-mobile': ['./examples/node_modules/antd-mobile'],
  '@vitejs/plugin-vue': ['./examples/node_modules/@vitejs/plugin-vue/dist/index.d.mts'],
  '@vitejs/plugin-react': ['./test/frameworks/node_modules/@vitejs/plugin-react'],
  '@nutui/nutui': ['./test/frameworks/node_modules/@nutui/nutui'],
  vconsole: ['./test/frameworks/node_modules/vconsole'],
}
const VUE_2 = { vue: ['./test/frameworks/node_modules/vue'] }
const VANT_3 = { vant: ['./test/frameworks/node_modules/vant-3'], vue: ['./node_modules/vue'] }

/**
 * Snippets use these parts of packages that are not installed here: Taro's, with all that it depends on, is larger than all
 * other libraries; of the three that record calls only one or two functions are called.
 */
const NOT_INSTALLED: Snippet = {
  name: 'notInstalled.d.ts',
  code: `
declare module '@tarojs/taro' {
  function showToast(options: { title: string; icon?: 'none' | 'success'; duration?: number }): Promise<unknown>
  function showModal(options: { title?: string; content?: string; showCancel?: boolean; confirmText?: string; cancelText?: string }): Promise<{ confirm: boolean; cancel: boolean }>
}
declare module '@vitest/browser-playwright' {
  export function playwright(): import('vitest/node').BrowserProviderOption
}
declare module 'vitest/browser' {
  export const page: { getByRole(role: string, options: { name: string }): { click(): Promise<void> } }
}
interface Cypress {
  intercept(url: RegExp, answer: string): void
  visit(path: string, options: { onBeforeLoad(window: Window): void }): void
  then(run: () => void): void
  contains(text: string): { click(): void }
  get(selector: string): { shadow(): { should(how: string, text: string): void } }
}
declare const cy: Cypress
declare function beforeEach(run: () => void): void
declare function it(name: string, run: () => void): void
declare function expect(value: unknown): { to: { equal(other: unknown): void } }
declare module '@sentry/browser' {
  function captureException(error: unknown, context: { fingerprint: string[]; extra: Record<string, unknown> }): string
}
declare module 'axios' {
  const axios: {
    interceptors: {
      response: {
        use(onAnswer: (response: { data: unknown }) => { data: unknown }, onError: (error: unknown) => never): void
      }
    }
  }
  export default axios
}
declare module '@arms/rum-browser' {
  const rum: { sendCustom(event: { type: string; name: string; group?: string; value?: number; properties?: object }): void }
  export default rum
}
declare module 'aegis-web-sdk' {
  export default class Aegis {
    constructor(options: { id: string })
    reportEvent(event: string | { name: string; ext1?: string; ext2?: string; ext3?: string }): void
    error(log: { msg: string; ext1?: string; ext2?: string }): void
  }
}
`,
}

/** The globals of a page with script tags, and of one in webpack. */
const GLOBALS: Snippet = {
  name: 'globals.d.ts',
  code: `
declare var upsdk: any
declare const process: { env: Record<string, string | undefined> }
declare const $: any
declare const uni: import('upsdk-kit/presenters').UniFunctions
declare const UpsdkKit: typeof import('upsdk-kit') & typeof import('upsdk-kit/inspector')
`,
}

describe('the guides', () => {
  it('have TypeScript snippets that compile', () => {
    const snippets = [...snippetsOf('ts'), ...snippetsOf('tsx')].filter(
      (one) => !isForVant3(one) && !declaresGlobal(one),
    )
    expect(snippets.length).toBeGreaterThanOrEqual(30)
    expect(typeErrors([...snippets, NOT_INSTALLED], { paths: LIBRARIES })).toEqual([])
  })

  it('have TypeScript snippets for Vant 3 that compile with it', () => {
    const snippets = snippetsOf('ts').filter(isForVant3)
    expect(snippets).not.toEqual([])
    expect(typeErrors(snippets, { paths: VANT_3 })).toEqual([])
  })

  it('declare the global upsdk so that snippets compile', () => {
    const snippets = snippetsOf('ts').filter(declaresGlobal)
    expect(snippets).not.toEqual([])
    expect(typeErrors(snippets)).toEqual([])
    const withoutIt = snippets.map(({ name, code }) => ({
      name,
      code: code.replace(/declare global[^}]+}/, ''),
    }))
    for (const one of withoutIt) expect(typeErrors([one]), one.name).not.toEqual([])
  })

  it('have JavaScript snippets that compile', () => {
    const snippets = [...snippetsOf('js'), ...inlineScripts()].filter((one) => !isOfBuilds(one))
    const forVue2 = snippets.filter(isForVue2)
    expect(snippets.length).toBeGreaterThanOrEqual(3)
    expect(forVue2).not.toEqual([])
    const options = { allowJs: true, checkJs: true, strict: false }
    const others = snippets.filter((one) => !isForVue2(one))
    expect(typeErrors([...others, GLOBALS], options)).toEqual([])
    expect(typeErrors(forVue2, { ...options, paths: VUE_2 })).toEqual([])
  })

  it.each([
    ['uni-app', 'uni-app-h5/src/uniCalls.js'],
    ['taro', 'taro-h5/src/taroCalls.js'],
  ])('quote in %s the example file %s unchanged', (guide, file) => {
    const code = readFileSync(`examples/${file}`, 'utf8')
    const name = file.replace(/^.*?\//, '')
    expect(blocks(`docs/${guide}.md`, 'js')).toContain(`// ${name}\n${code}`)
  })

  it('are in the index, each once, and the index is the same in both languages', () => {
    const files = questions.flatMap(({ guides: some }) => some.map(({ file }) => file))
    expect([...files].sort()).toEqual([...new Set(files)].sort())
    const all = guidesIn('docs').map((guide) => guide.replace('docs/', ''))
    expect(all.filter((file) => file !== 'README.md' && !files.includes(file))).toEqual([])
    expect(files.filter((file) => !all.includes(file))).toEqual([])
  })

  /** Written down before the index was looked at. */
  const tasks = readFileSync('test/data/tasks.tsv', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))

  it.each(tasks)('answer “%s” (%s) below %s', (_zh, _en, zh, file = '', ...headings) => {
    const question = questions.find((one) => one.zh === zh)
    expect(question?.guides.map((one) => one.file)).toContain(file)
    for (const [language, heading] of [
      ['zh', headings[0]],
      ['en', headings[1]],
    ] as const) {
      const guide = readFileSync(fileOf(file, language), 'utf8')
      expect(guide.match(/^#+ .+$/gm)?.map((line) => line.replace(/^#+ /, ''))).toContain(heading)
    }
  })

  it.each(['docs', 'docs/zh'])('in %s are all named in the index', (folder) => {
    const index = readFileSync(`${folder}/README.md`, 'utf8')
    for (const guide of guidesIn(folder))
      if (!guide.endsWith('README.md')) expect(index).toContain(`](${guide.slice(folder.length + 1)})`)
  })

  it.each(twins)(
    'in Chinese have the same code as in English, but for comments and texts: %s, %s',
    (chinese, english) => {
      for (const language of ['ts', 'tsx', 'js', 'html', 'vue', 'sh', 'nginx']) {
        const codes = blocks(english, language)
        const translated = blocks(chinese, language)
        expect(translated, language).toHaveLength(codes.length)
        translated.forEach((code, index) => {
          const original = pieces(codes[index] || '')
          // A Chinese text may replace the English one; nothing else may differ.
          const untranslated = pieces(code).map((piece, at) =>
            isChinese(piece) && at % 2 ? original[at] : piece,
          )
          expect(untranslated).toEqual(original)
        })
      }
    },
  )

  it('exist in Chinese and in English', () => {
    const WITHOUT_TWIN = ['docs/codes.md', 'docs/upsdk-behaviour.md']
    const english = guidesIn('docs').filter((guide) => !WITHOUT_TWIN.includes(guide))
    expect(twins.map(([, guide]) => guide)).toEqual(english)
  })

  it.each(guides)('have no broken link: %s', (guide) => {
    const text = readFileSync(guide, 'utf8').replace(/```[\s\S]*?```/g, '')
    for (const [, link = ''] of text.matchAll(/\]\(([^)]+)\)/g)) {
      if (/^https?:/.test(link)) continue
      const [file = '', heading] = link.split('#')
      const target = file ? join(dirname(guide), file) : guide
      expect(existsSync(target), link).toBe(true)
      if (heading) expect(headingsOf(target), link).toContain(heading)
    }
  })

  it.each(['docs', 'docs/zh'])('in %s say of each reason when to retry, and how it is shown', (folder) => {
    const text = readFileSync(`${folder}/error-handling.md`, 'utf8')
    for (const [reason, { retry, presentation }] of Object.entries(reasons()))
      expect(text).toContain(`| \`${reason}\` | ${retry} | ${presentation} |`)
  })
})

describe.each(['docs', 'docs/zh'])('the list of options in %s has every', (folder) => {
  const text = readFileSync(`${folder}/options.md`, 'utf8')

  it('option', () => {
    const options = Object.keys(kitChecks)
    expect(options.filter((name) => !new RegExp(`^\\| [^|]*\`${name}\``, 'm').test(text))).toEqual([])
  })

  it('option of a call', () => {
    expect(Object.keys(callChecks).filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([])
  })

  it('member of the object', () => {
    const made = kit.createUpsdk()
    const members = Object.keys(made)
    made.destroy()
    expect(members.length).toBeGreaterThan(15)
    expect(members.filter((name) => !text.includes(`upsdk.${name}`))).toEqual([])
  })

  it('field of an error', () => {
    const made = kit.createUpsdk({ notify: false })
    const failure = made.notify('94')
    made.destroy()
    const shown = Object.keys(failure?.toJSON() ?? {}).filter((name) => name !== 'name')
    expect(shown.length).toBeGreaterThan(7)
    expect(shown.filter((name) => !text.includes(`\`${name}\``))).toEqual([])
  })

  it('import path, with what it exports for pages', () => {
    const named = (name: string) =>
      text.includes(name.startsWith('locales/') ? name.slice('locales/'.length) : `upsdk-kit/${name}`)
    expect(Object.keys(entries).filter((name) => name !== 'index' && !named(name))).toEqual([])
    for (const entry of ['presenters', 'open-in-app', 'helpers', 'inspector', 'vue', 'react']) {
      const report = readFileSync(`reports/api/${entry}.api.md`, 'utf8')
      const functions = [...report.matchAll(/^export function (\w+)/gm)].map(([, name = '']) => name)
      expect(functions.length).toBeGreaterThan(0)
      expect(functions.filter((name) => !text.includes(name) && name !== 'hintInChinese')).toEqual([])
    }
  })
})

describe.each(['docs', 'docs/zh'])('the guide to privacy in %s names', (folder) => {
  const text = readFileSync(`${folder}/privacy.md`, 'utf8')

  it('every field of the record that kits share, and no other', () => {
    const source = readFileSync('src/lib/shared.ts', 'utf8')
    const [, body = ''] = /^export interface Shared \{\n([\s\S]*?)^\}/m.exec(source) ?? []
    const fields = [...body.matchAll(/^ {2}(\w+)\??[:(]/gm)].map(([, name]) => name)
    expect(fields.length).toBeGreaterThan(5)
    const [, table = ''] = /^\| (?:field of|共用对象)[^\n]*\n\| --- [^\n]*\n((?:\|.*\n)+)/m.exec(text) ?? []
    const named = [...table.matchAll(/^\| ([^|]*)/gm)].flatMap(([, names = '']) =>
      [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name),
    )
    expect(named.sort()).toEqual(fields.sort())
  })

  it('every property of the window', () => {
    const made = kit.createUpsdk()
    const added = Object.getOwnPropertySymbols(window).filter(({ description }) =>
      description?.startsWith('upsdk-kit'),
    )
    made.destroy()
    expect(added).not.toEqual([])
    for (const { description } of added) expect(text).toContain(`Symbol.for('${description}')`)
  })
})

describe('one word for one thing:', () => {
  const filesIn = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(md|ts|mjs|vue)$/.test(entry.name))
      .map((entry) => `${entry.parentPath}/${entry.name}`.replace(/\\/g, '/'))
      .filter((file) => !/node_modules|\/(cache|dist|\.generated)\/|moved\.mjs/.test(file))
  const texts = [
    ...guides,
    ...READMES,
    ...['bin', 'wallet', 'field', 'scripts/site', 'site'].flatMap(filesIn),
  ]

  /** The word that is used, and others for the same thing. */
  const WORDS: readonly [word: string, others: RegExp][] = [
    ['模拟手机', /手机框|模拟的手机|画出的手机|\[手机\]/],
    ['simulated phone', /phone frame\b|drawn phone|\bthe phone\]\(/i],
    ['真机', /真手机|真实手机|真实的手机/],
    ['真机检测', /真机测试|实机/],
    ['配置（域名）', /登记/],
    ['registered (domains)', /domains? (?:is|are|was|were) (?:not )?(?:configured|enrolled)/i],
    [
      '部件',
      /传入的模块|可选的模块|缺少[^。]{0,9}模块|`(?:upsdk-kit\/core|parts|backendFailures)`[^。|]*模块/,
    ],
    ['parts', /(?:modules? that you pass|optional modules?)|`parts`[^.|]*modules?\b/i],
    ['返回', /云闪付的回答|没有回答/],
    ['模拟服务', /替身/],
    ['授权码', /授权 code/],
    ['运行环境', /打开位置/],
  ]

  it.each(WORDS)('%s', (_word, others) => {
    const found = texts.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => others.test(line))
        .map((line) => `${file}: ${line}`),
    )
    expect(found).toEqual([])
  })
})

describe('counts in guides', () => {
  const COUNTED: readonly [what: string, words: RegExp, count: number][] = [
    ['reasons', /(\d+) (?:reasons|种(?: `reason`|。)|种 reason)/g, Object.keys(reasons()).length],
  ]

  it.each(COUNTED)('of %s are those of the table', (_what, words, count) => {
    const said = [...guides, ...READMES].flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(words)].map(([, number]) => [file, Number(number)]),
    )
    expect(said.length).toBeGreaterThan(3)
    expect(said.filter(([, number]) => number !== count)).toEqual([])
  })
})

describe('snippets that pay', () => {
  const files = [...guides, ...READMES, 'docs/llms.txt', 'docs/skill/SKILL.md']
  const all = files.flatMap((file) =>
    ['ts', 'tsx', 'js', 'html', 'vue', 'jsx']
      .flatMap((language) => blocks(file, language))
      .map((code) => ({ file, code })),
  )
  /** `test/browser/payers.ts` runs these, at each end of a payment. */
  const known = new Set(
    (['en', 'zh'] as const).flatMap((language) =>
      readdirSync(`examples/snippets/${language}`).map((name) => readSnippet(language, name)),
    ),
  )
  /** Other tests run these guides: projects (`npm run starters`), the walkthrough (`server-example.test.ts`), tests of a page. */
  const RUN_ELSEWHERE =
    /(vue|vue-2|react|uni-app|taro|script-tag|login-and-payment|testing-unit|testing-playwright)\.md$/
  /** These show no more than where to call it. */
  const OTHERS = ['// cashier.ts', 'await upsdk.appletAuth(undefined, { notify: true }) // ']

  it('are files that are run', () => {
    const paying = all.filter(({ code }) =>
      /\b(pay|qrPay|uPlanQrPay|qrCodePay)\(\{|upsdk\.pay\(|'pay'/.test(code),
    )
    expect(paying.length).toBeGreaterThan(20)
    const strangers = paying.filter(
      ({ file, code }) =>
        !known.has(code.trimEnd()) &&
        !RUN_ELSEWHERE.test(file) &&
        !OTHERS.some((words) => code.includes(words)),
    )
    expect(strangers).toEqual([])
  })

  it('and those that put the kit in upsdk’s place, lead to the order from an unconfirmed payment', () => {
    const makers = all.filter(
      ({ file, code }) => code.includes('translateFail: true') && !file.endsWith('options.md'),
    )
    expect(makers.length).toBeGreaterThan(10)
    expect(makers.filter(({ code }) => !code.includes('payment-unconfirmed'))).toEqual([])
  })
})

describe('the FAQ', () => {
  const questions = readFileSync('test/data/questions.tsv', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as [question: string, place: string])

  it.each(questions)('answers “%s”, or leads to %s', (_question, place) => {
    const [file = '', anchor = ''] = place.split('#')
    const language = /^docs\/(?!zh)/.test(place) ? 'docs' : 'docs/zh'
    const faq = `${language}/faq.md`
    const text = readFileSync(faq, 'utf8')
    if (place.startsWith('codes/')) return expect(text).toMatch(new RegExp(`\\b${file.slice(6)}\\b`))
    expect(headingsOf(file)).toContain(anchor)
    if (file === faq) return
    const name = file.slice(language.length + 1)
    // A guide's title is its own address.
    expect(text).toContain(headingsOf(file)[0] === anchor ? `](${name})` : `](${name}#${anchor})`)
  })
})

describe('the test in the guide to unit tests passes:', () => {
  const packages: Record<string, unknown> = { vitest, 'upsdk-kit': kit, 'upsdk-kit/simulator': simulator }
  const code = blocks('docs/testing-unit.md', 'ts').find((snippet) => snippet.includes("from 'vitest'")) || ''
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  })
  new Function('require', 'exports', outputText)((name: string) => packages[name], {})
})
