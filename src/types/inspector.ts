import type { Environment } from './environment'
import type { Cause, Presentation, Reason } from './failure'

/** Why a failure was not shown. */
export type QuietReason =
  | 'never shown'
  | 'fail given'
  | 'prevented'
  | 'notify is off'
  | 'quiet method'
  | 'nobody tapped'
  | 'on screen already'
  | 'shown before'
  | 'no presenter'
  | 'closed'

/**
 * One step of a call. The steps of a call share one `id` and come in this order: `called`, `sent`, `answered`,
 * `settled`, `shown` or `quiet`. Payments have two more: `unanswered`, after 10 s of visible time since sending, and
 * `late`, native's answer after the call has settled. A payment without an answer is `shown` before it has settled if
 * another one is called after its hold. `notify()` emits `shown` or `quiet` with an empty method.
 */
export type Step = {
  readonly id: number
  readonly method: string
  /** The time of `performance.now()`, in ms. */
  readonly at: number
} & (
  | { readonly type: 'called' | 'sent' | 'unanswered' | 'answered' | 'late' }
  | {
      readonly type: 'settled'
      readonly outcome: 'success' | Reason
      readonly code?: string
      /** Which of several causes that share the reason. */
      readonly cause?: Cause
      readonly hint?: string
      readonly description?: string
    }
  | { readonly type: 'shown'; readonly presentation: Presentation }
  | { readonly type: 'quiet'; readonly why: QuietReason }
)

/** The facts about a kit for its inspector. */
export interface InspectorContext {
  /** The version of the kit. */
  readonly version: string
  /** The options as the page gave them. */
  readonly options: object
  readonly environment: Environment
  /** Lists the methods that upsdk has now. */
  methods(): readonly string[]
  /** Gets upsdk's list of the methods that the page may call. */
  jsApiList(): readonly string[]
}

/**
 * Gets each step of each call, and why a message was shown or not, for the console, a test or a page's telemetry. A
 * step has no parameters, results or raw texts. An inspector that throws breaks nothing.
 */
export interface Inspector {
  /** Gets a step, at once. */
  step(step: Step): void
  /** Runs once, when the kit is made. */
  created?(context: InspectorContext): void
}

/** A step without the fields that every step has. */
export type StepDetail = Step extends infer S
  ? S extends Step
    ? Omit<S, 'id' | 'method' | 'at'>
    : never
  : never

/** An outcome of a call. Telemetry gets it too. */
export type OutcomeDetail =
  | Extract<StepDetail, { type: 'settled' }>
  | { readonly type: 'unanswered' | 'late' }

/** Passes a step to the inspectors. */
export type EmitStep = (call: { id: number; method: string }, detail: StepDetail) => void
