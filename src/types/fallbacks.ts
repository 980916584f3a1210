import type { MethodName, Params, Result } from './callable'
import type { CallOfFallback } from './failedCall'
import type { IdentityMethods } from './identity'
import type { PaymentMethods } from './payment'
import type { TextFinder } from './texts'
import type { Trouble } from './trouble'
import type { UpsdkWindow } from './window'

/** A browser's window, with its constructors. */
export type WebWindow = Window & typeof globalThis

/** The kit's services for a fallback, during one call. */
export interface FallbackContext {
  window: WebWindow
  /** The locale of the kit's messages, as a BCP 47 tag. */
  lang: string
  /**
   * Finds a text of the kit or the page in that language; '' if there is none.
   *
   * @param key a `MessageKey`, a code, or a key of the page
   */
  text(key: string): string
  /** Shows a text. @returns false if it cannot, in `core` without a presenter */
  toast(text: string): boolean
  /** Runs a function when the call is over, however it ends. Stop running work there, and remove what is shown. */
  onEnd(run: () => void): void
  /** Is the call over? Check it after every `await`, since the page may have aborted the call. */
  isOver(): boolean
  /** Runs a function when the kit is destroyed, for anything that outlives its call. */
  onDestroy(run: () => void): void
}

/** Methods that may have a fallback: no payment, authorization, identity, password or card. */
export type FallbackMethod = Exclude<
  MethodName,
  keyof PaymentMethods | keyof IdentityMethods | 'login' | 'getUserStatus'
>

/**
 * Replaces a method of the wallet. It gets the method's parameters and gives its result. It rejects with a `Refusal`,
 * or with a failure in native's form: `{ code: '03' }`.
 */
export type Fallback<M extends FallbackMethod> = (
  params: Params<M>,
  context: FallbackContext,
) => Result<M> | Promise<Result<M>>

/** Fallbacks by method. */
export type FallbackTable = { readonly [M in FallbackMethod]?: Fallback<M> }

/** The kit's services for all fallbacks. */
export interface FallbackKit {
  readonly window: UpsdkWindow | undefined
  readonly texts: { current(): TextFinder }
  readonly toast: FallbackContext['toast']
  readonly onDestroy: FallbackContext['onDestroy']
}

/**
 * Does what a method of the wallet would do, and settles the call.
 *
 * @param first the failure that the call would have without a fallback
 */
export type RunFallback = (call: CallOfFallback, params: unknown, first: Trouble) => void

/** The part `fallbacks`, made by `fallbacks({ … })`: replacements for methods that the wallet cannot run. */
export type Fallbacks = FallbackTable & {
  /** Finds the replacement of a method; undefined for payment, authorization, identity, passwords and cards. */
  find(method: string, kit: FallbackKit): RunFallback | undefined
}
