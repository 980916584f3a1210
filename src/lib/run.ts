import type { AbortSignalLike } from '../types/callOptions'

/** Runs a function of the page. What it throws is rethrown in a new task, where the page's error reporting sees it. */
export function runSafely(run: () => unknown): void {
  try {
    run()
  } catch (error) {
    setTimeout(() => {
      throw error
    })
  }
}

/** Runs a function after the code that is running now, so never inside upsdk's own callback. */
export function runLater(run: () => unknown): void {
  Promise.resolve().then(() => runSafely(run))
}

/** Makes a function of which only one run is open: a second caller gets the first one's promise. */
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

/** Makes a value for each key when it is first needed. */
export function memoize<K, T>(make: (key: K) => T): (key: K) => T {
  const made = new Map<K, T>()
  return (key) => {
    if (!made.has(key)) made.set(key, make(key))
    return made.get(key) as T
  }
}

/** Makes a value when it is first needed. */
export function lazy<T>(make: () => T): () => T {
  const made = memoize<undefined, T>(make)
  return () => made(undefined)
}

export const noop = (): void => {}

/**
 * Gets the answer of a function of the page. If it throws, the answer is undefined, and the page's error reporting sees
 * the error.
 */
export function askPage<Answer>(ask: () => Answer): Answer | undefined {
  let answer: Answer | undefined
  runSafely(() => {
    answer = ask()
  })
  return answer
}

/** Runs a function when the signal aborts. @returns removes the listener */
export function onAbort(signal: AbortSignalLike, run: () => void): () => void {
  // A page's own signal may throw. The call, and the payments that it holds back, go on without it.
  runSafely(() => signal.addEventListener('abort', run))
  return () => signal.removeEventListener('abort', run)
}

/** Functions that run when something ends. They remove listeners, timers and elements. */
export interface Cleanups {
  /** @returns takes it back */
  add(run: () => void): () => void
  /** Runs all functions once, the newest first. If one throws, the others still run. */
  end(): void
}

export function createCleanups(): Cleanups {
  const cleanups = new Set<() => void>()
  return {
    add(run) {
      cleanups.add(run)
      return () => void cleanups.delete(run)
    },
    end() {
      ;[...cleanups].reverse().forEach(runSafely)
      cleanups.clear()
    },
  }
}
