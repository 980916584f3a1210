/** Makes the report, with exactly the data that is passed on. */

import { version } from '../package.json'
import { checks } from './checks'
import { type Facts, factsNow } from './facts'
import { type Payment, payments } from './payment'
import { traceNow } from './recording'
import type { Mode } from './run'
import { cameOf, expectedOf, paymentLines } from './say'
import { type Result, resultOf, state } from './state'
import type { Texts } from './texts/texts'

export interface Report {
  readonly report: 'upsdk-kit field test'
  readonly version: 1
  readonly kit: string
  /** The day, without the hour. */
  readonly day: string
  readonly mode: Mode
  readonly facts: Facts
  readonly checks: readonly ({ readonly id: string; readonly method: string; readonly mode: Mode } & Result)[]
  readonly payments: readonly Payment[]
  readonly trace: ReturnType<typeof traceNow>
}

const resultsIn = (mode: Mode): Report['checks'] =>
  checks
    .map((check) => ({ id: check.id, method: check.method, mode, ...resultOf(check, mode) }))
    .filter(({ status }) => status !== 'waiting')

export function reportNow(): Report {
  return {
    report: 'upsdk-kit field test',
    version: 1,
    kit: version,
    day: new Date().toISOString().slice(0, 10),
    mode: state.mode,
    facts: factsNow(),
    checks: [...resultsIn('kit'), ...resultsIn('raw')],
    payments,
    trace: traceNow(),
  }
}

/** Writes the report for an issue: in words, then as JSON. */
export function reportText(report: Report, texts: Texts): string {
  const lines = [`# ${texts.title}`, summaryOf(report), '']
  for (const mode of ['kit', 'raw'] as const)
    for (const check of checks) {
      const result = resultOf(check, mode)
      if (result.status !== 'differs' && result.seen === undefined) continue
      lines.push(`- ${check.method} (${check.id}, ${mode}): ${texts.status[result.status]}`)
      lines.push(`  - ${texts.expected}: ${expectedOf(check, texts)}`)
      lines.push(`  - ${texts.actual}: ${cameOf(result, texts)}`)
    }
  for (const payment of payments) {
    lines.push(`- pay: ${texts.pay.turn(payment.turn, payment.mode)}`)
    for (const line of paymentLines(payment, texts)) lines.push(`  - ${line}`)
  }
  return `${lines.join('\n')}\n\n\`\`\`json\n${JSON.stringify(report)}\n\`\`\`\n`
}

/** Writes a summary that is short enough for a QR code. It is in English, since maintainers read it. */
export function summaryOf({ facts, day, checks: results }: Report): string {
  const { insideWallet, appVersion, bridge, platform } = facts.environment
  return [
    `upsdk-kit ${version} field test ${day}`,
    insideWallet ? `${facts.isSimulated ? 'simulated ' : ''}wallet ${appVersion ?? '?'}` : 'outside',
    platform,
    bridge || 'no bridge',
    facts.agent?.opened || 'neither upApplet nor upHtml',
    facts.engine || '?',
    `methods ${(['2020', '2021', 'latest'] as const).map((name) => facts.generations[name].join('/')).join(' ')}`,
    `ready ${facts.readyAfter ?? 'never'}`,
    ...sumsIn('kit', results),
    ...sumsIn('raw', results),
    ...payments.map(({ mode, turn, how, after, code, reason }) =>
      ['pay', mode, turn, how, code, reason, after].filter((one) => one !== undefined).join(' '),
    ),
  ].join('; ')
}

/** Counts the results of one mode, and lists the checks that differ. */
function sumsIn(mode: Mode, results: Report['checks']): string[] {
  const own = results.filter((result) => result.mode === mode)
  const idsOf = (status: Result['status']) =>
    own.filter((result) => result.status === status).map(({ id }) => id)
  const [passed, impossible, differ] = [idsOf('passed'), idsOf('impossible'), idsOf('differs')]
  if (!own.length) return []
  return [
    `${mode}: passed ${passed.length}, impossible ${impossible.length}, differ ${differ.length} ${differ.slice(0, 12).join(' ')}`.trim(),
  ]
}
