import { noop, runSafely } from './run'

/** Time limits of all calls, on one shared timer. */
export interface Clock {
  /**
   * Runs something after a time in which the page was visible.
   * @param ms 0 or Infinity: never
   * @returns takes it back
   */
  after(ms: number, run: () => void): () => void
  stop(): void
}

interface Deadline {
  at: number
  run(): void
}

/**
 * The longest the shared timer sleeps, in ms. It is not stopped when the last limit is taken back, since a
 * timer for each call would cost several times the call; it ends by itself at its next tick.
 */
const LONGEST_SLEEP = 1000

/** A clock that stands still while the document is hidden, or while the phone does not run the page at all. */
export function createClock(document: Document | undefined): Clock {
  const deadlines = new Set<Deadline>()
  let visibleTime = 0
  let readAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let wakesAt = Infinity
  let running = false
  let hidden = false

  function read(): void {
    const now = performance.now()
    // The timer wakes at least once a second; a longer gap is time in which the page was suspended.
    if (!hidden) visibleTime += Math.min(now - readAt, LONGEST_SLEEP * 1.5)
    readAt = now
  }
  function sleepUntil(at: number): void {
    clearTimeout(timer)
    wakesAt = at
    if (!hidden) timer = setTimeout(tick, Math.ceil(at - visibleTime))
  }
  function sleep(): void {
    let next = visibleTime + LONGEST_SLEEP
    deadlines.forEach(({ at }) => {
      if (at < next) next = at
    })
    sleepUntil(next)
  }
  function tick(): void {
    read()
    deadlines.forEach((deadline) => {
      if (deadline.at <= visibleTime && deadlines.delete(deadline)) runSafely(deadline.run)
    })
    if (deadlines.size) sleep()
    else stop()
  }
  function onVisibility(): void {
    read()
    hidden = !!document?.hidden
    clearTimeout(timer)
    if (!hidden) sleep()
  }
  function start(): void {
    running = true
    hidden = !!document?.hidden
    readAt = performance.now()
    wakesAt = Infinity
    document?.addEventListener('visibilitychange', onVisibility)
  }
  function stop(): void {
    running = false
    deadlines.clear()
    clearTimeout(timer)
    document?.removeEventListener('visibilitychange', onVisibility)
  }
  return {
    after(ms, run) {
      if (!(ms > 0) || ms === Infinity) return noop
      if (running) read()
      else start()
      const deadline = { at: visibleTime + ms, run }
      deadlines.add(deadline)
      if (deadline.at < wakesAt) sleepUntil(Math.min(deadline.at, visibleTime + LONGEST_SLEEP))
      return () => {
        deadlines.delete(deadline)
      }
    },
    stop,
  }
}
