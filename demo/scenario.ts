/** The parts of a scenario of the demo. */
import type { Ready } from './setup'

export type PlayedCall = 'pay' | 'bioDetect' | 'scanQRCode' | 'appletExplicitAuth' | 'backend'

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

/** The events of a scenario. Its texts are in texts/. */
export interface Scenario {
  id: ScenarioId
  group: GroupId
  action: PlayedCall
  /** The wallet's answer: success, none, an empty failure, the user's cancellation, or a code. */
  answer: 'success' | 'silent' | 'empty' | 'refused' | (string & {})
  /** The times of taps on the button, in ms after the page opens. */
  taps: readonly number[]
  ready?: Ready
  place?: 'browser'
  /** Whether its message is shown only to a user who has touched the page. */
  needsTouch?: boolean
  /** Whether failures are shown by the wallet's own toast. */
  walletToasts?: boolean
  /** Whether the page handles the failure itself, with `preventDefault`. */
  takesOver?: boolean
  /** Whether the dialog has a button that leads on. */
  leadsOn?: boolean
  /** The code without the kit, in lines that fit beside the phone. */
  rawCode: readonly string[]
  kitCode: readonly string[]
  /** Whether the page without the kit disables its button until a callback runs. */
  locks?: boolean
  /** Whether the page without the kit uses `pluginReady`. */
  rawWaits?: boolean
}
