/** The side with the log: the log itself, and the buttons above it. */

import type { LogReceiver } from '../shared/logReceiver'
import type { DeskSettings } from '../shared/settings'
import { createCopyButton } from '../view/copyButton'
import { createDiagnosedView } from '../view/diagnoses/view'
import { make, partButton } from '../view/element'
import type { LogView } from '../view/logView'
import { reportOf } from '../view/report'
import type { Words } from '../view/texts/words'
import type { PageFrame } from './pageFrame'
import type { PhoneSettings } from './phoneSettings'
import { saveFile } from './saveFile'
import type { PhoneTexts } from './texts'

export interface LogSideOptions {
  readonly words: Words
  readonly page: PageFrame
  readonly settings: PhoneSettings
  readonly log: LogReceiver
}

/** Draws the log. While it is empty, it says what to do. */
export const createPhoneLogView = ({
  words,
  texts,
  page,
  settings,
  log,
  tools,
}: LogSideOptions & { readonly texts: PhoneTexts; readonly tools: HTMLElement }): LogView =>
  createDiagnosedView(log, {
    tools,
    words,
    kitInPlace: () => !!settings.now().inPlace,
    hint: () => hintNow(page.status(), settings.now(), words, texts.hints),
  })

/** Makes the buttons above the log. @param compare opens the comparison */
export function createLogTools(
  { words, page, settings, log }: LogSideOptions,
  compare: HTMLElement,
): HTMLElement {
  const copy = (part: string, label: string, text: () => string) =>
    createCopyButton({ part, label, copied: words.copied, text })
  const asFile = () =>
    JSON.stringify(
      { settings: settings.now(), userAgent: page.userAgent(), calls: log.entries, notes: log.notes },
      null,
      1,
    )
  return make(
    'div',
    { class: 'row tools' },
    copy('copy-report', words.copyReport, () => reportOf(log, settings.now(), words, page.userAgent())),
    // The page's client knows what was done on the page.
    copy('copy-test', words.copyTest, page.asTest),
    partButton('save-log', words.saveLog, () => saveFile('upsdk-kit-log.json', asFile())),
    partButton('clear', words.clear, log.clear),
    compare,
  )
}

/** Finds what to do while the log is empty. */
function hintNow(
  status: number,
  { situation, ask }: DeskSettings,
  { phone }: Words,
  hints: PhoneTexts['hints'],
): string {
  if (status === 404) return hints.missing
  if (status >= 500) return hints.down
  if (status >= 400) return hints.refused(status)
  if (situation) return hints.notAsked(phone.situations[situation])
  return ask === false ? hints.neverAsked : hints.asked
}
