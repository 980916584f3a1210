/** Reads the status of a call from its steps. */
import { REFUSES_IN, readFailure, traitsOf } from '../../src/internalsWithoutDom'
import type { Reason } from '../../src/types/failure'
import { BEFORE_OPENING, OPENS } from '../methods/methodTable'
import type { LogEntry } from './log'
import { isCancellation, REFUSED_BY_BRIDGE } from './outcomes'

export type Status = 'open' | 'success' | 'failure' | 'none'

/** What came of a call. */
export interface CallStatus {
  readonly status: Status
  /** The code of a failure. */
  readonly code?: string
  /** The kit's reason for a failure, or the one of the SDK file's own text. */
  readonly reason?: Reason
  /** The text of a failure without a code, or of an error. */
  readonly text?: string
}

/** Does a success of the method open upsdk to `ready`? */
export const configures = (method: string): boolean => method === 'config' || traitsOf(method).configures

/** Reads the status of a call: the kit's if a kit made the call, else the one that the page's own callbacks got. */
export function statusOf(entry: LogEntry): CallStatus {
  const { called, reached, answered, told, threw, settled, replaced, steps, threwInKit } = entry
  // An error in a callback counts first, since the page may have done only half of its work.
  if (threwInKit) return { status: 'failure', text: errorText(threwInKit.error) }
  if (settled) {
    const { outcome, code } = settled
    return outcome === 'success'
      ? SUCCESS
      : { status: 'failure', ...(code !== undefined && { code }), reason: outcome }
  }
  // A failure that a page passes to `notify` has no call.
  if (steps[0]?.from === 'kit' && /^(shown|quiet)$/.test(steps[0].type)) return { status: 'failure' }
  if (threw) return { status: 'failure', text: errorText(threw.error) }
  if (told)
    return /^(fail|cancel)$/.test(told.callback) ? { status: 'failure', ...partsOf(told.value) } : SUCCESS
  // Without a callback of the page, native's answer is the outcome.
  if (answered)
    return answered.how === 'success' ? SUCCESS : { status: 'failure', ...partsOf(answered.value) }
  const cannotReach =
    replaced || (called && neverSent(called)) || steps.filter(({ from }) => from !== 'client').length > 1
  return { status: !reached && cannotReach ? 'none' : 'open' }
}

/** Did the user cancel the call? */
export const isCancelled = ({ method, answered, settled }: LogEntry): boolean =>
  settled?.outcome === 'cancelled' || (answered?.how === 'fail' && isCancellation(method, answered.value))

/**
 * Did the bridge refuse the call at once, so that native never had it? Only cordova's own status tells that: another
 * bridge may have asked native.
 */
export const isRefusedByBridge = ({ reached, answered }: LogEntry): boolean =>
  !!reached &&
  answered?.how === 'fail' &&
  REFUSED_BY_BRIDGE.test(answered.status || '') &&
  answered.at - reached.at < REFUSES_IN

/** Gives a call as if none of its callbacks had thrown: what the page was told counts. */
export const withoutThrown = (entry: LogEntry): LogEntry => ({
  ...entry,
  threw: undefined,
  threwInKit: undefined,
})

const SUCCESS: CallStatus = { status: 'success' }

/**
 * Will a call that has not reached native never do so? A placeholder does nothing, outside the wallet there is no native
 * side, an upsdk that was not opened refuses the call, and one that is open has handed it over at once, or never does.
 */
const neverSent = ({ method, through, state }: NonNullable<LogEntry['called']>): boolean =>
  through === 'placeholder' ||
  (state === 'outside' && !OPENS.test(method)) ||
  (state === 'not opened' && !BEFORE_OPENING.test(method)) ||
  (state === 'open' && !OPENS.test(method))

/**
 * Reads the code of a failure in any shape, else its text. The SDK file's own text about a missing parameter becomes
 * its reason.
 */
function partsOf(value: unknown): Omit<CallStatus, 'status'> {
  const { code, text, reason } = readFailure(value)
  return code ? { code } : text ? { text } : reason ? { reason } : {}
}

/** Names what failed: code and reason, or a text. */
export const failureDetail = ({ code, reason, text }: Omit<CallStatus, 'status'>): string =>
  [code, reason, text].filter(Boolean).join(' ')

/** Names a failure in any shape. */
export const failureText = (value: unknown): string => failureDetail(partsOf(value))

/** Reads the text of an error. */
export const errorText = (error: unknown): string => {
  const { name, message } = (typeof error === 'object' && error ? error : {}) as {
    name?: unknown
    message?: unknown
  }
  return name || message ? `${String(name)}: ${String(message)}` : String(error)
}

/** Is it an error that the kit, or the simulated wallet, threw itself? */
export const isOurError = (text: string): boolean => /\[upsdk-kit\]/.test(text)
