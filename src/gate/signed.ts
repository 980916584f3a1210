import { noop, runLater } from '../lib/run'
import { isFunction, isObject, read } from '../lib/values'
import { copyParams } from '../lib/window'
import type { SignedConfigSource } from '../types/signed'
import type { Trouble } from '../types/trouble'
import type { RawUpsdk, UpsdkWindow } from '../types/window'

/**
 * Signed mode: calls wait for `config` and run inside `ready`. The kit never calls `pluginReady` in it, since one such
 * call would reopen the SDK after a refused config (H23).
 */
export interface SignedMode {
  /**
   * Passes a waiting config to upsdk, and finds out whether upsdk has accepted one.
   *
   * @param isNew whether it is for a new call, which retries a signature that failed
   */
  follow(raw: RawUpsdk, isNew: boolean): void
  /**
   * Tells how calls get through now: inside `pluginReady` if signed mode has not begun, inside `ready` after an accepted
   * config, straight after a refused one, as without the kit, or not yet.
   */
  way(): ReadyMethod | 'straight' | 'wait'
  /** May a callback of this method let calls through now? */
  mayPass(method: ReadyMethod): boolean
  refusal(): Trouble | undefined
  /**
   * Implements `upsdk.config`: begins signed mode, or restarts it.
   *
   * @param enter waits at the gate without a time limit; undefined outside the wallet
   */
  config(source: SignedConfigSource, enter: Enter | undefined): void
  /** Implements `upsdk.error`: runs a callback once, at the next refusal, or at once after a refused config. */
  error(callback: unknown): void
  /** Keeps a callback of `ready` until the page opens upsdk, by a config or without the kit. */
  whenOpen(callback: () => void): void
}

/**
 * Waits at the gate.
 *
 * @param isAwaited removes the time limit; returns whether a callback of the page waits for it
 */
export type Enter = (
  send: (raw: RawUpsdk) => void,
  fail: (trouble: Trouble) => void,
  isAwaited?: () => unknown,
  needsAcceptance?: boolean,
) => void

/** The methods of upsdk that run a callback when it is ready. */
export type ReadyMethod = 'pluginReady' | 'ready'

/** The state of the gate. */
export interface GateState {
  /** Has the page itself opened upsdk? The kit's own `pluginReady` does not open it to `ready` (H29). */
  isOpen?: boolean
  /** Why the gate lets nothing through any more. */
  closed?: Trouble
}

/**
 * Makes signed mode: what the part `signedMode` holds.
 *
 * @param onChange runs when calls may get through, or must wait again
 * @param onRefusal refuses what waits
 */
export type CreateSignedMode = (
  window: UpsdkWindow,
  gate: GateState,
  onChange: () => void,
  onRefusal: (refusal: Trouble) => void,
) => SignedMode

const createSignedMode: CreateSignedMode = (window, gate, onChange, onRefusal) => {
  let state: 'off' | 'fetching' | 'pending' | 'accepted' | 'refused' = 'off'
  /** Why the newest config was refused, until there is another. */
  let refusal: Trouble | undefined
  let newestSource: SignedConfigSource | undefined
  let config: object | undefined
  /** The upsdk that has the kit's callback, for each method. */
  const watched: { ready?: RawUpsdk; error?: RawUpsdk } = {}
  /**
   * The function that took the config, and `jsApiList` before that. An accepted config makes a new list, and so does
   * the file when it runs again.
   */
  let submittedTo: unknown
  let listBefore: unknown
  let round = 0
  /** Callbacks of `error`. */
  const listeners: ((raw: unknown) => void)[] = []
  /** Callbacks of `ready`. */
  const untilOpen: (() => void)[] = []

  function refuse(why: Trouble): void {
    state = 'refused'
    refusal = why
    gate.isOpen = false
    for (const listener of listeners.splice(0)) listener(why.raw)
    onRefusal(why)
  }

  /** Accepts the config, even after a refusal: if two configs were pending, the accepted one opened the SDK. */
  function accept(): void {
    if (state !== 'pending' && state !== 'refused') return
    state = 'accepted'
    refusal = undefined
    onChange()
  }

  /** Runs the callbacks of `ready`: a config was accepted, or the page has opened upsdk without the kit. */
  function open(): void {
    if (gate.closed) return
    gate.isOpen = true
    untilOpen.splice(0).forEach(runLater)
  }

  /** Registers a callback once. If it runs during its registration, upsdk reports an earlier state. */
  function listen(
    raw: RawUpsdk,
    name: 'ready' | 'error',
    run: (value: unknown, wasBefore: boolean) => void,
  ): void {
    const register = read(raw, name)
    if (watched[name] === raw || !isFunction(register)) return
    watched[name] = raw
    let registering = true
    register.call(raw, (value: unknown) => {
      run(value, registering)
    })
    registering = false
  }

  /** Registers once, before a refusal: after one, `error` only runs its callback with the old refusal (H23). */
  const watchRefusal = (raw: RawUpsdk): void =>
    listen(raw, 'error', (failure, wasBefore) => {
      if (!wasBefore && state !== 'fetching') refuse({ reason: 'bad-signature', raw: failure })
    })

  /**
   * Registers before upsdk is open: it runs `ready` callbacks after each accepted config. If the callback runs at once,
   * upsdk was already open. That proves nothing about our config; without one, the page has opened upsdk.
   */
  const watchReady = (raw: RawUpsdk): void =>
    listen(raw, 'ready', (_value, wasBefore) => {
      if (state === 'off') open()
      else if (!wasBefore) accept()
    })

  function submit(raw: RawUpsdk, submitted: object): void {
    const take = read(raw, 'config')
    if (!isFunction(take)) return
    config = undefined
    watchRefusal(raw)
    submittedTo = take
    listBefore = read(raw, 'jsApiList')
    try {
      take.call(raw, submitted)
    } catch (error) {
      refuse({ reason: 'bad-config', raw: error })
    }
  }

  function start(source: SignedConfigSource): void {
    state = 'fetching'
    newestSource = source
    config = refusal = undefined
    const thisRound = ++round
    Promise.resolve()
      .then(() => (isFunction(source) ? (source as () => unknown)() : source))
      .then(
        (value) => thisRound === round && receive(value),
        (error) => thisRound === round && refuse({ raw: error, reason: 'bad-config', fromBackend: true }),
      )
  }

  function receive(value: unknown): void {
    if (!isObject(value)) return refuse({ reason: 'bad-config', fromBackend: isFunction(newestSource) })
    config = copyParams(window, value)
    state = 'pending'
    onChange()
  }

  return {
    mayPass: (method) =>
      state === 'off' ? method === 'pluginReady' : method === 'ready' && state === 'accepted',
    refusal: () => refusal,
    follow(raw, isNew) {
      watchReady(raw)
      if (isNew && refusal?.fromBackend && newestSource) start(newestSource)
      if (state !== 'pending') return
      if (config) submit(raw, config)
      // An upsdk that was already open runs no callback, and a page's callback may have thrown (H3).
      else if (read(raw, 'config') === submittedTo && read(raw, 'jsApiList') !== listBefore) accept()
    },
    way() {
      if (state === 'off') return 'pluginReady'
      if (state === 'accepted') return 'ready'
      return refusal ? 'straight' : 'wait'
    },
    config(source, enter) {
      if (gate.closed) return
      if (!enter) return open()
      start(source)
      // The gate looks for an upsdk that takes the config, without a time limit.
      enter(open, noop, () => untilOpen.length && !refusal)
    },
    error(callback) {
      if (!isFunction(callback)) return
      const report = (failure: unknown) => runLater(() => callback(failure))
      if (refusal) report(refusal.raw)
      else listeners.push(report)
    },
    whenOpen: (callback) => void untilOpen.push(callback),
  }
}

export const signedMode: { readonly signedMode: CreateSignedMode } = { signedMode: createSignedMode }
