import type { Question } from '../../asker'
import type { Words } from '../../texts/words'

/** The part of a sheet that is about its call. */
export interface Body {
  readonly elements: readonly HTMLElement[]
  /** The value of a success; none: the example. Its promise may take as long as a picture needs. */
  value?(): unknown
  /** May the choice be kept? Pictures are not. @default true */
  readonly isKept?: boolean
}

/** What a body is made from. */
export interface BodyParts {
  readonly question: Question
  readonly words: Words
  /** What native gives where nobody says otherwise. */
  readonly example: Example
  /** The text that was scanned last. */
  readonly memory: Memory
}

export interface Example {
  readonly value: unknown
  /** No document says what the method gives. */
  readonly invented: boolean
}

/** Keeps a text over reloads. */
export interface Memory {
  get(): string
  set(text: string): void
}

export type MakeBody = (parts: BodyParts) => Body
