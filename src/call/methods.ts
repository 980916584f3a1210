import { memoize } from '../lib/run'
import { METHOD_TABLE, QUIET_NAMES } from './methodTable'

/** How a method of upsdk behaves. `methodTable.ts` has one letter for each trait that is not ordinary. */
export interface Traits {
  /** `p`: a payment, which is always interactive too. */
  payment: boolean
  /** `i`: the user acts during the call, so it has no deadline, and a second tap fails with `busy`. */
  interactive: boolean
  /**
   * A read, poll, style, log or event registration, whose failure is shown only if the call asks for it. `q` and `x`
   * override what the name implies.
   */
  quiet: boolean
  /** `s`: native may not answer (`silent`). `n`: it never answers (H11), or every answer is an event (`never`). */
  settles: 'answer' | 'silent' | 'never'
  /** `o`, `t`, `v`: the kind of result. JSON text becomes an object only for `object` (H12). */
  gives: 'object' | 'text' | 'nothing' | 'raw'
  /** `d`: the method takes numbers as text (upsdk-behaviour §4). */
  numbersAsText: boolean
  /** `h`: the method shares the page. The SDK file passes native no callbacks, so a refusal is not reported (H30). */
  shares: boolean
  /** `c`: a success of it configures upsdk, which opens it to `ready`. */
  configures: boolean
  /**
   * The time limit from sending to an answer in ms; 0 for none. `u`: no limit, `l`: a location's, `r`: a request's,
   * else the usual one.
   */
  limit: number
  /** How long after sending a call holds back others, in ms. */
  hold: number
}

/** The usual time limit from sending to an answer, in ms. */
const USUAL_LIMIT = 15_000
const LOCATION_LIMIT = 30_000
const REQUEST_LIMIT = 60_000
/** How long to wait for `fail` from a method that may never answer, in ms; then it counts as success. */
export const SILENCE = 1000
/** How long after sending something native may still cover the page, in ms (H20). */
export const HOLD = 3000
const PAYMENT_HOLD = 5000
/** How long after sending the bridge itself may refuse a call, in ms. Later answers come from a plug-in. */
export const REFUSES_IN = 1000
/** How long after sending a payment without an answer is reported, in ms. */
export const UNANSWERED_AFTER = 10_000

/** Gets the traits of a method, even if the kit does not know it. */
export const traitsOf = /* @__PURE__ */ memoize(
  (method: string): Traits => readTraits(method, lettersOf(method)),
)

/** Finds the letters of a method in its line of the table. */
function lettersOf(method: string): string {
  const line = METHOD_TABLE.split('\n').filter((text) => `${text} `.includes(` ${method} `))[0]
  return line ? line.slice(0, line.indexOf(' ')) : ''
}

function readTraits(method: string, letters: string): Traits {
  const is = (letter: string) => letters.includes(letter)
  const payment = is('p')
  const interactive = payment || is('i')
  const settles = is('n') ? 'never' : is('s') ? 'silent' : 'answer'
  return {
    payment,
    interactive,
    quiet: is('q') || (QUIET_NAMES.test(method) && !is('x')),
    settles,
    gives: is('o') ? 'object' : is('t') ? 'text' : is('v') ? 'nothing' : 'raw',
    numbersAsText: is('d'),
    shares: is('h'),
    configures: is('c'),
    limit: interactive || is('u') ? 0 : is('l') ? LOCATION_LIMIT : is('r') ? REQUEST_LIMIT : USUAL_LIMIT,
    hold: payment ? PAYMENT_HOLD : settles === 'answer' ? HOLD : SILENCE,
  }
}
