import { hasBrand } from '../lib/values'
import type { Cause, Reason } from '../types/failure'

const BRAND = /* @__PURE__ */ Symbol.for('upsdk-kit.refusal')

/** Why a fallback, or a helper, could not do it. Thrown by fallbacks, and given to the page as an `UpsdkError`. */
export class Refusal {
  /**
   * @param text for the user, in their language, where it is not that of the reason
   * @param hint for the developer
   * @param cause of several that share the reason
   */
  constructor(
    readonly reason: Reason,
    readonly text?: string,
    readonly hint?: string,
    readonly cause?: Cause,
  ) {}
}

Object.defineProperty(Refusal.prototype, BRAND, { value: true })

/** Also one of another entry of the package, which has a copy of the class. */
export const isRefusal = (value: unknown): value is Refusal => hasBrand(value, BRAND)
