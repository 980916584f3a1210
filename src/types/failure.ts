/**
 * Why a call failed. Closed: a page can branch on it without a default.
 *
 * `unauthorized` is an authorization that entering the page again fixes; `user-state` is something about
 * the user's account; `permission` is the phone's; `forbidden` is the mini-program's own. A payment that was sent never
 * has one that says that it was not (`not-ready`, `invalid-params`, …): it is `unknown`, with its code.
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

/** The cause of a failure, where causes share a reason. `no tap`: the browser does it only while a tap is handled. */
export type Cause = 'destroyed' | 'given up' | 'replaced' | 'malformed signal' | 'fallback' | 'no tap'

/** `now`: the same call may be sent again as it is; `later`: not now; `never`: something else must happen first. */
export type Retry = 'now' | 'later' | 'never'

/** How a failure is shown. */
export type Presentation = 'toast' | 'dialog' | 'none'

/** Whose code it is: the front-end table, the SDK file, the server table, one method's own, the kit's judgement. */
export type Source = 'frontend' | 'sdk' | 'server' | 'method' | 'kit' | 'unknown'

/** A failure in plain words: for the user in their language, for the developer in English. */
export interface Explanation {
  /** The code as it was given, in the spelling of its table. */
  code?: string
  reason: Reason
  /** Whose code it is. */
  source: Source
  /** Does an official text name it? */
  documented: boolean
  /** For the user; '' in `core` without locales. */
  message: string
  /** For the developer: what to check. '' in production. */
  hint: string
  /** The official description, verbatim: the table's where a catalogue has it, else the SDK file's. */
  description?: string
  /** The official advice, verbatim, where a catalogue has it. */
  solution?: string
  retry: Retry
  /** How it is shown; `none` for a success and for what is never shown. */
  presentation: Presentation
}
