/** Words for notes. */
import { type ActNote, type DialogAnswer, type LogNote, linesOf, type SeenText } from '../shared/log'
import type { Words } from './texts/words'

/** Names who showed a text, and how; '' for a text of the page itself. */
const sourceText = ({ by, form }: SeenText, { seenFrom, seenAs }: Words): string =>
  [by === 'page' ? '' : seenFrom[by], form === 'text' ? '' : seenAs[form]].filter(Boolean).join(' ')

/** Says which button of a dialog the user chose, or what they wrote. */
const answerText = (answer: DialogAnswer, { dialogButtons: { ok, cancel } }: Words): string =>
  typeof answer === 'string' ? answer : answer ? ok : cancel

/** Says what a note has to say. Title and message of a dialog are lines of their own. */
export function noteText(note: LogNote, words: Words): string {
  if (note.kind === 'act') return actText(note, words)
  if (note.kind !== 'seen')
    return `${words.notes[note.kind](note.text)}${'isMissing' in note ? words.notLoaded : ''}`
  const saw = words.userSaw(sourceText(note, words), linesOf(note).join('\n'))
  return note.answer === undefined ? saw : `${saw} → ${answerText(note.answer, words)}`
}

/** Says what the user did. */
export const actText = ({ act, text }: ActNote, { didOn }: Words): string => didOn[act](text)
