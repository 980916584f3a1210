import type { UpsdkWindow } from '../types/window'
import { runSafely } from './run'
import { isFunction, read } from './values'

/** Something that may be due at some time. */
export interface Due {
  /** The time at which it is due, in ms of visible time; Infinity for never. `dueIn` sets it. */
  due: number
  /** Runs when it is due. The item stays in the set until it is removed. */
  onDue(): void
}

/** The time, and functions to run at a time. */
export interface Timers {
  /** Time by the clock, in ms, including hidden time. */
  readonly clock: Clock
  /** Visible time now, in ms. */
  now(): number
  /**
   * Runs a function once.
   *
   * @param wait ms of visible time; or a function that returns the ms left by the clock, so that a time that ended
   *   while the page was hidden is over when the page is visible again
   * @returns cancels it
   */
  after(wait: number | (() => number), run: () => void): () => void
}

/** One timer for everything that waits. It counts only time in which the page was visible. */
export interface Heartbeat<Item extends Due = never> extends Timers {
  /** All open items, with those of `after`. */
  readonly open: Set<Item | Due>
  /** Opens an item that is due in so many ms of visible time; Infinity for never. */
  dueIn(item: Item, ms: number): void
  stop(): void
}

/** The longest sleep between two beats, in ms. */
const LONGEST_SLEEP = 1000
/** The most ms that one beat counts. In a longer gap, the phone did not run the page. */
const MOST_PER_BEAT = LONGEST_SLEEP * 1.5

export function createHeartbeat<Item extends Due = never>(window: UpsdkWindow): Heartbeat<Item> {
  const { document } = window
  const clock = createClock(window)
  const open = new Set<Item | Due>()
  let visibleTime = 0
  let readAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  /** The time of the next beat, in ms of visible time; Infinity if there is none. */
  let wakesAt = Infinity
  let hidden = false

  function now(): number {
    const at = clock()
    if (wakesAt < Infinity && !hidden) visibleTime += Math.min(at - readAt, MOST_PER_BEAT)
    readAt = at
    return visibleTime
  }
  function rest(): void {
    wakesAt = Infinity
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', onVisibility)
  }
  function sleepUntil(at: number): void {
    clearTimeout(timer)
    wakesAt = at
    // A hidden page looks whether it is seen again, in case it stops `visibilitychange`.
    timer = setTimeout(beat, hidden ? LONGEST_SLEEP : Math.ceil(at - visibleTime))
  }
  function onVisibility(): void {
    now()
    hidden = document.hidden
    clearTimeout(timer)
    if (!hidden) sleepUntil(visibleTime)
  }
  function beat(): void {
    if (wakesAt === Infinity) return
    const time = now()
    hidden = document.hidden
    if (hidden) return sleepUntil(wakesAt)
    open.forEach((item) => {
      if (item.due <= time) runSafely(() => item.onDue())
    })
    let next = Infinity
    open.forEach(({ due }) => {
      next = Math.min(next, due)
    })
    if (next < Infinity) sleepUntil(Math.min(next, time + LONGEST_SLEEP))
    else rest()
  }
  /** Makes sure that a beat comes at that time. */
  function wake(due: number): void {
    if (due >= wakesAt) return
    if (wakesAt === Infinity) {
      hidden = document.hidden
      document.addEventListener('visibilitychange', onVisibility)
    }
    sleepUntil(Math.min(due, now() + LONGEST_SLEEP))
  }

  return {
    open,
    clock,
    now,
    dueIn(item, ms) {
      open.add(item)
      item.due = now() + ms
      wake(item.due)
    },
    after(wait, run) {
      const end = () => open.delete(item)
      const startedAt = now()
      const item: Due = {
        get due() {
          if (!isFunction(wait)) return startedAt + wait
          const left = wait()
          return left && visibleTime + left
        },
        onDue() {
          end()
          run()
        },
      }
      open.add(item)
      wake(item.due)
      return end
    },
    stop() {
      open.clear()
      rest()
    },
  }
}

/** Gets a time in ms. */
export type Clock = () => number

/**
 * Makes the clock of a kit. It takes the window's `performance.now` once, since a page may replace either. Where an old
 * browser lacks it, a clock that is set back is not guarded against.
 */
export function createClock(window: object | undefined): Clock {
  const own = read(window, 'performance')
  const now = read(own, 'now')
  return isFunction(now) ? () => now.call(own) as number : Date.now
}
