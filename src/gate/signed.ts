import { noop, runLater } from '../lib/run'
import { isFunction, isObject, read } from '../lib/values'
import { copyParams } from '../lib/window'
import type { SignedConfigSource } from '../types/signed'
import type { Trouble } from '../types/trouble'
import type { RawUpsdk, UpsdkWindow } from '../types/window'

/**
 * Signed mode: the way in is `config`, then `ready`. In it `pluginReady` is never called, since one such
 * call would reopen the SDK after a refused config (H23).
 */
export interface SignedMode {
  /**
   * Hands a waiting config to upsdk, and says how calls get through now: by `pluginReady` where signed mode has not
   * begun, not yet, by upsdk's `ready`, or straight after a refusal, as they would without the kit.
   *
   * @param isNew for a new call, which asks again for a signature that failed
   */
  prepare(raw: RawUpsdk, isNew: boolean): Way | 'wait' | 'straight'
  /** Does a callback of this way let calls through now? */
  mayPass(way: Way): boolean
  refusal(): Trouble | undefined
  /**
   * `upsdk.config`: begins signed mode, or begins it anew.
   *
   * @param enter waits at the gate, for as long as it takes; undefined outside the wallet
   */
  config(source: SignedConfigSource, enter: Enter | undefined): void
  /** `upsdk.error`: calls back once, at the next refusal, or at once if there was one. */
  error(callback: unknown): void
  /** Keeps a callback of `ready` until the page opens upsdk: by a config, or beside the kit. */
  whenOpen(callback: () => void): void
}

/** Waits at the gate. @param isAwaited it waits for as long as it takes: does a callback of the page's wait for it? */
export type Enter = (
  send: (raw: RawUpsdk) => void,
  fail: (trouble: Trouble) => void,
  isAwaited?: () => unknown,
  needsAcceptance?: boolean,
) => void

/** upsdk's own ways in, each of which takes a callback. */
export type Way = 'pluginReady' | 'ready'

/** What has become of the gate. */
export interface GateState {
  /** Has the page itself opened upsdk? What the kit's own `pluginReady` opens is not open to `ready` (H29). */
  isOpen?: boolean
  /** Why nothing is let through any more. */
  closed?: Trouble
}

/**
 * Makes signed mode: what the part `signedMode` holds.
 *
 * @param changed calls may get through now, or must wait
 * @param refused refuses all that waits
 */
export type CreateSignedMode = (
  window: UpsdkWindow,
  gate: GateState,
  changed: () => void,
  refused: (refusal: Trouble) => void,
) => SignedMode

const createSignedMode: CreateSignedMode = (window, gate, changed, refused) => {
  let state: 'off' | 'fetching' | 'pending' | 'accepted' | 'refused' = 'off'
  /** Why the newest config was refused, until there is another. */
  let refusal: Trouble | undefined
  let newestSource: SignedConfigSource | undefined
  let config: object | undefined
  /** The upsdk that has been registered with, for each. */
  const watched: { ready?: RawUpsdk; error?: RawUpsdk } = {}
  /** The function that took the config, and `jsApiList` as it was then. Each accepted config brings a new list; so does the file when it runs again. */
  let handedTo: unknown
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
    refused(why)
  }

  /** A refusal may have come before: of two configs under way, the accepted one opened the SDK. */
  function accept(): void {
    if (state !== 'pending' && state !== 'refused') return
    state = 'accepted'
    refusal = undefined
    changed()
  }

  /** A config was accepted, or the page has opened upsdk beside the kit. */
  function open(): void {
    if (gate.closed) return
    gate.isOpen = true
    untilOpen.splice(0).forEach(runLater)
  }

  /** Registers once with an upsdk. A callback that fires while it is registered reports what was before. */
  function listen(
    raw: RawUpsdk,
    name: 'ready' | 'error',
    heard: (value: unknown, wasBefore: boolean) => void,
  ): void {
    const register = read(raw, name)
    if (watched[name] === raw || !isFunction(register)) return
    watched[name] = raw
    let registering = true
    register.call(raw, (value: unknown) => {
      heard(value, registering)
    })
    registering = false
  }

  /** After a refusal `error` fires immediately with the old refusal and registers nothing (H23): register once, before. */
  const watchRefusal = (raw: RawUpsdk): void =>
    listen(raw, 'error', (failure, wasBefore) => {
      if (!wasBefore && state !== 'fetching') refuse({ reason: 'bad-signature', raw: failure })
    })

  function submit(raw: RawUpsdk, submitted: object): void {
    const take = read(raw, 'config')
    if (!isFunction(take)) return
    config = undefined
    watchRefusal(raw)
    handedTo = take
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
    changed()
  }

  return {
    mayPass: (way) => (state === 'off' ? way === 'pluginReady' : way === 'ready' && state === 'accepted'),
    refusal: () => refusal,
    prepare(raw, isNew) {
      // Before it is open: upsdk runs its `ready` callbacks after each accepted config. If it fires immediately, upsdk
      // was already open; that says nothing about our config, but where we have none, that the page has opened it.
      listen(raw, 'ready', (_value, wasBefore) => {
        if (state === 'off') open()
        else if (!wasBefore) accept()
      })
      if (state === 'off') return 'pluginReady'
      if (isNew && refusal?.fromBackend && newestSource) start(newestSource)
      if (state === 'pending' && config) submit(raw, config)
      // An upsdk that was already open fires no callback, and a page's callback may have thrown (H3).
      else if (
        state === 'pending' &&
        read(raw, 'config') === handedTo &&
        read(raw, 'jsApiList') !== listBefore
      )
        accept()
      return state === 'accepted' ? 'ready' : refusal ? 'straight' : 'wait'
    },
    config(source, enter) {
      if (gate.closed) return
      if (!enter) return open()
      start(source)
      // The gate looks for an upsdk to hand the config to, for as long as it takes.
      enter(open, noop, () => untilOpen.length && !refusal)
    },
    error(callback) {
      if (!isFunction(callback)) return
      const hear = (failure: unknown) => runLater(() => callback(failure))
      if (refusal) hear(refusal.raw)
      else listeners.push(hear)
    },
    whenOpen: (callback) => void untilOpen.push(callback),
  }
}

export const signedMode: { readonly signedMode: CreateSignedMode } = { signedMode: createSignedMode }
