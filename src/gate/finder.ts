import type { Timers } from '../lib/heartbeat'
import { lazy } from '../lib/run'
import type { Trouble } from '../types/trouble'
import type { UpsdkWindow } from '../types/window'
import type { CreateLoading } from './load'
import { watchTag } from './tag'
import { isUpsdkScript } from './upsdkScript'

/** Finds upsdk for calls that wait: looks again, hears of scripts that fail, and loads a missing file. */
export interface Finder {
  /**
   * Asks for a missing upsdk (H7): loads it unless the page's own script may still run, or refuses what waits if that
   * has failed.
   *
   * @param isNew whether it is for a new call: only that tries again after a failure
   */
  ask(isNew: boolean): void
  /** Waits for a moment, then looks again. */
  wait(): void
  /** Listens for scripts that fail, and for the page's `load`: its scripts have run by then. Safe to call again. */
  start(): void
  /** Stops listening: upsdk is there. */
  stop(): void
}

/** The first pause between two looks for upsdk while calls wait, in ms. It grows to ten times as long. */
const LOOK_EVERY = 50

/**
 * Makes the finder of a gate.
 *
 * @param script the address of the file that the kit loads, or true for the official one
 * @param askAgain asks upsdk again whether it lets calls through
 * @param registerAgain does so after an error in a page's script
 */
export function createFinder(
  window: UpsdkWindow,
  { clock, after }: Timers,
  script: boolean | string | undefined,
  loading: CreateLoading | undefined,
  askAgain: () => void,
  registerAgain: () => void,
  refuseAll: (trouble: Trouble) => void,
): Finder {
  const refuseAsMissing = () => refuseAll({ reason: 'sdk-missing' })
  const load = script && loading?.(window, script, askAgain, refuseAsMissing)
  /** Whether an `error` event came from a script element of the page that loads upsdk. */
  let hasScriptFailed = false
  /** The page's own script, as it is when upsdk is first found missing. Outside the wallet nothing waits for it. */
  const ownTag = lazy(() => watchTag(window, clock, script))
  let lookEvery = LOOK_EVERY
  let isLooking = false

  function onError({ target }: Event): void {
    // A callback of the page may have thrown in upsdk's loop before the gate's callback ran (H3).
    if ((target as unknown) === window) registerAgain()
    if (isUpsdkScript(target)) {
      hasScriptFailed = true
      askAgain()
    }
  }

  return {
    ask(isNew) {
      const hasEnded = hasScriptFailed || ownTag()()
      if (load) load(isNew, hasEnded)
      else if (hasEnded) refuseAsMissing()
    },
    wait() {
      if (isLooking) return
      isLooking = true
      after(lookEvery, () => {
        isLooking = false
        askAgain()
      })
      lookEvery = Math.min(lookEvery * 1.5, LOOK_EVERY * 10)
    },
    start() {
      // The browser ignores a duplicate listener.
      window.addEventListener('error', onError, true)
      window.addEventListener('load', askAgain)
    },
    stop() {
      lookEvery = LOOK_EVERY
      window.removeEventListener('error', onError, true)
      window.removeEventListener('load', askAgain)
    },
  }
}
