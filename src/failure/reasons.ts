import type { Presentation, Reason, Retry } from '../types/failure'

/** What holds for every failure of one reason, unless its code says otherwise. */
export interface ReasonRow {
  retry: Retry
  presentation: Presentation
  /** For the developer: what to check. */
  hint: string
  /** The key of its message, where that is another reason's. */
  message?: string
  /** Only said to someone who is acting: on load it would only interrupt. */
  acting?: boolean
  /** Says nothing to someone who was about to pay; said instead: the payment has not started. */
  beforePaying?: boolean
}

const row = (
  retry: Retry,
  presentation: Presentation,
  hint: string,
  more?: Omit<ReasonRow, 'retry' | 'presentation' | 'hint'>,
): ReasonRow => ({ retry, presentation, hint, ...more })

/** Every reason, with every column. */
export const reasons: { readonly [R in Reason]: ReasonRow } = {
  'outside-wallet': row('never', 'dialog', 'Not opened in the wallet app.', { acting: true }),
  'sdk-missing': row(
    'later',
    'toast',
    'upsdk.js is not loaded: check its script tag, or set `script: true`.',
    {
      acting: true,
    },
  ),
  'ready-timeout': row('now', 'toast', 'The wallet bridge did not come up in `readyTimeout`.', {
    acting: true,
    beforePaying: true,
  }),
  'not-ready': row('now', 'toast', 'Called outside pluginReady.', { beforePaying: true }),
  forbidden: row(
    'later',
    'toast',
    'Have the permission enabled on the open platform, and the domain registered.',
  ),
  unsupported: row('never', 'toast', 'This wallet does not have the method.'),
  'invalid-params': row('never', 'toast', 'Check the parameters.'),
  // A weak signal or an expired frontToken ends here too: the user can enter again.
  'bad-signature': row('never', 'toast', 'Check appId, url, signature and frontToken of `config`.', {
    acting: true,
  }),
  'bad-config': row('never', 'toast', '`config` needs appId, nonceStr, timestamp and signature.', {
    message: 'invalid-params',
    acting: true,
  }),
  unauthorized: row('never', 'toast', 'Get a new code with appletAuth.'),
  identity: row('later', 'toast', 'Identity check not passed.'),
  'user-state': row('never', 'toast', 'The account cannot do this.'),
  permission: row('never', 'dialog', 'Not allowed in the settings of the phone.'),
  network: row('now', 'toast', 'No connection.'),
  busy: row('later', 'none', 'The same call, or a payment, is still open.'),
  cancelled: row('now', 'none', 'Cancelled by the user.'),
  timeout: row('later', 'toast', 'Sent, but not answered in time.'),
  aborted: row('now', 'none', 'Given up by the page.', { message: 'cancelled' }),
  system: row('later', 'toast', 'The wallet or a server failed.', { beforePaying: true }),
  unknown: row('later', 'toast', 'See `raw`.', { beforePaying: true }),
}
