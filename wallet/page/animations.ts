/** Moves the transitions and animations of a page on with its clock. Those that never end are left alone. */
import type { PageAnimations } from '../view/runClock'

/** Reads the end of an animation, in ms of its own time; Infinity if it has none, or goes by something else than time. */
function endOf({ effect, timeline, playbackRate }: Animation, own: AnimationTimeline): number {
  const end = Number(effect?.getComputedTiming().endTime ?? Infinity)
  return timeline === own && playbackRate > 0 ? end : Infinity
}

/** Lists the animations in a document and in its shadow roots, which `getAnimations` leaves out. */
export function animationsIn(root: Document | ShadowRoot): Animation[] {
  // newer-api: a run is in the phone alone, in a browser of today
  const found = root.getAnimations()
  for (const { shadowRoot } of Array.from(root.querySelectorAll('*')))
    if (shadowRoot) found.push(...animationsIn(shadowRoot))
  return found
}

export function followAnimations(): PageAnimations {
  // newer-api: a run is in the phone alone, in a browser of today
  const { timeline } = document
  const running = () =>
    animationsIn(document).filter((one) => one.playState === 'running' && endOf(one, timeline) < Infinity)
  const leftOf = (one: Animation) =>
    Math.max(endOf(one, timeline) - Number(one.currentTime ?? 0), 0) / one.playbackRate
  return {
    left: () => Math.min(Infinity, ...running().map(leftOf)),
    move(ms) {
      let hasEnded = false
      for (const one of running()) {
        if (leftOf(one) <= ms) {
          one.finish()
          hasEnded = true
        } else one.currentTime = Number(one.currentTime ?? 0) + ms * one.playbackRate
      }
      return hasEnded
    },
  }
}
