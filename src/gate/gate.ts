import type { Clock } from '../clock'
import type { Reason } from '../codes/reasons'
import { isFunction, noop } from '../run'
import type { RawUpsdk, UpsdkWindow } from '../window'
import type { Environment } from './environment'
import { isUpsdkScript, loadScript } from './load'
import type { RawSource } from './raw'
import { createSignedMode, type SignedMode } from './signed'

/** One that wants to get through. Neither function may throw. */
export interface Visitor {
  /** Runs at most once, inside a `pluginReady` callback (in signed mode: `ready`). */
  send(raw: RawUpsdk): void
  /** Runs instead of `send`, at most once. */
  refuse(reason: Reason, raw?: unknown): void
  /** Is left waiting where others are refused, for as long as it takes. */
  patient?: boolean
}

export interface GateParts {
  window: UpsdkWindow | undefined
  environment(): Environment
  source: RawSource
  clock: Clock
  /** The address to load upsdk.js from where it is missing. */
  script?: string
}

/** Is upsdk there, and ready? Lets calls through inside `pluginReady`, in order, or says why not. */
export interface Gate {
  /** @param limit ms to wait at the most @returns gives up: what has not been sent is never sent */
  enter(visitor: Visitor, limit: number): () => void
  signed: SignedMode
  close(): void
}

interface Waiting {
  visitor: Visitor
  stopClock(): void
}

/** How often upsdk is looked for while calls wait, in ms; longer each time, up to ten times as long. */
const LOOK_EVERY = 50

export function createGate({ window, environment, source, clock, script }: GateParts): Gate {
  const queue = new Set<Waiting>()
  let knockedOn: RawUpsdk | undefined
  /** The upsdk that has opened: from then on it runs `pluginReady` callbacks at once. */
  let opened: RawUpsdk | undefined
  let scriptFailed = false
  let loadingScript = false
  /** Only a new call asks for the file again, not each look for upsdk: it may fail, or bring none. */
  let mayLoad = true
  let watching = false
  let lookEvery = LOOK_EVERY
  let stopLooking = noop
  const signed = createSignedMode({ window, changed: knockAnew })

  function enter(visitor: Visitor, limit: number): () => void {
    if (opened && !queue.size && passesStraight(visitor)) return noop
    if (!environment().insideWallet) {
      visitor.refuse('outside-wallet')
      return noop
    }
    const waiting: Waiting = { visitor, stopClock: noop }
    queue.add(waiting)
    mayLoad = true
    knock()
    if (!queue.has(waiting)) return noop
    waiting.stopClock = clock.after(limit, () => {
      // What was registered may be lost (H3): the next call registers anew.
      knockedOn = undefined
      refuse(waiting, source.get() ? 'ready-timeout' : 'sdk-missing')
    })
    return () => leave(waiting)
  }

  /** Most calls are made when upsdk has long been up: these need no queue, and no clock. */
  function passesStraight(visitor: Visitor): boolean {
    const raw = source.get()
    if (!raw || raw !== opened || signed.isOn() || !isFunction(raw.pluginReady)) return false
    // Reading the user agent would cost as much as the call.
    let passed = false
    let over = false
    try {
      raw.pluginReady(() => {
        if (passed || over) return
        passed = true
        visitor.send(raw)
      })
    } catch {
      // It goes the long way, where this is told.
    }
    over = true
    return passed
  }

  function leave(waiting: Waiting): boolean {
    waiting.stopClock()
    return queue.delete(waiting)
  }

  function refuse(waiting: Waiting, reason: Reason, raw?: unknown): void {
    if (leave(waiting)) waiting.visitor.refuse(reason, raw)
  }

  function refuseAll(reason: Reason, raw?: unknown): void {
    queue.forEach((waiting) => {
      if (!waiting.visitor.patient) refuse(waiting, reason, raw)
    })
  }

  /** Asks upsdk to let the queue through; once for all that wait, until it answers. */
  function knock(): void {
    if (!queue.size) return
    const raw = source.get()
    if (!raw) return missing()
    signed.prepare(raw)
    const refusal = signed.refusal()
    if (refusal) return refuseAll(refusal.reason, refusal.raw)
    if (signed.isPending()) return keepLooking()
    const wayIn = signed.isOn() ? raw.ready : raw.pluginReady
    if (!isFunction(wayIn)) refuseAll('unsupported')
    else if (knockedOn !== raw) knockOn(raw, wayIn)
    keepLooking()
  }

  function knockOn(raw: RawUpsdk, wayIn: (callback: () => void) => unknown): void {
    knockedOn = raw
    const modeAtKnock = signed.isOn()
    try {
      wayIn.call(raw, () => flush(raw, modeAtKnock))
    } catch {
      knockedOn = undefined
      refuseAll('system')
    }
  }

  function knockAnew(): void {
    knockedOn = undefined
    knock()
  }

  /** The SDK runs its stored callbacks again at times (H23): then this only finds an empty queue. */
  function flush(raw: RawUpsdk, modeAtKnock: boolean): void {
    // What was registered before signed mode began must not open the door in it.
    if (modeAtKnock !== signed.isOn() || signed.isPending() || signed.refusal()) return
    knockedOn = undefined
    // The page has put another in its place: what this one has may be empty by now.
    if (source.get() !== raw) return knock()
    opened = raw
    stopWatching()
    queue.forEach((waiting) => {
      if (leave(waiting)) waiting.visitor.send(raw)
    })
  }

  function missing(): void {
    if (script && window) load(window, script)
    else if (scriptFailed) refuseAll('sdk-missing')
    keepLooking()
  }

  /** For an upsdk that comes without a word, or takes the place of one that is knocked on. */
  function keepLooking(): void {
    stopLooking()
    if (!queue.size) return
    stopLooking = clock.after(lookEvery, knock)
    lookEvery = Math.min(lookEvery * 1.5, LOOK_EVERY * 10)
  }

  function load(window: UpsdkWindow, url: string): void {
    if (loadingScript || !mayLoad) return
    loadingScript = true
    const loaded = (failed: boolean) => {
      loadingScript = mayLoad = false
      if (failed) refuseAll('sdk-missing')
      else knock()
    }
    loadScript(window, url, () => !source.get()).then(
      () => loaded(false),
      () => loaded(true),
    )
  }

  function onError(event: Event): void {
    if (isUpsdkScript(event.target)) {
      scriptFailed = true
      if (!source.get() && !script) refuseAll('sdk-missing')
    } else if ((event.target as unknown) === window) {
      // A callback of the page may have thrown in upsdk's loop, before ours had its turn (H3).
      knockAnew()
    }
  }

  function stopWatching(): void {
    if (watching) window?.removeEventListener('error', onError, true)
    watching = false
  }

  if (environment().insideWallet) {
    watching = true
    window?.addEventListener('error', onError, true)
    if (window && script && !source.get()) load(window, script)
  }

  return {
    enter,
    signed,
    close() {
      stopWatching()
      queue.forEach((waiting) => {
        refuse(waiting, 'aborted')
      })
    },
  }
}
