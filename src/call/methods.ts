import { memoize } from '../lib/run'
import { METHOD_TABLE, QUIET_NAMES } from './methodTable'

/** How a method of upsdk behaves: what is not ordinary about it stands in `methodTable.ts`, by one letter each. */
export interface Traits {
  /** `p`: a payment; all that is said of interactive methods holds for it too. */
  payment: boolean
  /** `i`: a person is acting: no deadline, and a second tap is `busy`. */
  interactive: boolean
  /** A read, poll, style, log or event registration: a failure is shown only where the call asks for it. `q`, `x`: the name says otherwise. */
  quiet: boolean
  /** `s` silent: native may omit the answer; `n` never: there is none (H11), or every answer is an event. */
  settles: 'answer' | 'silent' | 'never'
  /** `o`, `t`, `v`: JSON text becomes an object only for `object` (H12). */
  gives: 'object' | 'text' | 'nothing' | 'raw'
  /** `d`: takes numbers as text (upsdk-behaviour §4). */
  numbersAsText: boolean
  /** `h`: shares the page. It hands native something without callbacks, so nobody hears that native refused it (H30). */
  shares: boolean
  /** ms from sending to an answer; 0: none. `u`: none, `l`: a location, `r`: a request. Else the usual one. */
  limit: number
  /** ms from sending for which a call holds back others. */
  hold: number
}

/** ms from sending to an answer, where nothing else is said. */
const USUAL_LIMIT = 15_000
const LOCATION_LIMIT = 30_000
const REQUEST_LIMIT = 60_000
/** How long to wait for `fail` from a method that may never answer, in ms; then it counts as success. */
export const SILENCE = 1000
/** How long after sending something native may still cover the page, in ms (H20). */
export const HOLD = 3000
const PAYMENT_HOLD = 5000

/** The traits of a method, also of one that the kit has never heard of. */
export const traitsOf = /* @__PURE__ */ memoize(
  (method: string): Traits => readTraits(method, lettersOf(method)),
)

/** The letters of a method out of its line in the table. */
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
    limit: interactive || is('u') ? 0 : is('l') ? LOCATION_LIMIT : is('r') ? REQUEST_LIMIT : USUAL_LIMIT,
    hold: payment ? PAYMENT_HOLD : settles === 'answer' ? HOLD : SILENCE,
  }
}

/** ms after sending in which the bridge refuses what it does not let through: later answers come from a plug-in. */
export const REFUSES_IN = 1000
/** ms after which telemetry hears that a payment has no answer yet. */
export const UNANSWERED_AFTER = 10_000

/** ms from sending to an answer; Infinity: none. */
export const limitOf = (
  { limit }: Traits,
  { timeout }: { readonly timeout?: number | null },
  { callTimeout }: { readonly callTimeout?: number | null },
): number => (timeout ?? (limit && (callTimeout ?? limit))) || Infinity
