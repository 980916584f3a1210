import { noop } from '../run'

/**
 * Keeps the screen on, or lets it go off again.
 *
 * @returns call it with true or false; rejects where the browser will not keep the screen on
 */
export function createScreenKeeper(document: Document, wakeLock: WakeLock): (isOn: boolean) => Promise<void> {
  let isWanted = false
  let lock: WakeLockSentinel | undefined
  /** Changes follow each other, so that quick ones leave no lock behind. */
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
  // The browser takes the lock back while the page is not seen.
  function onVisibilityChange(): void {
    if (!document.hidden) follow().catch(noop)
  }

  return async (isOn) => {
    isWanted = isOn
    if (isOn) document.addEventListener('visibilitychange', onVisibilityChange)
    else document.removeEventListener('visibilitychange', onVisibilityChange)
    try {
      await follow()
    } catch (error) {
      if (isOn) document.removeEventListener('visibilitychange', onVisibilityChange)
      throw error
    }
  }
}
