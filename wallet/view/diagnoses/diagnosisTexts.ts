/** The sentences of a diagnosis, and the numbers of a log, in a language. */
import type { Words } from '../texts/words'
import type { Diagnosis } from './diagnose'
import { type DiagnosisId, diagnoses } from './table'

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
  /** How often the page has waited for upsdk by upsdk-kit in vain. */
  readonly waits: number
  /** As many as are listed. Notes are none. */
  readonly causes: number
  readonly notes: number
  /** Errors that the page did not catch, and that no cause is about, with how often each came. */
  readonly errors: ReadonlyMap<string, number>
  /** Texts for developers that the user saw, with how often each did. */
  readonly rawTexts: ReadonlyMap<string, number>
  /** Causes and errors, each once, and raw texts, which are one. */
  readonly problems: number
}

/** The causes that are looked for. Notes are none. */
export const CHECKED = (Object.keys(diagnoses) as DiagnosisId[]).filter((id) => !diagnoses[id].isNote)
const { length: ALL_CAUSES } = CHECKED

/** Makes the text with the numbers of a log. */
export function countText(
  { calls, waits, causes, notes, errors, rawTexts }: LogCounts,
  language: Language,
): string {
  const timesOf = (each: ReadonlyMap<string, number>): string => {
    const all = Array.from(each.values()).reduce((sum, one) => sum + one, 0)
    return all === each.size ? '' : language === 'en' ? `${all} times` : `共 ${all} 次`
  }
  const inBrackets = (...parts: readonly string[]): string => {
    const text = parts.filter(Boolean).join(language === 'en' ? ', ' : '，')
    return !text ? '' : language === 'en' ? ` (${text})` : `（${text}）`
  }
  if (language === 'en') {
    const number = (many: number, one: string, more: string) => `${many} ${many === 1 ? one : more}`
    return [
      number(calls, 'call', 'calls'),
      waits > 0 && `${number(waits, 'wait', 'waits')} for upsdk`,
      `${ALL_CAUSES} causes checked, ${causes} found`,
      errors.size > 0 &&
        number(errors.size, 'uncaught error', 'uncaught errors') + inBrackets(timesOf(errors)),
      // All of them are one problem.
      rawTexts.size === 1 && `raw text shown${inBrackets(timesOf(rawTexts))}`,
      rawTexts.size > 1 && `raw texts shown${inBrackets(String(rawTexts.size), timesOf(rawTexts))}`,
      notes && number(notes, 'note', 'notes'),
    ]
      .filter(Boolean)
      .join(', ')
  }
  return [
    `调用 ${calls} 次`,
    waits > 0 && `等待就绪 ${waits} 次`,
    `检查 ${ALL_CAUSES} 类问题，见到 ${causes} 类`,
    errors.size > 0 && `未处理的异常 ${errors.size} 个${inBrackets(timesOf(errors))}`,
    rawTexts.size > 0 && `原始文字${inBrackets(`${rawTexts.size} 段`, timesOf(rawTexts))}`,
    notes && `提示 ${notes} 条`,
  ]
    .filter(Boolean)
    .join('，')
}
