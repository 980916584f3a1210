import type { Cause, Reason } from './failure'

/**
 * A failure that has not been explained yet: a reason of the kit, a value that upsdk passed to `fail`, or a thrown
 * value.
 */
export interface Trouble {
  reason?: Reason
  raw?: unknown
  /** Whether `raw` was thrown rather than passed to `fail`. */
  thrown?: boolean
  /** Whether `raw` came from the page's own server. If it has a meaning, that overrides `reason`. */
  fromBackend?: boolean
  /** Which of several causes that share the reason. */
  cause?: Cause
  /** A hint from a page's own fallback. */
  hint?: string
  /** A text for the user that is more specific than the reason's. */
  text?: string
}
