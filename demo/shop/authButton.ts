/** The interval and the limit with which UnionPay's button looks for the bridge. */
const LOOK_EVERY = 20
const GIVE_UP_AFTER = 2000
const NO_BRIDGE = '__ENV__10001'

const PLUGIN = 'UPWebSdk'
const ACTION = 'appletExplicitAuth'

/** cordova's statuses, and the button's codes for them. */
const CODES: readonly (readonly [status: string, code: string])[] = [
  ['ILLEGAL_ACCESS_EXCEPTION', 'c02'],
  ['INVALID_ACTION', 'c03'],
  ['CLASS_NOT_FOUND_EXCEPTION', 'c04'],
]

type Handler = (value: unknown) => void
interface Payload {
  resultString?: unknown
  resultParams?: unknown
}
interface Cordova {
  errorRetStatus: number
  callbackStatus: Readonly<Record<string, number>>
  exec(success: Handler, fail: Handler, plugin: string, action: string, args: unknown[]): void
}
interface Bridges {
  cordova?: Cordova
  WebViewJavascriptBridge?: {
    callHandler(
      plugin: string,
      action: string,
      args: unknown[],
      success: (payload: Payload) => void,
      fail: (payload: Payload) => void,
    ): void
  }
}

/**
 * Taps UnionPay's own authorization button. upsdk does not have the method, so the button calls native itself. It polls
 * for the bridge, and passes just a code to the page.
 */
export function tapAuthButton(scope: string, success: Handler, fail: Handler): void {
  const givesUpAt = performance.now() + GIVE_UP_AFTER
  const args = [{ scope }]
  const look = (): void => {
    const { cordova, WebViewJavascriptBridge: bridge } = window as unknown as Bridges
    if (cordova) cordova.exec(success, (raw) => fail(codeOf(cordova) ?? raw), PLUGIN, ACTION, args)
    else if (bridge)
      bridge.callHandler(
        PLUGIN,
        ACTION,
        args,
        (payload) => success(unwrap(payload)),
        (payload) => fail(unwrap(payload)),
      )
    else if (performance.now() > givesUpAt) fail(NO_BRIDGE)
    else setTimeout(look, LOOK_EVERY)
  }
  look()
}

const unwrap = ({ resultString, resultParams }: Payload): unknown => resultString ?? resultParams

/** Reads the code of a refusal from cordova's last status. */
const codeOf = ({ errorRetStatus, callbackStatus }: Cordova): string | undefined =>
  CODES.find(([status]) => callbackStatus[status] === errorRetStatus)?.[1]
