import type { Presentation, Reason, Retry } from '../types/failure'

/** The columns that hold for every failure of one reason, unless its code says otherwise. */
export interface ReasonRow {
  retry: Retry
  presentation: Presentation
  /** The key of its message, where that is another reason's. */
  message?: string
  /** Only said to someone who is acting: on load it would only interrupt. */
  acting?: boolean
  /** It says that nothing was sent, so no payment that was sent has it. */
  unsent?: boolean
  /** Says nothing to someone who was about to pay; said instead: the payment has not started. */
  beforePaying?: boolean
}

const row = (
  retry: Retry,
  presentation: Presentation,
  more?: Omit<ReasonRow, 'retry' | 'presentation'>,
): ReasonRow => ({ retry, presentation, ...more })

/** Every reason, with every column. */
export const reasons: { readonly [R in Reason]: ReasonRow } = {
  'outside-wallet': row('never', 'dialog', { acting: true, unsent: true }),
  'sdk-missing': row('later', 'toast', { acting: true, unsent: true }),
  'ready-timeout': row('now', 'toast', { acting: true, unsent: true, beforePaying: true }),
  'not-ready': row('now', 'toast', { unsent: true, beforePaying: true }),
  forbidden: row('later', 'toast'),
  unsupported: row('never', 'toast'),
  'invalid-params': row('never', 'toast', { unsent: true }),
  // A weak signal or an expired frontToken ends here too: the user can enter again.
  'bad-signature': row('never', 'toast', { acting: true, unsent: true }),
  'bad-config': row('never', 'toast', { message: 'invalid-params', acting: true, unsent: true }),
  unauthorized: row('never', 'toast'),
  identity: row('later', 'toast'),
  'user-state': row('never', 'toast'),
  permission: row('never', 'dialog'),
  network: row('now', 'toast'),
  busy: row('later', 'none', { unsent: true }),
  cancelled: row('now', 'none'),
  timeout: row('later', 'toast'),
  aborted: row('now', 'none', { message: 'cancelled' }),
  system: row('later', 'toast', { beforePaying: true }),
  unknown: row('later', 'toast', { beforePaying: true }),
}
