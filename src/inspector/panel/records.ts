import type { Step } from '../../types/inspector'

/** The most calls that are kept: a long session must not fill the phone's memory. */
const MOST_CALLS = 100

/** A call in the panel: its steps, which have no parameters, results or raw texts. */
export interface CallRecord {
  readonly id: number
  readonly method: string
  readonly steps: Step[]
}

/** The calls of all kits with this panel, oldest first. */
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
      // `notify()` belongs to no call, so each one is a record of its own.
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

/** The state of a call. */
export type Status = 'waiting' | 'open' | 'success' | 'failure' | 'shown' | 'quiet'

/** Reads the state and outcome of a call, for its heading. */
export function statusOf({ steps }: CallRecord): { status: Status; outcome?: string; code?: string } {
  const settled = steps.filter((step) => step.type === 'settled')[0]
  if (settled?.type === 'settled') {
    const { outcome, code } = settled
    return { status: outcome === 'success' ? 'success' : 'failure', outcome, ...(code && { code }) }
  }
  // `notify()` has only this step, and so does a call whose earlier steps were cleared.
  const last = steps[steps.length - 1]
  if (last?.type === 'shown' || last?.type === 'quiet') return { status: last.type }
  return { status: steps.some(({ type }) => type === 'sent') ? 'open' : 'waiting' }
}

/** Measures ms from a call's first step to this one. */
export const timeOf = ({ steps }: CallRecord, step: Step): number => Math.round(step.at - (steps[0]?.at || 0))

/** Measures ms from a call's first step until it settled, or until its last step. */
export function durationOf({ steps }: CallRecord): number {
  const settled = steps.filter(({ type }) => type === 'settled')[0] || steps[steps.length - 1]
  return settled && steps[0] ? Math.round(settled.at - steps[0].at) : 0
}
