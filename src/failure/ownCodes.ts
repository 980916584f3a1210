import { hasOwn } from '../lib/values'
import type { CodeEntry } from '../types/codes'
import type { Reason } from '../types/failure'

/** A reason; after a blank the key of its own message, where it has one. */
type Meaning = Reason | `${Reason} ${string}`
export type Meanings = Readonly<Record<string, Meaning>>

/** A pattern of method names, and what each code means for them: the first row that has the code counts. */
export type OwnCodes = readonly (readonly [methods: RegExp, codes: Meanings])[]

/**
 * Codes that a method uses in its own way, as far as every kit knows them: those of `pay`, those of a cancellation, and
 * the one that a common code would be mistaken for. The part `methodCodes` has the others.
 */
export const ownCodes: OwnCodes = [
  // The native payment plug-in's own; upsdk drops them, unless native sent JSON inside the text (H13).
  [/^pay$/, { '01': 'cancelled', '02': 'unknown' }],
  [/^collectCurrentApplet$/, { '04': 'cancelled' }],
  [/^addCommonApp$/, { '02': 'cancelled', 99: 'unknown' }],
]

/**
 * Finds the meaning of a code for one method, where it has one of its own.
 *
 * @param exactly as its table spells it; otherwise a number may have lost its leading zero
 */
export function findOwnCode(
  table: OwnCodes,
  method: string,
  code: string,
  exactly?: boolean,
): CodeEntry | undefined {
  for (const [methods, codes] of table) {
    const key = exactly || hasOwn(codes, code) ? code : `0${code}`
    const meaning = hasOwn(codes, key) && methods.test(method) && codes[key]
    if (meaning) {
      const [reason, message] = meaning.split(' ')
      return { reason: reason as Reason, source: 'method', message }
    }
  }
  return undefined
}
