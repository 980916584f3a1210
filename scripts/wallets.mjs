/** Makes the tables of docs/wallets.md and docs/zh/wallets.md from the reports in reports/wallets. */
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

/** The guides with such a table, by language. */
const GUIDES = { en: 'docs/wallets.md', zh: 'docs/zh/wallets.md' }

/** @typedef {{ name: string, report: import('../field/report').Report }} WalletReport */

/**
 * Reads all reports, with their file names.
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

/** Escapes a value of a report. Reports come from outside, so nothing in them may end a cell or become a tag. */
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

/** Makes the table in a language. */
export function walletTable(reports, language) {
  const { none, head } = TEXTS[language]
  if (!reports.length) return none
  return [row(head), row(head.map(() => '---')), ...reports.map((one) => rowOf(one, language))].join('\n')
}

/** Updates the table in a guide. */
const withTable = (guide, reports, language) =>
  guide.replace(MARKED, (_all, start, end) => `${start}\n${walletTable(reports, language)}\n${end}`)

/** Makes the guides with current tables, by file. */
export const guidesWithTables = () =>
  Object.fromEntries(
    Object.entries(GUIDES).map(([language, file]) => [
      file,
      withTable(readFileSync(file, 'utf8'), walletReports(), language),
    ]),
  )
