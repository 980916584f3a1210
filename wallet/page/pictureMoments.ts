/** Chooses when the picture of a run is taken: when the newest text had come in full, or else at the end. */
import { isOfBrowser, linesOf, type SeenText } from '../shared/log'
import type { FromPage } from '../shared/messages'
import { SETTLES_WITHIN, withoutNumbers } from '../shared/withoutNumbers'
import { wordsNow } from '../view/texts/wordsNow'
import { runningAnimations } from './animations'
import type { Log } from './log'
import { takePicture } from './picture'
import type { RunTime } from './runTime'

export interface PictureMoments {
  /** A dialog is about to be left, or the run ends. */
  takeWhatIsDue(): void
  /** Takes one if no text has come: of the page as it stands. */
  end(): void
}

/** A text that is still on its way after so many ms, such as one that blinks, is there. */
const COMES_WITHIN = 400
/** A timer of the page may be late, and the log has rounded its time. In ms. */
const LATE_BY = 50

export function followPictures(
  log: Log,
  runTime: RunTime,
  tell: (message: FromPage) => void,
): PictureMoments {
  /** When the newest text came that has no picture yet. */
  let dueSince: number | undefined
  /** When a text came first since the last action, its numbers aside. */
  const cameAt = new Map<string, number>()
  /** Those that count, such as the time that is left to pay: they are no news. */
  const counting = new Set<string>()
  let last = ''
  let isTaken = false
  /** The texts that have come since the last picture. */
  let texts: string[] = []
  function take(): void {
    dueSince = undefined
    isTaken = true
    const picture = document.body && takePicture(wordsNow().notKept)
    if (picture) tell({ type: 'picture', picture, texts, since: Date.now() })
    texts = []
  }
  function onText(note: SeenText): void {
    const message = linesOf(note).join('\n')
    const text = withoutNumbers(message)
    const now = performance.now()
    const isAgain = text === last || text !== message
    const first = (isAgain && cameAt.get(text)) || now
    cameAt.set(text, first)
    if (now - first > SETTLES_WITHIN + LATE_BY) counting.add(text)
    // A text that counts does not end what was said before it.
    if (counting.has(text)) return
    last = text
    texts = [...texts, note.message]
    // It is in no document: the page behind it is as it stands now.
    if (isOfBrowser(note)) take()
    else dueSince = now
  }
  log.give(({ items }) => {
    for (const item of items) {
      if (!('note' in item)) continue
      const { note } = item
      if (note.kind === 'act') {
        // After an action a text with other digits is another text, and without one the end is what came of it.
        cameAt.clear()
        last = ''
        isTaken = false
      }
      if (note.kind === 'seen') onText(note)
    }
  })
  runTime.afterStep(() => {
    if (dueSince === undefined) return
    if (!runningAnimations().length || performance.now() - dueSince >= COMES_WITHIN) take()
  })
  const takeWhatIsDue = () => {
    if (dueSince !== undefined) take()
  }
  runTime.onLeave(takeWhatIsDue)
  return {
    takeWhatIsDue,
    end() {
      if (dueSince !== undefined || !isTaken) take()
    },
  }
}
