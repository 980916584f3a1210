/** Faults of the target's responses that show only after the head was sent. Pages ask for them, for their logs. */
import type { ResponseFault } from '../shared/responseFaults'

export interface Faults {
  add(fault: Pick<ResponseFault, 'path' | 'kind'>): void
  /** Gets those that are kept, oldest first. */
  list(): readonly ResponseFault[]
}

/** The most faults that are kept, and the longest part of a path. */
const MOST = 100
const LONGEST_PATH = 200

export function createFaults(): Faults {
  let kept: readonly { readonly fault: Omit<ResponseFault, 'ago'>; readonly at: number }[] = []
  let lastId = 0
  return {
    add({ path, kind }) {
      const fault = { id: ++lastId, kind, path: path.slice(0, LONGEST_PATH) }
      kept = [...kept, { fault, at: performance.now() }].slice(-MOST)
    },
    list: () => kept.map(({ fault, at }) => ({ ...fault, ago: performance.now() - at })),
  }
}
