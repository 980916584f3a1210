/** Chooses when the picture of a run is taken: when the newest text had come in full, or else at the end. */
import { isOfBrowser, linesOf } from '../shared/log'
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

export function followPictures(
  log: Log,
  runTime: RunTime,
  tell: (message: FromPage) => void,
): PictureMoments {
  /** When the newest text came that has no picture yet. */
  let dueSince: number | undefined
  let last = ''
  let lastSince = -Infinity
  let isTaken = false
  function take(): void {
    dueSince = undefined
    isTaken = true
    if (document.body) tell({ type: 'picture', picture: takePicture(wordsNow().notKept), since: Date.now() })
  }
  log.give(({ items }) => {
    for (const item of items) {
      if (!('note' in item)) continue
      if (item.note.kind === 'act') {
        // After an action a text with other digits is another text, and without one the end is what came of it.
        last = ''
        isTaken = false
      }
      if (item.note.kind !== 'seen') continue
      const text = withoutNumbers(linesOf(item.note).join('\n'))
      const now = performance.now()
      if (text !== last) lastSince = now
      last = text
      // A countdown is the same text each second. An alert is in no document.
      if (now - lastSince <= SETTLES_WITHIN && !isOfBrowser(item.note)) dueSince = now
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
