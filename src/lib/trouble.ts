import type { Cause, Reason } from '../types/failure'

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

/** Makes the error for a page that uses something without having handed in its part. */
export const lacking = (what: string, part: string): TypeError =>
  new TypeError(`upsdk-kit: ${what} needs the part \`${part}\``)
