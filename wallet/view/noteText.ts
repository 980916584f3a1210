/** Words for notes. */
import { type ActNote, type LogNote, linesOf, type SeenText } from '../shared/log'
import type { Words } from './texts/words'

/** Names who showed a text, and how; '' for a text of the page itself. */
const sourceText = ({ by, form }: SeenText, { seenFrom, seenAs }: Words): string =>
  [by === 'page' ? '' : seenFrom[by], form === 'text' ? '' : seenAs[form]].filter(Boolean).join(' ')

/** Says what a note has to say. Title and message of a dialog are lines of their own. */
export function noteText(note: LogNote, words: Words): string {
  if (note.kind === 'act') return actText(note, words)
  if (note.kind !== 'seen') return words.notes[note.kind](note.text)
  return words.userSaw(sourceText(note, words), linesOf(note).join('\n'))
}

/** Says what the user did. */
export const actText = ({ act, text }: ActNote, { didOn }: Words): string => didOn[act](text)
