import { noop, runLater } from '../lib/run'
import { sharedOf } from '../lib/shared'
import { isFunction, isObject, read } from '../lib/values'
import { copyParams } from '../lib/window'
import type { SignedConfigSource } from '../types/signed'
import type { Trouble } from '../types/trouble'
import type { RawUpsdk, UpsdkWindow } from '../types/window'
import { countAnswer } from './cordovaStatus'

/**
 * Signed mode: calls wait for `config` and run inside `ready`. The kit never calls `pluginReady` in it, since one such
 * call would reopen the SDK after a refused config (H23).
 */
export interface SignedMode {
  /**
   * Passes a waiting config to upsdk, and finds out whether upsdk has accepted one.
   *
   * @param isNew whether it is for a new call, which retries a signature that failed
   * @returns how calls get through now
   */
  follow(raw: RawUpsdk, isNew: boolean): Way
  /** Tells how calls get through now. */
  way(): Way
  refusal(): Trouble | undefined
  /**
   * Implements `upsdk.config`: begins signed mode, or restarts it.
   *
   * @param waitAtGate waits at the gate without a time limit; undefined outside the wallet
   */
  config(source: SignedConfigSource, waitAtGate: WaitAtGate | undefined): void
  /** Implements `upsdk.error`: runs a callback once, at the next refusal, or at once after a refused config. */
  error(callback: unknown): void
  /** Keeps a callback of `ready` until the page opens upsdk, by a config or without the kit. */
  whenOpen(callback: () => void): void
}

interface WaitOptions {
  /** Removes the time limit. Returns whether a callback of the page waits for it. */
  isAwaited?(): unknown
  /** Whether it needs an accepted config in signed mode. */
  needsAcceptance?: boolean
}

/** Waits at the gate. */
export type WaitAtGate = (
  send: (raw: RawUpsdk) => void,
  fail: (trouble: Trouble) => void,
  options?: WaitOptions,
) => void

/** The methods of upsdk that run a callback when it is ready. */
export type ReadyMethod = 'pluginReady' | 'ready'

/**
 * How calls get through: inside `pluginReady` if signed mode has not begun, inside `ready` after an accepted config, or
 * not yet. After a refused one it is why: calls then go straight to upsdk, as without the kit.
 */
export type Way = ReadyMethod | 'wait' | Trouble

/** The state of the gate. */
export interface GateState {
  /** Records whether the page itself has opened upsdk. The kit's own `pluginReady` does not open it to `ready` (H29). */
  setOpened(isOpened: boolean): void
  /** Why nothing is let through any more, once the kit is destroyed. */
  readonly destroyed?: Trouble | undefined
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
  /**
   * The functions of upsdk that have the kit's callback. A second upsdk.js tag replaces them, and its file knows nothing
   * of the callback.
   */
  const watched: { ready?: unknown; error?: unknown } = {}
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
    gate.setOpened(false)
    for (const listener of listeners.splice(0)) listener(why.raw)
    onRefusal(why)
  }

  /** Accepts the config, even after a refusal: if two configs were pending, the accepted one opened the SDK. */
  function accept(): void {
    if (state !== 'pending' && state !== 'refused') return
    state = 'accepted'
    refusal = undefined
    // Deferred: native may answer a config that waited for the bridge before the file has written its methods.
    runLater(onChange)
  }

  /** Runs the callbacks of `ready`: a config was accepted, or the page has opened upsdk without the kit. */
  function open(): void {
    if (gate.destroyed) return
    gate.setOpened(true)
    untilOpen.splice(0).forEach(runLater)
  }

  /**
   * Registers a callback once. If it runs during its registration, upsdk reports an earlier state.
   *
   * @returns whether it is new, because this file was not there before
   */
  function listen(
    raw: RawUpsdk,
    name: 'ready' | 'error',
    run: (value: unknown, wasBefore: boolean) => void,
  ): boolean {
    const register = read(raw, name)
    if (watched[name] === register || !isFunction(register)) return false
    watched[name] = register
    let registering = true
    sharedOf(window).own = name
    register.call(raw, (value: unknown) => {
      run(value, registering)
    })
    registering = false
    return true
  }

  /** Registers once, before a refusal: after one, `error` only runs its callback with the old refusal (H23). */
  const watchRefusal = (raw: RawUpsdk): void =>
    void listen(raw, 'error', (failure, wasBefore) => {
      if (wasBefore) return
      // Counted for older configs too: their status stays for the next payment (H24).
      countAnswer(window)
      if (state !== 'fetching') refuse({ reason: 'bad-signature', raw: failure })
    })

  /**
   * Registers before upsdk is open: it runs `ready` callbacks after each accepted config. If the callback runs at once,
   * upsdk was already open. That proves nothing about our config; without one, the page has opened upsdk.
   */
  const watchReady = (raw: RawUpsdk): boolean =>
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
    sharedOf(window).own = 'config'
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

  function way(): Way {
    if (state === 'off') return 'pluginReady'
    if (state === 'accepted') return 'ready'
    return refusal || 'wait'
  }

  return {
    refusal: () => refusal,
    follow(raw, isNew) {
      const isNewFile = watchReady(raw)
      if ((isNew || isNewFile) && refusal?.fromBackend && newestSource) start(newestSource)
      if (config) submit(raw, config)
      // An upsdk that was already open runs no callback, and a page's callback may have thrown (H3).
      else if (
        state === 'pending' &&
        read(raw, 'config') === submittedTo &&
        read(raw, 'jsApiList') !== listBefore
      )
        accept()
      return way()
    },
    way,
    config(source, waitAtGate) {
      if (gate.destroyed) return
      if (!waitAtGate) return open()
      start(source)
      // The gate looks for an upsdk that takes the config, without a time limit.
      waitAtGate(open, noop, { isAwaited: () => untilOpen.length && !refusal })
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
