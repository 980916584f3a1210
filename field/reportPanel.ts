/** The end of the page: the report, to be copied by whatever way this browser has. */
import { make } from '../demo/dom'
import { button } from './checkRow'
import { drawnQr } from './placePanel'
import { reportNow, reportText, summaryOf } from './report'
import { countOf } from './state'
import type { Texts } from './texts/texts'

export const sumOf = ({ report }: Texts): string =>
  report.sum(
    countOf('passed'),
    countOf('differs'),
    countOf('impossible'),
    countOf('waiting') + countOf('running') + countOf('asked'),
  )

export function reportPanel(texts: Texts): HTMLElement {
  const said = texts.report
  const status = make('p', { id: 'copied', role: 'status' })
  const box = make('textarea', {
    id: 'report',
    readonly: '',
    rows: '6',
    'aria-label': said.heading,
    hidden: '',
  })
  const qr = make('figure', { hidden: '' })

  const hand = async (isJson: boolean) => {
    const report = reportNow()
    const text = isJson ? JSON.stringify(report, undefined, 1) : reportText(report, texts)
    box.value = text
    box.hidden = false
    const drawn = drawnQr(text) || drawnQr(summaryOf(report))
    qr.textContent = ''
    qr.hidden = !drawn
    if (drawn) qr.append(drawn, make('figcaption', {}, said.qr))
    status.textContent = (await copied(text, box)) ? said.copied : said.byHand
  }
  return make(
    'section',
    { id: 'report-panel' },
    make('h2', {}, said.heading),
    make('p', { id: 'sum' }, sumOf(texts)),
    make('p', { class: 'note' }, said.lead),
    make(
      'div',
      { class: 'buttons' },
      button(said.copy, () => void hand(false), { id: 'copy', class: 'main' }),
      button(said.copyJson, () => void hand(true), { id: 'copy-json' }),
    ),
    status,
    box,
    qr,
  )
}

/** By the clipboard where there is one, else by selecting what is in the box. */
async function copied(text: string, box: HTMLTextAreaElement): Promise<boolean> {
  const { clipboard } = navigator as { clipboard?: Clipboard }
  if (clipboard?.writeText)
    try {
      await clipboard.writeText(text)
      return true
    } catch {
      // Refused: the old way may work.
    }
  box.focus()
  box.select()
  // iOS 10 selects nothing else.
  box.setSelectionRange(0, text.length)
  try {
    return document.execCommand('copy')
  } catch {
    return false
  }
}
