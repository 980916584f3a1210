/** Reads the status of a call from its steps. */
import { hasOwn, read, readFailure } from '../../src/plainTools'
import { BEFORE_OPENING, REQUIRED } from '../methods/methodTable'
import type { LogEntry } from './logStore'

export type Status = 'open' | 'success' | 'failure' | 'none'

export interface CallStatus {
  readonly status: Status
  /** The kit's reason or native's code. */
  readonly detail: string
}

/** Reads the status of a call: the kit's if a kit made the call, else the one that the page's own callbacks got. */
export function statusOf(entry: LogEntry): CallStatus {
  const { called, reached, answered, told, threw, settled, steps } = entry
  if (settled)
    return settled.outcome === 'success'
      ? SUCCESS
      : failure([settled.code, settled.outcome].filter(Boolean).join(' '))
  // A failure that a page passes to `notify` has no call.
  if (steps[0]?.from === 'kit' && /^(shown|quiet)$/.test(steps[0].type)) return failure('')
  // An error in a callback counts first, since the page may have done only half of its work.
  if (threw) return failure(errorText(threw.error))
  if (told) return /^(fail|cancel)$/.test(told.callback) ? failure(failureText(told.value)) : SUCCESS
  // Without a callback of the page, native's answer is the outcome.
  if (answered) return answered.how === 'success' ? SUCCESS : failure(failureText(answered.value))
  const cannotReach = (called && neverSent(called)) || steps.length > 1
  return { status: !reached && cannotReach ? 'none' : 'open', detail: '' }
}

const SUCCESS: CallStatus = { status: 'success', detail: '' }
const failure = (detail: string): CallStatus => ({ status: 'failure', detail })

/** Finds the first parameter that a call of a method lacks. */
export const missingIn = (method: string, params: unknown): string | undefined =>
  hasOwn(REQUIRED, method) ? REQUIRED[method]?.filter((name) => !read(params, name))[0] : undefined

/**
 * Will a call that has not reached native never do so? A placeholder does nothing, an upsdk that was not opened refuses
 * the call, and one that is open hands it over at once, unless a parameter is missing.
 */
const neverSent = ({ method, through, state, params }: NonNullable<LogEntry['called']>): boolean =>
  through === 'placeholder' ||
  (state === 'not opened' && !BEFORE_OPENING.test(method)) ||
  (state === 'open' && !!missingIn(method, params))

/**
 * Reads the code of a failure in any shape, else its text. The SDK file's own text about a missing parameter becomes
 * its reason.
 */
export function failureText(value: unknown): string {
  const { code, text, reason = '' } = readFailure(value)
  return code || text || reason
}

/** Reads the text of an error. */
export const errorText = (error: unknown): string => {
  const { name, message } = (typeof error === 'object' && error ? error : {}) as {
    name?: unknown
    message?: unknown
  }
  return name || message ? `${String(name)}: ${String(message)}` : String(error)
}
