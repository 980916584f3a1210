/** All that the page knows, in one place; what is shown and what is reported is made of it. */
import { type Check, checks } from './checks'
import { judge, type Verdict } from './judge'
import { type Mode, type Outcome, run } from './run'
import type { Language } from './texts/texts'

export interface Result extends Verdict {
  readonly mode?: Mode
  readonly outcome?: Outcome
  /** What the tester saw. */
  readonly seen?: boolean
  /** How often the event came. */
  readonly events?: number
}

export const state: { language: Language; mode: Mode } = { language: 'en', mode: 'kit' }

const results = new Map<string, Result>()
let listener: (check: Check) => void = () => undefined

export const onResult = (run: (check: Check) => void): void => {
  listener = run
}

export const resultOf = ({ id }: Check): Result => results.get(id) || { standing: 'waiting' }

function set(check: Check, result: Result): void {
  results.set(check.id, result)
  listener(check)
}

export async function start(check: Check): Promise<void> {
  if (resultOf(check).standing === 'running') return
  const { mode } = state
  let events = 0
  set(check, { standing: 'running', mode })
  const outcome = await run(check, mode, () => {
    events++
    const { standing, ...rest } = resultOf(check)
    set(check, { ...rest, standing, events })
  })
  set(check, { ...judge(check, outcome, mode), mode, outcome, ...(events && { events }) })
}

/** One after another, so that what is saved is there when it is read. */
export async function startReads(): Promise<void> {
  for (const check of checks) if (check.domain === 'reads') await start(check)
}

/** Nothing of it can be done outside the wallet. */
export function giveUpReads(): void {
  for (const check of checks)
    if (check.domain === 'reads') set(check, { standing: 'impossible', why: 'outside' })
}

/** Where the wallet did as the model says, the tester has the last word. */
export function answer(check: Check, seen: boolean): void {
  const before = resultOf(check)
  if (!before.outcome) return
  const judged = judge(check, before.outcome, before.mode || 'kit')
  const standing = judged.standing === 'passed' && !seen ? 'differs' : judged.standing
  set(check, { ...before, standing, seen })
}

export function countOf(standing: Verdict['standing']): number {
  return checks.filter((check) => resultOf(check).standing === standing).length
}

/** Are all that run by themselves through? */
export const readsAreDone = (): boolean =>
  checks.every((check) => check.domain !== 'reads' || !/^(waiting|running)$/.test(resultOf(check).standing))
