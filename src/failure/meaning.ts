import { hasOwn } from '../lib/values'
import type { CodeCatalogue, CodeEntry } from '../types/codes'
import type { Reason } from '../types/failure'
import { type OwnCodes, ownCodes } from './methodCodes'
import type { Failure } from './read'
import { reasons } from './reasons'

/** Finds a code in catalogues, in any case. Answers with the code as the catalogue spells it. */
export type Lookup = (code: string) => { code: string; entry: CodeEntry } | undefined

/**
 * Joins catalogues into one look-up: the first that explains a code wins, the last that has texts adds them.
 * Malformed entries are left out.
 */
export function createLookup(catalogues: readonly CodeCatalogue[]): Lookup {
  // Failures are rare: searching then costs less than joining tables in every page that has none.
  return (asked) => {
    let found: { code: string; entry: CodeEntry } | undefined
    const wanted = asked.toUpperCase()
    for (const catalogue of catalogues) {
      for (const code of Object.keys(catalogue || {})) {
        const entry = catalogue[code]
        if (code.toUpperCase() !== wanted || !entry || !hasOwn(reasons, entry.reason)) continue
        found = found ? { code: found.code, entry: withTexts(found.entry, entry) } : { code, entry }
      }
    }
    return found
  }
}

function withTexts(entry: CodeEntry, { description, solution, variants, hint }: CodeEntry): CodeEntry {
  if (!description && !variants) return entry
  return { ...entry, description, solution, variants, hint: entry.hint || hint }
}

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

/**
 * Finds what the code of a failure means this time, and the code in the spelling of its table: the method's own meaning
 * of it, or the common one, or of several the one that the server's text tells. Most codes of merchants mean nothing.
 */
export function findMeaning(
  { code, codeInText, refused, text = '' }: Failure,
  method: string | undefined,
  payment: boolean,
  { lookup, parts }: { readonly lookup: Lookup; readonly parts: { readonly ownCodes?: OwnCodes } },
): { code: string | undefined; entry: Partial<CodeEntry> } {
  // Beside what upsdk itself turned down, a code is left over from a call before (H24).
  if (!code || refused) return { code: undefined, entry: {} }
  const mayBeOwn = method && !(payment && codeInText)
  const own = mayBeOwn && findOwnCode(parts.ownCodes || ownCodes, method, code, payment)
  if (own) return { code, entry: own }
  const found = lookup(code)
  if (!found) return { code, entry: {} }
  const { variants = [] } = found.entry
  const meant = variants.filter(({ tells }) => text.includes(tells)).pop()
  return meant ? { code: found.code, entry: { ...found.entry, ...meant, variants: undefined } } : found
}
