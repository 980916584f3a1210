import type { Presentation, Reason, Retry } from './reasons'

/** Whose code it is: the front-end table, the SDK file, the server table, one method's own, the kit's judgement. */
export type Source = 'frontend' | 'sdk' | 'server' | 'method' | 'kit' | 'unknown'

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
  /** The official description, verbatim. */
  description?: string
  /** The official advice, verbatim. */
  solution?: string
}

/** Codes with their entries. A later catalogue adds the official texts to codes that an earlier one explains. */
export type CodeCatalogue = Readonly<Record<string, CodeEntry>>

/** Finds a code in catalogues, in any case. Answers with the code as the catalogue spells it. */
export type Lookup = (code: string) => { code: string; entry: CodeEntry } | undefined

/** Joins catalogues into one look-up: the first that explains a code wins, the last that has texts adds them. */
export function createLookup(catalogues: readonly CodeCatalogue[]): Lookup {
  const byCode = new Map<string, { code: string; entry: CodeEntry }>()
  for (const catalogue of catalogues) {
    for (const code of Object.keys(catalogue)) {
      const entry = catalogue[code]
      const known = byCode.get(code.toUpperCase())
      if (!entry) continue
      byCode.set(
        code.toUpperCase(),
        known ? { code: known.code, entry: withTexts(known.entry, entry) } : { code, entry },
      )
    }
  }
  return (code) => byCode.get(code.toUpperCase())
}

function withTexts(entry: CodeEntry, { description, solution }: CodeEntry): CodeEntry {
  return description ? { ...entry, description, solution } : entry
}
