import type { EmitStep, Inspector, Step } from '../types/inspector'
import type { Clock } from './heartbeat'
import { runSafely } from './run'

/** Hands each step to the inspectors. */
export function createEmit(inspectors: readonly Inspector[], clock: Clock): EmitStep {
  return ({ id, method }, detail) => {
    // Skip building the step if no inspector listens.
    if (!inspectors.length) return
    const step = { id, method, at: clock(), ...detail } as Step
    inspectors.forEach((inspector) => {
      runSafely(() => inspector.step(step))
    })
  }
}
