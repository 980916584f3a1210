/** Draws the end of the page: the report, with the ways of copying it that this browser has. */
import { make } from '../demo/dom'
import { copyText } from '../src/lib/copyText'
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
    const isCopied = await copyText(window, text)
    if (!isCopied) select(box)
    status.textContent = isCopied ? said.copied : said.byHand
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
    make('p', { id: 'next' }, said.next),
  )
}

/** Selects a text that could not be copied, so that the tester can copy it by hand. */
function select(box: HTMLTextAreaElement): void {
  box.focus()
  box.select()
  // iOS 10 selects text only this way.
  box.setSelectionRange(0, box.value.length)
}
