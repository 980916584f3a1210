import type { UpsdkErrorFields } from './error'

/** A dialog's button. */
export interface Action {
  /** Replaces the usual label for this code or reason. */
  label?: string | undefined
  /** Runs when the user confirms. */
  run(error: UpsdkErrorFields): void
}

/** Buttons by code, reason or message key: `{ 99: { run: () => location.assign('/verify') } }`. */
export type Actions = Readonly<Partial<Record<string, Action>>>
