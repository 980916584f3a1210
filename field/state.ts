/** The state of the page, from which everything shown and reported is derived. */
import { type Check, checks } from './checks'
import { type Comparison, compare } from './compare'
import { type CheckEnd, type Mode, run } from './run'
import type { Language } from './texts/texts'

export interface Result extends Comparison {
  readonly outcome?: CheckEnd
  /** The tester's answer. */
  readonly seen?: boolean
  /** How many events came. */
  readonly events?: number
}

export const state: { language: Language; mode: Mode } = { language: 'en', mode: 'kit' }

const results = new Map<string, Result>()
let listener: (check: Check) => void = () => undefined

export const onResult = (run: (check: Check) => void): void => {
  listener = run
}

/** Gets the result of a check. Each mode has its own results. */
export const resultOf = ({ id }: Check, mode: Mode = state.mode): Result =>
  results.get(`${mode} ${id}`) || { status: 'waiting' }

function set(check: Check, mode: Mode, result: Result): void {
  results.set(`${mode} ${check.id}`, result)
  listener(check)
}

export async function start(check: Check, mode: Mode): Promise<void> {
  if (resultOf(check, mode).status === 'running') return
  let events = 0
  set(check, mode, { status: 'running' })
  const outcome = await run(check, mode, () => {
    events++
    set(check, mode, { ...resultOf(check, mode), events })
  })
  const comparison = compare(check, outcome, mode)
  const isAsked = comparison.status === 'passed' && check.asks && outcome.how !== 'fail'
  set(check, mode, {
    ...comparison,
    ...(isAsked && { status: 'asked' as const }),
    outcome,
    ...(events && { events }),
  })
}

/**
 * Runs the checks that need no tap. They run one after another, so that a value is saved before it is read. Without a
 * bridge they run at once, since each would wait in vain.
 */
export async function startReads(mode: Mode, isUp: boolean): Promise<void> {
  for (const check of checks)
    if (check.domain === 'reads') {
      const done = start(check, mode)
      if (isUp) await done
    }
}

/** Marks these checks as impossible outside the wallet. */
export function giveUpReads(): void {
  for (const check of checks)
    if (check.domain === 'reads') set(check, state.mode, { status: 'impossible', why: 'outside' })
}

/** Records the tester's answer, which decides if the wallet behaved as expected. */
export function answer(check: Check, seen: boolean): void {
  const { mode } = state
  const before = resultOf(check, mode)
  if (!before.outcome) return
  const compared = compare(check, before.outcome, mode)
  const status = compared.status === 'passed' && !seen ? 'differs' : compared.status
  set(check, mode, { ...before, status, seen })
}

export function countOf(status: Comparison['status']): number {
  return checks.filter((check) => resultOf(check).status === status).length
}

/** Have all checks that need no tap finished? */
export const readsAreDone = (): boolean =>
  checks.every((check) => check.domain !== 'reads' || !/^(waiting|running)$/.test(resultOf(check).status))
