import { isFunction, read } from '../lib/values'
import type { UpsdkWindow } from '../types/window'
import { type Cordova, clearStatus } from './cordovaStatus'
import { EXPLICIT_AUTH } from './rawUpsdk'

const PLUGIN = 'UPWebSdk'

type Run = (...args: unknown[]) => unknown
type Answers = Record<'success' | 'fail', (value: unknown) => void>

/** Finds a function that calls native's own authorization over the bridge; undefined if there is no bridge. */
export type FindExplicitAuth = (window: UpsdkWindow) => ((params: unknown) => unknown) | undefined

const findExplicitAuth: FindExplicitAuth = (window) => {
  const cordova = read(window, 'cordova')
  const exec = read(cordova, 'exec')
  const bridge = read(window, 'WebViewJavascriptBridge')
  const callHandler = read(bridge, 'callHandler')
  if (!isFunction(exec) && !isFunction(callHandler)) return undefined
  return (params) => {
    const argument = params as Partial<Answers>
    const { success, fail } = argument as Answers
    delete argument.success
    delete argument.fail
    const failWith = (raw: unknown) => fail(typeof raw === 'string' && raw ? { msg: raw } : raw)
    const call = [PLUGIN, EXPLICIT_AUTH, [argument]]
    if (isFunction(exec)) {
      // A share that was refused before may have left its status (H30).
      clearStatus(window)
      exec.call(cordova, success, (raw: unknown) => failWith(takeStatus(window) || raw), ...call)
    } else
      (callHandler as Run).call(
        bridge,
        ...call,
        (payload: unknown) => success(unwrap(payload)),
        (payload: unknown) => failWith(unwrap(payload)),
      )
  }
}

const unwrap = (payload: unknown): unknown => read(payload, 'resultString') || read(payload, 'resultParams')

/** The beginnings of the cordova statuses that the SDK file turns into c02, c03 and c04. */
const REFUSALS = ['ILLEGAL_ACCESS', 'INVALID_ACTION', 'CLASS_NOT_FOUND']

/** Reads a refusal from cordova's last status, and resets the status. */
function takeStatus(window: UpsdkWindow): { errcode: string; errmsg: string } | undefined {
  const { callbackStatus, errorRetStatus } = (read(window, 'cordova') || {}) as Cordova
  if (!callbackStatus) return undefined
  clearStatus(window)
  const errmsg = Object.keys(callbackStatus).find((name) => callbackStatus[name] === errorRetStatus) || ''
  const index = REFUSALS.findIndex((start) => errmsg.startsWith(start))
  return index < 0 ? undefined : { errcode: `c0${index + 2}`, errmsg }
}

export const explicitAuth: { readonly explicitAuth: FindExplicitAuth } = { explicitAuth: findExplicitAuth }
