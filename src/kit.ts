import { failCallback, giveUpAll, startCall } from './call/call'
import type { CallContext } from './call/context'
import { traitsOf } from './call/methods'
import { UNREPORTED } from './call/tell'
import { withDevInspector } from './devTools'
import type { EventHandler } from './events/events'
import { commonCodes } from './failure/codes'
import { createLookup, explain, explainAnything, type Facts } from './failure/explain'
import { createGate } from './gate/gate'
import { createReady } from './gate/ready'
import { createEnvironment, createFileWrites, createRawSource, EXPLICIT_AUTH, KIT } from './gate/upsdk'
import { DEV } from './lib/dev'
import { createEndings } from './lib/endings'
import { createHeartbeat } from './lib/heartbeat'
import { lazy, noop, runSafely } from './lib/run'
import { createEmit } from './lib/steps'
import { lacking } from './lib/trouble'
import { isFunction, isObject, listOf, read, readString } from './lib/values'
import { version } from './lib/version'
import { emptyWindow, globalWindow } from './lib/window'
import {
  type BuiltIn,
  callKinds,
  isLocale,
  joinParts,
  readKitOptions,
  readOptions,
  type UpsdkOptions,
} from './options'
import { withMethods } from './proxy'
import { createShow } from './show/show'
import { createTexts, wantedLocales } from './texts/texts'
import type { CallOptions, NotifyOptions } from './types/callOptions'
import type { Upsdk } from './types/upsdk'

/** Reads the facts of a failure that was no call of the kit's. */
export function factsOf(options: unknown): Facts {
  if (read(options, 'payment') === true) return { traits: { payment: true }, paymentEndpoint: true }
  const method = readString(options, 'method')
  return method ? { method, traits: traitsOf(method), sentAt: 0 } : {}
}

/**
 * Makes the rooms of a kit, in order, each with what it needs, and the object that a page gets: the kit's members,
 * and a function for every method of upsdk.
 *
 * The way of a call: method → `run` → `Call.begin` (parameters, second tap) → gate (ready, or is refused) →
 * `Call.send` inside `pluginReady` → upsdk → `Call.settle` → callbacks and promise (`tellSuccess`).
 * The way of a failure: `Call.fail` → `explain` (any shape → code → reason → text → `UpsdkError`) → the page's handlers
 * → `show.failure`, unless the page took over → presenter.
 */
export function createKit(asked: UpsdkOptions, builtIn: BuiltIn): Upsdk {
  const options = readKitOptions(asked)
  const parts = joinParts(builtIn.parts, options)
  const { config, fallbacks, userAgent } = options
  const inspectors = listOf(DEV ? withDevInspector(options.inspector) : options.inspector)
  const { presenter } = builtIn

  /** None on a server. */
  const pageWindow = options.window || globalWindow()
  const window = pageWindow || emptyWindow()
  const heartbeat = createHeartbeat(window)
  const emit = createEmit(inspectors, heartbeat.clock)
  const { add: onDestroy, end } = createEndings()

  const source = createRawSource(window)
  const isInPlace = () => read(window, 'upsdk') === upsdk
  const environmentOf = createEnvironment(window, source.get)
  const environment = () => environmentOf(userAgent)
  // The option `userAgent` does not change where the page itself is.
  const isInside = () => environmentOf().insideWallet
  const fileWrites = createFileWrites(window, onDestroy)
  const gate = createGate({ window, source, heartbeat, fileWrites, isInside, options, parts })

  const texts = createTexts([...builtIn.locales, ...(options.locales || [])], options.messages)
  const setLocale = (tag: string): void => {
    if (isLocale(tag)) texts.use(() => wantedLocales(tag, window, environment().language))
  }
  setLocale(options.locale || 'auto')

  const knowledge = {
    lookup: createLookup([commonCodes, ...(options.catalogues || [])]),
    texts,
    options,
    parts,
    isConfigRefused: () => !!gate.signed?.refusal(),
  }
  const kitPresenter =
    presenter &&
    lazy(() => {
      const made = presenter(pageWindow)
      onDestroy(() => made.destroy?.())
      return made
    })
  const aboutKit = () => ({ upsdk, walletAnswers: context.walletAnswers })
  const show = createShow({
    window,
    heartbeat,
    emit,
    texts,
    options,
    openInApp: pageWindow && options.openInApp,
    kitPresenter,
    onDestroy,
    aboutKit,
  })

  const context: CallContext = {
    window,
    heartbeat,
    gate,
    emit,
    options,
    fallbackOf:
      fallbacks &&
      ((method) => fallbacks.find(method, { window: pageWindow, texts, toast: show.toast, onDestroy })),
    explain: (trouble, facts) => explain(trouble, facts, knowledge),
    wasSent: (method) => events?.wasStopped(method),
    show,
    isInPlace,
  }
  const events = parts.events?.({
    document: window.document,
    register: (method, params, slots) => startCall(context, method, params, undefined, slots),
    stop: (method) => void startCall(context, method, undefined, UNREPORTED).catch(noop),
  })
  const ready = createReady(context, environment, isInside, failCallback)

  /** The way of every method. A call with a malformed option never begins. */
  function run(method: string, params?: unknown, callOptions?: CallOptions): Promise<unknown> {
    let own: CallOptions | undefined
    try {
      if (isObject(callOptions)) own = readOptions<CallOptions>(callOptions, callKinds)
    } catch (malformed) {
      return Promise.reject(malformed)
    }
    if (method === EXPLICIT_AUTH && !parts.explicitAuth) throw lacking(`\`${method}\``, 'explicitAuth')
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
    /** JavaScript may hand in anything as a method. */
    call(method: unknown, params?: unknown, callOptions?: CallOptions): Promise<unknown> {
      const name = typeof method === 'string' ? method : ''
      // A page, or a test, may have put a function of its own in the place of a method.
      const replacement = written.get(name) || (names.includes(name) ? undefined : read(members, name))
      return isFunction(replacement)
        ? new Promise((resolve) => resolve(replacement(params, callOptions)))
        : run(name, params, callOptions)
    },
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
    explain: (failure: unknown, about?: unknown) =>
      explainAnything(failure, factsOf(about), knowledge).error.explanation,
    notify(failure: unknown, about?: NotifyOptions) {
      const facts = factsOf(about)
      const { error, success } = explainAnything(failure, facts, knowledge)
      if (success) return undefined
      const { traits = traitsOf(String(error.method)) } = facts
      const own = { actions: read(about, 'actions') as NotifyOptions['actions'] }
      show.failure(error, {
        id: 0,
        method: '',
        startedAt: 0,
        requested: true,
        options: own,
        traits,
        callbacks: {},
      })
      return error
    },
    toast(text?: unknown) {
      show.toast(String(text ?? ''))
    },
    setLocale,
    destroy() {
      events?.destroy()
      giveUpAll(context)
      gate.close()
      end()
      heartbeat.stop()
    },
    get environment() {
      return environment()
    },
    get isInsideWallet() {
      return read(source.get(), 'isInsideWallet') === true
    },
    get checkSdkSupport() {
      return read(source.get(), 'checkSdkSupport') === true
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
  const names = Object.keys(members)
  Object.defineProperty(members, KIT, { value: source.get, configurable: true })
  const { upsdk: made, written } = withMethods(members, { run, isInPlace, source, fileWrites, gate })
  const upsdk = made as unknown as Upsdk

  if (config !== undefined) ready.config(config)
  const methods = () => Object.keys(source.get() || {})
  inspectors.forEach((inspector) => {
    runSafely(() =>
      inspector.created?.({ version, options: asked, environment: environment(), methods, jsApiList }),
    )
  })
  return upsdk
}
