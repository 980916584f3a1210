import type { Presentation, Reason, Retry, Source } from './failure'

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
  /** The official description, verbatim. */
  description?: string
  /** The official advice, verbatim. */
  solution?: string
  /** In place of description and solution where the code has several meanings; the more particular come later. */
  variants?: readonly CodeVariant[]
}

/** Codes with their entries. A later catalogue adds the official texts to codes that an earlier one explains. */
export type CodeCatalogue = Readonly<Record<string, CodeEntry>>
