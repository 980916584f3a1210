/** The first line of the field test says whether anything works, from the checks that run by themselves. */
import { beforeEach, expect, it, vi } from 'vitest'
import { checks } from '../../field/checks'
import type { Comparison } from '../../field/compare'
import { resultPanel } from '../../field/resultPanel'
import { en } from '../../field/texts/en'
import { zh } from '../../field/texts/zh'

const now = vi.hoisted(() => ({ reads: 'passed' as Comparison['status'], first: 'passed' as string }))

vi.mock('../../field/facts', () => ({
  factsNow: () => ({ environment: { insideWallet: true }, sdk: 'loaded', readyAfter: 300 }),
}))
vi.mock('../../field/state', () => ({
  resultOf: (check: (typeof checks)[number]) => {
    if (check.domain !== 'reads') return { status: 'waiting' }
    return { status: check === checks[0] ? now.first : now.reads }
  },
}))

const reads = checks.filter(({ domain }) => domain === 'reads').length

beforeEach(() => Object.assign(now, { reads: 'passed', first: 'passed' }))

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
