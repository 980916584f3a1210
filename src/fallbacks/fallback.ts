import { Refusal } from '../failure/refusal'
import type { MethodName, Params, Result } from '../types/callable'
import type { IdentityMethods } from '../types/identity'
import type { PaymentMethods } from '../types/payment'

/** A browser's window, with its constructors. */
export type WebWindow = Window & typeof globalThis

/** What the kit lends a fallback for one call. */
export interface FallbackContext {
  window: WebWindow
  /** The locale of the kit's messages, as a BCP 47 tag. */
  lang: string
  /**
   * One of the kit's texts in that language, or of the page's own; '' where there is none.
   *
   * @param key a `MessageKey`, a code, or a key of the page's
   */
  text(key: string): string
  /** Shows a text. False where nothing can: in `core`, without a presenter. */
  toast(text: string): boolean
  /** Runs when the call is over, however it ends: stop what runs, take away what is shown. */
  onEnd(run: () => void): void
  /** Is the call over? To be asked after whatever was waited for: the page may have given it up. */
  isOver(): boolean
  /** Runs when the kit is destroyed: for what outlives its call. */
  onDestroy(run: () => void): void
}

/** Methods that may have a fallback: no payment, authorization, identity, password or card. */
export type FallbackMethod = Exclude<
  MethodName,
  keyof PaymentMethods | keyof IdentityMethods | 'login' | 'getUserStatus'
>

/**
 * Stands in for a method of the wallet. It gets the parameters, and gives what the method gives. It rejects with
 * a `Refusal`, or with a failure as native would give it: `{ code: '03' }`.
 */
export type Fallback<M extends FallbackMethod> = (
  params: Params<M>,
  context: FallbackContext,
) => Result<M> | Promise<Result<M>>

/** Fallbacks by method. Those for payment, authorization, identity, password and cards are never used. */
export type Fallbacks = { readonly [M in FallbackMethod]?: Fallback<M> }

/** What can only be done while the browser counts a tap; without one it would do nothing, and say nothing. */
export const withoutTap = (): Refusal =>
  new Refusal('unsupported', undefined, 'The browser does this on a tap only: call it in a click handler.')

/** What the browser will not do counts as what it cannot do. */
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
