/**
 * Why a call failed. The set is closed, so a page can branch on it without a default.
 *
 * `unauthorized` is an authorization that opening the page again fixes. `user-state` is a state of the user's account.
 * `permission` is a permission of the phone, and `forbidden` one of the mini-program. In the wallet only files,
 * recordings and HCE have a code for `permission`: a camera or a location that the user refused is `unknown` there. A
 * payment that was sent never has a reason for a call that was not (`not-ready`, `invalid-params`, …). It has `unknown`
 * instead, with its code.
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

/** The cause of a failure whose reason has several. `no tap`: the browser does it only while a tap is being handled. */
export type Cause = 'destroyed' | 'given up' | 'replaced' | 'malformed signal' | 'fallback' | 'no tap'

/** `now`: the same call may be sent again at once; `later`: not now; `never`: fix the cause first. */
export type Retry = 'now' | 'later' | 'never'

/** How a failure is shown. */
export type Presentation = 'toast' | 'dialog' | 'none'

/**
 * The source of a code: the front-end table, the SDK file, the server table, one method's own codes, or the kit's
 * judgement.
 */
export type Source = 'frontend' | 'sdk' | 'server' | 'method' | 'kit' | 'unknown'

/** An explanation of a failure: for the user in their language, for the developer in English. */
export interface Explanation {
  /** The code, in the spelling of its table. */
  code?: string
  reason: Reason
  /** The source of the code. */
  source: Source
  /** Is the code documented officially? */
  documented: boolean
  /** The text for the user; '' in `core` without locales. */
  message: string
  /** Tells the developer what to check; '' in production. */
  hint: string
  /** The official description, verbatim: the table's if a catalogue has it, else the SDK file's. */
  description?: string
  /** The official advice, verbatim, if a catalogue has it. */
  solution?: string
  retry: Retry
  /** How it is shown; `none` for a success and for failures that are never shown. */
  presentation: Presentation
}
