import { createCalls } from './call/call'
import { traitsOf } from './call/methods'
import { NO_TELEMETRY } from './call/report'
import { createShareUrlWarning, withDevInspector } from './devTools'
import type { EventHandler } from './events/events'
import { createExplainer, type Explainer, NO_CALL } from './failure/explain'
import { createEnvironment } from './gate/environment'
import { createGate, type Waiting } from './gate/gate'
import { createRawSource, EXPLICIT_AUTH, KIT, readFlag } from './gate/rawUpsdk'
import { createReady } from './gate/ready'
import { createWrites } from './gate/writes'
import { DEV } from './lib/development'
import { createHeartbeat } from './lib/heartbeat'
import { misreadIn } from './lib/misread'
import { createCleanups, lazy, noop, runSafely } from './lib/run'
import { createEmit } from './lib/steps'
import { missingPart } from './lib/trouble'
import { defineHidden, isFunction, isObject, listOf, read, readString } from './lib/values'
import { version } from './lib/version'
import { emptyWindow, globalWindow } from './lib/window'
import { callChecks, checkLocale, type Part, readKitOptions, readOptions, type UpsdkOptions } from './options'
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

/** Joins the parts. It throws if an option needs a part that is missing. */
function joinParts(parts: readonly Part[], { config, script }: UpsdkOptions): Part {
  const joined = Object.assign({}, ...parts) as Part
  if (config !== undefined && !joined.signedMode) throw missingPart('option "config"', 'signedMode')
  if (script && !joined.loading) throw missingPart('option "script"', 'scriptLoading')
  return joined
}

/** Describes a failure that was no call of the kit, from what a page passes to `explain` or `notify`. */
export function failedCallOf(about: unknown): FailedCall {
  if (read(about, 'payment') === true) return { ...NO_CALL, traits: { payment: true }, paymentEndpoint: true }
  const method = readString(about, 'method')
  return method
    ? { ...NO_CALL, method, traits: traitsOf(method), sentAt: 0, wasAnsweredAtOnce: true }
    : NO_CALL
}

/**
 * Makes the rooms of a kit in an order without forward references, and the object for the page. That object has the
 * kit's members and a function for every method of upsdk. docs/architecture.md has the ways of a call and of a failure.
 */
export function createKit(given: UpsdkOptions, builtIn: BuiltIn): Upsdk {
  const options = readKitOptions(given)
  const parts = joinParts(builtIn.parts, options)
  const { catalogues, config, fallbacks, userAgent } = options
  const inspectors = listOf(DEV ? withDevInspector(options.inspector) : options.inspector)
  const { presenter } = builtIn

  /** The page's window; undefined on a server. */
  const pageWindow = options.window || globalWindow()
  const window = pageWindow || emptyWindow()
  const heartbeat = createHeartbeat<Waiting>(window)
  const emit = createEmit(inspectors, heartbeat.clock)
  const { add: onDestroy, end } = createCleanups()

  const source = createRawSource(window)
  const writes = createWrites(window, source, onDestroy)
  const { isInPlace } = source
  const { read: environment, isInside } = createEnvironment(window, source.get, userAgent)
  const gate = createGate({ window, heartbeat, source, isInside }, options, parts)

  const texts = createTexts([...builtIn.locales, ...(options.locales || [])], options.messages)
  const setLocale = (tag: string): void => {
    checkLocale(tag)
    texts.use(() => wantedLocales(tag, window, environment().language))
  }
  setLocale(options.locale || 'auto')

  /** Made at the first failure: most pages have none, and all pay for a start. */
  const explainer = lazy(() =>
    createExplainer(texts, {
      parts,
      options,
      catalogues,
      isConfigRefused: () => gate.signed.refusal(),
      misread: misreadIn(window.document),
    }),
  )
  const explain: Explainer['explain'] = (trouble, call) => explainer().explain(trouble, call)
  const kitPresenter =
    presenter &&
    lazy(() => {
      const made = presenter(pageWindow)
      onDestroy(() => made.destroy?.())
      return made
    })
  const openInApp = pageWindow && options.openInApp
  const show = createShow({ window, heartbeat, emit, texts, openInApp, kitPresenter, onDestroy }, options)

  const fallbackKit = { window: pageWindow, texts, toast: show.toast, onDestroy }
  const calls = createCalls({
    window,
    heartbeat,
    gate,
    emit,
    options,
    fallbackOf: (method) => fallbacks?.find(method, fallbackKit),
    explain,
    show,
    isInPlace,
  })
  const events = parts.events?.(
    window.document,
    (method, params, eventCallbacks) => calls.start({ method, params, eventCallbacks }),
    (method, onSent) => calls.start({ method, options: NO_TELEMETRY, onSent }).catch(noop),
  )
  const ready = createReady({
    window,
    gate,
    heartbeat,
    environment,
    isInside,
    isInPlace,
    explain,
    calls,
  })
  const warnOfShareUrl = DEV && createShareUrlWarning()

  /** Runs a call of any method. A call with a malformed option never begins. */
  function run(method: string, params?: unknown, callOptions?: CallOptions): Promise<unknown> {
    let checked: CallOptions | undefined
    try {
      if (isObject(callOptions)) checked = readOptions<CallOptions>(callOptions, callChecks)
    } catch (error) {
      return Promise.reject(error)
    }
    if (method === EXPLICIT_AUTH && !parts.explicitAuth) throw missingPart(`\`${method}\``, 'explicitAuth')
    if (warnOfShareUrl && traitsOf(method).shares) warnOfShareUrl(method, params)
    return registerOrStart(method, params, checked)
  }

  /** Starts a call. The events hear of one that registers or cancels some, and give it their callbacks. */
  function registerOrStart(
    method: string,
    params: unknown,
    options: CallOptions | undefined,
  ): Promise<unknown> {
    // Methods that register or cancel events are quiet.
    if (!events || !traitsOf(method).quiet) return calls.start({ method, params, options })
    const eventCallbacks = events.takeHandlers(method, params)
    const onSent = events.stopping(method)
    const promise = calls.start({ method, params, options, eventCallbacks, onSent })
    // It hides no rejection from the page's error reporting, since quiet methods report none.
    if (eventCallbacks) promise.catch(() => events.onFailure(method))
    return promise
  }

  const jsApiList = (): readonly string[] => {
    const list = read(source.get(), 'jsApiList')
    return Array.isArray(list) ? list : []
  }

  const members = {
    on(event: string, handler: EventHandler, params?: object): () => void {
      if (!events) throw missingPart('`on`', 'events')
      return events.on(event, handler, params)
    },
    /** The only method that returns its result at once. */
    getNFCAdapter() {
      const raw = source.get()
      const get = read(raw, 'getNFCAdapter')
      return isFunction(get) ? get.call(raw) : undefined
    },
    explain: (failure: unknown, about?: unknown) =>
      explainer().explainAnything(failure, failedCallOf(about)).error.explanation,
    notify(failure: unknown, about?: NotifyOptions) {
      const failed = failedCallOf(about)
      const { error, success } = explainer().explainAnything(failure, failed)
      if (success) return undefined
      // An error of a call of the kit has its method.
      const traits = failed === NO_CALL ? traitsOf(String(error.method)) : failed.traits
      const callOptions = { actions: read(about, 'actions') as NotifyOptions['actions'] }
      show.failure(error, { ...NO_CALL, traits, requested: true, options: callOptions })
      return error
    },
    toast(text?: unknown) {
      show.toast(String(text ?? ''))
    },
    setLocale,
    destroy() {
      events?.destroy()
      gate.destroy()
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
  // The ES2017 build would turn a spread in the literal above into a copy of the getters' values.
  Object.assign(members, ready)
  defineHidden(members, KIT, source.get)
  const upsdk = withMethods(members, run, { source, writes, isUp: gate.isUp }) as unknown as Upsdk
  show.noteKit(upsdk)

  if (config !== undefined) ready.config(config)
  const methods = () => Object.keys(source.get() || {})
  inspectors.forEach((inspector) => {
    runSafely(() =>
      inspector.created?.({ version, options: given, environment: environment(), methods, jsApiList }),
    )
  })
  return upsdk
}
