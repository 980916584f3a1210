import type { MethodName, Params, Result } from './callable'
import type { ReplacedCall } from './failedCall'
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
 * Does what a method of the wallet does, where the wallet cannot, and settles the call.
 *
 * @param first what the call would have failed with
 */
export type RunFallback = (call: ReplacedCall, params: unknown, first: Trouble) => void

/** The part `fallbacks`: the web platform's stand-ins for methods that the wallet cannot run. Made by `fallbacks({ … })`. */
export type Fallbacks = FallbackTable & {
  /** @returns what runs in the place of a method; none for payment, authorization, identity, password and cards */
  find(method: string, kit: FallbackKit): RunFallback | undefined
}
