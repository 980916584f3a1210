import { type Call, type CallContext, failCallback, startCall, UNREPORTED } from './call/call'
import { traitsOf } from './call/methods'
import { createShareUrlWarning, withDevInspector } from './dev/devTools'
import type { EventHandler } from './events/events'
import { createExplainer, NO_CALL } from './failure/explain'
import { createGate, type Question } from './gate/gate'
import { createReady } from './gate/ready'
import { createEnvironment, createRawSource, EXPLICIT_AUTH, KIT, readFlag } from './gate/upsdk'
import { DEV } from './lib/dev'
import { createHeartbeat } from './lib/heartbeat'
import { createEndings, lazy, noop, runSafely } from './lib/run'
import { createEmit } from './lib/steps'
import { lacking } from './lib/trouble'
import { isFunction, isObject, listOf, read, readString } from './lib/values'
import { version } from './lib/version'
import { emptyWindow, globalWindow } from './lib/window'
import { callChecks, isLocale, type Part, readKitOptions, readOptions, type UpsdkOptions } from './options'
import { withMethods } from './proxy'
import { createShow } from './show/show'
import { createTexts, wantedLocales } from './texts/texts'
import type { CallOptions, NotifyOptions } from './types/callOptions'
import type { FailedCall } from './types/failedCall'
import type { Presenter } from './types/presenter'
import type { LocaleMessages } from './types/texts'
import type { Upsdk } from './types/upsdk'
import type { UpsdkWindow } from './types/window'

/** The parts, locales and UI that an entry point has built in. */
export interface BuiltIn {
  readonly parts: readonly Part[]
  readonly locales: readonly LocaleMessages[]
  presenter?: (window: UpsdkWindow | undefined) => Presenter
}

/** Joins the parts; an option whose part is not there is malformed. */
function joinParts(parts: readonly Part[], { config, script }: UpsdkOptions): Part {
  const joined = Object.assign({}, ...parts) as Part
  if (config !== undefined && !joined.signedMode) throw lacking('option "config"', 'signedMode')
  if (script && !joined.loadScript) throw lacking('option "script"', 'scriptLoading')
  return joined
}

/** What a page says of a failure that was no call of the kit's. */
export function failedCallOf(about: unknown): FailedCall {
  if (read(about, 'payment') === true) return { ...NO_CALL, traits: { payment: true }, paymentEndpoint: true }
  const method = readString(about, 'method')
  return method ? { ...NO_CALL, method, traits: traitsOf(method), sentAt: 0 } : NO_CALL
}

/**
 * Makes the rooms of a kit, in order, each with what it needs, and the object that a page gets: the kit's members,
 * and a function for every method of upsdk.
 *
 * The way of a call: method → `run` → `begin` (parameters, second tap) → gate (ready, or is refused) →
 * `Call.send` inside `pluginReady` → upsdk → `settle` → callbacks and promise (`tellSuccess`).
 * The way of a failure: `Call.fail` → `explain` (any shape → code → reason → text → `UpsdkError`) → the page's handlers
 * → `show.failure`, unless the page took over → presenter.
 */
export function createKit(asked: UpsdkOptions, builtIn: BuiltIn): Upsdk {
  const options = readKitOptions(asked)
  const parts = joinParts(builtIn.parts, options)
  const { catalogues, config, fallbacks, userAgent } = options
  const inspectors = listOf(DEV ? withDevInspector(options.inspector) : options.inspector)
  const { presenter } = builtIn

  /** None on a server. */
  const pageWindow = options.window || globalWindow()
  const window = pageWindow || emptyWindow()
  const heartbeat = createHeartbeat<Call | Question>(window)
  const emit = createEmit(inspectors, heartbeat.clock)
  const { add: onDestroy, end } = createEndings()

  const source = createRawSource(window, onDestroy)
  const { isInPlace } = source
  const { read: environment, isInside } = createEnvironment(window, source.get, userAgent)
  const gate = createGate(window, heartbeat, source, isInside, options, parts)

  const texts = createTexts([...builtIn.locales, ...(options.locales || [])], options.messages)
  const setLocale = (tag: string): void => {
    if (isLocale(tag)) texts.use(() => wantedLocales(tag, window, environment().language))
  }
  setLocale(options.locale || 'auto')

  const isConfigRefused = () => !!gate.signed?.refusal()
  const { explain, explainAnything } = createExplainer(texts, parts, options, catalogues, isConfigRefused)
  const kitPresenter =
    presenter &&
    lazy(() => {
      const made = presenter(pageWindow)
      onDestroy(() => made.destroy?.())
      return made
    })
  const openInApp = pageWindow && options.openInApp
  const show = createShow(window, heartbeat, emit, texts, options, openInApp, kitPresenter, onDestroy)

  const fallbackKit = { window: pageWindow, texts, toast: show.toast, onDestroy }
  const context: CallContext = {
    window,
    heartbeat,
    gate,
    emit,
    options,
    fallbackOf: fallbacks && ((method) => fallbacks.find(method, fallbackKit)),
    explain,
    wasSent: noop,
    show,
    isInPlace,
  }
  const events = parts.events?.(
    window.document,
    (method, params, slots) => startCall(context, method, params, undefined, slots),
    (method) => startCall(context, method, undefined, UNREPORTED).catch(noop),
  )
  if (events) context.wasSent = events.wasStopped
  const ready = createReady(context, environment, isInside, failCallback)
  const warnOfShareUrl = DEV && createShareUrlWarning()

  /** The way of every method. A call with a malformed option never begins. */
  function run(method: string, params?: unknown, callOptions?: CallOptions): Promise<unknown> {
    let own: CallOptions | undefined
    try {
      if (isObject(callOptions)) own = readOptions<CallOptions>(callOptions, callChecks)
    } catch (malformed) {
      return Promise.reject(malformed)
    }
    if (method === EXPLICIT_AUTH && !parts.explicitAuth) throw lacking(`\`${method}\``, 'explicitAuth')
    if (warnOfShareUrl && traitsOf(method).shares) warnOfShareUrl(method, params)
    const slots = events?.takeHandlers(method, params)
    const promise = startCall(context, method, params, own, slots)
    // Methods that register are quiet, so this hides no rejection from the page's error reporting.
    if (slots) promise.catch(() => events?.hasFailed(method))
    return promise
  }

  const jsApiList = (): readonly string[] => {
    const list = read(source.get(), 'jsApiList')
    return Array.isArray(list) ? list : []
  }

  const members = {
    on(event: string, handler: EventHandler, params?: object): () => void {
      if (!events) throw lacking('`on`', 'events')
      return events.on(event, handler, params)
    },
    /** The one method that answers at once, with an object. */
    getNFCAdapter() {
      const raw = source.get()
      const get = read(raw, 'getNFCAdapter')
      return isFunction(get) ? get.call(raw) : undefined
    },
    explain: (failure: unknown, of?: unknown) => explainAnything(failure, failedCallOf(of)).error.explanation,
    notify(failure: unknown, of?: NotifyOptions) {
      const failed = failedCallOf(of)
      const { error, success } = explainAnything(failure, failed)
      if (success) return undefined
      // An error that a call of the kit's has made knows its method.
      const traits = failed === NO_CALL ? traitsOf(String(error.method)) : failed.traits
      const own = { actions: read(of, 'actions') as NotifyOptions['actions'] }
      show.failure(error, { ...NO_CALL, traits, requested: true, options: own })
      return error
    },
    toast(text?: unknown) {
      show.toast(String(text ?? ''))
    },
    setLocale,
    destroy() {
      events?.destroy()
      gate.close({ reason: 'aborted', cause: 'destroyed' })
      end()
      heartbeat.stop()
    },
    get environment() {
      return environment()
    },
    get isInsideWallet() {
      return readFlag(source.get(), 'isInsideWallet')
    },
    get checkSdkSupport() {
      return readFlag(source.get(), 'checkSdkSupport')
    },
    get jsApiList() {
      return jsApiList()
    },
    get locale() {
      return texts.current().locale
    },
  }
  // A spread beside getters is lowered to a copy of their values.
  Object.assign(members, ready)
  Object.defineProperty(members, KIT, { value: source.get, configurable: true })
  const upsdk = withMethods(members, run, source, gate.isUp) as unknown as Upsdk
  show.about.upsdk = upsdk

  if (config !== undefined) ready.config(config)
  const methods = () => Object.keys(source.get() || {})
  inspectors.forEach((inspector) => {
    runSafely(() =>
      inspector.created?.({ version, options: asked, environment: environment(), methods, jsApiList }),
    )
  })
  return upsdk
}
