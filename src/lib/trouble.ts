import type { Cause, Reason } from '../types/failure'
import { hasBrand } from './values'

const BRAND = /* @__PURE__ */ Symbol.for('upsdk-kit.refusal')

/** Trouble that a fallback, or a helper, throws where it could not do it; the page gets an `UpsdkError`. */
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

/** Makes the error for a page that uses something without having handed in its part. */
export const lacking = (what: string, part: string): TypeError =>
  new TypeError(`upsdk-kit: ${what} needs the part \`${part}\``)
