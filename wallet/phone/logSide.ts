/** The side with the log: its buttons, the log itself, and the comparison of the last two runs in its place. */

import type { LogReceiver } from '../shared/logReceiver'
import { createCopyButton } from '../view/copyButton'
import { createDiagnosedView } from '../view/diagnoses/view'
import { fill, make, partButton } from '../view/element'
import { reportOf } from '../view/report'
import type { Words } from '../view/texts/words'
import { compareView, type Runs } from './compare'
import type { PageFrame } from './pageFrame'
import type { PhoneSettings } from './phoneSettings'
import { saveFile } from './saveFile'
import type { PhoneTexts } from './texts'

export interface LogSide {
  readonly element: HTMLElement
  /** Draws again what can be seen of it. */
  refresh(): void
}

export function createLogSide(
  words: Words,
  texts: PhoneTexts,
  page: PageFrame,
  settings: PhoneSettings,
  log: LogReceiver,
  runs: Runs,
): LogSide {
  const { phone } = words
  const view = createDiagnosedView(log, {
    words,
    kitInPlace: () => !!settings.now().inPlace,
    hint: words.noCallsYet,
  })
  const comparison = make('div', { hidden: true })
  function drawComparison(): void {
    const { situation } = settings.now()
    fill(comparison, !comparison.hidden && compareView(runs, situation, words, texts))
  }
  const compare = partButton('compare', phone.compare, () => {
    const isOpen = comparison.hidden
    comparison.hidden = !isOpen
    view.element.hidden = isOpen
    view.refresh()
    compare.textContent = isOpen ? phone.back : phone.compare
    drawComparison()
  })
  log.subscribe(() => {
    if (!comparison.hidden) requestAnimationFrame(drawComparison)
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
    compare,
  )
  return {
    element: make(
      'section',
      { class: 'side log-side', 'aria-label': words.tabs.log },
      tools,
      comparison,
      view.element,
    ),
    refresh() {
      view.refresh()
      drawComparison()
    },
  }
}
