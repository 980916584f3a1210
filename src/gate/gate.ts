import type { Due, Heartbeat, Timer } from '../lib/heartbeat'
import { isFunction, read } from '../lib/values'
import type { Reason } from '../types/failure'
import type { Trouble } from '../types/trouble'
import type { RawUpsdk, UpsdkWindow } from '../types/window'
import type { FindExplicitAuth } from './explicitAuth'
import type { LoadScript } from './load'
import type { CreateSignedMode, GateState, SignedMode, Way } from './signed'
import { countAnswer, EXPLICIT_AUTH, isUpsdkScript, type RawSource } from './upsdk'

/** A call, or a question whether upsdk is ready, while it waits for upsdk. None of its functions may throw. */
export interface Waiting extends Due {
  readonly kind: 'call' | 'question'
  readonly state: 'waiting' | 'sent' | 'replaced' | 'settled'
  /** Runs at most once, inside a `pluginReady` callback (in signed mode: `ready`). */
  send(raw: RawUpsdk): void
  /** Runs instead of `send`, at most once. */
  fail(trouble: Trouble): void
  /** Is left waiting where others are refused, for as long as it takes; `onDue` runs all the same. */
  readonly isUnlimited?: boolean
  /** In signed mode only an accepted config will do; what does not need it goes on also after a refusal. */
  readonly needsAcceptance?: boolean
}

/** It asks whether upsdk is ready, and sends nothing. */
export interface Question extends Waiting {
  readonly kind: 'question'
}

interface GateOptions {
  /** ms from a call to its sending; 0: no limit. */
  readyTimeout?: number | null
  script?: boolean | string
}

interface GateParts {
  loadScript?: LoadScript
  signedMode?: CreateSignedMode
  explicitAuth?: FindExplicitAuth
}

/** Is upsdk there, and ready? Lets calls through inside `pluginReady`, in order, or says why not. */
export interface Gate extends GateState {
  enter(waiting: Waiting): void
  /**
   * Finds a method of this upsdk, to be called on it; also the one that upsdk does not have, where there is a bridge.
   * One whose getter throws is none.
   */
  methodOf(raw: RawUpsdk, name: string): ((params: unknown) => unknown) | undefined
  /** Why a call was not sent by its deadline. */
  lateReason(): Reason
  /** Has upsdk let calls through, or does its file take the page to be outside? */
  isUp(): boolean
  signed?: SignedMode
  /** Methods that this wallet has shown to lack, whatever the SDK file has. */
  readonly lacking: Set<string>
  /** Gives up all that is open; what comes later is given up at once. */
  close(trouble: Trouble): void
}

const READY_TIMEOUT = 8000
/** How often upsdk is looked for while calls wait, in ms; longer each time, up to ten times as long. */
const LOOK_EVERY = 50

/** upsdk's own way in, which is no method of the wallet; and an object with what every object has. */
const NO_METHODS: object = { ready: 0, pluginReady: 0, config: 0, error: 0 }

const isWaiting = (item: Waiting | Timer): item is Waiting =>
  item.kind !== 'timer' && item.state === 'waiting'

export function createGate(
  window: UpsdkWindow,
  heartbeat: Heartbeat<Waiting>,
  source: RawSource,
  isInside: () => boolean,
  { script, readyTimeout }: GateOptions,
  { loadScript, signedMode, explicitAuth }: GateParts,
): Gate {
  const { open } = heartbeat
  const load = script && loadScript && (() => loadScript(window, script, () => !source.get()))
  /** A script element of the page's that brings upsdk has failed. */
  let scriptFailed = false
  /** The upsdk that will run a callback of the gate's. */
  let registeredOn: RawUpsdk | undefined
  /** The upsdk that has let calls through. */
  let opened: RawUpsdk | undefined
  let lookEvery = LOOK_EVERY
  let looking = false

  const isAnyWaiting = () => [...open].some(isWaiting)
  /** Sends the calls that wait, in order; after a refused config, those that need an accepted one are refused. */
  function sendAll(raw: RawUpsdk | undefined, refusal?: Trouble): void {
    open.forEach((item) => {
      if (!isWaiting(item)) return
      if (raw && !(refusal && item.needsAcceptance)) item.send(raw)
      else if (refusal && !item.isUnlimited) item.fail(refusal)
    })
  }
  /** Refuses all but those that wait without limit. */
  const refuseAll = (refusal: Trouble): void => sendAll(undefined, refusal)
  /** The config was refused: native has answered it. */
  function onRefusal(refusal: Trouble): void {
    countAnswer(window)
    refuseAll(refusal)
  }
  function refuseAsMissing(): void {
    refuseAll({ reason: 'sdk-missing' })
  }

  function enter(waiting: Waiting): void {
    const raw = source.get()
    if (!raw || raw !== opened) {
      if (!isInside()) return waiting.fail({ reason: 'outside-wallet' })
      // Only upsdk's file may have said that this is a wallet.
      listenForErrors()
    }
    open.add(waiting)
    ask(raw, true)
    if (!isWaiting(waiting)) return
    keepLooking()
    heartbeat.dueIn(waiting, (readyTimeout ?? READY_TIMEOUT) || Infinity)
  }

  /**
   * Asks upsdk to let through what waits.
   *
   * @param isNew for a new call: only that asks again for a script or a signature that failed
   */
  function ask(raw: RawUpsdk | undefined, isNew: boolean): void {
    if (!raw) return askForScript(isNew)
    const { signed } = gate
    const way = signed ? signed.prepare(raw, isNew) : 'pluginReady'
    if (way === 'straight') sendAll(raw, signed?.refusal())
    else if (way !== 'wait' && registeredOn !== raw) register(raw, way)
  }

  /** Where there is no upsdk (H7). */
  function askForScript(isNew: boolean): void {
    if (!load) return void (scriptFailed && refuseAsMissing())
    if (isNew) load().then(letThrough, refuseAsMissing)
  }

  function register(raw: RawUpsdk, way: Way): void {
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
  function onReady(raw: RawUpsdk, way: Way): void {
    // Its callbacks come after what it writes.
    source.fileEnds()
    const isCurrent = source.get() === raw
    // A callback that was registered before signed mode began, or before a newer config, lets nothing through.
    if (gate.signed && !gate.signed.mayPass(way)) return
    registeredOn = undefined
    // The page has put another in its place: what this one has may be empty by now.
    if (!isCurrent) return letThrough()
    stopListening()
    opened = raw
    lookEvery = LOOK_EVERY
    sendAll(raw)
  }

  /** Asks again where something waits, and looks again later where something still does. */
  function letThrough(): void {
    if (isAnyWaiting()) ask(source.get(), false)
    if (isAnyWaiting()) keepLooking()
  }

  function registerAgain(): void {
    registeredOn = undefined
    letThrough()
  }

  function keepLooking(): void {
    if (looking) return
    looking = true
    heartbeat.after(lookEvery, () => {
      looking = false
      letThrough()
    })
    lookEvery = Math.min(lookEvery * 1.5, LOOK_EVERY * 10)
  }

  function onError({ target }: Event): void {
    // A callback of the page's may have thrown in upsdk's loop, before the gate's had its turn (H3).
    if ((target as unknown) === window) return registerAgain()
    if (!isUpsdkScript(target)) return
    scriptFailed = true
    if (!load && !source.get()) refuseAsMissing()
  }

  /** Safe to call again: the browser ignores a listener that it has. */
  function listenForErrors(): void {
    window.addEventListener('error', onError, true)
  }
  function stopListening(): void {
    window.removeEventListener('error', onError, true)
  }

  const gate: Gate = {
    enter,
    methodOf(raw, name) {
      const method = name in NO_METHODS ? undefined : read(raw, name)
      if (isFunction(method)) return method
      return name === EXPLICIT_AUTH ? explicitAuth?.(window) : undefined
    },
    lacking: new Set(),
    lateReason: () => (source.get() ? 'ready-timeout' : 'sdk-missing'),
    isUp() {
      const raw = source.get()
      return !!raw && (raw === opened || (!isInside() && read(raw, 'isInsideWallet') === false))
    },
    close(trouble) {
      gate.closed = trouble
      stopListening()
      open.forEach((item) => {
        if (item.kind !== 'timer') item.fail(trouble)
      })
    },
  }
  gate.signed = signedMode?.(window, gate, registerAgain, onRefusal)
  if (isInside()) {
    listenForErrors()
    if (!source.get()) askForScript(true)
  }
  return gate
}
