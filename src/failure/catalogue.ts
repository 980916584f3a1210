import { hasOwn } from '../lib/values'
import { type Presentation, type Reason, type Retry, reasons } from './reasons'

/** Whose code it is: the front-end table, the SDK file, the server table, one method's own, the kit's judgement. */
export type Source = 'frontend' | 'sdk' | 'server' | 'method' | 'kit' | 'unknown'

/** One of several official meanings of a code. */
export interface CodeVariant {
  /** The official description, verbatim. */
  description: string
  /** The official advice, verbatim. */
  solution?: string
  /** The part of the server's `msg` that tells this meaning from the others. */
  tells: string
  /** In place of the code's. */
  reason?: Reason
  /** In place of the code's. */
  hint?: string
}

/** One code, and what the kit says of it. What is left out follows from the reason. */
export interface CodeEntry {
  reason: Reason
  source: Source
  /** The key of its own message; without one the reason's message is used. */
  message?: string
  retry?: Retry
  presentation?: Presentation
  hint?: string
  /** False for codes in use that no official text names. */
  documented?: boolean
  /** Who turned the call down before a plug-in ran: the SDK file, before native is asked, or native's bridge. */
  refused?: 'file' | 'bridge'
  /** Native says the same text of other things, so that only the code tells. */
  sharesText?: boolean
  /** The official description, verbatim. */
  description?: string
  /** The official advice, verbatim. */
  solution?: string
  /** In place of description and solution where the code has several meanings; the more particular come later. */
  variants?: readonly CodeVariant[]
}

/** Codes with their entries. A later catalogue adds the official texts to codes that an earlier one explains. */
export type CodeCatalogue = Readonly<Record<string, CodeEntry>>

/** Finds a code in catalogues, in any case. Answers with the code as the catalogue spells it. */
export type Lookup = (code: string) => { code: string; entry: CodeEntry } | undefined

/**
 * Joins catalogues into one look-up: the first that explains a code wins, the last that has texts adds them.
 * What is malformed is left out.
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

/** What a code means this time. */
export type Meaning = CodeEntry & {
  /** Where the server's own text does not tell which of several meanings it has: all of them, for the hint. */
  candidates?: string
}

/**
 * The meaning of a code, one of its variants where it has them.
 *
 * @param text what the server said; it is only searched
 */
export function meaningOf(entry: CodeEntry, text = ''): Meaning {
  const { variants } = entry
  if (!variants) return entry
  const meant = variants.filter(({ tells }) => text.includes(tells)).pop()
  if (meant) return { ...entry, ...meant }
  const list = variants.map((one) => one.description + (one.solution ? ` (${one.solution})` : ''))
  return { ...entry, candidates: ` One of: ${list.join('; ')}` }
}
