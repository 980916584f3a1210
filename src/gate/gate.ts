import type { Due, Heartbeat } from '../lib/heartbeat'
import { noop } from '../lib/run'
import { sharedOf } from '../lib/shared'
import { missingPart } from '../lib/trouble'
import { isFunction, read } from '../lib/values'
import type { Reason } from '../types/failure'
import type { Trouble } from '../types/trouble'
import type { RawUpsdk, UpsdkWindow } from '../types/window'
import type { FindExplicitAuth } from './explicitAuth'
import { createFinder } from './finder'
import type { CreateLoading } from './load'
import { countPlaceholders, EXPLICIT_AUTH, NO_METHODS, type RawSource } from './rawUpsdk'
import type { CreateSignedMode, GateState, ReadyMethod, SignedMode } from './signed'

/** A call, or a question whether upsdk is ready, that waits for upsdk. None of its functions may throw. */
export interface Waiting extends Due {
  /** Runs at most once: inside `pluginReady`, in signed mode inside `ready`, or straight after a refused config. */
  send(raw: RawUpsdk): void
  /** Refuses it. What waits without a time limit may keep waiting, so that it runs several times. */
  fail(trouble: Trouble): void
  /** Whether it needs an accepted config in signed mode. Otherwise it is sent even after a refused one. */
  readonly needsAcceptance?: boolean
}

interface GateOptions {
  /** The time limit from a call to its sending, in ms; 0 for none. */
  readyTimeout?: number | null
  script?: boolean | string
}

interface GateParts {
  loading?: CreateLoading
  signedMode?: CreateSignedMode
  explicitAuth?: FindExplicitAuth
}

/** Sends calls inside `pluginReady`, in order, once upsdk is there and ready. Otherwise it refuses them. */
export interface Gate extends GateState {
  enter(waiting: Waiting): void
  /** Ends an item: it neither waits nor is open any more. */
  leave(waiting: Waiting): void
  /**
   * Finds a method of upsdk, to be called on `raw`. It also finds `appletExplicitAuth`, which upsdk lacks, if there is
   * a bridge. A method whose getter throws counts as missing. If a page froze upsdk before the file wrote its methods,
   * all of them count as missing.
   */
  methodOf(raw: RawUpsdk, name: string): ((params: unknown) => unknown) | undefined
  /** Gets the reason why a call was not sent by its deadline. */
  lateReason(): Reason
  /**
   * Has upsdk let calls through, or does its file report that the page is outside the wallet? False once the kit is
   * destroyed.
   */
  isUp(): boolean
  /** Has the page itself opened upsdk, so that `ready` runs its callback at once? False once the kit is destroyed. */
  isOpened(): boolean
  /** Signed mode, or a stand-in that never begins if the page has not passed in the part. */
  signed: SignedMode
  /** Methods that this wallet does not have although the SDK file has them. */
  readonly unsupported: Set<string>
  /** Fails all open items. Later ones fail at once. */
  destroy(): void
}

const READY_TIMEOUT = 8000

/** Does upsdk have placeholders for its methods? Then the bridge is not up. */
const hasPlaceholders = (raw: RawUpsdk): boolean => countPlaceholders(raw, 1) > 0

/** Signed mode that never begins. */
const UNSIGNED: SignedMode = {
  follow: () => 'pluginReady',
  way: () => 'pluginReady',
  refusal: () => undefined,
  whenOpen: noop,
  config() {
    throw missingPart('`config`', 'signedMode')
  },
  error() {
    throw missingPart('`error`', 'signedMode')
  },
}

/** Everything of the kit that the gate needs. */
interface GateContext {
  readonly window: UpsdkWindow
  readonly heartbeat: Heartbeat<Waiting>
  readonly source: RawSource
  isInside(): boolean
}

export function createGate(
  { window, heartbeat, source, isInside }: GateContext,
  { script, readyTimeout }: GateOptions,
  { loading, signedMode, explicitAuth }: GateParts,
): Gate {
  const { open } = heartbeat
  /** The open items that wait, in order. They are kept apart so that a new call does not visit all open ones. */
  const queue = new Set<Waiting>()
  const finder = createFinder(window, heartbeat, script, loading, askAgain, registerAgain, refuseAll)
  /** The function of upsdk that has the gate's callback. A second upsdk.js tag replaces it. */
  let registeredWith: unknown
  /** The upsdk that has run the gate's callback, so that it takes calls. */
  let readyUpsdk: RawUpsdk | undefined
  let isOpened = false

  /** Sends what waits, in order. @param refusal why the config was refused: for what needs an accepted one */
  function sendAll(raw: RawUpsdk, refusal?: Trouble): void {
    queue.forEach((item) => {
      if (refusal && item.needsAcceptance) item.fail(refusal)
      else {
        queue.delete(item)
        item.send(raw)
      }
    })
  }
  function refuseAll(refusal: Trouble): void {
    queue.forEach((item) => {
      item.fail(refusal)
    })
  }

  function enter(waiting: Waiting): void {
    if (gate.destroyed) return waiting.fail(gate.destroyed)
    const raw = source.get()
    if (!raw || raw !== readyUpsdk) {
      if (!isInside()) return waiting.fail({ reason: 'outside-wallet' })
      // Perhaps only upsdk's file reports that this is a wallet. Then nothing has listened for errors yet.
      finder.start()
    }
    open.add(waiting)
    queue.add(waiting)
    ask(raw, true)
    if (!queue.has(waiting)) return
    finder.wait()
    heartbeat.dueIn(waiting, (readyTimeout ?? READY_TIMEOUT) || Infinity)
  }

  /**
   * Asks upsdk to let waiting calls through.
   *
   * @param isNew whether it is for a new call: only a new call retries a script or a signature that failed
   */
  function ask(raw: RawUpsdk | undefined, isNew: boolean): void {
    if (!raw) return finder.ask(isNew)
    const { signed } = gate
    const way = signed.follow(raw, isNew)
    if (way === 'wait') return
    if (typeof way === 'string') register(raw, way)
    // Placeholders answer nobody, so nothing is sent to them.
    else if (hasPlaceholders(raw)) refuseAll(way)
    else sendAll(raw, way)
  }

  function register(raw: RawUpsdk, method: ReadyMethod): void {
    const runWhenReady = read(raw, method)
    if (!isFunction(runWhenReady)) return refuseAll({ reason: 'unsupported' })
    if (registeredWith === runWhenReady) return
    registeredWith = runWhenReady
    sharedOf(window).own = method
    try {
      runWhenReady.call(raw, () => onReady(raw, method))
    } catch (error) {
      registeredWith = undefined
      refuseAll({ reason: 'system', raw: error })
    }
  }

  /** Runs when upsdk is ready. upsdk may run it again (H23), when nothing waits any more. */
  function onReady(raw: RawUpsdk, method: ReadyMethod): void {
    const isCurrent = source.get() === raw
    // A callback that was registered before signed mode began, or before a newer config, lets nothing through.
    if (gate.destroyed || gate.signed.way() !== method) return
    registeredWith = undefined
    // The page has replaced this upsdk, whose methods may do nothing by now.
    if (!isCurrent) return askAgain()
    // Each call comes by here: removing a listener that is not there costs a browser more than the rest of the gate.
    if (raw !== readyUpsdk) finder.stop()
    readyUpsdk = raw
    sendAll(raw)
  }

  /** Asks again if something waits, and looks again later if something still does. */
  function askAgain(): void {
    const raw = source.get()
    // Even if nothing waits, the file is loaded once the page's own script has ended.
    if (queue.size || !raw) ask(raw, false)
    if (queue.size) finder.wait()
  }

  function registerAgain(): void {
    registeredWith = undefined
    askAgain()
  }

  const gate: Gate & { destroyed?: Trouble } = {
    enter,
    leave(waiting) {
      queue.delete(waiting)
      open.delete(waiting)
    },
    methodOf(raw, name) {
      const method = !(name in NO_METHODS) && read(raw, name)
      if (isFunction(method) && !(Object.isFrozen(raw) && hasPlaceholders(raw))) return method
      return name === EXPLICIT_AUTH ? explicitAuth?.(window) : undefined
    },
    signed: UNSIGNED,
    unsupported: new Set(),
    lateReason: () => (source.get() ? 'ready-timeout' : 'sdk-missing'),
    isUp() {
      const raw = source.get()
      return (
        !gate.destroyed &&
        // The file writes it last.
        isFunction(read(raw, 'pluginReady')) &&
        (raw === readyUpsdk || (!isInside() && read(raw, 'isInsideWallet') === false))
      )
    },
    setOpened(value) {
      isOpened = value
    },
    isOpened: () => isOpened && !gate.destroyed,
    destroy() {
      const trouble: Trouble = { reason: 'aborted', cause: 'destroyed' }
      gate.destroyed = trouble
      finder.stop()
      open.forEach((item) => {
        if ('fail' in item) item.fail(trouble)
      })
    },
  }
  if (signedMode) gate.signed = signedMode(window, gate, registerAgain, refuseAll)
  if (isInside()) {
    finder.start()
    if (!source.get()) finder.ask(true)
  }
  return gate
}
