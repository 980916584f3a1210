import type { Words } from '../../../view/texts/words'
import type { Question } from '../../asker'

/** The part of a sheet that shows its call. */
export interface Body {
  readonly elements: readonly HTMLElement[]
  /** Gives the value of a success. Scaling a picture takes time, so it may be a promise. @default the example */
  value?(): unknown
  /** May the choice be kept? Pictures are too large for that. @default true */
  readonly isKept?: boolean
}

/** The things that a body is made from. */
export interface BodyOptions {
  readonly question: Question
  readonly words: Words
  /** The value that native gives if the developer does not choose one. */
  readonly example: Example
  /** Remembers the text that was scanned last. */
  readonly memory: Memory
}

export interface Example {
  readonly value: unknown
  /** The value is invented, since no document describes the method's result. */
  readonly invented: boolean
}

/** Keeps a text across reloads. */
export interface Memory {
  get(): string
  set(text: string): void
}

export type MakeBody = (parts: BodyOptions) => Body
