/** Compares what came of a check to what the simulator’s model expects. */
import type { Shape } from '../wallet/trace/trace'
import type { Check, Gives } from './checks'
import type { CheckEnd, Mode } from './run'

export type Status = 'waiting' | 'running' | 'asked' | 'passed' | 'differs' | 'impossible'

/** A check beside what was expected. `asked`: the wallet behaved as expected, but the tester has not answered yet. */
export interface Comparison {
  readonly status: Status
  /** Why the check is not possible here. */
  readonly why?: 'outside' | 'missing' | 'forbidden' | 'switchedOff'
  /** Documented fields that are missing. */
  readonly lacks?: readonly string[]
}

/** Finds the kind of value of a shape. JSON text counts as an object, since Android gives objects as text (H12). */
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
  // A text result may look like JSON or a number.
  return gives === 'object' ? kind === 'object' || kind === 'json' : kind !== 'nothing' && kind !== 'object'
}

/** Reasons that are about the place, not about the wallet's behaviour. */
const PLACES: Readonly<Record<string, Comparison['why']>> = {
  'outside-wallet': 'outside',
  unsupported: 'missing',
  forbidden: 'forbidden',
  permission: 'switchedOff',
}
/** Matches the codes for no NFC, NFC off, no HCE, and not the default app (upsdk-behaviour §3). */
const NO_HCE = /^100[1-4]$/

export function compare(check: Check, outcome: CheckEnd, mode: Mode): Comparison {
  const { how, code = '', reason = '', shape } = outcome
  if (how === 'missing') return { status: 'impossible', why: 'missing' }
  if (how === 'threw') return { status: 'differs' }
  if (how === 'silence') return { status: check.answers ? 'passed' : 'differs' }
  if (how === 'fail') {
    // After a tap on “cancel”, the wallet behaves as expected if the kit recognises the cancellation. The same holds
    // for a face that the wallet does not know.
    if (reason === 'cancelled' || reason === 'identity') return { status: 'passed' }
    const why = check.method === 'getHCEState' && NO_HCE.test(code) ? 'switchedOff' : PLACES[reason]
    return why ? { status: 'impossible', why } : { status: 'differs' }
  }
  // The kit resolves once the call is sent. Raw upsdk is expected not to call back.
  if (check.answers === 'never' && mode === 'raw') return { status: 'differs' }
  if (!isOfKind(check.gives, shape)) return { status: 'differs' }
  const there = fieldsOf(shape)
  const lacks = (check.fields || []).filter((field) => !there.includes(field))
  return lacks.length ? { status: 'differs', lacks } : { status: 'passed' }
}
