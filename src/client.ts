import { createClock } from './clock'
import { type CodeCatalogue, createLookup } from './codes/catalogue'
import { commonCodes } from './codes/common'
import { toExplanation } from './explain'
import { createFailures } from './failures'
import type { WebWindow } from './fallbacks/fallback'
import { createEnvironment } from './gate/environment'
import { createGate, type Gate } from './gate/gate'
import { OFFICIAL_SCRIPT } from './gate/load'
import { createRawSource, hasMethod, KIT } from './gate/raw'
import type { Call, CallOptions, Trouble } from './invoke/call'
import { createEvents } from './invoke/events'
import { createInvoke } from './invoke/invoke'
import { createStandIns } from './invoke/standIn'
import type { OpenParts, WalletOptions } from './link/open'
import { createMessages, type LocaleMessages } from './messages/messages'
import { checkOptions, checkTag, type UpsdkOptions } from './options'
import { withMethods } from './proxy'
import { createReadiness } from './readiness'
import { createReporting } from './reporting'
import { isFunction, noop, oneAtATime, readString, runSafely } from './run'
import type { Upsdk } from './types/upsdk'
import { createDialogs } from './ui/ask'
import type { Actions, Presenter } from './ui/presenter'
import { createShow } from './ui/show'
import type { WalletToast } from './ui/wallet'
import { wantedLocales } from './wantedLocales'
import { globalWindow, type UpsdkWindow } from './window'

/** What the full kit has and `core` has not. */
export interface Extras {
  locales: readonly LocaleMessages[]
  catalogues: readonly CodeCatalogue[]
  presenter?(window: UpsdkWindow | undefined): Presenter
  walletToast?(gate: Gate): WalletToast
  openWallet?(wallet: WalletOptions, parts: OpenParts): Promise<boolean>
}

const READY_TIMEOUT = 8000

/**
 * Wires the rooms together. The way of a call: `call` → gate → invoke → page. The way of a failure:
 * failures (shape → code → reason → message) → reporting → page → show.
 */
export function createClient(options: UpsdkOptions, extras: Extras): Upsdk {
  checkOptions(options)
  const { readyTimeout = READY_TIMEOUT, callTimeout, presenter, script, wallet, fallbacks } = options
  const window = options.window || globalWindow()
  const document = window?.document
  const source = createRawSource(window)
  const environment = createEnvironment(window)
  const clock = createClock(document)
  const scriptUrl = script === true ? OFFICIAL_SCRIPT : script || undefined
  const gate = createGate({ window, environment, source, clock, script: scriptUrl })
  const lookup = createLookup([...commonCodes, ...extras.catalogues, ...(options.catalogues || [])])
  const messages = createMessages([...extras.locales, ...(options.locales || [])], options.messages)
  const failures = createFailures(lookup, messages, options.serverMessage)
  const walletToast = extras.walletToast?.(gate)
  const { openWallet } = extras
  let made: Presenter | undefined
  const kitPresenter = () => made || (made = extras.presenter?.(window) as Presenter)
  const presenters = { page: presenter, kit: extras.presenter && kitPresenter }
  const dialogs = createDialogs(window, presenters)
  /** Of what outlives its call: fallbacks, the way into the app. */
  const endings = new Set<() => void>()
  /** @returns takes it back */
  const onDestroy = (run: () => void) => {
    endings.add(run)
    return () => {
      endings.delete(run)
    }
  }
  const actions: Actions =
    wallet && window && openWallet
      ? {
          'outside-wallet': {
            run: oneAtATime(() => openWallet(wallet, { window, messages, presenters, dialogs, onDestroy })),
          },
          ...options.actions,
        }
      : options.actions || {}
  const show = createShow({
    clock,
    window,
    messages,
    actions,
    presenters,
    dialogs,
    wallet: walletToast,
  })
  const reporting = createReporting({ options, failures, show, window })
  /** Methods that this wallet has shown to lack, whatever the SDK file has. */
  const lacking = new Set<string>()
  const isLacking = (method: string) => lacking.has(method)
  const readiness = createReadiness({ gate, source, environment, failures, readyTimeout, isLacking })

  function explain(failed: Call, trouble: Trouble) {
    const error = failures.ofCall(failed, trouble)
    if (error.code === 'c03' || error.code === 'c04') lacking.add(failed.method)
    return error
  }
  const findStandIn = createStandIns(
    fallbacks,
    () =>
      window && {
        window: window as unknown as WebWindow,
        lang: messages.locale,
        text: (key) => messages.text([key]),
        toast: show.toast,
        onDestroy,
      },
  )
  const invoke = createInvoke({
    window,
    gate,
    clock,
    readyTimeout,
    callTimeout,
    reports: reporting.wantsSuccess,
    now: reporting.wantsSuccess ? () => performance.now() : () => 0,
    answered: () => walletToast?.trust(),
    explain,
    standIn: fallbacks && ((failed, trouble) => findStandIn(failed, explain(failed, trouble).reason)),
    report: reporting.settled,
    failed: reporting.failed,
  })
  const events = createEvents({
    document,
    register: (method, params, slots) => invoke.call(method, params, undefined, slots),
    stop: (method) => {
      invoke.call(method).catch(noop)
    },
  })

  function call(given: string, params?: unknown, callOptions?: CallOptions): Promise<unknown> {
    // JavaScript may hand in anything.
    const method = String(given)
    const promise = invoke.call(method, params, callOptions, events.takeHandlers(method, params))
    events.wasStopped(method)
    return promise
  }

  function setLocale(tag: string): void {
    checkTag(tag)
    messages.use(() => wantedLocales(tag, window))
  }
  setLocale(options.locale || 'auto')

  const { ready, config, error, supports } = readiness
  const kit = {
    call,
    on: events.on,
    ready,
    pluginReady: ready,
    config,
    error,
    supports,
    /** The one method that answers at once, with an object. */
    getNFCAdapter() {
      const raw = source.get()
      return raw && isFunction(raw.getNFCAdapter) ? raw.getNFCAdapter() : undefined
    },
    explain: (failure: unknown, asked?: { method?: string }) =>
      toExplanation(failures.explain(failure, readString(asked, 'method'))),
    notify: reporting.notify,
    toast(text?: unknown) {
      show.toast(text === undefined || text === null ? '' : String(text))
    },
    setLocale,
    destroy() {
      events.destroy()
      invoke.destroy()
      endings.forEach(runSafely)
      endings.clear()
      readiness.destroy()
      gate.close()
      show.close()
      made?.destroy?.()
      clock.stop()
    },
    get environment() {
      return environment()
    },
    get isInsideWallet() {
      return source.get()?.isInsideWallet === true
    },
    get checkSdkSupport() {
      return source.get()?.checkSdkSupport === true
    },
    get jsApiList() {
      const list = source.get()?.jsApiList
      return Array.isArray(list) ? list : []
    },
    get locale() {
      return messages.locale
    },
  }
  Object.defineProperty(kit, KIT, { value: source.get, configurable: true })
  if (options.config) config(options.config)
  return withMethods(
    kit,
    call,
    (key, value) => {
      source.own()[key] = value
    },
    (key) => hasMethod(source.get() || {}, key),
  ) as unknown as Upsdk
}
