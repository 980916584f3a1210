/**
 * cordova's last status. The SDK file interprets every failure by it, whichever call has set it (H24). So a payment
 * trusts it only if no other call can have set it.
 */

import type { Clock } from '../lib/heartbeat'
import { sharedOf } from '../lib/shared'
import { read } from '../lib/values'
import type { UpsdkWindow } from '../types/window'

/** How long after a share its refusal may set the status, in ms. Nothing else reports the refusal (H30). */
const SHARE_ANSWERED_IN = 10_000

/** The members of the bridge `cordova` that the kit uses. */
export interface Cordova {
  errorRetStatus?: unknown
  callbackStatus?: Readonly<Record<string, unknown>>
}

/**
 * Resets cordova's last status to OK. Otherwise the SDK file interprets the next failure by it (H24).
 *
 * @returns false if it cannot be reset, because a page has frozen it
 */
export function clearStatus(window: UpsdkWindow): boolean {
  const cordova = read(window, 'cordova') as Cordova | undefined
  const status = read(cordova, 'callbackStatus') as Cordova['callbackStatus']
  try {
    if (cordova && status) cordova.errorRetStatus = status.OK
    return true
  } catch {
    return false
  }
}

/** Counts an answer of native, since it may set the status. */
export function countAnswer(window: UpsdkWindow): void {
  const shared = sharedOf(window)
  shared.answers = (shared.answers || 0) + 1
}

/** Counts a share that is sent as an answer: its refusal may set the status, and nothing else reports it (H30). */
export function countShare(window: UpsdkWindow, clock: Clock): void {
  const at = clock()
  countAnswer(window)
  sharedOf(window).sinceShare = () => clock() - at
}

/**
 * Watches the status of a payment that is sent.
 *
 * @param refusesIn how long after sending the bridge itself may refuse it, in ms
 * @returns a check for when native answers: can the status only be the bridge's refusal of this payment?
 */
export function watchStatus(window: UpsdkWindow, clock: Clock, refusesIn: number): () => boolean {
  const sentAt = clock()
  const isCleared = clearStatus(window)
  const shared = sharedOf(window)
  const { answers = 0, sinceShare } = shared
  const mayBeShare = !!sinceShare && sinceShare() < SHARE_ANSWERED_IN
  return () => isCleared && !mayBeShare && shared.answers === answers + 1 && clock() - sentAt <= refusesIn
}
