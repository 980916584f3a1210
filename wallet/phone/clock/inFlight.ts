/** Counts what of the page is on its way: requests with their bodies, files that elements load, the next document. */
import { withoutNumbers } from '../../shared/withoutNumbers'
import type { Waiting } from '../../view/runClock'

/** Real time in ms for which one thing is waited for. A request may never end. */
const WAITS = 10_000
/** A request that repeats, with nothing new on the screen, is let through so often. */
export const MOST_REPEATS = 10

export interface InFlight extends Pick<Waiting, 'begin' | 'isLetThrough'> {
  isAny(): boolean
  /** Addresses that are waited for no longer. */
  readonly givenUp: readonly string[]
  /** The addresses that were asked so often that requests to them were held back. */
  readonly heldBack: ReadonlySet<string>
  /** Something new is on the screen, so that a request may repeat. */
  noteNew(): void
  /** Forgets what belonged to documents that are gone. */
  clear(): void
}

export function createInFlight(): InFlight {
  const things = new Map<object, { readonly name: string; readonly since: number }>()
  const givenUp: string[] = []
  const heldBack = new Set<string>()
  let repeats = new Map<string, number>()
  return {
    givenUp,
    heldBack,
    begin(name) {
      const key = {}
      things.set(key, { name, since: performance.now() })
      return () => void things.delete(key)
    },
    isLetThrough(method, address) {
      // Numbers in an address may be its time.
      const key = `${method} ${withoutNumbers(address)}`
      const count = (repeats.get(key) || 0) + 1
      repeats.set(key, count)
      if (count > MOST_REPEATS) heldBack.add(address.split('?')[0] || address)
      return count <= MOST_REPEATS
    },
    isAny() {
      things.forEach(({ name, since }, key) => {
        if (performance.now() - since < WAITS) return
        things.delete(key)
        givenUp.push(name)
      })
      return things.size > 0
    },
    noteNew() {
      repeats = new Map()
    },
    clear: () => things.clear(),
  }
}
