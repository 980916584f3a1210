import { hasOwn, isObject } from '../../src/internalsWithoutDom'
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

/** Methods of upsdk whose action at the bridge has another name. */
const METHODS: Readonly<Record<string, string>> = {
  'UPWebPay.qrCodePay': 'uPlanQrPay',
  'UPWebNewPage.createWebPage': 'createWebView',
  'UPSharePlugin.showSharePopupNew': 'showShareMorePanel',
  'UPSharePlugin.shareContent': 'shareSinglePlugin',
  'UPWPluginLiteApp.ready': 'registerLifecycle',
}

/** Finds the method of a call of the bridge. Any other action counts as the method with its name. */
function methodOf(plugin: string, action: string, params: unknown): string {
  // One action reads several things of the app: with type 0 the city, with 1 the place.
  if (action === 'fetchNativeData' && isObject(params)) {
    if (String(params.type) === '0') return 'getLocationCity'
    if (String(params.type) === '1') return 'getLocationGps'
  }
  const name = `${plugin}.${action}`
  return hasOwn(METHODS, name) ? METHODS[name] || action : action
}

/** Reads the parameters of a call. Some actions take the JSON text of an object. */
function paramsOf(given: unknown): unknown {
  const [params] = Array.isArray(given) ? (given as unknown[]) : []
  if (typeof params !== 'string' || !/^\s*\{/.test(params)) return params
  try {
    return JSON.parse(params) as unknown
  } catch {
    return params
  }
}

/**
 * Makes the bridge itself, for pages that call it directly: UnionPay's own button and its H5 framework of 2016 to 2019,
 * and an upsdk inside a page's bundle. They leave out callbacks by null.
 */
export function bridgeOf(native: Native, { bridge }: SimulatedEnvironment): [name: string, value: object] {
  function call({ plugin, action, given, success, fail }: BridgeCall): void {
    const params = paramsOf(given)
    native.exec(methodOf(plugin, action, params), params, callable(success), callable(fail))
  }
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
        exec: (success: Given, fail: Given, plugin: string, action: string, given?: unknown) =>
          call({ plugin, action, given, success, fail }),
      },
    ]
  return [
    'WebViewJavascriptBridge',
    {
      callHandler: (plugin: string, action: string, given?: unknown, success?: Given, fail?: Given) =>
        call({
          plugin,
          action,
          given,
          success: (value) => callable(success)(wrap(value)),
          fail: (raw) => callable(fail)(wrap(raw)),
        }),
    },
  ]
}

/** A callback as a page gives it. */
type Given = Callback | null | undefined

/** A call of the bridge, whose own two functions take these in an order of theirs. */
interface BridgeCall {
  readonly plugin: string
  readonly action: string
  /** Its parameters, as the page gave them. */
  readonly given: unknown
  readonly success: Given
  readonly fail: Given
}

const callable = (given: Given): Callback => (typeof given === 'function' ? given : () => undefined)
