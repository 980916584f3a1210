/** A drawn sheet consists of its texts in each language and a body that shows its call. */
import type { ExampleResult } from '../../../simulator/examples'
import type { Words } from '../../../view/texts/words'
import type { Question } from '../../asker'
import type { SheetMemories } from '../../storage'

/** The texts of a sheet's own. */
export interface SheetTexts {
  readonly heading: string
  /** The button of a success says what happens then. */
  readonly act: string
  /** The button of a cancellation. @default the wallet's word for it */
  readonly refuse?: string
}

/** A sheet's texts by language. */
interface InLanguages<Own extends SheetTexts> {
  readonly 'zh-Hans': Own
  readonly en: Own
}

/** The part of a sheet that shows its call. */
export interface Body {
  readonly elements: readonly HTMLElement[]
  /** Gives the value of a success. Scaling a picture takes time, so it may be a promise. @default the example */
  value?(): unknown
  /** May the choice be kept? Pictures are too large for that. @default true */
  readonly isKept?: boolean
}

/** The things that a body is made from. */
export interface BodyOptions<Own = unknown> {
  readonly question: Question
  /** The wallet's texts, and those of the sheet's own. */
  readonly words: Words & Own
  /** The value that native gives if the developer does not choose one. */
  readonly example: ExampleResult
  readonly memories: SheetMemories
}

/** A sheet, as `showSheet` draws it. */
export interface DrawnSheet {
  textsIn(language: Words['language']): SheetTexts
  body(options: BodyOptions): Body
}

/** Makes a sheet of its texts and the function that makes its body. */
export function drawnSheet<Own extends SheetTexts>(
  texts: InLanguages<Own>,
  makeBody: (options: BodyOptions<Own>) => Body,
): DrawnSheet {
  const textsIn = (language: Words['language']): Own => texts[language]
  return {
    textsIn,
    body: ({ words, ...others }) => makeBody({ ...others, words: { ...words, ...textsIn(words.language) } }),
  }
}
