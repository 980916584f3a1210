/** The log as a list, newest first, for the control in the page and for the phone. A tap opens a call. */
import { isEntry, isForUser, type LogEntry, type LogNote } from '../shared/log'
import type { ReadableLog } from '../shared/logReceiver'
import { fill, icon, make, place } from './element'
import { keyParameter } from './keyParameter'
import { type LogRecord, type LogRow, logRows } from './logRows'
import { drawSteps } from './logSteps'
import { noteText } from './noteText'
import { callerText, choiceText, durationText, shownStatus } from './shownStatus'
import type { Words } from './texts/words'

/** The most rows of calls that no user acts at. The log itself keeps more. */
const MOST_ROWS = 300

/** The most calls of a row that are listed when it is open. */
const MOST_OPEN = 20

const CHEVRON = 'M9 6l6 6-6 6'

/** Options of the list. */
export interface LogViewOptions {
  readonly words: Words
  /** Are calls open until a tap closes them? @default false: a tap opens a call */
  readonly startsOpen?: boolean
  /** Says what to do while the log is empty. */
  hint?(): string
  /** Is a row shown? @default every row is */
  isShown?(one: LogRecord): boolean
  /** Runs before each drawing. */
  beforeDraw?(): void
  /** Finds what is said below a call or a note. */
  remarksOn?(one: LogRecord): Remarks | undefined
}

export interface Remarks {
  /** The names of the diagnoses; '' if it has none. */
  readonly name: string
  elements(): readonly HTMLElement[]
}

export interface LogView {
  readonly element: HTMLElement
  /** Draws everything again. */
  refresh(): void
  stop(): void
}

/** A row on the screen. */
interface DrawnRow {
  readonly element: HTMLElement
  /** What it says. Other contents are drawn again in the same element, so that focus and scroll position stay. */
  content: string
}

export function createLogView(log: ReadableLog, options: LogViewOptions): LogView {
  const { words, startsOpen = false, isShown = () => true, remarksOn = () => undefined } = options
  const element = make('div', { class: 'log', 'data-upsdk-kit': 'log', role: 'list', lang: words.language })
  /** The rows by their oldest record: an entry by its id, since a changed entry may be another object. */
  let drawn = new Map<number | LogNote, DrawnRow>()
  let ownContents = new WeakMap<LogRecord, string>()
  const toggled = new Set<number>()
  const changed = new Set<LogRecord>()
  let isAllChanged = true
  let frame = 0

  function schedule(): void {
    if (!frame) frame = requestAnimationFrame(draw)
  }

  const keyOf = ({ records: [oldest] }: LogRow): number | LogNote | undefined =>
    oldest && (isEntry(oldest) ? oldest.id : oldest)

  function draw(): void {
    frame = 0
    options.beforeDraw?.()
    // A hidden log has no rows, since the tests of a page find texts in every shadow root.
    if (!element.getClientRects().length) {
      isAllChanged = true
      drawn.clear()
      return fill(element)
    }
    if (isAllChanged) ownContents = new WeakMap()
    else changed.forEach((one) => void ownContents.delete(one))
    // The next page's calls will have the same ids.
    if (!log.entries.length) toggled.clear()
    const shown = [...log.entries, ...log.notes].filter(isShown)
    const all = logRows(shown, contentOf)
    let ordinary = 0
    const rows = all.filter(({ newest }) => !isEntry(newest) || isForUser(newest) || ++ordinary <= MOST_ROWS)
    const isInSight = new Set(rows)
    const hidden = all.reduce((sum, row) => sum + (isInSight.has(row) ? 0 : row.records.length), log.dropped)
    const before = drawn
    drawn = new Map()
    const elements = rows.map((row) => drawRow(row, before))
    if (!rows.length) {
      const isEmpty = !log.entries.length && !log.notes.length
      elements.push(line('soft empty', isEmpty ? emptyText() : words.noneFound))
    }
    if (!log.entries.length && !log.isCleared && options.hint) {
      const hint = line('hint', options.hint())
      hint.dataset.part = 'hint'
      elements.push(hint)
    }
    if (hidden > 0) elements.push(line('soft empty', words.dropped(hidden)))
    place(element, elements)
    isAllChanged = false
    changed.clear()
  }

  const emptyText = () => (log.isCleared ? words.cleared : words.noCalls)
  const line = (className: string, text: string) => make('p', { class: className, role: 'listitem' }, text)

  /** What a row says of a record, apart from its time. The diagnoses may change by what another record says. */
  const contentOf = (one: LogRecord): string => `${ownContentOf(one)}\n${remarksOn(one)?.name || ''}`

  /** It is read once, and again only when the record has changed. */
  function ownContentOf(one: LogRecord): string {
    const known = ownContents.get(one)
    if (known !== undefined) return known
    const content = isEntry(one)
      ? [one.method, one.by, keyParameter(one), choiceText(one, words), shownStatus(one, words).shown].join(
          '\n',
        )
      : `${one.kind}\n${noteText(one, words)}`
    ownContents.set(one, content)
    return content
  }

  /** Draws a row, in the element that it has already, and only if it says something else now. */
  function drawRow(row: LogRow, before: ReadonlyMap<number | LogNote, DrawnRow>): HTMLElement {
    const key = keyOf(row)
    const { newest, records } = row
    const isOpen = typeof key === 'number' && toggled.has(key) !== startsOpen
    const content = [contentOf(newest), newest.at, records.length, isOpen].join('\n')
    const known = key === undefined ? undefined : before.get(key)
    const kept = known || { element: make('div', { role: 'listitem' }), content: '' }
    if (key !== undefined) drawn.set(key, kept)
    const isSame = kept.content === content && !isAllChanged && !records.some((one) => changed.has(one))
    if (isSame) return kept.element
    kept.content = content
    const { activeElement = null } = kept.element.getRootNode() as Document
    const hasFocus = kept.element.contains(activeElement)
    if (isEntry(newest)) drawCalls(kept.element, row, newest, isOpen)
    else drawNote(kept.element, row, newest)
    if (hasFocus) kept.element.querySelector('button')?.focus()
    return kept.element
  }

  function drawNote(element: HTMLElement, { records }: LogRow, note: LogNote): void {
    const remarks = remarksOn(note)
    element.className = 'entry note'
    element.dataset.note = note.kind
    nameDiagnosis(element, remarks)
    fill(element, noteText(note, words), timesOf(records.length), ...(remarks?.elements() || []))
  }

  function drawCalls(element: HTMLElement, row: LogRow, entry: LogEntry, isOpen: boolean): void {
    const { records } = row
    const { status, shown } = shownStatus(entry, words)
    const choice = choiceText(entry, words)
    const parameter = keyParameter(entry)
    const duration = durationText(entry)
    const remarks = remarksOn(entry)
    const key = keyOf(row)
    const toggle = () => {
      if (typeof key !== 'number') return
      if (!toggled.delete(key)) toggled.add(key)
      drawCalls(element, row, entry, toggled.has(key) !== startsOpen)
      element.querySelector('button')?.focus()
    }
    element.className = 'entry'
    element.dataset.method = entry.method
    element.dataset.status = status
    nameDiagnosis(element, remarks)
    const by = entry.by === 'page' ? '' : callerText(entry, words)
    fill(
      element,
      make(
        'button',
        { type: 'button', class: 'entry-head', 'aria-expanded': String(isOpen), onclick: toggle },
        make('span', { class: 'soft time' }, `${(entry.at / 1000).toFixed(2)} s`),
        make(
          'span',
          { class: 'entry-line' },
          make('span', { class: 'mono name' }, entry.method),
          timesOf(records.length),
          parameter && make('span', { class: 'mono soft parameter', 'data-part': 'parameter' }, parameter),
          by && make('span', { class: 'soft' }, by),
          choice && make('span', { class: 'soft', 'data-part': 'chosen' }, choice),
          make(
            'span',
            { class: 'outcome' },
            make('span', { class: 'status', 'data-status': status }, shown),
            duration && make('span', { class: 'soft duration', 'data-part': 'duration' }, duration),
          ),
        ),
        icon(CHEVRON, 'icon chevron'),
      ),
      ...(remarks?.elements() || []),
      ...(isOpen ? stepsOf(records) : []),
    )
  }

  /** Lists the steps of each call of a row, the newest first. */
  function stepsOf(records: readonly LogRecord[]): HTMLElement[] {
    const calls = records.filter(isEntry).reverse()
    const elements: HTMLElement[] = []
    for (const call of calls.slice(0, MOST_OPEN)) {
      if (calls.length > 1)
        elements.push(make('p', { class: 'soft' }, `${(call.at / 1000).toFixed(2)} s ${durationText(call)}`))
      elements.push(drawSteps(call, words))
    }
    const left = calls.length - MOST_OPEN
    return left > 0 ? [...elements, make('p', { class: 'soft' }, words.dropped(left))] : elements
  }

  const stop = log.subscribe((records) => {
    if (!records) isAllChanged = true
    records?.forEach((one) => void changed.add(one))
    schedule()
  })
  schedule()

  return {
    element,
    refresh() {
      isAllChanged = true
      schedule()
    },
    stop() {
      stop()
      cancelAnimationFrame(frame)
    },
  }
}

const timesOf = (count: number): HTMLElement | false =>
  count > 1 && make('span', { class: 'times', 'data-part': 'times' }, `×${count}`)

function nameDiagnosis(element: HTMLElement, remarks: Remarks | undefined): void {
  if (remarks?.name) element.dataset.diagnosis = remarks.name
  else element.removeAttribute('data-diagnosis')
}
