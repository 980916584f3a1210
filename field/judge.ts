/** Is what came what the simulator's model says? */
import type { Shape } from '../src/recorder/trace'
import type { Check, Gives } from './checks'
import type { Mode, Outcome } from './run'

export type Status = 'waiting' | 'running' | 'asked' | 'passed' | 'differs' | 'impossible'

/** `asked`: the wallet did as the model says, and the tester has not said yet what was seen. */
export interface Verdict {
  readonly status: Status
  /** Why it is not possible here. */
  readonly why?: 'outside' | 'missing' | 'forbidden' | 'switchedOff'
  /** Fields that the document promises and that did not come. */
  readonly lacks?: readonly string[]
}

/** What kind of value a shape is; text with JSON in it counts as an object, as Android has it (H12). */
export function kindOf(shape: Shape | undefined): 'object' | 'json' | 'list' | 'text' | 'nothing' | 'other' {
  if (!shape || shape.is === 'nothing' || (shape.is === 'literal' && shape.value === '')) return 'nothing'
  if (shape.is === 'text' || (shape.is === 'literal' && typeof shape.value === 'string')) return 'text'
  if (shape.is === 'json') return 'json'
  if (shape.is === 'list') return 'list'
  return shape.is === 'object' ? 'object' : 'other'
}

const fieldsOf = (shape: Shape | undefined): readonly string[] => {
  const inner = shape?.is === 'json' ? shape.of : shape
  return inner?.is === 'object' ? Object.keys(inner.fields) : []
}

function isOfKind(gives: Gives, shape: Shape | undefined): boolean {
  const kind = kindOf(shape)
  if (gives === 'any' || gives === 'nothing') return true
  // Text may look like JSON or like a number.
  return gives === 'object' ? kind === 'object' || kind === 'json' : kind !== 'nothing' && kind !== 'object'
}

/** Reasons that say something of this place, not of the wallet's ways. */
const PLACES: Readonly<Record<string, Verdict['why']>> = {
  'outside-wallet': 'outside',
  unsupported: 'missing',
  forbidden: 'forbidden',
  permission: 'switchedOff',
}
/** No NFC, NFC off, no HCE, not the default app (upsdk-behaviour §3). */
const NO_HCE = /^100[1-4]$/

export function judge(check: Check, outcome: Outcome, mode: Mode): Verdict {
  const { how, code = '', reason = '', shape } = outcome
  if (how === 'missing') return { status: 'impossible', why: 'missing' }
  if (how === 'threw') return { status: 'differs' }
  if (how === 'silence') return { status: check.answers ? 'passed' : 'differs' }
  if (how === 'fail') {
    // Who taps “cancel” gets what the model says, where the kit knows it for a cancellation.
    // So does who is not known to the camera.
    if (reason === 'cancelled' || reason === 'identity') return { status: 'passed' }
    const why = check.method === 'getHCEState' && NO_HCE.test(code) ? 'switchedOff' : PLACES[reason]
    return why ? { status: 'impossible', why } : { status: 'differs' }
  }
  // The kit resolves once it is sent; raw upsdk is not expected to call back.
  if (check.answers === 'never' && mode === 'raw') return { status: 'differs' }
  if (!isOfKind(check.gives, shape)) return { status: 'differs' }
  const there = fieldsOf(shape)
  const lacks = (check.fields || []).filter((field) => !there.includes(field))
  return lacks.length ? { status: 'differs', lacks } : { status: 'passed' }
}
