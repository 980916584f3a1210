/** The tables of docs/wallets.md and docs/zh/wallets.md from the reports in reports/wallets. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'

const FOLDER = 'reports/wallets'
const MARKED = /(<!-- wallets -->)[\s\S]*(<!-- \/wallets -->)/

const TEXTS = {
  en: {
    none: '**None yet.** No report has come from a real wallet.',
    head: [
      'platform',
      'version',
      'bridge',
      'browser',
      'day',
      'passed',
      'differ',
      'not possible',
      'payment',
      'report',
    ],
    notPaid: 'not tried',
  },
  zh: {
    none: '**暂无。** 尚未收到真机报告。',
    head: ['平台', '版本', '桥接', '内置浏览器', '日期', '通过', '不同', '不可用', '支付', '报告'],
    notPaid: '未检测',
  },
}

/** The guides with such a table, by their language. */
const GUIDES = { en: 'docs/wallets.md', zh: 'docs/zh/wallets.md' }

/** @typedef {{ name: string, report: import('../field/report').Report }} WalletReport */

/**
 * All reports, each with its file.
 *
 * @returns {WalletReport[]}
 */
export function walletReports(folder = FOLDER) {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, report: JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) }))
}

/** A report comes from outside: nothing in it may end a cell or be taken for a tag. */
const cell = (value) => String(value ?? '?').replace(/[|<>`\n\r[\]]/g, ' ')
const row = (cells) => `| ${cells.join(' | ')} |`

function rowOf({ name, report }, language) {
  const { environment, engine } = report.facts
  const count = (status) => report.checks.filter((check) => check.status === status).length
  const payments = report.payments.map(({ how, reason, after }) =>
    [how, reason, after !== undefined && `${after} ms`].filter(Boolean).join(' '),
  )
  const path = `${language === 'zh' ? '../../' : '../'}${FOLDER}/${name}`
  return row([
    ...[environment.platform, environment.appVersion, environment.bridge, engine, report.day].map(cell),
    count('passed'),
    count('differs'),
    count('impossible'),
    cell(payments.join(', ') || TEXTS[language].notPaid),
    `[JSON](${path})`,
  ])
}

/** The table of one language. */
export function walletTable(reports, language) {
  const { none, head } = TEXTS[language]
  if (!reports.length) return none
  return [row(head), row(head.map(() => '---')), ...reports.map((one) => rowOf(one, language))].join('\n')
}

/** A guide with its table as it should be. */
const withTable = (guide, reports, language) =>
  guide.replace(MARKED, (_all, start, end) => `${start}\n${walletTable(reports, language)}\n${end}`)

/** The guides with their tables, by their file. */
export const guidesWithTables = () =>
  Object.fromEntries(
    Object.entries(GUIDES).map(([language, file]) => [
      file,
      withTable(readFileSync(file, 'utf8'), walletReports(), language),
    ]),
  )
