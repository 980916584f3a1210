import type { Source } from './codes/catalogue'
import { createTimeline } from './debug'
import { UpsdkError } from './errors'
import type { Failures } from './failures'
import type { Call, Trouble } from './invoke/call'
import type { UpsdkOptions } from './options'
import { read, readString, runSafely } from './run'
import type { NotifyOptions } from './types/upsdk'
import type { Show } from './ui/show'
import { hasUserActed } from './userActivation'
import type { UpsdkWindow } from './window'

/** Who hears of a settled call: the page's telemetry first, and the user last, where the page did not take over. */
export interface Reporting {
  /** Does someone want to hear of calls that succeed? */
  readonly wantsSuccess: boolean
  settled(call: Call, error?: UpsdkError): void
  failed(call: Call, error: UpsdkError, trouble: Trouble, newest: number): void
  notify(failure: unknown, options?: NotifyOptions): UpsdkError | undefined
}

/** ms after an interactive method's answer in which the native page is still sliding away. */
const SLIDING_AWAY = 400
/** A task of its own, after the page's handlers and the reactions of its promises. */
const NEXT_TASK = 1
/** Reasons that only someone who is acting needs to hear of. */
const FOR_ACTIONS_ONLY = ['outside-wallet', 'sdk-missing', 'ready-timeout']

export interface ReportingParts {
  options: UpsdkOptions
  failures: Failures
  show: Show
  window: UpsdkWindow | undefined
}

export function createReporting({ options, failures, show, window }: ReportingParts): Reporting {
  const timeline = options.debug ? createTimeline(failures.explain) : undefined

  /** May it be shown, as far as the method and the call say? */
  function isForUser(
    { traits, callbacks, options: own }: Call,
    error: UpsdkError,
    { otherwise }: Trouble,
  ): boolean {
    if (traits.quiet) return false
    if (!traits.interactive && FOR_ACTIONS_ONLY.includes(error.reason)) return false
    if (own.notify !== undefined) return own.notify
    if ([error.reason, otherwise].includes('outside-wallet') && !hasUserActed(window)) return false
    return !(callbacks.fail || callbacks.cancel) && options.notify !== false
  }

  /** Asks the page, after it had its turn. A function that fails has not asked for silence. */
  function isWanted(call: Call, error: UpsdkError): boolean {
    const { notify } = options
    if (typeof notify !== 'function' || call.options.notify) return true
    let wanted: unknown
    runSafely(() => {
      wanted = notify(error)
    })
    return wanted !== false
  }

  return {
    wantsSuccess: !!(options.onCall || timeline),
    settled(call, error) {
      timeline?.settled(call, error)
      if (error && options.onError) runSafely(() => options.onError?.(error))
      if (options.onCall) runSafely(() => options.onCall?.(toRecord(call, error)))
    },
    failed(call, error, trouble, pendingUpTo) {
      const { presentation, source } = failures.explain(error)
      if (presentation === 'none' || !isForUser(call, error, trouble)) return
      show.soon(
        {
          error,
          presentation,
          code: commonCode(error, source),
          actions: call.options.actions,
          otherwise: call.traits.interactive ? trouble.otherwise : undefined,
          callId: call.id,
          pendingUpTo,
          isWanted: () => isWanted(call, error),
        },
        trouble.answered && call.traits.interactive ? SLIDING_AWAY : NEXT_TASK,
      )
    },
    notify(failure, asked) {
      const method = readString(asked, 'method')
      const actions = read(asked, 'actions') as NotifyOptions['actions']
      const understood = failures.explain(failure, method)
      const { presentation } = understood
      const error = failure instanceof UpsdkError ? failure : failures.toError(understood, method, failure)
      if (presentation !== 'none') {
        timeline?.noted(error)
        show.now({ error, presentation, code: commonCode(error, understood.source), actions })
      } else if (understood.success) return undefined
      return error
    },
  }
}

/** The code by which a page may give a button: one that is a method's own is none (upsdk-behaviour §3). */
const commonCode = ({ code }: UpsdkError, source: Source) => (source === 'method' ? undefined : code)

function toRecord({ method, startedAt, sentAt, settledAt = startedAt }: Call, error: UpsdkError | undefined) {
  return {
    method,
    waited: (sentAt ?? settledAt) - startedAt,
    took: sentAt === undefined ? 0 : settledAt - sentAt,
    outcome: error ? error.reason : ('success' as const),
    code: error?.code,
    sent: error ? error.sent : sentAt !== undefined,
  }
}
