import { lazy } from '../lib/run'
import { withoutPrototype } from '../lib/values'
import type { Presentation, Reason, Retry } from '../types/failure'

/** The columns that hold for every failure of one reason, unless its code says otherwise. */
export interface ReasonRow {
  retry: Retry
  presentation: Presentation
  /** The key of its message, where that is another reason's. */
  message?: string
  /** Shown only after a tap: on load it would only interrupt. */
  onlyAfterTap?: boolean
  /** Means that nothing was sent. If a sent payment seems to have it, it was misread. */
  unsent?: boolean
  /** Before a payment is sent, its message is replaced by `payment-not-sent`. */
  beforePaying?: boolean
  /** The key of the message if the bridge refused a payment. */
  refusedPayment?: string
  /** The wallet cannot be reached, so it cannot show anything either. */
  unreachable?: boolean
  /** The wallet cannot do it, but a fallback may. */
  fallback?: boolean
  /** An unhandled rejection with it is not reported: it is no fault. */
  unreported?: boolean
}

const row = (
  retry: Retry,
  presentation: Presentation,
  more?: Omit<ReasonRow, 'retry' | 'presentation'>,
): ReasonRow => withoutPrototype({ retry, presentation, ...more })

/** Every reason, with every column. It is made at the first failure. */
export const reasons = /* @__PURE__ */ lazy((): { readonly [R in Reason]: ReasonRow } => ({
  'outside-wallet': row('never', 'dialog', {
    onlyAfterTap: true,
    unsent: true,
    unreachable: true,
    fallback: true,
  }),
  'sdk-missing': row('later', 'toast', { onlyAfterTap: true, unsent: true, unreachable: true }),
  'ready-timeout': row('now', 'toast', {
    onlyAfterTap: true,
    unsent: true,
    beforePaying: true,
    unreachable: true,
  }),
  'not-ready': row('now', 'toast', { unsent: true, beforePaying: true, unreachable: true }),
  forbidden: row('later', 'toast', { refusedPayment: 'payment-forbidden' }),
  unsupported: row('never', 'toast', { fallback: true }),
  'invalid-params': row('never', 'toast', { unsent: true }),
  // A weak signal or an expired frontToken ends here too: the user can enter again.
  'bad-signature': row('never', 'toast', { onlyAfterTap: true, unsent: true, unreachable: true }),
  'bad-config': row('never', 'toast', {
    message: 'invalid-params',
    onlyAfterTap: true,
    unsent: true,
    unreachable: true,
  }),
  unauthorized: row('never', 'toast'),
  identity: row('later', 'toast'),
  'user-state': row('never', 'toast'),
  permission: row('never', 'dialog'),
  network: row('now', 'toast'),
  busy: row('later', 'none', { unsent: true, unreported: true }),
  cancelled: row('now', 'none', { unreported: true }),
  timeout: row('later', 'toast'),
  aborted: row('now', 'none', { message: 'cancelled', unreported: true }),
  system: row('later', 'toast', { beforePaying: true }),
  unknown: row('later', 'toast', { beforePaying: true }),
}))
