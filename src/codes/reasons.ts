/**
 * Why a call failed. Closed: a page can branch on it without a default.
 *
 * `unauthorized` is an authorization that entering the page again mends; `user-state` is something about
 * the user's account; `permission` is the phone's; `forbidden` is the mini-program's own.
 */
export type Reason =
  | 'outside-wallet'
  | 'sdk-missing'
  | 'ready-timeout'
  | 'not-ready'
  | 'forbidden'
  | 'unsupported'
  | 'invalid-params'
  | 'bad-signature'
  | 'bad-config'
  | 'unauthorized'
  | 'identity'
  | 'user-state'
  | 'permission'
  | 'network'
  | 'busy'
  | 'cancelled'
  | 'timeout'
  | 'aborted'
  | 'system'
  | 'unknown'

/** `now`: the same call may be sent again as it is; `later`: not now; `never`: something else must happen first. */
export type Retry = 'now' | 'later' | 'never'

/** How a failure is shown. */
export type Presentation = 'toast' | 'dialog' | 'none'

/** What holds for every failure of one reason, unless its code says otherwise. */
export interface ReasonTraits {
  retry: Retry
  presentation: Presentation
  hint: string
}

const traits = (retry: Retry, presentation: Presentation, hint: string): ReasonTraits => ({
  retry,
  presentation,
  hint,
})

/** Every reason with its default retry, presentation and hint for the developer. */
export const reasons: { readonly [R in Reason]: ReasonTraits } = {
  'outside-wallet': traits('never', 'dialog', 'Not opened in the wallet app.'),
  'sdk-missing': traits(
    'later',
    'toast',
    'upsdk.js is not loaded: check its script tag, or set `script: true`.',
  ),
  'ready-timeout': traits('now', 'toast', 'The wallet bridge did not come up in `readyTimeout`.'),
  'not-ready': traits('now', 'toast', 'Called outside pluginReady.'),
  forbidden: traits('later', 'toast', 'Have this permission enabled on the open platform.'),
  unsupported: traits('never', 'toast', 'This wallet does not have the method.'),
  'invalid-params': traits('never', 'toast', 'Check the parameters.'),
  'bad-signature': traits('never', 'toast', 'Check appId, url and signature of `config`.'),
  'bad-config': traits('never', 'toast', '`config` needs appId, nonceStr, timestamp and signature.'),
  unauthorized: traits('never', 'toast', 'Get a new code with appletAuth.'),
  identity: traits('later', 'toast', 'Identity check not passed.'),
  'user-state': traits('never', 'toast', 'The account cannot do this.'),
  permission: traits('never', 'dialog', 'Not allowed in the settings of the phone.'),
  network: traits('now', 'toast', 'No connection.'),
  busy: traits('later', 'none', 'The same call is still open.'),
  cancelled: traits('now', 'none', 'Cancelled by the user.'),
  timeout: traits('later', 'toast', 'Sent, but not answered in time.'),
  aborted: traits('now', 'none', 'Given up by the page.'),
  system: traits('later', 'toast', 'The wallet or a server failed.'),
  unknown: traits('later', 'toast', 'See `raw`.'),
}
