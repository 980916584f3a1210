import { hasOwn } from '../run'
import type { CodeEntry } from './catalogue'

/**
 * Codes that only mean something for their own methods (upsdk-behaviour §3), and win there over the common
 * tables. Filled for the methods of the first release; the key is a pattern of method names.
 */
const cancelled: CodeEntry = { reason: 'cancelled', source: 'method' }

const scopes: readonly (readonly [RegExp, Readonly<Record<string, CodeEntry>>])[] = [
  // The native payment plug-in's own code; upsdk drops it, unless native sent JSON inside the text (H13).
  [/^pay$/, { '01': cancelled }],
]

/** What a code means for one method, where it has a meaning of its own. */
export function methodCode(method: string, code: string): CodeEntry | undefined {
  for (const [methods, codes] of scopes) {
    if (methods.test(method) && hasOwn(codes, code)) return codes[code]
  }
  return undefined
}
