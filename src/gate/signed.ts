import { noop } from '../lib/run'
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
  /** Begins signed mode, or begins it anew. */
  start(config: SignedConfigSource): void
  /** Calls back once, at the next refusal, or at once where there was one. */
  onRefusal(callback: (raw: unknown) => void): void
  /** Calls back where the page has opened upsdk without the kit, by a `config` or `pluginReady` of upsdk itself. */
  onOpenedByPage(callback: () => void): void
}

/** upsdk's own ways in, each of which takes a callback. */
export type Way = 'pluginReady' | 'ready'

/**
 * Makes signed mode: what the part `signedMode` holds.
 *
 * @param changed calls may get through now, or must wait
 * @param refused refuses all that waits
 */
export type CreateSignedMode = (
  window: UpsdkWindow,
  changed: () => void,
  refused: (refusal: Trouble) => void,
) => SignedMode

const createSignedMode: CreateSignedMode = (window, changed, refused) => {
  let state: 'off' | 'fetching' | 'pending' | 'accepted' | 'refused' = 'off'
  let refusal: Trouble | undefined
  let newestSource: SignedConfigSource | undefined
  let config: object | undefined
  /** The upsdk that has been registered with, for each. */
  const watched: { ready?: RawUpsdk; error?: RawUpsdk } = {}
  /** The function that took the config, and `jsApiList` as it was then. Each accepted config brings a new list; so does the file when it runs again. */
  let handedTo: unknown
  let listBefore: unknown
  let round = 0
  const listeners = new Set<(raw: unknown) => void>()
  let openedByPage = noop

  function refuse(why: Trouble): void {
    state = 'refused'
    refusal = why
    listeners.forEach((listener) => {
      listener(why.raw)
    })
    listeners.clear()
    refused(why)
  }

  /** A refusal may have come before: of two configs under way, the accepted one opened the SDK. */
  function accept(): void {
    if (state !== 'pending' && state !== 'refused') return
    state = 'accepted'
    changed()
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
    config = undefined
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
    refusal: () => (state === 'refused' ? refusal : undefined),
    start,
    prepare(raw, isNew) {
      // Before it is open: upsdk runs its `ready` callbacks after each accepted config. If it fires immediately, upsdk
      // was already open; that says nothing about our config, but where we have none, that the page has opened it.
      listen(raw, 'ready', (_value, wasBefore) => {
        if (state === 'off') openedByPage()
        else if (!wasBefore) accept()
      })
      if (state === 'off') return 'pluginReady'
      if (isNew && state === 'refused' && refusal?.fromBackend && newestSource) start(newestSource)
      if (state === 'pending' && config) submit(raw, config)
      // An upsdk that was already open fires no callback, and a page's callback may have thrown (H3).
      else if (
        state === 'pending' &&
        read(raw, 'config') === handedTo &&
        read(raw, 'jsApiList') !== listBefore
      )
        accept()
      return state === 'accepted' ? 'ready' : state === 'refused' ? 'straight' : 'wait'
    },
    onRefusal(listener) {
      if (state === 'refused') listener(refusal?.raw)
      else listeners.add(listener)
    },
    onOpenedByPage(callback) {
      openedByPage = callback
    },
  }
}

export const signedMode: { readonly signedMode: CreateSignedMode } = { signedMode: createSignedMode }
