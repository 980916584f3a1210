import type { Cause, Reason } from '../types/failure'
import { hasBrand } from './values'

/** Why something failed, before it is understood: a reason of the kit's own, what upsdk gave to `fail`, or what was thrown. */
export interface Trouble {
  reason?: Reason
  raw?: unknown
  /** `raw` was thrown, and not given to `fail`. */
  thrown?: boolean
  /** `raw` came from the page's own server: where that can be read, it counts before `reason`. */
  fromBackend?: boolean
  /** Of several that share its reason. */
  cause?: Cause
  /** A hint of a page's own fallback. */
  hint?: string
  /** A text for the user more particular than the reason's. */
  text?: string
}

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
