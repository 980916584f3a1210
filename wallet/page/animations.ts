/** Moves the transitions and animations of a page on with its clock. Those that never end are left alone. */
import type { PageAnimations } from '../view/runClock'

/** Reads the end of an animation, in ms of its own time; Infinity if it has none, or goes by something else than time. */
function endOf({ effect, timeline, playbackRate }: Animation): number {
  const end = Number(effect?.getComputedTiming().endTime ?? Infinity)
  // newer-api: a run is in the phone alone, in a browser of today
  return timeline === document.timeline && playbackRate > 0 ? end : Infinity
}

/** Lists the animations in a document and in its shadow roots, which `getAnimations` leaves out. */
function animationsIn(root: Document | ShadowRoot): Animation[] {
  // newer-api: a run is in the phone alone, in a browser of today
  const found = root.getAnimations()
  for (const { shadowRoot } of Array.from(root.querySelectorAll('*')))
    if (shadowRoot) found.push(...animationsIn(shadowRoot))
  return found
}

/** Lists those that run and will end. */
export const runningAnimations = (): Animation[] =>
  animationsIn(document).filter((one) => one.playState === 'running' && endOf(one) < Infinity)

export function followAnimations(): PageAnimations {
  const leftOf = (one: Animation) => Math.max(endOf(one) - Number(one.currentTime ?? 0), 0) / one.playbackRate
  return {
    left: () => Math.min(Infinity, ...runningAnimations().map(leftOf)),
    move(ms) {
      let hasEnded = false
      for (const one of runningAnimations()) {
        if (leftOf(one) <= ms) {
          one.finish()
          hasEnded = true
        } else one.currentTime = Number(one.currentTime ?? 0) + ms * one.playbackRate
      }
      return hasEnded
    },
  }
}
