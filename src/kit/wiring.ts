import type { Call } from '../call/call'
import { giveUpAll, makeCall } from '../call/calls'
import type { CallContext, CallTrouble } from '../call/context'
import { findFallback, type RunFallback } from '../call/fallback'
import { traitsOf } from '../call/methods'
import { createEmit, emitSettled, listOf, toRecord } from '../call/reports'
import { toFailure, translate } from '../call/translateFail'
import type { EventHandler, Events } from '../events/events'
import { createLookup, type Lookup } from '../failure/catalogue'
import { commonCodes } from '../failure/codes'
import type { UpsdkError } from '../failure/error'
import { explain, explainAnything, type Knowledge } from '../failure/explain'
import { isRefusal } from '../failure/refusal'
import type { WebWindow } from '../fallbacks/fallback'
import { createEnvironment } from '../gate/environment'
import { createFileWrites, type FileWrites } from '../gate/fileWrites'
import { createGate, type Gate } from '../gate/gate'
import { createRawSource } from '../gate/raw'
import type { ConfigRefusal } from '../gate/signed'
import { createWaits, type Waits } from '../gate/waits'
import { type Clock, createClock } from '../lib/clock'
import { createHeartbeat } from '../lib/heartbeat'
import { lazy, noop, oneAtATime, runSafely } from '../lib/run'
import { hasOwn, isError, read } from '../lib/values'
import { version } from '../lib/version'
import { globalWindow } from '../lib/window'
import { checkOptions, checkTag, malformedCallOption, type UpsdkOptions } from '../options'
import type { CallOptions, NotifyOptions } from '../ports/callOptions'
import type { Presenter } from '../ports/presenter'
import type { Upsdk } from '../ports/upsdk'
import type { KitAction } from '../show/buttons'
import { createShow, type Show } from '../show/show'
import { createTexts, type Texts } from '../texts/texts'
import { wantedLocales } from '../texts/wanted'
import { factsOf } from './facts'
import { type BuiltIn, joinParts, type Part } from './parts'

const DESTROYED: CallTrouble = {
  reason: 'aborted',
  hint: 'This kit was destroyed, which is final: make one kit for the page, outside of React components.',
}

/** Options of a call that the page has not made, so that its telemetry does not hear of it. */
const UNREPORTED: CallOptions = {}

/**
 * Wires the rooms together: each is handed the kit, of which it knows what it asks for.
 *
 * The way of a call: method → `Kit.run` → `Call.begin` (parameters, second tap) → gate (waits, or is refused) →
 * `Call.send` inside `pluginReady` → upsdk → `Call.settle` → callbacks and promise (`tellSuccess`).
 * The way of a failure: `Call.fail` → `Kit.explain` (any shape → code → reason → text → `UpsdkError`) → the page's
 * handlers → `Show.failure`, unless the page took over → presenter.
 */
export class Kit implements Knowledge, CallContext {
  readonly parts: Part
  readonly window
  readonly source
  readonly environment
  /** Is the page itself in the wallet, whatever user agent it was told of? */
  readonly isInside: () => boolean
  readonly clock: Clock
  readonly heartbeat
  readonly emit
  readonly texts: Texts
  readonly lookup: Lookup
  readonly kitPresenter: (() => Presenter) | undefined
  readonly fileWrites: FileWrites
  readonly gate: Gate
  readonly waits: Waits
  readonly show: Show
  readonly events?: Events
  private presenter?: Presenter
  /** Methods that this wallet has shown to lack, whatever the SDK file has. */
  readonly lacking = new Set<string>()
  /** Of what outlives its call: fallbacks, the way into the app. */
  private readonly endings = new Set<() => void>()
  handedOver = 0
  destroyed?: CallTrouble
  /** The wallet has answered a call with a success. */
  walletAnswers?: true

  /** @param upsdk the object that the page gets */
  constructor(
    readonly options: UpsdkOptions,
    { parts, locales, presenter }: BuiltIn,
    readonly upsdk: () => Upsdk,
  ) {
    checkOptions(options)
    this.parts = joinParts(parts, options)
    this.window = options.window || globalWindow()
    this.source = createRawSource(this.window)
    const { userAgent } = options
    const here = createEnvironment(this.window, this.source.get)
    this.environment =
      userAgent === undefined ? here : createEnvironment(this.window, this.source.get, userAgent)
    this.isInside = () => here().insideWallet
    this.clock = createClock(this.window)
    this.heartbeat = createHeartbeat(this.window, this.clock)
    this.emit = createEmit(options.inspector, this.clock)
    this.texts = createTexts([...locales, ...(options.locales || [])], options.messages)
    this.setLocale(options.locale || 'auto')
    this.lookup = createLookup([commonCodes, ...(options.catalogues || [])])
    this.kitPresenter = presenter && lazy(() => (this.presenter = presenter(this.window)))
    this.show = createShow(this)
    this.fileWrites = createFileWrites(this.window)
    this.gate = createGate(this)
    this.waits = createWaits(this)
    this.events = this.parts.events?.({
      document: this.window?.document,
      register: (method, params, slots) => makeCall(this, method, params, undefined, slots),
      stop: (method) => void makeCall(this, method, undefined, UNREPORTED).catch(noop),
    })
  }

  /** Once the page's object is there. */
  begin(): void {
    const { config, inspector } = this.options
    if (config !== undefined) this.waits.config(config)
    listOf(inspector).forEach(({ created }) => {
      runSafely(() => created?.(this.inspected()))
    })
  }

  private inspected() {
    return {
      version,
      options: this.options,
      environment: this.environment(),
      methods: () => Object.keys(this.source.get() || {}),
      jsApiList: () => this.jsApiList(),
    }
  }

  openInAppAction(): KitAction | undefined {
    const { window, texts, onDestroy } = this
    const { openInApp } = this.options
    if (!openInApp || !window) return undefined
    const open = oneAtATime(() => {
      const { toast, dialogs } = this.show
      const canShowPicture = !!this.kitPresenter
      return openInApp.open({
        window,
        texts: texts.current,
        ask: dialogs.ask,
        toast,
        canShowPicture,
        onDestroy,
      })
    })
    return { label: openInApp.label, run: () => void open() }
  }

  /** Is the kit itself `window.upsdk`? */
  isInPlace(): boolean {
    return read(this.window, 'upsdk') === this.upsdk()
  }

  isConfigRefused(): boolean {
    return !!this.gate.signed?.refusal()
  }

  /** Makes one call: the way of every method. One with a malformed option never begins. */
  run(method: string, params?: unknown, options?: CallOptions): Promise<unknown> {
    const malformed = malformedCallOption(options)
    if (malformed) return Promise.reject(malformed)
    const { events } = this
    const slots = events?.takeHandlers(method, params)
    const promise = makeCall(this, method, params, options, slots)
    // Methods that register are quiet, so this hides no rejection from the page's error reporting.
    if (slots) promise.catch(() => events?.hasFailed(method))
    return promise
  }

  on(event: string, handler: EventHandler, params?: object): () => void {
    if (!this.events) throw new TypeError('upsdk-kit: `on` needs the part `events`')
    return this.events.on(event, handler, params)
  }

  explain(call: Call, trouble: CallTrouble): UpsdkError {
    const error = explain(trouble, call, this)
    if (error.code === 'c03' || error.code === 'c04') this.lacking.add(call.method)
    return error
  }

  toError(refusal: ConfigRefusal): UpsdkError {
    return explain(refusal, {}, this)
  }

  /** What `fail` gets. */
  toFail(error: UpsdkError, raw: unknown, answered?: boolean): unknown {
    // After native's answer a fallback may have failed in its own way.
    if (!answered || isRefusal(raw) || isError(raw)) return toFailure(error)
    return this.options.translateFail ? translate(error, raw) : raw
  }

  hasFallback(method: string): boolean {
    const { fallbacks } = this.options
    return !!fallbacks && hasOwn(fallbacks, method)
  }

  findFallback(call: Call, trouble: CallTrouble): RunFallback | undefined {
    const { fallbacks } = this.options
    if (!fallbacks || !this.hasFallback(call.method)) return undefined
    trouble.error = this.explain(call, trouble)
    return findFallback(fallbacks, call.method, trouble.error.reason, () => this.fallbackContext())
  }

  private fallbackContext() {
    const { window, texts, show, onDestroy } = this
    if (!window) return undefined
    const { locale, find } = texts.current()
    const text = (key: string) => find([key])
    return { window: window as unknown as WebWindow, lang: locale, text, toast: show.toast, onDestroy }
  }

  /** A call has been handed over to upsdk. */
  wasSent(method: string): void {
    this.events?.wasStopped(method)
  }

  /** Tells the page's telemetry, before the page's own handlers. */
  report(call: Call, error: UpsdkError | undefined, state?: 'unanswered' | 'late'): void {
    const { onError, onCall } = this.options
    if (call.options === UNREPORTED) return
    if (!error && !state && call.answered) this.walletAnswers = true
    if (!state) emitSettled(this.emit, call, error)
    if (error && onError) runSafely(() => onError(error))
    if (onCall) runSafely(() => onCall(toRecord(call, error, state)))
  }

  /** Understands whatever a page has got hold of. */
  understand(failure: unknown, asked?: { method?: string; payment?: boolean }) {
    return explainAnything(failure, factsOf(asked), this)
  }

  notify(failure: unknown, asked?: NotifyOptions): UpsdkError | undefined {
    const { error, success } = this.understand(failure, asked)
    if (success) return undefined
    const options = { actions: read(asked, 'actions') as NotifyOptions['actions'] }
    const { traits = traitsOf(String(error.method)) } = factsOf(asked)
    this.show.failure(error, { id: 0, method: '', startedAt: 0, asked: true, options, traits, callbacks: {} })
    return error
  }

  jsApiList(): readonly string[] {
    const list = read(this.source.get(), 'jsApiList')
    return Array.isArray(list) ? list : []
  }

  setLocale(tag: string): void {
    checkTag(tag)
    this.texts.use(() => wantedLocales(tag, this.window, this.environment().language))
  }

  /** The same function at each use: fallbacks know a kit by it. @returns takes it back */
  private readonly onDestroy = (run: () => void): (() => void) => {
    this.endings.add(run)
    return () => void this.endings.delete(run)
  }

  destroy(): void {
    this.events?.destroy()
    giveUpAll(this, DESTROYED)
    this.endings.forEach(runSafely)
    this.endings.clear()
    this.gate.close()
    this.fileWrites.stop()
    this.show.close()
    this.presenter?.destroy?.()
    this.heartbeat.stop()
  }
}
