/**
 * The log as a list, for the control in the page and for the phone: a heading for each tap, and below it the calls and
 * what the user saw, oldest first. What comes is added at the end, and nothing moves by itself. A tap opens a row.
 */
import { isEntry, isForUser, type LogEntry, type LogNote } from '../shared/log'
import type { ReadableLog } from '../shared/logReceiver'
import { fill, make, place } from './element'
import { keyParameter } from './keyParameter'
import { type LogGroup, type LogRecord, type LogRow, logGroups } from './logRows'
import { drawSteps } from './logSteps'
import { actText, noteText } from './noteText'
import { createReadingPlace } from './readingPlace'
import { callerText, choiceText, durationText, hasFailed, shownStatus } from './shownStatus'
import type { Words } from './texts/words'

/** The most rows of calls that no user acts at. The log itself keeps more. */
const MOST_ROWS = 300

/** The most records of a row that are listed when it is open. */
const MOST_OPEN = 20

/** Options of the list. */
export interface LogViewOptions {
  readonly words: Words
  /** Says what to do while the log is empty. */
  hint?(): string
  /** Is a record listed? @default every one is */
  isShown?(one: LogRecord): boolean
  /** A group is listed if it has such a record. @default every group is */
  isTelling?(one: LogRecord): boolean
  /** Counts the calls so far. @default all of the log */
  calls?(): number
  /** Runs before each drawing. */
  beforeDraw?(): void
  /** Finds what is said of the records of a row. */
  remarksOn?(records: readonly LogRecord[]): Remarks | undefined
}

export interface Remarks {
  /** The names of the diagnoses; '' if it has none. */
  readonly name: string
  /** The name of its mark; '' if it has none. */
  readonly mark: string
  elements(): readonly HTMLElement[]
}

export interface LogView {
  readonly element: HTMLElement
  /** Draws everything again. */
  refresh(): void
  /** Brings the row of a record into view, and focuses it. */
  reveal(one: LogRecord): void
  stop(): void
}

/** A row on the screen. */
interface DrawnRow {
  readonly element: HTMLElement
  /** What it says. Other contents are drawn again in the same element, so that focus and scroll position stay. */
  content: string
}

type Key = number | LogNote
/** An entry is known by its id, since a changed entry may be another object. */
const keyOf = (one: LogRecord): Key => (isEntry(one) ? one.id : one)

export function createLogView(log: ReadableLog, options: LogViewOptions): LogView {
  const { words, isShown = () => true, isTelling, remarksOn = () => undefined } = options
  const list = make('div', { class: 'log', 'data-upsdk-kit': 'log', role: 'list', lang: words.language })
  const reading = createReadingPlace(list, words)
  /** The rows and headings by their oldest record. */
  let drawn = new Map<Key | string, DrawnRow>()
  let rowOf = new Map<Key, HTMLElement>()
  const opened = new Set<Key>()
  const changed = new Set<LogRecord>()
  let isAllChanged = true
  let frame = 0

  function schedule(): void {
    if (!frame) frame = requestAnimationFrame(draw)
  }

  function draw(): void {
    frame = 0
    options.beforeDraw?.()
    // A hidden log has no rows, since the tests of a page find texts in every shadow root.
    if (!reading.element.getClientRects().length) {
      isAllChanged = true
      drawn.clear()
      return fill(list)
    }
    // The next page's calls will have the same ids.
    if (!log.entries.length) opened.clear()
    const { groups, left } = shownGroups()
    const before = drawn
    drawn = new Map()
    rowOf = new Map()
    const elements: HTMLElement[] = []
    if (left > 0) elements.push(line('soft empty', words.dropped(left)))
    for (const group of groups) {
      elements.push(drawHeading(group, before))
      for (const row of group.rows) {
        const element = drawRow(row, group, before)
        elements.push(element)
        for (const one of row.records) rowOf.set(keyOf(one), element)
      }
    }
    if (!groups.length) {
      const isEmpty = !log.entries.length && !log.notes.length
      elements.push(line('soft empty', isEmpty ? emptyText() : words.noneFound))
    }
    if (!log.entries.length && !log.isCleared && options.hint) {
      const hint = line('hint', options.hint())
      hint.dataset.part = 'hint'
      elements.push(hint)
    }
    place(list, elements)
    reading.drawn(options.calls?.() ?? log.entries.length + log.dropped)
    isAllChanged = false
    changed.clear()
  }

  /** Makes the groups, without the oldest of very many rows. */
  function shownGroups(): { readonly groups: readonly LogGroup[]; readonly left: number } {
    const all = logGroups([...log.entries, ...log.notes].filter(isShown), subjectOf).filter(
      ({ act, rows }) =>
        !isTelling || (act && isTelling(act)) || rows.some(({ records }) => records.some(isTelling)),
    )
    let ordinary = 0
    let { dropped: left } = log
    const groups: LogGroup[] = []
    for (const group of all.slice().reverse()) {
      const rows = group.rows
        .slice()
        .reverse()
        .filter(({ records }) => {
          const [one] = records
          const isKept = !one || !isEntry(one) || isForUser(one) || ++ordinary <= MOST_ROWS
          if (!isKept) left += records.length
          return isKept
        })
        .reverse()
      if (rows.length || !group.rows.length) groups.unshift({ ...group, rows })
    }
    return { groups, left }
  }

  const emptyText = () => (log.isCleared ? words.cleared : words.noCalls)
  const line = (className: string, text: string) => make('p', { class: className, role: 'listitem' }, text)

  /** What a record is about: it is known from the first, and does not change. */
  const subjectOf = (one: LogRecord): string =>
    isEntry(one) ? [one.method, one.by, keyParameter(one)].join('\n') : noteText(one, words)

  /** Gets the element for a key, and whether it says something else than before. */
  function elementFor(key: Key | string, content: string, before: ReadonlyMap<Key | string, DrawnRow>) {
    const known = before.get(key)
    const kept = known || { element: make('div', { role: 'listitem' }), content: '' }
    const isSame = !isAllChanged && kept.content === content
    kept.content = content
    drawn.set(key, kept)
    return { element: kept.element, isSame }
  }

  function drawHeading(
    { act, isNextPage, first, rows }: LogGroup,
    before: ReadonlyMap<Key | string, DrawnRow>,
  ) {
    const calls = rows.reduce((sum, { records }) => sum + records.filter(isEntry).length, 0)
    const name = act ? actText(act, words) : isNextPage ? words.loadedNext : words.loaded
    const key = `heading ${isEntry(first) ? first.id : `${first.at} ${name}`}`
    const { element, isSame } = elementFor(key, `${name}\n${calls}`, before)
    if (isSame) return element
    element.className = 'tap'
    element.dataset.part = 'tap'
    fill(
      element,
      make('span', { class: 'soft time' }, secondsText(act || isNextPage ? first.at : 0)),
      make('h2', {}, name),
      !!calls && make('span', { class: 'times' }, words.callCount(calls)),
    )
    return element
  }

  /** Draws a row, in the element that it has already, and only if it says something else now. */
  function drawRow(row: LogRow, group: LogGroup, before: ReadonlyMap<Key | string, DrawnRow>): HTMLElement {
    const { records } = row
    const [first] = records
    const key = keyOf(first)
    const isOpen = opened.has(key)
    const remarks = remarksOn(records)
    const content = [records.length, isOpen, remarks?.name, remarks?.mark].join('\n')
    const { element, isSame } = elementFor(key, content, before)
    if (isSame && !records.some((one) => changed.has(one))) return element
    const { activeElement = null } = element.getRootNode() as Document
    const hasFocus = element.contains(activeElement)
    const time = group.act ? `+${secondsText(first.at - group.act.at)}` : secondsText(first.at)
    fillRow(element, row, isOpen, time, remarks)
    if (hasFocus) element.querySelector('button')?.focus()
    return element
  }

  function fillRow(
    element: HTMLElement,
    row: LogRow,
    isOpen: boolean,
    time: string,
    remarks: Remarks | undefined,
  ): void {
    const { records } = row
    const failed = records.filter((one) => isEntry(one) && hasFailed(one, words))
    // The newest that failed, else the newest.
    const shown = failed[failed.length - 1] || records[records.length - 1] || records[0]
    const areSome = failed.length > 0 && failed.length < records.length
    const some = areSome && words.someOf(failed.length, records.length)
    const key = keyOf(records[0])
    if (records.length > 1) element.dataset.count = String(records.length)
    if (remarks?.name) element.dataset.diagnosis = remarks.name
    else element.removeAttribute('data-diagnosis')
    const toggle = () => {
      if (!opened.delete(key)) opened.add(key)
      fillRow(element, row, opened.has(key), time, remarks)
      element.querySelector('button')?.focus()
    }
    const at = make('span', { class: 'soft time' }, time)
    const times = records.length > 1 && !row.areMoreTexts && timesView(records.length)
    const mark = remarks?.mark
    const flag = !!mark && make('span', { class: 'flag', role: 'img', 'aria-label': mark, title: mark }, '!')
    const isEntryRow = isEntry(shown)
    element.className = isEntryRow ? 'entry' : 'entry note'
    if (isEntryRow) {
      element.dataset.method = shown.method
      element.dataset.status = shownStatus(shown, words).status
    } else element.dataset.note = shown.kind
    const parts = isEntryRow
      ? [at, ...callParts(shown, times, flag, some)]
      : [
          at,
          make('span', { class: 'text', 'data-part': 'text' }, rowText(row, shown)),
          times,
          flag,
          !!mark && make('span', { class: 'duration' }),
        ]
    const opens = isEntryRow || records.length > 1 || !!remarks?.elements().length
    const head = opens
      ? make(
          'button',
          { type: 'button', class: 'entry-head', 'aria-expanded': String(isOpen), onclick: toggle },
          ...parts,
        )
      : make('div', { class: 'entry-head' }, ...parts)
    fill(
      element,
      head,
      ...(isOpen ? [make('div', { class: 'opened' }, ...(remarks?.elements() || []), ...listed(row))] : []),
    )
  }

  const rowText = ({ areMoreTexts, records }: LogRow, note: LogNote): string =>
    areMoreTexts ? words.moreTexts(records.length, noteText(note, words)) : noteText(note, words)

  function callParts(
    entry: LogEntry,
    times: HTMLElement | false,
    flag: HTMLElement | false,
    some: string | false,
  ): (HTMLElement | false)[] {
    const { status, shown, thrown } = shownStatus(entry, words)
    const choice = choiceText(entry, words)
    const parameter = keyParameter(entry)
    const by = callerText(entry, words)
    return [
      make('span', { class: 'mono name' }, entry.method),
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
      flag || make('span', { class: 'no-flag' }),
      make('span', { class: 'soft duration', 'data-part': 'duration' }, durationText(entry)),
    ]
  }

  /** Lists the records of an open row: the steps of its calls, or its texts. */
  function listed({ records }: LogRow): HTMLElement[] {
    const elements: HTMLElement[] = []
    for (const one of records.slice(-MOST_OPEN)) {
      if (records.length > 1)
        elements.push(
          make(
            'p',
            { class: 'soft' },
            `${secondsText(one.at)} ${isEntry(one) ? durationText(one) : noteText(one, words)}`,
          ),
        )
      if (isEntry(one)) elements.push(drawSteps(one, words))
    }
    const left = records.length - MOST_OPEN
    return left > 0 ? [make('p', { class: 'soft' }, words.dropped(left)), ...elements] : elements
  }

  const stop = log.subscribe((records) => {
    if (!records) isAllChanged = true
    records?.forEach((one) => void changed.add(one))
    schedule()
  })
  schedule()

  return {
    element: reading.element,
    refresh() {
      isAllChanged = true
      schedule()
    },
    reveal(one) {
      const element = rowOf.get(keyOf(one))
      const head = element?.querySelector<HTMLElement>('.entry-head')
      element?.scrollIntoView({ block: 'center' })
      if (head?.tagName === 'DIV') head.tabIndex = -1
      head?.focus({ preventScroll: true })
    },
    stop() {
      stop()
      cancelAnimationFrame(frame)
    },
  }
}

const secondsText = (ms: number): string => `${(ms / 1000).toFixed(2)} s`

/** The open row has the whole error. */
const shortError = (text: string): string => /^\w*Error(?=: )/.exec(text)?.[0] || text

const timesView = (count: number): HTMLElement =>
  make('span', { class: 'times', 'data-part': 'times' }, `×${count}`)
