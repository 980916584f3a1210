import type { Inspector } from '../../src/types/inspector'

/** Combines two inspectors into one. */
export const bothInspectors = (first: Inspector, second: Inspector): Inspector => ({
  created(context) {
    first.created?.(context)
    second.created?.(context)
  },
  step(step) {
    first.step(step)
    second.step(step)
  },
})
