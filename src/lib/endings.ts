import { runSafely } from './run'

/** Functions that run when something ends: they remove listeners, timers and elements. */
export interface Endings {
  /** @returns takes it back */
  add(run: () => void): () => void
  /** Runs all of them, once, the newest first. What one throws keeps none of the others from its turn. */
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
      ;[...endings].reverse().forEach(runSafely)
      endings.clear()
    },
  }
}
