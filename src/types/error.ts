import type { Explanation, Reason, Retry } from './failure'

/**
 * The fields and members of an `UpsdkError`, the class of every failed call. What hears of errors is declared with it;
 * an `UpsdkError` can be used in its place, and it in the place of an `UpsdkError`.
 */
export interface UpsdkErrorFields extends Error {
  /** The text for the user, in the user's language (in `upsdk-kit/core` without locales: `detail`). */
  readonly message: string
  /** The code as the wallet or the server gave it, normalised: `94`, `c02`. */
  readonly code?: string
  /** Why it failed: a closed set, and what a page branches on. */
  readonly reason: Reason
  /** The upsdk method that failed. */
  readonly method?: string
  /** Tells a developer what to check, in English. '' in production. */
  readonly hint: string
  /** `now`: the same call may be sent again as it is; `later`: not now; `never`: something else must happen first. */
  readonly retry: Retry
  /** May native have got the call? A payment that was sent may have been made. */
  readonly sent: boolean
  /** The line for the developer: method, code and reason; in the development build also the hint. */
  readonly detail: string
  /** Everything that is known of it, also the official texts of its code. Not enumerable. */
  readonly explanation: Explanation
  /** The failure as the wallet or the server gave it, untouched. The kit never shows or logs it. Not enumerable. */
  readonly raw: unknown
  /** Was it shown to the user by the kit? */
  readonly presented: boolean
  /** Did the page call `preventDefault()`? */
  readonly defaultPrevented: boolean
  /** Keeps the kit from showing this error. Call it in `fail`, or in the promise's own `catch`. */
  preventDefault(): void
  /** Everything but `raw`, for logs. */
  toJSON(): Record<string, unknown>
}
