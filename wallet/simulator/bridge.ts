import type { Native } from './native'
import type { SimulatedEnvironment } from './userAgent'

type Callback = (value: unknown) => void

/** cordova's numbers for its statuses. The SDK file turns three of them into codes. */
const callbackStatus = { OK: 1, CLASS_NOT_FOUND_EXCEPTION: 2, ILLEGAL_ACCESS_EXCEPTION: 3, INVALID_ACTION: 7 }
const NUMBERS: Readonly<Record<string, number>> = {
  c02: callbackStatus.ILLEGAL_ACCESS_EXCEPTION,
  c03: callbackStatus.INVALID_ACTION,
  c04: callbackStatus.CLASS_NOT_FOUND_EXCEPTION,
}

const wrap = (value: unknown) =>
  typeof value === 'string' ? { resultString: value } : { resultParams: value }

/** Makes the bridge itself, for pages that call it directly. An action counts as the method with its name. */
export function bridgeOf(native: Native, { bridge }: SimulatedEnvironment): [name: string, value: object] {
  if (bridge === 'cordova')
    return [
      'cordova',
      {
        callbackStatus,
        get errorRetStatus() {
          return NUMBERS[native.status || ''] || callbackStatus.OK
        },
        set errorRetStatus(status: number) {
          native.status = Object.keys(NUMBERS).find((code) => NUMBERS[code] === status)
        },
        exec(success: Callback, fail: Callback, _plugin: string, action: string, [params]: [unknown?] = []) {
          native.exec(action, params, success, fail)
        },
      },
    ]
  return [
    'WebViewJavascriptBridge',
    {
      callHandler(
        _plugin: string,
        action: string,
        [params]: [unknown?] = [],
        success?: Callback,
        fail?: Callback,
      ) {
        native.exec(
          action,
          params,
          (value) => success?.(wrap(value)),
          (raw) => fail?.(wrap(raw)),
        )
      },
    },
  ]
}
