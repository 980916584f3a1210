/** The clock of a run, as the page has it: the phone's, which moves it. */

import { RUN_CLOCK, type RunClock, type WindowWithClock } from '../view/runClock'
import { followAnimations } from './animations'
import { followInFlight } from './inFlight'
import { runAsPage } from './ownCode'
import { followRealTime } from './realTime'

export interface RunTime {
  /** Runs after each step of the page: a timer, an answer, an action. */
  afterStep(run: () => void): void
  /** Runs when the document leaves, while it can still be read. */
  onLeave(run: () => void): void
}

/** Joins the clock of the run that this page, or a page around it, is replayed in. Undefined if there is none. */
export function joinRunClock(): RunTime | undefined {
  const clock = clockAround(window)
  if (!clock) return undefined
  const steps: (() => void)[] = []
  const leaves: (() => void)[] = []
  const each = (all: readonly (() => void)[]) => () => {
    for (const run of all) run()
  }
  // Elements that the phone's own functions saw first would be those of its window, for `instanceof`.
  const waiting = clock.join(window, {
    run: runAsPage,
    afterStep: each(steps),
    leaves: each(leaves),
    animations: followAnimations(),
  })
  followInFlight(waiting)
  followRealTime(waiting.keepsRealTime)
  return { afterStep: (run) => void steps.push(run), onLeave: (run) => void leaves.push(run) }
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
