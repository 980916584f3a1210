import type { AbortSignalLike } from '../types/callOptions'

/** Runs a page's function; what it throws is rethrown in a task of its own, where the page's error reporting sees it. */
export function runSafely(run: () => unknown): void {
  try {
    run()
  } catch (error) {
    setTimeout(() => {
      throw error
    })
  }
}

/** Runs it after the code that is running now, so never inside upsdk's own callback. */
export function runLater(run: () => unknown): void {
  Promise.resolve().then(() => runSafely(run))
}

/** Gives a second caller the first one's promise while that is under way. */
export function oneAtATime<A extends unknown[], T>(
  start: (...args: A) => Promise<T>,
): (...args: A) => Promise<T> {
  let running: Promise<T> | undefined
  const end = () => {
    running = undefined
  }
  return (...args) => {
    if (!running) {
      running = start(...args)
      running.then(end, end)
    }
    return running
  }
}

/** Makes it when it is first asked for. */
export function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made || (made = { value: make() })).value
}

/** Makes it for each key when that is first asked for. */
export function memoize<K, T>(make: (key: K) => T): (key: K) => T {
  const made = new Map<K, T>()
  return (key) => {
    if (!made.has(key)) made.set(key, make(key))
    return made.get(key) as T
  }
}

export const noop = (): void => {}

/** Asks a function of the page's; undefined where it throws, of which the page hears. */
export function askPage<Answer>(ask: () => Answer): Answer | undefined {
  let said: Answer | undefined
  runSafely(() => {
    said = ask()
  })
  return said
}

/** Runs it when the signal aborts. @returns takes it back */
export function onAbort(signal: AbortSignalLike, run: () => void): () => void {
  // A page's own signal may throw. The call, and the payments that it holds back, go on without it.
  runSafely(() => signal.addEventListener('abort', run))
  return () => signal.removeEventListener('abort', run)
}

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
