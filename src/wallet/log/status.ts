/** Reads the outcome of a call from its steps. */
import { readFailure } from '../../failure/read'
import type { RawStep } from '../../simulator/steps'
import type { LogEntry, LogStep } from './store'

export type Status = 'open' | 'success' | 'failure' | 'none'

export interface Outcome {
  readonly status: Status
  /** The kit's reason or native's code. */
  readonly detail: string
}

const isRaw = (type: string) => (step: LogStep) => step.from === 'upsdk' && step.type === type

/** Reads the outcome of a call: the kit's if a kit made the call, else the one that the page's own callbacks got. */
export function outcomeOf({ steps }: LogEntry): Outcome {
  for (const step of steps)
    if (step.from === 'kit' && step.type === 'settled')
      return step.outcome === 'success'
        ? { status: 'success', detail: '' }
        : { status: 'failure', detail: [step.code, step.outcome].filter(Boolean).join(' ') }
  // A failure that a page passes to `notify` has no call.
  if (steps[0]?.from === 'kit' && /^(shown|quiet)$/.test(steps[0].type))
    return { status: 'failure', detail: '' }
  const raw = steps.filter((step): step is LogStep & { from: 'upsdk' } => step.from === 'upsdk')
  // An error in a callback counts first, since the page may have done only half of its work.
  for (const step of raw)
    if (step.type === 'threw') return { status: 'failure', detail: errorText(step.error) }
  for (const step of raw)
    if (step.type === 'told')
      return /^(fail|cancel)$/.test(step.callback)
        ? { status: 'failure', detail: failureText(step.value) }
        : { status: 'success', detail: '' }
  // Without a callback of the page, native's answer is the outcome.
  for (const step of raw)
    if (step.type === 'answered')
      return step.how === 'success'
        ? { status: 'success', detail: '' }
        : { status: 'failure', detail: failureText(step.value) }
  if (steps.some(isRaw('reached'))) return { status: 'open', detail: '' }
  const [called] = steps
  const isLost = called?.from === 'upsdk' && called.type === 'called' && neverSent(called)
  return { status: isLost || steps.length > 1 ? 'none' : 'open', detail: '' }
}

/** Methods that wait for something other than native's answer. */
const NEEDS_NO_OPENING = /^(pluginReady|ready|error|config|appletConfig|appletAuth)$/

/** Will a call never reach native? A placeholder does nothing, and an upsdk that was not opened refuses the call. */
const neverSent = ({ method, through, state }: Extract<RawStep, { type: 'called' }>): boolean =>
  through === 'placeholder' || (state === 'not opened' && !NEEDS_NO_OPENING.test(method))

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
