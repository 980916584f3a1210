import { DEV } from '../lib/development'
import { defineHidden, defineValue, hasBrand } from '../lib/values'
import type { UpsdkErrorFields } from '../types/error'
import type { Cause, Explanation } from '../types/failure'
import type { TextFinder } from '../types/texts'

/** Everything that an `UpsdkError` is made from. */
export interface UpsdkErrorInit {
  explanation: Explanation
  sent: boolean
  method?: string
  /** Which of several causes that share the reason. */
  cause?: Cause
  raw?: unknown
  /** The texts that its message is from. */
  texts?: TextFinder
  /** The keys of its message, the most specific first. Buttons are found by them too. */
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

/** Marks errors of every copy of the kit on a page. */
const BRAND = /* @__PURE__ */ Symbol.for('upsdk-kit.error')

/** Is it an error of any copy of the kit? Never throws. */
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
export class UpsdkError extends Error implements UpsdkErrorFields {
  declare readonly message: string
  declare readonly code?: string
  declare readonly reason: UpsdkErrorFields['reason']
  declare readonly method?: string
  declare readonly hint: string
  declare readonly retry: UpsdkErrorFields['retry']
  declare readonly sent: boolean
  declare readonly detail: string
  declare readonly explanation: Explanation
  declare readonly raw: unknown

  constructor({ explanation, sent, method, cause, raw, texts, keys }: UpsdkErrorInit) {
    const { code, reason, hint, retry, message } = explanation
    const detail = [method, code, reason].filter(Boolean).join(' ') + (DEV && hint ? `: ${hint}` : '')
    super(message || detail)
    const fields: object = { reason, method, code, hint, retry, sent, detail }
    // Defined, not assigned, since an accessor on `Object.prototype` must not keep a call from failing.
    for (const [key, value] of Object.entries(fields)) defineValue(this, key, value)
    defineHidden(this, 'explanation', explanation)
    defineHidden(this, 'raw', raw)
    Object.assign(stateOf(this), { cause, texts, keys })
  }

  get presented(): boolean {
    return stateOf(this).presented
  }

  get defaultPrevented(): boolean {
    return stateOf(this).prevented
  }

  preventDefault(): void {
    stateOf(this).prevented = true
  }

  toJSON(): Record<string, unknown> {
    const { name, message, detail, code, reason, method, hint, retry, sent, presented } = this
    return { name, message, detail, code, reason, method, hint, retry, sent, presented }
  }
}

defineHidden(UpsdkError.prototype, BRAND, true)
defineHidden(UpsdkError.prototype, 'name', 'UpsdkError')
