import type { Presentation, Reason, Retry, Source } from './failure'

/** One of several official meanings of a code. */
export interface CodeVariant {
  /** The official description, verbatim. */
  description: string
  /** The official advice, verbatim. */
  solution?: string
  /** The part of the server's `msg` that distinguishes this meaning from the others. */
  tells: string
  /** Replaces the code's. */
  reason?: Reason
  /** Replaces the code's. */
  hint?: string
}

/** One code, and the kit's knowledge of it. Missing fields follow from the reason. */
export interface CodeEntry {
  reason: Reason
  source: Source
  /** The key of its own message. @default the reason's message */
  message?: string
  retry?: Retry
  presentation?: Presentation
  hint?: string
  /** False for codes that are in use but not documented. */
  documented?: boolean
  /** Who refused the call before a plug-in ran: the SDK file, before it called native, or native's bridge. */
  refused?: 'file' | 'bridge'
  /** The official description, verbatim. */
  description?: string
  /** The official advice, verbatim. */
  solution?: string
  /** Replaces description and solution if the code has several meanings. More specific ones come later. */
  variants?: readonly CodeVariant[]
}

/** Codes with their entries. A later catalogue adds official texts to the codes of an earlier one. */
export type CodeCatalogue = Readonly<Record<string, CodeEntry>>
