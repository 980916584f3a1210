/** The clock of a run, as the page has it: the phone's, which moves it. */

import { RUN_CLOCK, type RunClock, type WindowWithClock } from '../view/runClock'
import { followAnimations } from './animations'
import { followInFlight } from './inFlight'
import { runAsPage } from './ownCode'
import { followRealTime } from './realTime'

export interface RunTime {
  /** Runs after each step of the page: a timer, an answer, an action. */
  afterStep(run: () => void): void
  /**
   * Runs once a person has seen what is on the screen now: when nothing is in flight, after a second of the page's time,
   * or as the document leaves. Otherwise a text that stands only until a server answers would appear in some runs only.
   */
  whenSeen(run: () => void): void
  /** Runs when the document leaves, while it can still be read. */
  onLeave(run: () => void): void
}

/** How long a text must stand to count as seen although something is in flight, in ms of the page's time. */
const SEEN_AFTER = 1000

/** Joins the clock of the run that this page, or a page around it, is replayed in. Undefined if there is none. */
export function joinRunClock(): RunTime | undefined {
  const clock = clockAround(window)
  if (!clock) return undefined
  const steps: (() => void)[] = []
  const beforeLeave: (() => void)[] = []
  const each = (all: readonly (() => void)[]) => () => {
    for (const run of all) run()
  }
  // If functions of the phone's window met elements first, `instanceof` would take these for elements of that window.
  const waiting = clock.join(window, {
    run: runAsPage,
    afterStep: each(steps),
    beforeLeave: each(beforeLeave),
    animations: followAnimations(),
  })
  followInFlight(waiting)
  followRealTime(waiting.keepsRealTime)
  let unseen: readonly (readonly [run: () => void, since: number])[] = []
  function see(isSeen: (since: number) => boolean): void {
    const all = unseen
    unseen = all.filter(([, since]) => !isSeen(since))
    for (const [run, since] of all) if (isSeen(since)) run()
  }
  steps.push(() => {
    if (!unseen.length) return
    const now = performance.now()
    const isQuiet = waiting.isQuiet()
    see((since) => isQuiet || now - since >= SEEN_AFTER)
  })
  beforeLeave.push(() => see(() => true))
  return {
    afterStep: (run) => void steps.push(run),
    whenSeen(run) {
      unseen = [...unseen, [run, performance.now()]]
    },
    onLeave: (run) => void beforeLeave.push(run),
  }
}

function clockAround(page: Window): RunClock | undefined {
  try {
    const around = page.parent
    if (around === page) return undefined
    return (around as WindowWithClock)[RUN_CLOCK] || clockAround(around)
  } catch {
    // The window around it has another origin.
    return undefined
  }
}
