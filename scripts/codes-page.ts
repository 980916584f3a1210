/** Makes `docs/codes.md` out of the catalogues and locales. */
import { createLookup } from '../src/failure/catalogue'
import { commonCodes } from '../src/failure/codes'
import type { Explanation } from '../src/failure/error'
import { explainAnything } from '../src/failure/explain'
import { factsOf } from '../src/kit/facts'
import { ja } from '../src/locales/ja'
import { ko } from '../src/locales/ko'
import { serverCodes } from '../src/server-codes'
import { en } from '../src/texts/en'
import { createTexts } from '../src/texts/texts'
import { zhHans } from '../src/texts/zh-Hans'
import { zhHant } from '../src/texts/zh-Hant'
import { methodMeanings } from './method-meanings'

const locales = [zhHans, zhHant, en, ja, ko]
const tags = locales.map(({ locale }) => locale)
const lookup = createLookup([commonCodes, serverCodes])

/** A failure as the kit explains it, and what the user is shown in every language. */
function explainInAll(failure: unknown, method?: string): { explanation: Explanation; texts: string[] } {
  const texts = createTexts(locales)
  const inLocale = (tag: string) => {
    texts.use(() => [tag])
    return explainAnything(failure, factsOf({ method }), { lookup, texts, options: {}, parts: {} }).error
      .explanation
  }
  const explanation = inLocale('en')
  const shown = (tag: string) => (explanation.presentation === 'none' ? '–' : inLocale(tag).message)
  return { explanation, texts: tags.map(shown) }
}

/** Verbatim but for what would end a cell of the table. */
const cell = (text = '') => text.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ')
const row = (cells: readonly (string | undefined)[]) => `| ${cells.map(cell).join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly (string | undefined)[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

const HEAD = ['code', 'source', 'official text', 'official advice', 'reason', 'retry', 'shown as', ...tags]

function rowsOf(codes: readonly string[]): (string | undefined)[][] {
  return codes.flatMap((code) => {
    const { explanation, texts } = explainInAll(code)
    const { source, reason, retry, presentation } = explanation
    const meanings = serverCodes[code]?.variants || [explanation]
    return meanings.map(({ description, solution }) => [
      `\`${code}\``,
      source,
      description,
      solution,
      `\`${reason}\``,
      retry,
      presentation,
      ...texts,
    ])
  })
}

function methodRows(): (string | undefined)[][] {
  return methodMeanings.flatMap(({ methods, codes }) =>
    Object.keys(codes).map((code) => {
      const { explanation, texts } = explainInAll({ code }, methods[0])
      const { reason, retry, presentation } = explanation
      const names = methods.map((name) => `\`${name}\``).join(', ')
      return [names, `\`${code}\``, codes[code], `\`${reason}\``, retry, presentation, ...texts]
    }),
  )
}

/** The whole page. */
export function codesPage(): string {
  const server = Object.keys(serverCodes).filter((code) => serverCodes[code]?.source === 'server')
  const ownCodes = Object.keys(commonCodes).filter((code) => commonCodes[code]?.source !== 'server')
  const parts = [
    '# Codes',
    '<!-- Made by `npm run docs:codes` from the catalogues and locales: do not edit. -->',
    'Every code that the kit explains: whose it is, what is officially said of it, and what the kit makes of it: ' +
      '`reason` and `retry` of the error, and what the user sees. Official texts are verbatim. The same on the ' +
      'command line: `npx upsdk-kit explain <code> [msg]`.',
    '## Front end and SDK file',
    'c02, 94, 95, 96 and 99 are in the official front-end table. 97 and 98 are in use and in no table. The others ' +
      'are made by `upsdk.js` itself, or by UnionPay’s authorization button.',
    table(HEAD, rowsOf(ownCodes.sort(inOrder))),
    '## Server',
    'The official server table, which comes with `upsdk-kit/server-codes`. A code with several rows means what the ' +
      'server’s `msg` says; give the whole answer to `explain` or `notify`.',
    table(HEAD, rowsOf(server)),
    '## Codes of single methods',
    'They are looked up only for failures of these methods, where they come before all others. A payment that was ' +
      'sent always asks the user to look at the order first.',
    table(['methods', 'code', 'meaning', 'reason', 'retry', 'shown as', ...tags], methodRows()),
  ]
  return `${parts.join('\n\n')}\n`
}

/** `c2` before `c10`, letters before digits. */
function inOrder(left: string, right: string): number {
  const letters = (code: string) => code.replace(/\d+$/, '') || '~'
  const byLetters = letters(left).localeCompare(letters(right), 'en')
  return byLetters || Number(left.replace(/^\D+/, '')) - Number(right.replace(/^\D+/, ''))
}
