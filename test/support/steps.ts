/** Keeps the steps that an inspector gets. */
import { vi } from 'vitest'
import type { Inspector, InspectorContext, Step } from '../../src/index'

export function stepRecorder(): Inspector & {
  steps: Step[]
  contexts: InspectorContext[]
  of(method: string): string[]
} {
  const steps: Step[] = []
  const contexts: InspectorContext[] = []
  return {
    steps,
    contexts,
    step: (step) => void steps.push(step),
    created: (context) => void contexts.push(context),
    of: (method) => steps.filter((step) => step.method === method).map(inShort),
  }
}

export function inShort(step: Step): string {
  if (step.type === 'settled') return `settled ${step.outcome}`
  if (step.type === 'shown') return `shown ${step.presentation}`
  return step.type === 'quiet' ? `quiet ${step.why}` : step.type
}

/** Keeps the lines of the console from now on. */
export function consoleLines(): string[] {
  const written: string[] = []
  for (const level of ['info', 'warn'] as const)
    vi.spyOn(console, level).mockImplementation((line: unknown) => void written.push(`${level} ${line}`))
  return written
}
