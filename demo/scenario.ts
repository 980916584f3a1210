/** What a scenario of the demo is made of. */
import type { Ready } from './setup'

export type Action = 'pay' | 'bioDetect' | 'scanQRCode' | 'appletExplicitAuth' | 'backend'

export type CodeId = 'c02' | 'c03' | 'c05' | '94' | '95' | '96' | '97' | '98' | '99'

export type ScenarioId =
  | CodeId
  | 'early'
  | 'late'
  | 'after'
  | 'never'
  | 'outside'
  | 'mobile'
  | 'mobile-refused'
  | 'mobile-c02'
  | 'paid'
  | 'cancelled'
  | 'unconfirmed'
  | 'lost'
  | 'double'
  | 'own'
  | 'wallet-toast'
  | 'network'

export type GroupId = 'time' | 'code' | 'auth' | 'pay' | 'page'

/** What happens; what it means is told in texts/. */
export interface Scenario {
  id: ScenarioId
  group: GroupId
  action: Action
  /** What the wallet answers: success, nothing, a failure that says nothing, the user's refusal, or a code. */
  answer: 'success' | 'silent' | 'empty' | 'refused' | (string & {})
  /** What it answers from the second call on, where that is something else. */
  nextAnswer?: 'success'
  /** When the button is tapped, in ms after the page opens. */
  taps: readonly number[]
  ready?: Ready
  place?: 'browser'
  /** Its message is only shown to a user who has touched the page. */
  needsTouch?: boolean
  /** Failures are told by the wallet's own toast. */
  walletToasts?: boolean
  /** The page handles the failure itself, with `preventDefault`. */
  takesOver?: boolean
  /** The page has a way on, which the dialog's button takes. */
  leadsOn?: boolean
  /** How it is written without the kit, and with it; lines that fit beside the phone. */
  rawCode: readonly string[]
  kitCode: readonly string[]
  /** Without the kit, the page locks its button until it hears something. */
  locks?: boolean
  /** Did the page without the kit think of `pluginReady`? */
  rawWaits?: boolean
}
