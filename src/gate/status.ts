import { read } from '../lib/values'
import type { UpsdkWindow } from '../lib/window'

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
