import { isFunction, read } from '../lib/values'
import type { RawUpsdk, UpsdkWindow } from '../lib/window'
import { methodOf } from './raw'

/** UnionPay's own authorization button calls it; upsdk does not have it (upsdk-behaviour §5). */
export const EXPLICIT_AUTH = 'appletExplicitAuth'
const PLUGIN = 'UPWebSdk'

type Run = (...args: unknown[]) => unknown
type Answers = Record<'success' | 'fail', (value: unknown) => void>
interface Cordova {
  errorRetStatus?: unknown
  callbackStatus?: Readonly<Record<string, unknown>>
}

/** What runs a method: upsdk, or native itself for the one that upsdk does not have. */
export const runnerOf = (raw: RawUpsdk, method: string, window: UpsdkWindow | undefined): Run | undefined =>
  methodOf(raw, method) || (method === EXPLICIT_AUTH ? explicitAuth(window) : undefined)

/** The native call over the bridge that is there; none where there is neither. */
function explicitAuth(window: UpsdkWindow | undefined): Run | undefined {
  const cordova = read(window, 'cordova')
  const exec = read(cordova, 'exec')
  const bridge = read(window, 'WebViewJavascriptBridge')
  const callHandler = read(bridge, 'callHandler')
  if (!isFunction(exec) && !isFunction(callHandler)) return undefined
  return (params) => {
    const given = params as Partial<Answers>
    const { success, fail } = given as Answers
    delete given.success
    delete given.fail
    const failWith = (raw: unknown) => fail(typeof raw === 'string' && raw ? { msg: raw } : raw)
    const call = [PLUGIN, EXPLICIT_AUTH, [given]]
    if (isFunction(exec))
      exec.call(cordova, success, (raw: unknown) => failWith(takeStatus(window) || raw), ...call)
    else
      (callHandler as Run).call(
        bridge,
        ...call,
        (payload: unknown) => success(unwrap(payload)),
        (payload: unknown) => failWith(unwrap(payload)),
      )
  }
}

const unwrap = (payload: unknown): unknown => read(payload, 'resultString') || read(payload, 'resultParams')

/** How cordova's statuses begin that the SDK file makes c02, c03 and c04 of. */
const REFUSALS = ['ILLEGAL_ACCESS', 'INVALID_ACTION', 'CLASS_NOT_FOUND']

/** Puts cordova's last status back, where there is cordova: it stays until someone does, and outlives its call (H24). */
export function clearStatus(window: UpsdkWindow | undefined): void {
  const cordova = read(window, 'cordova') as Cordova | undefined
  const status = read(cordova, 'callbackStatus') as Cordova['callbackStatus']
  if (cordova && status) cordova.errorRetStatus = status.OK
}

/** The refusal that stands in cordova's last status, which is put back. */
function takeStatus(window: UpsdkWindow | undefined): { errcode: string; errmsg: string } | undefined {
  const { callbackStatus, errorRetStatus } = (read(window, 'cordova') || {}) as Cordova
  if (!callbackStatus) return undefined
  clearStatus(window)
  const errmsg = Object.keys(callbackStatus).find((name) => callbackStatus[name] === errorRetStatus) || ''
  const index = REFUSALS.findIndex((start) => errmsg.startsWith(start))
  return index < 0 ? undefined : { errcode: `c0${index + 2}`, errmsg }
}
