import type { Explanation, Reason, Retry } from './failure'

/**
 * The fields and methods of an `UpsdkError`, the error of every failed call. Callbacks that get errors are declared
 * with this interface, which is interchangeable with the class.
 */
export interface UpsdkErrorFields extends Error {
  /** The text for the user, in the user's language (in `upsdk-kit/core` without locales: `detail`). */
  readonly message: string
  /** The code as the wallet or the server gave it, normalised: `94`, `c02`. */
  readonly code?: string
  /** Why it failed. The set is closed, so a page can branch on it. */
  readonly reason: Reason
  /** The upsdk method that failed. */
  readonly method?: string
  /** Tells a developer what to check, in English. '' in production. */
  readonly hint: string
  /** `now`: the same call may be sent again at once; `later`: not now; `never`: fix the cause first. */
  readonly retry: Retry
  /** May native have got the call? A payment that was sent may have been made. */
  readonly sent: boolean
  /** A line for the developer with method, code and reason, and in the development build the hint. */
  readonly detail: string
  /** Everything that is known about it, including the official texts of its code. Not enumerable. */
  readonly explanation: Explanation
  /** The failure as the wallet or the server gave it, unchanged. The kit never shows or logs it. Not enumerable. */
  readonly raw: unknown
  /** Was it shown to the user by the kit? */
  readonly presented: boolean
  /** Did the page call `preventDefault()`? */
  readonly defaultPrevented: boolean
  /** Keeps the kit from showing this error. Call it in `fail`, or in the promise's own `catch`. */
  preventDefault(): void
  /** Returns everything but `raw`, for logs. */
  toJSON(): Record<string, unknown>
}
