import type { Reason } from '../codes/reasons'
import type { Actions } from '../ui/presenter'
import type { Traits } from './traits'

/** What a page may say of one call. */
export interface CallOptions {
  /** ms from sending to an answer, in place of `callTimeout`; 0 or Infinity: none. */
  timeout?: number
  /** Gives the call up: it rejects with `aborted`, and is not sent where it has not been. */
  signal?: AbortSignal
  /** Show a failure? In place of the instance's `notify`. */
  notify?: boolean
  /** Buttons of this call's dialogs, before the instance's. */
  actions?: Actions
}

export type Callback = (value: unknown) => void

export type CallbackName = 'success' | 'fail' | 'cancel' | 'complete'
export type Callbacks = { [Name in CallbackName]?: Callback }

/** What most calls have; compared with, never written to. */
export const NO_CALLBACKS: Callbacks = {}

/** The kit's own functions in the parameters of an event method; one in `success` tells what was an event. */
export type Slots = Readonly<Record<string, (value: unknown) => boolean>>

export const NO_SLOTS: Slots = {}

/** One call, from the page to its settlement. */
export interface Call {
  readonly id: number
  readonly method: string
  readonly traits: Traits
  readonly options: CallOptions
  callbacks: Callbacks
  readonly slots: Slots
  /** Times of `performance.now()`; 0 where nobody is told of them. Undefined: not sent, not settled. */
  readonly startedAt: number
  sentAt?: number
  settledAt?: number
}

/** Why a call fails: a reason of the kit's own, what upsdk gave to `fail`, or what it threw. */
export interface Trouble {
  reason?: Reason
  raw?: unknown
  /** `raw` came through `fail`. */
  answered?: boolean
  /** `raw` was thrown. */
  thrown?: boolean
  /** A hint more particular than the reason's. */
  hint?: string
  /** A text for the user more particular than the reason's. */
  text?: string
  /** The reason whose button is offered where there is none for this one. */
  otherwise?: Reason
}
