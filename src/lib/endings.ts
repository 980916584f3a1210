import { runSafely } from './run'

/** What ends with something: listeners, timers, what is on screen. */
export interface Endings {
  /** @returns takes it back */
  add(run: () => void): () => void
  /** Runs all of them, once. What one throws keeps none of the others from its turn. */
  end(): void
}

export function createEndings(): Endings {
  const endings = new Set<() => void>()
  return {
    add(run) {
      endings.add(run)
      return () => void endings.delete(run)
    },
    end() {
      endings.forEach(runSafely)
      endings.clear()
    },
  }
}
