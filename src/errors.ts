import type { Reason, Retry } from './codes/reasons'

/** Marks errors of every copy of the kit on a page, so that `instanceof` works across builds. */
const BRAND = Symbol.for('upsdk-kit.error')

/** What an `UpsdkError` is made of. */
export interface UpsdkErrorFields {
  message: string
  reason: Reason
  retry: Retry
  hint: string
  sent: boolean
  code?: string
  method?: string
  raw?: unknown
}

/**
 * A failed call. One class for all failures: branch on `reason`, show `message`, log `detail`.
 *
 * No parameter, result or wallet text is in any property but `raw`, so everything else may be logged.
 */
export class UpsdkError extends Error {
  /** True for errors of every copy of the kit. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    try {
      return typeof value === 'object' && value !== null && BRAND in value
    } catch {
      return false
    }
  }

  /** The text for the user, in the user's language (in `upsdk-kit/core` without locales: `detail`). */
  declare readonly message: string
  /** The code as the wallet or the server gave it, normalised: `94`, `c02`. */
  readonly code?: string
  /** Why it failed: a closed set, and what a page branches on. */
  readonly reason: Reason
  /** The upsdk method that failed. */
  readonly method?: string
  /** What a developer should check, in English. */
  readonly hint: string
  /** `now`: the same call may be sent again as it is; `later`: not now; `never`: something else must happen first. */
  readonly retry: Retry
  /** Did the call reach upsdk? A payment that was sent may have been made. */
  readonly sent: boolean
  /** The line for the developer: method, code, reason and hint. */
  readonly detail: string
  /** Was it shown to the user by the kit? */
  presented = false
  /** Did the page call `preventDefault()`? */
  defaultPrevented = false
  /** What came from the wallet or the server, untouched. Never shown, never logged by the kit. */
  readonly raw: unknown

  constructor(fields: UpsdkErrorFields) {
    const { method, code, reason, hint } = fields
    const detail = `${[method, code, reason].filter(Boolean).join(' ')}: ${hint}`
    super(fields.message || detail)
    this.reason = reason
    this.method = method
    this.code = code
    this.hint = hint
    this.retry = fields.retry
    this.sent = fields.sent
    this.detail = detail
    // `raw` stays out of consoles and loggers that list what is enumerable.
    Object.defineProperty(this, 'raw', { value: fields.raw })
  }

  /** Keeps the kit from showing this error. Call it in `fail`, or in the promise's own `catch`. */
  preventDefault(): void {
    this.defaultPrevented = true
  }

  /** Everything but `raw`, for logs. */
  toJSON(): Record<string, unknown> {
    const { name, message, detail, code, reason, method, hint, retry, sent, presented } = this
    return { name, message, detail, code, reason, method, hint, retry, sent, presented }
  }
}

Object.defineProperty(UpsdkError.prototype, BRAND, { value: true })
Object.defineProperty(UpsdkError.prototype, 'name', { value: 'UpsdkError' })
