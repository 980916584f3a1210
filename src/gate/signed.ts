import type { Reason } from '../codes/reasons'
import { isFunction, isObject } from '../run'
import { copyParams, type RawUpsdk, type UpsdkWindow } from '../window'

/** What `upsdk.config` of signed H5 pages takes; the signature comes from the page's own server. */
export interface SignedConfig {
  appId: string
  nonceStr: string
  /** Seconds since 1970. */
  timestamp: string | number
  signature: string
  /** The page's address without its fragment, as it was signed. */
  url?: string
  /** Lets upsdk show its own messages with `alert` (H18). */
  debug?: boolean
}

/** A config, or what gives one. */
export type SignedConfigSource = SignedConfig | (() => SignedConfig | Promise<SignedConfig>)

/** Why a config was refused. */
interface ConfigRefusal {
  reason: Reason
  raw?: unknown
}

/**
 * Signed mode: the way in is `config`, then `ready`. In it `pluginReady` is never called, since one such
 * call would reopen the SDK after a refused config (H23).
 */
export interface SignedMode {
  isOn(): boolean
  /** Is the answer to a config still out? */
  isPending(): boolean
  /** Registers with an upsdk that has come up, and hands it the config that waits. Once for each. */
  prepare(raw: RawUpsdk): void
  refusal(): ConfigRefusal | undefined
  /** Begins signed mode, or begins it anew. */
  start(config: SignedConfigSource): void
  /** Calls back once, at the next refusal, or at once where there was one. */
  onRefusal(callback: (raw: unknown) => void): void
}

export interface SignedModeParts {
  window: UpsdkWindow | undefined
  /** Something that waiting calls should know of has changed. */
  changed(): void
}

export function createSignedMode({ window, changed }: SignedModeParts): SignedMode {
  let state: 'off' | 'pending' | 'accepted' | 'refused' = 'off'
  let refusal: ConfigRefusal | undefined
  let config: object | undefined
  let watched: RawUpsdk | undefined
  let refusalWatched: RawUpsdk | undefined
  /** What took the config, and `jsApiList` as it was then: each accepted config brings another; so does the file run again. */
  let handedTo: unknown
  let listBefore: unknown
  let round = 0
  /** A newer config waits for its signature: the answer to an older one decides nothing any more. */
  let fetching = false
  const listeners = new Set<(raw: unknown) => void>()

  function refuse(reason: Reason, raw?: unknown): void {
    state = 'refused'
    refusal = { reason, raw }
    listeners.forEach((listener) => {
      listener(raw)
    })
    listeners.clear()
    changed()
  }

  /** Also after a refusal: of two configs on their way, the accepted one opened the SDK. */
  function accept(): void {
    if (state === 'off' || fetching) return
    state = 'accepted'
    changed()
  }

  /** upsdk runs its `ready` callbacks after each accepted config; called back at once, it is open, which tells nothing of one. */
  function watch(raw: RawUpsdk): void {
    if (watched === raw || !isFunction(raw.ready)) return
    watched = raw
    let registering = true
    raw.ready(() => {
      if (!registering) accept()
    })
    registering = false
  }

  /** After a refusal `error` calls back at once, with the old refusal, and registers nothing (H23): so once, before. */
  function watchRefusal(raw: RawUpsdk): void {
    if (refusalWatched === raw || !isFunction(raw.error)) return
    refusalWatched = raw
    let registering = true
    raw.error((failure: unknown) => {
      if (!registering && !fetching) refuse('bad-signature', failure)
    })
    registering = false
  }

  /** Hands a waiting config to upsdk, where both are there. */
  function submit(raw: RawUpsdk): void {
    if (!config || !isFunction(raw.config)) return
    const submitted = config
    config = undefined
    watchRefusal(raw)
    handedTo = raw.config
    listBefore = raw.jsApiList
    try {
      raw.config(submitted)
    } catch {
      refuse('bad-config')
    }
  }

  return {
    isOn: () => state !== 'off',
    isPending: () => state === 'pending',
    prepare(raw) {
      watch(raw)
      if (state !== 'pending') return
      if (config) submit(raw)
      // An upsdk that was open before calls nobody back, and a callback of the page's may have thrown (H3).
      else if (raw.config === handedTo && raw.jsApiList !== listBefore) accept()
    },
    refusal: () => (state === 'refused' ? refusal : undefined),
    start(given) {
      state = 'pending'
      config = undefined
      const thisRound = ++round
      fetching = true
      const take = (value: unknown) => {
        if (thisRound !== round) return
        fetching = false
        if (!isObject(value)) return refuse('bad-config')
        config = copyParams(window, value)
        changed()
      }
      Promise.resolve()
        .then(() => (isFunction(given) ? (given as () => unknown)() : given))
        .then(take, () => take(undefined))
    },
    onRefusal(listener) {
      if (state === 'refused') listener(refusal?.raw)
      else listeners.add(listener)
    },
  }
}
