/** The side with the log: the log itself, and what is done with it. */

import type { LogReceiver } from '../shared/logReceiver'
import type { DeskSettings } from '../shared/settings'
import { createCopyButton } from '../view/copyButton'
import { createDiagnosedView } from '../view/diagnoses/view'
import { partButton } from '../view/element'
import { isAct } from '../view/logRows'
import type { LogView } from '../view/logView'
import { reportOf } from '../view/report'
import type { Words } from '../view/texts/words'
import { createMenu } from './menu'
import type { PageFrame } from './pageFrame'
import type { PhoneSettings } from './phoneSettings'
import { saveFile } from './saveFile'
import type { PhoneTexts } from './texts'

interface LogSideOptions {
  readonly words: Words
  readonly texts: PhoneTexts
  readonly page: PageFrame
  readonly settings: PhoneSettings
  readonly log: LogReceiver
  /** Stands at the end of the head. */
  readonly beside: HTMLElement
  /** Runs before each drawing. */
  counted(calls: number, mistakes: number): void
}

/** Draws the log. While it is empty, it says what to do. */
export const createPhoneLogView = ({ texts, ...side }: LogSideOptions): LogView =>
  createDiagnosedView(side.log, {
    beginsWithProblems: true,
    words: side.words,
    beside: side.beside,
    counted: side.counted,
    menu: createMenu({ part: 'log-menu', name: texts.logMenu, items: createLogTools(side) }),
    kitInPlace: () => !!side.settings.now().inPlace,
    hint: () => hintNow(side.page, side.settings.now(), side.words, texts.hints, side.log.notes.some(isAct)),
  })

/** Makes the buttons of the menu. */
function createLogTools({
  words,
  page,
  settings,
  log,
}: Omit<LogSideOptions, 'texts'>): readonly HTMLButtonElement[] {
  const copy = (part: string, label: string, text: () => string) =>
    createCopyButton({ part, label, copied: words.copied, text })
  const asFile = () =>
    JSON.stringify(
      { settings: settings.now(), userAgent: page.userAgent(), calls: log.entries, notes: log.notes },
      null,
      1,
    )
  return [
    // The page's client knows what was done on the page.
    copy('copy-test', words.copyTest, page.asTest),
    copy('copy-report', words.copyReport, () => reportOf(log, settings.now(), words, page.userAgent())),
    partButton('save-log', words.saveLog, () => saveFile('upsdk-kit-log.json', asFile())),
    partButton('clear', words.clear, log.clear),
  ]
}

/** Finds what to do while the log is empty; '' once the user has tapped. */
export function hintNow(
  page: Pick<PageFrame, 'status' | 'hasClient'>,
  { situation, ask, answers = {}, results = {} }: DeskSettings,
  { phone }: Words,
  hints: PhoneTexts['hints'],
  isTapped: boolean,
): string {
  const status = page.status()
  if (status === 404) return hints.missing
  // A page of the server's own, of an error too, has the client in it.
  if (status === 502 && !page.hasClient()) return hints.down
  if (status >= 400) return hints.refused(status)
  if (isTapped) return ''
  if (situation) return hints.notAsked(phone.situations[situation])
  if (ask === false) return hints.neverAsked
  return Object.keys({ ...answers, ...results }).length ? hints.fixed : hints.asked
}
