/** The side with the log and its buttons. */

import type { LogReceiver } from '../shared/logReceiver'
import type { DeskSettings } from '../shared/settings'
import { createCopyButton } from '../view/copyButton'
import { createDiagnosedView } from '../view/diagnoses/view'
import { make, partButton } from '../view/element'
import { reportOf } from '../view/report'
import type { Words } from '../view/texts/words'
import type { PageFrame } from './pageFrame'
import type { PhoneSettings } from './phoneSettings'
import { saveFile } from './saveFile'
import type { PhoneTexts } from './texts'

export interface LogSide {
  readonly element: HTMLElement
  /** Draws again what can be seen of it. */
  refresh(): void
}

export interface LogSideOptions {
  readonly words: Words
  readonly texts: PhoneTexts
  readonly page: PageFrame
  readonly settings: PhoneSettings
  readonly log: LogReceiver
  /** Compares the page with the kit in upsdk's place to the page as it is. */
  compare(): void
}

export function createLogSide({ words, texts, page, settings, log, compare }: LogSideOptions): LogSide {
  const view = createDiagnosedView(log, {
    words,
    kitInPlace: () => !!settings.now().inPlace,
    hint: () => hintNow(page.status(), settings.now(), words, texts.hints),
  })

  const copy = (part: string, label: string, text: () => string) =>
    createCopyButton({ part, label, copied: words.copied, text })
  const asFile = () =>
    JSON.stringify(
      { settings: settings.now(), userAgent: page.userAgent(), calls: log.entries, notes: log.notes },
      null,
      1,
    )
  const tools = make(
    'div',
    { class: 'row tools' },
    copy('copy-report', words.copyReport, () => reportOf(log, settings.now(), words, page.userAgent())),
    // The page's client knows what was done on the page.
    copy('copy-test', words.copyTest, page.asTest),
    partButton('save-log', words.saveLog, () => saveFile('upsdk-kit-log.json', asFile())),
    partButton('clear', words.clear, log.clear),
    partButton('compare', words.phone.compare, compare),
  )
  return {
    element: make('section', { class: 'side log-side', 'aria-label': words.tabs.log }, tools, view.element),
    refresh: view.refresh,
  }
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
