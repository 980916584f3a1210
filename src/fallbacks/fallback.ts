import { Refusal } from '../lib/trouble'
import type { FallbackContext, WebWindow } from '../types/fallbacks'

/** The refusal of what a browser does only during a tap. Without a tap it would do nothing, and say nothing. */
export const withoutTap = (): Refusal => new Refusal('unsupported', undefined, undefined, 'no tap')

/** Counts a browser's refusal as a lack of the capability. */
export const orUnsupported = <T>(work: Promise<T>): Promise<T> =>
  work.catch((): never => {
    throw new Refusal('unsupported')
  })

/** The number that a parameter is, or says; NaN where it is none: '' and null are not 0. */
export const toNumber = (value: unknown): number =>
  typeof value === 'number' || (typeof value === 'string' && value.trim()) ? Number(value) : Number.NaN

/** Ends a fallback whose call the page has given up meanwhile. */
export function stopIfOver({ isOver }: FallbackContext): void {
  if (isOver()) throw new Refusal('aborted')
}

/** Ends a request with its call; undefined where the browser cannot. */
export function signalOf({ window, onEnd }: FallbackContext): AbortSignal | undefined {
  const { AbortController } = window as Partial<WebWindow>
  if (!AbortController) return undefined
  const controller = new AbortController()
  onEnd(() => controller.abort())
  return controller.signal
}

export { Refusal }
