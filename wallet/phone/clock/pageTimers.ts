/** The timers, frames and dates of one page, which run when the phone says so. */
import { withGlobal } from '@sinonjs/fake-timers'
import type { OnClock, PageWindow } from '../../view/runClock'

export interface PageTimers {
  /** When the next timer is due, in ms since 1970; Infinity if there is none. */
  due(): number
  /** Runs the next timer, at its time. What it throws is an error of the page. */
  runNext(): void
  /** Moves the clock on to a time before which nothing is due. */
  moveTo(time: number): void
}

/** The length of a frame, in ms. */
const FRAME = 16
/** Browsers clamp timers: one that is nested this deep takes at least this many ms. */
const NESTED = 5
const NESTED_TAKES = 4
/** A page that reads its clock more often than this in one step is waiting: then each read advances it by 1 ms. */
const MOST_READS = 10_000

/**
 * @param now the time of the run, in whole ms since 1970
 * @param run runs the page's code
 */
export function installTimers(page: PageWindow, now: number, run: OnClock['run']): PageTimers {
  const { performance } = page
  const started = now - performance.now()
  const clock = withGlobal(page).install({
    now,
    toFake: [
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'requestIdleCallback',
      'cancelIdleCallback',
      'Date',
    ],
    ignoreMissingTimers: true,
  })
  let time = now
  let reads = 0
  Object.defineProperty(clock, 'now', {
    get: () => (++reads > MOST_READS ? ++time : time),
    set(next: number) {
      time = Math.max(time, next)
      reads = 0
    },
  })
  // The library empties all else of `performance`.
  const elapsed = () => clock.now - started
  Object.defineProperty(page.Performance.prototype, 'now', {
    value: elapsed,
    configurable: true,
    writable: true,
  })
  stampEvents(page, elapsed)
  followHandlers(page)
  followFrames(page, elapsed)

  return {
    due: () => clock.timerHeap?.peek()?.callAt ?? Infinity,
    runNext: () => run(() => void clock.next()),
    moveTo(next) {
      clock.now = next
    },
  }
}

/** Gives each event the page's time at which it was first read. Vue 2.6 ignores a tap from before its own time. */
function stampEvents({ Event }: PageWindow, elapsed: () => number): void {
  const times = new WeakMap<Event, number>()
  Object.defineProperty(Event.prototype, 'timeStamp', {
    configurable: true,
    enumerable: true,
    get(this: Event) {
      const at = times.get(this) ?? elapsed()
      times.set(this, at)
      return at
    },
  })
}

/** The library takes functions alone, and knows no shortest time of nested timers. */
function followHandlers(page: PageWindow): void {
  let level = 0
  for (const name of ['setTimeout', 'setInterval'] as const) {
    const set = page[name] as (run: () => void, ms: number) => number
    Object.assign(page, {
      [name](handler: TimerHandler, ms?: number, ...given: unknown[]) {
        const depth = level + 1
        const run =
          typeof handler === 'function' ? () => handler.apply(page, given) : () => page.eval(handler)
        const nested = () => {
          level = depth
          try {
            run()
          } finally {
            level = 0
          }
        }
        const wanted = Math.max(Number(ms) || 0, 0)
        return set(nested, depth > NESTED ? Math.max(wanted, NESTED_TAKES) : wanted)
      },
    })
  }
}

/** Frames are timers, so that they come in a hidden tab too. */
function followFrames(page: PageWindow, elapsed: () => number): void {
  const { setTimeout } = page
  let callbacks = new Map<number, FrameRequestCallback>()
  let lastId = 0
  function runFrame(): void {
    const due = callbacks
    callbacks = new Map()
    const at = elapsed()
    due.forEach((callback) => {
      try {
        callback.call(page, at)
      } catch (error) {
        page.reportError(error)
      }
    })
  }
  Object.assign(page, {
    requestAnimationFrame(callback: FrameRequestCallback) {
      if (!callbacks.size) setTimeout(runFrame, FRAME)
      callbacks.set(++lastId, callback)
      return lastId
    },
    cancelAnimationFrame: (id: number) => void callbacks.delete(id),
  })
}
