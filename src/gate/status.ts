import type { Clock } from '../lib/heartbeat'
import { sharedOf } from '../lib/shared'
import { read } from '../lib/values'
import type { UpsdkWindow } from '../types/window'

/**
 * Whose is cordova's last status? The SDK file reads every failure by it, whichever call left it there (H24), so a
 * payment has to know that no other call can have left one.
 */

/** ms in which a refused share may leave a status, of which nobody hears (H30). */
const SHARE_ANSWERED_IN = 10_000

/** The members of the bridge `cordova` that the kit uses. */
export interface Cordova {
  errorRetStatus?: unknown
  callbackStatus?: Readonly<Record<string, unknown>>
}

/** Puts cordova's last status back to OK. Otherwise it outlives its call, and the next failure is read by it (H24). */
export function clearStatus(window: UpsdkWindow): void {
  const cordova = read(window, 'cordova') as Cordova | undefined
  const status = read(cordova, 'callbackStatus') as Cordova['callbackStatus']
  if (cordova && status) cordova.errorRetStatus = status.OK
}

/** Native has answered a call, or a share is handed over: either may leave a status. */
export function countAnswer(window: UpsdkWindow): void {
  const shared = sharedOf(window)
  shared.answers = (shared.answers || 0) + 1
}

/** A share is handed over. */
export function countShare(window: UpsdkWindow, clock: Clock): void {
  const at = clock()
  countAnswer(window)
  sharedOf(window).sinceShare = () => clock() - at
}

/**
 * A payment is handed over.
 *
 * @returns tells, at its answer, whether the status is its own
 */
export function watchStatus(window: UpsdkWindow): () => boolean {
  clearStatus(window)
  const shared = sharedOf(window)
  const { answers = 0, sinceShare } = shared
  const mayBeShare = !!sinceShare && sinceShare() < SHARE_ANSWERED_IN
  return () => !mayBeShare && shared.answers === answers + 1
}
