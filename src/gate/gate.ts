import type { Reason } from '../failure/reasons'
import type { Heartbeat, Open } from '../lib/heartbeat'
import { isFunction, read } from '../lib/values'
import type { RawUpsdk, UpsdkWindow } from '../lib/window'
import { isUpsdkScript } from './isUpsdkScript'
import type { RawSource } from './raw'
import type { ConfigRefusal, CreateSignedMode, SignedMode } from './signed'

/** One that waits for upsdk: a call, or who asked whether it is ready. None of its functions may throw. */
export interface Waiting extends Open {
  readonly state: 'waiting' | 'sent' | 'settled'
  /** Runs at most once, inside a `pluginReady` callback (in signed mode: `ready`). */
  send(raw: RawUpsdk): void
  /** Runs instead of `send`, at most once. */
  refuse(refusal: ConfigRefusal): void
  /** Is left waiting where others are refused, for as long as it takes. */
  readonly patient?: boolean
  /** In signed mode only an accepted config will do; a call goes to upsdk also after a refusal. */
  readonly needsAcceptance?: boolean
}

/** Loads upsdk.js; rejects where that fails: the part `scriptLoading`. */
export type LoadScript = (window: UpsdkWindow, url: string, isMissing: () => boolean) => Promise<void>

export interface GateParts {
  window: UpsdkWindow | undefined
  isInside(): boolean
  source: RawSource
  heartbeat: Heartbeat
  options: {
    /** ms from a call to its sending; 0: no limit. */
    readyTimeout?: number | null
    /** The address to load upsdk.js from where it is missing; true: the official one. */
    script?: boolean | string
  }
  parts: { loadScript?: LoadScript; signedMode?: CreateSignedMode }
}

/** Is upsdk there, and ready? Lets calls through inside `pluginReady`, in order, or says why not. */
export interface Gate {
  enter(waiting: Waiting): void
  leave(waiting: Waiting): void
  /** Why a call was not sent by its deadline. */
  lateReason(): Reason
  /** Has upsdk let calls through, or does its file take the page to be outside? */
  isUp(): boolean
  readonly signed?: SignedMode
  close(): void
}

const READY_TIMEOUT = 8000
/** Where UnionPay serves the SDK file. */
const OFFICIAL_SCRIPT = 'https://open.95516.com/s/open/js/upsdk.js'
/** How often upsdk is looked for while calls wait, in ms; longer each time, up to ten times as long. */
const LOOK_EVERY = 50

const isWaiting = (item: Open): item is Waiting => (item as Waiting).state === 'waiting'

export function createGate({ window, isInside, source, heartbeat, options, parts }: GateParts): Gate {
  const { loadScript, signedMode } = parts
  const { open } = heartbeat
  const readyTimeout = options.readyTimeout ?? READY_TIMEOUT
  const script = options.script === true ? OFFICIAL_SCRIPT : options.script
  /** The upsdk that will run a callback of the gate's. */
  let registeredOn: RawUpsdk | undefined
  /** The upsdk that has let calls through. */
  let opened: RawUpsdk | undefined
  let scriptFailed = false
  let loading = false
  let lookEvery = LOOK_EVERY
  const look: Open = {
    due: 0,
    lapse() {
      open.delete(look)
      letThrough()
    },
  }
  const signed = signedMode?.({ window, changed: registerAgain, refused: refuseAll })

  function enter(waiting: Waiting): void {
    const isOpen = !!opened && opened === source.get()
    if (!isOpen && !isInside()) return waiting.refuse({ reason: 'outside-wallet' })
    // Only upsdk's file may have said that this is a wallet. Added twice, a listener is still one.
    if (!isOpen) window?.addEventListener('error', onError, true)
    open.add(waiting)
    ask(true)
    if (!isWaiting(waiting)) return
    keepLooking()
    if (waiting.patient || !readyTimeout) return
    waiting.due = heartbeat.now() + readyTimeout
    heartbeat.wake(waiting.due)
  }

  /**
   * Asks upsdk to let through what waits.
   *
   * @param isNew for a new call: only that asks again for a script or a signature that failed
   */
  function ask(isNew: boolean): void {
    const raw = source.get()
    if (raw) askUpsdk(raw, isNew)
    else if (script && loadScript && window) {
      if (isNew) load(window, script, loadScript)
    } else if (scriptFailed) refuseAll({ reason: 'sdk-missing' })
  }

  /** Asks again where something waits, and looks again later where something still does. */
  function letThrough(): void {
    if (someoneWaits()) ask(false)
    if (someoneWaits()) keepLooking()
  }

  function keepLooking(): void {
    if (open.has(look)) return
    look.due = heartbeat.now() + lookEvery
    lookEvery = Math.min(lookEvery * 1.5, LOOK_EVERY * 10)
    open.add(look)
    heartbeat.wake(look.due)
  }

  function askUpsdk(raw: RawUpsdk, isNew: boolean): void {
    signed?.watch(raw)
    const way = signed?.isOn() ? signed.prepare(raw, isNew) : 'pluginReady'
    if (way === 'straight') return sendAll(raw, signed?.refusal())
    if (way === 'wait' || registeredOn === raw) return
    const wayIn = read(raw, way)
    if (!isFunction(wayIn)) return refuseAll({ reason: 'unsupported' })
    registeredOn = raw
    try {
      wayIn.call(raw, () => onReady(raw, way))
    } catch (error) {
      registeredOn = undefined
      refuseAll({ reason: 'system', raw: error })
    }
  }

  /** upsdk runs its stored callbacks again at times (H23): then nothing waits any more. */
  function onReady(raw: RawUpsdk, way: 'pluginReady' | 'ready'): void {
    // What was registered before signed mode began, or before a newer config, lets nothing through.
    if (signed?.isOn() ? way === 'pluginReady' || !signed.isAccepted() : way === 'ready') return
    registeredOn = undefined
    // The page has put another in its place: what this one has may be empty by now.
    if (source.get() !== raw) return letThrough()
    if (opened !== raw) close()
    opened = raw
    lookEvery = LOOK_EVERY
    sendAll(raw)
  }

  /** @param refusal what those get that need an accepted config */
  function sendAll(raw: RawUpsdk, refusal?: ConfigRefusal): void {
    open.forEach((item) => {
      if (!isWaiting(item)) return
      if (!refusal || !item.needsAcceptance) item.send(raw)
      else if (!item.patient) item.refuse(refusal)
    })
  }

  function refuseAll(refusal: ConfigRefusal): void {
    open.forEach((item) => {
      if (isWaiting(item) && !item.patient) item.refuse(refusal)
    })
  }

  function someoneWaits(): boolean {
    for (const item of open) if (isWaiting(item)) return true
    return false
  }

  function registerAgain(): void {
    registeredOn = undefined
    letThrough()
  }

  function load(window: UpsdkWindow, url: string, loadScript: LoadScript): void {
    if (loading) return
    loading = true
    const onLoaded = (failed: boolean) => {
      loading = false
      if (failed) refuseAll({ reason: 'sdk-missing' })
      else letThrough()
    }
    loadScript(window, url, () => !source.get()).then(
      () => onLoaded(false),
      () => onLoaded(true),
    )
  }

  function onError({ target }: Event): void {
    if ((target as unknown) === window) {
      // A callback of the page's may have thrown in upsdk's loop, before the gate's had its turn (H3).
      registerAgain()
    } else if (isUpsdkScript(target)) {
      scriptFailed = true
      if (!source.get() && !(script && loadScript)) refuseAll({ reason: 'sdk-missing' })
    }
  }

  function close(): void {
    window?.removeEventListener('error', onError, true)
  }

  if (isInside()) {
    window?.addEventListener('error', onError, true)
    if (window && script && loadScript && !source.get()) load(window, script, loadScript)
  }

  return {
    enter,
    leave: (waiting) => open.delete(waiting),
    signed,
    lateReason: () => (source.get() ? 'ready-timeout' : 'sdk-missing'),
    isUp() {
      const raw = source.get()
      return !!raw && (raw === opened || (!isInside() && read(raw, 'isInsideWallet') === false))
    },
    close,
  }
}
