import type { Cause, Reason } from './failure'

/** Why something failed, before it is understood: a reason of the kit's own, what upsdk gave to `fail`, or what was thrown. */
export interface Trouble {
  reason?: Reason
  raw?: unknown
  /** `raw` was thrown, and not given to `fail`. */
  thrown?: boolean
  /** `raw` came from the page's own server: if that can be read, it counts before `reason`. */
  fromBackend?: boolean
  /** Which of several causes that share the reason. */
  cause?: Cause
  /** A hint of a page's own fallback. */
  hint?: string
  /** A text for the user that says more than the reason's. */
  text?: string
}
