import { DEV } from '../lib/dev'
import { hasBrand } from '../lib/values'
import type { Cause, Explanation, Reason, Retry } from '../types/failure'
import type { TextFinder } from '../types/texts'

/** The fields that an `UpsdkError` is made of. */
export interface UpsdkErrorFields {
  explanation: Explanation
  sent: boolean
  method?: string
  /** Of several that share its reason. */
  cause?: Cause
  raw?: unknown
  /** The texts its message is from. */
  texts?: TextFinder
  /** Keys of its message, the most particular first: buttons go by them too. */
  keys?: readonly string[]
}

/** The state of an error. It is not stored on the error, since a page may freeze that. */
export interface ErrorState {
  presented: boolean
  prevented: boolean
  cause?: Cause
  texts?: TextFinder
  keys?: readonly string[]
}

const states = /* @__PURE__ */ new WeakMap<object, ErrorState>()

/** Finds the state of an error, also of one of another copy of the kit. */
export function stateOf(error: object): ErrorState {
  let state = states.get(error)
  if (!state) states.set(error, (state = { presented: false, prevented: false }))
  return state
}

/** Marks errors of every copy of the kit on a page, so that `instanceof` works across builds. */
const BRAND = /* @__PURE__ */ Symbol.for('upsdk-kit.error')

/** Not enumerable. */
const define = (object: object, key: PropertyKey, value: unknown): object =>
  Object.defineProperty(object, key, { value })

/** Is it an error of the kit's, of whichever copy of it? Never throws. */
export const isUpsdkError = (value: unknown): value is UpsdkError => hasBrand(value, BRAND)

/**
 * A failed call. One class for all failures: branch on `reason`, show `message`, log `detail`.
 *
 * No parameter, result or wallet text is in any property but `raw`, so everything else may be logged.
 *
 * @example
 * try {
 *   await upsdk.bioDetect()
 * } catch (error) {
 *   if (isUpsdkError(error) && error.reason === 'identity') offerPassword()
 * }
 */
export class UpsdkError extends Error {
  /** The text for the user, in the user's language (in `upsdk-kit/core` without locales: `detail`). */
  declare readonly message: string
  /** The code as the wallet or the server gave it, normalised: `94`, `c02`. */
  declare readonly code?: string
  /** Why it failed: a closed set, and what a page branches on. */
  declare readonly reason: Reason
  /** The upsdk method that failed. */
  declare readonly method?: string
  /** Tells a developer what to check, in English. '' in production. */
  declare readonly hint: string
  /** `now`: the same call may be sent again as it is; `later`: not now; `never`: something else must happen first. */
  declare readonly retry: Retry
  /** May native have got the call? A payment that was sent may have been made. */
  declare readonly sent: boolean
  /** The line for the developer: method, code and reason; in the development build also the hint. */
  declare readonly detail: string
  /** Everything that is known of it, also the official texts of its code. Not enumerable. */
  declare readonly explanation: Explanation
  /** The failure as the wallet or the server gave it, untouched. The kit never shows or logs it. Not enumerable. */
  declare readonly raw: unknown

  constructor({ explanation, sent, method, cause, raw, texts, keys }: UpsdkErrorFields) {
    const { code, reason, hint, retry, message } = explanation
    const detail = [method, code, reason].filter(Boolean).join(' ') + (DEV && hint ? `: ${hint}` : '')
    super(message || detail)
    const fields = { reason, method, code, hint, retry, sent, detail }
    // Defined, not assigned: an accessor on Object.prototype must not keep a call from failing.
    Object.defineProperties(this, Object.getOwnPropertyDescriptors(fields))
    define(this, 'explanation', explanation)
    define(this, 'raw', raw)
    Object.assign(stateOf(this), { cause, texts, keys })
  }

  /** Was it shown to the user by the kit? */
  get presented(): boolean {
    return stateOf(this).presented
  }

  /** Did the page call `preventDefault()`? */
  get defaultPrevented(): boolean {
    return stateOf(this).prevented
  }

  /** Keeps the kit from showing this error. Call it in `fail`, or in the promise's own `catch`. */
  preventDefault(): void {
    stateOf(this).prevented = true
  }

  /** Everything but `raw`, for logs. */
  toJSON(): Record<string, unknown> {
    const { name, message, detail, code, reason, method, hint, retry, sent, presented } = this
    return { name, message, detail, code, reason, method, hint, retry, sent, presented }
  }
}

define(UpsdkError.prototype, BRAND, true)
define(UpsdkError.prototype, 'name', 'UpsdkError')
// `instanceof` is true for errors of every copy of the kit; a page's own subclass matches its own only.
define(UpsdkError, Symbol.hasInstance, function (this: unknown, value: unknown): boolean {
  return this === UpsdkError
    ? isUpsdkError(value)
    : Function.prototype[Symbol.hasInstance].call(this as () => void, value)
})
