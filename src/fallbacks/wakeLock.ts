import { noop } from '../lib/run'

/** Keeps the screen on, or lets it go off again. */
export interface ScreenKeeper {
  isOn(): boolean
  /** Keeps the screen on, or lets it go off. If the browser refuses, it rejects and nothing changes. */
  keep(isOn: boolean): Promise<void>
}

export function createScreenKeeper(document: Document, wakeLock: WakeLock): ScreenKeeper {
  let isWanted = false
  let lock: WakeLockSentinel | undefined
  /** Changes run one after another, so that quick ones leave no lock behind. */
  let last = Promise.resolve()

  async function change(): Promise<void> {
    if (isWanted && (!lock || lock.released)) lock = await wakeLock.request('screen')
    else if (!isWanted && lock) {
      await lock.release()
      lock = undefined
    }
  }
  function follow(): Promise<void> {
    last = last.catch(noop).then(change)
    return last
  }
  // The browser releases the lock while the page is hidden.
  function onVisibilityChange(): void {
    if (!document.hidden) follow().catch(noop)
  }
  function want(isOn: boolean): void {
    isWanted = isOn
    if (isOn) document.addEventListener('visibilitychange', onVisibilityChange)
    else document.removeEventListener('visibilitychange', onVisibilityChange)
  }

  return {
    isOn: () => isWanted,
    async keep(isOn) {
      const before = isWanted
      want(isOn)
      try {
        await follow()
      } catch (error) {
        want(before)
        throw error
      }
    },
  }
}
