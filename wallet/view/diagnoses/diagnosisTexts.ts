/** The sentences of a diagnosis, and the numbers of a log, in a language. */
import type { Words } from '../texts/words'
import type { Diagnosis } from './diagnose'
import { diagnoses } from './table'

type Language = Words['language']

/** Makes the sentences of a diagnosis: what goes wrong, and what to write instead. */
export const sentencesOf = (
  { id, detail }: Diagnosis,
  method: string,
  language: Language,
): readonly [wrong: string, instead: string] =>
  diagnoses[id].sentences[language === 'en' ? 'en' : 'zh'](method, detail)

/** The numbers of a log. They are no judgement: a page that does nothing has few. */
export interface LogCounts {
  readonly calls: number
  /** As many as are listed. Notes are none. */
  readonly causes: number
  readonly notes: number
  /** Errors that the page did not catch, and that no cause is about. Each text counts once. */
  readonly errors: number
  /** Texts for developers that the user saw. Each counts once. */
  readonly rawTexts: number
  /** Causes, errors and raw texts. */
  readonly problems: number
}

/** How many causes are looked for. Notes are none. */
const ALL_CAUSES = Object.values(diagnoses).filter(({ isNote }) => !isNote).length

/** Makes the text with the numbers of a log. */
export function countText({ calls, causes, notes, errors, rawTexts }: LogCounts, language: Language): string {
  if (language === 'en') {
    const number = (many: number, one: string, more: string) => `${many} ${many === 1 ? one : more}`
    return [
      number(calls, 'call', 'calls'),
      `${ALL_CAUSES} causes checked, ${causes} found`,
      errors && number(errors, 'uncaught error', 'uncaught errors'),
      rawTexts && number(rawTexts, 'raw text shown', 'raw texts shown'),
      notes && number(notes, 'note', 'notes'),
    ]
      .filter(Boolean)
      .join(', ')
  }
  return [
    `调用 ${calls} 次`,
    `检查 ${ALL_CAUSES} 类问题，见到 ${causes} 类`,
    errors && `未处理的异常 ${errors} 个`,
    rawTexts && `原始文字 ${rawTexts} 段`,
    notes && `提示 ${notes} 条`,
  ]
    .filter(Boolean)
    .join('，')
}
