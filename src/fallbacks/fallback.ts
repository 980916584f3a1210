import { Refusal } from '../lib/trouble'
import type { FallbackContext, WebWindow } from '../types/fallbacks'

/**
 * Makes the refusal for something that a browser does only during a tap. Without a tap, the browser would silently do
 * nothing.
 */
export const withoutTap = (): Refusal => new Refusal('unsupported', undefined, undefined, 'no tap')

/** Turns any rejection by the browser into `unsupported`. */
export const orUnsupported = <T>(work: Promise<T>): Promise<T> =>
  work.catch((): never => {
    throw new Refusal('unsupported')
  })

/** Reads a parameter as a number; NaN if it is none. '' and null are not 0. */
export const toNumber = (value: unknown): number =>
  typeof value === 'number' || (typeof value === 'string' && value.trim()) ? Number(value) : Number.NaN

/** Ends a fallback if the page has given up its call meanwhile. */
export function stopIfOver({ isOver }: FallbackContext): void {
  if (isOver()) throw new Refusal('aborted')
}

/** Makes a signal that aborts a request with its call; undefined if the browser has none. */
export function signalOf({ window, onEnd }: FallbackContext): AbortSignal | undefined {
  const { AbortController } = window as Partial<WebWindow>
  if (!AbortController) return undefined
  const controller = new AbortController()
  onEnd(() => controller.abort())
  return controller.signal
}

export { Refusal }
