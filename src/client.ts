import { createClock } from './clock'
import { type CodeCatalogue, createLookup } from './codes/catalogue'
import { frontendCodes } from './codes/frontend'
import type { Reason } from './codes/reasons'
import { sdkCodes } from './codes/sdk'
import { createTimeline } from './debug'
import { UpsdkError } from './errors'
import type { Explanation } from './explain'
import { createFailures } from './failures'
import { createEnvironment, type Environment } from './gate/environment'
import { createGate, type Gate } from './gate/gate'
import { OFFICIAL_SCRIPT } from './gate/load'
import { createRawSource, hasMethod, KIT } from './gate/raw'
import type { SignedConfigSource } from './gate/signed'
import { createBusy } from './invoke/busy'
import { type Call, createInvoke, type Trouble } from './invoke/invoke'
import { createMessages, type LocaleMessages } from './messages/messages'
import { wantedLocales } from './messages/wanted'
import { checkOptions, checkTag, type UpsdkOptions } from './options'
import { withMethods } from './proxy'
import { isFunction, noop, runLater, runSafely } from './run'
import type { NotifyOptions, Upsdk } from './types/upsdk'
import type { Presenter } from './ui/presenter'
import { createShow } from './ui/show'
import type { WalletToast } from './ui/wallet'
import { globalWindow, type UpsdkWindow } from './window'

/** What the full kit has and `core` has not. */
export interface Extras {
  locales: readonly LocaleMessages[]
  catalogues: readonly CodeCatalogue[]
  presenter?(window: UpsdkWindow | undefined): Presenter
  walletToast?(gate: Gate): WalletToast
}

const READY_TIMEOUT = 8000
/** ms after an interactive method's answer in which the native page is still sliding away. */
const SLIDING_AWAY = 400
/** A task of its own, after the page's handlers and the reactions of its promises. */
const NEXT_TASK = 1
/** Reasons that only someone who is acting needs to hear of. */
const FOR_ACTIONS_ONLY = ['outside-wallet', 'sdk-missing', 'ready-timeout']

/** Wires the rooms together. A call's whole way is here: client → gate → invoke → page, or → explain → show. */
export function createClient(options: UpsdkOptions, extras: Extras): Upsdk {
  checkOptions(options)
  const window = options.window || globalWindow()
  const document = window?.document
  const source = createRawSource(window)
  const environment = createEnvironment(window)
  const clock = createClock(document)
  const { readyTimeout = READY_TIMEOUT, script } = options
  const gate = createGate({
    window,
    environment,
    source,
    clock,
    script: script === true ? OFFICIAL_SCRIPT : script || '',
  })
  const lookup = createLookup([frontendCodes, sdkCodes, ...extras.catalogues, ...(options.catalogues || [])])
  const messages = createMessages([...extras.locales, ...(options.locales || [])], options.messages)
  const failures = createFailures(lookup, messages, options.serverMessage)
  const walletToast = extras.walletToast?.(gate)
  const show = createShow({
    clock,
    document,
    messages,
    actions: options.actions || {},
    presenter: options.presenter,
    wallet: options.presenter ? undefined : walletToast,
    fallback: extras.presenter && (() => extras.presenter?.(window) as Presenter),
  })
  const timeline = options.debug ? createTimeline() : undefined
  const lacking = new Set<string>()
  let lastCall = 0
  let destroyed = false

  function setLocale(tag: string): void {
    checkTag(tag)
    messages.use(wantedLocales(tag, window))
  }
  setLocale(options.locale || 'auto')

  const invoke = createInvoke({
    window,
    gate,
    clock,
    busy: createBusy(),
    readyTimeout,
    callTimeout: options.callTimeout,
    reports: !!(options.onCall || timeline),
    isDestroyed: () => destroyed,
    answered: () => walletToast?.trust(),
    explain,
    failed,
    report,
  })

  function explain(call: Call, trouble: Trouble): UpsdkError {
    const error = failures.ofCall(call, trouble)
    if (error.code === 'c03' || error.code === 'c04') lacking.add(call.method)
    return error
  }

  function failed(call: Call, error: UpsdkError, trouble: Trouble): void {
    const { presentation } = failures.explain(error)
    if (presentation === 'none' || !isToBeShown(call, error)) return
    const showing = {
      error,
      presentation,
      actions: call.options.actions,
      callId: call.id,
      pendingUpTo: lastCall,
    }
    show.soon(showing, trouble.answered && call.traits.interactive ? SLIDING_AWAY : NEXT_TASK)
  }

  function isToBeShown(call: Call, error: UpsdkError): boolean {
    const { traits, callbacks, options: own } = call
    if (traits.quiet) return false
    if (!traits.interactive && FOR_ACTIONS_ONLY.includes(error.reason)) return false
    if (own.notify !== undefined) return own.notify
    if (callbacks.fail || callbacks.cancel) return false
    const { notify = true } = options
    return notify === true || (isFunction(notify) && isWanted(notify, error))
  }

  function report(call: Call, error?: UpsdkError): void {
    const { method, startedAt, sentAt, settledAt = startedAt } = call
    timeline?.settled(call, error)
    if (error && options.onError) runSafely(() => options.onError?.(error))
    if (!options.onCall) return
    const sent = sentAt !== undefined
    const record = {
      method,
      waited: (sentAt ?? settledAt) - startedAt,
      took: sentAt === undefined ? 0 : settledAt - sentAt,
      outcome: error ? error.reason : ('success' as const),
      code: error?.code,
      sent: error ? error.sent : sent,
    }
    runSafely(() => options.onCall?.(record))
  }

  function call(method: string, params?: unknown, callOptions?: object): Promise<unknown> {
    lastCall++
    return invoke(method, params, callOptions)
  }

  function notify(failure: unknown, { method, actions }: NotifyOptions = {}): UpsdkError | undefined {
    const understood = failures.explain(failure, method)
    const { presentation } = understood
    const error = failure instanceof UpsdkError ? failure : failures.toError(understood, method, failure)
    if (presentation !== 'none') show.now({ error, presentation, actions })
    else if (understood.reason === 'unknown') return undefined
    return error
  }

  /** Waits at the gate without anything to send. */
  function whenReady(): Promise<Environment> {
    return new Promise((resolve, reject) => {
      const refuse = (reason: Reason, raw?: unknown) => reject(failures.ofReason(reason, raw))
      if (destroyed) return refuse('aborted')
      gate.enter({ send: () => resolve(environment()), refuse }, readyTimeout)
    })
  }

  function ready(callback?: () => void): Promise<Environment> {
    if (isFunction(callback) && !destroyed) {
      const run = () => runLater(callback)
      gate.enter({ send: run, refuse: (reason) => reason === 'outside-wallet' && run(), patient: true }, 0)
    }
    const promise = whenReady()
    if (callback) promise.catch(noop)
    return promise
  }

  function config(signed: SignedConfigSource): Promise<void> {
    if (!destroyed && environment().insideWallet) {
      gate.signed.start(signed)
      // Keeps the gate looking for an upsdk to hand the config to, for as long as it takes.
      gate.enter({ send: noop, refuse: noop, patient: true }, 0)
    }
    const promise = whenReady().then(noop)
    promise.catch(noop)
    return promise
  }

  async function supports(method: string): Promise<boolean> {
    try {
      await whenReady()
      const raw = source.get()
      return !!raw && hasMethod(raw, method) && !lacking.has(method)
    } catch {
      return false
    }
  }

  const kit = {
    call,
    ready,
    pluginReady: ready,
    config,
    error: (callback: (failure: unknown) => void) =>
      gate.signed.onRefusal((failure) => runLater(() => callback(failure))),
    supports,
    explain: (failure: unknown, options?: { method?: string }): Explanation => {
      const { sent: _, ...explanation } = failures.explain(failure, options?.method)
      return explanation
    },
    notify,
    toast: show.toast,
    setLocale,
    destroy() {
      destroyed = true
      invoke.abortAll()
      gate.close()
      show.close()
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
  return withMethods(kit, call, (key, value) => {
    source.own()[key] = value
  }) as unknown as Upsdk
}

/** A page's function that fails has not asked for silence. */
function isWanted(notify: (error: UpsdkError) => unknown, error: UpsdkError): boolean {
  let wanted: unknown
  runSafely(() => {
    wanted = notify(error)
  })
  return wanted !== false
}
