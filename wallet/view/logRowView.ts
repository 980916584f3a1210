/** Draws a row of the log: calls or texts of one kind, with what is said of them, and its parts while it is open. */
import { isEntry, type LogEntry, type LogNote, linesOf } from '../shared/log'
import { fill, make } from './element'
import { keyParameter } from './keyParameter'
import type { LogRow } from './logRows'
import { drawSteps } from './logSteps'
import { noteText } from './noteText'
import { callerText, choiceText, durationText, hasFailed, heardSteps, shownStatus } from './shownStatus'
import type { Words } from './texts/words'

/** The most records of a row that are listed when it is open. */
const MOST_OPEN = 20

/** What is said of the records of a row. */
export interface Remarks {
  /** The names of the diagnoses; '' if it has none. */
  readonly name: string
  /** The name of its mark; '' if it has none. */
  readonly mark: string
  elements(): readonly HTMLElement[]
}

export interface LogRowOptions {
  readonly words: Words
  /** When the first of its records came, as text. */
  readonly time: string
  readonly isOpen: boolean
  readonly remarks: Remarks | undefined
  /** Opens the row, or closes it. */
  toggle(): void
}

/** Fills the element of a row. What it held before goes. */
export function fillLogRow(element: HTMLElement, row: LogRow, options: LogRowOptions): void {
  const { words, time, isOpen, remarks, toggle } = options
  const { records } = row
  const calls = records.filter(isEntry)
  const failed = calls.filter((one) => hasFailed(one, words))
  // The newest that failed, else the newest without an answer, else the newest.
  const worst = failed.length
    ? failed
    : calls.filter((one) => /^(open|never)$/.test(shownStatus(one, words).status))
  const shown = worst[worst.length - 1] || records[records.length - 1] || records[0]
  const areSome = worst.length > 0 && worst.length < records.length
  const some = areSome && words.someOf(worst.length, records.length)
  if (records.length > 1) element.dataset.count = String(records.length)
  if (remarks?.name) element.dataset.diagnosis = remarks.name
  else element.removeAttribute('data-diagnosis')
  const at = make('span', { class: 'soft time' }, time)
  const times = records.length > 1 && !row.areMoreTexts && timesView(records.length)
  const mark = remarks?.mark
  const flag = mark
    ? make('span', { class: 'flag', role: 'img', 'aria-label': mark, title: mark }, '!')
    : make('span', { class: 'no-flag' })
  const isEntryRow = isEntry(shown)
  element.className = isEntryRow ? 'entry' : 'entry note'
  if (isEntryRow) {
    element.dataset.method = shown.method
    element.dataset.status = shownStatus(shown, words).status
  } else element.dataset.note = shown.kind
  const parts = isEntryRow
    ? [at, ...callParts(shown, words, { parameter: parameterText(row, shown), times, some })]
    : [at, make('span', { class: 'text', 'data-part': 'text' }, rowText(row, shown, words)), times]
  const canOpen = isEntryRow || records.length > 1 || !!remarks?.elements().length
  const expanded = { type: 'button', 'aria-expanded': String(isOpen), onclick: toggle }
  const head = canOpen
    ? make('button', { class: 'entry-head', ...expanded }, ...parts, flag)
    : make('div', { class: 'entry-head' }, ...parts, flag)
  const opened =
    isOpen && make('div', { class: 'opened' }, ...(remarks?.elements() || []), ...listed(row, words))
  fill(element, head, opened)
}

function rowText({ areMoreTexts, isRun, records }: LogRow, note: LogNote, words: Words): string {
  const [first] = records
  const isRange = (areMoreTexts || isRun) && first !== note && !isEntry(first) && note.kind === 'seen'
  const text = isRange ? `${noteText(first, words)} … ${linesOf(note).join('\n')}` : noteText(note, words)
  return areMoreTexts ? words.moreTexts(records.length, text) : text
}

/** The parameter of the call that a row shows; of a run the values of its first and its last call. */
function parameterText({ isRun, records }: LogRow, shown: LogEntry): string {
  const [first] = records
  const last = keyParameter(shown)
  if (!isRun || !isEntry(first)) return last
  const from = keyParameter(first)
  // There is room for two values without the name.
  const [name = ''] = /^\w+: /.exec(from) || []
  return [from, last].map((text) => (last.startsWith(name) ? text.slice(name.length) : text)).join(' … ')
}

interface CallParts {
  readonly parameter: string
  readonly times: HTMLElement | false
  readonly some: string | false
}

function callParts(
  entry: LogEntry,
  words: Words,
  { parameter, times, some }: CallParts,
): (HTMLElement | false)[] {
  const { status, shown, thrown } = shownStatus(entry, words)
  const choice = choiceText(entry, words)
  const by = callerText(entry, words)
  return [
    make('span', { class: 'mono name' }, ...breakable(entry.method)),
    times,
    make(
      'span',
      { class: 'rest soft' },
      parameter && make('span', { class: 'mono', 'data-part': 'parameter' }, parameter),
      by && make('span', {}, by),
      choice && make('span', { 'data-part': 'chosen' }, choice),
    ),
    make(
      'span',
      { class: 'status', 'data-status': status },
      shown,
      some && ` ${some}`,
      thrown && make('span', { class: 'thrown' }, ` · ${shortError(thrown)}`),
    ),
    make('span', { class: 'soft duration', 'data-part': 'duration' }, durationText(entry)),
  ]
}

/** No method of upsdk has a longer name. What a page calls on the bridge may have one. */
const LONGEST_NAME = 60

/** Lets a long name break at a new word, not in one. */
function breakable(name: string): (string | HTMLElement)[] {
  if (name.length > LONGEST_NAME) return [name]
  const [first = '', ...others] = name.split(/(?=[A-Z])/)
  const parts: (string | HTMLElement)[] = [first]
  for (const part of others) parts.push(make('wbr'), part)
  return parts
}

/** What came of a call, whenever it was: calls that went alike have their steps once. */
const contentOf = (entry: LogEntry): string =>
  JSON.stringify(heardSteps(entry).map((step) => ({ ...step, id: 0, at: 0 })))

/** Lists the records of an open row: the steps of its calls, or its texts. */
function listed({ records, isRun }: LogRow, words: Words): HTMLElement[] {
  const elements: HTMLElement[] = []
  const first = Math.max(0, records.length - MOST_OPEN)
  let before = ''
  for (const [index, one] of records.slice(first).entries()) {
    if (records.length > 1) {
      const text = isEntry(one) ? durationText(one) || (isRun && keyParameter(one)) : noteText(one, words)
      elements.push(
        make(
          'p',
          { class: 'soft' },
          [words.nthOf(first + index + 1, records.length), secondsText(one.at), text]
            .filter(Boolean)
            .join(' · '),
        ),
      )
    }
    if (!isEntry(one)) continue
    const content = contentOf(one)
    if (content !== before) elements.push(drawSteps(one, words))
    before = content
  }
  return first > 0 ? [make('p', { class: 'soft' }, words.dropped(first)), ...elements] : elements
}

export const secondsText = (ms: number): string => `${(ms / 1000).toFixed(2)} s`

/** The open row has the whole error. */
const shortError = (text: string): string => /^\w*Error(?=: )/.exec(text)?.[0] || text

const timesView = (count: number): HTMLElement =>
  make('span', { class: 'times', 'data-part': 'times' }, `×${count}`)
