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
 * One step of one call. The steps of a call have one `id`, and come in this order: `called`, `sent`, `answered`,
 * `settled`, `shown` or `quiet`. Payments have two more: `unanswered`, 10 s of visible time after sending, and `late`,
 * an answer of native's after the call has settled. `notify()` gives `shown` or `quiet` with an empty method.
 */
export type Step = {
  readonly id: number
  readonly method: string
  /** ms, of `performance.now()`. */
  readonly at: number
} & (
  | { readonly type: 'called' | 'sent' | 'unanswered' | 'answered' | 'late' }
  | {
      readonly type: 'settled'
      readonly outcome: 'success' | Reason
      readonly code?: string
      /** Which of several that share the reason. */
      readonly cause?: Cause
      readonly hint?: string
      readonly description?: string
    }
  | { readonly type: 'shown'; readonly presentation: Presentation }
  | { readonly type: 'quiet'; readonly why: QuietReason }
)

/** The facts about its kit that an inspector gets. */
export interface InspectorContext {
  /** Of the kit. */
  readonly version: string
  /** As the page gave them. */
  readonly options: object
  readonly environment: Environment
  /** Names of the methods that upsdk has now. */
  methods(): readonly string[]
  /** The methods that the page may call, as upsdk lists them. */
  jsApiList(): readonly string[]
}

/**
 * Hears of each step of each call, and why a message was shown or was not: the console, a test, a page's telemetry.
 * No parameter, result or raw text is in a step. What it throws breaks nothing.
 */
export interface Inspector {
  /** Hears of a step, at once. */
  step(step: Step): void
  /** Runs once, when the kit is made. */
  created?(context: InspectorContext): void
}

/** A step without what every step has. */
export type StepDetail = Step extends infer S
  ? S extends Step
    ? Omit<S, 'id' | 'method' | 'at'>
    : never
  : never

/** What may become of a call: telemetry hears of it too. */
export type OutcomeDetail =
  | Extract<StepDetail, { type: 'settled' }>
  | { readonly type: 'unanswered' | 'late' }

/** Hands steps to the inspectors. */
export type EmitStep = (call: { id: number; method: string }, detail: StepDetail) => void
