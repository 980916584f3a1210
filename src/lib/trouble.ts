import type { Cause, Reason } from '../types/failure'
import { defineHidden, hasBrand } from './values'

const BRAND = /* @__PURE__ */ Symbol.for('upsdk-kit.refusal')

/** An error that a fallback or a helper throws if it cannot do its work. The page gets an `UpsdkError` instead. */
export class Refusal {
  /**
   * @param text a text for the user, in their language, if the reason's does not fit
   * @param hint a hint for the developer
   * @param cause one of several causes that share the reason
   */
  constructor(
    readonly reason: Reason,
    readonly text?: string,
    readonly hint?: string,
    readonly cause?: Cause,
  ) {
    // Set here: a symbol as a member of the class would keep the class in pages that use no refusal.
    defineHidden(this, BRAND, true)
  }
}

/** Is a value a `Refusal`? True also for one of another entry of the package, which has its own copy of the class. */
export const isRefusal = (value: unknown): value is Refusal => hasBrand(value, BRAND)

/** Makes the error for a page that uses something without its part. */
export const missingPart = (what: string, part: string): TypeError =>
  new TypeError(`upsdk-kit: ${what} needs the part \`${part}\``)
