/** Makes `docs/codes.md` from the catalogues and locales. */
import { readFileSync } from 'node:fs'
import { commonCodes, methodCodes } from '../src/failure/codes'
import { createExplainer } from '../src/failure/explain'
import { hintInChinese } from '../src/inspector/hints'
import { failedCallOf } from '../src/kit'
import { serverCodes } from '../src/server-codes'
import { createTexts } from '../src/texts/texts'
import type { Explanation } from '../src/types/failure'
import { locales } from './locales'
import { methodNames } from './methods.mjs'

const tags = locales.map(({ locale }) => locale)

/** Explains a failure, with the user's text in every language. */
function explainInAll(failure: unknown, method?: string): { explanation: Explanation; texts: string[] } {
  const texts = createTexts(locales)
  const { explainAnything } = createExplainer(texts, { catalogues: [serverCodes] })
  const inLocale = (tag: string) => {
    texts.use(() => [tag])
    return explainAnything(failure, failedCallOf({ method })).error.explanation
  }
  const explanation = inLocale('en')
  const shown = (tag: string) => (explanation.presentation === 'none' ? '–' : inLocale(tag).message)
  return { explanation, texts: tags.map(shown) }
}

/** Writes a text verbatim, except for characters that would end a cell of the table. */
const cell = (text = '') => text.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ')
const row = (cells: readonly (string | undefined)[]) => `| ${cells.map(cell).join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly (string | undefined)[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

/** The heads are in both languages, since both share the page. */
const HEAD = [
  '错误码 code',
  '来源 source',
  '官方描述 official text',
  '官方解决方案 official advice',
  '排查 what to check',
  '原因 reason',
  '重试 retry',
  '展示 shown as',
  ...tags,
]

/** Writes a hint in both languages. */
const inBoth = (hint: string) => `${hintInChinese(hint)}<br>${hint}`

function rowsOf(codes: readonly string[]): (string | undefined)[][] {
  return codes.flatMap((code) => {
    const { explanation, texts } = explainInAll(code)
    const { source, retry, presentation } = explanation
    const meanings = serverCodes[code]?.variants || [explanation]
    return meanings.map(({ description, solution, reason = explanation.reason, hint = '' }) => [
      `\`${code}\``,
      source,
      description,
      solution,
      inBoth(hint),
      `\`${reason}\``,
      retry,
      presentation,
      ...texts,
    ])
  })
}

function rowsOfMethods(): (string | undefined)[][] {
  const patterns = [...new Set(methodCodes.ownCodes().map(([pattern]) => String(pattern)))]
  return patterns.flatMap((name) => {
    const tables = methodCodes.ownCodes().filter(([pattern]) => String(pattern) === name)
    const methods = methodNames.filter((method) => tables.some(([pattern]) => pattern.test(method)))
    const codes = new Set(tables.flatMap(([, meanings]) => Object.keys(meanings)))
    // Codes that begin with a zero come first.
    return [...codes].sort().map((code) => {
      const { explanation, texts } = explainInAll({ code }, methods[0])
      const { reason, retry, presentation, hint } = explanation
      const names = methods.map((method) => `\`${method}\``).join(', ')
      return [names, `\`${code}\``, inBoth(hint), `\`${reason}\``, retry, presentation, ...texts]
    })
  })
}

/** Makes the whole page. */
export function codesPage(): string {
  const server = Object.keys(serverCodes).filter((code) => serverCodes[code]?.source === 'server')
  const common = commonCodes()
  const ownCodes = Object.keys(common)
    .filter((code) => common[code]?.source !== 'server')
    .sort(inOrder)
  const frontend = ownCodes.filter((code) => common[code]?.source === 'frontend')
  const official = frontend.filter((code) => common[code]?.documented !== false)
  const inUse = frontend.filter((code) => !official.includes(code))
  const parts = [
    '# 错误码 Codes',
    '<!-- Made by `npm run generate` from the catalogues and locales: do not edit. -->',
    'upsdk-kit 解释的全部错误码：来源、官方描述与解决方案（原文）、如何排查、`reason` 与 `retry`，以及用户看到的文案。' +
      '命令行同样可查：`npx upsdk-kit explain <错误码或关键词>`。',
    'Every code that the kit explains: whose it is, what is officially said of it (verbatim), what to check, `reason` ' +
      'and `retry` of the error, and what the user sees. The same on the command line: ' +
      '`npx upsdk-kit explain <code or words>`.',
    '## 前端与 SDK 错误码 Front end and SDK file',
    `${official.join('、')} 在官方前端表中；${inUse.join('、')} 在用但不在任何表中；其余由 \`upsdk.js\` 自身或银联授权组件产生。`,
    `${inEnglish(official)} are in the official front-end table. ${inEnglish(inUse)} are in use and in no table. The ` +
      'others are made by `upsdk.js` itself, or by UnionPay’s authorization button.',
    table(HEAD, rowsOf(ownCodes)),
    '## 服务端错误码 Server',
    '官方服务端表，随 `upsdk-kit/server-codes` 引入。一个码有多行时，含义由服务端返回的 `msg` 区分：请把整个返回交给 ' +
      '`explain` 或 `notify`。',
    'The official server table, which comes with `upsdk-kit/server-codes`. A code with several rows means what the ' +
      'server’s `msg` says; give the whole answer to `explain` or `notify`.',
    table(HEAD, rowsOf(server)),
    '## 个别方法的错误码 Codes of single methods',
    '只在这些方法失败时查找，且优先于其他表。已发出的支付，一律先提示用户查看订单。',
    'They are looked up only for failures of these methods, where they come before all others. A payment that was ' +
      'sent always asks the user to look at the order first.',
    table(
      [
        '方法 methods',
        '错误码 code',
        '排查 what to check',
        '原因 reason',
        '重试 retry',
        '展示 shown as',
        ...tags,
      ],
      rowsOfMethods(),
    ),
  ]
  return `${parts.join('\n\n')}\n`
}

/** Lists codes in a sentence. */
const inEnglish = (codes: readonly string[]) => codes.join(', ').replace(/, ([^,]*)$/, ' and $1')

/** Sorts `c2` before `c10`, and digits before letters. */
function inOrder(left: string, right: string): number {
  const letters = (code: string) => code.replace(/\d+$/, '') || '~'
  const byLetters = letters(left).localeCompare(letters(right), 'en')
  return byLetters || Number(left.replace(/^\D+/, '')) - Number(right.replace(/^\D+/, ''))
}

/** The command line with the list of the codes that are in no table of the server's, as `bin` cannot see the others. */
export function commandLine(): string {
  const others = Object.keys(commonCodes()).filter((code) => !(code in serverCodes))
  const source = readFileSync('bin/commandLine.mjs', 'utf8')
  return source.replace(/(?<=^const OTHER_CODES = ')[^']*/m, others.join(' '))
}
