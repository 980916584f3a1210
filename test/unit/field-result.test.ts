/** The first line of the field test says whether anything works, from the checks that run by themselves. */
import { beforeEach, expect, it, vi } from 'vitest'
import { checks } from '../../field/checks'
import type { Comparison } from '../../field/compare'
import { factsNow } from '../../field/facts'
import { type Report, summaryOf } from '../../field/report'
import { resultPanel } from '../../field/resultPanel'
import { en } from '../../field/texts/en'
import { zh } from '../../field/texts/zh'

const now = vi.hoisted(() => ({
  reads: 'passed' as Comparison['status'],
  first: 'passed' as string,
  simulated: {} as { isSimulated?: true },
}))

vi.mock('../../field/facts', () => ({
  factsNow: () => ({
    environment: { insideWallet: true },
    sdk: 'loaded',
    readyAfter: 300,
    generations: { 2020: [1, 1], 2021: [1, 1], latest: [1, 1] },
    ...now.simulated,
  }),
}))
// The page records from its start on, and never stops.
vi.mock('../../field/recording', () => ({ traceNow: () => undefined }))
vi.mock('../../field/state', () => ({
  resultOf: (check: (typeof checks)[number]) => {
    if (check.domain !== 'reads') return { status: 'waiting' }
    return { status: check === checks[0] ? now.first : now.reads }
  },
}))

const reads = checks.filter(({ domain }) => domain === 'reads').length

beforeEach(() => Object.assign(now, { reads: 'passed', first: 'passed', simulated: {} }))

it.each([
  ['passed', 'passed', 'good', reads],
  ['impossible', 'passed', 'good', 1],
  ['passed', 'differs', 'differs', 1],
  // The open platform refuses every call of a page whose domain it does not know.
  ['impossible', 'impossible', 'impossible', reads],
])('where the checks are %s, and the first is %s, the result is %s', (all, first, kind, count) => {
  Object.assign(now, { reads: all, first })
  for (const texts of [zh, en]) {
    const panel = resultPanel(texts)
    expect(panel.dataset.result).toBe(kind)
    expect(panel.textContent).toMatch(new RegExp(`(^| )${count} `))
  }
})

it('in the simulated wallet result and summary say that it is simulated, and on a phone they do not', () => {
  const said = () => [
    ...[zh, en].map((texts) => [resultPanel(texts).textContent || '', texts.result.simulated] as const),
    [
      summaryOf({ facts: factsNow(), day: '2026-01-01', checks: [] } as unknown as Report),
      '; simulated wallet',
    ] as const,
  ]
  for (const [text, word] of said()) expect(text).not.toContain(word)
  now.simulated = { isSimulated: true }
  for (const [text, word] of said()) expect(text).toContain(word)
})
