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

/** What is asked for while it is under way is the same once more: a second tap is the first one's. */
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

export const noop = (): void => {}

export const isFunction = (value: unknown): value is (...args: unknown[]) => unknown =>
  typeof value === 'function'

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Own properties only: codes and names from outside are never looked up in a prototype. */
export const hasOwn = (object: object, key: string): boolean =>
  Object.prototype.hasOwnProperty.call(object, key)

/** Reads a property of anything; what throws reads as undefined. */
export function read(value: unknown, key: string): unknown {
  try {
    return (value as Record<string, unknown> | null | undefined)?.[key]
  } catch {
    return undefined
  }
}

/** Reads a text out of anything. */
export function readString(value: unknown, key: string): string | undefined {
  const text = read(value, key)
  return typeof text === 'string' ? text : undefined
}

/** An error, also one of another window or of a library that only looks like one. */
export function isError(value: unknown): boolean {
  try {
    return value instanceof Error || !!read(value, 'stack')
  } catch {
    return false
  }
}

/** An object out of JSON text, or undefined. */
export function parseObject(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    return JSON.parse(text) as object
  } catch {
    return undefined
  }
}
