/**
 * A window with the real SDK file over a fake native side, in virtual time: it plays hundreds of histories a second,
 * while a browser plays one. It has events, a document and scripts, and draws nothing.
 */
import { readFileSync } from 'node:fs'
import type { UpsdkWindow } from '../../src/types/window'
import { walletAgent } from './nativeSide.mjs'

const REAL_SDK = readFileSync('node_modules/js-upsdk/src/upsdk.js', 'utf8')

type Listener = (event: object) => void

/** Listeners in the order of a browser: those that capture first, then the target's own. */
class Target {
  private readonly listeners: { type: string; run: Listener; capture: boolean }[] = []

  addEventListener(type: string, run: Listener, options?: boolean | { capture?: boolean }): void {
    const capture = typeof options === 'object' ? !!options.capture : !!options
    if (this.listeners.some((one) => one.type === type && one.run === run && one.capture === capture)) return
    this.listeners.push({ type, run, capture })
  }

  removeEventListener(type: string, run: Listener, options?: boolean | { capture?: boolean }): void {
    const capture = typeof options === 'object' ? !!options.capture : !!options
    const index = this.listeners.findIndex(
      (one) => one.type === type && one.run === run && one.capture === capture,
    )
    if (index >= 0) this.listeners.splice(index, 1)
  }

  /** How many listeners there are, for tests of what is left behind. */
  get size(): number {
    return this.listeners.length
  }

  run(type: string, event: object, capture: boolean): void {
    for (const one of [...this.listeners]) if (one.type === type && one.capture === capture) one.run(event)
  }
}

/** The native side: the calls that it gets, and its answers. */
export interface NativeCall {
  readonly name: string
  readonly params: unknown
  succeed(value?: unknown): void
  /** @param status sets cordova's last status first, as native does: 'ILLEGAL_ACCESS_EXCEPTION' (H24) */
  fail(raw?: unknown, status?: string): void
}

export interface SdkWindow {
  readonly window: UpsdkWindow & Record<string, unknown>
  /** Every call that reached native, in order. */
  readonly calls: NativeCall[]
  /** Runs at each call, when native gets it. */
  onCall: (call: NativeCall) => void
  /** Runs the SDK file, as one more script tag does. */
  runFile(): void
  /** Loads the bridge's script and brings the bridge up: once for each tag over the bridge without cordova. */
  bridgeUp(): void
  /** Runs in the task of `bridgeUp`, after the SDK file has written its methods, as a page's own listener does. */
  afterBridge: () => void
  readonly listenersOfDocument: number
}

/** How many payments native has got. */
export const paymentsOf = ({ calls }: SdkWindow): NativeCall[] =>
  calls.filter(({ name }) => name.startsWith('UPWebPay.'))

export function sdkWindow(bridge: 'cordova' | 'jsbridge' = 'cordova', userAgent?: string): SdkWindow {
  const host = new Target()
  const document = new Target()
  /** Dispatches on the document as a script does: all listeners run before any promise's reaction. */
  const fire = (type: string, target: object) => {
    const event = { type, target }
    host.run(type, event, true)
    document.run(type, event, true)
    if (target === document) document.run(type, event, false)
  }
  const scripts: { src?: string; onload?: () => void; setAttribute(name: string, value: string): void }[] = []
  const head = { appendChild: (script: (typeof scripts)[number]) => scripts.push(script) }
  Object.assign(document, {
    hidden: false,
    readyState: 'complete',
    currentScript: null,
    documentElement: { lang: 'en' },
    createElement: () => ({
      setAttribute(this: Record<string, string>, name: string, value: string) {
        this[name] = value
      },
    }),
    getElementsByTagName: () => [head],
    querySelector: () => null,
    querySelectorAll: () => [],
  })
  const window = Object.assign(host, {
    document,
    navigator: {
      userAgent: userAgent ?? walletAgent({ platform: 'android', bridge }),
      languages: ['en'],
      userActivation: { hasBeenActive: true, isActive: true },
    },
    location: { href: 'https://mini.example/page' },
    performance: { now: () => performance.now() },
    alert: () => {},
    Object,
  }) as unknown as SdkWindow['window']

  const calls: NativeCall[] = []
  let cordova: { errorRetStatus: number; callbackStatus: Record<string, number> } | undefined
  function exec(
    success: ((value: unknown) => void) | null,
    fail: ((value: unknown) => void) | null,
    plugin: string,
    action: string,
    [params]: unknown[],
  ): void {
    const call: NativeCall = {
      name: `${plugin}.${action}`,
      params,
      succeed: (value) => success?.(value),
      fail(raw, status) {
        if (cordova && status) cordova.errorRetStatus = cordova.callbackStatus[status] || 0
        fail?.(raw)
      },
    }
    calls.push(call)
    made.onCall(call)
  }

  function addBridge(): void {
    if (bridge === 'cordova') {
      cordova = {
        callbackStatus: {
          OK: 1,
          INVALID_ACTION: 7,
          CLASS_NOT_FOUND_EXCEPTION: 2,
          ILLEGAL_ACCESS_EXCEPTION: 3,
        },
        errorRetStatus: 1,
      }
      window.cordova ||= Object.assign(cordova, { exec })
      return
    }
    const wrap = (run: ((value: unknown) => void) | null) => (value: unknown) =>
      run?.(typeof value === 'string' ? { resultString: value } : { resultParams: value })
    window.WebViewJavascriptBridge ||= {
      callHandler(plugin: string, action: string, args: unknown[], success: Listener, fail: Listener) {
        exec(wrap(success as never), wrap(fail as never), plugin, action, args)
      },
    }
  }

  const made: SdkWindow = {
    window,
    calls,
    onCall: () => {},
    afterBridge: () => {},
    runFile() {
      const run = new Function('window', 'document', 'navigator', 'location', 'alert', REAL_SDK)
      run(window, document, window.navigator, window.location, window.alert)
      fire('load', { src: 'https://open.95516.com/s/open/js/upsdk.js' })
    },
    bridgeUp() {
      addBridge()
      if (bridge === 'cordova') fire('deviceready', document)
      else
        for (const script of scripts.splice(0)) {
          fire('load', script)
          script.onload?.()
        }
      made.afterBridge()
    },
    get listenersOfDocument() {
      return document.size
    },
  }
  return made
}
