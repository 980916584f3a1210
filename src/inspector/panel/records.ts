import type { Step } from '../../types/inspector'

/** A long session must not fill the memory of a phone. */
const MOST_CALLS = 100

/** One call as the panel keeps it: its steps, and nothing that the page or the wallet said. */
export interface CallRecord {
  readonly id: number
  readonly method: string
  readonly steps: Step[]
}

/** The calls of one kit, oldest first. */
export interface Records {
  readonly all: readonly CallRecord[]
  add(step: Step): CallRecord
  clear(): void
}

export function createRecords(): Records {
  let all: CallRecord[] = []
  return {
    get all() {
      return all
    },
    add(step) {
      // `notify()` has no call of its own: each is a record.
      const known = step.id ? all.filter(({ id }) => id === step.id)[0] : undefined
      const record = known || { id: step.id, method: step.method || 'notify', steps: [] }
      if (!known) all = [...all, record].slice(-MOST_CALLS)
      record.steps.push(step)
      return record
    },
    clear() {
      all = []
    },
  }
}

/** How a call stands. */
export type Status = 'waiting' | 'open' | 'success' | 'failure' | 'shown' | 'quiet'

/** The outcome of a call, for its head. */
export function statusOf({ steps }: CallRecord): { status: Status; outcome?: string; code?: string } {
  const settled = steps.filter((step) => step.type === 'settled')[0]
  if (settled?.type === 'settled') {
    const { outcome, code } = settled
    return { status: outcome === 'success' ? 'success' : 'failure', outcome, ...(code && { code }) }
  }
  // `notify()` only says whether it was shown, and so does a call whose earlier steps were cleared.
  const last = steps[steps.length - 1]
  if (last?.type === 'shown' || last?.type === 'quiet') return { status: last.type }
  return { status: steps.some(({ type }) => type === 'sent') ? 'open' : 'waiting' }
}

/** ms from a call's first step to this one. */
export const timeOf = ({ steps }: CallRecord, step: Step): number => Math.round(step.at - (steps[0]?.at || 0))

/** ms from its first step to its settlement, or to its last step. */
export function durationOf({ steps }: CallRecord): number {
  const settled = steps.filter(({ type }) => type === 'settled')[0] || steps[steps.length - 1]
  return settled && steps[0] ? Math.round(settled.at - steps[0].at) : 0
}
